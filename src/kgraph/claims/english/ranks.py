"""ranked: which place a work took, on which chart, where and when."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import ORG, WORK
from kgraph.claims.english.rank_hits import Hit, find_chart, find_hits
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.when import dates_in
from kgraph.model import Claim, Qualifiers
from kgraph.text.numbers_english import number_pattern, read_cardinal
from kgraph.text.regions_english import find_region

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.claims.english.lines import Line

_POINTS = re.compile(rf"(?P<n>{number_pattern()}) points? (?:ahead|more|above|clear)")
_ITEM = re.compile(rf"^ ?(?P<r>\d{{1,3}})[.)] ?(?:{ORG}(?:'s)? )?(?P<w>{WORK})")
_LIST_HEAD = re.compile(
    r"\b(?:top (?:\d+|ten|five)|box office|chart|rankings?|most(?:[- ]watched| popular| buzzworthy| streamed)|buzz)\b",
    re.IGNORECASE,
)
_SHORT = 80  # characters of a heading
_MOST = 60  # ranks of one paragraph that are looked at for what another leaves out
_REACH = 3  # paragraphs; a chart named farther back is another matter


def read_ranks(reading: Reading) -> Iterator[Claim]:
    """As in "X has topped the world for nine days; Y is ranked second on FlixPatrol": one chart, one region."""
    hits = [hit for line in reading.lines for hit in (*find_hits(reading, line), *_listed(reading, line))]
    by_block: dict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_block[hit.line.block].append(hit)
    for hit in _merge([_complete(reading, hit, by_block) for hit in hits]):
        qualifiers = Qualifiers(
            date=hit.date, rank=hit.rank, chart=hit.chart, region=hit.region, days=hit.days, points=hit.points
        )
        ground = Ground(hit.line, hit.line.original(hit.start, hit.end), f"ranks.{hit.rule}", hit.confidence)
        yield reading.claim("ranked", (hit.work, None), ground, qualifiers)


def _listed(reading: Reading, line: Line) -> Iterator[Hit]:
    """As in "2. Broker" under a heading that promises a chart"""
    item = _ITEM.match(line.mask)
    mention = line.at(item.start("w")) if item else None
    if item is None or mention is None:
        return
    head = _heading(reading, line)
    if head is not None and int(item["r"]) > 0:
        chart, region = find_chart(reading, head, 0), find_region(head.span.text)
        yield Hit(
            line,
            item.start("r"),
            item.end("r"),
            reading.referent(mention),
            int(item["r"]),
            "listed",
            0.85,
            chart,
            region,
            _date_of_list(reading, head),
        )


def _date_of_list(reading: Reading, head: Line) -> str | None:
    """The date that stands in a list's heading or right above it."""
    for line in (head, reading.previous(head), reading.previous(head, 2)):
        dates = [when.iso for when in dates_in(reading, line, past=True) if when.iso] if line and len(line.mask) < _SHORT else []
        if dates:
            return dates[0]
    return None


def _heading(reading: Reading, line: Line) -> Line | None:
    for back in range(1, 40):
        head = reading.previous(line, back)
        if head is None:
            return None
        if _LIST_HEAD.search(head.span.text) and not _ITEM.match(head.mask):
            is_head = (
                head.sentence.kind == "headline"
                or head.mask.rstrip().endswith(":")
                or (head.sentence.kind == "item" and len(head.mask) < 80)
            )
            return head if is_head and not re.search(r"\b[Nn]o rank", head.mask) else None
        if head.sentence.kind == "text" and len(head.mask) > 160:
            return None
    return None


def _complete(reading: Reading, hit: Hit, hits: Mapping[int, list[Hit]]) -> Hit:
    """What the line leaves out, from the same paragraph or a chart named shortly before."""
    paragraph = reading.paragraph(hit.line)
    beside = [other for other in hits[hit.line.block][:_MOST] if other is not hit]
    chart = (
        hit.chart
        or _first_chart(reading, paragraph, sources=False)
        or _chart_before(hit, hits)
        or _first_chart(reading, paragraph, sources=True)
    )
    same = [other for other in (*beside, *_before(hit, hits)) if chart is None or other.chart in (None, chart)]
    region = hit.region or next((other.region for other in same if other.region), None)
    date = hit.date or next(
        (other.date for other in beside if other.date and re.search(r"same day|that day", hit.line.mask)), None
    )
    points = hit.points or (_points(paragraph, hit) if hit.rank == 1 else None)
    return replace(hit, chart=chart, region=region, date=date, points=points)


def _first_chart(reading: Reading, paragraph: tuple[Line, ...], *, sources: bool) -> str | None:
    return next((named for line in paragraph if (named := find_chart(reading, line, 0, sources=sources))), None)


def _before(hit: Hit, hits: Mapping[int, list[Hit]]) -> list[Hit]:
    blocks = (hits.get(hit.line.block - back, []) for back in range(1, _REACH + 1))
    return [other for block in blocks for other in reversed(block[-_MOST:])]


def _chart_before(hit: Hit, hits: Mapping[int, list[Hit]]) -> str | None:
    return next((other.chart for other in _before(hit, hits) if other.chart), None)


def _points(paragraph: tuple[Line, ...], hit: Hit) -> int | None:
    """The lead over the next: "It is 323 points ahead of ..."."""
    for line in paragraph:
        found = _POINTS.search(line.mask)
        if found and line.index - hit.line.index in (0, 1):
            subjects = line.between(0, found.start(), "Work")
            if not subjects or subjects[-1].ref == hit.work.ref:
                return read_cardinal(found["n"])
    return None


def _merge(hits: list[Hit]) -> list[Hit]:
    """Tellings of one rank in one paragraph as one, with all that they say."""
    merged: list[Hit] = []
    places: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for hit in hits:
        key = hit.work.ref, hit.rank, hit.line.block
        twin = next((index for index in places[key][:_MOST] if _agree(hit, merged[index])), None)
        if twin is None:
            places[key].append(len(merged))
            merged.append(hit)
        else:
            other = merged[twin]
            filled = {name: getattr(other, name) or getattr(hit, name) for name in ("chart", "region", "date", "days", "points")}
            merged[twin] = replace(other, **filled, confidence=max(other.confidence, hit.confidence))
    return merged


def _agree(hit: Hit, other: Hit) -> bool:
    """True if two tellings of one rank contradict each other in nothing."""
    return all(
        None in (a, b) or a == b for a, b in ((hit.chart, other.chart), (hit.region, other.region), (hit.date, other.date))
    )


RULES = (read_ranks,)

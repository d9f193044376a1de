"""Where a line tells the rank of a work: the number, the work, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.cues import RANK, says_any
from kgraph.claims.english.grammar import MENTION, ORG, WORK
from kgraph.claims.english.once import once
from kgraph.claims.english.when import date_near
from kgraph.text.numbers_english import number_pattern, ordinal_pattern, read_cardinal, read_ordinal
from kgraph.text.regions_english import find_region
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention, Referent

_SCENE = (
    r"(?:charts?|list|lists|rankings?|ranks|box office|top (?:10|ten|5|five|20|100)|world|globe|"
    r"ratings|tickets? sales|reservations?|category|section|countries)"
)
_PLACE = r"(?:place|spot|position|rank|slot|ranking)"
_NOW = re.compile(
    r"\b(?:is|are|has|have|ranks|tops|leads|sits|holds|remains|stays|currently|now|already|still|today|keeps|maintains)\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|rose|climbed|debuted|opened|landed|took|led|topped|came|reached|hit|"
    r"ranked|stayed|won|finished|placed|made|became|did)\b"
)
_DOUBT = re.compile(
    r"\b(?:if|would|(?-i:may)|might|whether|hope\w*|aim\w*|predict\w*|likely|wants?|eye(?:s|d|"
    r"ing)?|vying|compet\w+|far from|could become|not|never|n't|failed|"
    r"miss(?:es|ed)|lost|loses?|denied|vote|nominee)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:at|to|hit|reached|took|on|became|as|ranked|made it to) (?:the |a )?$")
_BESIDE_RANK = 60  # characters around a rank in which its region stands
_LOOK_BACK = 9  # lines; past them a bare "third" has no chart to belong to
_SOURCE = re.compile(
    r"(?:according to|data from|source:|figures from|compiled by|by)(?: the)?(?: \w+){0,2} $|(?:according to|data "
    r"from)[^.;]{0,70}$",
    re.IGNORECASE,
)
_DAYS = (
    r"(?:for |in )?(?:the )?(?:past |last |over )?(?P<n>{number}) (?:consecutive |straight |"
    r"successive )?days(?: (?:in a row|straight|running|already|consecutively))?"
)
_AHEAD = r"(?P<n>{number}) points? (?:ahead|more|above|clear)"


@dataclass(frozen=True, slots=True)
class Hit:
    """One telling of a rank: where, of which work, and what the line says with it."""

    line: Line
    start: int
    end: int
    work: Referent
    rank: int
    rule: str
    confidence: float
    chart: str | None = None
    region: str | None = None
    date: str | None = None
    days: int | None = None
    points: int | None = None


def find_hits(reading: Reading, line: Line) -> Iterator[Hit]:
    """The ranks that a line tells of works."""
    taken: list[tuple[int, int]] = []
    for name in ("is_work", "named", "most", "rounding", "runner_up", "topping", "first", "marked", "bare"):
        for found in ranks_in(reading, line).get(name, ()):
            start, end = found.span("t")
            if any(start < other_end and other_start < end for other_start, other_end in taken) or is_doubted(line, start, end):
                continue
            hit = _hit(reading, line, name, found)
            if hit is not None:
                taken.append((start, end))
                yield hit


_NEEDED = {  # words of which a line must hold one for a shape
    "named": ("place", "spot", "position", "rank", "slot"),
    "runner_up": ("runner-up",),
    "most": ("most",),
    "rounding": ("round",),
}


@once
def ranks_in(_reading: Reading, line: Line) -> dict[str, tuple[re.Match[str], ...]]:
    """The places of a line that look like a rank, by their shape."""
    if not says_any(line, RANK):
        return {}
    told = ((name, pattern) for name, pattern in _patterns().items() if says_any(line, _NEEDED.get(name, RANK)))
    return {name: tuple(pattern.finditer(line.mask)) for name, pattern in told}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """The shapes in which a rank is told; ``t`` is what tells it, ``r`` the number where it is one."""
    words = load_words("english/ranks.yaml")
    rank, reach = ordinal_pattern(), f"(?:{'|'.join(words['reaching'])})"
    top, first = f"(?:{'|'.join(words['topping'])})", f"(?:{'|'.join(words['first'])})"
    after = (
        rf"(?=$|[.,;:!?)\"]| (?:on|in|at|for|with|overall|worldwide|globally|nationally|among|of|"
        rf"behind|by|after|when|while|during|since|this|last|and|both|across|there|domestically|"
        rf"{MENTION}))"
    )
    patterns = {
        "named": rf"(?P<t>(?:the |its )?(?P<r>{rank}) {_PLACE})",
        "is_work": (
            rf"(?P<t>(?P<r>{rank})(?: {_PLACE})?(?: [^.;:,\ue000-\uf7ff]{{0,40}})? (?:was|is|went to|"
            rf"belongs to|goes to|:)) (?:[^.;:,\ue000-\uf7ff]{{0,40}} )?(?:{ORG}(?:'s)? )?(?P<w>{WORK})"
        ),
        "runner_up": r"(?P<t>runner-up(?: spot| position| was| is)?)",
        "most": (
            rf"(?P<t>\b(?:is|has become|became) (?:currently |now )?the (?:world's )?most[- ](?:watched|"
            rf"streamed|popular|viewed) (?:[\w-]+ ){{1,3}}?(?:on {ORG}|in the world|worldwide|globally))"
        ),
        "rounding": rf"(?P<t>\bround(?:s|ed|ing) (?:out|off) the top (?P<r>{number_pattern()}|three|five|ten))\b",
        "topping": (
            rf"(?P<t>\b{top}\b)(?= (?:[\w'.&-]+ |{ORG}(?:'s)? ){{0,6}}?(?:{_SCENE}\b|{ORG}|the (?:list|"
            rf"pack|race))| for (?:the |a )?{rank} (?:week|day|consecutive))"
        ),
        "first": rf"(?P<t>\b(?:{first}|top (?:position|spot|place)))\b",
        "marked": (
            r"(?P<t>(?<![\w.])(?:[Nn]o\.? ?|[Nn]umber |[#№] ?)(?P<r>\d{1,3}|one|two|three|four|five|six|"
            r"seven|eight|nine|ten))\b(?! (?:player|fan|actor|actress|star|person|reason))"
        ),
        "bare": rf"\b{reach} (?P<t>(?:a |the |its )?(?:(?:career|personal|new|record)-?(?:high|best) )?(?P<r>{rank})){after}",
    }
    return {name: re.compile(pattern, re.IGNORECASE if name != "marked" else 0) for name, pattern in patterns.items()}


def is_doubted(line: Line, start: int, end: int) -> bool:
    """True if the clause of a rank hopes, asks or denies."""
    low = max((found.end() for found in re.finditer(r"[;:!?] |\. (?=\D)|, (?:but|and|while) ", line.mask[:start])), default=0)
    after = re.search(r"[;:.!?,]|$", line.mask[end:])
    return bool(_DOUBT.search(line.mask[low:start])) or bool(
        _DOUBT.search(line.mask[end : end + (after.start() if after else 0)])
    )


def rank_of(name: str, found: re.Match[str]) -> int | None:
    """The rank that a match of one of the shapes tells."""
    return read_ordinal(found["r"]) if "r" in found.re.groupindex else 2 if name == "runner_up" else 1


def _hit(reading: Reading, line: Line, name: str, found: re.Match[str]) -> Hit | None:
    start, end = found.span("t")
    rank = rank_of(name, found)
    work = _ranked_work(reading, line, name, found)
    chart, region = find_chart(reading, line, start), region_near(line, start, end)
    if name == "most" and chart is None:
        chart = next((mention.span.text for mention in line.between(start, end, "Organization")), None)
    scene = (
        chart
        or region
        or re.search(_SCENE, line.mask, re.IGNORECASE)
        or _near_scene(reading, line)
        or re.search(r"\brank(?:s|ed|ing)\b", line.mask)
    )
    if re.search(r"\b(?:no one|number one (?:fan|reason|choice))\b", line.mask[max(0, start - 4) : end + 8], re.IGNORECASE):
        return None
    if (
        rank is None
        or not 0 < rank <= 200
        or work is None
        or (not scene and not (name == "marked" and _REACHED.search(line.mask, max(0, start - 16), start)))
    ):
        return None
    if name in ("bare", "runner_up") and not (chart or region or _near_scene(reading, line) or re.search(r"\brank", line.mask)):
        return None
    confidence = {"bare": 0.85, "runner_up": 0.75, "most": 0.7, "first": 0.85, "topping": 0.9, "is_work": 0.92}.get(name, 0.9)
    return Hit(
        line,
        start,
        end,
        work,
        rank,
        name,
        confidence if scene else 0.7,
        chart,
        region,
        date_of_rank(reading, line, start),
        _count(_DAYS, line),
        _count(_AHEAD, line) if rank == 1 else None,
    )


def region_near(line: Line, start: int, end: int) -> str | None:
    """The region named nearest to a place of the mask, names of charts read along: "Netflix's Global Top 10"."""
    place = line.original(start, end)
    first = place.start - line.span.start
    low = max(0, first - _BESIDE_RANK)
    return find_region(line.span.text[low : place.end - line.span.start + _BESIDE_RANK], first - low)


def _near_scene(reading: Reading, line: Line) -> bool:
    near = [*reading.lines[:2], *(other for back in range(1, _LOOK_BACK) if (other := reading.previous(line, back)))]
    return any(
        find_chart(reading, other, 0) or re.search(r"\bbox office|\bchart\b|\brank", other.mask, re.IGNORECASE) for other in near
    )


def _ranked_work(reading: Reading, line: Line, name: str, found: re.Match[str]) -> Referent | None:
    if name == "is_work":
        mention = line.at(found.start("w"))
        return reading.referent(mention) if mention else None
    start, end = found.span("t")
    if name == "runner_up":
        after = line.between(end, len(line.mask), "Work")
        following = reading.lines[line.index + 1] if line.index + 1 < len(reading.lines) else None
        works = after or (following.of_type("Work")[:1] if following and following.block == line.block else ())
        return reading.referent(works[0]) if works else None
    return _subject(reading, line, start, end)


def _subject(reading: Reading, line: Line, start: int, end: int) -> Referent | None:
    """The work before the rank, past those that only accompany it; after "No. 1 for"; else what the text is about."""
    for_whom = re.match(rf" (?:for|by|was|is|went to) (?:[^.;:,\ue000-\uf7ff]{{0,30}} )?(?P<w>{WORK})", line.mask[end:])
    if for_whom:
        mention = line.at(end + for_whom.start("w"))
        return reading.referent(mention) if mention else None
    low = max((found.end() for found in re.finditer(r"; |\. (?=\D)", line.mask[:start])), default=0)
    before = _last_subject(line, low, start)
    if before is not None:
        return reading.referent(before) if before in line.of_type("Work") else None
    return reading.topic_work(line)


_BESIDE = re.compile(
    rf"\b(?:by|starring|with|from|featuring|opposite|behind|over|beating|ahead of|after|of|on|"
    rf"against|to|than|in) (?:[a-z-]+ ){{0,4}}(?:{MENTION}(?:'s)?(?: ?\([^()]{{0,40}}\))?(?:, and|"
    rf",| and| &)? ?){{1,10}}$"
)


def _last_subject(line: Line, low: int, high: int) -> Mention | None:
    position = high
    while position > low:
        mention = line.at(position - 1)
        if mention is None or mention in line.of_type("Organization"):
            position -= 1
            continue
        beside = _BESIDE.search(line.mask, max(low, position - 120), position)
        relative = re.match(r",? (?:which|that)\b", line.mask[position:])
        if beside is None or (relative and mention in line.of_type("Work")):
            return mention
        position = beside.start()
    return None


def find_chart(reading: Reading, line: Line, position: int, *, sources: bool = False) -> str | None:
    """The chart that the line names nearest to a place of its mask; who only counted ("according to KOBIS") if asked for."""
    place = line.starts[position] - line.span.start if position < len(line.starts) else len(line.span.text)
    named = [(match.start(), match.group()) for match in _charts().finditer(line.span.text)]
    for mention in line.of_type("Organization"):
        if reading.referent(mention).kind == "chart" and not any(
            start <= mention.span.start - line.span.start < start + len(name) for start, name in named
        ):
            named.append((mention.span.start - line.span.start, mention.span.text))
    wanted = [
        (abs(start - place), name)
        for start, name in named
        if sources or not _SOURCE.search(line.span.text, max(0, start - 90), start)
    ]
    return min(wanted)[1] if wanted else None


@cache
def _charts() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{either(load_words('english/ranks.yaml')['charts'])})(?!\w)(?: (?:Top \d+|Hot \d+|Global \d+|\d{{3}}))?",
        re.IGNORECASE,
    )


def date_of_rank(reading: Reading, line: Line, position: int) -> str | None:
    """When a work had a rank: the date beside it, the day of publication where the line speaks of now."""
    told = date_near(reading, line, position, 100)
    if told is not None:
        return told
    before = line.mask[max(0, position - 80) : position]
    now, past = list(_NOW.finditer(before)), list(_PAST.finditer(before))
    if not now and line.sentence.kind != "headline":
        return None
    has_ended = past and (not now or past[-1].start() > now[-1].end() + 12)
    return None if has_ended or not now else reading.published


def _count(pattern: str, line: Line) -> int | None:
    found = re.search(pattern.format(number=number_pattern()), line.mask, re.IGNORECASE)
    return read_cardinal(found["n"]) if found else None

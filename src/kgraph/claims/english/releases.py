"""released_on: when a work came out.  The date is always the text's, never the article's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kgraph.claims.english import release_words as words
from kgraph.claims.english.grammar import ORG, WORK
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.release_rows import beside_titles, dated_title
from kgraph.claims.english.release_subjects import Dated, Verb, in_clause, second_work, shown_work, work_of
from kgraph.claims.english.when import When, dates_in
from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.dates_resolved import resolve_date
from kgraph.text.tense_english import speaks_ahead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_LONGEST_ENTRY = 140  # characters of a calendar's entry
_LONGEST_GAP = 90  # characters between a verb and its date
_YEAR_ONLY = 4  # characters of an ISO date that is a year
_BEFORE_IN_BRACKET = re.compile(
    rf"(?P<w>{WORK}) ?\((?:[^()]{{0,30}}[,;] ?)?(?:(?:premieres?|opens|airs|from|out|on|in) "
    rf"){{0,2}}$"
)
_FRAGMENT = re.compile(rf"\W*(?:{ORG}[ ,/&|]*(?:and )?){{1,3}}\W*")
_YEAR_OR_MONTH = 7  # characters of an ISO date that names no day


def read_releases(reading: Reading) -> Iterator[Claim]:
    """As in "Squid Game" came out on Sept. 17, 2021: released_on Squid Game, 2021-09-17."""
    for line in reading.lines:
        if line.of_type("Work"):
            yield from _bracketed(reading, line)
            yield from _named_by_year(reading, line)
        may_date = words.MAY_DATE.search(line.mask)
        if may_date:
            for what, date, rule, confidence, start, end in beside_titles(reading, line):
                yield _claim(reading, line, what, date, (rule, confidence, start, end))
        dates = dates_in(reading, line, begins=True) if may_date else ()
        for when in dates:
            if when.iso is not None and _may_begin(line, when):
                yield from _dated(in_clause(reading, line, dates, when), when.iso)


def _may_begin(line: Line, when: When) -> bool:
    """False for dates that nothing comes out on: "until April", "tvN's Saturday drama", "on May 3 but has been postponed"."""
    after = line.mask[when.end : when.end + 90]
    if (words.POSTPONED.match(after) and not words.OWNS_WORK.match(after)) or (
        when.phrase.weekday is not None and words.A_SLOT.match(after)
    ):
        return False
    if words.NOT_BEGUN.search(line.mask[max(0, when.start - 24) : when.start]):
        return False
    return when.phrase.text.split(" ", 1)[0].lower() not in ("until", "by")


def _claim(reading: Reading, line: Line, what: Mention | Referent, date: str, ground: tuple[str, float, int, int]) -> Claim:
    rule, confidence, start, end = ground
    told = Ground(line, line.original(start, end), f"releases.{rule}", confidence)
    return reading.claim("released_on", (what, None), told, Qualifiers(date=date))


def _bracketed(reading: Reading, line: Line) -> Iterator[Claim]:
    """As in "Family Ties" (2006); "Roppongi Class" (TV Asahi, 2022)."""
    for found in words.IN_BRACKETS.finditer(line.mask):
        year = words.BRACKET_YEAR.search(found["b"])
        mention = line.at(found.start("w"))
        if year and mention:
            start = found.start("b") + year.start("y")
            yield _claim(reading, line, mention, year["y"], ("brackets", 0.97, start, start + 4))


def _named_by_year(reading: Reading, line: Line) -> Iterator[Claim]:
    """The 2013 thriller "The Terror Live"; "Night in Paradise," a 2020 gangster film."""
    for found in words.OF_YEAR.finditer(line.mask):
        work = reading.topic_work(line)
        if work is not None and line.at(found.start("a")) in line.of_type("Person"):
            yield _claim(reading, line, work, found["y"], ("of_year", 0.75, found.start("y"), found.end("y")))
    for name in ("year_kind", "kind_after", "kind_of_year"):
        for found in words.pattern(name).finditer(line.mask):
            mention = line.at(found.start("w"))
            if mention and not re.search(r"remake|adaptation|version", found["t"] if name == "year_kind" else ""):
                yield _claim(reading, line, mention, found["y"], (name, 0.95, found.start("y"), found.end("t")))


def _dated(dated: Dated, iso: str) -> Iterator[Claim]:
    """What the date at one place of the line dates, if it is the coming out of a work."""
    reading, line, when = dated.reading, dated.line, dated.when
    is_entry = len(line.mask) < _LONGEST_ENTRY and words.CALENDAR.match(line.mask[: when.start])
    listed = words.AFTER_DATE.match(line.mask, when.end) if is_entry else None
    work = line.at(listed.start("w")) if listed else None
    if work is not None:
        yield _claim(reading, line, work, iso, ("calendar", 0.9, when.start, when.end))
        return
    if line.mask.rfind("(", 0, when.start) > line.mask.rfind(")", 0, when.start):
        yield from _in_bracket(dated, iso)
        return
    if _FRAGMENT.fullmatch(line.mask[: when.start] + line.mask[when.end :]):
        topic = reading.topic_work(line)
        if topic is not None:
            yield _claim(reading, line, topic, iso, ("fragment", 0.8, when.start, when.end))
        return
    beside = dated_title(line, when, dated.low)
    if beside is not None and not reading.doubtful(line, when.start):
        yield _claim(reading, line, beside[0], iso, (beside[1], beside[2], when.start, when.end))
        return
    claim = None if words.SINCE.search(line.mask, max(0, when.start - 100), when.start) else _by_verb(dated)
    if claim is not None:
        yield claim
    elif len(iso) <= _YEAR_OR_MONTH:
        yield from _direct(dated, iso)
        yield from _career(dated, iso)


def _in_bracket(dated: Dated, iso: str) -> Iterator[Claim]:
    """As in "Borrowed House" (TVING, Aug. 30); other dates in brackets date no work."""
    line, when = dated.line, dated.when
    found = _BEFORE_IN_BRACKET.search(line.mask, max(0, when.start - 60), when.start)
    mention = line.at(found.start("w")) if found else None
    if mention is not None and len(iso) > _YEAR_ONLY and line.mask[when.end : when.end + 1] in (")", ",", ";"):
        yield _claim(dated.reading, line, mention, iso, ("bracket", 0.88, when.start, when.end))


def _by_verb(dated: Dated) -> Claim | None:
    """As in "Squid Game" was released in September; on April 5, tvN premieres "X"."""
    verb = _verb(dated)
    if verb is None or _dates_other(dated, verb):
        return None
    work = second_work(dated, verb) or (shown_work(dated, verb) if verb.kind == "shows" else work_of(dated, verb))
    date = _date_by_verb(dated, verb)
    if work is None or date is None or (isinstance(work, Mention) and _is_later_season(dated.line, work)):
        return None
    confidence = 0.93 if isinstance(work, Mention) else 0.8
    return _claim(dated.reading, dated.line, work, date, (verb.kind, confidence, verb.start, verb.end))


def _is_later_season(line: Line, work: Mention) -> bool:
    """True if not the work itself comes out, but its next season or somebody's remake of it."""
    place = bisect_left(line.starts, work.span.start)
    return bool(words.LATER_SEASON.search(line.mask, max(0, place - 60), place))


def _verb(dated: Dated) -> Verb | None:
    """The word nearest to the date that says that a work came out: the last before it, else the first after it."""
    mask, when = dated.line.mask, dated.when
    before = [
        Verb(found.start(), found.end(), kind)
        for kind in ("verbs", "nouns", "shows")
        for found in words.pattern(kind).finditer(mask, dated.low, when.start)
    ]
    if before:
        return max(before, key=lambda verb: verb.end)
    after = words.pattern("verbs").search(mask, when.end, dated.high)
    opens = re.fullmatch(r"\W*(?:\w+ ){0,3}", mask[dated.low : when.start])
    return Verb(after.start(), after.end(), "verbs") if after and (opens or after.start() <= when.end + 2) else None


def _dates_other(dated: Dated, verb: Verb) -> bool:
    """True if the date belongs to something else: to filming or tickets, to a later episode, to another verb in between."""
    mask, when = dated.line.mask, dated.when
    low, high = (verb.end, when.start) if verb.start < when.start else (when.end, verb.start)
    gap = words.OPENED_WITH.sub("", mask[low:high])
    if len(gap) > _LONGEST_GAP or words.DATED_OTHERWISE.search(gap) or words.LATER_EPISODE.search(mask, dated.low, verb.start):
        return True
    works = [at for at in range(dated.low, verb.start) if dated.line.at(at) in dated.line.of_type("Work")]
    near = works[-1] if works and verb.kind != "shows" else dated.low
    head = mask[dated.low : verb.start]
    if words.PROMOTION.search(head):
        return True
    if words.PREPARED.search(mask, max(dated.low, near - 14), verb.start) or words.UNTRUE.search(head[-30:]):
        return True
    return bool(re.search(r"\b[Ii]f\b|\bwhether\b|\bhopes?\b", head)) or _another_between(dated, verb, (low, high))


def _another_between(dated: Dated, verb: Verb, gap: tuple[int, int]) -> bool:
    low, high = gap
    mask, iso = dated.line.mask, dated.when.iso or ""
    if dated.when.phrase.unit in ("then", "years"):
        return bool(re.search(r"\band\b|,", mask[low:high]))
    if any(low <= other.start < high and not iso.startswith(other.iso or "?") for other in dated.dates):
        return second_work(dated, verb) is None and not re.search(r"\b(?:and|in) ?$", mask[low:high])
    return False


def _date_by_verb(dated: Dated, verb: Verb) -> str | None:
    """The date, resolved by the tense of the verb itself: "opens on April 5" lies ahead, "opened on April 5" behind."""
    when = dated.when
    ahead = speaks_ahead(dated.line.mask[max(0, verb.start - 8) : verb.end], verb.end, verb.end)
    if dated.line.mask[verb.start : verb.end] == "out" and not when.phrase.text.lower().startswith(("since", "last")):
        ahead = True  # *X, out on Thursday*
    if ahead is None or when.phrase.unit in ("then", "years", "same"):
        return when.iso
    return resolve_date(when.phrase, dated.reading.published, ahead=ahead)


def _direct(dated: Dated, iso: str) -> Iterator[Claim]:
    """The work that the date stands at: "The Unforgiven" in 2005; "Little Women" on tvN last year; remade in 2018 as "Signal"."""
    line, when = dated.line, dated.when
    found = words.AS_WORK.match(line.mask, when.end)
    place = found.start("w") if found else _work_before(dated)
    mention = line.at(place) if place is not None else None
    if mention is None or place is None or mention.form not in ("name", "alias") or dated.reading.negated(line, place):
        return
    since = re.search(r"\b(?:since|after|from) $", line.mask[max(0, place - 7) : place])
    if since or not words.SUPPOSED.search(line.mask, dated.low, place):
        yield _claim(dated.reading, line, mention, iso, ("direct", 0.85, when.start, when.end))


def _work_before(dated: Dated) -> int | None:
    """The place of the work that the date follows at once."""
    first = max(dated.low, dated.when.start - 110)
    left = dated.line.mask[first : dated.when.start]
    found = words.DIRECT.search(left) or words.pattern("kind_before").search(left)
    if found is None or dated.when.phrase.text.lower().startswith("since"):
        return None
    other = words.DATED_OTHERWISE.search(left[: found.start()]) or re.search(r"\b(?:remade|remake|bought|acquired|sold)\b", left)
    return None if other else first + found.start("w")


def _career(dated: Dated, iso: str) -> Iterator[Claim]:
    """In 2018 she directed "X"; starred in "X" in 2018."""
    line, when = dated.line, dated.when
    for found in words.pattern("career").finditer(line.mask, dated.low, dated.high):
        first = when.start < found.start()
        if first and not re.fullmatch(r"\W*(?:\w+ ){0,2}", line.mask[dated.low : when.start]):
            continue
        works = line.between(found.end(), dated.high, "Work")
        between = line.mask[min(found.end(), when.end) : max(found.start(), when.start)]
        if works and len(between) < _LONGEST_GAP and _is_career(dated, found, between):
            earlier = [work for work in works if work.span.end <= line.starts[when.start]]
            near = works[0] if first or not earlier else earlier[-1]
            yield _claim(dated.reading, line, near, iso, ("career", 0.85, found.start(), found.end()))
            return


def _is_career(dated: Dated, found: re.Match[str], between: str) -> bool:
    mask = dated.line.mask
    if words.RELATIVE.search(mask, max(dated.low, found.start() - 8), found.start()) or words.DATED_OTHERWISE.search(between):
        return False
    if words.GOES_ON.search(between):
        return False
    return not dated.reading.doubtful(dated.line, found.start())


RULES = (read_releases,)

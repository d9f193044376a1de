"""rated: the share of viewers that a work, or one episode of it, had."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import WORK
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.when import date_near, dates_in
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.numbers_english import NumberPhrase, find_percents, ordinal_pattern, read_ordinal
from kgraph.text.word_lists import either, folded, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_EPISODE = re.compile(
    (
        rf"\b(?:[Ee]p(?:isode)?s?\.? ?#?(?P<n>\d{{1,3}})\b|(?P<o>{ordinal_pattern()})(?:,? and "
        rf"(?:final|last))? (?:episode|ep|broadcast|installment)\b)"
    ),
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:finale|final episode|last episode|last one)\b", re.IGNORECASE)
_BARE = re.compile(
    r"(?:rating of|ratings of|(?:with|had|of|to|at) an?|averag\w+|recorded|scored|posted|"
    r"logged)(?: \w+){0,3}? (?P<v>\d{1,2}\.\d{1,4})(?=[\s.,;)]|$)(?! ?(?:million|billion|points?|"
    r"percent|%))"
)
_DECIMAL = re.compile(
    r"(?<![\w.,$£€₩])(?P<v>\d{1,2}\.\d{1,3})(?![\w.%]|,\d|"
    r" ?(?:million|billion|points?|percent\w*|stars?|out of|ratings? points?|times)\b)"
)
_PAIRED = re.compile(r"(?<![\d.])(?P<v>\d{1,2}\.\d{1,4}) (?:and|to|-|/) (?=\d{1,2}(?:\.\d{1,4})? ?(?:%|percent))")
_SEPARATOR = re.compile(r"[;:]|\. (?=\D)|, (?:and|but|while|whereas) | and (?=in |by |the |\d| )|\) ")
_DOUBT = re.compile(
    (
        r"\b(?:if|would|hope[sd]?|aim\w*|expect\w*|predict\w*|promis\w+|vow\w*|pledg\w+|surpass\w* \d|"
        r"exceed\w* \d|goal|target|not exceed\w*|record of .{0,20} belonged to nobody)\b"
    ),
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:is|are|has|have|now|currently|already|keeps|stands)\b")
_PAST = re.compile(r"\b(?:was|were|had|whose|reached|recorded|scored|drew|rose|opened|started|ended|averaged)\b")


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of viewers at its place, with what its clause says of it."""

    line: Line
    number: NumberPhrase
    work: Referent
    region: str | None
    episode: int | None
    date: str | None
    confidence: float


def read_ratings(reading: Reading) -> Iterator[Claim]:
    """As in "Reborn Rich" (JTBC) - 24.9 % -> rated Reborn Rich 24.9"""
    if not find_percents(reading.document.article.text):
        return
    last: Referent | None = None
    usual = _usual_region(reading)
    for line in reading.lines:
        for share in _shares(reading, line, last):
            last = share.work
            region = share.region or (usual if line.sentence.kind == "item" else None)
            qualifiers = Qualifiers(date=share.date, region=region, percent=share.number.value, episode=share.episode)
            trigger = line.original(share.number.start, share.number.end)
            yield reading.claim(
                "rated", (share.work, None), Ground(line, trigger, "ratings.percent", share.confidence), qualifiers
            )


def _usual_region(reading: Reading) -> str | None:
    """The region of a whole list: "All figures Nielsen Korea, nationwide"."""
    for line in reading.lines[:12]:
        named = _words("regions").search(line.mask)
        if named and re.search(r"\b(?:[Aa]ll|[Tt]hese|[Aa]verage) (?:\w+ ){0,2}(?:figures|ratings|numbers)\b", line.mask):
            return str(load_words("english/ratings.yaml")["regions"][folded(named.group())])
    return None


def _shares(reading: Reading, line: Line, last: Referent | None) -> Iterator[_Share]:
    numbers = numbers_of(line)
    if not numbers or not about_viewers(reading, line):
        return
    previous: _Share | None = None
    for number in numbers:
        work = _work(reading, line, number, last)
        if work is None or means_other(line, number):
            continue
        share = _Share(line, number, work, region_of(line, number, numbers), episode_of(line, number, previous), None, 0.92)
        share = replace(share, date=date_of(reading, line, number, previous), confidence=0.92 if line.of_type("Work") else 0.85)
        yield share
        previous = share


def numbers_of(line: Line) -> tuple[NumberPhrase, ...]:
    """The shares that a line tells, in order."""
    percents = list(find_percents(line.mask))
    for pattern in (_BARE, _PAIRED):
        percents += [NumberPhrase(*found.span("v"), found["v"], float(found["v"])) for found in pattern.finditer(line.mask)]
    return tuple(sorted(set(percents), key=lambda number: number.start))


def shares_of(reading: Reading, line: Line) -> tuple[NumberPhrase, ...]:
    """The shares that a line tells, and where it speaks of viewers every number that may be one: *"Queen Deokman" (28.8)*."""
    told = numbers_of(line)
    if "." not in line.mask or not about_viewers(reading, line):
        return told
    taken = {number.start for number in told}
    bare = [NumberPhrase(*found.span("v"), found["v"], float(found["v"])) for found in _DECIMAL.finditer(line.mask)]
    return tuple(sorted((*told, *(number for number in bare if number.start not in taken)), key=lambda number: number.start))


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load_words('english/ratings.yaml')[name])})\b", re.IGNORECASE)


def about_viewers(reading: Reading, line: Line) -> bool:
    """True if the percentages of a line are shares of viewers: the line says so, or its section does."""
    if _words("viewing").search(line.mask):
        return True
    near = [*reading.lines[:2], *(other for back in range(1, 12) if (other := reading.previous(line, back)))]
    return any(re.search(r"\bratings?\b|viewership|Nielsen", other.span.text, re.IGNORECASE) for other in near)


def means_other(line: Line, number: NumberPhrase) -> bool:
    """True if a number is no share that a work had: a mark to reach, a gain, the share of something else."""
    around = (
        line.mask[max(0, number.start - 28) : number.start] + "|" + re.split(r"[,;]", line.mask[number.end : number.end + 24])[0]
    )
    low = _clause_start(line, number.start)
    if re.match(r"[ -](?:range|mark|level|barrier|threshold|territory|line)\b", line.mask[number.end :]):
        return True
    return bool(
        _words("other").search(around) or _DOUBT.search(line.mask, low, number.start) or re.search(r"percentage|\bup \|", around)
    )


def _clause_start(line: Line, position: int) -> int:
    return max((found.end() for found in _SEPARATOR.finditer(line.mask, 0, position)), default=0)


def _clause_end(line: Line, position: int) -> int:
    found = _SEPARATOR.search(line.mask, position)
    return found.start() if found else len(line.mask)


def _work(reading: Reading, line: Line, number: NumberPhrase, last: Referent | None) -> Referent | None:
    belongs = re.match(
        rf"[^.;,]{{0,30}}\b(?:belong(?:s|ed)|goes|went) to (?:[^.;,\ue000-\uf7ff]{{0,30}} )?(?P<w>{WORK})",
        line.mask[number.end :],
    )
    if belongs:
        mention = line.at(number.end + belongs.start("w"))
        return reading.referent(mention) if mention else None
    before = [
        mention
        for mention in line.between(0, number.start, "Work")
        if reading.referent(mention).kind not in ("song", "album", "novel", "webtoon")
    ]
    if before:
        return reading.referent(before[-1])
    after = re.match(rf"[^.;,]{{0,40}}\b(?:for|by|of) (?P<w>{WORK})", line.mask[number.end :])
    mention = line.at(number.end + after.start("w")) if after else None
    return reading.referent(mention) if mention else (_work_of_paragraph(reading, line) or reading.topic_work(line) or last)


def _work_of_paragraph(reading: Reading, line: Line) -> Referent | None:
    """What the line before, in the same paragraph, speaks of."""
    before = reading.previous(line)
    if before is None or before.block != line.block:
        return None
    works = [reading.referent(mention) for mention in before.of_type("Work") if mention.form != "pronoun"]
    return next((work for work in works if work.kind not in ("song", "album", "novel", "webtoon")), None)


def region_of(line: Line, number: NumberPhrase, numbers: tuple[NumberPhrase, ...]) -> str | None:
    """The region named in the stretch that belongs to this number: after it up to the next one, else before it."""
    names = load_words("english/ratings.yaml")["regions"]
    following = next((other.start for other in numbers if other.start > number.end), None)
    clause = min(_clause_end(line, number.end), following or len(line.mask))
    after = _words("regions").search(line.mask, number.end, clause)
    if after:
        return str(names[folded(after.group())])
    previous = max((other.end for other in numbers if other.end <= number.start), default=0)
    before = list(_words("regions").finditer(line.mask, previous, number.start))
    if before:
        return str(names[folded(before[-1].group())])
    if re.match(r"[^.;]{0,25}\bto\b", line.mask[number.end : following or 0]) and previous == 0:
        return None
    leading = list(_words("regions").finditer(line.mask, 0, previous))
    return (
        str(names[folded(leading[0].group())])
        if leading and re.search(r"\bto\b|→|->", line.mask[previous : number.start])
        else None
    )


def episode_of(line: Line, number: NumberPhrase, previous: _Share | None) -> int | None:
    """The episode that a share belongs to: the one named beside it, the first, else that of the share before."""
    clause_low, clause_high = _clause_start(line, number.start), _clause_end(line, number.end)
    named = [(_gap(found, number), _episode_number(found)) for found in _EPISODE.finditer(line.mask)]
    close = [pair for pair in named if pair[0] < 40]
    within = [(_gap(found, number), _episode_number(found)) for found in _EPISODE.finditer(line.mask, clause_low, clause_high)]
    if within or close:
        return min(within or close)[1]
    if _words("first").search(line.mask, max(clause_low, number.start - 60), min(clause_high, number.end + 40)):
        return 1
    if previous is not None and not re.search(r"\b(?:had|while|whereas)\b", line.mask[previous.number.end : number.start]):
        return previous.episode
    return None


def _gap(found: re.Match[str], number: NumberPhrase) -> int:
    return found.start() - number.end if found.start() >= number.end else number.start - found.end()


def _episode_number(found: re.Match[str]) -> int:
    return int(found["n"]) if found["n"] else read_ordinal(found["o"]) or 0


def date_of(reading: Reading, line: Line, number: NumberPhrase, previous: _Share | None) -> str | None:
    """The day of a share: of the broadcast, beside the number, of the share before or of the section."""
    told = _day_of_broadcast(reading, line) or date_near(reading, line, number.start, 120)
    if told is None and _SAME_HOUR.search(line.mask):
        before = (reading.previous(line, back) for back in range(1, _HOUR_BACK + 1))
        told = next((day for head in before if head and (day := _day_of_broadcast(reading, head))), None)
    if (
        told is None
        and previous is not None
        and not re.search(r"\b(?:had|old|previous|record)\b", line.mask[previous.number.end : number.start])
    ):
        told = previous.date
    if told is None and not re.search(r"\b(?:record|previous|own best|highest|had)\b", line.mask):
        told = _heading_date(reading, line)
    clause = line.mask[_clause_start(line, number.start) : number.start]
    return told or (reading.published if _NOW.search(clause) and not _PAST.search(clause) else None)


_BROADCAST_ON = re.compile(
    r"\b(?:broadcast(?:ed)?|aired|telecast|airing)(?: on)? ?$"
)  # *according to P on the 14th* is not its day
_SAME_HOUR = re.compile(r"\b[Ss]ame (?:time|hour|day|slot|night)\b")
_HOUR_BACK = 3  # lines


def _day_of_broadcast(reading: Reading, line: Line) -> str | None:
    """The one day on which the line says that something was broadcast."""
    days = [
        when.iso
        for when in dates_in(reading, line, past=True)
        if when.iso and len(when.iso) == 10 and _BROADCAST_ON.search(line.mask, max(0, when.start - 24), when.start)
    ]
    return days[0] if len(set(days)) == 1 else None


def _heading_date(reading: Reading, line: Line) -> str | None:
    """The day of a section of ratings: a short line above that is a date and little else."""
    for back in range(1, 12):
        head = reading.previous(line, back)
        if head is None:
            return None
        if len(head.mask) <= 40:
            dates = [when.iso for when in dates_in(reading, head) if when.iso and len(when.iso) == 10]
            if dates:
                return dates[0]
    return None


RULES = (read_ratings,)

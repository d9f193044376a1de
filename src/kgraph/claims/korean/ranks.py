"""Ranks of works (ranked): 플릭스패트롤 월드 TV쇼 부문 1위, 박스오피스 정상, 9일 연속 1위."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.claims.korean.charts import chart_near, day_told, is_present, region_in, untitled, word_pattern
from kgraph.claims.korean.pairs import run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.untold import topic_work, unknown_title, unquoted
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.numbers_korean import NumberMention, find_percents, find_ranks, find_streaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

_LOST = re.compile(
    r"에서(?:는)? [^.\n]{0,14}(?:\d위|정상|내려|밀려|밀렸|미끄|물러|떨어)|에서 \d위|권|안에|까지 ?오를|[을를]? ?(?:내준|"
    r"내줬|빼앗|뺏)"
)
_MANY = re.compile(r"(?:\d+개 ?(?:국|국가|지역|나라)[^.\n]{0,14}|(?<![가-힣])등에서(?:는|도)? ?)$")
_LEAN = 4  # lines back to the one that named the chart, for the evidence to begin there
_EARLIER = re.compile(r"첫 ?주|지난주|종전|이전|당시|한때|공개 첫|역대|데뷔|정상을 밟")
_AMONG = re.compile(r"(?:한국 영화|개봉작|신작|외화|경쟁작|한국 작품)[^,.]{0,4}중[^,.]{0,6}$")
_TOPIC = re.compile(r"(?:에는|로는|은|는|엔|자리는|자리엔)(?: [^.,\n]{0,16})? ?$|에 ?$")
_TAKES = re.compile(
    r" ?시즌 ?\d+(?:이?다|였|이었)|[이가] (?:[가-힣]{1,6} ){0,2}(?:차지|이름을 올|자리|올랐|기록|꿰찼|지켰|머물|랭크|안착)"
)
_LONG_TOPIC = re.compile(r"(?:에는|에는|로는|은|는|엔|를 차지한 (?:작품|영화|드라마)[은는]|에 오른 (?:작품|영화|드라마)[은는]) ")
_ADNOMINAL = re.compile(
    r"(?: 자리)?[을를] (?:[가-힣]{1,6}(?:고 있는|지 않은|하는|하던)|차지한|지킨|지켰던|달리던|달리는|달린|기록한|수성한|"
    r"탈환한|꿰찬|찍은|한|거머쥔|유지한)[^.,\n]{0,12}$"
    r"|[에로] (?:오른|올랐던|머문|등극한|안착한|랭크된|진입한|데뷔한|올라선|이름을 올린)[^.,\n]{0,12}$|를? ?$|인 ?$"
)


@dataclass(frozen=True, slots=True)
class _Standing:
    """What a paragraph has told of its chart: the chart, the region and day of its ranks, and the line that told it."""

    block: int
    line: int
    chart: str
    region: str | None
    date: str | None


def read_ranks(reading: Reading) -> Iterator[Claim]:
    """Ranks of works, line by line; a chart once named holds on through its paragraph, with its region and day."""
    told: _Standing | None = None
    for line in reading.lines:
        if told is not None and told.block != line.sentence.block:
            told = _Standing(line.sentence.block, line.number, told.chart, None, None) if told.chart == "박스오피스" else None
        for found in find_ranks(unquoted(line.text)):
            rank = NumberMention(found.start + line.start, found.end + line.start, found.value)
            claims = list(_claims(reading, line, rank, told)) if _held(line, rank) else []
            yield from claims
            told = _standing(line, rank, told, claims)


def _standing(line: Line, rank: NumberMention, told: _Standing | None, claims: list[Claim]) -> _Standing | None:
    named = chart_near(line, (line.start, rank.start), rank)
    day = claims[0].qualifiers.date if claims else None
    if named:
        region = region_in(untitled(line, line.start, rank.start))
        return _Standing(line.sentence.block, line.number, named, region, day or (told.date if told else None))
    return replace(told, date=day or told.date) if told is not None else None


def _held(line: Line, rank: NumberMention) -> bool:
    """False for ranks hoped for, lost, of people, or held in a number of countries."""
    follow = line.words(rank.end, rank.end + 24)
    before = line.words(max(line.start, rank.start - 30), rank.start)
    gone = _LOST.match(follow) or word_pattern("not_held").search(follow[:10])
    return not gone and not word_pattern("not_of_works").search(before) and not _MANY.search(before)


def _claims(reading: Reading, line: Line, rank: NumberMention, told: _Standing | None) -> Iterator[Claim]:
    subjects = _subjects(reading, line, rank)
    own = chart_near(line, (line.start, line.end), rank)
    before = line.words(max(line.start, rank.start - 44), rank.start)
    told = told if "예매" not in before else None
    if not subjects or (own is None and told is None and ("역대" in before or _AMONG.search(before))):
        return
    region = region_in(untitled(line, _since_rating(line, rank), rank.start))
    date, since = _date(reading, line, rank, subjects[0]), None
    if told is not None and own in (None, told.chart):
        region, since = region or told.region, told.line
    if told is not None and date is None and not reading.dates(line) and not _EARLIER.search(line.text):
        date, since = (told.date, told.line) if own in (None, told.chart) else (None, since)
    if told is None and date is None and "동시간대" in before:
        date = _day_before(reading, line, subjects[0])
    if date is None and is_present(line.words(rank.end - 2, max(line.clause(rank.start)[1], rank.end))):
        date = reading.document.article.published
    chart = own or (told.chart if told else _box_office(reading, line))
    qualifiers = Qualifiers(rank=int(rank.value), chart=chart, region=region, date=date, days=_days(line, rank))
    since = since if since is not None and since < line.number <= since + _LEAN else None
    said = Said("ranks.rank", (rank.start, rank.end), 0.88 if qualifiers.chart else 0.8, qualifiers, since)
    for subject in subjects:
        yield reading.claim("ranked", (subject, None), line, said)


def _since_rating(line: Line, rank: NumberMention) -> int:
    """Where the words about a rank begin: after a rating told before it (수도권 11.9%로 1위), whose region is its own."""
    percents = [found.end for found in find_percents(line.words(line.start, rank.start))]
    return line.start + (percents[-1] if percents else 0)


def _subjects(reading: Reading, line: Line, rank: NumberMention) -> tuple[Referent, ...]:
    """Whose rank it is: 2위는 X; 1위를 차지한 X; X가 1위; X(3위); else the work under discussion."""
    after = next((phrase for phrase in line.works if phrase.start >= rank.end), None)
    if after is not None and _follows(line, rank, after):
        return (after.referent,)
    before = [phrase for phrase in line.works if phrase.mention.span.end <= rank.start]
    beaten = [phrase for phrase in before if _beaten(line, phrase.end)]
    before = [phrase for phrase in before if phrase not in beaten]
    people = [phrase for phrase in line.people if phrase.end <= rank.start and phrase.case in ("은", "이")]
    if not before:
        return () if people or line.number == 0 else _told_before(reading, line, beaten)
    last = before[-1]
    if (people and people[-1].start > last.end) or unknown_title(line, last.end, rank.start):
        return ()
    each = _each(line, before, rank)
    if each is not None:
        return (each,)
    run = run_to(line, last)
    return tuple(phrase.referent for phrase in run) if len(run) > 1 and "나란히" in line.text else (last.referent,)


def _told_before(reading: Reading, line: Line, beaten: list[Phrase]) -> tuple[Referent, ...]:
    work = topic_work(reading, line)
    return (work,) if work is not None and all(phrase.referent != work for phrase in beaten) else ()


def _follows(line: Line, rank: NumberMention, work: Phrase) -> bool:
    """True if the title after a rank is what holds it: 2위는 ‘X’다, 1위를 차지한 ‘X’, 관객수 1위는 ... ‘X’다."""
    between = line.words(rank.end, work.start)
    if unknown_title(line, rank.end, work.start):
        return False
    copula = work.case == "이다" or _TAKES.match(line.words(work.end, work.end + 22))
    if copula and _LONG_TOPIC.match(between) and len(between) < 120:
        return True
    person_between = any(rank.end <= phrase.start < work.start for phrase in line.people)
    return len(between) < 28 and not person_between and bool(_TOPIC.match(between) or _ADNOMINAL.match(between))


def _each(line: Line, works: list[Phrase], rank: NumberMention) -> Referent | None:
    """X와 Y가 각각 3위와 4위 (3, 4위): the first rank is X's, the second Y's."""
    if "각각" not in line.words(works[-1].end, rank.start):
        return None
    ranks = [found for found in find_ranks(line.text) if found.start + line.start >= works[-1].end]
    place = next(n for n, found in enumerate(ranks) if (found.start + line.start, found.value) == (rank.start, rank.value))
    return works[place - len(ranks)].referent if len(ranks) <= len(works) else None


def _beaten(line: Line, end: int) -> bool:
    """True if what stands before this place was beaten: ‘X’를 제치고."""
    return (
        re.match(
            r"['’”>〉》」』]?(?:[을를]|보다|\([^()]*\)[을를]?|에|에게)? ?[^.\n]{0,8}?(?:" + word_pattern("beaten").pattern + ")",
            line.words(end, end + 20),
        )
        is not None
    )


def _date(reading: Reading, line: Line, rank: NumberMention, subject: Referent) -> str | None:
    told = day_told(reading, line, (line.start, rank.start), released=True)
    if told is None and word_pattern("first_day").search(line.text):
        told = _first_day(reading, subject)
    return told


def _day_before(reading: Reading, line: Line, subject: Referent) -> str | None:
    """The day of a rank in its slot (동시간대 1위다), told with the work in the sentence before."""
    earlier = reading.lines[line.number - 1] if line.number else line
    if reading.dates(line) or earlier.sentence.block != line.sentence.block:
        return None
    named = any(phrase.referent == subject for phrase in earlier.works)
    return day_told(reading, earlier, (earlier.start, earlier.end)) if named else None


def _box_office(reading: Reading, line: Line) -> str | None:
    """The box office, where the article speaks of it and the line of an audience: 관객 3만 명으로 3위."""
    if not re.search(r"관객|상영관|스크린|개봉|통합전산망", line.text) or re.search(r"예매|시청률", line.text):
        return None
    return "박스오피스" if any("박스오피스" in other.text for other in reading.lines) else None


def _first_day(reading: Reading, subject: Referent) -> str | None:
    """The day on which the article says that the work came out."""
    from kgraph.claims.korean.releases import read_releases

    for claim in read_releases(reading):
        if claim.subject.ref == subject.ref and claim.qualifiers.date and len(claim.qualifiers.date) == 10:
            return claim.qualifiers.date
    return None


def _days(line: Line, rank: NumberMention) -> int | None:
    """How long the rank was held, told before it or right after it."""
    start = max(line.start, rank.start - 25)
    streaks = find_streaks(line.words(start, rank.end + 14))
    return int(streaks[-1].value) if streaks else None


RULES = (read_ranks,)

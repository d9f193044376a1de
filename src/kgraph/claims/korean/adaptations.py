"""What a work was made from (based_on), and who wrote the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.namesakes import SOURCE, first_of_title, is_namesake, kind_of_source, namesake
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import ORGANIZATION, PERSON, WORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim, Referent

_OTHER = f"[^{WORK}\n]"
_BRACKET = r"(?:\([^()]{0,60}\))?"
MADE = (
    r"(?:원작|바탕|토대|뼈대|기반|각색|드라마화|영화화|극화|모티브|모티프|옮긴|옮겼|옮겨|재해석|실사화|영상화|출발|"
    r"재탄생|만든|만들|다시 쓴|스크린)"
)
# 동명의 (인기) 웹툰을 원작으로, 원작은 주동근 작가가 그린 동명의 웹툰이다.
_NAMESAKE = re.compile(rf"동명의? ?(?:[가-힣{PERSON}]{{1,6}}(?:의)? ){{0,3}}?{SOURCE}(?P<rest>[^.\n]{{0,24}})")
# 조광진 작가의 웹툰에서 출발한 ‘X’: a source without a title of its own has that of the work.
_OF_AUTHOR = re.compile(
    rf"(?P<who>{PERSON})의 (?:(?:인기|동명|원작|장편|베스트셀러|네이버|카카오|다음) ){{0,2}}{SOURCE}(?:을|를|에서|이|가|"
    r"의)? (?P<rest>(?:원작|바탕|토대|출발|"
    rf"각색|기반|드라마로|영화로|옮|극화)[^.\n]{{0,16}})"
)
# (웹툰) ‘Y’를 원작으로, P의 소설 Y를 각색한.
_FROM = re.compile(
    rf"(?:{SOURCE} ?)?(?P<base>{WORK}){_BRACKET}(?:을|를|이|가|에서)?"
    r"(?P<how>(?: [가-힣]{1,6})? (?:원작|바탕|토대|뼈대|기반|각색|드라마화|영화화|극화|모티브|모티프|영화로 옮|"
    r"드라마로 옮|스크린에 옮|실사화|출발)[^.\n]{0,12})"
)
# (X의) 원작은 (P의) 웹툰 ‘Y’다, 원작 소설 ‘Y’.
_SOURCE_IS = re.compile(
    rf"원작(?:[은이] (?P<between>{_OTHER}{{0,20}}?)(?P<base>{WORK}){_BRACKET}(?=이?다|이며|이고|인데|으로|로|,|\.)|"
    rf" ?{SOURCE} ?(?P<titled>{WORK}))"
)
_LEANS = re.compile(r"[을를] (?:원작|바탕|토대|기반)[^.\n]{0,20}?(?:한|하는|된|됐던|만든|만들어진|옮긴) [^.,\n]{0,16}")
NOT = re.compile(r"아니|않|없")
_SOURCE_KINDS = frozenset(("webtoon", "novel", "play", "game"))


def read_based(reading: Reading) -> Iterator[Claim]:
    """Adaptations: 동명 웹툰 원작, 소설 ‘Y’를 원작으로 한 ‘X’, 원작은 웹툰 ‘Y’다."""
    for line in reading.lines:
        text = line.shape.text
        for match in line.shape.find(_NAMESAKE) if "동명" in text else ():
            yield from _namesake(reading, line, match)
        for match in line.shape.find(_OF_AUTHOR) if line.people else ():
            yield from _of_author(reading, line, match)
        yield from _twins(reading, line)
        for pattern in (_FROM, _SOURCE_IS) if line.works else ():
            for match in line.shape.find(pattern):
                yield from _based(reading, line, match)


def _namesake(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    around = line.shape.text[max(0, match.start() - 30) : match.start()] + match["rest"]
    if not re.search(MADE, around) or NOT.search(match["rest"]):
        return
    work = subject_of(reading, line, match)
    if work is None:
        return
    source = namesake(reading, work, kind_of_source(match["source"]))
    trigger = line.shape.where(match, "source")
    yield reading.claim("based_on", (work, source), line, Said("works.namesake", trigger, 0.92))
    for person in _authors(line, match):
        yield reading.claim("wrote", (person.referent, source), line, Said("works.author", trigger, 0.88))


def _authors(line: Line, match: re.Match[str]) -> Iterator[Phrase]:
    """Whoever the words name as the author of the source: 주동근 작가가 그린 동명의 웹툰, 동명의 주동근 웹툰."""
    before = re.search(
        rf"(?P<who>{PERSON})(?:이|가|의)? ?(?:그린|쓴|집필한|연재한|펴낸|의)? ?$", line.shape.text[: match.start()]
    )
    inside = re.search(rf"동명의? ?(?:[가-힣]{{1,6}} )?(?P<who>{PERSON})", match[0])
    for found, offset in ((before, 0), (inside, match.start())):
        if found is not None:
            yield from line.shape.phrases(found.start("who") + offset, found.end("who") + offset)[:1]


def _of_author(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    work = subject_of(reading, line, match)
    if work is None or NOT.search(match["rest"]) or work.kind in _SOURCE_KINDS:
        return
    source = namesake(reading, work, kind_of_source(match["source"]))
    trigger = line.shape.where(match, "source")
    yield reading.claim("based_on", (work, source), line, Said("works.of_author", trigger, 0.82))
    for person in line.shape.group(match, "who"):
        yield reading.claim("wrote", (person.referent, source), line, Said("works.author", trigger, 0.82))


def _twins(reading: Reading, line: Line) -> Iterator[Claim]:
    """동명의 웹툰 where it is a mention itself: the source shares its title with the work made from it."""
    for phrase in line.works:
        if not is_namesake(phrase) or (phrase.referent.kind not in _SOURCE_KINDS and _turned(line, phrase)):
            continue
        around = line.words(max(line.start, phrase.start - 40), phrase.start) + line.words(phrase.end, phrase.end + 26)
        work, source = first_of_title(reading, phrase.referent), phrase.referent
        leant = _leant(line, phrase)
        if leant is not None and leant != work:
            work, source = leant, namesake(reading, leant, phrase.referent.kind)
        if work is not None and re.search(MADE, around) and not NOT.search(line.words(phrase.end, phrase.end + 14)):
            said = Said("works.namesake", (phrase.mention.span.start, phrase.mention.span.end), 0.93)
            yield reading.claim("based_on", (work, source), line, said)
            yield from _author(reading, line, (phrase, source))


def _author(reading: Reading, line: Line, told: tuple[Phrase, Referent]) -> Iterator[Claim]:
    """Who stands right before 동명 소설 as its owner: 소설가 P의 동명 소설."""
    phrase, source = told
    owner = next((person for person in line.people if 0 <= phrase.start - person.after <= 1), None)
    if owner is not None and owner.case == "의":
        said = Said("works.author", (phrase.mention.span.start, phrase.mention.span.end), 0.86)
        yield reading.claim("wrote", (owner.referent, source), line, said)


def _leant(line: Line, twin: Phrase) -> Referent | None:
    """The title that the words after 동명 소설을 lean on: 동명 소설을 원작으로 제작된 ‘X’."""
    after = next((phrase for phrase in line.works if phrase.start >= twin.end), None)
    if after is None or is_namesake(after) or any(twin.end <= one.start < after.start for one in line.people):
        return None
    return after.referent if _LEANS.fullmatch(line.words(twin.end, after.start)) else None


def _turned(line: Line, phrase: Phrase) -> bool:
    return re.match(r"으?로 (?:만들|리메이크|다시|제작|재탄생|옮겨)", line.words(phrase.end, phrase.end + 12)) is not None


def subject_of(reading: Reading, line: Line, match: re.Match[str], *, but: Referent | None = None) -> Referent | None:
    """The work made from it: the title that the words lean on (원작으로 한 ‘X’), else the subject before, else the topic."""
    shape = line.shape
    rest = shape.text[match.start() : match.end() + 40]
    lean = re.search(
        rf"(?:한|하는|된|되는|옮긴|만든|삼은|둔|인|한다는|각색한) (?:[^{WORK}{PERSON}.,\n]{{0,24}})(?P<work>{WORK})", rest
    )
    if lean is not None:
        place = match.start() + lean.start("work")
        found = shape.phrases(place, place + 1)
        if found and found[0].referent != but and place >= match.end() - 30:
            return found[0].referent
    before = [
        phrase for place, phrase in shape.letters if phrase.type == "Work" and place < match.start() and phrase.referent != but
    ]
    for cases in (("은", "이", "도"), ("의", "", "을")):
        for phrase in reversed(before):
            if phrase.case in cases and not is_namesake(phrase):
                return phrase.referent
    work = reading.work_before(line)
    return work if work is not None and work != but else None


def _based(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    group = match.groupdict()
    base = line.shape.group(match, "base") or (line.shape.group(match, "titled") if group.get("titled") else ())
    if not base or is_namesake(base[0]) or NOT.search(group.get("how") or ""):
        return
    stated = group.get("source") is not None or re.search(SOURCE, group.get("between") or "") is not None
    predicate = source_predicate(base[0].referent, group.get("between") or "", stated=stated)
    if predicate is None or (
        match.re is _FROM and not stated and base[0].referent.kind not in _SOURCE_KINDS and "원작" not in match[0]
    ):
        return
    work = subject_of(reading, line, match, but=base[0].referent)
    if work is not None:
        said = Said("works.based_on", (base[0].start, base[0].end), 0.88)
        yield reading.claim(predicate, (work, base[0].referent), line, said)


def source_predicate(base: Referent, between: str, *, stated: bool) -> str | None:
    """A drama or film made again is a remake, anything else a source: 원작은 영국 BBC의 ‘닥터 포스터’다 -> remake_of."""
    if base.kind in ("song", "album"):
        return None
    screen = re.search("드라마|영화|시리즈", between) or ORGANIZATION in between
    if base.kind in _SOURCE_KINDS or (stated and not screen):
        return "based_on"
    return "remake_of" if base.kind in ("series", "film", "variety") or screen else "based_on"


RULES = (read_based,)

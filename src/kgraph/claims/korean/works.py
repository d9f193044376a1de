"""What a work was made from or follows (based_on, remake_of, sequel_of), and who wrote its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.claims.korean.namesakes import SOURCE, kind_of_source, namesake
from kgraph.claims.korean.reading import Line, Reading, Said
from kgraph.claims.korean.shape import PERSON, WORK
from kgraph.model import Claim, Referent
from kgraph.text.keys import name_key

_OTHER = f"[^{WORK}\n]"
_BRACKET = r"(?:\([^()]{0,60}\))?"
_MADE = (
    r"(?:원작|바탕|토대|뼈대|기반|각색|드라마화|영화화|극화|모티브|모티프|옮긴|옮겼|재해석|실사화|영상화|출발|리메이크|재탄생|만든|만들|다시 쓴|스크린)"
)
# 동명의 (인기) 웹툰을 원작으로, 원작은 주동근 작가가 그린 동명의 웹툰이다.
_NAMESAKE = re.compile(rf"동명의? ?(?:[가-힣{PERSON}]{{1,6}}(?:의)? ){{0,3}}?{SOURCE}(?P<rest>[^.\n]{{0,24}})")
# (웹툰) ‘Y’를 원작으로, P의 소설 Y를 각색한.
_FROM = re.compile(
    rf"(?P<noun>{SOURCE})? ?(?P<base>{WORK}){_BRACKET}(?:을|를|이|가|의|에서)? ?(?P<how>(?:[가-힣]{{1,6}} )?(?:원작|바탕|토대|뼈대|기반|각색|드라마화|영화화|극화|모티브|모티프|영화로 옮|드라마로 옮|스크린에 옮|실사화|출발)[^.\n]{{0,12}})"
)
# (X의) 원작은 (P의) 웹툰 ‘Y’다, 원작 소설 ‘Y’.
_SOURCE_IS = re.compile(
    rf"원작(?:[은이] {_OTHER}{{0,20}}?(?P<base>{WORK}){_BRACKET}(?=이?다|이며|으로|로|,|\.)| ?{SOURCE} ?(?P<titled>{WORK}))"
)
# ‘Y’를 리메이크한 (X), ‘Y’의 리메이크작 (X).
_REMADE = re.compile(rf"(?P<old>{WORK}){_BRACKET}(?:을|를|의) ?(?:[가-힣]{{1,8}} ){{0,3}}?(?P<word>리메이크|한국판|번안)(?P<rest>[^.\n]{{0,20}})")
_REMAKE = re.compile(r"(?P<word>다시 만들어지는|다시 만들어진|다시 제작되는|리메이크(?:되는|된|작|판|한다|된다)?)")
# ‘부산행’과 그 속편 ‘반도’, X는 Y의 속편이다.
_FOLLOWS = re.compile(
    rf"(?P<first>{WORK}){_BRACKET}(?:의|과|와|을 잇는|를 잇는|에 이은|에 이어)? ?(?:그 )?(?P<word>속편|후속편|후속 시즌|두 번째 시즌|2편|시즌 ?2)(?:인|이자|격인|에 해당하는)? (?:영화 |드라마 |시리즈 )?(?P<second>{WORK})"
)
_IS_SEQUEL = re.compile(
    rf"(?P<second>{WORK}){_BRACKET}[은는이가] {_OTHER}{{0,40}}?(?P<first>{WORK}){_BRACKET}(?:의|를 잇는|을 잇는)? ?{_OTHER}{{0,10}}?(?P<word>속편|후속편|두 번째 시즌|후속 시즌)(?!은 아|이 아)"
)
_NOT = re.compile(r"아니|않|없")


def read_based(reading: Reading) -> Iterator[Claim]:
    """Adaptations: 동명 웹툰 원작, 소설 ‘Y’를 원작으로 한 ‘X’, 원작은 웹툰 ‘Y’다."""
    for line in reading.lines:
        for match in line.shape.find(_NAMESAKE):
            yield from _namesake(reading, line, match)
        yield from _twins(reading, line)
        for pattern in (_FROM, _SOURCE_IS):
            for match in line.shape.find(pattern):
                yield from _based(reading, line, match)


def _namesake(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    around = line.shape.text[max(0, match.start() - 30) : match.start()] + match["rest"]
    if not re.search(_MADE, around) or _NOT.search(match["rest"]):
        return
    work = _subject(reading, line, match)
    if work is None:
        return
    source = namesake(reading, work, kind_of_source(match["source"]))
    said = Said("works.namesake", line.shape.where(match, "source"), 0.92)
    yield reading.claim("based_on", (work, source), line, said)
    author = re.search(rf"(?P<who>{PERSON})(?:이|가|의)? ?(?:그린|쓴|집필한|연재한|펴낸|의)? ?$", line.shape.text[: match.start()])
    inside = re.search(rf"동명의? ?(?:[가-힣]{{1,6}} )?(?P<who>{PERSON})", match[0])
    for found, offset in ((author, 0), (inside, match.start())):
        if found is not None:
            person = line.shape.phrases(found.start("who") + offset, found.end("who") + offset)
            if person:
                yield reading.claim("wrote", (person[0].referent, source), line, Said("works.author", said.trigger, 0.88))


def _twins(reading: Reading, line: Line) -> Iterator[Claim]:
    """동명의 웹툰 where it is a mention itself: the source shares its title with the work made from it."""
    for phrase in line.works:
        if phrase.mention.form != "role" or not phrase.mention.span.text.startswith(("동명", "같은")):
            continue
        around = line.words(max(line.start, phrase.start - 40), phrase.start) + line.words(phrase.end, phrase.end + 26)
        work = _first_of_title(reading, phrase.referent)
        if work is not None and re.search(_MADE, around) and not _NOT.search(line.words(phrase.end, phrase.end + 14)):
            said = Said("works.namesake", (phrase.mention.span.start, phrase.mention.span.end), 0.93)
            yield reading.claim("based_on", (work, phrase.referent), line, said)


def _first_of_title(reading: Reading, source: Referent) -> Referent | None:
    key = name_key(source.name)
    titled = (one for one in reading.mentions.referents if one.type == "Work" and one.ref != source.ref)
    return next((one for one in titled if name_key(one.name) == key), None)


def _subject(reading: Reading, line: Line, match: re.Match[str], *, but: Referent | None = None) -> Referent | None:
    """The work made from it: the title that the words lean on (원작으로 한 ‘X’), else the subject before, else the topic."""
    shape = line.shape
    rest = shape.text[match.start() : match.end() + 40]
    lean = re.search(rf"(?:한|하는|된|되는|옮긴|만든|삼은|둔|인|한다는|각색한) (?:[^{WORK}{PERSON}.,\n]{{0,24}})(?P<work>{WORK})", rest)
    if lean is not None:
        found = shape.phrases(match.start() + lean.start("work"), match.start() + lean.end("work"))
        if found and found[0].referent != but and match.start() + lean.start("work") >= match.end() - 30:
            return found[0].referent
    before = [phrase for place, phrase in shape.letters if phrase.type == "Work" and place < match.start() and phrase.referent != but]
    for cases in (("은", "이", "도"), ("의", "", "을")):
        for phrase in reversed(before):
            if phrase.case in cases:
                return phrase.referent
    work = reading.work_before(line)
    return work if work is not None and work != but else None


def _based(reading: Reading, line: Line, match: re.Match[str]) -> Iterator[Claim]:
    base = line.shape.group(match, "base") or (line.shape.group(match, "titled") if match.re is _SOURCE_IS else ())
    if not base or base[0].mention.form == "role":
        return
    kind, stated = base[0].referent.kind, match.groupdict().get("source")
    is_source = stated is not None or kind in ("webtoon", "novel", "play", "game", "other", None)
    how = match.groupdict().get("how") or ""
    if _NOT.search(how) or (not is_source and "원작" not in match[0]):
        return
    work = _subject(reading, line, match, but=base[0].referent)
    if work is not None:
        said = Said("works.based_on", (base[0].start, base[0].end), 0.88)
        yield reading.claim("based_on", (work, base[0].referent), line, said)


def read_remakes(reading: Reading) -> Iterator[Claim]:
    """Remakes: ‘Y’를 리메이크한 ‘X’; 12년 만에 다시 만들어지는 ‘X’ (of the old work of that title)."""
    named = False
    for line in reading.lines:
        for match in line.shape.find(_REMADE):
            old = line.shape.group(match, "old")
            if not old or _NOT.search(match["rest"]):
                continue
            new = _subject(reading, line, match, but=old[0].referent)
            if new is not None:
                named = True
                yield reading.claim("remake_of", (new, old[0].referent), line, Said("works.remake", line.shape.where(match, "word"), 0.9))
    if not named:
        yield from _same_title(reading)


def _same_title(reading: Reading) -> Iterator[Claim]:
    """The first line that calls a work a remake and names no other: it repeats the old one of its title."""
    for line in reading.lines[1:]:
        works = {phrase.referent.ref: phrase.referent for phrase in line.works}
        match = _REMAKE.search(line.shape.text)
        if match is not None and len(works) == 1 and re.match(rf"{_OTHER}{{0,20}}{WORK}", line.shape.text[match.end() :]):
            work = next(iter(works.values()))
            said = Said("works.same_title", line.shape.where(match, "word"), 0.85)
            yield reading.claim("remake_of", (work, namesake(reading, work, work.kind)), line, said)
            return


def read_sequels(reading: Reading) -> Iterator[Claim]:
    """Sequels: ‘X’와 그 속편 ‘Y’; Y는 X의 속편이다."""
    for line in reading.lines:
        for pattern in (_FOLLOWS, _IS_SEQUEL):
            for match in line.shape.find(pattern):
                first, second = line.shape.group(match, "first"), line.shape.group(match, "second")
                if first and second and first[0].referent.ref != second[0].referent.ref:
                    ends = (second[0].referent, first[0].referent)
                    yield reading.claim("sequel_of", ends, line, Said("works.sequel", line.shape.where(match, "word"), 0.92))


RULES = (read_based, read_remakes, read_sequels)

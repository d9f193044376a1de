"""When works came out or will (released_on): 첫 방송, 공개, 개봉, 발매."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.claims.korean.namesakes import is_namesake
from kgraph.claims.korean.pairs import run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import PERSON, WORK
from kgraph.claims.korean.untold import topic_work
from kgraph.model import Claim, Qualifiers, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.text.dates_korean import DateMention

_RANGE = 4  # characters between the first and the last day: 부터 and a space
_NEAR = 34  # characters between a date and the word of release; read off development articles, 2026-11
_NOT_WORK = (
    "포스터|예고편|예고|티저|스틸|영상|사진|라인업|비하인드|메이킹|화보|하이라이트|뮤직비디오|대본|시놉시스|캐스팅|"
    "제작발표회|쇼케이스|이미지|트레일러|컷|수치|자료|집계|통계|순위|명단|결과|성적표|근황|일상|소식|편지|글"
)
_VERB = re.compile(
    r"(?P<first>첫 ?(?:방송|방영|전파|선을|공개|삽|회)|첫방|베일을 벗|시청자들?(?:을|과|를) (?:만난|만나는|찾아|만날)|"
    r"안방극장을 찾|전파를 탄|선보(?=인다|일 |이는)|"
    r"개막(?=한|하|해|될|된)|초연(?=한|하|된|되)|찾아온다|찾아오는|관객을 만난|관객과 만난|관객과 만날|만날 수 있)"
    r"|(?<![재비미])(?P<open>개봉(?!관|박두|영화)|공개(?! ?(?:연애|열애|코미디|오디션|석상|방송|홀|적|입찰|수배))|발매|"
    r"출시|출간|상영을 시작|극장에 걸|극장가에|스크린에 걸)"
    r"|(?P<air>(?:방송|방영)(?=되는|될|된다|된 |됐|하는|한다|을 시작|을 앞|을 확정| 예정|되며)|출발(?=해|한|했)|막을 올)"
    r"|(?P<came>나온(?= )|시작(?=한 |된 )|선보인(?= )|발표한(?= )|제작된(?= )|만든(?= ))"
)
_FOLLOWED = re.compile(r"(?:의|을|를)? ?(?:후속|이을|이어|잇는|속편|그 속편)")
_LEFT = re.compile(r"(?:[을를])? ?(?:미루|미뤘|연기|취소|불발|중단|안 |못)|(?:하지|되지) (?:않|못)")


def read_releases(reading: Reading) -> Iterator[Claim]:
    """Releases with their dates: 지난달 28일 공개된 ‘X’, ‘X’는 오는 28일 첫 방송된다, 2007년 개봉작 ‘X’."""
    for line in reading.lines:
        dates = [date for date in reading.dates(line) if date.iso]
        if not dates:
            continue
        for match in line.find(_VERB):
            found = _release(reading, line, match, dates)
            if found is not None:
                said = Said(
                    "releases.verb", (line.start + match.start(), line.start + match.end()), 0.92, Qualifiers(date=found[1])
                )
                for work in found[0]:
                    yield reading.claim("released_on", (work, None), line, said)
        yield from _dated_titles(reading, line, dates)
        yield from _shown(reading, line, dates)
        yield from _ran(reading, line, dates)
    yield from _bracketed(reading)


def _release(reading: Reading, line: Line, match: re.Match[str], dates: list[DateMention]) -> tuple[list[Referent], str] | None:
    start, end = line.start + match.start(), line.start + match.end()
    date = _date(line, match, dates)
    if date is None or date.iso is None or _LEFT.match(line.words(end, end + 12)) or not _fits(match, line, date, end):
        return None
    before, after = line.words(date.end, start), line.words(end, end + 22)
    if before.startswith((" 기준", "까지")):
        return None
    if re.search(_NOT_WORK, before) or re.match(rf"[가-힣]{{0,4}} [^{WORK}\n]{{0,12}}(?:{_NOT_WORK})", after):
        return None
    if _other_object(line, start):
        return None
    works = _works(reading, line, date, end)
    return (works, date.iso) if works else None


def _other_object(line: Line, start: int) -> bool:
    """True if something else is what comes out: 라운지웨어를 출시한다."""
    if not re.search(r"[가-힣A-Za-z0-9][을를] $", line.words(max(line.start, start - 3), start)):
        return False
    return not any(start - 4 <= phrase.end <= start for phrase in line.works)


def _date(line: Line, match: re.Match[str], dates: list[DateMention]) -> DateMention | None:
    """The date right before the verb, else right after it (첫 방송은 오는 28일)."""
    start, end = line.start + match.start(), line.start + match.end()
    before = [date for date in dates if date.end <= start and start - date.end <= _NEAR]
    between = [phrase for phrase in line.works if before and before[-1].end <= phrase.start < start]
    passed = all(
        phrase.case in ("이", "은") or re.match(r" ?(?:후속|을 ?잇|를 ?잇|에 ?이어)", line.words(phrase.end, start))
        for phrase in between
    )
    if before and passed and not re.search(r"[.]|까지|사이|부터 [^ ]+까지|(?:했|됐)[고으지]", line.words(before[-1].end, start)):
        return before[-1]
    after = [date for date in dates if end <= date.start <= end + 12]
    if after and re.fullmatch(r"(?:일|일자|일정|시기|시점|날짜)?[은는이을]? ?(?:바로 )?", line.words(end, after[0].start)):
        return after[0]
    return None


def _fits(match: re.Match[str], line: Line, date: DateMention, end: int) -> bool:
    """Plain 방송 needs a coming day or a mere year: ‘지난 16일 방송된’ is one more episode; 나온 and 발표한 need a title next."""
    if match["air"]:
        ahead = re.match(r"되는|될|된다|하는|한다|을|를| 예정|[가-힣]*해|[가-힣]*[한했]", line.words(end, end + 8)) is not None
        fresh = (
            len(date.iso or "") < 10
            or re.search("새|신작|첫|후속|부터", line.words(line.start, min(line.end, end + 30))) is not None
        )
        return (ahead and fresh and not re.match("된 |됐", line.words(end, end + 2))) or len(date.iso or "") == 4
    if match["came"]:
        return any(end <= phrase.start <= end + 20 for phrase in line.works)
    return True


@cache
def _adnominal() -> re.Pattern[str]:
    return re.compile(
        r"(?:을|를|이)?(?: ?(?:예정|확정|앞|시작|전파)[^ \n]{0,3})?[가-힣]{0,3}(?:된|되는|될|한|하는|할|인|온|온다|작|던|"
        r"둔|은|는|진)? "
        rf"[^{PERSON}.,\n]{{0,24}}$|작 ?$| ?$"
    )


def _works(reading: Reading, line: Line, date: DateMention, end: int) -> list[Referent]:
    """The works that the release is of: the title that the verb leans on, else the subjects before, else the topic."""
    after = next((phrase for phrase in line.works if phrase.start >= end), None)
    if after is not None and _leans(line, end, after.start):
        return [after.referent]
    before = [
        phrase
        for phrase in line.works
        if (phrase.end <= date.start or phrase.end <= end) and not _FOLLOWED.match(line.words(phrase.after, phrase.after + 6))
    ]
    for cases in (("은", "이", "도", "이다"), ("의", "", "을", "에서")):
        for phrase in reversed(
            before if cases[0] == "은" else [one for one in before if one.case or one.start > date.start - 40]
        ):
            if phrase.case in cases and not re.match(
                rf"(?:의)? ?(?:[가-힣0-9]{{1,6}} )?(?:{_NOT_WORK})", line.words(phrase.end, phrase.end + 14)
            ):
                run = run_to(line, phrase)
                return [one.referent for one in run if one is phrase or not _FOLLOWED.match(line.words(one.end, one.end + 6))]
    work = None if before or after else topic_work(reading, line)
    return [work] if work is not None else []


def _leans(line: Line, end: int, title: int) -> bool:
    words = line.words(end, title)
    if len(words) > 30 or any(end <= phrase.start < title for phrase in line.people):
        return False
    return (
        _adnominal().match(words) is not None
        and re.match(r"[가-힣]{0,5}(?:다|고|며|지만|는데|해|돼|되어|하여)[ .,]", words) is None
    )


def _dated_titles(reading: Reading, line: Line, dates: list[DateMention]) -> Iterator[Claim]:
    """A year right before a title dates it: 1999년작 <X>, 지난해 JTBC ‘X’에서, 2007년 영화 ‘X’로."""
    for phrase in line.works:
        reborn = _REBORN.match(line.words(phrase.end, phrase.end + 10)) is not None
        reach = 40 if reborn or _MADE.match(line.words(phrase.end, phrase.end + 10)) else 14
        date = next((date for date in reversed(dates) if date.end <= phrase.start <= date.end + reach), None)
        if date is None or len(date.iso or "") != 4:
            continue
        between = line.words(date.end, phrase.start)
        made = re.fullmatch(r" ?(?:작|산|도작)(?:인)? ?(?:영화|드라마)? ?", between)
        plain = _YEARLY.fullmatch(between) if _plain(line, phrase.end) else None
        if made or plain or reborn:
            said = Said("releases.year", (date.start, date.end), 0.93 if made else 0.8, Qualifiers(date=date.iso))
            yield reading.claim("released_on", (phrase.referent, None), line, said)


def _plain(line: Line, end: int) -> bool:
    """True if the words after a title tell of no prize, rank or audience, whose year it would rather be."""
    return re.search(r"상[을를 ]|수상|후보|\d위|시청률|재개봉|리메이크|주년", line.words(end, end + 28)) is None


_YEARLY = re.compile(
    r"(?:에는|에|엔)?,? ?(?:[A-Za-z가-힣0-9]{2,8}(?:의|에서)? ){0,2}|(?:에는|에|엔) [^.\n]{2,30}(?:주연의|각본의|연출의|"
    r"나오는|나온|뒤바뀌는|그린|담은|다룬|뭉친|만난) "
)
_MADE = re.compile(r"[을를] (?:선보|내놓|내놨|발표|만들|찍|연출|썼|집필)")
_UNTIL = re.compile(r"부터 ")
_RAN = re.compile(r"까지 ?[^.\n]{0,24}?(?:방영|방송|연재|상영|공연)(?:된|됐|되었|되며|한|했|하였|돼)")
_REBORN = re.compile(r"으?로 (?:다시 태어|리메이크|재탄생|바뀌|옮겨)|[이가] (?:됐다|되었다)")
_SHOWN = re.compile(
    r"[을를] (?P<verb>선보인다|선보일|낸다|냈다|내놨다|방송한다|방영한다|상영한다|"
    r"공개한다|발매한다|발표한다|내놓는다|내놓을|발매했|발표했|공개했|선보였|내놓았|내놨)"
)


def _shown(reading: Reading, line: Line, dates: list[DateMention]) -> Iterator[Claim]:
    """오는 15일 ‘X’를 선보인다: the title stands between its date and the verb."""
    for phrase in line.works:
        verb = _SHOWN.match(line.words(phrase.end, phrase.end + 10))
        date = next((date for date in reversed(dates) if date.end <= phrase.start and phrase.start - date.end <= 30), None)
        if (
            verb is not None
            and date is not None
            and (phrase.referent.kind is not None or verb["verb"].startswith("발매"))
            and not re.search(_NOT_WORK, line.words(date.end, phrase.start))
        ):
            place = (phrase.end + verb.start("verb"), phrase.end + verb.end("verb"))
            yield reading.claim(
                "released_on", (phrase.referent, None), line, Said("releases.shown", place, 0.88, Qualifiers(date=date.iso))
            )


def _ran(reading: Reading, line: Line, dates: list[DateMention]) -> Iterator[Claim]:
    """2009년 3월 4일부터 4월 30일까지 방영된: a work came out on the first day of its run."""
    for first, last in pairwise(dates):
        told = _UNTIL.match(line.words(first.end, last.start + 1)) and _RAN.match(line.words(last.end, line.end))
        before = [phrase for phrase in line.works if phrase.end <= first.start and phrase.case in ("은", "이")]
        work = before[-1].referent if before else topic_work(reading, line)
        if told and work is not None and last.start - first.end < _RANGE:
            said = Said("releases.ran", (first.start, first.end), 0.88, Qualifiers(date=first.iso))
            yield reading.claim("released_on", (work, None), line, said)


def _bracketed(reading: Reading) -> Iterator[Claim]:
    """‘엽기적인 그녀’(2001): a year in brackets right after a title."""
    for line in reading.lines:
        for phrase in line.works:
            if phrase.bracket is None or is_namesake(phrase):
                continue
            year = re.fullmatch(r"(?:[가-힣A-Za-z0-9 ]{0,10}[,·] ?)?((?:19|20)\d\d)년?", line.words(*phrase.bracket))
            if year is not None:
                said = Said(
                    "releases.bracket", (phrase.bracket[1] - len(year[1]), phrase.bracket[1]), 0.95, Qualifiers(date=year[1])
                )
                yield reading.claim("released_on", (phrase.referent, None), line, said)


RULES = (read_releases,)

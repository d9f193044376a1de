"""What a Korean article speaks of when a line begins: the work and the person that a dropped subject or 드라마는 would mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.korean.signs import MAKERS
from kgraph.text.topics_korean import prominent_of, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Referent

_SOURCES = ("webtoon", "novel", "play", "game")
_MUSIC = ("song", "album")
_LEADS = frozenset(("은", "이", "도", "이다"))
_BEFORE = re.compile(r"(?<![가-힣])(?:앞서|이전에|이전까지|그동안|과거|데뷔 후|전작|그간)(?![가-힣]{2})")
_CHARGE = re.compile(r"(?:촬영 ?감독|촬영|연출|각본|극본|대본|음악|음악감독|감독|주연|프로듀서|메가폰)[은는] ")
_KNOWN_BY = re.compile(
    r"에서도 |(?:에서|으로|로|을 통해|를 통해) (?:[가-힣\d]{1,6} ){0,2}?(?:데뷔|이름을|얼굴을|주목|스타덤|인기|눈도장|"
    r"[가-힣]*상[을 ])"
)
_REACH = 4  # how many lines back a dropped subject is looked up


@dataclass(frozen=True, slots=True)
class Topic:
    """The work under discussion before a line, and the person with the line where they were last spoken of."""

    work: Referent | None
    person: tuple[Line, Phrase] | None


def find_topics(lines: tuple[Line, ...], main: Referent | None) -> Iterator[Topic]:
    """The topic before each line; a paragraph begins with the work of the subheading above it,
    else with the article's main work.
    """
    work, first = main, 0
    for number, line in enumerate(lines):
        if number == 0 or line.sentence.block != lines[number - 1].sentence.block:
            work, first = _headed(lines, number) or main, number
        yield Topic(work, _person(lines, number, first))
        refs = {phrase.referent.ref: phrase.referent for phrase in line.works}
        found = prominent_of(line.spoken(tuple(phrase for phrase in line.works if _may_lead(phrase, main))))
        work = refs[found] if found and not _looks_back(line, found, main.ref if main else "") else work


def _looks_back(line: Line, work: str, main_ref: str) -> bool:
    """True for a sentence on a person that only mentions what they made before: 봉 감독은 앞서 ‘옥자’를 연출했다,
    송강호는 ‘괴물’에서도 봉 감독과 만났다.
    """
    own = [phrase for phrase in line.works if phrase.referent.ref == work]
    if work != main_ref and _CHARGE.match(line.text):
        return all(phrase.case not in _LEADS for phrase in own)
    told = _BEFORE.search(line.text) is not None or (
        work != main_ref and all(_KNOWN_BY.match(line.words(phrase.end, phrase.end + 24)) for phrase in own)
    )
    if not told or not any(phrase.case == "은" and phrase.role not in MAKERS for phrase in line.people):
        return False
    return all(phrase.case not in _LEADS for phrase in own)


def _may_lead(phrase: Phrase, main: Referent | None) -> bool:
    """False for a book or webtoon that is only the source of what the article is about."""
    if phrase.referent.kind in _MUSIC and main is not None and main.kind not in (None, "other", *_MUSIC):
        return False
    if phrase.referent.kind not in _SOURCES:
        return True
    return phrase.mention.form == "name" and phrase.case in ("은", "이")


def _person(lines: tuple[Line, ...], number: int, first: int) -> tuple[Line, Phrase] | None:
    """Whom the lines before turn on, within the paragraph."""
    before = lines[max(first, number - _REACH) : number][::-1]
    ref = topic_of(line.people_spoken for line in before)
    for line in before:
        for phrase in reversed(line.people):
            if phrase.referent.ref == ref:
                return line, phrase
    return None


def _headed(lines: tuple[Line, ...], number: int) -> Referent | None:
    """The only work of the subheading right above a paragraph."""
    above = lines[number - 1] if number > 1 else None
    if above is None or above.sentence.kind != "headline":
        return None
    works = {phrase.referent.ref: phrase.referent for phrase in above.works}
    return next(iter(works.values())) if len(works) == 1 else None

"""How old Korean articles say that their people are: 이지현(34), 1990년생 배우 이지현, 이지현은 올해 34세다."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.text.births import Birth, at_age, born_in, lived, year_of
from kgraph.text.sentence_at import SentenceAt
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Document, Mention, Sentence

BEFORE = 40  # characters before a name in which its age may stand
_SIGN = re.compile(r"\d\d")
_BORN = r"(?<!\d)(?:(?P<year>(?:18|19|20)\d\d)|(?P<short>\d\d))년 ?(?:\d{1,2}월 ?)?(?:\d{1,2}일 ?)?생"
_SINCE = r"(?P<since>(?:18|19|20)\d\d)년 ?\d{1,2}월 ?\d{1,2}일 ?[~∼–-] ?"  # as encyclopedias give a birthday
_AGE = r"(?<!\d)(?P<full>만 ?)?(?<!\d)(?P<age>\d{1,2}) ?[세살]"
_BESIDE = r"(?:여|남|여성|남성|여자|남자|사진|왼쪽|오른쪽|가운데|본명 [가-힣]{2,4}|[\u4e00-\u9fff]{2,4})"
_DOT = r" ?[·・ㆍ,/] ?"
_OPEN, _CLOSE = rf" ?\((?:{_BESIDE}{_DOT})?", rf"(?:{_DOT}{_BESIDE})?\)"
_BARE = re.compile(rf"{_OPEN}(?P<age>\d\d){_CLOSE}")
_BESIDE_NAME = re.compile(rf"{_OPEN}(?:{_AGE}|{_BORN}|{_SINCE}|만 ?(?P<man>\d{{1,2}})){_CLOSE}")
_LIVED = re.compile(r" ?\((?P<first>(?:18|19|20)\d\d)년? ?[-–—~∼] ?(?P<last>(?:19|20)\d\d)년?\)")
_SAID = re.compile(
    rf"[은는이가] (?:올해|현재|이제|지금)?(?:로)? ?(?:{_AGE}(?=이다|다|이며|이고|[이가] [됐되된]|,(?! ?\d)|\.|로,|$)"
    rf"|{_BORN}(?=이|으로|[,.]|$))"
)
_PART = re.compile(r"(?: ?\([^()]{1,20}\))? ?(?:역(?=[을은이의로도에,.)]|할|\s|$)|[-–—:] ?(?:배우|[가-힣]{2,4} 분))")
_AHEAD = rf"(?:{_AGE}|{_BORN})(?:인|의)?"


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What makes a name a character's, what tells a story, what counts, and an age before a name with callings between."""
    words = load_words("korean/ages.yaml")
    calling = either(load_words("korean/people.yaml")["before"])
    return (
        re.compile(rf"(?:{either(words['played'])}) ?(?:[가-힣]{{1,6}} ){{0,2}}$"),
        re.compile(either(words["told"])),
        re.compile(rf"{either(words['counted'])}|\d[위%]"),
        re.compile(rf"(?<![가-힣])(?:{_AHEAD}) (?:(?:{calling})(?:이자|인|겸)? ){{0,2}}$"),
    )


@cache
def _callings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A calling right before a name, and one between a name and a bracket: 마준하 감독(45)."""
    words = load_words("korean/people.yaml")
    before, after = either(words["before"]), either([*words["after"], "씨"])
    return re.compile(rf"(?<![가-힣])(?:{before}) $"), re.compile(rf" ?(?:{after})(?= ?\()")


def births_in(document: Document, named: Iterable[Mention]) -> Iterator[tuple[Mention, Birth]]:
    """The mentions beside which an age or a birth year stands, each with what it says; characters have none."""
    published = year_of(document.article.published)
    sentences = SentenceAt(document.sentences, _SIGN)
    for mention in named:
        sentence = sentences.of(mention.span)
        if sentence is not None and (birth := _birth(document.article.text, mention, (sentences, sentence), published)):
            yield mention, birth


def _birth(text: str, mention: Mention, where: tuple[SentenceAt, Sentence], published: int | None) -> Birth | None:
    sentences, sentence = where
    place, end = mention.span.end, sentence.span.end
    before = text[max(sentence.span.start, mention.span.start - BEFORE) : mention.span.start]
    played, told, counted, ahead = _words()
    if _PART.match(text, place, end) or (played.search(before) and not _callings()[0].search(before)):
        return None
    if behind := _callings()[1].match(text, place, end):
        place = behind.end()
    if found := _LIVED.match(text, place, end):
        return lived(int(found["first"]), int(found["last"]), published)
    if found := _BESIDE_NAME.match(text, place, end):
        return _read(found, published)
    if (found := ahead.search(before) or _SAID.match(text, place, end)) and not sentences.shows(sentence, told):
        return _read(found, published)
    if (found := _BARE.match(text, place, end)) and sentence.kind != "item" and not sentences.shows(sentence, counted):
        return at_age(int(found["age"]), published, korean=True, bare=True)
    return None


def _read(found: re.Match[str], published: int | None) -> Birth | None:
    """A birth year in four or two digits, or an age: 만 counts as the rest of the world does."""
    said = found.groupdict()
    if year := said["year"] or said.get("since"):
        return born_in(int(year), published)
    if said["short"]:
        return _of_two_digits(int(said["short"]), published)
    full = said["full"] or said.get("man")
    return at_age(int(said["age"] or said["man"]), published, korean=not full)


def _of_two_digits(short: int, published: int | None) -> Birth | None:
    """90년생: the last such year in which somebody in the news can have been born."""
    if published is None:
        return None
    year = published - published % 100 + short
    return born_in(year, published) or born_in(year - 100, published)

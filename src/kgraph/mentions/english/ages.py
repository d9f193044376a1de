"""How old English articles say that their people are: *Lee Ji-hyun, 34*, *the 34-year-old actress*, *born in 1990*."""

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

BEFORE = 80  # characters before a name in which its age may stand
_SIGN = re.compile(r"\d\d|\((?:b\.|born)$")  # a sentence may be cut behind "(b."
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}, ?|\d{{1,2}} {_MONTH},? |{_MONTH},? )?"
_PLACE = r"(?:in [A-Z][\w’'-]{1,20}(?:,? [A-Z][\w’'-]{1,20}){0,2},? )?"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)(?![\d-])"
_BORN = rf"{_PLACE}(?:on |in )?{_DAY}{_YEAR}"
_BARE = re.compile(r" ?\((?P<age>\d\d)\)|, (?P<aged>\d\d)(?=,(?! ?\d)|[;)]|\.?$|\. )")
_AGED = re.compile(
    r" ?\((?:(?:aged?|now) (?P<in>\d{1,2})|(?P<years>\d{1,2})[- ]years?[- ]old)\)"
    r"|,? (?:now )?aged? (?P<aged>\d{1,2})(?![\d-]| years| and)"
    r"|,? (?:who )?(?:is(?: now)?|turns|turned|has turned) (?P<is>\d{1,2})(?=[- ]years?[- ]old[ ,;.]|[,;.]|$| this year)"
)
_BORN_BESIDE = re.compile(rf" ?\((?:b\.|born) ?(?:on |in )?{_DAY}{_YEAR}[^()\n]{{0,40}}\)")
_BORN_SAID = re.compile(rf",? (?:who )?(?:was |is )?born {_BORN}")
_LIVED = re.compile(r" ?\((?P<first>(?:18|19|20)\d\d) ?[-–—~] ?(?P<last>(?:19|20)\d\d)\)")
_PART = re.compile(r"(?: ?\([^()\n]{1,20}\))? ?[-–—:] ?(?:[Pp]layed by|[Aa]ctor|[Aa]ctress)\b")
_YEARS_OLD = re.compile(r"(?<![\d.,])(?<!\ba )(?<!\ban )(?P<age>\d{1,2})[- ]year[- ]old (?P<between>(?:[\w’'-]{1,20},? ){0,4})$")
_BORN_AHEAD = re.compile(rf"^\W?Born {_BORN}(?: {_PLACE[:-1]})?, (?:[a-z-]{{1,20}} ){{0,3}}$")


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """What makes a name a character's, what counts, what parts an age from a name, and an age with a calling behind it."""
    words = load_words("english/ages.yaml")
    return (
        re.compile(rf"\b(?:{either(words['played'])})\b[^,;.:()\"“”]{{0,40}}$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{either(words['counted'])})(?!\w)|%", re.IGNORECASE),
        frozenset(words["not_between"]),
        re.compile(rf", an? (?P<age>\d{{1,2}})[- ]year[- ]old (?:[a-z-]{{1,20}} ){{0,3}}?(?:{either(words['callings'])})\b"),
    )


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
    if _PART.match(text, place, end) or _words()[0].search(before):
        return None
    if found := _LIVED.match(text, place, end):
        return lived(int(found["first"]), int(found["last"]), published)
    told = _BORN_BESIDE.match(text, place) or _BORN_SAID.match(text, place, end) or _BORN_AHEAD.search(before)
    if told:
        return born_in(int(told["year"]), published)
    if found := _AGED.match(text, place, end) or _words()[3].match(text, place, end) or _aged_ahead(before):
        return at_age(_age(found), published)
    if (found := _BARE.match(text, place, end)) and sentence.kind != "item" and not sentences.shows(sentence, _words()[1]):
        return at_age(_age(found), published, bare=True)
    return None


def _aged_ahead(before: str) -> re.Match[str] | None:
    """*The 34-year-old actress* before a name, unless the words between make it somebody else's age."""
    found = _YEARS_OLD.search(before)
    if found is None:
        return None
    between = found["between"].lower().replace(",", "").split()
    return None if any(word in _words()[2] or word.endswith(("'s", "’s")) for word in between) else found


def _age(found: re.Match[str]) -> int:
    return int(next(value for name, value in found.groupdict().items() if value and name != "between"))

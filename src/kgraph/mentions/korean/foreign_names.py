"""Foreign names of two or three words in a Korean sentence: 맷 데이먼, 이시하라 사토미, 제이든 강."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.korean.shapes import is_shaped
from kgraph.text import gazetteer
from kgraph.text.hangul import has_final
from kgraph.text.name_tables import given_shares, surnames
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Sentence, Token

_RUN = re.compile(r"[가-힣]+")
_NOUNS = ("NNP", "NF")
_PARTICLES = "의은는을를가이와과"
# Log shares of Koreans called so, by hand, 2026-11.
_FOREIGN = -19.9  # below it a name is hardly a Korean one: 위차이 -21, 노아름 -18
_KOREAN = -15.0  # ... and above which it can be nothing else: 유재석
_HARDLY = -17.5  # ... as a foreign name's word where no role word stands beside it
_FULL = 3  # syllables of most Korean names
_MOST = 3  # words
_NOT_LAST = frozenset("씨두세네등양군님옛현전신구주고한")  # words of one syllable behind a name that are no surname
_NEVER_LAST = frozenset("양군씨님형모간편상부")  # ... nor are with a particle
_CUT = {"이은을과": True, "가는를와": False}  # particles that a last word swallows, and whether a final consonant stands before


def find_foreign(text: str, sentence: Sentence, called: frozenset[int]) -> Iterator[tuple[int, int, bool]]:
    """Where foreign names of several words stand: proper nouns side by side, none of them a Korean name.

    ``called`` holds where a role word says that somebody is named: the start of a name, or its end.  With each name whether it is
    more than a word and a Korean surname behind it.
    """
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        first, last = tokens[at], at
        if first.tag not in _NOUNS:
            at += 1
            continue
        role = first.start in called
        while last - at + 1 < _MOST and last + 1 < len(tokens) and _joined(text, tokens[last], tokens[last + 1], role=role):
            last += 1
        start, end = first.start, _end(text, tokens[last])
        tail = _surname(text, start, end) if last - at + 1 < _MOST and tokens[last].end == end else end
        at = last + 1
        name = text[start:tail]
        if " " in name and _RUN.match(name) and not text[start - 1 : start].isalnum() and _ends(text, tail):
            yield start, tail, tail == end


def is_foreign(name: str) -> bool:
    """True for a word that is hardly a Korean's name: its syllables open and close no given names, or it has no surname."""
    return any(likelihood(word) < _FOREIGN if len(word) == _FULL else not is_shaped(word) for word in name.split(" "))


@cache
def likelihood(name: str) -> float:
    """The log of how many Koreans are called so, by surname and by the syllables of the given name."""
    opening, closing = given_shares()
    size = 2 if len(name) > 3 and name[:2] in surnames() else 1
    share, given = surnames().get(name[:size], 0.0), name[size:]
    if not share or not given or given[0] not in opening or given[-1] not in closing:
        return -math.inf
    return math.log(share) + opening[given[0]] + closing[given[-1]]


@cache
def _no_names() -> frozenset[str]:
    words = load_words("korean/people.yaml")
    return frozenset((*words["not_names"], *words["before"], *words["after"]))


def _joined(text: str, left: Token, right: Token, *, role: bool) -> bool:
    """True if two proper nouns may be one foreign name; behind a role word one of them may look Korean."""
    if right.tag not in _NOUNS or right.start != left.end + 1 or text[left.end] != " ":
        return False
    words = (text[left.start : left.end], text[right.start : right.end])
    if words[0].endswith("의") or any(word in _no_names() for word in words) or not _may_share(words):
        return False
    korean = [word for word in words if not is_foreign(word)]
    return not korean or (len(korean) < len(words) and likelihood(korean[0]) < (_KOREAN if role else _HARDLY))


def _may_share(words: tuple[str, str]) -> bool:
    """False where one of two words is well known by itself, unless the other is a foreign name of three syllables or more."""
    known = [word for word in words if gazetteer.load().lookup(word)]
    if not known:
        return True
    other = words[0] if words[1] == known[0] else words[1]
    people = all(entry.type == "Person" for entry in gazetteer.load().lookup(known[0]))
    return len(known) == 1 and people and not is_shaped(known[0]) and not is_shaped(other) and len(other) > 2


def _end(text: str, token: Token) -> int:
    """Where a name ends whose last word may have swallowed its particle: 다이고가."""
    start, end = token.start, token.end
    if _continues(text, end):
        return end
    final = next((final for particles, final in _CUT.items() if text[end - 1] in particles), None)
    stem = text[start : end - 1]
    long = len(stem) > 1 or (stem in surnames() and stem not in _NOT_LAST)
    if final is None or not long or has_final(stem[-1]) != final or stem.endswith(("가", "사", "자")):
        return end - (token.tag == "NF" and text[end - 1] in _PARTICLES and end - start > 2)
    return end - 1


def _surname(text: str, start: int, end: int) -> int:
    """Where a foreign name ends that a Korean surname closes: 제이든 강."""
    given = text[start:end]
    if end - start < 2 or given in _no_names() or not is_foreign(given):
        return end
    place = end + 1
    word = _RUN.match(text, place) if text[end : end + 1] == " " else None
    if word is None or word[0][0] not in surnames() or word[0][0] in _NEVER_LAST or not _ends(text, place + 1):
        return end
    return end if word[0] in _NOT_LAST else place + 1


def _continues(text: str, end: int) -> bool:
    return "가" <= text[end : end + 1] <= "힣"


@cache
def _endings() -> frozenset[str]:
    return frozenset(load_words("korean/people.yaml")["endings"])


def _ends(text: str, end: int) -> bool:
    """True if the word ends here but for a particle."""
    rest = _RUN.match(text, end)
    return rest is None or rest[0] in _endings()

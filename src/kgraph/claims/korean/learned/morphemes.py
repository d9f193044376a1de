"""Kiwi's morphemes as the words of a row: a noun and its 하/되 make one verb, a particle has one spelling, a number is ``0``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Token

_SPELLING = {
    "가": "이",
    "를": "을",
    "는": "은",
    "과": "와",
    "으로": "로",
    "ᆫ": "은",
    "ᆯ": "을",
    "ᆫ다": "다",
    "는다": "다",
    "아": "어",
}
_MADE_VERBS = frozenset(("XSV", "XSA"))
_VERBS = frozenset(("VV", "VA", "VV-R", "VV-I", "VA-R", "VA-I", "VCP", "VCN"))
_ENDINGS = frozenset(("ETM", "EC", "EF", "ETN"))
_NOUNS = frozenset(("NNG", "NNP", "NF", "NNB", "NR", "SL", "XR", "NP"))
_LEFT_OUT = frozenset(("EP", "VX", "W_SERIAL"))
_BRACKETS = {"(": "(", ")": ")", "[": "(", "]": ")", "“": '"', "”": '"', '"': '"'}
_SIGNS = frozenset(("SSO", "SSC", "SS", "SY"))


class Word(NamedTuple):
    """A word at its place; ``ending`` is '' for a verb, the tag for an ending (whose text may be ''), None for all else."""

    text: str
    start: int
    end: int
    ending: str | None = None


def read_words(tokens: tuple[Token, ...]) -> Iterator[Word]:
    """The words of morphemes that stand side by side."""
    noun: Word | None = None
    for token in tokens:
        if noun is not None:
            if token.tag in _MADE_VERBS:
                yield Word(noun.text + token.text, noun.start, token.end, "")
                noun = None
                continue
            yield noun
            noun = None
        if token.tag in _NOUNS:
            noun = Word(token.lemma, token.start, token.end)
        elif token.tag not in _LEFT_OUT:
            yield _word(token)
    if noun is not None:
        yield noun


def _word(token: Token) -> Word:
    text, ending = _SPELLING.get(token.text, token.text), None
    if token.tag in _VERBS or token.tag in _MADE_VERBS:
        text, ending = token.lemma, ""
    elif token.tag in _ENDINGS:
        ending = token.tag
    elif token.tag == "SN":
        text = "0"
    elif token.tag in _SIGNS:
        text = _BRACKETS.get(token.text, "'")
    return Word(text, token.start, token.end, ending)

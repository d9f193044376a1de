"""Whether a capitalised English word can be a Korean surname or a Korean given name: quick looks for a tagger, no readings."""

from __future__ import annotations

import re
from functools import cache

from kgraph.text.word_lists import load_words

_SYLLABLE = (
    r"(?:kk|gg|tt|dd|pp|bb|ss|jj|tch|ts|ch|sh|k|g|n|t|d|r|l|m|p|b|s|j|z|c|h|w|y|v)?"
    r"(?:yeo|yae|yoo|you|yeu|yui|eui|yu|ya|ye|yo|yi|wae|weo|woo|wa|wo|we|wi|oo|ou|oe|oi|eo|eu|ee|ea|ae|ui|ai|au|uh|ah|oh|aa|ie|"
    r"ei|a|e|i|o|u|y)"
    r"(?:ng|ck|nn|n|m|l|k|g|p|b|t|h|r|s)?"
)
_ONE = re.compile(rf"{_SYLLABLE}$")
_SEVERAL = re.compile(rf"(?:{_SYLLABLE}){{2,3}}$")
_LEAST_SHARE = 8.0  # of 10,000 people: a surname rarer than this needs a hyphenated given name to be believed


@cache
def surname_weights() -> dict[str, float]:
    """Each Latin spelling of a surname, in lower case, and how many of 10,000 people write theirs so."""
    weights: dict[str, float] = {}
    for entry in load_words("names/surnames.yaml").values():
        total = sum(entry["spellings"].values())
        for spelling, weight in entry["spellings"].items():
            weights[str(spelling)] = weights.get(str(spelling), 0.0) + entry["share"] * weight / total
    return weights


def is_surname(word: str, least: float = 0.0) -> bool:
    """True if somebody in Korea (``least`` of 10,000 people) spells a surname so: Kim, LEE, Hwangbo.

    >>> is_surname("Yoo"), is_surname("Smith")
    (True, False)
    """
    return surname_weights().get(word.casefold(), -1.0) >= least


def is_common_surname(word: str) -> bool:
    """True for surnames that many bear in this spelling: Kim, Yoon; not Be, One."""
    return surname_weights().get(word.casefold(), 0.0) >= _LEAST_SHARE


@cache
def _not_given() -> frozenset[str]:
    return frozenset(load_words("english/people.yaml")["not_given"])


def is_syllable(word: str) -> bool:
    """True if the word can be one syllable of a Korean given name: Joon, Seo; not Star, Took."""
    folded = word.casefold()
    return len(folded) <= 6 and bool(_ONE.match(folded)) and folded not in _not_given()


def is_given(word: str) -> bool:
    """True if the word can be a Korean given name: Jae-kyoo, Yunjin, Bin.

    >>> is_given("Chan-wook"), is_given("K-pop")
    (True, False)
    """
    first, hyphen, last = word.partition("-")
    if hyphen:
        return _is_part(first) and _is_part(last)
    folded = word.casefold()
    return is_syllable(word) or (len(folded) <= 10 and folded not in _not_given() and bool(_SEVERAL.match(folded)))


def _is_part(piece: str) -> bool:
    """Half of a hyphenated given name; any syllable will do, for a hyphen between two says enough."""
    return (
        (1 < len(piece) <= 6 or piece.casefold() in ("a", "i", "o", "u"))
        and piece.isalpha()
        and bool(_ONE.match(piece.casefold()))
    )

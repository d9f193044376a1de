"""Word lists of data/, read once, when first asked for."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import yaml

from kgraph import settings

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def load_words(name: str) -> Any:
    """What ``data/NAME`` holds, as plain lists and mappings: ``load_words("english/dates.yaml")["months"]["sept"]`` -> ``9``."""
    return yaml.load((settings.DATA / name).read_text("utf-8"), Loader=yaml.CSafeLoader)


def first_words(words: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, in small letters and without what follows a hyphen: a quick test whether any can stand in
    a text.
    """
    return frozenset(found[0] for word in words if (found := _FIRST.search(word.lower())))


_FIRST = re.compile("[a-z]+")


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; a space in a word stands for any white space but a line end.

    Words that begin alike share their beginning in the pattern, so that long lists cost little: ``lead``, ``leads`` ->
    ``lead(?:s)?``.
    """
    return _branches(sorted({_atoms(word) for word in words}), 0)


def _atoms(word: str) -> tuple[str, ...]:
    """The pieces of pattern that match a word, one a character."""
    return tuple("[^\\S\\n]+" if letter == " " else "['’]" if letter == "'" else re.escape(letter) for letter in word)


def _branches(words: list[tuple[str, ...]], depth: int) -> str:
    """Alternatives for words that agree up to ``depth``; what ends here is not among them."""
    found = []
    for atom, group in groupby(words, key=lambda word: word[depth]):
        members, at = list(group), depth + 1
        stem = atom
        while all(len(word) > at for word in members) and len({word[at] for word in members}) == 1:
            stem, at = stem + members[0][at], at + 1
        rest = [word for word in members if len(word) > at]
        if rest:
            stem += f"(?:{_branches(rest, at)})" + ("?" if len(rest) < len(members) else "")
        found.append(stem)
    return "|".join(found)


def folded(word: str) -> str:
    r"""The word as a list has it, where the pattern of ``either`` found it in any case.

    There the Turkish letters İ and ı pass for i, any blanks for one, and either apostrophe for the plain one.

    >>> folded("BOYS\u2019  D\u0130RECTOR")
    "boys' director"
    """
    plain = word.replace("\u0130", "i").replace("\u0131", "i").replace("\u2019", "'")
    return " ".join(plain.casefold().split())

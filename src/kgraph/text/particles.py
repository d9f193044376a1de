"""Particles (josa) taken off a Korean noun: 이재규가 -> 이재규 + 가."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import yaml

from kgraph import settings
from kgraph.text.hangul import letters, nfc

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 5


@functools.cache
def _particles() -> dict[str, str]:
    """Each particle's surface form and the kind of syllable it follows."""
    text = (settings.DATA / "names" / "particles.yaml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    forms = {form: kind for kind, words in lists.items() for form in words}
    return forms | {"으" + form: "euro" for form in lists["ro"]}


def strip_particle(word: str) -> tuple[str, str]:
    """The noun and its particle (empty where it has none): the longest one whose form agrees with the noun's end.

    >>> strip_particle("이재규가"), strip_particle("감독으로서"), strip_particle("박찬욱")
    (('이재규', '가'), ('감독', '으로서'), ('박찬욱', ''))
    """
    return next(particle_splits(word), (nfc(word), ""))


def particle_splits(word: str) -> Iterator[tuple[str, str]]:
    """All ways to take a particle off the word, the longest first: 황보라는 -> 황보 + 라는, 황보라 + 는."""
    text = nfc(word)
    for length in range(min(_LONGEST, len(text) - 1), 0, -1):
        noun, particle = text[:-length], text[-length:]
        if _agrees(noun, _particles().get(particle)):
            yield noun, particle


def _agrees(noun: str, kind: str | None) -> bool:
    """A particle agrees with the sound before it; after Latin letters, digits and brackets (tvN이, CJ가) any does."""
    parts = letters(noun[-1])
    if kind is None or kind == "any" or parts is None:
        return kind is not None and not noun[-1].isspace()
    coda = parts[2]
    return {"final": coda != "", "open": coda == "", "ro": coda in ("", "ㄹ"), "euro": coda not in ("", "ㄹ")}[kind]

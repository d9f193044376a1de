"""Particles that a name swallowed: 세나와 -> 세나, 리키가 -> 리키, where nothing in the article speaks for the longer name.

A name that ends like a particle is cut where no name ends so, or where the article has the shorter name in other places;
a familiar 이 (하린이가) goes with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.mentions.korean.shapes import shape_weight
from kgraph.text.hangul import has_final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.mentions.korean.candidates import Candidate

_RUN = re.compile(r"[가-힣]+")
_AFTER_FINAL, _AFTER_VOWEL = frozenset("이은을과"), frozenset("가는를와다")
_NO_NAME_ENDS_SO = frozenset("가는를와과")
_JAPANESE = re.compile(r"[가사자카나네]와$|나가$")  # 구로사와, 하세가와, 마쓰나가
_STOP = frozenset(".!?)\"'”’")
_NOBODY = 10.0
_LEAST, _MOST = 2, 5  # syllables of a stem


def trim_particles(text: str, candidates: Iterable[Candidate], words: tuple[frozenset[str], frozenset[str]]) -> None:
    """Cut the particle off the candidates that have swallowed one; ``words`` are endings that may follow a name, and words that
    are none.
    """
    endings, not_names = words
    doubtful = [one for one in candidates if _ends_like_a_particle(text, one)]
    if not doubtful:
        return
    told = _told(text, {one.name[:-1] for one in doubtful} | {one.name for one in doubtful}, endings)
    for one in doubtful:
        stem, particle = one.name[:-1], one.name[-1]
        alone = any(not rest.startswith(particle) for rest in told.get(stem, ()))
        whole = any(rest and particle + rest not in endings for rest in told.get(one.name, ()))
        if alone or (not whole and _is_no_name(one.name)):
            one.name, one.end = stem, one.end - 1
            one.weight -= _NOBODY * (stem in not_names)


def _ends_like_a_particle(text: str, one: Candidate) -> bool:
    """True if the last syllable can be a particle by the sound before it."""
    stem, last = one.name[:-1], one.name[-1]
    if " " in stem or not _LEAST <= len(stem) <= _MOST or not _RUN.fullmatch(one.name):
        return False
    if last == "다":
        return not has_final(stem[-1]) and text[one.end : one.end + 1] in _STOP
    return last in (_AFTER_FINAL if has_final(stem[-1]) else _AFTER_VOWEL)


def _is_no_name(name: str) -> bool:
    if _JAPANESE.search(name):
        return False
    return name[-1] in _NO_NAME_ENDS_SO or (name[-1] not in "을이" and shape_weight(name) < 0)


def _told(text: str, names: set[str], endings: frozenset[str]) -> dict[str, set[str]]:
    """The endings with which each of these names stands in the text, '' for none."""
    lengths = sorted({len(name) for name in names})
    found: dict[str, set[str]] = {}
    for run in _RUN.finditer(text):
        word = run[0]
        for length in lengths:
            name, rest = word[:length], word[length:]
            if len(name) == length and name in names and (not rest or rest in endings):
                found.setdefault(name, set()).add(rest)
    return found

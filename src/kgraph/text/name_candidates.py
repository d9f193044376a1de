"""From Latin letters back to Hangul: which names may be meant, how likely each is, and keys under which spellings meet."""

from __future__ import annotations

import functools
import heapq
import math
from typing import TYPE_CHECKING

from kgraph.text import name_tables as tables
from kgraph.text.hangul import letters
from kgraph.text.name_forms import Cut, Form, LatinReading, form_of
from kgraph.text.name_given import ONE, THREE

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = 12  # syllables followed for one chunk
_CLASSES = dict(zip("ㄱㄲㅋㄷㄸㅌㅂㅃㅍㅈㅉㅊㅅㅆㄴㄹㅁㅎㅇ", "KKKTTTPPPJJJSSNRMH-", strict=True))


def candidates(latin: str, limit: int = 10) -> tuple[tuple[str, float], ...]:
    """The Hangul names that a Latin name may stand for, with the share of people so written who bear each; likeliest first.

    Syllables are weighed by how often they open or close given names, surnames by how many bear them.  Hangul gives itself.

    >>> candidates("Lee Jae-kyu", limit=1)[0][0]
    '이재규'
    """
    form = form_of(latin)
    if form is None or limit < 1:
        return ()
    if form.hangul:
        return ((form.key, 1.0),)
    found = _weighed(form)
    total = sum(found.values())
    best = heapq.nsmallest(limit, found.items(), key=lambda item: (-item[1], item[0]))
    shares = ((name, round(weight / total, 4)) for name, weight in best)
    return tuple((name, share) for name, share in shares if share > 0)


def _weighed(form: Form) -> dict[str, float]:
    found: dict[str, float] = {}
    for reading in form.latin:
        for name, weight in _reading_weights(reading):
            share = math.exp(weight)
            found[name] = found.get(name, 0.0) + share
    return found


def _reading_weights(reading: LatinReading) -> Iterator[tuple[str, float]]:
    surnames = tables.surname_readings().get(reading.surname, ())[:_KEPT] if reading.surname else (("", 0.0),)
    givens = [given for cut in reading.cuts for given in _given_weights(cut)]
    for surname, weight in surnames:
        for given, more in givens:
            yield surname + given, weight + more - reading.cost


def _given_weights(cut: Cut) -> list[tuple[str, float]]:
    """Given names that a split may stand for; a split that tears a hyphen apart pays for it."""
    extra = {1: ONE, 2: 0.0, 3: THREE}[len(cut.chunks)]
    joined = [("", extra)]
    for place, chunk in enumerate(cut.chunks):
        readings = syllables_of(chunk, min(place, 1))
        joined = [(head + syllable, weight + more) for head, weight in joined for syllable, more in readings]
    return joined


@functools.cache
def syllables_of(chunk: str, place: int) -> tuple[tuple[str, float], ...]:
    """The likeliest syllables behind a chunk at this place of a given name, with log of share times spelling."""
    weights = [(reading.syllable, reading.spelling + reading.share(place)) for reading in tables.given_readings().get(chunk, ())]
    return tuple(heapq.nsmallest(_KEPT, weights, key=lambda item: (-item[1], item[0])))


def blocking_keys(name: str) -> tuple[str, ...]:
    """Keys that two spellings of one name share: surname in Hangul, then the consonant classes of each given syllable.

    Names that share no key need not be compared.  Sorted; empty for what is no Korean name.

    >>> set(blocking_keys("이재규")) & set(blocking_keys("Jae-kyoo Lee"))
    {'이J..K..'}
    """
    form = form_of(name)
    if form is None:
        return ()
    if form.hangul:
        return tuple(sorted({surname + "".join(map(_class_of, given)) for surname, given in form.hangul}))
    return tuple(sorted({key for reading in form.latin for key in _latin_keys(reading)}))


@functools.lru_cache(maxsize=1 << 12)
def _class_of(syllable: str) -> str:
    onset, _, coda = letters(syllable) or ("ㅇ", "ㅏ", "")
    return f"{_CLASSES[onset]}.{_CLASSES.get(coda, 'T') if coda and coda != 'ㅇ' else 'G' if coda else ''}."


def _latin_keys(reading: LatinReading) -> Iterator[str]:
    surnames = [name for name, ratio in reading.surname_ratios.items() if ratio > -7.0] if reading.surname else [""]
    for cut in reading.cuts:
        tails = {""}
        for ratios in cut.ratios:
            classes = {_class_of(syllable) for syllable, ratio in ratios.items() if ratio > -5.0}
            tails = {tail + kind for tail in tails for kind in classes}
        for surname in surnames:
            yield from (surname + tail for tail in tails)

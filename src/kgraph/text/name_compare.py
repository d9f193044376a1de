"""Comparison: may these two strings be written for one Korean name?  This file picks the way to find out."""

from __future__ import annotations

from kgraph.text.hangul import letters
from kgraph.text.name_forms import Form, form_of
from kgraph.text.name_latin import match_latin
from kgraph.text.name_match import NO_MATCH, Match
from kgraph.text.name_scripts import match_scripts

_DROPPED = ({"ㄹ", "ㅇ"}, {"ㄹ", "ㄴ"})


def match_names(a: str, b: str) -> Match | None:
    """The best match of two names; ``None`` where one of them cannot be a Korean personal name."""
    left, right = form_of(a), form_of(b)
    return match_forms(left, right) if left is not None and right is not None else None


def match_forms(left: Form, right: Form) -> Match:
    """The best match between any reading of either name."""
    if left.hangul and right.hangul:
        return match_hangul(left, right)
    if left.hangul:
        return match_scripts(left, right)
    if right.hangul:
        return match_scripts(right, left).turned()
    return match_latin(left, right)


def match_hangul(left: Form, right: Form) -> Match:
    """Hangul names are one name only if they are the same syllables; a given name alone is a part of a full one."""
    a, b = left.key, right.key
    if a == b:
        return Match(0.0, tuple(zip(a, b, strict=True)), "equal")
    if len(a) == len(b):
        sounds = all(x == y or _same_sound(x, y) for x, y in zip(a, b, strict=True))
        return Match(0.0, tuple(zip(a, b, strict=True)), "sounds") if sounds else NO_MATCH
    shorter, longer = (left, right) if len(a) < len(b) else (right, left)
    inside = len(shorter.key) > 1 and any(surname and given == shorter.key for surname, given in longer.hangul)
    return Match(0.0, tuple((syllable, syllable) for syllable in shorter.key), "part") if inside else NO_MATCH


def _same_sound(x: str, y: str) -> bool:
    """Syllables that differ only by an initial ㄹ that orthographies keep, drop or turn into ㄴ: 류 유, 렬 열, 라 나."""
    left, right = letters(x), letters(y)
    return left is not None and right is not None and left[1:] == right[1:] and {left[0], right[0]} in _DROPPED

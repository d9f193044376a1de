"""A seeded mutator: texts that are almost articles."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

ODD = (
    *"\0\x1b\x7f\x85\xa0\u00ad\u0301\u200b\u200d\u202e\u2028\u3000\ufeff\uffff\U0001f468\U000e0041\U0010ffff",
    *"'\"`\u2018\u2019\u201c\u201d\u300a\u300b\u300c\u300d<>[](){}&;:,.!?\u2026\u00b7-\u2014_*#|/\\=+@$%^~\n\r\t ",
    *"\u1100\u1161\u11a8\u314b\uac00\ud7a3\u91d1\u0130\u0131\u00df\u017f\u2126\u0660\u00b2\u00bd\u2167\u4e09",
)
# fmt: off
# ruff: noqa: E501
PIECES = (
    "Seo Ha-rin", "서하린", "'Paper Moons'", "‘종이달’", "No. 1", "1위", "on March 3, 2021", "2021년 3월 3일", "99999999999999999999",
    "directed", "감독", "married", "결혼", "and", "와", "who", "(", ")", "“", "”", " of the ", "의 ", "won Best Actor at the Moon Awards",
    "31 February", "February 30, 2021", "0월 0일", "13월 32일", "제99999999회", "10억 1천만", "12.5%", "%", "의의의의", "\n\n", "---\n", "\n- ",
    "Jr.", "J. K.", "O'", "d'", "-ssi", "씨", "he ", "그는 ", "의 아들", "he said, \"", "라고 말했다.", "http://a.b/c?d=e&f", "a@b.cd",
)
# fmt: on


def mutate(text: str, chance: random.Random) -> str:
    """The text with one to twelve changes: letters, pieces, cuts, repetitions, other forms of its letters."""
    for _ in range(chance.randint(1, 12)):
        text = chance.choice(CHANGES)(text, chance)
    return text[:20_000]


def stretch(text: str, chance: random.Random, most: int = 60) -> tuple[int, int]:
    """A stretch somewhere in the text."""
    start = chance.randint(0, len(text))
    return start, min(len(text), start + chance.randint(0, most))


def put(text: str, chance: random.Random) -> str:
    """Something odd put in."""
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODD) * chance.choice((1, 1, 1, 3, 50)) + text[at:]


def put_piece(text: str, chance: random.Random) -> str:
    """Something that rules look for put in."""
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 2, 20)) + text[at:]


def drop(text: str, chance: random.Random) -> str:
    """A stretch left out."""
    start, end = stretch(text, chance)
    return text[:start] + text[end:]


def repeat(text: str, chance: random.Random) -> str:
    """A stretch said again and again."""
    start, end = stretch(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 2, 30)) + text[end:]


def move(text: str, chance: random.Random) -> str:
    """A stretch elsewhere."""
    start, end = stretch(text, chance, 300)
    rest, at = text[:start] + text[end:], chance.randint(0, max(0, len(text) - (end - start)))
    return rest[:at] + text[start:end] + rest[at:]


def swap(text: str, chance: random.Random) -> str:
    """One letter for another of the text's own."""
    if not text:
        return text
    letter, at = chance.choice(text), chance.randrange(len(text))
    return text[:at] + letter + text[at + 1 :]


def replace_all(text: str, chance: random.Random) -> str:
    """One letter for another everywhere."""
    return text.replace(chance.choice(text), chance.choice((*ODD, "")), 500) if text else text


def reform(text: str, chance: random.Random) -> str:
    """Upper or lower case, taken apart, or turned round in one stretch."""
    start, end = stretch(text, chance, 400)
    part = text[start:end]
    how = chance.randrange(5)
    part = (part.upper(), part.lower(), unicodedata.normalize("NFD", part), part[::-1], part.replace(" ", ""))[how]
    return text[:start] + part + text[end:]


CHANGES = (put, put, put_piece, put_piece, drop, repeat, move, swap, replace_all, reform)

"""Pairs of Korean names in Hangul and Latin letters: read, cleaned, and split into those to learn from and those to test on."""

from __future__ import annotations

import csv
import hashlib
import re
from typing import TYPE_CHECKING

from kgraph.text import name_tables as tables
from kgraph.text.hangul import is_hangul, letters, nfc
from kgraph.text.name_tokens import split_name

if TYPE_CHECKING:
    from pathlib import Path

CLASSES = {"gkcqx": "k", "dt": "t", "bpvf": "p", "jz": "j", "s": "s", "rl": "l", "n": "n", "m": "m", "h": "h"}
KEYS = {letter: kind for group, kind in CLASSES.items() for letter in group}
SOUNDS = dict(zip("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", "kknttlmppss-jjjktph", strict=True))
PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iao|ian|iang|iong|ia|ie|iu|ing|in|i|uai|uan|uang|ua|ue|ui|un|uo|u|ang|ai|an|ao|a|eng|ei|en|er|e|ong|ou|o)){1,2}"
)


def is_test(hangul: str) -> bool:
    """True for the fifth of all Hangul names that is never learned from."""
    return hashlib.sha256(nfc(hangul).encode()).digest()[0] % 5 == 0


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """The distinct pairs of the file, in order."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(dict.fromkeys((nfc(row["hangul"].strip()), row["roman"].strip()) for row in rows))


def skeleton(latin: str) -> str:
    """The consonants of a Latin name, by class, doubled ones once: 'Chan-wook' -> 'jnk'."""
    plain = re.sub(r"tch|ch|ts", "j", latin.lower())
    plain = re.sub(r"sh", "s", re.sub(r"([ptk])h", r"\1", plain))
    plain = re.sub(r"n-?g(?=[^aeiouwy]|$)|ng(?=[aeiouwy])", "n", re.sub(r"([aeiou])h(?=-|$)", r"\1", plain))
    return re.sub(r"(.)\1+", r"\1", "".join(KEYS.get(char, "") for char in plain))


def korean_pair(hangul: str, latin: str) -> bool:
    """The cleaning of pairs: a Korean surname, listed spelling at either end, consonants that agree by class.

    This keeps out Western given names, Chinese readings, titles and stage names without asking the comparer that is measured.
    Vowels are never looked at.
    """
    split = surname_and_given(hangul)
    words = split_name(latin)
    if split is None or words is None or not 2 <= len(words.words) <= 4:
        return False
    readings = [(surname, given) for surname, given in spelled_surnames(split[0], latin) if not _is_chinese(surname, given)]
    return any(_sounds(split[1]) == skeleton("-".join(given)) for _, given in readings)


def _is_chinese(surname: str, given: tuple[str, ...]) -> bool:
    """A surname that is Pinyin too, and a given name in one word that is whole Pinyin syllables: Li Gao, Wang Fang."""
    return surname in tables.table("elsewhere")["chinese_surnames"] and len(given) == 1 and PINYIN.fullmatch(given[0]) is not None


def _sounds(given: str) -> str:
    found = ""
    for syllable in given:
        onset, _, coda = letters(syllable) or ("ㅇ", "", "")
        found += SOUNDS[onset].strip("-") + ("n" if coda == "ㅇ" else SOUNDS[coda].strip("-") if coda in SOUNDS and coda else "")
    return re.sub(r"(.)\1+", r"\1", found)


def surname_and_given(hangul: str) -> tuple[str, str] | None:
    """A Hangul name split behind its surname (two syllables where there are such a surname and more than three syllables)."""
    if not is_hangul(hangul) or not 2 <= len(hangul) <= 5:
        return None
    long = len(hangul) > 3 and hangul[:2] in tables.surnames()
    cut = 2 if long else 1
    return (hangul[:cut], hangul[cut:]) if hangul[:cut] in tables.surnames() and len(hangul) - cut <= 2 else None


def spelled_surnames(surname: str, latin: str) -> list[tuple[str, tuple[str, ...]]]:
    """The ways to split the Latin name into a listed spelling of this surname and the pieces of the given name."""
    split = split_name(latin)
    words = split.words if split else ()
    spellings = tables.table("surnames")[surname]["spellings"]
    found = []
    for head, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        spelling = "".join(word.joined for word in head)
        if rest and spelling in spellings:
            found.append((spelling, tuple(piece for word in rest for piece in word.pieces)))
    return found

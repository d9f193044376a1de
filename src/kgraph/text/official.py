"""The two official romanisations as they are meant for given names: Revised (2000) and McCune-Reischauer (1939)."""

from __future__ import annotations

import functools

from kgraph.text.hangul import letters
from kgraph.text.name_tables import table

_VOICING = ("", "ㄴ", "ㄹ", "ㅁ", "ㅇ")
_UNMARKED = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})


def revised_word(word: str) -> str:
    """Hangul syllables in Revised Romanisation, each by itself, as the rule for names has it: 찬욱 -> chanuk."""
    spelled, official = "", table("official")
    for onset, vowel, coda in _letters(word):
        spelled += official["revised"]["onsets"][onset] + official["revised"]["vowels"][vowel] + official["codas"][coda]
    return spelled


def mccune_word(word: str) -> str:
    """Hangul syllables in McCune-Reischauer, voiced between voiced sounds: 재규 -> chaegyu, 찬욱 -> ch'anuk."""
    if word == "이":
        return "yi"
    spelled, before = "", ""
    for place, (onset, vowel, coda) in enumerate(_letters(word)):
        spelled += (
            _mccune_onset(onset, voiced=place > 0 and before in _VOICING)
            + _mccune("vowels", vowel)
            + table("official")["codas"][coda]
        )
        before = coda
    return spelled


def _letters(word: str) -> list[tuple[str, str, str]]:
    return [parts for parts in map(letters, word) if parts is not None]


def _mccune_onset(onset: str, *, voiced: bool) -> str:
    soft: str | None = table("official")["mccune"]["voiced"].get(onset) if voiced else None
    return soft or _mccune("onsets", onset)


def _mccune(part: str, letter: str) -> str:
    official = table("official")
    spelled: str = official["mccune"][part].get(letter, official["revised"][part][letter])
    return spelled


@functools.lru_cache(maxsize=1 << 15)
def official_spellings(given: str) -> frozenset[str]:
    """A given name in both romanisations, McCune-Reischauer without its marks, voiced or not: jaegyu, chaegyu, chaekyu."""
    voiced = mccune_word(given).translate(_UNMARKED)
    return frozenset({revised_word(given), voiced, "".join(map(mccune_word, given)).translate(_UNMARKED)})

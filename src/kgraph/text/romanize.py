"""Korean names into Latin letters: the two official ways, and the ways that people and press use, with their weights."""

from __future__ import annotations

import heapq
import math

from kgraph.text import name_tables as tables
from kgraph.text.hangul import CODAS, ONSETS, VOWELS, is_hangul, letters, nfc
from kgraph.text.name_parse import parse_name

_RR_ONSETS = dict(zip(ONSETS, ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"], strict=True))
_RR_VOWELS = dict(
    zip(VOWELS, "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(), strict=True),
)
_RR_CODAS = dict(zip(CODAS, ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(","), strict=True))
_MR_ONSETS = _RR_ONSETS | {"ㄱ": "k", "ㄷ": "t", "ㅂ": "p", "ㅈ": "ch", "ㅉ": "tch", "ㅊ": "ch'", "ㅋ": "k'", "ㅌ": "t'", "ㅍ": "p'"}
_MR_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
_MR_VOWELS = _RR_VOWELS | {"ㅓ": "ŏ", "ㅕ": "yŏ", "ㅝ": "wŏ", "ㅡ": "ŭ", "ㅢ": "ŭi"}
_VOICING = ("", "ㄴ", "ㄹ", "ㅁ", "ㅇ")


def revised(name: str) -> str | None:
    """The name in Revised Romanisation as it is meant for names: each syllable by itself, surname apart.  ``None`` if not Hangul.

    >>> revised("박찬욱"), revised("이재규")
    ('Bak Chanuk', 'I Jaegyu')
    """
    return _official(name, _revised_word)


def mccune(name: str) -> str | None:
    """The name in McCune-Reischauer, voiced between vowels inside the given name.  ``None`` if not Hangul.

    >>> mccune("박찬욱"), mccune("이재규")
    ("Pak Ch'anuk", 'Yi Chaegyu')
    """
    return _official(name, _mccune_word)


def _official(name: str, word: object) -> str | None:
    text = "".join(nfc(name).split())
    if not is_hangul(text) or not callable(word):
        return None
    parsed = parse_name(text)
    words = (parsed.surname, parsed.given) if parsed else (text,)
    return " ".join(str(word(part)).capitalize() for part in words)


def _revised_word(word: str) -> str:
    parts = [letters(syllable) or ("ㅇ", "ㅏ", "") for syllable in word]
    return "".join(_RR_ONSETS[onset] + _RR_VOWELS[vowel] + _RR_CODAS[coda] for onset, vowel, coda in parts)


def _mccune_word(word: str) -> str:
    if word == "이":
        return "yi"
    spelled, before = "", None
    for onset, vowel, coda in [letters(syllable) or ("ㅇ", "ㅏ", "") for syllable in word]:
        voiced = before in _VOICING and onset in _MR_VOICED
        spelled += _MR_VOICED[onset] if voiced else _MR_ONSETS[onset]
        spelled += _MR_VOWELS[vowel] + _RR_CODAS[coda]
        before = coda
    return spelled


def romanizations(name: str, limit: int = 10) -> tuple[tuple[str, float], ...]:
    """The likeliest Latin spellings of a Hangul name and the share of people who would write it so, likeliest first.

    Surname first, given syllables hyphenated; a name without surname gives its syllables alone.  Empty for what is not Hangul.

    >>> [spelling for spelling, _ in romanizations("이재규", limit=2)]
    ['Lee Jae-kyu', 'Lee Jae-gyu']
    """
    text = "".join(nfc(name).split())
    if not is_hangul(text) or len(text) > 6:
        return ()
    parsed = parse_name(text)
    surname, given = (parsed.surname, parsed.given) if parsed else ("", text)
    slots = ([tables.surname_spellings(surname)] if surname else []) + [tables.given_spellings(syllable) for syllable in given]
    return tuple((_written(chunks, bool(surname)), round(math.exp(weight), 6)) for weight, chunks in _likeliest(slots, limit))


def _likeliest(slots: list[dict[str, float]], limit: int) -> list[tuple[float, tuple[str, ...]]]:
    """The best ways to take one spelling from each slot."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for slot in slots:
        top = heapq.nsmallest(limit, slot.items(), key=lambda item: (-item[1], item[0]))
        joined = [(weight + more, (*chunks, chunk)) for weight, chunks in best for chunk, more in top]
        best = heapq.nsmallest(limit, joined, key=lambda item: (-item[0], item[1]))
    return best


def _written(chunks: tuple[str, ...], surname: bool) -> str:  # noqa: FBT001
    head, given = (chunks[0].capitalize() + " ", chunks[1:]) if surname else ("", chunks)
    return head + "-".join(given).capitalize()

"""The two official romanisations of Hangul syllables as they are meant for given names: Revised (2000) and McCune-Reischauer (1939)."""

from __future__ import annotations

import functools

from kgraph.text.hangul import CODAS, ONSETS, VOWELS, letters

_RR_ONSETS = dict(
    zip(ONSETS, ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"], strict=True)
)
_RR_VOWELS = dict(
    zip(
        VOWELS,
        [
            "a",
            "ae",
            "ya",
            "yae",
            "eo",
            "e",
            "yeo",
            "ye",
            "o",
            "wa",
            "wae",
            "oe",
            "yo",
            "u",
            "wo",
            "we",
            "wi",
            "yu",
            "eu",
            "ui",
            "i",
        ],
        strict=True,
    ),
)
_RR_CODAS = dict(
    zip(
        CODAS,
        [
            "",
            "k",
            "k",
            "k",
            "n",
            "n",
            "n",
            "t",
            "l",
            "k",
            "m",
            "l",
            "l",
            "l",
            "p",
            "l",
            "m",
            "p",
            "p",
            "t",
            "t",
            "ng",
            "t",
            "t",
            "k",
            "t",
            "p",
            "t",
        ],
        strict=True,
    )
)
_MR_ONSETS = _RR_ONSETS | {
    "ㄱ": "k",
    "ㄷ": "t",
    "ㅂ": "p",
    "ㅈ": "ch",
    "ㅉ": "tch",
    "ㅊ": "ch'",
    "ㅋ": "k'",
    "ㅌ": "t'",
    "ㅍ": "p'",
}
_MR_VOICED = {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"}
_MR_VOWELS = _RR_VOWELS | {"ㅓ": "ŏ", "ㅕ": "yŏ", "ㅝ": "wŏ", "ㅡ": "ŭ", "ㅢ": "ŭi"}
_VOICING = ("", "ㄴ", "ㄹ", "ㅁ", "ㅇ")


def revised_word(word: str) -> str:
    """Hangul syllables in Revised Romanisation, each by itself, as the rule for names has it: 찬욱 -> chanuk."""
    parts = [letters(syllable) or ("ㅇ", "ㅏ", "") for syllable in word]
    return "".join(_RR_ONSETS[onset] + _RR_VOWELS[vowel] + _RR_CODAS[coda] for onset, vowel, coda in parts)


def mccune_word(word: str) -> str:
    """Hangul syllables in McCune-Reischauer, voiced between vowels: 재규 -> chaegyu, 찬욱 -> ch'anuk."""
    if word == "이":
        return "yi"
    spelled, before = "", None
    for onset, vowel, coda in [letters(syllable) or ("ㅇ", "ㅏ", "") for syllable in word]:
        voiced = before in _VOICING and onset in _MR_VOICED
        spelled += _MR_VOICED[onset] if voiced else _MR_ONSETS[onset]
        spelled += _MR_VOWELS[vowel] + _RR_CODAS[coda]
        before = coda
    return spelled


@functools.lru_cache(maxsize=1 << 15)
def official_spellings(given: str) -> frozenset[str]:
    """A given name in both official romanisations, McCune-Reischauer without its marks, voiced and not: jaegyu, chaegyu, chaekyu."""
    bare = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})
    voiced = mccune_word(given).translate(bare)
    return frozenset({revised_word(given), voiced, "".join(mccune_word(syllable) for syllable in given).translate(bare)})

"""Hangul syllables and their letters: taking apart, putting together, initial consonants, NFC for whatever comes in."""

from __future__ import annotations

import unicodedata

ONSETS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CODAS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

_FIRST = 0xAC00
_LAST = 0xD7A3
_PER_ONSET = len(VOWELS) * len(CODAS)


def nfc(text: str) -> str:
    """The text in NFC, so that 이재규 typed as letters equals 이재규 typed as syllables."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def is_syllable(char: str) -> bool:
    """True for one whole Hangul syllable: 한, not ㅎ."""
    return len(char) == 1 and _FIRST <= ord(char) <= _LAST


def is_hangul(text: str) -> bool:
    """True if the text is Hangul syllables and nothing else.

    >>> is_hangul("이재규"), is_hangul("이 재규"), is_hangul("")
    (True, False, False)
    """
    return bool(text) and all(_FIRST <= ord(char) <= _LAST for char in nfc(text))


def has_hangul(text: str) -> bool:
    """True if a Hangul syllable or letter stands anywhere in the text."""
    return not text.isascii() and any(_FIRST <= ord(char) <= _LAST or 0x3131 <= ord(char) <= 0x3163 for char in nfc(text))


def letters(syllable: str) -> tuple[str, str, str] | None:
    """Onset, vowel and coda of a syllable (the coda may be empty), ``None`` for anything else.

    >>> letters("찬")
    ('ㅊ', 'ㅏ', 'ㄴ')
    """
    if not is_syllable(syllable):
        return None
    onset, rest = divmod(ord(syllable) - _FIRST, _PER_ONSET)
    vowel, coda = divmod(rest, len(CODAS))
    return ONSETS[onset], VOWELS[vowel], CODAS[coda]


def syllable(onset: str, vowel: str, coda: str = "") -> str | None:
    """The syllable of these letters, ``None`` where they make none.

    >>> syllable("ㄱ", "ㅠ")
    '규'
    """
    if len(onset) != 1 or len(vowel) != 1 or onset not in ONSETS or vowel not in VOWELS or coda not in CODAS:
        return None
    return chr(_FIRST + (ONSETS.index(onset) * len(VOWELS) + VOWELS.index(vowel)) * len(CODAS) + CODAS.index(coda))


def has_final(word: str) -> bool:
    """True if the word ends in a Hangul syllable with a final consonant, which picks its particles: 감독은, 배우는."""
    last = nfc(word)[-1:]
    return is_syllable(last) and (ord(last) - _FIRST) % len(CODAS) != 0


def choseong(text: str) -> str:
    """The initial consonants (초성) that people type to search; what is not a syllable stays, spaces go.

    >>> choseong("이재규")
    'ㅇㅈㄱ'
    """
    return "".join(_initial(char) for char in nfc(text) if not char.isspace())


def matches_choseong(query: str, text: str) -> bool:
    """True if the query, initial consonants and whole syllables mixed, opens the text: ㅇ재ㄱ finds 이재규."""
    wanted = [char for char in nfc(query) if not char.isspace()]
    found = [char for char in nfc(text) if not char.isspace()]
    pairs = zip(wanted, found, strict=False)
    return bool(wanted) and len(wanted) <= len(found) and all(want in (have, _initial(have)) for want, have in pairs)


def _initial(char: str) -> str:
    return ONSETS[(ord(char) - _FIRST) // _PER_ONSET] if _FIRST <= ord(char) <= _LAST else char

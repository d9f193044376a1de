"""A Latin name taken apart as it is written: words, their hyphenated pieces, initials, suffixes, names given apart."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from kgraph.text.hangul import nfc

LONGEST = 80  # a personal name is never longer; what is longer is not looked at

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"})
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´ʻ＇")
_MARKED = str.maketrans({"ŏ": "eo", "ŭ": "eu", "ǒ": "eo", "ǔ": "eu"})  # McCune-Reischauer: Pŏm-su, Ŭn-ji
_BREVES = re.compile(r"[ŏŭǒǔ]")
_MCCUNE_CONSONANT = re.compile(r"(?<![chkpt])(ch|k|t|p)(['’‘ʼ`])?(?=[aeiouwyŏŭǒǔ])")
_SOFT = {"ch": "j", "k": "g", "t": "d", "p": "b"}
_DASHES = re.compile(r"[‐‑‒–—―−﹣－_·•・]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_APART = re.compile(r"\(([^()]{1,60})\)|\[([^\[\]]{1,60})\]|[\"“”]([^\"“”]{1,60})[\"“”]|(?<!\w)['‘’]([^'‘’]{1,60})['‘’](?!\w)")
_DOTTED = re.compile(r"^(?:[A-Za-z]\.-?){1,3}[A-Za-z]?\.?$")
_CONSONANTS = re.compile(r"^[bcdfghjklmnpqrstvwxz]{1,3}$")
_PLAIN = re.compile(r"^[A-Za-z]+(?:-[A-Za-z]+)*(?: [A-Za-z]+(?:-[A-Za-z]+)*)*$")
_SPECIAL = re.compile(r"(?:^| )(?:jr|sr|ii|iii|iv|phd|md|esq|[bcdfghjklmnpqrstvwxz-]{1,5})(?: |$)")
_WORD = re.compile(r"^[a-z]+(?:-[a-z]+)*$")


class Word(NamedTuple):
    """A word of a name: its hyphenated pieces in lower case; ``initials`` if they are letters that stand for syllables."""

    pieces: tuple[str, ...]
    initials: bool = False

    @property
    def joined(self) -> str:
        """The word without its hyphens."""
        return "".join(self.pieces)


class NameWords(NamedTuple):
    """The words of a Latin name, whether a comma put the surname first, and what was given apart in brackets or quotes."""

    words: tuple[Word, ...]
    comma: bool = False
    apart: str | None = None


def visible(text: str) -> str:
    """The name in NFC without spaces around it and without what nobody sees: zero-width spaces, marks of direction."""
    return _INVISIBLE.sub("", nfc(text)).strip()


def split_apart(text: str) -> tuple[str, str | None]:
    """A name and what is given apart in brackets or quotation marks: 'Lee Ji-eun (IU)' -> 'Lee Ji-eun', 'IU'."""
    match = _APART.search(text)
    if match is None:
        return text, None
    apart = next(group for group in match.groups() if group is not None).strip()
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    return (rest, apart or None) if rest else (apart, None)


def split_name(text: str) -> NameWords | None:
    """The words of a name in Latin letters; ``None`` where other things than a name's letters and marks stand in it.

    >>> [word.pieces for word in split_name("LEE Jae-kyoo").words]
    [('lee',), ('jae', 'kyoo')]
    """
    if len(text) > LONGEST:
        return None
    if _PLAIN.match(text) and not _SPECIAL.search(lower := text.lower()):
        return NameWords(tuple([Word(tuple(word.split("-"))) for word in lower.split()]))
    main, apart = split_apart(visible(text))
    surname, comma, rest = main.partition(",")
    raw = _raw_words(surname) + _raw_words(rest)
    words = tuple(word for word in map(_word, raw) if word is not None)
    whole = len(words) == len(raw) and bool(words)
    return NameWords(words, bool(comma) and bool(_raw_words(rest)) and len(words) > 1, apart) if whole else None


def _raw_words(text: str) -> list[str]:
    """The words without their dangling hyphens and without what only follows names (Jr.)."""
    words = _DASHES.sub("-", text).replace("- ", " ").replace(" -", " ").split()
    return [word for word in words if not is_suffix(word)] or words


def is_suffix(word: str) -> bool:
    """True for what follows a name and is no part of it: Jr., III."""
    return word.replace(".", "").lower() in SUFFIXES


def _word(raw: str) -> Word | None:
    """One word in lower case without accents; ``None`` if it holds anything but letters, hyphens, apostrophes and dots."""
    if _DOTTED.match(raw):
        return Word(tuple(char.lower() for char in raw if char.isalpha()), initials=True)
    plain = _plain(raw.rstrip(".").strip("-"))
    if not _WORD.match(plain):
        return None
    pieces = tuple(plain.split("-"))
    initials = all(_CONSONANTS.match(piece) for piece in pieces)
    return Word(tuple("".join(pieces)) if initials else pieces, initials)


def _plain(word: str) -> str:
    lower = unicodedata.normalize("NFC", word.lower())
    marked = _from_mccune(lower) if _BREVES.search(lower) else lower.translate(_APOSTROPHES)
    if marked.isascii():
        return marked
    return "".join(char for char in unicodedata.normalize("NFKD", marked) if not unicodedata.combining(char))


def _from_mccune(word: str) -> str:
    """A word marked as McCune-Reischauer in plain letters: its ch is j where no apostrophe follows, its ŏ is eo."""
    hard = _MCCUNE_CONSONANT.sub(lambda match: match[1] if match[2] else _SOFT[match[1]], word)
    return hard.translate(_APOSTROPHES).translate(_MARKED)

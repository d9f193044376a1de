"""Well-known names of people, works and organisations: hints for the taggers, never identities.

Read once from ``data/gazetteer``.  The same name may stand for several things ("Kingdom", 수지), so every look-up gives
all of them.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from kgraph import settings
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = (("organizations", "Organization"), ("people", "Person"), ("works", "Work"))
_WORD = re.compile(r"[^\W_]+")
_JOINTS = frozenset(" -–'’:·&!?~/,.()#")  # what may stand inside a name besides letters
_JOINT_RUN = 2  # ... and how many of them in a row
_fold = functools.lru_cache(maxsize=4096)(name_key)
_OPENING = 3  # letters of a key that tell early that no name starts here
_SHORT = 3  # Latin names of up to so many letters (SBS, IU, Rain) must be spelled exactly as listed


@dataclass(frozen=True, slots=True)
class Entry:
    """Something well known: its type, kind, the press's spellings of its name, the usual one first.

    ``common`` are those names that are also ordinary words (Signal, 도깨비): they match in exactly this spelling only and count
    only where the context says so too.  ``role`` is what a person is known as (actor, director, writer, singer...), ``year`` when
    a work came out.
    """

    type: str
    kind: str | None
    names: tuple[str, ...]
    common: tuple[str, ...] = ()
    role: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch ``[start, end)`` of a text that spells a listed name, and all that the name may stand for."""

    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]

    @property
    def common(self) -> bool:
        """True if the name is an ordinary word as well, so that the hit needs the support of its context."""
        return any(self.name in entry.common for entry in self.entries)


class Gazetteer:
    """All listed names, found by key, by first word, or as the longest match in running text."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self._keys: dict[str, dict[str, list[Entry]]] = {}
        self._first: dict[str, set[str]] = {}
        for entry in entries:
            for name in entry.names:
                self._keys.setdefault(name_key(name), {}).setdefault(name, []).append(entry)
                self._first.setdefault(_first_word(name), set()).add(name)
        self._openings = frozenset(key[:_OPENING] for key in self._keys)
        self._longest = max(map(len, self._keys), default=0)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All entries with a name of this key: spelling, case, spaces and hyphens do not matter.

        >>> [entry.kind for entry in load().lookup("net-flix")]
        ['platform']
        """
        return tuple(dict.fromkeys(entry for entries in self._keys.get(name_key(name), {}).values() for entry in entries))

    def names_starting(self, word: str) -> tuple[str, ...]:
        """Listed names whose first word is this one in any case, longest first."""
        return tuple(sorted(self._first.get(word.casefold(), ()), key=lambda name: (-len(name), name)))

    def find(self, text: str) -> Iterator[Hit]:
        """Longest listed names in running text, left to right, none overlapping; linear in the text.

        A match starts and ends at a word's edge; a Hangul one may be followed by more Hangul (a particle, 넷플릭스는, or another
        word): the caller judges the tail.  Names of one syllable (비, 궁) are left to ``lookup``.

        >>> [hit.name for hit in load().find("tvN과 넷플릭스는")]
        ['tvN', '넷플릭스']
        """
        place = 0
        while place < len(text):
            hit = self.at(text, place) if _starts_word(text, place) else None
            if hit:
                yield hit
            place = hit.end if hit else place + 1

    def at(self, text: str, start: int) -> Hit | None:
        """The longest listed name that starts at this place of the text."""
        best = None
        for end, key in self._keys_from(text, start):
            for name, entries in self._keys.get(key, {}).items():
                stop = _matched_end(text, start, end, name, exact=_is_exact(name, entries))
                if stop and (best is None or stop > best.end):
                    best = Hit(start, stop, name, tuple(entries))
        return best

    def _keys_from(self, text: str, start: int) -> Iterator[tuple[int, str]]:
        """Keys of the stretches from this place to each possible end of a name, with that end."""
        key, joints = "", 0
        for place in range(start, len(text)):
            letters = _fold(text[place])
            joints = 0 if letters else joints + 1
            if joints > _JOINT_RUN or (joints and text[place] not in _JOINTS):
                return
            key += letters
            if len(key) > self._longest or (len(key) >= _OPENING and key[:_OPENING] not in self._openings):
                return
            if letters and len(key) > 1 and _ends_word(text, place + 1):
                yield place + 1, key


def _first_word(name: str) -> str:
    word = _WORD.search(name)
    return word.group().casefold() if word else name.casefold()


def _is_exact(name: str, entries: list[Entry]) -> bool:
    """Common words, short names, names that open or end with a sign (Disney+) and Hangul personal names: no other spelling."""
    if any(name in entry.common for entry in entries) or len(name_key(name)) <= _SHORT:
        return True
    if not (name[0].isalnum() and name[-1].isalnum()):
        return True
    return _is_hangul(name[0]) and all(entry.type == "Person" for entry in entries)


def _matched_end(text: str, start: int, end: int, name: str, *, exact: bool) -> int | None:
    """Where the name ends if it stands here: as listed, or with other joints and case, but not torn apart or in small letters."""
    if exact:
        end = start + len(name)
        return end if text[start:end] == name and _ends_word(text, end) else None
    torn = name.isalnum() and not text[start:end].isalnum() and not _is_hangul(name[0])
    small = name[0].isupper() and not text[start].isupper()
    return None if torn or small or not text[start].isalnum() else end


def _starts_word(text: str, place: int) -> bool:
    if not (text[place].isalnum() or text[place] in "(&#"):
        return False
    return place == 0 or not text[place - 1].isalnum() or (_is_hangul(text[place - 1]) and not _is_hangul(text[place]))


def _ends_word(text: str, place: int) -> bool:
    """True behind a name: no Latin letter goes on; behind Latin or Hangul, Hangul may follow as a particle."""
    return place >= len(text) or not text[place].isalnum() or _is_hangul(text[place])


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _entry(type_: str, row: dict[str, Any]) -> Entry:
    names = tuple(str(name) for name in row["names"])
    flag = row.get("common", ())
    common = names if flag is True else tuple(str(name) for name in flag)
    return Entry(type_, row.get("kind"), names, common=common, role=row.get("role"), year=row.get("year"))


def _read(name: str, type_: str) -> Iterator[Entry]:
    path = settings.DATA / "gazetteer" / f"{name}.yaml"
    for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) if path.exists() else ():
        yield _entry(type_, row)


@functools.cache
def load() -> Gazetteer:
    """The gazetteer, read once."""
    return Gazetteer(tuple(entry for name, type_ in _FILES for entry in _read(name, type_)))

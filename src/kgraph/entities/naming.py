"""By which names a referent can be told from all others: its identity names and their keys.

A bare part of a fuller name ("Lee" beside "Lee Jae Kyu", "재규" beside "이재규", "Squid Game" beside "Squid Game 2") names the
referent inside its article only, and so does a bare surname that stands alone: neither ties articles together.
"""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from kgraph.text.keys import name_key
from kgraph.text.name_tables import table
from kgraph.text.organization_names import organization_key

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_KEY = 80  # longer keys (a whole sentence taken for a title) are cut and end in a hash

_TOKEN = re.compile(r"[^\s\-‐‑–—:]+")
_MAX_TOKENS = 40
_SEASON = re.compile(r"(?:\bseason|시즌)\s?(\d{1,2})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{1,2}$")
_HANGUL_NAME = re.compile(r"[가-힣]{2,5}")


@functools.lru_cache(maxsize=1 << 15)
def identity_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a referent's names that are no mere part of another of them, in their order.

    >>> identity_names(("Lee Jae Kyu", "이재규", "Lee", "재규"))
    ('Lee Jae Kyu', '이재규')
    """
    composed = [unicodedata.normalize("NFC", name) for name in names]
    parts = {part for name in composed for part in _parts(name)} if len(composed) > 1 else set()
    kept = [name for name in composed if name_key(name) not in parts]
    return tuple(dict.fromkeys(kept or composed[:1]))


@functools.lru_cache(maxsize=1 << 15)
def identity_keys(type_: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The keys under which the referent meets others, sorted; none if no name of it says who is meant.

    >>> identity_keys("Person", ("Lee Jae Kyu", "이재규", "Lee"))
    ('leejaekyu', '이재규')
    >>> identity_keys("Person", ("이",))
    ()
    """
    known = identity_names(names)
    if type_ == "Person":
        known = tuple(name for name in known if not _bare_surname(name))
    key = _KEYS.get(type_, name_key)
    return tuple(sorted({short_key(key(name)) for name in known} - {""}))


def title_key(name: str) -> str:
    """The key of a title, its season by number alone: Night Patrol: Season 2 and Night Patrol 2 meet.

    >>> title_key("Night Patrol: Season 2"), title_key("야간 순찰 시즌2")
    ('nightpatrol2', '야간순찰2')
    """
    return name_key(_SEASON.sub(r"\1", name)) or name_key(name)


def seasons(keys: Iterable[str]) -> frozenset[str]:
    """The numbers that title keys end in: of the second season, 2."""
    return frozenset(match[0] for key in keys if (match := _NUMBER.search(key)))


def member_keys(names: Iterable[str], groups: Iterable[str]) -> tuple[str, ...]:
    """Keys of stage names of one letter or syllable that say nobody by themselves but do beside a group: V of BTS."""
    short = {name_key(name) for name in names} - _surnames()
    return tuple(sorted(f"{name}-{group}" for name in short if len(name) == 1 for group in groups))


def short_key(key: str) -> str:
    """The key itself, or for a very long one its beginning and a hash of it all."""
    if len(key) <= MAX_KEY:
        return key
    return key[:60] + hashlib.sha256(key.encode()).hexdigest()[:20]


_KEYS = {"Organization": organization_key, "Work": title_key}


def _parts(name: str) -> set[str]:
    """Keys of the leading and trailing parts of a name: its words, or the syllables of a short Hangul name."""
    words: list[str] = _TOKEN.findall(name)[:_MAX_TOKENS]
    if _HANGUL_NAME.fullmatch(name):
        words = list(name)
    heads = {name_key("".join(words[:size])) for size in range(1, len(words))}
    tails = {name_key("".join(words[size:])) for size in range(1, len(words))}
    return (heads | tails | {name_key(word) for word in words}) - {name_key(name), ""}


def _bare_surname(name: str) -> bool:
    """A single letter or syllable, or one word that is a usual spelling of a surname: 김, Kim, Choi."""
    key = name_key(name)
    return len(key) < 2 or key in _surnames()


@functools.cache
def _surnames() -> frozenset[str]:
    rows = table("surnames").items()
    return frozenset(name for name, _ in rows) | frozenset(
        s for _, row in rows for s, share in row["spellings"].items() if share >= 5
    )

"""Where two names may meet: keys from the names alone, and keys of a coarse name together with something it is tied to.

Nothing here looks at the graph: the keys of a node are the same whatever else is known, so that a block can be kept as a note
and one more article reads only the blocks that its own names fall into.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from kgraph.entities.work_blocks import work_blocks
from kgraph.text import gazetteer
from kgraph.text.hangul import is_hangul
from kgraph.text.keys import name_key
from kgraph.text.name_sounds import sound_key
from kgraph.text.names import blocking_keys, candidates, is_hangul_name, is_korean_name
from kgraph.text.official import official_spellings
from kgraph.text.organization_names import organization_key, split_trade

if TYPE_CHECKING:
    from collections.abc import Iterator

TELLING = frozenset({"agency", "directed", "group", "made", "performed", "with", "work", "wrote"})
CREDITED = frozenset({"cast", "produced"})  # of a work, beside its makers
MEETING = TELLING | CREDITED | {"title"}  # what makes a block with a coarse name
SOUNDS = 2  # consonants that a name must have to be told by its sound
ROMANISED = "="  # opens keys of official romanisations
LONG_SOUND = 4  # consonants (and the sign before them) that a title must have
LONGEST_TITLE = 30  # longer titles are translated, not spelled in the other script
_ARTICLE = re.compile(r"^(?:the|더) ", re.IGNORECASE)  # 더 글로리, The Glory
_SHORT_HANGUL = re.compile("[가-힣]{2,4}")


@functools.lru_cache(maxsize=1 << 16)
def coarse_keys(type_: str, name: str) -> tuple[str, ...]:
    """Keys under which all spellings of a name meet, and others too: only for names that share something else as well."""
    if type_ == "Person":  # one with a number in it is spelled and not heard
        heard = not is_hangul_name(name) and not any(char.isdigit() for char in name)
        return (*blocking_keys(name), *(_sounds(name, "") if heard else ()))
    if type_ == "Organization":
        return _sounds(*split_trade(name))
    return _sounds(_ARTICLE.sub("", name), "") if len(name) <= LONGEST_TITLE else ()


def _sounds(own: str, trade: str) -> tuple[str, ...]:
    """What a name sounds like, read as it stands and as official romanisation has it (봉래: Bongnae)."""
    spellings = official_spellings(own) if _SHORT_HANGUL.fullmatch(own) else ()
    heard = sorted({sound_key(spelling) for spelling in (own, *spellings)})
    return tuple(f"~{sound} {trade}".rstrip() for sound in heard if len(sound) >= SOUNDS or (sound and trade))


@functools.lru_cache(maxsize=1 << 16)
def other_keys(type_: str, kind: str | None, names: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the name in the other script: as well known, or the likeliest Hangul of a Korean person's name.

    >>> other_keys("Person", None, ("Lee Jae-kyoo",))
    ('이재규',)
    """
    found = {key for name in names for key in _listed_keys(type_, kind, name)}
    if type_ == "Person":
        found |= {likely_hangul(name) for name in names}
        found |= {key for name in names for key in _pen_names(name)}
    elif type_ == "Organization":
        found |= {key for name in names for key in _romanised(*split_trade(name))}
    return tuple(sorted(found - {""} - {name_key(name) for name in names}))


def _pen_names(name: str) -> Iterator[str]:
    """Keys in official romanisation of names that are not formed as Korean names are: 가람솔, Garam Sol."""
    if not is_korean_name(name):
        spelled = (
            official_spellings(name) if is_hangul(name) and len(name) > SOUNDS else {name_key(name)} if name.isascii() else ()
        )
        yield from (f"{ROMANISED}{spelling}" for spelling in sorted(spelled) if len(spelling) > LONG_SOUND)


def _romanised(own: str, trade: str) -> tuple[str, ...]:
    """Keys of a company's name in official romanisation with its trade, the same for the Hangul name and the Latin one."""
    if not trade:
        return ()
    spellings = official_spellings(own) if _SHORT_HANGUL.fullmatch(own) else {name_key(own)} if own.isascii() else ()
    return tuple(f"{ROMANISED}{spelling} {trade}" for spelling in sorted(spellings) if len(spelling) >= LONG_SOUND)


@functools.lru_cache(maxsize=1 << 16)
def likely_hangul(name: str) -> str:
    """The Hangul that a Korean personal name in Latin letters most likely stands for; empty for any other name."""
    if not name.isascii() or not is_korean_name(name):
        return ""
    best = candidates(name, limit=1)
    return best[0][0] if best else ""


@functools.lru_cache(maxsize=1 << 16)
def canonical(type_: str, name: str) -> str:
    """One spelling that stands for a name among the things an article ties to another."""
    if type_ == "Person":
        return likely_hangul(name) or name_key(name)
    listed = _listed_keys(type_, None, name)
    return listed[0] if listed else organization_key(name) if type_ == "Organization" else name_key(name)


@functools.lru_cache(maxsize=1 << 16)
def item_values(type_: str, name: str) -> tuple[str, ...]:
    """The values that stand for a name in a context: its one spelling, and its sound where it may be spelled by sound."""
    value = canonical(type_, name)
    if type_ == "Person" and (is_hangul_name(name) or is_korean_name(name)):
        return (value,) if value else ()
    sounds = coarse_keys(type_, name)
    heard = tuple(key for key in sounds if key.startswith("~") and type_ != "Work")
    return tuple(item for item in (value, *heard) if item)


@functools.lru_cache(maxsize=1 << 17)
def context_blocks(type_: str, names: tuple[str, ...], context: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of a coarse name with one thing that the article ties to it."""
    coarse = sorted({key for name in names for key in coarse_keys(type_, name)})
    telling = [item for item in context if item.partition(":")[0] in MEETING]
    blocks = tuple(f"{key} {item}" for key in coarse for item in telling)
    return (*blocks, *work_blocks(names, context)) if type_ == "Work" else blocks


@functools.lru_cache(maxsize=1 << 16)
def _listed_keys(type_: str, kind: str | None, name: str) -> tuple[str, ...]:
    """The key of the first name of the one well-known entry that is meant, if it can be no other."""
    entries = [entry for entry in gazetteer.load().lookup(name) if entry.type == type_]
    if kind is not None and len(entries) > 1:
        entries = [entry for entry in entries if entry.kind == kind]
    if len(entries) != 1 or (name in entries[0].common and entries[0].kind != kind):
        return ()
    return (name_key(entries[0].names[0]),)

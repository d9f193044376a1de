"""Words as the model over pairs sees them: *helmed* and *megaphone* are both DIRECT (``data/english/pair_words.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import yaml

from kgraph.settings import DATA

_SIGNS = frozenset((",", ";", "&", "/", "·", "•", "|"))


@dataclass(frozen=True)
class Words:
    """``classes`` by word; ``roles`` that stand beside a name; ``joining`` parts lists of names, ``joints`` and ``modifiers`` may
    stand in them; ``idle`` words tell nothing.
    """

    classes: dict[str, str]
    names: frozenset[str]
    roles: frozenset[str]
    joining: frozenset[str]
    joints: frozenset[str]
    modifiers: frozenset[str]
    idle: frozenset[str]

    def role(self, word: str) -> str | None:
        """The role that a word names, in the singular."""
        single = word.removesuffix("s") if word not in self.roles else word
        return single if single in self.roles else None


@cache
def words() -> Words:
    """The lists, read once."""
    listed = yaml.load((DATA / "english" / "pair_words.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    classes: dict[str, str] = {}
    for name, members in listed["classes"].items():
        for word in members.split():
            classes.setdefault(word, name)
    roles, joining, joints, modifiers, idle = (
        frozenset(listed[name].split()) for name in ("roles", "joining", "joints", "modifiers", "idle")
    )
    joining |= _SIGNS
    return Words(classes, frozenset(classes.values()), roles, joining, joining | joints, modifiers, idle)

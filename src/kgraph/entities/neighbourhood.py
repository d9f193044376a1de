"""The part of the graph that a step can change: entities that meet in a block or a judgement, transitively.

Read from notes, never from the whole graph: ``n/NODE`` holds a node and its entity, ``m/ENTITY`` the nodes of an entity and the
entities near it, ``e/ENTITY`` how often which name is used, ``k/TYPE/KEY`` the nodes under a name key, ``c/TYPE/...`` the nodes
under a coarse name with one thing that articles tie to it, ``s/LOOK`` the anchors of a look, ``l/REF`` the node of a referent,
``j/REF`` the judgements that name one.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from kgraph.entities.assemble import Usage, usage_from_text
from kgraph.entities.node import Node, from_text
from kgraph.model import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.known import Known

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def judgements_to_text(judgements: Iterable[Judgement]) -> str | None:
    """Judgements as the text of a note, ``None`` for none."""
    rows = sorted([j.left, j.right, j.verdict.value, j.judge, j.reason, j.score] for j in set(judgements))
    return list_text(rows)


def judgements_from_text(text: str | None) -> frozenset[Judgement]:
    """The opposite of :func:`judgements_to_text`."""
    rows = json.loads(text) if text else []
    return frozenset(
        Judgement(left, right, Verdict(verdict), judge, why, score) for left, right, verdict, judge, why, score in rows
    )


def list_text(values: object) -> str | None:
    """A list as the text of a note, ``None`` for an empty one."""
    return _ENCODE(values) if values else None


def strings_text(values: Iterable[str]) -> str | None:
    """The same for a list of strings, of which most notes are: several times as fast."""
    written = ",".join(map(encode_basestring, values))
    return f"[{written}]" if written else None


class Neighbourhood:
    """What has been read of the state before the step; the entities in ``closed`` with all their neighbours."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._texts: dict[str, str | None] = {}
        self._members: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._stored: dict[str, tuple[Node | None, str | None]] = {}
        self.closed: set[str] = set()

    def node(self, node_id: str) -> Node | None:
        """The node of that id, if any referent is counted in it."""
        return self._read(node_id)[0]

    def home(self, node_id: str) -> str | None:
        """The entity that this node is part of; none for one that stands back (see :mod:`kgraph.entities.census`)."""
        return self._read(node_id)[1]

    def _read(self, node_id: str) -> tuple[Node | None, str | None]:
        if node_id not in self._stored:
            text = self._known.note(f"n/{node_id}")
            self._stored[node_id] = from_text(node_id, text) if text else (None, None)
        return self._stored[node_id]

    def block(self, key: str) -> tuple[str, ...]:
        """The entries under a block key (see :mod:`kgraph.entities.crowds`), or the places on a shelf."""
        text = self.text(key)
        return tuple(json.loads(text)) if text else ()

    def text(self, key: str) -> str | None:
        """The note of a key as it is."""
        if key not in self._texts:
            self._texts[key] = self._known.note(key)
        return self._texts[key]

    def members(self, entity: str) -> tuple[str, ...]:
        """Ids of the nodes of an entity."""
        return self.circle(entity)[0]

    def circle(self, entity: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of the nodes of an entity, and the entities that meet it in a block that tells something, or in a judgement."""
        if entity not in self._members:
            text = self._known.note(f"m/{entity}")
            members, near = json.loads(text) if text else ((), ())
            self._members[entity] = tuple(members), tuple(near)
        return self._members[entity]

    def usage(self, entity: str) -> Usage:
        """How often which name of a stored entity is used."""
        text = self._known.note(f"e/{entity}")
        assert text is not None, f"no note of {entity}"
        return usage_from_text(text)

    def judgements(self, ref: str) -> frozenset[Judgement]:
        """The judgements that name this referent."""
        return judgements_from_text(self._known.note(f"j/{ref}"))

    def noted(self, ref: str) -> str | None:
        """The node of a stored referent, where it stands alone or is not the one of its look."""
        return self._known.note(f"l/{ref}")

    def close(self, entities: Iterable[str]) -> None:
        """Read everything that is tied to these entities, near or far."""
        waiting = list(entities)
        while waiting:
            entity = waiting.pop()
            if entity not in self.closed:
                self.closed.add(entity)
                waiting += self.circle(entity)[1]

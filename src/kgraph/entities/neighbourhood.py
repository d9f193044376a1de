"""The part of the graph that a step can change: entities that share a name key or a judgement, transitively.

Read from notes, never from the whole graph: ``e/ID`` holds an entity's nodes, ``k/TYPE/KEY`` the entities under a name key,
``k/#/REF`` the entity of a referent that stands alone, ``c/TYPE/...`` the entities under a coarse name with one thing that their
articles tie them to, ``j/REF`` the judgements that name a referent, ``l/REF`` the context of a referent.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kgraph.entities.node import Node, from_text
from kgraph.model import Judgement, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.entities.known import Known


def block_keys(node: Node) -> tuple[str, ...]:
    """Keys of the notes under which the entity of a node is found."""
    blocks = [f"k/{node.type}/{key}" for key in dict.fromkeys((*node.keys, *node.others))]
    blocks += [f"c/{node.type}/{key}" for key in node.context_blocks]
    return (f"k/#/{node.ref}", *blocks) if node.ref else tuple(blocks)


def judgements_to_text(judgements: Iterable[Judgement]) -> str | None:
    """Judgements as the text of a note, ``None`` for none."""
    rows = sorted([j.left, j.right, j.verdict.value, j.judge, j.reason, j.score] for j in set(judgements))
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else None


def judgements_from_text(text: str | None) -> frozenset[Judgement]:
    """The opposite of :func:`judgements_to_text`."""
    rows = json.loads(text) if text else []
    return frozenset(
        Judgement(left, right, Verdict(verdict), judge, why, score) for left, right, verdict, judge, why, score in rows
    )


class Neighbourhood:
    """Entities read so far, as their nodes; those in ``closed`` with all their neighbours."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.entities: dict[str, dict[str, Node]] = {}
        self.blocks: dict[str, tuple[str, ...]] = {}
        self.closed: set[str] = set()

    def home(self, node: Node) -> str | None:
        """The entity that this node is counted in, if any."""
        for block in block_keys(node)[:1]:
            for entity in self.block(block):
                if node.id in self.entity(entity):
                    return entity
        return None

    def block(self, key: str) -> tuple[str, ...]:
        """Ids of the entities under a block key."""
        if key not in self.blocks:
            text = self._known.note(key)
            self.blocks[key] = tuple(json.loads(text)) if text else ()
        return self.blocks[key]

    def entity(self, entity_id: str) -> dict[str, Node]:
        """The nodes of an entity by id."""
        if entity_id not in self.entities:
            self.entities[entity_id] = {node.id: node for node in from_text(self._known.note(f"e/{entity_id}"))}
        return self.entities[entity_id]

    def judgements(self, ref: str) -> frozenset[Judgement]:
        """The judgements that name this referent."""
        return judgements_from_text(self._known.note(f"j/{ref}"))

    def context(self, ref: str) -> tuple[str, ...]:
        """What the article of a stored referent ties it to."""
        text = self._known.note(f"l/{ref}")
        return tuple(json.loads(text)) if text else ()

    def close(self, blocks: Iterable[str]) -> None:
        """Read everything that is tied to these blocks, near or far."""
        waiting = list(dict.fromkeys(blocks))
        seen = set(waiting)
        while waiting:
            for entity in self.block(waiting.pop()):
                if entity in self.closed:
                    continue
                self.closed.add(entity)
                for node in self.entity(entity).values():
                    near = [block for block in (*block_keys(node), *self._judged_blocks(node)) if block not in seen]
                    seen.update(near)
                    waiting += near

    def _judged_blocks(self, node: Node) -> list[str]:
        if not node.ref:
            return []
        return [f"k/#/{ref}" for j in self.judgements(node.ref) for ref in (j.left, j.right) if ref != node.ref]

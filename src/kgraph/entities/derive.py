"""From a step to the change of everything that is derived: entities, facts, the links that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.entities.assemble import assemble_entity
from kgraph.entities.facts import Ledger, settle_facts
from kgraph.entities.identity import Identity, Note, identify
from kgraph.entities.standing import Arena
from kgraph.entities.tally import to_text as tally_to_text
from kgraph.model import Change, Entity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.entities.assemble import Usage
    from kgraph.entities.known import Known, Step

Link = tuple[str, str | None, str | None]


def resolve_step(step: Step, known: Known) -> Change:
    """What the step changes; the same graph comes out whatever way led to the same articles and judgements."""
    identity = identify(step, known)
    ledger = settle_facts(step, identity, known)
    before, after = identity.usage
    touched = [id_ for id_ in sorted({*before, *after}) if before.get(id_) != after.get(id_)]
    facts = [id_ for id_ in sorted(ledger.after) if ledger.before[id_] != ledger.after[id_]]
    arena = Arena(ledger, facts)
    return Change(
        entities=tuple((_entity(id_, before.get(id_)), _entity(id_, after.get(id_))) for id_ in touched),
        facts=tuple(arena.pairs(facts)),
        leads=tuple(sorted(_leads(step, identity, known), key=lambda link: link[0])),
        supports=tuple((claim, was, now) for claim, (was, now) in sorted(ledger.supports.items()) if was != now),
        notes=(*identity.notes, *_entity_notes(touched, identity), *_fact_notes(facts, ledger), *arena.notes),
    )


def _entity(entity_id: str, usage: Usage | None) -> Entity | None:
    return assemble_entity(entity_id, usage) if usage else None


def _leads(step: Step, identity: Identity, known: Known) -> Iterator[Link]:
    """The referents that come, go or move, with the entity that they lead to before and after."""
    gone, come = ({one.ref: one for reading in side for one in reading.referents} for side in (step.gone, step.come))
    for ref in gone.keys() | come.keys():
        before = identity.home(gone[ref], after=False) if ref in gone else None
        yield ref, before, identity.home(come[ref], after=True) if ref in come else None
    for entity in identity.moved():
        for referent in known.referents(entity=entity):
            if referent.ref not in gone and referent.ref not in come:
                yield referent.ref, entity, identity.home(referent, after=True)


def _entity_notes(touched: list[str], identity: Identity) -> Iterator[Note]:
    for id_ in touched:
        before, after = (usage.get(id_) for usage in identity.usage)
        yield f"e/{id_}", before.to_text() if before else None, after.to_text() if after else None


def _fact_notes(facts: list[str], ledger: Ledger) -> Iterator[Note]:
    for id_ in facts:
        before, after = ledger.before[id_], ledger.after[id_]
        yield f"f/{id_}", tally_to_text(before) if before else None, tally_to_text(after) if after else None

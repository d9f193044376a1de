"""From a step to the change of everything that is derived: entities, facts, the links that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.entities.assemble import assemble_entity
from kgraph.entities.facts import Ledger, settle_facts
from kgraph.entities.identity import Identity, Nodes, Note, identify
from kgraph.entities.node import to_text
from kgraph.entities.tally import Tally, assemble_fact
from kgraph.entities.tally import to_text as tally_to_text
from kgraph.model import Change, Entity, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.entities.known import Known, Step

Link = tuple[str, str | None, str | None]


def resolve_step(step: Step, known: Known) -> Change:
    """What the step changes; the same graph comes out whatever way led to the same articles and judgements."""
    identity = identify(step, known)
    ledger = settle_facts(step, identity, known)
    touched = [id_ for id_ in sorted({*identity.before, *identity.after}) if identity.before.get(id_) != identity.after.get(id_)]
    facts = [id_ for id_ in sorted(ledger.after) if ledger.before[id_] != ledger.after[id_]]
    return Change(
        entities=tuple((_entity(id_, identity.before), _entity(id_, identity.after)) for id_ in touched),
        facts=tuple((_fact(ledger.before[id_]), _fact(ledger.after[id_])) for id_ in facts),
        leads=tuple(sorted(_leads(step, identity, known), key=lambda link: link[0])),
        supports=tuple((claim, before, after) for claim, (before, after) in sorted(ledger.supports.items()) if before != after),
        notes=(*identity.notes, *_entity_notes(touched, identity), *_fact_notes(facts, ledger)),
    )


def _entity(entity_id: str, entities: dict[str, Nodes]) -> Entity | None:
    nodes = entities.get(entity_id)
    return assemble_entity(entity_id, nodes.values()) if nodes else None


def _fact(tally: Tally | None) -> Fact | None:
    return assemble_fact(tally) if tally else None


def _leads(step: Step, identity: Identity, known: Known) -> Iterator[Link]:
    """The referents that come, go or move, with the entity that they lead to before and after."""
    gone = {referent.ref: referent for referent in (step.removed.referents if step.removed else ())}
    come = {referent.ref: referent for referent in (step.added.referents if step.added else ())}
    for ref in gone.keys() | come.keys():
        before = identity.home(gone[ref], after=False) if ref in gone else None
        yield ref, before, identity.home(come[ref], after=True) if ref in come else None
    for entity in identity.moved():
        for referent in known.referents(entity=entity):
            if referent.ref not in gone and referent.ref not in come:
                yield referent.ref, entity, identity.home(referent, after=True)


def _entity_notes(touched: list[str], identity: Identity) -> Iterator[Note]:
    for id_ in touched:
        before, after = identity.before.get(id_), identity.after.get(id_)
        yield f"e/{id_}", to_text(before.values()) if before else None, to_text(after.values()) if after else None


def _fact_notes(facts: list[str], ledger: Ledger) -> Iterator[Note]:
    for id_ in facts:
        before, after = ledger.before[id_], ledger.after[id_]
        yield f"f/{id_}", tally_to_text(before) if before else None, tally_to_text(after) if after else None

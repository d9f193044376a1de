"""Who is who, as a person asks: what speaks for two being one, which pairs are doubtful, and what has been said about them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kgraph.entities.context import contexts
from kgraph.entities.judge import Opinion, judge
from kgraph.entities.known import Reading
from kgraph.entities.node import make_node
from kgraph.entities.profile import Profile, make_profile
from kgraph.errors import InputError, QueryError
from kgraph.model import Judgement, Referent, Verdict
from kgraph.text.keys import name_key
from kgraph.text.names import candidates, is_korean_name
from kgraph.views.show import find_entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Entity
    from kgraph.store.base import Reader
    from kgraph.views.rows import Row

MOST_REFERENTS = 200  # of an entity, whose articles are read again to explain it
FIELDS = ("left", "right", "verdict", "judge", "reason", "score")


def find_ref(reader: Reader, name: str) -> str:
    """The referent that stands for a name: itself if it is one, else the first of the entity of that name."""
    entity = find_entity(reader, name)
    return name if name in entity.referents else entity.referents[0]


def make_judgement(reader: Reader, names: tuple[str, str], verdict: Verdict, judge: str, reason: str) -> Judgement:
    """A person's judgement on two names, any spelling, ids or refs.  Raises QueryError where both are one referent or of two
    types.
    """
    refs = sorted(find_ref(reader, name) for name in names)
    types = [found.type for ref in refs if (found := reader.entity(ref)) is not None]
    if refs[0] == refs[1]:
        raise QueryError(f"expected two referents, found {refs[0]} twice")
    if types[0] != types[1]:
        raise QueryError(f"expected two of one type, found a {types[0]} and a {types[1]}")
    return Judgement(refs[0], refs[1], verdict, judge, reason)


def explain_pair(reader: Reader, left: str, right: str) -> Row:
    """What speaks for and against two names being one: the features with their running total, and what people said."""
    sides = [find_entity(reader, name) for name in (left, right)]
    if sides[0].type != sides[1].type:
        raise QueryError(f"expected two of one type, found a {sides[0].type} and a {sides[1].type}")
    profiles = [profile_of(reader, entity, called=name) for entity, name in zip(sides, (left, right), strict=True)]
    opinion = judge(*profiles)
    refs = [set(entity.referents) for entity in sides]
    said = [judgement_row(one) for one in reader.judgements() if _is_about(one, refs[0], refs[1])]
    return {
        "left": sides[0].id,
        "right": sides[1].id,
        "one_entity": sides[0].id == sides[1].id,
        "verdict": opinion.verdict.value,
        "probability": opinion.probability,
        "features": waterfall(opinion),
        "judgements": said,
    }


def waterfall(opinion: Opinion) -> list[Row]:
    """The features in reading order, each with the sum of the scores so far."""
    rows, total = [], 0.0
    for feature in opinion.features:
        total += feature.score
        rows.append({
            "feature": feature.name, "score": round(feature.score, 3), "total": round(total, 3), "why": feature.sentence,
            "left": feature.left, "right": feature.right,
        })  # fmt: skip
    return rows


def doubtful_pairs(reader: Reader) -> list[Row]:
    """People whose names may be one in two scripts though nothing ties them, the likeliest first."""
    found: dict[tuple[str, str], Row] = {}
    judged = [one for one in reader.judgements() if one.judge != "machine"]
    for entity in reader.entities(type_="Person"):
        for other in _near(reader, entity):
            pair = (min(entity.id, other.id), max(entity.id, other.id))
            refs = set(entity.referents), set(other.referents)
            if pair not in found and not any(_is_about(one, *refs) for one in judged):
                found[pair] = _doubt(reader, entity, other)
    rows = [row for row in found.values() if row["verdict"] != Verdict.DIFFERENT.value]
    return sorted(rows, key=lambda row: (-row["probability"], row["left"], row["right"]))


def _near(reader: Reader, entity: Entity) -> Iterator[Entity]:
    """Other entities with a name that one of this entity's is, or likely stands for."""
    keys = {name_key(name) for name in entity.names}
    for name in entity.names:
        if name.isascii() and is_korean_name(name):
            keys |= {hangul for hangul, _ in candidates(name, limit=3)}
    for key in sorted(keys):
        yield from (other for other in reader.entities(key=key, type_=entity.type) if other.id != entity.id)


def _doubt(reader: Reader, entity: Entity, other: Entity) -> Row:
    opinion = judge(profile_of(reader, entity), profile_of(reader, other))
    return {
        "left": entity.id,
        "right": other.id,
        "left_names": list(entity.names),
        "right_names": list(other.names),
        "probability": opinion.probability,
        "verdict": opinion.verdict.value,
        "why": opinion.reason,
    }


def profile_of(reader: Reader, entity: Entity, *, called: str = "") -> Profile:
    """The profile of an entity, read again from the articles of its referents: of those so called, if any are."""
    found: list[tuple[Referent, tuple[str, ...]]] = []
    wanted = set(entity.referents[:MOST_REFERENTS])
    for article_id in sorted({ref.rpartition("#")[0] for ref in wanted}):
        claims = tuple(reader.claims(article=article_id))
        ends = {end.ref: end for claim in claims for end in (claim.subject, claim.object) if end is not None}
        items = contexts(Reading(article_id, None, tuple(ends[ref] for ref in sorted(ends)), claims))
        found += [(ends[ref], items.get(ref, ())) for ref in sorted(wanted & ends.keys())]
    so_called = [pair for pair in found if called == pair[0].ref or name_key(called) in map(name_key, pair[0].names)]
    found = so_called or found
    if not found:
        found = [(Referent(entity.referents[0], entity.type, entity.names, entity.kind), ())]
    return make_profile(make_node(referent, context) for referent, context in found)


def judgement_row(judgement: Judgement) -> Row:
    """A judgement as a row."""
    return {"id": judgement.id, **{name: getattr(judgement, name) for name in FIELDS}}


def export_log(reader: Reader) -> Iterator[str]:
    """Persons' judgements as lines of JSON, one each, sorted: the same judgements give the same file."""
    rows = [{name: getattr(one, name) for name in FIELDS} for one in reader.judgements() if one.judge != "machine"]
    yield from sorted(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def import_log(lines: Iterable[str]) -> Iterator[Judgement]:
    """The judgements of such lines.  Raises :class:`~kgraph.errors.InputError` for a line that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_line(line, number)


def _read_line(line: str, number: int) -> Judgement:
    try:
        row: dict[str, Any] = json.loads(line)
        left, right = sorted((str(row["left"]), str(row["right"])))
        return Judgement(left, right, Verdict(row["verdict"]), str(row["judge"]), str(row["reason"]), row.get("score"))
    except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"line {number}: expected a judgement ({', '.join(FIELDS)}), found {line.strip()[:60]!r}") from error


def _is_about(judgement: Judgement, left: set[str], right: set[str]) -> bool:
    pair = (judgement.left, judgement.right)
    return (pair[0] in left and pair[1] in right) or (pair[1] in left and pair[0] in right)

"""The graph as a folder for ``neo4j-admin database import``: the nodes and relationships of the store on Neo4j.

``import.args`` holds the options of the import, ``schema.cypher`` the constraints and indexes to make afterwards.  Text is in
quotation marks, what is not known is empty without them; lists are parted by the unit separator (U+001F), which in a list is
written as a space.  Referents of whom no claim speaks are left out.
"""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from kgraph.model import Article, Claim, Entity, Fact, Judgement, Qualifiers
from kgraph.store.neo4j_schema import wanted
from kgraph.store.neo4j_shape import to_article, to_claim, to_entity, to_fact, to_judgement, to_referent
from kgraph.store.neo4j_terms import entity_labels, node_labels, relationship, short
from kgraph.text.keys import name_key
from kgraph.views.formats.neo4j_script import referents_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import TextIO

    from kgraph.store.base import Reader

LIST = "\x1f"
_LONG = {"long_id": ""}
_QUALIFIERS = dict.fromkeys(Qualifiers.__slots__, "") | {"rank": "long", "episode": "long", "days": "long", "points": "long"}
_QUALIFIERS |= {"percent": "double"}
_FACT = {
    "id": "", "predicate": "", "sources": "long", "confidence": "double", "first_report": "", "last_report": "", "standing": "",
    "reason": "", "independent": "long", **_QUALIFIERS,
}  # fmt: skip
_SPANS = {"evidence": "", "evidence_start": "long", "evidence_end": "long", "trigger": "", "trigger_start": "long"}
_NAMED = {"kind": "", "name": "", "names": "string[]"}

NODES: dict[str, tuple[str, dict[str, str]]] = {
    "articles": ("Article", _LONG | dict.fromkeys(("text", "lang", "title", "url", "publisher", "published", "hash"), "")),
    "claims": (
        "Claim",
        {"predicate": "", "rule": "", "confidence": "double", **_SPANS, "trigger_end": "long", "fact": "", **_QUALIFIERS},
    ),
    "entities": ("Entity", _LONG | _NAMED | {"label_en": "", "label_ko": ""}),
    "facts": ("Fact", {name: type_ for name, type_ in _FACT.items() if name != "id"}),
    "judgements": ("Judgement", dict.fromkeys(("left", "right", "verdict", "judge", "reason"), "") | {"score": "double"}),
    "names": ("Name", {}),
    "referents": ("Referent", _LONG | {"type": "", **_NAMED, "born": ""}),
}
RELATIONSHIPS: dict[str, tuple[str, str, str | None, dict[str, str]]] = {
    "fact_links": ("Entity", "Fact", None, _FACT | {"claims": "string[]"}),
    "mentioned_in": ("Referent", "Article", "MENTIONED_IN", {}),
    "named": ("Entity", "Name", "NAMED", {}),
    "object": ("Claim", "Referent", "OBJECT", {}),
    "refers_to": ("Referent", "Entity", "REFERS_TO", {}),
    "relations": ("Entity", "Entity", None, _FACT | {"claims": "string[]"}),
    "stated_in": ("Claim", "Article", "STATED_IN", {}),
    "subject": ("Claim", "Referent", "SUBJECT", {}),
}
OPTIONS = (
    "--multiline-fields=true",
    "--legacy-style-quoting=false",
    "--array-delimiter=U+001F",
    "--read-buffer-size=16777216",
)


def write_folder(reader: Reader, folder: Path) -> int:
    """Write all files into a folder that is there; how many nodes and relationships were written."""
    with ExitStack() as files:
        out = _Files({name: files.enter_context(_open(folder / f"{name}.csv")) for name in (*NODES, *RELATIONSHIPS)})
        entities: dict[str, str] = {}
        for entity in reader.entities():
            _write_entity(out, entity)
            entities.update(dict.fromkeys(entity.referents, entity.id))
        supported = _write_facts(out, reader.facts())
        for id_ in reader.article_ids():
            if article := reader.article(id_):
                _write_article(out, article, tuple(reader.claims(article=id_)), supported, entities)
        for judgement in reader.judgements():
            _write_judgement(out, judgement)
    (folder / "import.args").write_text("\n".join(_arguments()) + "\n", encoding="utf-8")
    schema = "".join(f"{one.cypher};\n" for one in wanted())
    (folder / "schema.cypher").write_text(schema, encoding="utf-8")
    return out.count


class _Files:
    """The open files with their heads written; counts what goes into them."""

    def __init__(self, files: Mapping[str, TextIO]) -> None:
        self._files = files
        self._names: set[str] = set()
        self.count = 0
        for name, (label, columns) in NODES.items():
            key = "key" if label == "Name" else "id"
            self._line(name, [f"{key}:ID({label})", *map(_column, columns.items()), ":LABEL"])
        for name, (start, end, _, columns) in RELATIONSHIPS.items():
            self._line(name, [f":START_ID({start})", f":END_ID({end})", *map(_column, columns.items()), ":TYPE"])

    def node(self, name: str, key: str, node: Mapping[str, Any], labels: str = "") -> None:
        """A node with its labels; its key is the one that the store would index."""
        label, columns = NODES[name]
        marks = labels.strip(":").split(":") if labels else [label]
        self._row(name, [key, *(node.get(column) for column in columns), [label, *(mark for mark in marks if mark != label)]])

    def link(self, name: str, start: str, end: str, link: Mapping[str, Any] | None = None, type_: str | None = None) -> None:
        """A relationship."""
        _, _, fixed, columns = RELATIONSHIPS[name]
        self._row(name, [start, end, *((link or {}).get(column) for column in columns), fixed or type_])

    def name(self, entity: str, key: str) -> None:
        """That an entity goes by a name."""
        if key not in self._names:
            self._names.add(key)
            self.node("names", key, {})
        self.link("named", entity, key)

    def _row(self, name: str, cells: Iterable[Any]) -> None:
        self._line(name, map(_cell, cells))
        self.count += 1

    def _line(self, name: str, cells: Iterable[str]) -> None:
        self._files[name].write(",".join(cells) + "\n")


def _open(path: Path) -> TextIO:
    return path.open("w", encoding="utf-8", newline="")


def _column(column: tuple[str, str]) -> str:
    name, type_ = column
    return f"{name}:{type_}" if type_ else name


def _cell(value: Any) -> str:
    """A cell: text in quotation marks, so that it may hold anything and may be empty; nothing for what is not known."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        value = LIST.join(one.replace(LIST, " ") for one in value)
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)


def _arguments() -> Iterable[str]:
    yield from OPTIONS
    yield from (f"--nodes={name}.csv" for name in NODES)
    yield from (f"--relationships={name}.csv" for name in RELATIONSHIPS)


def _write_entity(out: _Files, entity: Entity) -> None:
    id_ = short(entity.id)
    out.node("entities", id_, to_entity(entity), entity_labels(entity))
    for key in sorted({name_key(name) for name in entity.names}):
        out.name(id_, short(key))


def _write_facts(out: _Files, facts: Iterable[Fact]) -> dict[str, str]:
    """Write facts; which fact each claim supports."""
    supported: dict[str, str] = {}
    for fact in facts:
        supported.update(dict.fromkeys(fact.claims, fact.id))
        node = to_fact(fact)
        link, type_ = node | {"claims": fact.claims}, relationship(fact)
        if fact.object is None:
            out.node("facts", fact.id, node, node_labels(fact.predicate))
            out.link("fact_links", short(fact.subject), fact.id, link, type_)
        else:
            out.link("relations", short(fact.subject), short(fact.object), link, type_)
    return supported


def _write_article(
    out: _Files, article: Article, claims: tuple[Claim, ...], supported: Mapping[str, str], entities: Mapping[str, str]
) -> None:
    id_ = short(article.id)
    out.node("articles", id_, to_article(article))
    for referent in referents_of(claims):
        out.node("referents", short(referent.ref), to_referent(referent))
        out.link("mentioned_in", short(referent.ref), id_)
        if referent.ref in entities:
            out.link("refers_to", short(referent.ref), short(entities[referent.ref]))
    for claim in claims:
        out.node("claims", claim.id, to_claim(claim) | {"fact": supported.get(claim.id)})
        out.link("stated_in", claim.id, id_)
        out.link("subject", claim.id, short(claim.subject.ref))
        if claim.object is not None:
            out.link("object", claim.id, short(claim.object.ref))


def _write_judgement(out: _Files, judgement: Judgement) -> None:
    out.node("judgements", judgement.id, to_judgement(judgement))

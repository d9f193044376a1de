"""The shapes as SPARQL: each constraint of ``ontology/shapes.ttl`` becomes a query for the nodes that break it.

Covers the parts of SHACL that the shapes use and refuses others, so that nothing is passed over in silence.  The judge is
pySHACL (:mod:`kgraph.views.validate`); a test damages graphs and holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rdflib import RDF, SH, Literal, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Condition = Callable[["Graph", "Node"], str]

_IGNORED = {
    SH.path,
    SH.property,
    SH.targetClass,
    SH.targetSubjectsOf,
    SH.targetObjectsOf,
    SH.qualifiedMinCount,
    SH.qualifiedMaxCount,
    RDF.type,
}


@dataclass(frozen=True, slots=True)
class Broken:
    """A query for nodes that break a constraint: it selects ``?this`` and, where one value is at fault, ``?value``."""

    path: str | None
    message: str
    text: str
    target: str | None = None


def queries_of(shapes: Graph) -> Iterator[Broken]:
    """One query for each target and constraint of these shapes."""
    for shape in sorted(shapes.subjects(RDF.type, SH.NodeShape), key=str):
        for target in _targets(shapes, shape):
            yield from _of_node(shapes, shape, target)
            for part in shapes.objects(shape, SH.property):
                yield from _of_property(shapes, part, target)


def _targets(shapes: Graph, shape: Node) -> Iterator[str]:
    for class_ in shapes.objects(shape, SH.targetClass):
        yield f"?this a {class_.n3()} ."
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        yield f"?this {predicate.n3()} ?any ."
    for predicate in shapes.objects(shape, SH.targetObjectsOf):
        yield f"?any {predicate.n3()} ?this ."


def _of_node(shapes: Graph, shape: Node, target: str) -> Iterator[Broken]:
    for component, argument in _constraints(shapes, shape):
        if component == SH.sparql:
            text = str(shapes.value(argument, SH.select))
            yield Broken(None, str(shapes.value(argument, SH.message)), text, target)
        else:
            wanted = _CONDITIONS[component](shapes, argument).replace("?value", "?this")
            yield Broken(None, _message(component, argument), f"SELECT DISTINCT ?this {{ {target} FILTER(!({wanted})) }}")


def _of_property(shapes: Graph, part: Node, target: str) -> Iterator[Broken]:
    path = shapes.value(part, SH.path)
    assert path is not None
    inverse = shapes.value(path, SH.inversePath)
    values = f"?value {inverse.n3()} ?this ." if inverse else f"?this {path.n3()} ?value ."
    for component, argument in _constraints(shapes, part):
        text = _query(shapes, part, (component, argument), target, values)
        yield Broken(str(path) if isinstance(path, URIRef) else None, _message(component, argument), text)


def _constraints(shapes: Graph, shape: Node) -> list[tuple[Node, Node]]:
    found = [(component, argument) for component, argument in shapes.predicate_objects(shape) if component not in _IGNORED]
    for component, _ in found:
        if component not in _CONDITIONS and component not in _PATTERNS and component != SH.sparql:
            raise ValueError(f"expected a constraint that is known here, found {component}")
    return sorted(found, key=str)


def _query(shapes: Graph, part: Node, constraint: tuple[Node, Node], target: str, values: str) -> str:
    component, argument = constraint
    if component in _CONDITIONS:
        return f"SELECT DISTINCT ?this ?value {{ {target} {values} FILTER(!({_CONDITIONS[component](shapes, argument)})) }}"
    return _PATTERNS[component](shapes, part, argument, target, values)


def _min_count(_: Graph, __: Node, count: Node, target: str, values: str) -> str:
    if int(str(count)) == 1:
        return f"SELECT DISTINCT ?this {{ {target} FILTER NOT EXISTS {{ {values} }} }}"
    return _counted(target, values, f"COUNT(DISTINCT ?value) < {count}")


def _max_count(_: Graph, __: Node, count: Node, target: str, values: str) -> str:
    if int(str(count)) == 0:
        return f"SELECT DISTINCT ?this {{ {target} {values} }}"
    if int(str(count)) == 1:
        return f"SELECT DISTINCT ?this {{ {target} {_twice(values)} FILTER(!sameTerm(?value, ?other)) }}"
    return _counted(target, values, f"COUNT(DISTINCT ?value) > {count}")


def _qualified(shapes: Graph, part: Node, shape: Node, target: str, values: str) -> str:
    class_ = shapes.value(shape, SH["class"])
    low, high = (shapes.value(part, bound) for bound in (SH.qualifiedMinCount, SH.qualifiedMaxCount))
    wrong = f"COUNT(DISTINCT ?value) < {low} || COUNT(DISTINCT ?value) > {high}"
    return _counted(target, f"{values} ?value a {class_.n3() if class_ else ''} .", wrong)


def _counted(target: str, values: str, wrong: str) -> str:
    return f"SELECT ?this {{ {{ SELECT DISTINCT ?this {{ {target} }} }} OPTIONAL {{ {values} }} }} GROUP BY ?this HAVING({wrong})"


def _equals(_: Graph, __: Node, other: Node, target: str, values: str) -> str:
    mirrored = f"?this {other.n3()} ?value ."
    there, back = f"{values} FILTER NOT EXISTS {{ {mirrored} }}", f"{mirrored} FILTER NOT EXISTS {{ {values} }}"
    return f"SELECT DISTINCT ?this ?value {{ {target} {{ {there} }} UNION {{ {back} }} }}"


def _less_than(_: Graph, __: Node, other: Node, target: str, values: str) -> str:
    both = f"{values} ?this {other.n3()} ?other"
    return f"SELECT DISTINCT ?this ?value {{ {target} {both} FILTER(!COALESCE(?value < ?other, false)) }}"


def _unique_lang(_: Graph, __: Node, ___: Node, target: str, values: str) -> str:
    wrong = '!sameTerm(?value, ?other) && LANG(?value) = LANG(?other) && LANG(?value) != ""'
    return f"SELECT DISTINCT ?this {{ {target} {_twice(values)} FILTER({wrong}) }}"


def _twice(values: str) -> str:
    return f"{values} {values.replace('?value', '?other')}"


def _members(shapes: Graph, head: Node) -> list[Node]:
    return list(Collection(shapes, head))


def _alternatives(shapes: Graph, head: Node) -> list[str]:
    """Each alternative of ``sh:or`` or ``sh:xone`` as a condition."""
    return [
        " && ".join(_CONDITIONS[component](shapes, argument) for component, argument in _constraints(shapes, member))
        for member in _members(shapes, head)
    ]


def _message(component: Node, argument: Node) -> str:
    name = str(component).rpartition("#")[2]
    shown = str(argument).rpartition("#")[2] if isinstance(argument, (URIRef, Literal)) else "the shape's choice"
    return f"expected {name} {shown}"


_CONDITIONS: dict[Node, Condition] = {
    SH["class"]: lambda _, class_: f"EXISTS {{ ?value a {class_.n3()} }}",
    SH.nodeKind: lambda _, __: "isIRI(?value)",
    SH.datatype: lambda _, datatype: f"COALESCE(DATATYPE(?value) = {datatype.n3()}, false)",
    SH.minLength: lambda _, length: f"STRLEN(STR(?value)) >= {length}",
    SH.minInclusive: lambda _, bound: f"COALESCE(?value >= {bound.n3()}, false)",
    SH.maxInclusive: lambda _, bound: f"COALESCE(?value <= {bound.n3()}, false)",
    SH.pattern: lambda _, pattern: f"REGEX(STR(?value), {pattern.n3()})",
    SH["in"]: lambda shapes, head: f"?value IN ({', '.join(one.n3() for one in _members(shapes, head))})",
    SH["or"]: lambda shapes, head: " || ".join(f"({one})" for one in _alternatives(shapes, head)),
    SH.xone: lambda shapes, head: " + ".join(f"IF({one}, 1, 0)" for one in _alternatives(shapes, head)) + " = 1",
}

_PATTERNS: dict[Node, Callable[[Graph, Node, Node, str, str], str]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.qualifiedValueShape: _qualified,
    SH.equals: _equals,
    SH.lessThan: _less_than,
    SH.uniqueLang: _unique_lang,
}

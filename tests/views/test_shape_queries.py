"""The fast form of the shapes finds what the judge finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

from kgraph.model import Judgement, Qualifiers, Referent, Verdict
from kgraph.pipeline import judge, put_reading
from kgraph.store import open_store
from kgraph.views.shape_queries import queries_of
from kgraph.views.validate import Violation, validate_graph, validate_quickly
from worlds import make_article

if TYPE_CHECKING:
    from collections.abc import Iterator

KG = "<https://w3id.org/kgraph/ontology#"
OA = "<http://www.w3.org/ns/oa#"
RDF = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#"
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"


class Lines:
    """A store that gives out these lines, sound or not."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines

    def reader(self) -> Lines:
        return self

    def quads(self) -> Iterator[str]:
        return iter(sorted(self.lines))


@pytest.fixture(scope="module")
def sound() -> list[str]:
    store = open_store("memory:")
    han, kang = Referent("a1#person-h", "Person", ("Han Bora", "한보라")), Referent("a1#person-k", "Person", ("Kang Doyun",))
    moons = Referent("a1#work-m", "Work", ("Paper Moons",), "series")
    stated = [
        ("directed", han, moons, Qualifiers()),
        ("friend_of", han, kang, Qualifiers()),
        ("ranked", moons, None, Qualifiers(rank=1, date="2021-03-01", chart="FlickBoard")),
        ("rated", moons, None, Qualifiers(percent=12.5, episode=1)),
    ]
    put_reading(*make_article("a1", "2021-05-01", stated), store)
    judge(Judgement("a1#person-h", "a1#person-k", Verdict.DIFFERENT, "curator", "two people"), store)
    return list(store.reader().quads())


def drop(predicate: str, *also: str) -> object:
    """Leave the first statement of that property out."""

    def damage(lines: list[str]) -> list[str]:
        gone = next(line for line in lines if f"> {predicate} " in line and all(text in line for text in also))
        return [line for line in lines if line != gone]

    return damage


def change(predicate: str, old: str, new: str, *, keep: bool = False) -> object:
    """Write another value in the first statement of that property, beside the old one or in its place."""

    def damage(lines: list[str]) -> list[str]:
        found = next(line for line in lines if f"> {predicate} " in line and old in line)
        return [*(line for line in lines if keep or line != found), found.replace(old, new)]

    return damage


DAMAGES = {
    "no label": drop("<http://www.w3.org/2000/01/rdf-schema#label>", "/entity/work-"),
    "two labels of a language": change("<http://www.w3.org/2000/01/rdf-schema#label>", '"한보라"@ko', '"한보리"@ko', keep=True),
    "no evidence": drop(f"{KG}evidence>"),
    "no claim": drop(f"{KG}claim>"),
    "no entity": drop(f"{KG}entity>"),
    "wrong kind": change(f"{KG}kind>", '"series"', '"opera"'),
    "another predicate": change(f"{RDF}predicate>", "ontology#directed", "ontology#hated"),
    "a film that directs": change(f"{KG}directed>", "/person-hanbora>", "/work-series-papermoons>"),
    "a one-sided friendship": drop(f"{KG}friendOf>", "/entity/person-kangdoyun> <https"),
    "rank zero": change(f"{KG}rank>", '"1"', '"0"'),
    "rank as text": change(f"{KG}rank>", f'"1"{INTEGER}', '"first"'),
    "too sure": change(f"{KG}confidence>", '"0.9"', '"9.1"'),
    "one selector": drop(f"{OA}hasSelector>", "quote="),
    "three selectors": change(f"{OA}hasSelector>", "#quote=", "#position=9", keep=True),
    "another quote": change(f"{OA}exact>", "Han Bora directed", "Han Bora wrote"),
    "end before start": change(f"{OA}end>", '"30"', '"0"'),
    "a hash that is none": change(f"{KG}hash>", '"sha256:', '"md5:'),
    "a verdict that is none": change(f"{KG}verdict>", '"different"', '"perhaps"'),
    "a date that is text": change(
        "<http://purl.org/dc/terms/issued>", '"2021-05-01"^^<http://www.w3.org/2001/XMLSchema#date>', '"May"'
    ),
    "a fact without sources": drop(f"{KG}sources>"),
    "a person that is a work as well": change(
        f"{RDF}type>", "/entity/person-hanbora> ", "/entity/work-series-papermoons> ", keep=True
    ),
}


def places(violations: tuple[Violation, ...]) -> set[tuple[str, str | None]]:
    return {
        (violation.node, violation.path if violation.path and violation.path.startswith("http") else None)
        for violation in violations
    }


def test_a_sound_graph_passes_both(sound: list[str]) -> None:
    assert validate_quickly(Lines(sound)) == validate_graph(Lines(sound)) == ()


@pytest.mark.parametrize("name", DAMAGES)
def test_both_find_the_same_damage(sound: list[str], name: str) -> None:
    damaged = Lines(DAMAGES[name](sound))
    assert damaged.lines != sound
    judged = places(validate_graph(damaged))
    assert judged
    assert places(validate_quickly(damaged)) == judged


def test_a_constraint_that_is_not_known_is_refused() -> None:
    shapes = Graph().parse(
        data="""@prefix sh: <http://www.w3.org/ns/shacl#> .
        <x:s> a sh:NodeShape ; sh:targetClass <x:c> ; sh:property [ sh:path <x:p> ; sh:disjoint <x:q> ] .""",
        format="turtle",
    )
    with pytest.raises(ValueError, match="disjoint"):
        list(queries_of(shapes))

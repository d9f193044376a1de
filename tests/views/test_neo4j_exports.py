"""What is exported for Neo4j is imported by Neo4j itself, and is there what the store would have written."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.model import Judgement, Qualifiers, Referent, Verdict
from kgraph.pipeline import judge, make_reading, put_reading
from kgraph.store import Store, open_store
from kgraph.views.formats.neo4j_csv import write_folder
from kgraph.views.formats.neo4j_script import to_literal, write_script
from neo4j_server import running
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run
    from neo4j_server import Neo4jServer

ODD = [
    'Kim "Quote" \' ` Park',
    "한\n줄\r\n둘\t셋 ;\n",
    "'}) DETACH DELETE n; //",
    "\\u0027 \\\\u0027 \\U0001 \\n \\",
    '",,"\n"',
    "\x01\x7f\x85\u2028 \ufffe 𐀀😀 é",
    "=1+1",
    "x" * 10_000,
]


@pytest.fixture
def graph() -> Store:
    """Odd names, every kind of fact, a judgement."""
    store = open_store("memory:")
    moons = Referent("a#work-1", "Work", ("Paper Moons", "종이달들"), "series")
    box = Referent("a#organization-1", "Organization", ("Moonbox",), "platform")
    stated = [
        ("aired_on", moons, box, Qualifiers()),
        ("released_on", moons, None, Qualifiers(date="2021-03")),
        ("ranked", moons, None, Qualifiers(rank=1, chart="Flick'Board\n", days=3, date="2021-04-05")),
        ("rated", moons, None, Qualifiers(percent=12.5, episode=1)),
        ("won", moons, None, Qualifiers(award='"Moon" Awards', status="talks")),
    ]
    for number, name in enumerate(ODD):
        who = Referent(f"a#person-{number}", "Person", (name, f"이름{number}"))
        stated.append(("acted_in", who, moons, Qualifiers(character=name, status=None if number % 2 else "talks")))
    put_reading(*make_article("a", "2021-05-01", stated), store)
    put_reading(
        *make_article("b 'x'\n", None, [("directed", _in("b 'x'\n", "Han Bora"), _in("b 'x'\n", "Moons", "Work"), Qualifiers())]),
        store,
    )
    judge(Judgement("a#person-0", "a#person-1", Verdict.DIFFERENT, "me", "because 'I' \"say\" so"), store)
    return store


def _in(article: str, name: str, type_: str = "Person") -> Referent:
    return Referent(f"{article}#{type_.lower()}-1", type_, (name,))


def dump(server: Neo4jServer) -> tuple[Counter[str], Counter[str]]:
    """All nodes and relationships but the store's own bookkeeping, as text that can be compared."""
    nodes = server.run("MATCH (n) WHERE NOT n:Note AND NOT n:KgraphStore RETURN labels(n) AS labels, properties(n) AS node")
    links = server.run("MATCH (a)-[r]->(b) RETURN properties(a) AS a, type(r) AS type, properties(r) AS r, properties(b) AS b")
    told = (json.dumps([sorted(row["labels"]), row["node"]], sort_keys=True) for row in nodes)
    return Counter(told), Counter(json.dumps(row, sort_keys=True) for row in links)


def differences(one: tuple[Counter[str], Counter[str]], other: tuple[Counter[str], Counter[str]]) -> list[str]:
    """What only one of two dumps has, marked < or >."""
    pairs = [(mark, a - b) for mark, x, y in (("<", one, other), (">", other, one)) for a, b in zip(x, y, strict=True)]
    return [f"{mark} {told}" for mark, left in pairs for told in sorted(left)]


@pytest.fixture
def stored(graph: Store, neo4j_server: Neo4jServer) -> tuple[Counter[str], Counter[str]]:
    """What the store on Neo4j makes of the same graph."""
    store = open_store(neo4j_server.url)
    for id_ in graph.reader().article_ids():
        article, claims = graph.reader().article(id_), tuple(graph.reader().claims(article=id_))
        assert article is not None
        put_reading(article, make_reading(article, (), claims), store)
    for judgement in graph.reader().judgements():
        judge(judgement, store)
    assert list(store.reader().quads()) == list(graph.reader().quads())
    found = dump(neo4j_server)
    neo4j_server.clear()
    return found


def test_the_script_makes_the_same_graph(
    graph: Store, stored: tuple[Counter[str], Counter[str]], neo4j_server: Neo4jServer, tmp_path: Path
) -> None:
    path = tmp_path / "graph.cypher"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        assert write_script(graph.reader(), file) > 50
    script = path.read_bytes().decode()
    for _ in range(2):  # it does no harm to run it again
        with neo4j_server.driver() as driver, driver.session() as session:
            for statement in script.split(";\n")[:-1]:
                session.run(statement).consume()
        different = differences(dump(neo4j_server), stored)
        assert not different, "\n".join(different)


def test_neo4j_admin_makes_the_same_graph(graph: Store, stored: tuple[Counter[str], Counter[str]], tmp_path: Path) -> None:
    folder = tmp_path / "가 csv"
    folder.mkdir()
    written = write_folder(graph.reader(), folder)
    with running("--load", str(folder), "--heap", "512m") as server:
        found = dump(server)
        different = differences(found, stored)
        assert not different, "\n".join(different)
        assert written == found[0].total() + found[1].total()
        with server.driver() as driver, driver.session() as session:
            for statement in (folder / "schema.cypher").read_text(encoding="utf-8").split(";\n")[:-1]:
                session.run(statement).consume()
        find = "CALL db.index.fulltext.queryNodes('kgraph_names', '종이달') YIELD node RETURN node.name AS name"
        assert server.run(f"CALL db.awaitIndexes(60) {find}") == [{"name": "Paper Moons"}]


def test_the_command_writes_both(run: Run, sample_store: Path, tmp_path: Path) -> None:
    assert run("export", "--format", "neo4j-csv", "--output", tmp_path / "csv", store=sample_store).code == 0
    assert (tmp_path / "csv" / "import.args").is_file()
    ran = run("export", "--format", "cypher", "--output", tmp_path / "graph.cypher", store=sample_store)
    assert (ran.code, (tmp_path / "graph.cypher").read_text(encoding="utf-8")[:18]) == (0, "CREATE CONSTRAINT ")
    again = run("export", "--format", "cypher", store=sample_store)
    assert again.out == (tmp_path / "graph.cypher").read_text(encoding="utf-8")


SINGLE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\\u'")))
def test_a_literal_is_one_line_and_says_what_it_should(text: str) -> None:
    literal = to_literal(text)
    assert "\n" not in literal
    assert "\\\\u" not in literal  # some servers would read an escape there
    bare = literal[1:-1].replace("' + '", "")
    read = re.sub(
        r"\\(?:u([0-9A-F]{4})|(.))", lambda found: chr(int(found[1], 16)) if found[1] else SINGLE.get(found[2], found[2]), bare
    )
    assert read == text

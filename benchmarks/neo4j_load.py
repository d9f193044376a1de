"""How fast a graph is loaded into Neo4j, beside the server's own LOAD CSV of the same rows on the same machine.

    python tools/servers/neo4j_server.py --home HOME         # an empty folder
    KGRAPH_NEO4J_USER=neo4j KGRAPH_NEO4J_PASSWORD=... python benchmarks/neo4j_load.py neo4j://127.0.0.1:PORT HOME 10000

Three figures in facts a second, best of three: the same nodes and relationships by LOAD CSV; the same graph in batches through
the store's writer; articles one by one with all that the identity of names takes.  Everything in the database is deleted.
"""

from __future__ import annotations

import csv
import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import neo4j

from kgraph.model import Article, Change, Claim, Qualifiers, Referent, Span
from kgraph.pipeline import make_reading, put_reading
from kgraph.store import Reader, Store, open_store
from kgraph.views.formats.neo4j_csv import LIST, NODES, RELATIONSHIPS, write_folder

PER_ARTICLE, BATCH, TIMES = 20, 1_000, 3
PREDICATES = ("directed", "acted_in", "wrote", "produced")


def main() -> None:
    url, home, facts = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    graph = open_store("memory:")
    began = time.perf_counter()
    fill(graph, facts)
    reader = graph.reader()
    rows, found = sum(1 for _ in reader.claims()), sum(1 for _ in reader.facts())
    print(f"{found} facts, {rows} claims; the memory store took {time.perf_counter() - began:.1f} s")
    with neo4j.GraphDatabase.driver(url, auth=("neo4j", os.environ["KGRAPH_NEO4J_PASSWORD"])) as driver:
        open_store(url).close()
        report("batches through the writer", found, [timed(driver, lambda: write_all(reader, url)) for _ in range(TIMES)])
        with tempfile.TemporaryDirectory(dir=home) as folder:
            write_folder(reader, Path(folder))
            statements = list(load_statements(Path(folder)))
            report("LOAD CSV", found, [timed(driver, lambda: load_all(driver, statements)) for _ in range(TIMES)])
        report("article by article", found, [timed(driver, lambda: fill_at(url, facts))])


def fill_at(url: str, facts: int) -> None:
    store = open_store(url)
    fill(store, facts)
    store.close()


def fill(store: Store, facts: int) -> None:
    """Articles of invented people and works, some twenty facts each."""
    for number in range(facts // PER_ARTICLE):
        put_reading(*make_item(number), store)


def make_item(number: int) -> tuple[Article, object]:
    key, text, claims = f"a{number:06d}", "", []
    for line in range(PER_ARTICLE):
        one = number * PER_ARTICLE + line
        who = Referent(f"{key}#person-{line}", "Person", (f"Person {word(one * 7 % 4_001)}",))
        work = Referent(f"{key}#work-{line}", "Work", (f"Work {word(one * 11 % 6_007)}",), "film")
        sentence = f"{who.name} had to do with {work.name}."
        span = Span(len(text), len(text) + len(sentence), sentence)
        trigger = Span(span.start, span.start + len(who.name), who.name)
        text += sentence + "\n"
        claims.append(Claim(key, PREDICATES[one % 4], who, work, span, trigger, "bench", 0.9, Qualifiers()))
    article = Article(key, text, "en", published="2021-05-01")
    return article, make_reading(article, (), claims)


def word(number: int) -> str:
    """A word that no other number has."""
    letters = "bdfghjklmnprstvz"
    return "".join(letters[number // 16**place % 16] + "aeio"[number // 4**place % 4] for place in range(4))


def write_all(reader: Reader, url: str) -> None:
    """The graph as it is, through the writer, some hundred articles in a transaction."""
    store = open_store(url)
    ids = reader.article_ids()
    while some := list(islice(ids, BATCH // PER_ARTICLE)):
        with store.transaction() as writer:
            for id_ in some:
                claims = tuple(reader.claims(article=id_))
                ends = {end.ref: end for claim in claims for end in (claim.subject, claim.object) if end}
                article = reader.article(id_)
                assert article is not None
                writer.put_article(article, ends.values(), claims)
    for change in changes(reader):
        with store.transaction() as writer:
            writer.apply(change)
    store.close()


def changes(reader: Reader) -> list[Change]:
    entities = list(reader.entities())
    leads = tuple((ref, None, entity.id) for entity in entities for ref in entity.referents)
    found = [Change(entities=tuple((None, entity) for entity in entities), leads=leads)]
    facts = reader.facts()
    while some := list(islice(facts, 5 * BATCH)):
        supports = tuple((claim, None, fact.id) for fact in some for claim in fact.claims)
        found.append(Change(facts=tuple((None, fact) for fact in some), supports=supports))
    return found


def load_statements(folder: Path) -> list[str]:
    """LOAD CSV for each file of the export: what a person would write who has only that."""
    made = []
    for name, (label, columns) in NODES.items():
        made += [load(folder / f"{name}.csv", label, columns)]
    for name, (start, end, _, columns) in RELATIONSHIPS.items():
        made += [link(folder, name, type_, (start, end), columns) for type_ in types(folder / f"{name}.csv")]
    return made


def load(path: Path, label: str, columns: dict[str, str]) -> str:
    key = "key" if label == "Name" else "id"
    extra = ":Person" if label == "Person" else ""
    sets = ", ".join(f"n.{name} = {value(name, type_)}" for name, type_ in columns.items())
    body = f"CREATE (n:{label}{extra} {{{key}: row.`{key}:ID({label})`}})" + (f" SET {sets}" if sets else "")
    source = f"LOAD CSV WITH HEADERS FROM 'file:///{path.parent.name}/{path.name}' AS row"
    return f"{source} CALL (row) {{ {body} }} IN TRANSACTIONS OF 2000 ROWS"


def link(folder: Path, name: str, type_: str, ends: tuple[str, str], columns: dict[str, str]) -> str:
    start, end = ends
    keys = ["key" if label == "Name" else "id" for label in ends]
    sets = ", ".join(f"r.{column} = {value(column, kind)}" for column, kind in columns.items())
    body = (
        f"MATCH (a:{start} {{{keys[0]}: row.`:START_ID({start})`}}) MATCH (b:{end} {{{keys[1]}: row.`:END_ID({end})`}}) "
        f"CREATE (a)-[r:{type_}]->(b)" + (f" SET {sets}" if sets else "")
    )
    source = f"LOAD CSV WITH HEADERS FROM 'file:///{folder.name}/{name}.csv' AS row WITH row WHERE row.`:TYPE` = '{type_}'"
    return f"{source} CALL (row) {{ {body} }} IN TRANSACTIONS OF 2000 ROWS"


def value(name: str, type_: str) -> str:
    column = f"row.`{name}{':' if type_ else ''}{type_}`"
    if type_ == "string[]":
        return f"split({column}, '\\u{ord(LIST):04x}')"
    return {"long": f"toInteger({column})", "double": f"toFloat({column})"}.get(type_, column)


def types(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return sorted({row[":TYPE"] for row in csv.DictReader(file)})


def load_all(driver: neo4j.Driver, statements: list[str]) -> None:
    with driver.session() as session:
        for statement in statements:
            session.run(statement).consume()


def timed(driver: neo4j.Driver, work: object) -> float:
    with driver.session() as session:
        session.run("MATCH (n) WHERE NOT n:KgraphStore CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


def report(what: str, facts: int, seconds: list[float]) -> None:
    each = ", ".join(f"{one:.1f}" for one in seconds)
    print(f"{what}: {facts / min(seconds):.0f} facts a second (runs of {each} s)", flush=True)


if __name__ == "__main__":
    main()

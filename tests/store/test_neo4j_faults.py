"""What can go wrong with a server: one line that says who must act, exit code 6, nothing half written."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING

import pytest

from kgraph.errors import StoreError
from kgraph.store import open_store
from kgraph.store.neo4j_address import read_address
from kgraph.store.neo4j_schema import wanted
from kgraph.store.versions import FORMAT
from neo4j_server import running

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Run
    from neo4j_server import Neo4jServer

ARTICLE = '"Paper Moons" was directed by Han Bo-ra.\n'


@pytest.fixture
def silent() -> Iterator[int]:
    """A port at which somebody listens and says nothing."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        listening.settimeout(0.2)
        over, held = threading.Event(), []

        def hold() -> None:
            while not over.is_set():
                try:
                    held.append(listening.accept()[0])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=hold)
        thread.start()
        yield listening.getsockname()[1]
        over.set()
        thread.join()
        for connection in held:
            connection.close()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_a_server_that_is_away(run: Run, scheme: str) -> None:
    ran = run("stats", "--store", f"{scheme}://127.0.0.1:{free_port()}")
    assert ran.code == 6
    assert ran.err.startswith(f"kgraph stats: expected a server that answers at {scheme}://127.0.0.1:")
    assert ran.err.count("\n") == 1


def test_a_server_that_says_nothing(run: Run, silent: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_SERVER_TIMEOUT", "2")
    began = time.monotonic()
    ran = run("stats", "--store", f"bolt://127.0.0.1:{silent}")
    assert (ran.code, ran.err.count("\n")) == (6, 1)
    assert time.monotonic() - began < 60


def test_a_wrong_password(run: Run, neo4j_server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_NEO4J_PASSWORD", "not-the-password")
    ran = run("stats", "--store", neo4j_server.url)
    assert (ran.code, ran.err.count("\n")) == (6, 1)
    assert "expected a user and password that neo4j://" in ran.err
    assert "not-the-password" not in ran.err


def test_an_unknown_database(run: Run, neo4j_server: Neo4jServer) -> None:
    ran = run("stats", "--store", f"{neo4j_server.url}/nowhere")
    assert ran.code == 6
    assert "expected a database of the server, found no 'nowhere' at neo4j://" in ran.err


def test_a_store_that_is_not_there_is_not_made(run: Run, neo4j_server: Neo4jServer) -> None:
    assert "expected a store, found none at neo4j://" in run("stats", "--store", neo4j_server.url).err
    assert neo4j_server.run("MATCH (n) RETURN n") == []


def test_somebody_elses_graph_is_refused_and_left_alone(neo4j_server: Neo4jServer) -> None:
    neo4j_server.run("CREATE (:Person {name: 'mine'})")
    for read_only in (True, False):
        with pytest.raises(StoreError, match="expected a kgraph store or an empty database, found something else"):
            open_store(neo4j_server.url, read_only=read_only)
    assert neo4j_server.run("MATCH (n) RETURN n.name AS name") == [{"name": "mine"}]


def test_another_format_is_refused(neo4j_server: Neo4jServer) -> None:
    open_store(neo4j_server.url).close()
    neo4j_server.run("MATCH (store:KgraphStore) SET store.format = 99")
    with pytest.raises(StoreError, match=f"expected a store of format {FORMAT}, found format 99"):
        open_store(neo4j_server.url)


def test_reading_writes_nothing(neo4j_server: Neo4jServer) -> None:
    open_store(neo4j_server.url).close()
    store = open_store(neo4j_server.url, read_only=True)
    with pytest.raises(StoreError, match="open for reading only"), store.transaction():
        pass


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ("CREATE INDEX kgraph_claim FOR (n:Something) ON (n.other)", "kgraph_claim to be unique on Claim(id)"),
        ("CREATE INDEX theirs FOR (n:Claim) ON (n.id)", "expected constraints and indexes that can be made"),
        ("CREATE CONSTRAINT kgraph_directed FOR (n:X) REQUIRE n.y IS UNIQUE", "kgraph_directed to be range on DIRECTED(id)"),
    ],
)
def test_a_constraint_of_another_shape(neo4j_server: Neo4jServer, made: str, said: str) -> None:
    name = made.split()[2]
    neo4j_server.run("DROP CONSTRAINT kgraph_claim IF EXISTS")
    neo4j_server.run("DROP INDEX kgraph_directed IF EXISTS")
    neo4j_server.run(made)
    with pytest.raises(StoreError) as told:
        open_store(neo4j_server.url)
    neo4j_server.run(f"DROP {made.split()[1]} {name}")
    assert said in str(told.value)
    assert neo4j_server.run("MATCH (n) RETURN n") == []
    open_store(neo4j_server.url).close()  # once it is dropped, all is well
    found = {row["name"] for row in neo4j_server.run("SHOW INDEXES YIELD name")}
    assert {one.name for one in wanted()} <= found


def test_a_constraint_under_another_name_will_do(neo4j_server: Neo4jServer) -> None:
    neo4j_server.run("DROP CONSTRAINT kgraph_name IF EXISTS")
    neo4j_server.run("CREATE CONSTRAINT theirs FOR (n:Name) REQUIRE n.key IS UNIQUE")
    open_store(neo4j_server.url).close()
    assert neo4j_server.run("SHOW CONSTRAINTS YIELD name WHERE name = 'kgraph_name' RETURN name") == []
    neo4j_server.run("DROP CONSTRAINT theirs")
    open_store(neo4j_server.url).close()


def test_killed_in_the_middle_and_run_again(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server goes away while articles are ingested; what is there is whole, and a second run completes it."""
    for number in range(4):
        (tmp_path / f"a{number}.md").write_text(ARTICLE.replace("Moons", f"Moons {number}"), encoding="utf-8")
    paths = sorted(tmp_path.glob("*.md"))
    home = tmp_path / "home"
    monkeypatch.setenv("KGRAPH_SERVER_TIMEOUT", "3")
    monkeypatch.setenv("KGRAPH_NEO4J_USER", "neo4j")
    monkeypatch.setenv("KGRAPH_NEO4J_PASSWORD", "for-this-test")
    with running("--home", str(home), "--heap", "512m") as server:
        monkeypatch.setenv("KGRAPH_NEO4J_PASSWORD", server.password)
        store = open_store(server.url)
        assert run("ingest", *paths[:2], "--store", server.url).code == 0
        before = list(store.reader().quads())
    with pytest.raises(StoreError, match="expected a server that answers"), store.transaction() as writer:
        writer.remove_article("a0")
    store.close()
    with running("--home", str(home), "--heap", "512m") as server:
        again = open_store(server.url)
        assert list(again.reader().quads()) == before
        assert run("ingest", *paths, "--store", server.url).code == 0
        memory = tmp_path / "embedded"
        assert run("ingest", *paths, "--store", memory).code == 0
        assert list(again.reader().quads()) == list(open_store(str(memory), read_only=True).reader().quads())
        again.close()


def test_the_password_is_never_shown() -> None:
    address = read_address("neo4j://me:s3cret@example.org:7687/films")
    assert (address.user, address.password, address.database) == ("me", "s3cret", "films")
    assert "s3cret" not in f"{address} {address!r} {address.place} {address.url}"


@pytest.mark.parametrize("url", ["neo4j://", "bolt://:7687", "neo4j://host:port", "neo4j://[::1"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(StoreError, match="expected neo4j://"):
        open_store(url)

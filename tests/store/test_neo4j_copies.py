"""A graph goes to Neo4j and comes back the same bytes, whoever is killed on the way: the one who copies or the server."""

from __future__ import annotations

import signal
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from contract import everything
from kgraph.bulk import read_whole
from kgraph.copying import copy_graph, hash_graph
from kgraph.errors import StoreError
from kgraph.model import Judgement, Qualifiers, Referent, Verdict
from kgraph.pipeline import judge, put_reading
from kgraph.store import open_store
from kgraph.store.neo4j import Neo4jStore
from kgraph.views.verify import verify_graph
from neo4j_server import running
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

    from neo4j import ManagedTransaction

    from conftest import Run
    from fuseki_server import Fuseki
    from kgraph.entities import Reading
    from kgraph.model import Article
    from kgraph.store import Store
    from neo4j_server import Neo4jServer

ARTICLES = 30
COPY = """
import sys
from kgraph import bulk
from kgraph.bulk import read_whole
from kgraph.copying import copy_graph
bulk.ARTICLES, bulk.ROWS = 4, 20
copy_graph(*sys.argv[1:], progress=lambda what, *_: print(what, flush=True))
"""


def item(number: int) -> tuple[Article, Reading]:
    """An article that shares people and works with others; two scripts, a name with quotes and line breaks."""
    key = f"a{number:03d}"
    han = Referent(f"{key}#person-1", "Person", (f"Han Bora {number % 5}", f"한보라{number % 5}")[: 1 + number % 2])
    kang = Referent(f"{key}#person-2", "Person", ("Kang `Do'yun\"\n", "강도윤"))
    moons = Referent(f"{key}#work-1", "Work", (f"Paper Moons {number % 4}",), "series")
    stated = [
        ("directed", han, moons, Qualifiers()),
        ("friend_of", han, kang, Qualifiers(status="denied" if number % 3 else None)),
        ("ranked", moons, None, Qualifiers(rank=1 + number % 3, chart="Moonbox Top 10", date="2021-05")),
    ]
    return make_article(key, f"2021-05-{number % 28 + 1:02d}", stated)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with articles of invented people, two of whom a person said to be one."""
    place = str(tmp_path_factory.mktemp("source") / "store")
    with closing(open_store(place)) as store:
        for number in range(ARTICLES):
            put_reading(*item(number), store)
        judge(Judgement("a000#person-1", "a002#person-1", Verdict.SAME, "mina", "the same portrait", 1.0), store)
    return place


@pytest.fixture(scope="module")
def wanted(source: str) -> str:
    """The hash of the graph in that folder."""
    return hash_of(source)


def hash_of(url: str) -> str:
    with closing(open_store(url, read_only=True)) as store:
        return hash_graph(store.reader())


def copy_and_kill(from_: str, to: str, after: str) -> int:
    """Kill the process that copies, without a warning, once it has told this; how many articles are then there, all whole."""
    process = subprocess.Popen([sys.executable, "-c", COPY, from_, to], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    while (line := process.stdout.readline()) != f"{after}\n":
        assert line != "comparing\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with closing(open_store(to, read_only=True, unfinished=True)) as store, closing(open_store(from_, read_only=True)) as source:
        ids = list(store.reader().article_ids())
        assert [read_whole(store.reader(), one) for one in ids] == [read_whole(source.reader(), one) for one in ids]
    return len(ids)


def test_there_and_back_again(neo4j_server: Neo4jServer, source: str, wanted: str, tmp_path: Path) -> None:
    back = str(tmp_path / "back")
    there, here = copy_graph(source, neo4j_server.url), copy_graph(neo4j_server.url, back)
    assert (there.articles, there.judgements, there.already) == (here.articles, here.judgements, here.already) == (ARTICLES, 1, 0)
    assert there.hash == here.hash == wanted
    stores: list[Store] = [open_store(place) for place in (source, neo4j_server.url, back)]
    first, *others = [everything(store.reader()) for store in stores]
    assert all(other == first for other in others)


def test_one_more_article_makes_the_same_of_all_copies(neo4j_server: Neo4jServer, source: str, tmp_path: Path) -> None:
    """The bookkeeping came along: what is added to, and taken from, a copy is as if it had been done to the first."""
    copied, back = str(tmp_path / "copied"), str(tmp_path / "back")
    copy_graph(source, copied)
    copy_graph(copied, neo4j_server.url)
    copy_graph(neo4j_server.url, back)
    hashes = set()
    for place in (copied, neo4j_server.url, back):
        with closing(open_store(place)) as store:
            put_reading(*item(ARTICLES), store)
            put_reading(*make_article("a001", "2021-05-02", []), store)
            hashes.add(hash_graph(store.reader()))
    assert len(hashes) == 1


def test_from_fuseki_and_to_fuseki(neo4j_server: Neo4jServer, fuseki: Fuseki, source: str, wanted: str) -> None:
    copy_graph(source, fuseki.dataset("memory"))
    assert copy_graph(fuseki.dataset("memory"), neo4j_server.url).hash == wanted
    copied = copy_graph(neo4j_server.url, fuseki.dataset("kg"))
    assert (copied.articles, copied.hash) == (ARTICLES, wanted)


@pytest.mark.parametrize("after", ["a003", "a015", "entities", "facts", "bookkeeping"])
def test_a_copy_to_neo4j_is_killed_and_gone_on_with(
    neo4j_server: Neo4jServer, run: Run, source: str, wanted: str, after: str
) -> None:
    there = copy_and_kill(source, neo4j_server.url, after)
    assert there == ARTICLES if after.isalpha() else 0 < there < ARTICLES
    for command in ("stats", "verify"):
        refused = run(command, "--store", neo4j_server.url)
        assert (refused.code, refused.out) == (6, "")
        assert "that was broken off: `kgraph copy --resume` finishes it" in refused.err
    refused = run("copy", "--from", source, "--to", neo4j_server.url)
    assert (refused.code, refused.out) == (6, "")
    assert f"expected an empty store to copy into, found articles there ({there})" in refused.err
    resumed = run("copy", "--from", source, "--to", neo4j_server.url, "--resume")
    assert resumed.err == ""
    assert resumed.out == (
        f"copied {ARTICLES - there} articles, 0 judgements, {there} articles there before; both graphs are {wanted}\n"
    )
    with closing(open_store(neo4j_server.url, read_only=True)) as store:
        assert verify_graph(store.reader()).faults == ()


def test_a_copy_from_fuseki_to_neo4j_is_killed_and_gone_on_with(
    neo4j_server: Neo4jServer, fuseki: Fuseki, source: str, wanted: str
) -> None:
    url = fuseki.dataset("memory")
    copy_graph(source, url)
    there = copy_and_kill(url, neo4j_server.url, "a007")
    copied = copy_graph(url, neo4j_server.url, resume=True)
    assert (copied.already, copied.articles, copied.hash) == (there, ARTICLES - there, wanted)


def test_a_copy_from_neo4j_into_a_folder_is_there_whole_or_not_at_all(
    neo4j_server: Neo4jServer, source: str, wanted: str, tmp_path: Path
) -> None:
    copy_graph(source, neo4j_server.url)
    back = tmp_path / "back"

    def stop(what: str, _: int, __: int) -> None:
        assert not back.exists()
        if what == "facts":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_graph(neo4j_server.url, str(back), progress=stop)
    assert not back.exists()
    copied = copy_graph(neo4j_server.url, str(back))
    assert (copied.already, copied.articles, copied.hash) == (0, ARTICLES, wanted)
    assert [path.name for path in tmp_path.iterdir()] == ["back"]


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is gone is waited for three seconds; it comes back with the same password."""
    monkeypatch.setenv("KGRAPH_SERVER_TIMEOUT", "3")
    monkeypatch.setenv("KGRAPH_NEO4J_USER", "neo4j")
    monkeypatch.setenv("KGRAPH_NEO4J_PASSWORD", "for-this-test")


@pytest.mark.usefixtures("patience")
def test_the_target_is_killed_in_the_middle_of_a_copy(
    source: str, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = str(tmp_path / "home")
    monkeypatch.setattr("kgraph.bulk.ARTICLES", 4)
    with running("--home", home, "--heap", "512m") as server, monkeypatch.context() as patch:
        kill_inside_a_step(server, patch, number=6)
        with pytest.raises(StoreError) as failed:
            copy_graph(source, server.url)
        assert "\n" not in str(failed.value)
        assert "for-this-test" not in str(failed.value)
    with running("--home", home, "--heap", "512m") as server:
        copied = copy_graph(source, server.url, resume=True)
        assert (copied.already, copied.articles, copied.hash) == (20, ARTICLES - 20, wanted)  # five portions; the judgement first


@pytest.mark.usefixtures("patience")
def test_the_source_is_killed_in_the_middle_of_a_copy(source: str, wanted: str, tmp_path: Path) -> None:
    home, back = str(tmp_path / "home"), str(tmp_path / "back")
    with running("--home", home, "--heap", "512m") as server:
        copy_graph(source, server.url)
        words = [sys.executable, "-c", COPY, server.url, back]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert process.stdout is not None
        assert process.stdout.readline() == "a003\n"
        server.kill()
        said = process.communicate()[1].splitlines()[-1]
        assert said.startswith("kgraph.errors.StoreError: expected a server that answers at ")
        assert "for-this-test" not in said
        assert not (tmp_path / "back").exists()
    with running("--home", home, "--heap", "512m") as server:
        copied = copy_graph(server.url, back)
        assert (copied.already, copied.articles, copied.hash) == (0, ARTICLES, wanted)


def kill_inside_a_step(server: Neo4jServer, patch: pytest.MonkeyPatch, number: int) -> None:
    """Let the server die when the step of this number has begun to write and is not yet over."""
    take_step = Neo4jStore._take_step

    def take_and_kill(store: Neo4jStore, transaction: ManagedTransaction, before: int) -> None:
        take_step(store, transaction, before)
        if before == number:
            server.kill()

    patch.setattr(Neo4jStore, "_take_step", take_and_kill)

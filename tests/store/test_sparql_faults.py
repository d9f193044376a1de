"""What goes wrong on the way to a server is one clear line; an article is there whole or not at all."""

from __future__ import annotations

import http.server
import socket
import threading
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import pytest

from faulty import between
from fuseki_server import running
from kgraph.bulk import read_whole
from kgraph.copying import copy_graph, hash_graph
from kgraph.errors import StoreError
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from kgraph.store.sparql_address import read_address
from kgraph.views.verify import verify_graph
from worlds import make_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fuseki_server import Fuseki


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_SPARQL_TIMEOUT", "2")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of eight articles of invented people."""
    place = str(tmp_path_factory.mktemp("source") / "store")
    store = open_store(place)
    for number in range(8):
        key = f"a{number}"
        han = Referent(f"{key}#person-1", "Person", (f"Han Bora {number % 3}", "한보라"))
        moons = Referent(f"{key}#work-1", "Work", ("Paper Moons",), "series")
        put_reading(*make_article(key, "2021-05-01", [("directed", han, moons, Qualifiers())]), store)
    store.close()
    return place


@contextmanager
def answering(status: int, body: bytes, type_: str = "text/plain") -> Iterator[str]:
    """A server that gives everybody the same answer."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", type_)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/kg"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (401, b"", "a user and password that .* accepts, found 401 .set KGRAPH_SPARQL_USER and KGRAPH_SPARQL_PASSWORD"),
        (403, b"", "a user and password that .* accepts, found 403"),
        (404, b"nothing", "a SPARQL dataset at .*, found 404"),
        (500, b"  out\n of memory ", "to do as asked, found 500: out of memory"),
        (400, b"", "to do as asked, found 400: no reason given"),
        (302, b"", "found 302"),
        (200, b"<html>Welcome</html>", "expected rows in answer to a question in SPARQL, found something else"),
        (200, b'{"head": {}, "boolean": true}', "found yes or no"),
        (200, b'{"head": {"vars": ["p"]}, "results": {"bindings": [{"p"', "found something else"),
    ],
)
def test_what_a_server_says_no_with(status: int, body: bytes, said: str) -> None:
    with answering(status, body) as url, pytest.raises(StoreError, match=said):
        open_store(f"{url}?key=secret")


def test_a_server_that_is_away() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(StoreError, match=f"expected a SPARQL server at http://127.0.0.1:{port}/kg, found none"):
        open_store(f"http://127.0.0.1:{port}/kg")


def test_a_server_that_stays_silent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/kg"
        with pytest.raises(StoreError, match=r"within 2 s, found none \(KGRAPH_SPARQL_TIMEOUT"):
            open_store(url)


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles, or five rows of what is derived, in an update."""
    monkeypatch.setattr("kgraph.bulk.ARTICLES", 2)
    monkeypatch.setattr("kgraph.bulk.ROWS", 5)


def whole_articles(source: str, target: str) -> int:
    """How many articles are in the target, each of them whole."""
    here, there = open_store(source, read_only=True).reader(), open_store(target, read_only=True, unfinished=True).reader()
    ids = list(there.article_ids())
    assert [read_whole(there, one) for one in ids] == [read_whole(here, one) for one in ids]
    return len(ids)


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize(
    ("fault", "at", "there"),  # two updates begin a store, one marks it as a copy, then each makes two articles
    [("refuse", 3, 0), ("hang", 5, 2), ("cut", 6, 4), ("cut after", 6, 6), ("refuse", 8, 8), ("cut after", 9, 8)],
)
def test_a_copy_that_breaks_off_is_gone_on_with(fuseki: Fuseki, source: str, fault: str, at: int, there: int) -> None:
    target = fuseki.dataset("memory")
    with between(target) as server:
        server.break_at(at, fault, always=True)
        with pytest.raises(StoreError) as failed:
            copy_graph(source, server.url)
        assert "\n" not in str(failed.value)
    assert whole_articles(source, target) == there
    if there:
        with pytest.raises(StoreError, match=r"expected a whole graph, found a copy at .* broken off: `kgraph copy --resume`"):
            open_store(target, read_only=True)
        with pytest.raises(StoreError, match=rf"found articles there \({there}\): --resume goes on with a copy"):
            copy_graph(source, target)
    copied = copy_graph(source, target, resume=True)
    assert (copied.articles, copied.already) == (8 - there, there)
    assert copied.hash == hash_graph(open_store(source, read_only=True).reader())
    assert verify_graph(open_store(target, read_only=True).reader()).faults == ()


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize(("fault", "at"), [("cut", 5), ("cut after", 5), ("cut", 9), ("cut after", 9)])
def test_a_connection_that_is_cut_once_is_got_over(fuseki: Fuseki, source: str, fault: str, at: int) -> None:
    with between(fuseki.dataset("memory")) as server:
        server.break_at(0, "")
        wanted = copy_graph(source, server.url)
        updates = server.updates
    with between(fuseki.dataset("kg")) as server:
        server.break_at(at, fault)
        assert copy_graph(source, server.url) == wanted
        assert server.updates == (updates + 1 if fault == "cut" else updates)


@pytest.mark.usefixtures("small_portions")
@pytest.mark.parametrize("at", ["a3", "entities", "facts"])
def test_a_killed_server_loses_nothing(tmp_path: Path, source: str, at: str) -> None:
    def kill(what: str, _: int, __: int) -> None:
        if what == at:
            server.kill()

    with running("--data", str(tmp_path), "--heap", "256m") as server, pytest.raises(StoreError, match="found"):
        copy_graph(source, server.url, progress=kill)
    with running("--data", str(tmp_path), "--heap", "256m") as server:
        copied = copy_graph(source, server.url, resume=True)
    assert (copied.articles, copied.already) == ((4, 4) if at == "a3" else (0, 8))


def test_what_the_source_does_not_have_is_no_beginning_of_a_copy(fuseki: Fuseki, source: str, tmp_path: Path) -> None:
    """Of an unfinished copy of another graph nothing is written over."""
    other, target = str(tmp_path / "other"), fuseki.dataset("memory")
    with closing(open_store(other)) as store:
        put_reading(*make_article("zz", None, [("directed", *_others(), Qualifiers())]), store)
    with between(target) as server:
        server.break_at(6, "refuse", always=True)  # the article and its entities are there
        with pytest.raises(StoreError):
            copy_graph(other, server.url)
    before = list(open_store(target, read_only=True, unfinished=True).reader().quads())
    with pytest.raises(StoreError, match=r"found articles of something else there \(zz\)"):
        copy_graph(source, target, resume=True)
    assert list(open_store(target, read_only=True, unfinished=True).reader().quads()) == before


def _others() -> tuple[Referent, Referent]:
    return Referent("zz#person-1", "Person", ("Moon Haru",)), Referent("zz#work-1", "Work", ("Salt Road",), "film")


def test_a_password_is_asked_for_taken_and_shown_to_nobody(
    source: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with running("--user", "bora", "--heap", "256m") as server:
        assert server.password
        with pytest.raises(StoreError, match="found 401"):
            open_store(server.url)
        monkeypatch.setenv("KGRAPH_SPARQL_USER", "bora")
        monkeypatch.setenv("KGRAPH_SPARQL_PASSWORD", "wrong-secret-한글")
        with pytest.raises(StoreError, match="found 401") as failed:
            open_store(server.url)
        monkeypatch.setenv("KGRAPH_SPARQL_PASSWORD", server.password)
        assert copy_graph(source, server.url).articles == 8
        monkeypatch.delenv("KGRAPH_SPARQL_USER")
        host = server.url.removeprefix("http://")
        store = open_store(f"http://bora:{server.password}@{host}", read_only=True)
        told = " ".join((caplog.text, str(failed.value), repr(store.endpoint.address), store.place))
        assert "wrong-secret" not in told
        assert server.password not in told


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://", "found no host"),
        ("http://host:no/kg", "cannot be read"),
        ("https://host/kg#updates=x", "expected update= or data= behind #"),
        ("https://host/kg#x", "expected update= or data="),
    ],
)
def test_addresses_that_are_none(url: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        read_address(url)


def test_addresses_of_servers_with_several() -> None:
    found = read_address("https://me:p%40ss@host:8443/repositories/kg#update=statements&data=https://host/rdf")
    assert (found.query, found.update) == ("https://host:8443/repositories/kg", "https://host:8443/repositories/kg/statements")
    assert (found.data, found.user, found.password) == ("https://host/rdf", "me", "p@ss")
    assert "p@ss" not in repr(found)


def test_patience_that_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_SPARQL_TIMEOUT", "soon")
    with pytest.raises(StoreError, match="a number of seconds in KGRAPH_SPARQL_TIMEOUT, found 'soon'"):
        read_address("http://host/kg")

"""A graph goes from store to store and is the same bytes there; what is broken off can be gone on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from contract import everything
from kgraph.copying import UNFINISHED, copy_graph, copy_store, hash_graph
from kgraph.errors import StoreError
from kgraph.model import Judgement, Qualifiers, Referent, Verdict
from kgraph.pipeline import judge, put_reading
from kgraph.store import open_store
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run
    from fuseki_server import Fuseki


@pytest.fixture
def source(tmp_path: Path) -> str:
    """Six articles of invented people, two of whom a person said to be one."""
    place = str(tmp_path / "source")
    store = open_store(place)
    for number in range(6):
        key = f"a{number}"
        han = Referent(f"{key}#person-1", "Person", (f"Han Bora {number % 2}",))
        kang = Referent(f"{key}#person-2", "Person", ("강도윤",))
        moons = Referent(f"{key}#work-1", "Work", ("Paper Moons",), "series")
        put_reading(*make_article(key, "2021-05-01", [("directed", han, moons, Qualifiers())]), store)
        put_reading(*make_article(f"{key}x", None, [("friend_of", _of(han, key), _of(kang, key), Qualifiers())]), store)
    judge(Judgement("a0#person-1", "a1#person-1", Verdict.SAME, "mina", "the same portrait", 1.0), store)
    store.close()
    return place


def _of(referent: Referent, key: str) -> Referent:
    return Referent(referent.ref.replace(f"{key}#", f"{key}x#"), referent.type, referent.names, referent.kind)


def test_there_and_back_again(fuseki: Fuseki, source: str, tmp_path: Path) -> None:
    back = tmp_path / "back"
    there = copy_graph(source, fuseki.dataset("memory"))
    here = copy_graph(fuseki.dataset("memory"), str(back))
    assert (there.articles, there.judgements, there.already) == (here.articles, here.judgements, here.already) == (12, 1, 0)
    assert there.hash == here.hash
    first, last = (open_store(place) for place in (source, str(back)))
    assert everything(first.reader()) == everything(last.reader())
    more = make_article("b", "2022-01-01", [("directed", *_more(), Qualifiers())])
    for store in (first, last):
        put_reading(*more, store)
    assert list(first.reader().quads()) == list(last.reader().quads())
    assert first.reader().lookup().hits("han", limit=9) == last.reader().lookup().hits("han", limit=9)  # type: ignore[attr-defined]


def _more() -> tuple[Referent, Referent]:
    return Referent("b#person-1", "Person", ("Han Bora 1", "한보라")), Referent("b#work-1", "Work", ("Paper Moons",), "series")


def test_from_server_to_server(fuseki: Fuseki, source: str) -> None:
    copy_graph(source, fuseki.dataset("memory"))
    assert copy_graph(fuseki.dataset("memory"), fuseki.dataset("union")).articles == 12


def test_articles_may_go_one_by_one_into_a_folder_too(source: str, tmp_path: Path) -> None:
    first, second = open_store(source, read_only=True), open_store(str(tmp_path / "second"))
    seen: list[tuple[str, int, int]] = []
    copied = copy_store(first, second, progress=lambda *what: seen.append(what))
    assert copied.hash == hash_graph(first.reader())
    assert [what for what, _, _ in seen] == [*first.reader().article_ids(), "comparing"]
    assert seen[3][1:] == (4, 12)
    again = copy_store(first, second, resume=True)
    assert (again.articles, again.judgements, again.already) == (0, 0, 12)


def test_what_was_read_otherwise_is_written_again(source: str, tmp_path: Path) -> None:
    first, second = open_store(source, read_only=True), open_store(str(tmp_path / "second"))
    article = first.reader().article("a0")
    assert article is not None
    from kgraph.pipeline import make_reading

    put_reading(article, make_reading(article, (), ()), second)
    assert copy_store(first, second, resume=True).already == 0


def test_a_target_that_holds_something_is_refused(source: str, tmp_path: Path) -> None:
    second = open_store(str(tmp_path / "second"))
    put_reading(*make_article("zz", None, [("directed", *_zz(), Qualifiers())]), second)
    first = open_store(source, read_only=True)
    before = list(second.reader().quads())
    with pytest.raises(StoreError, match=r"expected an empty store to copy into, found articles there \(1\)"):
        copy_store(first, second)
    with pytest.raises(StoreError, match=r"found articles of something else there \(zz\)"):
        copy_store(first, second, resume=True)
    assert list(second.reader().quads()) == before


def _zz() -> tuple[Referent, Referent]:
    return Referent("zz#person-1", "Person", ("Moon Haru",)), Referent("zz#work-1", "Work", ("Salt Road",), "film")


def test_judgements_of_something_else_are_refused(source: str, tmp_path: Path) -> None:
    second = open_store(str(tmp_path / "second"))
    judge(Judgement("a0#person-1", "a2#person-1", Verdict.DIFFERENT, "mina", "two portraits", 1.0), second)
    with pytest.raises(StoreError, match="found judgements of something else there"):
        copy_store(open_store(source, read_only=True), second)


def test_a_server_with_judgements_of_something_else_is_left_as_it_is(fuseki: Fuseki, source: str) -> None:
    url = fuseki.dataset("memory")
    judge(Judgement("a0#person-1", "a2#person-1", Verdict.DIFFERENT, "mina", "two portraits", 1.0), open_store(url))
    with pytest.raises(StoreError, match="found judgements of something else there"):
        copy_graph(source, url)
    assert len(list(open_store(url, read_only=True).reader().judgements())) == 1


def test_a_folder_is_there_whole_or_not_at_all(source: str, tmp_path: Path) -> None:
    place = tmp_path / "copy"

    def stop(what: str, _: int, __: int) -> None:
        assert not place.exists()
        if what == "comparing":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy_graph(source, str(place), progress=stop)
    assert not place.exists()
    assert (tmp_path / f"copy{UNFINISHED}").is_dir()
    copy_graph(source, str(place))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy", "source"]


@pytest.mark.parametrize(("from_", "to"), [("memory:", "x"), ("x", "memory:")])
def test_memory_is_refused(from_: str, to: str) -> None:
    with pytest.raises(StoreError, match="expected two stores that last, found memory:"):
        copy_graph(from_, to)


def test_the_command_line_copies(fuseki: Fuseki, source: str, run: Run) -> None:
    url = fuseki.dataset("memory")
    first, second = run("copy", "--from", source, "--to", url), run("copy", "--from", source, "--to", url)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("copied 12 articles, 1 judgement; both graphs are sha256:")
    assert (second.code, second.out) == (6, "")
    said = "expected an empty store to copy into, found articles there (12): --resume goes on with a copy"
    assert second.err == f"kgraph copy: {said}\n"
    third = run("copy", "--from", source, "--to", url, "--resume")
    assert third.out.startswith("copied 0 articles, 0 judgements, 12 articles there before; both graphs are sha256:")
    assert run("copy", "--from", source, "--to", url, "--resume", "--quiet").out == ""
    assert run("copy", "--from", source).code == 2
    assert run("copy", "--from", f"{source}-not", "--to", url).code == 6

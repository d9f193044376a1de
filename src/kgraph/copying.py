"""A graph from one store to another, and at the end the same bytes on both sides.

Into an empty store it is poured in bulk (:mod:`kgraph.bulk`).  A folder takes its place when it is whole and is nowhere before; a
store on a server is marked as unfinished until then.  Into one that holds the beginning, put there by an ingest, the
rest goes article by article.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.bulk import Progress, Target, Writable, pour, read_whole
from kgraph.entities import Reading
from kgraph.errors import StoreError
from kgraph.pipeline import judge, put_reading
from kgraph.store import open_store
from kgraph.store.rdf import RdfStore
from kgraph.store.sparql import SparqlStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article
    from kgraph.store import Reader, Store

UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy did: articles and judgements written, those that were there already, the hash of both graphs."""

    articles: int
    judgements: int
    already: int
    hash: str


def copy_graph(source_url: str, target_url: str, *, resume: bool = False, progress: Progress | None = None) -> Copied:
    """Copy the graph at one address to another: :func:`copy_to_folder` where that is a new folder, else :func:`copy_store`."""
    for url in (source_url, target_url):
        if url == "memory:":
            raise StoreError("expected two stores that last, found memory:")
    with closing(open_store(source_url, read_only=True)) as source:
        if _is_new(target_url):
            return copy_to_folder(source, _path(target_url), progress=progress)
        with closing(open_store(target_url, unfinished=True)) as target, _near(source) as near:
            return copy_store(near, target, resume=resume, progress=progress)


def copy_store(source: Store, target: Store, *, resume: bool = False, progress: Progress | None = None) -> Copied:
    """Put all articles with what was read out of them, and all judgements, into the target; then compare both graphs.

    A target that holds something is refused unless ``resume`` says that it is the beginning of this copy; what it holds and
    the source does not is an error even then.  Raises :class:`~kgraph.errors.StoreError`, also where both graphs differ at
    the end.
    """
    tell = progress or (lambda *_: None)
    ids, there = list(source.reader().article_ids()), set(target.reader().article_ids())
    _check_target(set(ids), there, resume=resume)
    if isinstance(target, Target) and (target.unfinished or not (there or any(target.reader().judgements()))):
        return _copy_in_bulk(source, target, tell)
    judged = _copy_judgements(source, target)
    done = 0
    for number, article_id in enumerate(ids, start=1):
        done += _copy_article(article_id, source, target, present=article_id in there)
        tell(article_id, number, len(ids))
    tell("comparing", len(ids), len(ids))
    return Copied(done, judged, len(ids) - done, compare_graphs(source, target))


def _copy_in_bulk(source: Store, target: Target, tell: Progress) -> Copied:
    if not target.unfinished:
        target.begin_copy()
    poured = pour(source.reader(), target, tell)
    tell("comparing", 0, 0)
    hash_ = compare_graphs(source, target)
    target.end_copy()
    return Copied(poured.articles, poured.judgements, poured.already, hash_)


@contextmanager
def _near(source: Store) -> Iterator[Store]:
    """The source itself; of one on a SPARQL server a copy in a folder, since each of its articles would take many questions."""
    if not isinstance(source, SparqlStore):
        yield source
        return
    with tempfile.TemporaryDirectory(prefix="kgraph-") as folder:
        place = Path(folder) / "copy"
        copy_to_folder(source, place)
        with closing(RdfStore(place, read_only=True)) as near:
            yield near


def _copy_judgements(source: Store, target: Store) -> int:
    """How many judgements were written.  They come first: what they join is then joined as it comes in."""
    wanted, there = ({judgement.id: judgement for judgement in store.reader().judgements()} for store in (source, target))
    if other := sorted(there.keys() - wanted.keys()):
        raise StoreError(f"expected the beginning of this copy, found judgements of something else there ({other[0]})")
    new = [judgement for id_, judgement in wanted.items() if id_ not in there]
    for judgement in new:
        judge(judgement, target)
    return len(new)


def copy_to_folder(source: Store, place: Path, *, progress: Progress | None = None) -> Copied:
    """Make a new embedded store.  It takes its place when it is whole, and is nowhere before."""
    tell = progress or (lambda *_: None)
    unfinished = place.with_name(place.name + UNFINISHED)
    if (unfinished / "kgraph.json").is_file():
        shutil.rmtree(unfinished)
    with closing(RdfStore(unfinished)) as target:
        if isinstance(source, (RdfStore, SparqlStore)):
            _load_quads(source, target, tell)
        else:
            pour(source.reader(), target, tell)
        tell("comparing", 0, 0)
        hash_ = compare_graphs(source, target)
        articles, judgements = (sum(1 for _ in found) for found in (target.reader().article_ids(), target.reader().judgements()))
    unfinished.replace(place)
    return Copied(articles, judgements, 0, hash_)


def _load_quads(source: RdfStore | SparqlStore, target: RdfStore, tell: Progress) -> None:
    """Take the quads over as they are."""
    with tempfile.TemporaryFile() as file:
        tell("reading", 0, 0)
        indexed = source.dump(file)
        file.seek(0)
        tell("writing", 0, 0)
        target.load(file, indexed=indexed)


def compare_graphs(source: Writable, target: Writable) -> str:
    """The hash of the canonical N-Quads of both.  Raises :class:`~kgraph.errors.StoreError` where they differ."""
    wanted, found = (hash_graph(store.reader()) for store in (source, target))
    if wanted != found:
        raise StoreError(
            f"expected the same graph on both sides, found {wanted} and {found}:"
            " if an older kgraph made the first, ingest its articles anew"
        )
    return found


def hash_graph(reader: Reader) -> str:
    """``sha256:`` and the hash of the canonical N-Quads."""
    digest = hashlib.sha256()
    for line in reader.quads():
        digest.update(line.encode("utf-8"))
    return f"sha256:{digest.hexdigest()}"


def _is_new(url: str) -> bool:
    """True for the path of a folder in which there is nothing yet."""
    if "://" in url.removeprefix("file://") or url == "memory:":
        return False
    place = _path(url)
    return not place.exists() or (place.is_dir() and not any(place.iterdir()))


def _path(url: str) -> Path:
    return Path(url.removeprefix("file://"))


def _check_target(wanted: set[str], there: set[str], *, resume: bool) -> None:
    if there and not resume:
        raise StoreError(
            f"expected an empty store to copy into, found articles there ({len(there)}): --resume goes on with a copy"
        )
    if other := sorted(there - wanted):
        raise StoreError(f"expected the beginning of this copy, found articles of something else there ({other[0]})")


def _copy_article(article_id: str, source: Store, target: Store, *, present: bool) -> bool:
    """Whether the article had to be written: one that is there as it is here is passed over."""
    article, reading = _read(source, article_id)
    if present and (article, reading) == _read(target, article_id):
        return False
    put_reading(article, reading, target)
    return True


def _read(store: Store, article_id: str) -> tuple[Article, Reading]:
    article, referents, claims = read_whole(store.reader(), article_id)
    return article, Reading(article_id, article.published, referents, claims, article.text)

"""A graph kept for years: a backup in one file, the way back, and the renewal of a store that an older kgraph made.

A backup is the canonical N-Quads of a graph, compressed, between a line that says what it is and one with its hash: the same
graph always gives the same bytes, and ``zcat`` shows them.
"""

from __future__ import annotations

import gzip
import hashlib
import shutil
import tempfile
import zlib
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from kgraph.errors import InputError, StoreError
from kgraph.pipeline import Done, Progress, Skip, build, judge, restore
from kgraph.settings import base_iri
from kgraph.store.rdf import RdfStore
from kgraph.store.restored import Restored, open_export

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kgraph.store import Reader, Store

HEAD = "# kgraph backup 1"
TAIL = "# end sha256:"
LONGEST_LINE = 64 << 20  # bytes; the longest article and its signs as escapes stay far below
BLOCK = 1 << 20
DENSEST = 300  # times smaller: N-Quads of articles become some 15 times smaller


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds: how many statements, and the hash of the canonical N-Quads."""

    statements: int
    hash: str


def write_backup(reader: Reader, file: IO[bytes]) -> Backup:
    """Write the graph as a backup."""
    digest, statements = hashlib.sha256(), 0
    with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0, compresslevel=6) as packed:
        packed.write(f"{HEAD} {base_iri()}\n".encode())
        for line in reader.quads():
            data = line.encode("utf-8")
            digest.update(data)
            statements += 1
            packed.write(data)
        packed.write(f"{TAIL}{digest.hexdigest()}\n".encode())
    return Backup(statements, f"sha256:{digest.hexdigest()}")


@contextmanager
def open_backup(file: IO[bytes], name: str) -> Iterator[tuple[Restored, Backup]]:
    """The graph in a backup and its hash, checked to the last byte before any of it is given.

    Raises :class:`~kgraph.errors.InputError`, with the name of the file, for what is no backup, is damaged or cut off.
    """
    with tempfile.TemporaryFile(prefix="kgraph-backup-") as unpacked:
        backup = _unpack(file, unpacked, name)
        unpacked.seek(0)
        if not backup.statements:
            raise InputError(f"{name}: expected a backup of a graph, found one of an empty store")
        with open_export(cast("BinaryIO", unpacked), "nquads", name) as restored:
            yield restored, backup


def _unpack(file: IO[bytes], into: IO[bytes], name: str) -> Backup:
    digest, statements, last, size = hashlib.sha256(), 0, b"", 0
    try:
        with gzip.GzipFile(fileobj=file, mode="rb") as packed:
            _check_head(packed.readline(BLOCK), name)
            while line := packed.readline(LONGEST_LINE):
                if last:
                    raise InputError(f"{name}: expected the end of the backup after its hash, found more")
                if line.startswith(TAIL.encode()):
                    last = line
                    continue
                digest.update(line)
                statements += 1
                size += len(line)
                if size > BLOCK and size > DENSEST * file.tell():
                    raise InputError(f"{name}: expected a backup, found something that grows more than {DENSEST} times")
                into.write(line)
    except (EOFError, OSError, zlib.error) as error:
        raise InputError(f"{name}: expected a whole backup, found damage: {str(error)[:100]}") from error
    backup = Backup(statements, f"sha256:{digest.hexdigest()}")
    if last.decode("ascii", "replace").strip() != f"{TAIL}{digest.hexdigest()}":
        raise InputError(f"{name}: expected {backup.hash} at its end, found otherwise: the file is damaged or cut off")
    return backup


def _check_head(line: bytes, name: str) -> None:
    found = line.decode("utf-8", "replace").strip()
    if not found.startswith(f"{HEAD} "):
        raise InputError(f"{name}: expected a file that kgraph backup wrote, found something else")
    if found != f"{HEAD} {base_iri()}":
        raise InputError(f"{name}: expected a backup with IRIs under {base_iri()}, found {found.removeprefix(HEAD).strip()}")


def restore_backup(restored: Restored, store: Store, progress: Progress | None = None) -> list[Done]:
    """Put what a backup holds into a store that is empty or holds a part of it already.

    Raises :class:`~kgraph.errors.StoreError` where the store holds something else.
    """
    wanted = {article.id for article, _, _ in restored.articles()}
    judged = {judgement.id for judgement in restored.judgements()}
    other = sorted(set(store.reader().article_ids()) - wanted)
    other += sorted(judgement.id for judgement in store.reader().judgements() if judgement.id not in judged)
    if other:
        raise StoreError(f"expected an empty store, or the beginning of this restore, found {other[0]} there")
    return restore(restored.articles(), restored.judgements(), store, progress)


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What an upgrade did: what became of each article, how many judgements were kept, where the old store lies now."""

    done: tuple[Done, ...]
    judgements: int
    kept: Path


def upgrade(place: Path, *, workers: int = 1, progress: Progress | None = None, on_skip: Skip | None = None) -> Upgraded:
    """Make the store at this path one of today's format: its articles are read again, its judgements said again.

    The old store is kept beside it; the new one takes its place when it is whole.  Raises
    :class:`~kgraph.errors.StoreError` where there is none that can be renewed.
    """
    unfinished, kept = (place.with_name(place.name + ending) for ending in (".unfinished", ".before-upgrade"))
    if kept.is_dir() and not place.exists():  # broken off between the last two steps
        kept.replace(place)
    if kept.exists():
        raise StoreError(f"expected no store from an upgrade before, found {kept}: remove it if it is no longer needed")
    if unfinished.is_dir() and (unfinished / "lock").is_file():
        shutil.rmtree(unfinished)
    with closing(RdfStore(place, read_only=True, older_too=True)) as old, closing(RdfStore(unfinished)) as new:
        reader = old.reader()
        articles = (article for id_ in reader.article_ids() if (article := reader.article(id_)))
        done = build(articles, new, workers=workers, progress=progress, on_skip=on_skip)
        judgements = [judgement for judgement in reader.judgements() if judgement.judge != "machine"]
        for judgement in judgements:
            judge(judgement, new)
    place.replace(kept)
    unfinished.replace(place)
    return Upgraded(tuple(done), len(judgements), kept)

"""The folder of an embedded store: what stands in it, and who may use it when.

``kgraph.json`` says which format the store has and under which base its IRIs stand; ``graph/`` is Oxigraph's; ``lock`` is
held by one writer or by any number of readers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from kgraph import settings
from kgraph.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1


class StoreFolder:
    """A store's folder, locked as long as it is open."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.graph = path / "graph"
        self._marker = path / "kgraph.json"
        try:
            self._check(read_only=read_only)
            self._lock = (path / "lock").open("rb" if read_only else "ab")
        except OSError as error:
            raise StoreError(f"expected a folder that can be used as a store, found {path}: {error.strerror}") from error
        self._take_lock(read_only=read_only)

    def close(self) -> None:
        """Let the lock go."""
        self._lock.close()

    def _check(self, *, read_only: bool) -> None:
        if self._marker.is_file():
            self._check_marker()
        elif read_only:
            raise StoreError(f"expected a store, found none at {self.path} (`kgraph ingest` makes one)")
        elif self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir())):
            raise StoreError(f"expected a store or an empty folder, found something else at {self.path}")
        else:
            self.path.mkdir(parents=True, exist_ok=True)
            self._marker.write_text(json.dumps({"format": FORMAT, "base": settings.base_iri()}) + "\n", encoding="utf-8")

    def _check_marker(self) -> None:
        try:
            marker: dict[str, Any] = json.loads(self._marker.read_text(encoding="utf-8"))
            found = marker["format"], marker["base"]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"expected the format and base of a store in {self._marker}, found neither") from error
        if found[0] != FORMAT:
            raise StoreError(f"expected a store of format {FORMAT}, found format {found[0]} at {self.path}")
        if found[1] != settings.base_iri():
            raise StoreError(f"expected a store with IRIs under {settings.base_iri()}, found {found[1]} at {self.path}")

    def _take_lock(self, *, read_only: bool) -> None:
        try:
            import fcntl
        except ImportError:  # where there is none, Oxigraph's own lock still keeps a second writer out
            return
        try:
            fcntl.flock(self._lock, (fcntl.LOCK_SH if read_only else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._lock.close()
            use = "written to" if read_only else "used"
            raise StoreError(f"expected a store that is free, found {self.path} being {use} by another process") from error

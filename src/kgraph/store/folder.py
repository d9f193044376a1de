"""The folder of an embedded store: what stands in it, and who may use it when.

``kgraph.json`` says which format the store has and under which base its IRIs stand; ``graph/`` is Oxigraph's; ``lock`` is
held by one writer or by any number of readers.
"""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from kgraph import settings
from kgraph.errors import StoreError
from kgraph.store.lock import take_lock
from kgraph.store.versions import FORMAT, check_format

if TYPE_CHECKING:
    from pathlib import Path

UNFINISHED = "kgraph.json.unfinished"
BEGUN = {"lock", UNFINISHED}
"""What stands in a folder where making a store was broken off."""


class StoreFolder:
    """A store's folder, locked as long as it is open."""

    def __init__(self, path: Path, *, read_only: bool, older_too: bool = False) -> None:
        self.path = path
        self._older_too = older_too
        self.graph = path / "graph"
        self._marker = path / "kgraph.json"
        with ExitStack() as broken_off:  # the lock's file is closed also where waiting ends with Ctrl-C
            try:
                self._check(read_only=read_only)
                self._lock = broken_off.enter_context((path / "lock").open("rb" if read_only else "ab"))
            except OSError as error:
                raise StoreError(f"expected a folder that can be used as a store, found {path}: {error.strerror}") from error
            take_lock(self._lock, self.path, shared=read_only)
            broken_off.pop_all()

    def close(self) -> None:
        """Let the lock go."""
        self._lock.close()

    def _check(self, *, read_only: bool) -> None:
        if self._marker.is_file():
            self._check_marker()
        elif read_only:
            raise StoreError(f"expected a store, found none at {self.path} (`kgraph ingest` makes one)")
        elif self.path.exists() and (not self.path.is_dir() or {each.name for each in self.path.iterdir()} - BEGUN):
            raise StoreError(f"expected a store or an empty folder, found something else at {self.path}")
        else:
            self._begin()

    def _begin(self) -> None:
        """The lock comes first and the marker at once: whoever sees a marker sees a store."""
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / "lock").touch()
        unfinished = self.path / UNFINISHED
        unfinished.write_text(json.dumps({"format": FORMAT, "base": settings.base_iri()}) + "\n", encoding="utf-8")
        unfinished.replace(self._marker)

    def _check_marker(self) -> None:
        try:
            marker: dict[str, Any] = json.loads(self._marker.read_text(encoding="utf-8"))
            found = marker["format"], marker["base"]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"expected the format and base of a store in {self._marker}, found neither") from error
        check_format(found[0], self.path, older_too=self._older_too)
        if found[1] != settings.base_iri():
            raise StoreError(f"expected a store with IRIs under {settings.base_iri()}, found {found[1]} at {self.path}")

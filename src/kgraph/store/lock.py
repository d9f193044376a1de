"""The lock of an embedded store: one writer, or any number of readers.  The system lets it go when a process ends, however."""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from kgraph.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAUSE = 0.05  # seconds between two tries


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait for a store that another process holds, and who is told that it is waited for."""

    seconds: float = 0.0
    tell: Callable[[str], None] | None = None


NONE = Patience()
_PATIENCE: ContextVar[Patience] = ContextVar("patience", default=NONE)


@contextmanager
def waiting(patience: Patience) -> Iterator[None]:
    """Stores opened in this block are waited for."""
    token = _PATIENCE.set(patience)
    try:
        yield
    finally:
        _PATIENCE.reset(token)


def take_lock(file: IO[bytes], path: Path, *, shared: bool) -> None:
    """Lock the file for as long as it is open.

    Raises :class:`~kgraph.errors.StoreError` if another process holds it and goes on doing so as long as one may wait.
    """
    try:
        import fcntl
    except ImportError:  # where there is none, Oxigraph's own lock still keeps a second writer out
        return
    patience = _PATIENCE.get()
    until, kind = time.monotonic() + patience.seconds, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB
    use, told = "written to" if shared else "used", False
    while True:
        try:
            fcntl.flock(file, kind)
        except BlockingIOError as error:
            if time.monotonic() >= until:
                raise StoreError(_held(path, use, patience.seconds)) from error
        else:
            return
        if patience.tell and not told:
            patience.tell(f"waiting up to {patience.seconds:g} s: {path} is being {use} by another process")
            told = True
        time.sleep(PAUSE)


def _held(path: Path, use: str, waited: float) -> str:
    how = f"after {waited:g} s" if waited else "--wait SECONDS waits for it"
    return f"expected a store that is free, found {path} being {use} by another process ({how})"

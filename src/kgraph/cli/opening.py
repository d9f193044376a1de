"""Opens the store that a command works on, and closes it whatever happens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

from kgraph.cli.output import printable
from kgraph.settings import store_url
from kgraph.store import Store, open_store
from kgraph.store.lock import Patience, waiting


@contextmanager
def open_for_writing(place: str | None) -> Iterator[Store]:
    """The store at this place, or where the environment says; made if it is not there."""
    with closing(open_store(store_url(place))) as store:
        yield store


@contextmanager
def open_for_reading(place: str | None) -> Iterator[Store]:
    """The store at this place, to be read only; one that is not there is an error and is not made."""
    with closing(open_store(store_url(place), read_only=True)) as store:
        yield store


@contextmanager
def patient(seconds: float) -> Iterator[None]:
    """A store that another process holds is waited for so long; that it is waited for is said once, on standard error."""
    with waiting(Patience(seconds, _tell)):
        yield


def _tell(line: str) -> None:
    print(printable(line), file=sys.stderr, flush=True)

"""A store on a server that speaks SPARQL 1.1: Fuseki, GraphDB, Virtuoso and others.

A step is one update that takes out and puts in all of its quads at once, and only if the dataset is still as the step found
it: the dataset carries a mark that every step changes.  So an article is there whole or not at all, an update that was sent
twice is made once, and of two writers one is told.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from kgraph import settings
from kgraph.errors import StoreError
from kgraph.store.rdf_reader import RdfReader
from kgraph.store.rdf_rows import plain
from kgraph.store.rdf_writer import RdfWriter, to_blocks
from kgraph.store.sparql_address import read_address
from kgraph.store.sparql_http import Endpoint, UnansweredError
from kgraph.store.sparql_notes import Notes, NotingReader
from kgraph.store.sparql_rows import STATE, SparqlRows, solutions
from kgraph.store.terms import iri, pointed_numbers, text_literal
from kgraph.store.versions import FORMAT, RENEW, unfinished_copy

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = FORMAT_KEY, BASE_KEY, MAIN_KEY, STEP_KEY, COPY_KEY = tuple(
    f"urn:x-kgraph:{name}" for name in ("format", "base", "main", "step", "copying")
)
_COPYING = f"{{ GRAPH {STATE} {{ {STATE} <{COPY_KEY}> {text_literal('true')} }} }}"
TRIES = 3


class SparqlStore:
    """A graph in a dataset of a server; ``endpoint`` speaks to it."""

    def __init__(self, url: str, *, read_only: bool = False, unfinished: bool = False) -> None:
        self.endpoint = Endpoint(read_address(url))
        self._read_only = read_only
        state = self._state()
        if STEP_KEY not in state:
            state = self._begin(empty=not state)
        self._check(state)
        self.unfinished = COPY_KEY in state
        if self.unfinished and not unfinished:
            raise StoreError(unfinished_copy(self.place))
        self.main, self._step = state.get(MAIN_KEY, ""), state[STEP_KEY]
        self._notes = Notes(SparqlRows(self.endpoint, self.main))

    @property
    def place(self) -> str:
        """The address that may be shown to anybody."""
        return self.endpoint.address.query.partition("?")[0]

    def reader(self) -> RdfReader:
        """A reader of the last committed state."""
        return RdfReader(SparqlRows(self.endpoint, self.main))

    @contextmanager
    def transaction(self) -> Iterator[RdfWriter]:
        """A writer whose changes become visible together when the block ends, or not at all."""
        if self._read_only:
            raise StoreError(f"expected a store open for writing, found {self.place} open for reading only")
        writer = RdfWriter(NotingReader(SparqlRows(self.endpoint, self.main), self._notes))
        yield writer
        gone, come = (pointed_numbers(to_blocks(quads, self.main)) for quads in (writer.gone(), writer.come()))
        if gone or come:
            self._take(gone, come)
        self._notes.keep(writer.notes)

    def dump(self, file: IO[bytes]) -> bool:
        """Write all quads as N-Quads, the notes with them; there is no index among them."""
        file.writelines(SparqlRows(self.endpoint, self.main).lines())
        return False

    def begin_copy(self) -> None:
        """Mark the dataset as an unfinished copy."""
        self.endpoint.update(f"INSERT DATA {_COPYING}")
        self.unfinished = True

    def end_copy(self) -> None:
        """Take the mark away."""
        self.endpoint.update(f"DELETE DATA {_COPYING}")
        self.unfinished = False

    def close(self) -> None:
        """Close the connections."""
        self.endpoint.close()

    def _take(self, gone: str, come: str) -> None:
        """Make the step unless another has been made since; where no answer came, look whether it was made."""
        before, after = self._step, hashlib.sha256(f"{self._step}\n{gone}\n{come}".encode()).hexdigest()
        update, unanswered = _step_update(gone, come, before, after), None
        for _ in range(TRIES):
            try:
                self.endpoint.update(update)
            except UnansweredError as error:
                unanswered = error
            found = self._state().get(STEP_KEY)
            if found == after:
                self._step = after
                return
            if found != before:
                raise StoreError(f"expected to be the only writer of {self.place}, found that another wrote to it (run it again)")
        raise unanswered or StoreError(f"expected {self.place} to make an update, found that it took it and made none")

    def _state(self) -> dict[str, str]:
        """What the dataset says of itself."""
        answer = self.endpoint.ask(f"SELECT ?p ?o {{ GRAPH {STATE} {{ {STATE} ?p ?o }} }}")
        return {plain(row["p"]): plain(row["o"]) for row in solutions(answer)}

    def _begin(self, *, empty: bool) -> dict[str, str]:
        """Make an empty dataset a store: say in it what it is, and where the default graph stands.

        One that is not ``empty`` was begun before, and the connection lost.
        """
        if empty and self._holds("{ ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } }"):
            raise StoreError(f"expected a store or an empty dataset, found something else at {self.place}")
        if self._read_only:
            raise StoreError(f"expected a store, found an empty dataset at {self.place} (`kgraph ingest` makes one of it)")
        self.endpoint.update(_begin_update({FORMAT_KEY: str(FORMAT), BASE_KEY: settings.base_iri()}))
        main = {MAIN_KEY: iri("main")} if self._holds(f"{STATE} ?p ?o") else {}
        self.endpoint.update(_begin_update({**main, STEP_KEY: "0"}))
        state = self._state()
        if STEP_KEY not in state:
            raise StoreError(f"expected {self.place} to keep what an update puts in, found nothing of it")
        return state

    def _holds(self, pattern: str) -> bool:
        return bool(solutions(self.endpoint.ask(f"SELECT * {{ {pattern} }} LIMIT 1")))

    def _check(self, state: dict[str, str]) -> None:
        for key, wanted, what in (
            (FORMAT_KEY, str(FORMAT), "of format"),
            (BASE_KEY, settings.base_iri(), "with IRIs under"),
        ):
            if state.get(key) != wanted:
                raise StoreError(f"expected a store {what} {wanted}, found {state.get(key)} at {self.place}: {RENEW}")


def _step_update(gone: str, come: str, before: str, after: str) -> str:
    old, new = (f"GRAPH {STATE} {{ {STATE} <{STEP_KEY}> {text_literal(mark)} }}" for mark in (before, after))
    return f"DELETE {{\n{gone}{old} }}\nINSERT {{\n{come}{new} }}\nWHERE {{ {old} }}"


def _begin_update(values: dict[str, str]) -> str:
    data = "".join(f"{STATE} <{key}> {text_literal(value)} . " for key, value in values.items())
    return f"INSERT DATA {{ GRAPH {STATE} {{ {data}}} }}"

"""Questions with a limit of time: asked in a process of their own, which is ended when its time is up.

Only the end of a process really stops a query: the store's engine cannot be interrupted inside one.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import KgraphError, QueryError
from kgraph.store import as_neo4j, open_store
from kgraph.views.clocks import Clocks, read_at
from kgraph.views.named import run_named
from kgraph.views.query import Shown, run_query

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from kgraph.store.base import Store
    from kgraph.views.answer import Answer
    from kgraph.views.query import Readable

TODAY = Clocks()


@dataclass(frozen=True, slots=True)
class Question:
    """SPARQL, Cypher or the name of a named query, with its parameters; and the time at which the graph is asked."""

    text: str
    is_name: bool = False
    parameters: tuple[tuple[str, str], ...] = ()
    clocks: Clocks = TODAY
    is_cypher: bool = False

    def ask(self, store: Store) -> Answer:
        """The answer, however long it takes."""
        if self.is_cypher:
            return self._ask_neo4j(store)
        shown: Readable = store
        if self.clocks != TODAY:
            shown = Shown(read_at(store.reader(), self.clocks))
        return (run_named if self.is_name else run_query)(shown, self.text, dict(self.parameters))

    def _ask_neo4j(self, store: Store) -> Answer:
        neo4j = as_neo4j(store)
        if neo4j is None:
            raise QueryError("expected a store on Neo4j (--store neo4j://HOST) for Cypher, found another: it answers SPARQL")
        if self.clocks != TODAY:
            raise QueryError("expected Cypher that names its dates itself (first_report, date), found --as-of or --known-at")
        from kgraph.views.cypher import run_cypher

        return run_cypher(neo4j, self.text, dict(self.parameters))


def ask_within(place: str, question: Question, seconds: float) -> Answer:
    """The answer of the store at this place, asked by another process.

    Raises :class:`~kgraph.errors.QueryError` if there is none in time, and whatever the question itself would raise.
    """
    context = multiprocessing.get_context("fork") if _may_fork() else multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer_into, args=(sender, place, question), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise QueryError(f"expected an answer within {seconds:g} seconds, found none (--timeout sets the limit)")
        answer: Answer | KgraphError = receiver.recv()
    except EOFError as error:
        raise QueryError("expected an answer, found that the query ended without one: it may need too much memory") from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(answer, KgraphError):
        raise answer
    return answer


def _may_fork() -> bool:
    """True where this process has one thread: a fork is quick, and copies no lock that another thread holds."""
    tasks = Path("/proc/self/task")
    return sys.platform == "linux" and tasks.is_dir() and len(list(tasks.iterdir())) == 1


def _answer_into(sender: Connection, place: str, question: Question) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked is interrupted, and ends this process
    try:
        with closing(open_store(place, read_only=True)) as store:
            sender.send(question.ask(store))
    except KgraphError as error:
        sender.send(error)

"""What all questions share: which store, on which clocks, and which facts count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import StoreOption
from kgraph.store import Reader
from kgraph.views.clocks import Clocks, read_at

if TYPE_CHECKING:
    from kgraph.views.links import Which

Name = Annotated[str, typer.Argument(metavar="NAME", help="Any spelling, a part of a name, or an id.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")]


@dataclass(frozen=True, slots=True)
class Asking:
    """Which graph is asked: where it lives, and at what time."""

    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="Only what was true then.")] = None
    known_at: Annotated[str | None, typer.Option("--known-at", metavar="DATE", help="Only what was reported by then.")] = None
    store: StoreOption = None


@dataclass(frozen=True, slots=True)
class Filters:
    """Which facts count."""

    predicate: Annotated[
        list[str] | None, typer.Option("--predicate", metavar="NAME", help="Only these relationships; may be repeated.")
    ] = None
    class_: Annotated[
        list[str] | None, typer.Option("--class", metavar="CLASS", help="Only over a Person, Work or Organization.")
    ] = None
    min_confidence: Annotated[float, typer.Option("--min-confidence", metavar="SHARE", help="At least so sure, 0 to 1.")] = 0.0
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Also what is denied, declined, rumoured or outranked.")] = False

    def which(self) -> Which:
        """The same as the views understand it; QueryError for a name that the ontology does not have."""
        from kgraph.views.links import make_which

        return make_which(self.predicate or (), self.class_ or (), min_confidence=self.min_confidence, doubtful=self.doubtful)


@contextmanager
def asked(asking: Asking) -> Iterator[Reader]:
    """The graph as the clocks show it, read only."""
    with open_for_reading(asking.store) as opened:
        yield read_at(opened.reader(), Clocks(asking.as_of, asking.known_at))

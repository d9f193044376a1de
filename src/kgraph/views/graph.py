"""The graph in Python: the questions of the command line as methods, rows as plain dictionaries."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from kgraph.settings import store_url
from kgraph.store import open_store
from kgraph.views.clocks import Clocks, read_at
from kgraph.views.links import Which, check_class, make_which
from kgraph.views.notebook import Card, Rows
from kgraph.views.show import find_entity, find_name, show_entity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    import networkx as nx
    import pandas as pd
    from rdflib import Dataset

    from kgraph.model import Entity
    from kgraph.store.base import Reader, Store
    from kgraph.views.map import MapPage
    from kgraph.views.network import Projection

EVERY = Which()


def open_graph(place: str | None = None) -> Graph:
    """The graph at this place, read only."""
    return Graph(open_store(store_url(place), read_only=True))


def which(
    predicates: Iterable[str] = (), classes: Iterable[str] = (), *, min_confidence: float = 0.0, doubtful: bool = False
) -> Which:
    """Which facts count, for the questions that take it."""
    return make_which(predicates, classes, min_confidence=min_confidence, doubtful=doubtful)


def _projection(classes: tuple[str, str] | None) -> Projection | None:
    from kgraph.views.network import Projection

    return Projection(*map(check_class, classes)) if classes else None


class Graph:
    """A graph to be asked.  Names may be in any spelling; NotFoundError offers the nearest, QueryError lists several."""

    def __init__(self, store: Store, clocks: Clocks | None = None) -> None:
        self.store = store
        self.clocks = clocks or Clocks()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<kgraph.Graph {self.clocks}>"

    def close(self) -> None:
        """Give back what the store holds."""
        self.store.close()

    def at(self, *, as_of: str | None = None, known_at: str | None = None) -> Graph:
        """The same graph as it was true, or as it was reported, by a date."""
        return Graph(self.store, Clocks(as_of or self.clocks.as_of, known_at or self.clocks.known_at))

    @property
    def reader(self) -> Reader:
        """What is read, on these clocks."""
        return read_at(self.store.reader(), self.clocks)

    @cached_property
    def rdf(self) -> Dataset:
        """The store as an rdflib dataset (through oxrdflib), whatever the clocks."""
        from kgraph.store.rdflib_graph import as_rdflib

        return as_rdflib(self.store)

    def find(self, name: str, type_: str | None = None) -> Entity:
        """The one person, work or organisation of this name."""
        return find_entity(self.reader, name, type_=type_)

    def _named(self, name: str) -> Entity:
        return find_name(self.reader, name)

    def show(self, name: str, type_: str | None = None, *, limit: int | None = None) -> Card:
        """Names, and every fact (or so many) with its sentences."""
        return Card(show_entity(self.reader, self.find(name, type_), limit=limit))

    def search(self, text: str, limit: int = 20) -> Rows:
        """Words in names and sentences."""
        from kgraph.views.search import search_graph

        return Rows(search_graph(self.reader, text, limit=limit))

    def explain(self, *fact: str) -> Rows:
        """Every sentence for a fact (its id, or NAME PREDICATE [NAME]) and against it."""
        from kgraph.views.explain import explain_fact, find_facts

        reader = self.reader
        return Rows([row for found in find_facts(reader, fact) for row in explain_fact(reader, found)])

    def path(self, one: str, other: str, which: Which = EVERY, *, count: int = 3, max_hops: int = 4) -> Rows:
        """The best paths, a row a step."""
        from kgraph.views.paths import PathOptions, find_paths

        return Rows(find_paths(self.reader, self._named(one), self._named(other), which, PathOptions(count, max_hops)))

    def neighbours(self, name: str, which: Which = EVERY) -> Rows:
        """Every name one step away."""
        from kgraph.views.neighbours import list_neighbours

        return Rows(list_neighbours(self.reader, self._named(name), which))

    def between(self, *names: str, which: Which = EVERY) -> Rows:
        """What links two or more names."""
        from kgraph.views.neighbours import list_between

        return Rows(list_between(self.reader, [self.find(name) for name in names], which))

    def timeline(self, name: str, which: Which = EVERY) -> Rows:
        """The facts about a name by when they were true."""
        from kgraph.views.timeline import list_timeline

        return Rows(list_timeline(self.reader, self._named(name), which))

    def rank(self, *, longest: bool = False, **options: Any) -> Rows:
        """Chart places by ``work`` (a name), ``chart``, ``region``, ``date``, ``position``; or the longest at the top."""
        from kgraph.views.charts import ChartOptions, list_longest, list_rankings

        if options.get("work"):
            options["work"] = self.find(options["work"], "Work").id
        return Rows((list_longest if longest else list_rankings)(self.reader, ChartOptions(**options)))

    def compare(self, one: str, other: str, which: Which = EVERY) -> Rows:
        """Two names side by side."""
        from kgraph.views.compare import compare_entities

        return Rows(compare_entities(self.reader, self.find(one), self.find(other), which))

    def teams(self, which: Which = EVERY, *, people: int = 2, works: int = 2, member: str | None = None) -> Rows:
        """Groups of people who keep working together."""
        from kgraph.views.teams import TeamOptions, list_teams

        with_ = self.find(member, "Person").id if member else None
        return Rows(list_teams(self.reader, which, TeamOptions(people, works, with_)))

    def diff(self, before: str, after: str, *, name: str | None = None, true: bool = False) -> Rows:
        """What was learnt, or became true, between two dates."""
        from kgraph.views.changes import list_changes

        return Rows(list_changes(self.reader, before, after, true=true, entity=self.find(name).id if name else None))

    def top(self, by: str = "degree", which: Which = EVERY, *, project: tuple[str, str] | None = None) -> Rows:
        """Names in the middle of the network; ``project=("Person", "Work")`` joins people who share a work."""
        from kgraph.views.network import list_top, make_network

        return Rows(list_top(make_network(self.reader, which, _projection(project)), by))

    def communities(self, which: Which = EVERY, *, project: tuple[str, str] | None = None) -> Rows:
        """Names that are joined to each other more than to others."""
        from kgraph.views.network import list_communities, make_network

        return Rows(list_communities(make_network(self.reader, which, _projection(project))))

    def query(self, question: str, **parameters: str) -> Rows:
        """The rows of a named query, or of SPARQL, over the whole store."""
        from kgraph.views.named import run_named
        from kgraph.views.query import run_query

        is_name = " " not in question
        answer = run_named(self.store, question, parameters) if is_name else run_query(self.store, question, parameters)
        return Rows(dict(record) for record in answer.records())

    def map(self, focus: str | None = None, *, depth: int = 1, query: str | None = None, **parameters: str) -> MapPage:
        """The map of all, of what lies around a name, or of the names in the answer to a query (SPARQL, or a named one with its
        parameters): shown in a notebook, or saved.
        """
        from kgraph.views.map import MapPage, draw_map
        from kgraph.views.map_data import MapOptions

        entity = self.find(focus) if focus else None
        chosen = self._names_in_answer(query, parameters) if query else None
        title = entity.label() if entity else "kgraph"
        options = MapOptions(entity.id if entity else None, depth, title=title, chosen=chosen)
        return MapPage(draw_map(self.reader, options), title)

    def _names_in_answer(self, query: str, parameters: dict[str, str]) -> tuple[str, ...]:
        from kgraph.views.limited import Question
        from kgraph.views.part_of_answer import part_of_answer

        question = Question(query, " " not in query, tuple(parameters.items()), self.clocks)
        return tuple(sorted(part_of_answer(self.reader, question.ask(self.store), parameters.values()).kept))

    def to_networkx(self, which: Which = EVERY) -> nx.MultiDiGraph[str]:
        """Names as nodes, facts as edges with both dates, sources and evidence."""
        from kgraph.views.property_graph import make_property_graph

        return make_property_graph(self.reader, which)

    def to_pandas(self, table: str = "facts") -> pd.DataFrame:
        """One of the tables ``entities``, ``names``, ``facts``, ``claims``, ``articles`` as a pandas data frame.

        Needs pandas (``pip install kgraph[pandas]``); what a question gives has a ``to_pandas()`` of its own.
        """
        from kgraph.views.frames import table_frame

        return table_frame(self.reader, table)

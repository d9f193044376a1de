"""A stored graph as an rdflib dataset, for notebooks and for all that is written on rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.store.rdf import RdfStore

if TYPE_CHECKING:
    from rdflib import Dataset

    from kgraph.store.base import Store


def as_rdflib(store: Store) -> Dataset:
    """The graph as an :class:`rdflib.Dataset`: the embedded store itself, through oxrdflib; of any other store a copy.

    It is there to be read: what is written past the pipeline has no article that bears it out, and no store promises to keep
    it.
    """
    import oxrdflib
    import pyoxigraph
    import rdflib

    if isinstance(store, RdfStore):
        graph = store.graph
    else:
        graph = pyoxigraph.Store()
        graph.bulk_load("".join(store.reader().quads()).encode(), pyoxigraph.RdfFormat.N_QUADS)
    return rdflib.Dataset(store=oxrdflib.OxigraphStore(store=graph))

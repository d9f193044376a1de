"""Where a graph lives.

``open_store`` takes an address and gives a :class:`~kgraph.store.base.Store`; what can be read and written is said in
``base``.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kgraph.errors import StoreError
from kgraph.store.base import Reader, Store, Writer

if TYPE_CHECKING:
    from kgraph.store.neo4j import Neo4jStore

__all__ = ["Reader", "Store", "Writer", "as_neo4j", "open_store"]

NEO4J_SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
SPARQL_SCHEMES = ("http", "https")
SERVERS = ("neo4j://HOST", "https://HOST/DATASET")


def open_store(url: str, *, read_only: bool = False, unfinished: bool = False) -> Store:
    """The store at this address: ``memory:``, the path of a folder (made if it is not there, unless ``read_only``), or a server:
    ``neo4j://host:7687`` (also ``bolt``, each with ``+s`` and ``+ssc``) or the address of a SPARQL 1.1 dataset.

    A server's that is an unfinished copy is opened only where ``unfinished`` says that it may be.

    ``open_store("memory:").reader().article_ids()`` gives no id yet.  Raises :class:`~kgraph.errors.StoreError` where there
    is no store, it is no store, or another process holds it.
    """
    if url == "memory:":
        from kgraph.store.memory import MemoryStore

        return MemoryStore()
    scheme, separator, _ = url.partition("://")
    if separator and scheme in NEO4J_SCHEMES:
        from kgraph.store.neo4j import Neo4jStore

        return Neo4jStore(url, read_only=read_only, unfinished=unfinished)
    if separator and scheme in SPARQL_SCHEMES:
        from kgraph.store.sparql import SparqlStore

        return SparqlStore(url, read_only=read_only, unfinished=unfinished)
    if separator and scheme != "file":
        raise StoreError(f"expected 'memory:', the path of a folder, {' or '.join(SERVERS)}, found {scheme}://")
    from kgraph.store.rdf import RdfStore

    return RdfStore(url.removeprefix("file://"), read_only=read_only)


def as_neo4j(store: object) -> Neo4jStore | None:
    """The store if it is one on a Neo4j server; Neo4j's driver is not loaded to find out that it is none."""
    if "kgraph.store.neo4j" not in sys.modules:
        return None
    from kgraph.store.neo4j import Neo4jStore

    return store if isinstance(store, Neo4jStore) else None

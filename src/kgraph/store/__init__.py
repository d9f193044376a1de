"""Where a graph lives.

``open_store`` takes an address and gives a :class:`~kgraph.store.base.Store`; what can be read and written is said in
``base``.
"""

from __future__ import annotations

from kgraph.errors import StoreError
from kgraph.store.base import Reader, Store, Writer

__all__ = ["Reader", "Store", "Writer", "open_store"]


def open_store(url: str, *, read_only: bool = False) -> Store:
    """The store at this address: ``memory:``, or the path of a folder (made if it is not there, unless ``read_only``).

    ``open_store("memory:").reader().article_ids()`` gives no id yet.  Raises :class:`~kgraph.errors.StoreError` where there
    is no store, it is no store, or another process holds it.
    """
    if url == "memory:":
        from kgraph.store.memory import MemoryStore

        return MemoryStore()
    scheme, separator, _ = url.partition("://")
    if separator and scheme != "file":
        raise StoreError(f"expected 'memory:' or the path of a folder, found {scheme}://")
    from kgraph.store.rdf import RdfStore

    return RdfStore(url.removeprefix("file://"), read_only=read_only)

"""Which formats a store can have, and what to do with one that is not of today.

The format says how the graph, the notes of identity and the index are kept.  It grows by one whenever an older kgraph would
misread what a newer one writes, or the other way round.  Articles and judgements stand in every format as they do in RDF, so
that an upgrade can read them and derive everything else anew.

* 1: the notes of identity were counts a name
* 2: the notes of identity are shelves of anchors (November 2026)
* 3: facts count independent sources and have ranks (November 2026)
* 4: the notes of identity know crafts and spouses (November 2026)
* 5: the notes of identity know birth years, and so do referents (November 2026)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 5
RENEW = "ingest its articles anew into an empty one, or use the kgraph that made it"
"""What to do with a store on a server, where nothing is renewed in place."""
OLDER = frozenset({1, 2, 3, 4})
"""Formats whose articles and judgements can be read."""


def unfinished_copy(place: str) -> str:
    """What to do with a store on a server into which a copy was begun and not finished."""
    return f"expected a whole graph, found a copy at {place} that was broken off: `kgraph copy --resume` finishes it"


def check_format(found: object, path: Path, *, older_too: bool = False) -> None:
    """Raise :class:`~kgraph.errors.StoreError`, with what to do, unless the store at this path can be used as it is.

    ``older_too`` lets one pass that can be upgraded.
    """
    number = found if isinstance(found, int) else 0
    if number == FORMAT or (older_too and number in OLDER):
        return
    if number > FORMAT:
        message = f"expected a store of format {FORMAT}, found format {found} at {path}: a newer kgraph made it, use that one"
    elif number in OLDER:
        message = f"expected a store of format {FORMAT}, found format {found} at {path}: kgraph upgrade --store {path} renews it"
    else:
        message = f"expected a store of format {FORMAT}, found format {found!r} at {path}: ingest its articles anew"
    raise StoreError(message)

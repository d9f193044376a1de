"""Which referents of one name are counted together: those of one anchor.

The anchor of a referent is that telling item of its context that comes first in an order of all items which has nothing to do
with any article (their hashes).  It is a function of the referent alone, so that nobody else has to be looked at to find the
node that it is counted in; and since the order is the same for everybody, those who share many items mostly share the anchor.
"""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

from kgraph.entities.blocking import CREDITED, TELLING

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOK = 16  # hexadecimal digits that stand for type, kind, names and plain items
RANK = 12  # hexadecimal digits of an item's place in the order
MOST = 12  # items of one tag that are compared: the first in the order
PLAIN = ("born:", "role:", "told:", "year:")  # take few values, and tell two of one name apart where nothing else is said


@functools.lru_cache(maxsize=1 << 17)
def rank(item: str) -> str:
    """The place of an item in the one order of all items."""
    return hashlib.sha256(item.encode()).hexdigest()[:RANK]


def plain_items(keys: Iterable[str], context: Iterable[str]) -> tuple[str, ...]:
    """Items that are part of a look: role, year, birth, and that an article tells this one from another of the same name."""
    own = tuple(f"not:{key}@" for key in keys)
    return tuple(sorted(item for item in context if item.startswith((*PLAIN, *own))))


def anchor(context: Iterable[str]) -> str | None:
    """The place of the first telling item, ``None`` where nothing telling is said; of a work, its makers come before its cast."""
    items = list(context)
    first = [rank(item) for item in items if item.partition(":")[0] in TELLING]
    return min(first or (rank(item) for item in items if item.partition(":")[0] in CREDITED), default=None)


def compared(items: Iterable[str]) -> tuple[str, ...]:
    """The items that are compared, sorted: of each tag the first few in the order."""
    tagged: dict[str, list[str]] = defaultdict(list)
    for item in items:
        tagged[item.partition(":")[0]].append(item)
    kept = (item for found in tagged.values() for item in (sorted(found, key=rank)[:MOST] if len(found) > MOST else found))
    return tuple(sorted(kept))


def look_of(node_id: str) -> str:
    """The node of the same look without an anchor; a referent that stands alone has no other."""
    return node_id if " " in node_id else node_id[:LOOK]


def place_of(node_id: str) -> str:
    """The place of a node's anchor, empty where it has none."""
    return "" if " " in node_id else node_id[LOOK + 1 :]

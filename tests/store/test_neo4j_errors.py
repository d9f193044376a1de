"""What a lost connection leaves in doubt."""

from __future__ import annotations

import pytest
from neo4j.exceptions import IncompleteCommit

from kgraph.errors import StoreError
from kgraph.store.neo4j_address import read_address
from kgraph.store.neo4j_errors import telling

ADDRESS = read_address("neo4j://127.0.0.1:7687")


@pytest.mark.parametrize(
    ("reads", "said"),
    [(True, "expected a server that answers at "), (False, "expected neo4j://127.0.0.1:7687 to confirm what was written")],
)
def test_only_what_is_written_is_left_in_doubt(reads: bool, said: str) -> None:
    with pytest.raises(StoreError) as told, telling(ADDRESS, reads=reads):
        raise IncompleteCommit("the connection is lost")
    assert str(told.value).startswith(said)

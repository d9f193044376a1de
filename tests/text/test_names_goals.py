"""The floors that the comparison of names must keep, on pairs it has not learned from.

The pairs are public data that is not part of the project; where they are absent these tests skip.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kgraph.settings import required
from kgraph.text.name_search import NameIndex
from kgraph.text.names import parse_name

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent.parent
PAIRS = Path(os.environ.get("KGRAPH_NAME_PAIRS") or ROOT.parent / "shared" / "data" / "names" / "pairs.tsv")

if not PAIRS.exists():
    if "shared" in required():
        pytest.fail(f"KGRAPH_REQUIRE names shared, but there is no {PAIRS}", pytrace=False)
    pytest.skip("needs the shared name pairs (KGRAPH_NAME_PAIRS)", allow_module_level=True)


@cache
def benchmark() -> ModuleType:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    import names

    return names


@cache
def sets() -> object:
    return benchmark().Sets(benchmark().read_pairs(PAIRS))


@pytest.mark.parametrize(
    ("group", "least", "most"),
    [("true", 98.0, 100.0), ("unlike", 0.0, 0.1), ("near", 0.0, 0.3), ("hangul", 0.0, 0.0)],
)
def test_share_called_the_same(group: str, least: float, most: float) -> None:
    assert least <= benchmark().share(getattr(sets(), group)) <= most


def test_nearest_of_all_names() -> None:
    found = sets()
    index = NameIndex(found.names)
    ranked = [[hit.name for hit in index.search(latin, limit=5)] for _, latin in found.true]
    assert benchmark().percent(names[:1] == [hangul] for (hangul, _), names in zip(found.true, ranked, strict=True)) >= 97
    assert benchmark().percent(hangul in names for (hangul, _), names in zip(found.true, ranked, strict=True)) >= 99


def test_names_are_recognised_with_their_surname() -> None:
    parsed = [(hangul, parse_name(latin)) for hangul, latin in sets().true]
    assert benchmark().percent(found is not None and found.score >= 0.5 for _, found in parsed) >= 97

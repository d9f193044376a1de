"""Processor time of a piece of work: the least of some runs, without Python's garbage collection.

A busy machine and what other tests left in memory only ever add to a time, so a bound that one of several runs keeps is
kept; work that is truly slow keeps it in none of them.
"""

from __future__ import annotations

import gc
import math
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    gc.disable()
    try:
        began = process_time()
        work()
        return process_time() - began
    finally:
        gc.enable()


def is_quick(work: Callable[[], object], limit: float) -> bool:
    """Whether the work can be done in less than ``limit`` processor seconds."""
    return any(spent(work) < limit for _ in range(RUNS))


def times_as_long(prepare: Callable[[int], Callable[[], object]], small: int, large: int, *, floor: float, most: float) -> float:
    """How many times longer the large size takes than the small one; each run is of work made anew, which is not counted.

    ``floor`` is the least that the small one is taken to need, in seconds; once less than ``most`` times is seen, no
    further run is made.
    """
    unit, whole = math.inf, math.inf
    for _ in range(RUNS):
        unit, whole = min(unit, spent(prepare(small))), min(whole, spent(prepare(large)))
        if whole < most * max(unit, floor):
            break
    return whole / max(unit, floor)

"""Inputs that are almost right, as many as a time allows: how many, how long the slowest took, and what went wrong.

python benchmarks/fuzzing.py 40           # minutes, other inputs than the tests'
python benchmarks/fuzzing.py 40 seed
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hard"))

from fuzzed import try_article, try_file, try_graph, try_value

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass
class Kind:
    """One kind of input: how it is tried, how often in a round, and what came of it."""

    name: str
    attempt: Callable[[random.Random], object]
    share: int
    done: int = 0
    slowest: float = 0.0
    finds: list[str] = field(default_factory=list)

    def go(self, seed: str) -> None:
        """Try one input; what goes wrong is printed and kept."""
        begun = time.process_time()
        try:
            self.attempt(random.Random(seed))
        except AssertionError as error:
            self.finds.append(f"{self.name}: {error.__cause__!r} {str(error)[:3000]}")
            print(self.finds[-1], flush=True)
        self.done += 1
        self.slowest = max(self.slowest, time.process_time() - begun)


def run(kinds: tuple[Kind, ...], minutes: float, seed: str) -> None:
    """Rounds of all kinds until the time is over."""
    until = time.monotonic() + 60 * minutes
    for number in count():
        for kind in kinds:
            for part in range(kind.share):
                kind.go(f"{seed} {kind.name} {number} {part}")
        if time.monotonic() > until:
            return


def main(minutes: float = 1, seed: str = "long") -> None:
    """Print the counts; the exit code is 1 if anything went wrong."""
    with tempfile.TemporaryDirectory(prefix="kgraph-fuzz-") as place:
        files = partial(try_file, folder=Path(place))
        values = Kind("names, dates, numbers", try_value, 100)
        kinds = (Kind("articles", try_article, 30), values, Kind("files", files, 10), Kind("graphs", try_graph, 1))
        run(kinds, minutes, seed)
    for kind in kinds:
        print(f"| {kind.name} | {kind.done:,} | slowest {kind.slowest:.2f} s |")
    finds = sum(len(kind.finds) for kind in kinds)
    print(f"{sum(kind.done for kind in kinds):,} inputs, {time.process_time():.0f} s of processor time, {finds} finds")
    sys.exit(1 if finds else 0)


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]), *sys.argv[2:3])

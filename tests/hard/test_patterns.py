"""No pattern can be made slow by saying the same thing again: each is given what it matches, with a piece of it repeated.

The patterns are those that reading the sample articles compiles; what each matches is made up by hypothesis.  A pattern
that can read a repeated piece in many ways takes seconds for some hundred characters (*regular expression denial of service*).
"""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from sizes import FULL

from spent import is_quick

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARE = 1 if FULL else 40  # one in so many patterns
TRIES = 200 if FULL else 40  # texts a pattern
PATIENCE = 2.0  # seconds for some hundred characters, of which a thousandth is usual
COLLECT = """
import json, re
compile_, seen = re._compile, {}
def remember(pattern, flags):
    made = compile_(pattern, flags)
    if isinstance(made.pattern, str):
        seen.setdefault((made.pattern, made.flags & ~int(re.UNICODE)))
    return made
re._compile = remember
from kgraph.documents.sources import read_articles
from kgraph.pipeline import read_article
from kgraph.settings import DATA
seen.clear()
for article in read_articles([str(DATA / "articles")]):
    read_article(article)
print(json.dumps(sorted(seen)))
"""


class Slow(KeyboardInterrupt):
    """It took too long; no exception that hypothesis would take for a find."""


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """End what takes longer by the clock."""

    def stop(*_: object) -> None:
        raise Slow

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def patterns() -> list[tuple[str, int]]:
    """Every pattern, with its flags, that reading the sample articles compiles."""
    ran = subprocess.run([sys.executable, "-c", COLLECT], capture_output=True, check=True)
    return [(source, flags) for source, flags in json.loads(ran.stdout)]


def matched(pattern: re.Pattern[str]) -> list[str]:
    """Some texts that it matches, none where they are hard to make."""
    found: list[str] = []

    @seed(1)
    @settings(max_examples=20, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern))
    def find(text: str) -> None:
        found.append(text)

    try:
        with patience(6):
            find()
    except (Slow, Unsatisfiable):
        pass
    return [text[:120] for text in found if text]


def pumped(texts: list[str], chance: random.Random) -> str:
    """One of the texts up to some place, then a piece of it again and again, then an end that may not fit."""
    text = chance.choice(texts)
    at = chance.randrange(len(text))
    piece = text[at : at + chance.choice((1, 1, 2, 3, 4, 6))]
    return text[:at] + piece * (400 // len(piece)) + chance.choice(("", "\n", " x", "!", text[at:]))


def search(pattern: re.Pattern[str], text: str) -> bool:
    """Whether all matches were found in time."""
    try:
        with patience(20 * PATIENCE):
            return is_quick(partial(all, pattern.finditer(text)), PATIENCE)
    except Slow:
        return False


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX signals")
def test_a_repeated_piece_is_no_cause_for_long_thought() -> None:
    found = patterns()
    assert len(found) > 500
    slow = []
    for source, flags in found[::SHARE]:
        pattern, chance = re.compile(source, flags), random.Random(source)
        if texts := matched(pattern):
            tries = (pumped(texts, chance) for _ in range(TRIES))
            slow += [(source, text) for text in [next((text for text in tries if not search(pattern, text)), None)] if text]
    assert not slow, ascii(slow[0])

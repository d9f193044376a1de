"""Scores name pairs with other libraries: run by benchmarks/names.py inside the environment that has them.

Standard input is one JSON object: ``peer`` (``wratio`` or ``logic-v2``) with ``pairs``, or with ``names`` and ``queries``
(for each query the places of the five best names).  Standard output is one JSON object with ``scores`` or ``best``, and
``seconds``.
"""

from __future__ import annotations

import functools
import json
import sys
import time


@functools.cache
def romanized(name: str) -> str:
    """Revised Romanisation of what is Hangul, by korean-romanizer; surname apart, as WRatio compares words."""
    from korean_romanizer.romanizer import Romanizer

    if name.isascii():
        return name.lower()
    return f"{Romanizer(name[0]).romanize()} {Romanizer(name[1:]).romanize()}".lower()


def wratio(a: str, b: str) -> float:
    """rapidfuzz's WRatio, 0 to 1."""
    from rapidfuzz.fuzz import WRatio

    return WRatio(romanized(a), romanized(b)) / 100


@functools.cache
def entity(name: str) -> object:
    """A person of that name, as nomenklatura compares them."""
    from followthemoney import model

    made = model.make_entity("Person")
    made.id = name
    made.add("name", name)
    return made


@functools.cache
def algorithm() -> tuple[object, object]:
    """OpenSanctions' logic-v2 with its own settings."""
    from nomenklatura.matching import get_algorithm

    found = get_algorithm("logic-v2")
    return found, found.default_config()


def logic(a: str, b: str) -> float:
    """The score of logic-v2, 0 to 1."""
    found, config = algorithm()
    return float(found.compare(entity(a), entity(b), config).score)


PEERS = {"wratio": wratio, "logic-v2": logic}


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    compare = PEERS[request["peer"]]
    compare("김구", "Kim Gu")
    start = time.process_time()
    if "pairs" in request:
        answer: dict[str, object] = {"scores": [compare(a, b) for a, b in request["pairs"]]}
    else:
        names = request["names"]
        ranked = ([-compare(name, query) for name in names] for query in request["queries"])
        answer = {"best": [sorted(range(len(names)), key=lambda place: (scores[place], place))[:5] for scores in ranked]}
    json.dump({**answer, "seconds": time.process_time() - start}, sys.stdout)


if __name__ == "__main__":
    main()

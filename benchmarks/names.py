"""How well and how fast Korean names are compared, beside libraries that compare names in general.

    python benchmarks/names.py [PAIRS.tsv] [--json] [--no-peers] [--show]

PAIRS.tsv (else KGRAPH_NAME_PAIRS) has the columns ``hangul`` and ``roman``.  Only the fifth of the pairs that ``make names``
never learns from is measured.

How pairs are cleaned (tools/name_pairs.py): the Hangul name opens with a Korean surname, the Latin name opens or closes with
a listed spelling of that surname, and the consonants of both given names agree by class (k/g, t/d, p/b, ch/j, r/l...); vowels
are never looked at.  Pairs that read as Pinyin are left out.  How negatives are made, from the Latin names of the same pairs:
other Hangul names of the file with the same surname and as many syllables, (a) with no given syllable in common, (b) with
exactly one in the same place; at most 20 for each pair, chosen by hash.  A negative that the file itself lists as a pair is
none; names that are rightly spelled alike (two names may both be Kim Ki-hun) stay in and count as errors.

The peers run in .benchmarks/names, an environment of their own.  Each is measured at its usual threshold (WRatio 0.85 after
Revised Romanisation, logic-v2 0.7) and at the threshold where it lets in as many hard negatives as kgraph.  Times are of one
core, without what other programs take.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import statistics
import subprocess
import sys
import time
import venv
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

from name_pairs import is_test, korean_pair, read_pairs, surname_and_given

from kgraph.text import name_tables as tables
from kgraph.text.name_search import NameIndex
from kgraph.text.names import compare

HERE = Path(__file__).resolve().parent
PEERS = {"wratio": 0.85, "logic-v2": 0.7}
MOST = 20
SAMPLED = 100  # queries for the nearest name, for peers that are slow
MILLION = 1_000_000
Pair = tuple[str, str]


class Sets:
    """What is measured: true pairs, negatives, all Hangul names."""

    def __init__(self, pairs: list[Pair]) -> None:
        clean = [pair for pair in pairs if korean_pair(*pair)]
        self.listed = set(pairs)
        self.names = sorted({hangul for hangul, _ in clean})
        self.true = [pair for pair in clean if is_test(pair[0])]
        self.uncleaned = [pair for pair in pairs if is_test(pair[0])]
        self._alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for name in self.names:
            self._alike[parts(name)[0], len(name)].append(name)
        self.unlike = [pair for hangul, latin in self.true for pair in self._negatives(hangul, latin, common=0)]
        self.near = [pair for hangul, latin in self.true for pair in self._negatives(hangul, latin, common=1)]
        apart = (pair for group in self._alike.values() for pair in combinations(group, 2))
        self.hangul = [(a, b) for a, b in apart if in_common(a, b) == len(parts(a)[1]) - 1]

    def _negatives(self, hangul: str, latin: str, *, common: int) -> list[Pair]:
        surname, given = parts(hangul)
        others = [other for other in self._alike[surname, len(hangul)] if other != hangul and len(given) > common]
        fitting = [(other, latin) for other in others if in_common(other, hangul) == common]
        if common == 0:
            fitting = [pair for pair in fitting if not set(parts(pair[0])[1]) & set(given)]
        fresh = [pair for pair in fitting if pair not in self.listed]
        return sorted(fresh, key=lambda pair: hashlib.sha256("".join(pair).encode()).digest())[:MOST]


def parts(hangul: str) -> Pair:
    """Surname and given name of a cleaned Hangul name."""
    split = surname_and_given(hangul)
    assert split is not None
    return split


def in_common(a: str, b: str) -> int:
    """How many given syllables two names of one length have in the same place."""
    return sum(x == y for x, y in zip(parts(a)[1], parts(b)[1], strict=True))


def measure_ours(sets: Sets) -> dict[str, Any]:
    """Our own numbers, in percent and seconds."""
    found = {
        "recall": share(sets.true),
        "recall, uncleaned": share(sets.uncleaned),
        "false: unlike": share(sets.unlike),
        "false: one syllable in common": share(sets.near),
        "false: Hangul one syllable apart": share(sets.hangul),
    }
    index = NameIndex(sets.names)
    ranked = [[hit.name for hit in index.search(latin, limit=5)] for _, latin in sets.true]
    places = [names.index(hangul) if hangul in names else 99 for (hangul, _), names in zip(sets.true, ranked, strict=True)]
    return {**found, "recall@1": percent(p == 0 for p in places), "recall@5": percent(p < 5 for p in places), **speeds(sets)}


def share(pairs: list[Pair]) -> float:
    """Percent of pairs that are called the same."""
    return percent(compare(a, b).verdict == "same" for a, b in pairs)


def percent(values: Any) -> float:
    """Percent of true values."""
    listed = list(values)
    return round(100 * sum(listed) / max(len(listed), 1), 3)


def speeds(sets: Sets) -> dict[str, Any]:
    """Comparisons a second: every Latin name of the test pairs with many Hangul names; and look-ups in a million names."""
    chance = random.Random(0)
    pairs = [(chance.choice(sets.names), latin) for _, latin in sets.true for _ in range(100)]
    start = time.process_time()
    for a, b in pairs:
        compare(a, b)
    rate = len(pairs) / (time.process_time() - start)
    start = time.process_time()
    index = NameIndex(million(chance))
    built = time.process_time() - start
    timed(index, "Kim Gu")
    times = [timed(index, latin) for _, latin in sets.true]
    looked_up = {
        "look-up, median ms": round(statistics.median(times), 3),
        "look-up, 99 of 100, ms": round(statistics.quantiles(times, n=100)[98], 3),
    }
    return {"comparisons a second": round(rate), "names in the list": len(index), "list made in s": round(built, 1), **looked_up}


def timed(index: NameIndex, latin: str) -> float:
    """Milliseconds of one look-up."""
    start = time.process_time()
    index.search(latin)
    return 1000 * (time.process_time() - start)


def million(chance: random.Random) -> list[str]:
    """A million Hangul names as frequent as surnames and syllables are."""
    surnames, shares = zip(*sorted(tables.surnames().items()), strict=True)
    first, last = tables.given_shares()
    heads = chance.choices(surnames, shares, k=MILLION)
    middles = chance.choices(sorted(first), [2.718281828 ** first[s] for s in sorted(first)], k=MILLION)
    ends = chance.choices(sorted(last), [2.718281828 ** last[s] for s in sorted(last)], k=MILLION)
    return list(map("".join, zip(heads, middles, ends, strict=True)))


def measure_peer(peer: str, sets: Sets, python: Path, near: float) -> dict[str, Any]:
    """A peer's numbers at its usual threshold, and its recall where it lets in as many hard negatives as we do."""
    groups = {
        "recall": sets.true,
        "false: unlike": sets.unlike,
        "false: one syllable in common": sets.near,
        "false: Hangul one syllable apart": sets.hangul,
    }
    found: dict[str, Any] = {}
    scores: dict[str, list[float]] = {}
    pairs, seconds = 0, 0.0
    for name, group in groups.items():
        answer = ask(python, {"peer": peer, "pairs": group})
        scores[name], pairs, seconds = answer["scores"], pairs + len(group), seconds + answer["seconds"]
        found[name] = percent(score >= PEERS[peer] for score in scores[name])
    hard = sorted(scores["false: one syllable in common"], reverse=True)
    limit = hard[int(len(hard) * near / 100)]
    found["recall at our rate of hard errors"] = percent(score > limit for score in scores["recall"])
    queries = sets.true[:: max(1, len(sets.true) // SAMPLED)]
    best = ask(python, {"peer": peer, "names": sets.names, "queries": [latin for _, latin in queries]})["best"]
    places = [[sets.names[p] for p in row] for row in best]
    found["recall@1"] = percent(row[0] == hangul for (hangul, _), row in zip(queries, places, strict=True))
    found["recall@5"] = percent(hangul in row for (hangul, _), row in zip(queries, places, strict=True))
    return {**found, "comparisons a second": round(pairs / seconds)}


def ask(python: Path, request: dict[str, Any]) -> dict[str, Any]:
    """What the peers' environment answers."""
    ran = subprocess.run([python, HERE / "names_peers.py"], input=json.dumps(request), capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def environment() -> Path:
    """The peers' environment, made where it is missing; its Python."""
    place = HERE.parent / ".benchmarks" / "names"
    python = place / "bin" / "python"
    if not (place / "done").exists():
        venv.create(place, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", HERE / "names-requirements.txt"], check=True)
        (place / "done").touch()
    return python


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=Path, default=os.environ.get("KGRAPH_NAME_PAIRS"))
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--no-peers", action="store_true", help="measure kgraph alone")
    parser.add_argument("--show", action="store_true", help="print the pairs that are judged wrongly")
    options = parser.parse_args()
    if options.pairs is None:
        parser.error("expected a file of pairs as argument or in KGRAPH_NAME_PAIRS, found neither")
    sets = Sets(read_pairs(Path(options.pairs)))
    counted = {"true pairs": sets.true, "unlike": sets.unlike, "near": sets.near, "Hangul": sets.hangul, "names": sets.names}
    sizes = {name: len(group) for name, group in counted.items()}
    results = {"kgraph": measure_ours(sets)}
    if not options.no_peers:
        python = environment()
        results |= {peer: measure_peer(peer, sets, python, results["kgraph"]["false: one syllable in common"]) for peer in PEERS}
    if options.json:
        print(json.dumps({"sizes": sizes, "results": results}, ensure_ascii=False))
    else:
        print_table(sizes, results)
    if options.show:
        print_errors(sets)
    return 0


def print_table(sizes: dict[str, int], results: dict[str, dict[str, Any]]) -> None:
    """One row a test, one column a library; all shares in percent."""
    print(", ".join(f"{count:,} {name}" for name, count in sizes.items()))
    print(f"{'':38}" + "".join(f"{name:>14}" for name in results))
    for test in dict.fromkeys(test for found in results.values() for test in found):
        print(f"{test:38}" + "".join(f"{found.get(test, ''):>14}" for found in results.values()))


def print_errors(sets: Sets) -> None:
    """The pairs that are judged wrongly, with the reason given."""
    for title, pairs, wrong in (("missed", sets.true, False), ("false", sets.near + sets.unlike, True)):
        for a, b in pairs:
            found = compare(a, b)
            if (found.verdict == "same") is wrong:
                print(f"{title}\t{a}\t{b}\t{found.probability}\t{found.reason}")


if __name__ == "__main__":
    sys.exit(main())

"""Resolves records with other libraries: run by benchmarks/identity.py inside the environment that has them.

Standard input is one JSON object: ``peer`` (``splink`` or ``logic-v2``) and ``records`` (id, type, kind, names, ties: the names
of what its claims tie it to).  Standard output is one JSON object: ``clusters`` (record -> cluster), ``unsure`` (how many pairs)
and ``seconds``.

splink: Fellegi-Sunter on DuckDB, one model a type, trained on the records themselves as its tutorial does.  Names are romanised,
since splink compares letters; term frequencies count.  Blocked by first letters, by any word of a name and by any tie; linked at
0.5, unsure from 0.2 to there.

logic-v2: OpenSanctions' matcher, which compares names across scripts and knows nothing of works and casts; all pairs of a type,
linked at its usual 0.7, unsure from 0.5 to there.

Both thresholds are those with the best B-cubed F1 on the part of the corpus that may be looked at (of 0.5, 0.8, 0.95 for splink
and 0.6, 0.7, 0.8, 0.9, 0.95, 0.99 for logic-v2; 23 November 2026).
"""

from __future__ import annotations

import functools
import json
import logging
import re
import sys
import time
from itertools import combinations
from typing import Any

Record = dict[str, Any]
Pair = tuple[str, str]
SCHEMATA = {"Person": "Person", "Work": "Organization", "Organization": "Organization"}  # FollowTheMoney has no class for works
LINKED = {"splink": 0.5, "logic-v2": 0.7}
UNSURE = {"splink": 0.2, "logic-v2": 0.5}


@functools.cache
def romanized(name: str) -> str:
    """Lower case Latin words: Revised Romanisation of what is Hangul, the first syllable of a short name apart as a surname."""
    from korean_romanizer.romanizer import Romanizer

    if not re.search("[가-힣]", name):
        return " ".join(re.findall(r"\w+", name.lower().replace("-", "")))
    parts = [name[0], name[1:]] if re.fullmatch("[가-힣]{2,4}", name) else [name]
    return " ".join(Romanizer(part).romanize().lower() for part in parts)


def row(record: Record) -> Record:
    """A record as splink takes it."""
    names = sorted({romanized(name) for name in record["names"]})
    words = sorted({word for name in names for word in name.split()})
    ties = sorted({romanized(name) for name in record["ties"]})
    flat = names[0].replace(" ", "")
    return {
        "unique_id": record["id"], "kind": record["kind"], "name": names[0], "flat": flat, "head": flat[:3],
        "tie": ties[0] if ties else None,
        "names": names, "words": words, "ties": ties,
    }  # fmt: skip


def splink_pairs(records: list[Record]) -> dict[Pair, float]:
    """Pairs with their match probability, the types each on their own."""
    found: dict[Pair, float] = {}
    for type_ in ("Person", "Work", "Organization"):
        rows = [row(record) for record in records if record["type"] == type_]
        if len(rows) > 1:
            found |= _link(rows)
    return found


def _link(rows: list[Record]) -> dict[Pair, float]:
    import pyarrow as pa
    from splink import DuckDBAPI, Linker, block_on

    schema = pa.schema([
        *((name, pa.string()) for name in ("unique_id", "kind", "name", "flat", "head", "tie")),
        *((name, pa.list_(pa.string())) for name in ("names", "words", "ties")),
    ])  # fmt: skip
    table = DuckDBAPI().register(pa.Table.from_pylist(rows, schema=schema))
    linker = Linker(table, _settings(), log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("flat")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for column in ("flat", "tie"):  # training takes plain columns only
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(column), record_sample_proportion=1.0)
    predicted = linker.inference.predict(threshold_match_probability=UNSURE["splink"]).as_record_list()
    return {(p["unique_id_l"], p["unique_id_r"]): p["match_probability"] for p in predicted}


def _settings() -> Any:
    import splink.comparison_library as cl
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("head"),
            block_on("words", arrays_to_explode=["words"]),
            block_on("ties", arrays_to_explode=["ties"]),
        ],
        comparisons=[
            cl.JaroWinklerAtThresholds("flat", [0.95, 0.88]).configure(term_frequency_adjustments=True),
            cl.ArrayIntersectAtSizes("names", [1]),
            cl.ArrayIntersectAtSizes("ties", [2, 1]),
            cl.ExactMatch("kind"),
        ],
    )


def logic_pairs(records: list[Record]) -> dict[Pair, float]:
    """All pairs of a type with logic-v2's score, those that are not plainly different."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()
    by_type: dict[str, list[Any]] = {}
    for record in records:
        entity = model.make_entity(SCHEMATA[record["type"]])
        entity.id = record["id"]
        entity.add("name", record["names"])
        by_type.setdefault(record["type"], []).append(entity)
    found = {}
    for entities in by_type.values():
        for left, right in combinations(entities, 2):
            score = float(algorithm.compare(left, right, config).score)
            if score >= UNSURE["logic-v2"]:
                found[left.id, right.id] = score
    return found


def connect(ids: list[str], links: list[Pair]) -> dict[str, str]:
    """Id -> the first id that links lead to."""
    home = {id_: id_ for id_ in ids}

    def find(id_: str) -> str:
        while home[id_] != id_:
            home[id_] = home[home[id_]]
            id_ = home[id_]
        return id_

    for left, right in links:
        a, b = sorted((find(left), find(right)))
        home[b] = a
    return {id_: find(id_) for id_ in ids}


PEERS = {"splink": splink_pairs, "logic-v2": logic_pairs}


def main() -> None:
    """Answer one request."""
    request = json.load(sys.stdin)
    peer, records = request["peer"], request["records"]
    start = time.perf_counter()
    pairs = PEERS[peer](records)
    links = [pair for pair, score in pairs.items() if score >= LINKED[peer]]
    clusters = connect([record["id"] for record in records], sorted(links))
    seconds = round(time.perf_counter() - start, 2)
    json.dump({"clusters": clusters, "unsure": len(pairs) - len(links), "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()

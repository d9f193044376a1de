"""Who is who: how well referents of different articles become entities, beside libraries that resolve entities in general.

    python benchmarks/identity.py [--json] [--no-peers] [--no-scale] [--show dev|aside|all] [--extract] [--referents N]

Accuracy is measured on identity_corpus (see identity_gold.py for its form): referents and claims are given, so that errors of
extraction are not counted as errors of identity; ``--extract`` reads the articles with the real extractor instead, and scores the
referents that it finds.  Three stores are built: of the scenes that may be looked at (dev), of the third that is kept aside, and
of all.  A homonym pair is two gold entities of one type that share a name, letter for letter or as spellings of one Korean name.

Scale is measured by identity_scale.py in a process of its own.  The peers run in .benchmarks/identity, an environment of their
own; they are given the same referents as records (names, Hangul romanised, kind, what the claims tie them to).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import venv
from collections import Counter
from dataclasses import asdict, dataclass
from math import comb
from pathlib import Path
from typing import TYPE_CHECKING, Any

from identity_gold import GoldArticle, is_aside, read_corpus
from identity_scores import homonyms, merged, parted, score
from kgraph import claims, documents, mentions
from kgraph.model import Verdict
from kgraph.pipeline import make_reading, put_reading
from kgraph.store import Reader, open_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kgraph.entities import Reading

HERE = Path(__file__).resolve().parent
PARTS = ("dev", "aside", "all")
TYPES = ("Person", "Work", "Organization")
PEERS = ("splink", "logic-v2")


@dataclass(frozen=True)
class Part:
    """A part of the corpus: its articles with what was read out of them, and who each referent is (ref -> gold id)."""

    articles: list[tuple[GoldArticle, Reading]]
    gold: dict[str, str]

    @property
    def types(self) -> dict[str, str]:
        """Ref -> type."""
        return {referent.ref: referent.type for _, reading in self.articles for referent in reading.referents}


def make_part(articles: Iterable[GoldArticle], *, extract: bool) -> Part:
    """A part with its readings: those of the gold, or those of the extractor."""
    ready = [(one, *(extracted(one) if extract else (one.reading, one.gold))) for one in articles]
    return Part([(one, reading) for one, reading, _ in ready], {ref: id_ for *_, gold in ready for ref, id_ in gold.items()})


def extracted(one: GoldArticle) -> tuple[Reading, dict[str, str]]:
    """What the extractor reads out of an article, and the gold id of those referents whose names stand where gold has some."""
    document = documents.read(one.article)
    found = mentions.find(document)
    reading = make_reading(one.article, found.referents, claims.extract(document, found))
    votes: dict[str, list[str]] = {}
    for mention in found.mentions:
        votes.setdefault(mention.ref, []).extend(n.thing.id for n in one.named if n.span.overlaps(mention.span))
    kept = {referent.ref for referent in reading.referents}
    return reading, {ref: max(sorted(set(ids)), key=ids.count) for ref, ids in votes.items() if ids and ref in kept}


def build(part: Part) -> Reader:
    """A store of the part's articles, nothing else."""
    store = open_store("memory:")
    for one, reading in part.articles:
        put_reading(one.article, reading, store)
    return store.reader()


def read_clusters(part: Part, reader: Reader) -> dict[str, str]:
    """Ref -> the entity that it leads to."""
    found = {ref: reader.entity(ref) for ref in part.gold}
    return {ref: entity.id if entity else ref for ref, entity in found.items()}


def measure(part: Part, clusters: Mapping[str, str], unsure: int) -> dict[str, Any]:
    """All scores of a part, over all types and of each, with what went wrong by name; ``unsure`` counts pairs left open."""
    types = part.types
    names: dict[str, tuple[str, list[str]]] = {}
    for _, reading in part.articles:
        for referent in reading.referents:
            if referent.ref in part.gold:
                names.setdefault(part.gold[referent.ref], (referent.type, []))[1].extend(referent.names)
    alike, together = homonyms(names), merged(part.gold, clusters)
    return {
        **asdict(score(part.gold, clusters)),
        "articles": len(part.articles),
        "homonym_pairs": len(alike),
        "homonym_pairs_merged": sum(pair in together for pair in alike),
        "unsure": round(unsure / (questions(part.gold, alike) or 1), 4),
        "types": {type_: asdict(score(_of_type(part.gold, types, type_), clusters)) for type_ in TYPES},
        "merged": {" ".join(pair): count for pair, count in together.items()},
        "parted": parted(part.gold, clusters),
    }


def _of_type(gold: Mapping[str, str], types: Mapping[str, str], type_: str) -> dict[str, str]:
    return {ref: id_ for ref, id_ in gold.items() if types[ref] == type_}


def open_questions(part: Part, reader: Reader) -> int:
    """Pairs of referents that the machine is not sure of."""
    found = reader.judgements()
    return sum(one.verdict is Verdict.UNSURE and {one.left, one.right} <= part.gold.keys() for one in found)


def questions(gold: Mapping[str, str], alike: Iterable[tuple[str, str]]) -> int:
    """Pairs of referents that a careful reader would ask about: those of one entity, and those of homonyms."""
    sizes = Counter(gold.values())
    return sum(comb(size, 2) for size in sizes.values()) + sum(sizes[a] * sizes[b] for a, b in alike)


def records(part: Part) -> list[dict[str, Any]]:
    """Referents as flat records, the form that other libraries take."""
    rows: dict[str, dict[str, Any]] = {
        referent.ref: {
            "id": referent.ref,
            "type": referent.type,
            "kind": referent.kind,
            "names": list(referent.names),
            "ties": [],
        }
        for _, reading in part.articles
        for referent in reading.referents
        if referent.ref in part.gold
    }
    for _, reading in part.articles:
        for claim in reading.claims:
            ends = [end for end in (claim.subject, claim.object) if end is not None]
            for this, other in (ends, ends[::-1]) if len(ends) == 2 else ():
                if this.ref in rows:
                    rows[this.ref]["ties"].extend(other.names)
    return list(rows.values())


def measure_peer(peer: str, parts: Mapping[str, Part], python: Path) -> dict[str, Any]:
    """A peer's scores on each part."""
    found: dict[str, Any] = {}
    for name, part in parts.items():
        request = json.dumps({"peer": peer, "records": records(part)}, ensure_ascii=False)
        ran = subprocess.run([python, HERE / "identity_peers.py"], input=request, capture_output=True, text=True, check=True)
        answer = json.loads(ran.stdout)
        found[name] = {**measure(part, answer["clusters"], answer["unsure"]), "seconds": answer["seconds"]}
    return found


def measure_scale(referents: int) -> dict[str, Any]:
    """Cost at scale, measured in a process of its own."""
    command = [sys.executable, str(HERE / "identity_scale.py"), "--referents", str(referents)]
    found: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def environment() -> Path:
    """The peers' environment, made where it is missing; its Python."""
    place = HERE.parent / ".benchmarks" / "identity"
    python = place / "bin" / "python"
    if not (place / "done").exists():
        venv.create(place, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", HERE / "identity-requirements.txt"], check=True)
        (place / "done").touch()
    return python


def measure_all(options: argparse.Namespace) -> dict[str, Any]:
    """Everything that the options ask for."""
    corpus = read_corpus()
    chosen = {"dev": [one for one in corpus if not is_aside(one.scene)], "aside": [one for one in corpus if is_aside(one.scene)]}
    parts = {name: make_part(chosen.get(name, corpus), extract=options.extract) for name in PARTS}
    ours: dict[str, Any] = {}
    for name, part in parts.items():
        reader = build(part)
        ours[name] = measure(part, read_clusters(part, reader), open_questions(part, reader))
    results = {"kgraph": ours}
    if not options.no_peers:
        python = environment()
        results |= {peer: measure_peer(peer, parts, python) for peer in PEERS}
    return {"accuracy": results, **({} if options.no_scale else {"scale": measure_scale(options.referents)})}


def print_tables(found: Mapping[str, Any], show: str | None) -> None:
    """The figures for people."""
    rows = ("precision", "recall", "b3_precision", "b3_recall", "b3_f1", "homonym_pairs_merged", "homonym_pairs", "unsure")
    columns = [(f"{who} {part}", figures) for who, parts in found["accuracy"].items() for part, figures in parts.items()]
    ours = found["accuracy"]["kgraph"]
    for part in PARTS:
        print(
            f"{part}: " + ", ".join(f"{ours[part][size]} {size}" for size in ("articles", "referents", "entities", "gold_pairs"))
        )
    print(f"{'':24}" + "".join(f"{title:>16}" for title, _ in columns))
    for row in rows:
        print(f"{row:24}" + "".join(f"{figures[row]:>16}" for _, figures in columns))
    for type_ in TYPES:
        for row in ("precision", "recall", "b3_f1"):
            print(f"{f'{type_} {row}':24}" + "".join(f"{figures['types'][type_][row]:>16}" for _, figures in columns))
    if "scale" in found:
        print("at scale: " + ", ".join(f"{name} {value}" for name, value in found["scale"].items()))
    if show:
        print("wrongly together: " + ", ".join(f"{pair} ({count})" for pair, count in ours[show]["merged"].items()))
        print("fallen apart: " + ", ".join(f"{id_} ({count})" for id_, count in ours[show]["parted"].items()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--no-peers", action="store_true", help="measure kgraph alone")
    parser.add_argument("--no-scale", action="store_true", help="leave the large graph out")
    parser.add_argument("--show", choices=PARTS, help="name the errors of a part (aside: never to tune by)")
    parser.add_argument("--extract", action="store_true", help="read the articles with the extractor")
    parser.add_argument("--referents", type=int, default=100_000, help="size of the large graph")
    options = parser.parse_args()
    found = measure_all(options)
    if options.json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        print_tables(found, options.show)


if __name__ == "__main__":
    main()

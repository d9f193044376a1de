"""The gate: what is extracted from the articles annotated by hand, against floors that go down only with a flag.

python tools/gate.py            compare with tests/golden/floors.yaml; exit status 1 if a figure fell below its floor
python tools/gate.py --raise    write floors up to what is measured now, never down
python tools/gate.py --lower    write floors as measured now, down too
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import yaml

from kgraph.claims import extract
from kgraph.documents import read
from kgraph.documents.sources import read_articles
from kgraph.evaluate import score
from kgraph.mentions import find
from kgraph.model import Claim

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "tests" / "golden" / "floors.yaml"
FOLDERS = ("data/articles", "tests/golden")
FIGURES = ("precision", "recall", "hard_recall", "strict_share")
FEW = 5  # gold facts of a predicate below which its figures jump too much to be a floor
SLACK = 0.005  # a floor stands this much below what was measured, so that rounding cannot break it


def extract_folder(folder: Path) -> list[Claim]:
    """All claims of the articles of a folder."""
    claims: list[Claim] = []
    for article in read_articles([str(folder)]):
        document = read(article)
        claims.extend(extract(document, find(document)))
    return claims


def measure() -> dict[str, dict[str, dict[str, float]]]:
    """``{"data/articles en": {"ALL": {"precision": 0.95, ...}}}`` for every folder and language with gold."""
    measured = {}
    for name in FOLDERS:
        folder = ROOT / name
        if not any(folder.glob("*.json")):
            continue
        claims = extract_folder(folder)
        for lang in ("en", "ko"):
            rows = score(folder, claims, lang=lang).rows()
            figures = {row["predicate"]: _figures(row) for row in rows if row["gold"] >= FEW}
            if figures:
                measured[f"{name} {lang}"] = figures
    return measured


def _figures(row: dict[str, Any]) -> dict[str, float]:
    return {name: row[name] for name in FIGURES if row[name] is not None}


def fallen(measured: dict[str, Any], floors: dict[str, Any]) -> list[str]:
    """One line for each figure below its floor, or no longer measured."""
    lines = []
    for place, predicates in floors.items():
        for predicate, figures in predicates.items():
            for name, floor in figures.items():
                got = measured.get(place, {}).get(predicate, {}).get(name)
                if got is None or got < floor:
                    lines.append(f"{place}: {name} of {predicate}: expected at least {floor}, found {got}")
    return lines


def new_floors(measured: dict[str, Any], floors: dict[str, Any], *, lower: bool) -> dict[str, Any]:
    """Floors at what is measured, less the slack; those that stand higher stay unless ``lower``."""
    fresh: dict[str, Any] = {}
    for place, predicates in measured.items():
        for predicate, figures in predicates.items():
            old = floors.get(place, {}).get(predicate, {})
            fresh.setdefault(place, {})[predicate] = {
                name: max(floor := round(max(0.0, value - SLACK), 3), floor if lower else old.get(name, 0.0))
                for name, value in figures.items()
            }
    return fresh


def main() -> int:
    """Compares or writes; returns the exit status."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--raise", dest="raise_", action="store_true", help="write floors up to what is measured now")
    options.add_argument("--lower", action="store_true", help="write floors as measured now, down too")
    chosen = options.parse_args()
    measured = measure()
    floors = yaml.safe_load(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if chosen.raise_ or chosen.lower:
        head = "# Floors of the gate, written by tools/gate.py; they go down only with --lower and a reason in the commit.\n"
        FLOORS.write_text(head + yaml.safe_dump(new_floors(measured, floors, lower=chosen.lower), sort_keys=True), "utf-8")
        return 0
    lines = fallen(measured, floors)
    for line in lines:
        print(line, file=sys.stderr)
    print("gate: " + (f"{len(lines)} figures fell" if lines else f"{sum(len(p) for p in floors.values())} predicates hold"))
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

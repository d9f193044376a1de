"""The quality gate: what is extracted from the sample and golden articles, against floors that do not go down by accident.

python tools/gate.py           print figures and floors; fail below a floor
python tools/gate.py --raise   put the floors up to just below the figures, never down
python tools/gate.py --lower   put the floors just below the figures, down as well: say why in the changelog
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

from kgraph.documents.annotated import read_annotated
from kgraph.evaluate import score
from kgraph.pipeline import read_article
from kgraph.settings import DATA

GOLDEN = Path(__file__).resolve().parent.parent / "tests" / "golden"
FLOORS = GOLDEN / "floors.json"
ROOM = 0.02  # a part is a dozen articles or more: a fact moves a figure by half a percent, and recall is bought with precision
FIGURES = ("precision", "recall", "f1")
PARTS = {"samples": DATA / "articles", "dev": GOLDEN / "dev", "learned": GOLDEN / "learned", "aside": GOLDEN / "aside"}


def measure(folder: str, lang: str) -> dict[str, float]:
    """Precision, recall and F1 over all predicates for the articles of a folder in one language."""
    articles = (article for article in read_annotated(folder) if article.lang == lang)
    total = score(folder, (claim for article in articles for claim in read_article(article).claims), lang=lang).rows()[-1]
    return {name: float(total[name] or 0.0) for name in FIGURES}


def read_floors() -> dict[str, Any]:
    """The floors by part and language."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def main() -> None:
    """Compare, and put the floors anew where that is asked for."""
    figures = {f"{part} {lang}": measure(str(folder), lang) for part, folder in PARTS.items() for lang in ("en", "ko")}
    known = read_floors() if FLOORS.is_file() else {}
    floors = {which: known.get(which, dict.fromkeys(FIGURES, 0.0)) for which in figures}
    below = False
    for which, measured in figures.items():
        for name, value in measured.items():
            floor = floors[which][name]
            below = below or value < floor
            print(f"{which:<10} {name:<9} {value:.3f}  floor {floor:.2f}{'  BELOW' if value < floor else ''}")
            rounded = max(0.0, math.floor((value - ROOM) * 100) / 100)
            floors[which][name] = rounded if "--lower" in sys.argv else max(floor, rounded)
    if {"--raise", "--lower"} & set(sys.argv):
        FLOORS.parent.mkdir(exist_ok=True)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    elif below:
        sys.exit("below a floor")


if __name__ == "__main__":
    main()

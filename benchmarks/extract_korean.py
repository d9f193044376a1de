"""How long the Korean engine takes beside Kiwi alone on the same text, and whether its time grows linearly with length.

    python benchmarks/extract_korean.py [FOLDER] [--json]

FOLDER holds Korean articles as .txt files (default: tests/golden/dev).  Both numbers are processor seconds, the best of five
rounds; the target is a ratio of 1.5 at most.
"""

from __future__ import annotations

import json
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.claims import extract
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article
from kgraph.text.korean import load_kiwi

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
HANGUL = re.compile(r"[가-힣]")


def korean_texts(folder: Path) -> list[str]:
    """The Korean articles of a folder: those in which Hangul prevails."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return [text for text in texts if len(HANGUL.findall(text)) > len(text) / 3]


def run_kiwi(texts: list[str]) -> None:
    kiwi = load_kiwi()
    for text in texts:
        kiwi.tokenize(text)


def run_engine(texts: list[str]) -> None:
    for number, text in enumerate(texts):
        document = read(Article(f"a{number}", text, "ko", published="2022-02-08"))
        extract(document, find(document))


def best(work: Callable[[list[str]], None], texts: list[str]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work(texts)
        seconds.append(time.process_time() - start)
    return min(seconds)


def measure(texts: list[str]) -> dict[str, float]:
    run_kiwi(texts[:1])
    run_engine(texts)
    kiwi, engine = best(run_kiwi, texts), best(run_engine, texts)
    long = "\n\n".join(texts)
    once, fourfold = best(run_engine, [long]), best(run_engine, ["\n\n".join([long] * 4)])
    return {
        "articles": len(texts),
        "characters": sum(map(len, texts)),
        "kiwi_seconds": round(kiwi, 4),
        "engine_seconds": round(engine, 4),
        "ratio": round(engine / kiwi, 2),
        "growth_at_four_times_the_length": round(fourfold / once, 2),
    }


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if argument != "--json"]
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1] / "tests" / "golden" / "dev"
    texts = korean_texts(folder)
    if not texts:
        print(f"no Korean .txt articles in {folder}", file=sys.stderr)
        return 2
    result = measure(texts)
    if "--json" in sys.argv:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:32} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

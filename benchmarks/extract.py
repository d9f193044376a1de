"""How fast the English engine reads, beside spaCy's small English pipeline, and how its time grows with a text's length.

    python benchmarks/extract.py [--json] [--articles FOLDER] [--rounds 3] [--no-peer] [--megabytes 2]

The engine does all of it: sentences, mentions with coreference, claims.  spaCy does tokeniser, tagger, parser and NER.  Both read
the same articles one at a time on one core, measured in processor time in one run; spaCy in an environment of its own under
``out/``, made when it is not there.  Then one text is made longer and longer: time a character must stay the same.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kgraph import __version__
from kgraph.claims import extract
from kgraph.documents import read
from kgraph.documents.sources import read_articles
from kgraph.mentions import find
from kgraph.model import Article

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / "benchmarks" / "peers" / "spacy_english.py"
SPACY = "3.8.18"
ONE_CORE = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}
LENGTHS = (0.125, 0.25, 0.5, 1.0)  # of the longest text


def read_claims(article: Article) -> int:
    """Reads one article through; the number of its claims."""
    document = read(article)
    return len(extract(document, find(document)))


def measure_engine(articles: list[Article], rounds: int) -> dict[str, Any]:
    """Articles a second, the best of the rounds."""
    best, claims = 0.0, 0
    for _ in range(rounds + 1):  # the first warms up: word lists are read, patterns compiled
        start = time.process_time()
        claims = sum(map(read_claims, articles))
        best = max(best, len(articles) / (time.process_time() - start))
    return {"articles_per_second": best, "claims": claims}


def measure_peer(articles: list[Article], rounds: int) -> dict[str, Any]:
    """What spaCy does on the same articles, in an environment of its own."""
    home = ROOT / "out" / "bench-spacy"
    python = home / "bin" / "python"
    if not any(home.glob("lib/*/site-packages/spacy/__init__.py")):  # an environment left half made is made again
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"spacy=={SPACY}"], check=True
        )
    texts = home / "articles.json"
    texts.write_text(json.dumps([article.text for article in articles], ensure_ascii=False), "utf-8")
    done = subprocess.run(
        [str(python), str(PEER), str(texts), str(rounds)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **ONE_CORE},
    )
    return dict(json.loads(done.stdout))


def measure_growth(articles: list[Article], megabytes: float) -> list[dict[str, float]]:
    """Seconds for ever longer texts made of the articles one after another."""
    body = "\n\n".join(article.text for article in articles) + "\n\n"
    most = int(megabytes * 1_000_000)
    long = body * (most // len(body) + 1)
    rows = []
    for share in LENGTHS:
        text = long[: int(most * share)]
        start = time.process_time()
        claims = read_claims(Article("long", text, "en", published="2022-02-07"))
        spent = time.process_time() - start
        rows.append(
            {"characters": len(text), "seconds": spent, "microseconds_a_character": 1e6 * spent / len(text), "claims": claims}
        )
    return rows


def main() -> None:
    """Measures and prints."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--articles", default=str(ROOT / "data" / "articles"), help="a folder of articles; its English ones are read"
    )
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--megabytes", type=float, default=2.0, help="length of the longest text")
    options.add_argument("--no-peer", action="store_true", help="leave spaCy out")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    articles = [article for article in read_articles([chosen.articles]) if article.lang == "en"]
    figures: dict[str, Any] = {
        "kgraph": __version__,
        "python": platform.python_version(),
        "kiwipiepy": version("kiwipiepy"),
        "articles": len(articles),
        "characters": sum(len(article.text) for article in articles),
        "engine": measure_engine(articles, chosen.rounds),
        "growth": measure_growth(articles, chosen.megabytes) if chosen.megabytes else [],
    }
    if not chosen.no_peer:
        figures["peer"] = measure_peer(articles, chosen.rounds)
        figures["times_the_peer"] = figures["engine"]["articles_per_second"] / figures["peer"]["small_articles_per_second"]
    print(json.dumps(figures, indent=1) if chosen.json else table(figures))


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    engine = figures["engine"]
    lines = [
        (
            f"kgraph {figures['kgraph']}, Python {figures['python']}, {figures['articles']} English "
            f"articles, {figures['characters']:,} characters"
        ),
        f"  engine                 {engine['articles_per_second']:8.1f} articles a second   ({engine['claims']} claims)",
    ]
    if "peer" in figures:
        peer = figures["peer"]
        lines += [
            (
                f"  spaCy {peer['spacy']} small      {peer['small_articles_per_second']:8.1f} articles a "
                f"second   ({peer['pipeline']})"
            ),
            f"  spaCy tokeniser alone  {peer['tokeniser_articles_per_second']:8.1f} articles a second",
            f"  engine / spaCy small   {figures['times_the_peer']:8.1f} times",
        ]
    for row in figures["growth"]:
        lines.append(
            f"  {row['characters']:>9,} characters   {row['seconds']:7.2f} s   "
            f"{row['microseconds_a_character']:5.2f} us a character"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()

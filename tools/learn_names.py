"""Learn how syllables of Korean names are spelled, from pairs of names in Hangul and Latin letters: what ``make names`` runs.

    python tools/learn_names.py PAIRS.tsv [--out data/names/weights.yaml]

PAIRS.tsv (or the environment's KGRAPH_NAME_PAIRS) has a header with the columns ``hangul`` and ``roman``.  Only pairs whose
Hangul name hashes into the training four fifths are looked at; the rest is for ``benchmarks/names.py``.  The spellings by hand
(letters.yaml, surnames.yaml) open the search; each round aligns every pair under the current weights and counts.  The same pairs
always give the same table.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from name_pairs import is_test, korean_pair, read_pairs, spelled_surnames, surname_and_given

from kgraph import settings
from kgraph.text import name_tables as tables
from kgraph.text.hangul import letters

OUT = Path(__file__).resolve().parent.parent / "data" / "names" / "weights.yaml"
ROUNDS = 5
LETTER_BACKING = 40.0  # sightings that the hand-written letter spellings are worth
Aligned = tuple[str, tuple[tuple[str, str], ...], tuple[str, str] | None]


def align(given: str, pieces: tuple[str, ...]) -> list[str] | None:
    """The Latin chunk of each given syllable under the current weights, ``None`` where no split can be spelled."""
    if len(pieces) == len(given):
        cuts = [pieces]
    elif len(pieces) == 1 and len(given) == 2:
        cuts = [(pieces[0][:i], pieces[0][i:]) for i in range(1, len(pieces[0]))]
    else:
        return None
    scored = [
        (sum(tables.given_spellings(s).get(chunk, -99.0) for s, chunk in zip(given, cut, strict=True)), cut) for cut in cuts
    ]
    best = max(scored, default=(-99.0, ()))
    return list(best[1]) if best[0] > -40 else None


def align_pair(hangul: str, latin: str) -> Aligned | None:
    """Surname, its spelling and the aligned given syllables of one pair."""
    split = surname_and_given(hangul)
    if split is None:
        return None
    for spelling, pieces in spelled_surnames(split[0], latin):
        chunks = align(split[1], pieces)
        if chunks is not None:
            return split[0], tuple(zip(split[1], chunks, strict=True)), (split[0], spelling)
    return None


def letter_counts(aligned: list[Aligned]) -> dict[str, dict[str, Counter[str]]]:
    """How often each letter was spelled in each way, by the best decomposition of every aligned chunk."""
    weights = tables.letter_weights()
    counts: dict[str, dict[str, Counter[str]]] = {part: defaultdict(Counter) for part in weights}
    for _, chunks, _ in aligned:
        for syllable, chunk in chunks:
            best = best_parts(syllable, chunk, weights)
            for part, letter, spelling in best:
                counts[part][letter][spelling] += 1
    return counts


def best_parts(syllable: str, chunk: str, weights: dict[str, dict[str, dict[str, float]]]) -> list[tuple[str, str, str]]:
    """Which onset, vowel and coda spellings make the chunk most likely; empty where none do."""
    onset, vowel, coda = letters(syllable) or ("ㅇ", "ㅏ", "")
    kind = "open_vowels" if onset == "ㅇ" else "vowels"
    best: tuple[float, list[tuple[str, str, str]]] = (0.0, [])
    for o, p in weights["onsets"][onset].items():
        for v, q in weights[kind][vowel].items():
            for c, r in weights["codas"].get(coda, {}).items():
                if o + v + c == chunk and p * q * r > best[0]:
                    best = (p * q * r, [("onsets", onset, o), (kind, vowel, v), ("codas", coda, c)])
    return best[1]


def learn(pairs: list[tuple[str, str]], out: Path) -> list[tuple[str, str]]:
    """Write the learned table; returns the pairs that could not be aligned."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(settings.DATA / "names", Path(folder) / "names")
        settings.DATA = Path(folder)
        table = Path(folder) / "names" / "weights.yaml"
        odd = learn_rounds(pairs, table)
        shutil.copyfile(table, out)
    return odd


def learn_rounds(pairs: list[tuple[str, str]], table: Path) -> list[tuple[str, str]]:
    """Align and count, round by round, from an empty table on; returns the pairs that the last round could not align."""
    found: list[tuple[tuple[str, str], Aligned | None]] = []
    install({"surnames": {}, "syllables": {}, "places": {}}, table, 0)
    for _ in range(ROUNDS):
        found = [(pair, align_pair(*pair)) for pair in pairs]
        aligned = [alignment for _, alignment in found if alignment is not None]
        install({**smoothed(letter_counts(aligned)), **counted(aligned)}, table, len(aligned))
    return [pair for pair, alignment in found if alignment is None]


def install(learned: dict[str, object], table: Path, pairs: int) -> None:
    """Write the table and make the spellings stand on it."""
    write(learned, table, pairs)
    cached = (tables.table, tables.letter_spellings, tables.given_spellings, tables.surname_spellings, tables.letter_weights)
    for function in cached:
        function.cache_clear()


def smoothed(counts: dict[str, dict[str, Counter[str]]]) -> dict[str, object]:
    """Letter spellings out of 100: the counts, held up by the hand-written ones."""
    return {
        part: {letter: _smooth(seeds, counts[part][letter]) for letter, seeds in tables.table("letters")[part].items()}
        for part in counts
    }


def _smooth(seeds: dict[str, float], seen: Counter[str]) -> dict[str, float]:
    total = sum(seeds.values())
    mixed = {spelling: LETTER_BACKING * weight / total + seen[spelling] for spelling, weight in seeds.items()}
    whole = sum(mixed.values())
    return {
        spelling: round(100 * weight / whole, 4) for spelling, weight in sorted(mixed.items(), key=lambda kv: (-kv[1], kv[0]))
    }


def counted(aligned: list[Aligned]) -> dict[str, object]:
    """How often each surname and syllable was spelled in each way, and each syllable opened and closed a given name."""
    surnames: dict[str, Counter[str]] = defaultdict(Counter)
    syllables: dict[str, Counter[str]] = defaultdict(Counter)
    for _, chunks, surname in aligned:
        if surname:
            surnames[surname[0]][surname[1]] += 1
        for syllable, chunk in chunks:
            syllables[syllable][chunk] += 1
    names = sorted({(surname, "".join(s for s, _ in chunks)) for surname, chunks, _ in aligned})
    firsts = Counter(given[0] for _, given in names)
    lasts = Counter(given[-1] for _, given in names if len(given) > 1)
    places = {syllable: [firsts[syllable], lasts[syllable]] for syllable in sorted(firsts | lasts)}
    return {"surnames": _plain(surnames), "syllables": _plain(syllables), "places": places}


def _plain(counts: dict[str, Counter[str]]) -> dict[str, dict[str, int]]:
    return {key: dict(sorted(seen.items(), key=lambda kv: (-kv[1], kv[0]))) for key, seen in sorted(counts.items())}


HEADER = """\
# How Korean names are spelled in Latin letters: written by tools/learn_names.py (`make names`), not by hand.
# onsets, vowels, open_vowels, codas: spellings out of 100 (letters.yaml held up by counts); surnames, syllables: how often each
# spelling was seen; places: how many distinct names a syllable opens and closes.
"""


def write(learned: dict[str, object], out: Path, pairs: int) -> None:
    """Write the table as YAML, one entry a line, so that a change shows in a diff."""
    lines = [HEADER + f"# Learned from {pairs} pairs whose Hangul names are not kept aside for testing."]
    for section, entries in learned.items():
        lines.append(f"{section}:" if entries else f"{section}: {{}}")
        lines += [f"  {_key(key)}: {_flow(value)}" for key, value in entries.items()]  # type: ignore[attr-defined]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(key)}: {weight}" for key, weight in value.items()) + "}"
    return str(value)


def _key(key: str) -> str:
    return f'"{key}"' if key in ("", "no", "on", "y", "n", "yes", "off") else key


def main() -> int:
    """Learn and write; say what could not be aligned."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="?", type=Path, default=os.environ.get("KGRAPH_NAME_PAIRS"))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--show", action="store_true", help="print the pairs that could not be aligned")
    options = parser.parse_args()
    if options.pairs is None:
        parser.error("expected a file of pairs as argument or in KGRAPH_NAME_PAIRS, found neither")
    pairs = [pair for pair in read_pairs(options.pairs) if not is_test(pair[0]) and korean_pair(*pair)]
    odd = learn(pairs, options.out)
    print(f"{len(pairs)} pairs, {len(odd)} not aligned; wrote {options.out}")
    if options.show:
        print("\n".join(f"{hangul}\t{latin}" for hangul, latin in odd))
    return 0


if __name__ == "__main__":
    sys.exit(main())

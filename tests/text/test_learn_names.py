"""The spellings of names are learned by a script that gives the same table for the same pairs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
SURNAMES = {"김": "Kim", "이": "Yi", "박": "Pak", "최": "Choe", "정": "Chong"}
GIVEN = {"재규": "Jae-kyoo", "은숙": "Eun-sook", "찬욱": "Chan-wook", "지호": "Chi-ho", "민수": "Min-soo", "영희": "Young-hee"}


def learned(folder: Path, name: str) -> dict[str, dict[str, dict[str, float]]]:
    pairs = folder / "pairs.tsv"
    rows = [f"{a}{b}\t{x} {y}" for a, x in SURNAMES.items() for b, y in GIVEN.items()]
    pairs.write_text("\n".join(["hangul\troman", *rows, "김마음\tHelen Kim", "왕건\tWang Jian"]) + "\n", encoding="utf-8")
    out = folder / name
    subprocess.run([sys.executable, ROOT / "tools" / "learn_names.py", pairs, "--out", out], check=True, capture_output=True)
    return yaml.safe_load(out.read_text(encoding="utf-8"))


def test_what_is_learned(tmp_path: Path) -> None:
    table = learned(tmp_path, "one.yaml")
    assert set(table["surnames"]["이"]) == {"yi"}
    assert set(table["syllables"]["규"]) == {"kyoo"}
    assert table["vowels"]["ㅜ"]["oo"] > table["vowels"]["ㅜ"]["u"]
    assert "왕" not in table["surnames"]


def test_a_fifth_is_kept_aside(tmp_path: Path) -> None:
    table = learned(tmp_path, "one.yaml")
    seen = sum(count for spellings in table["surnames"].values() for count in spellings.values())
    assert 0 < seen < len(SURNAMES) * len(GIVEN)


def test_the_same_pairs_give_the_same_table(tmp_path: Path) -> None:
    learned(tmp_path, "one.yaml")
    learned(tmp_path, "two.yaml")
    assert (tmp_path / "one.yaml").read_bytes() == (tmp_path / "two.yaml").read_bytes()


def test_every_spelling_listed_by_hand_is_a_string_of_latin_letters() -> None:
    for name in ("surnames", "letters", "weights"):
        table = yaml.safe_load((ROOT / "data" / "names" / f"{name}.yaml").read_text(encoding="utf-8"))
        for entry in table.values():
            for spellings in [entry["spellings"]] if "spellings" in entry else entry.values():
                for spelling in spellings if isinstance(spellings, dict) else ():
                    assert isinstance(spelling, str)
                    assert spelling == "" or (spelling.isascii() and spelling.isalpha() and spelling.islower()), (name, spelling)

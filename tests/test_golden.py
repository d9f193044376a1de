"""The golden articles: enough in both languages; every quotation and name stands in its text."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from kgraph import ontology

FOLDER = Path(__file__).resolve().parent / "golden"
GOLD = sorted(FOLDER.glob("*/*.json"))


def read(path):
    return json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8")


def test_there_are_articles_kept_aside_in_both_languages():
    aside = [read(path)[0]["lang"] for path in GOLD if path.parent.name == "aside"]
    assert aside.count("en") >= 8
    assert aside.count("ko") >= 8


def test_no_article_is_in_both_parts():
    assert len({path.stem for path in GOLD}) == len(GOLD)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_stands_in_its_text(path):
    gold, text = read(path)
    assert gold["id"] == path.stem
    assert unicodedata.is_normalized("NFC", text)
    entities = {entity["id"]: entity for entity in gold["entities"]}
    assert all(name in text for entity in gold["entities"] for name in entity["names"])
    for fact in gold["facts"]:
        assert fact["evidence"] in text
        assert ontology.predicate(fact["p"]) is not None
        assert fact["s"] in entities
        assert fact.get("o") is None or fact["o"] in entities

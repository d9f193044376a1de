"""The corpus that identity is measured on is sound, and so are the scores."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kgraph import ontology

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from identity_gold import MARK, is_aside, read_corpus  # noqa: E402
from identity_scores import homonyms, merged, parted, score  # noqa: E402

CORPUS = read_corpus()


def test_corpus_is_as_large_and_mixed_as_promised():
    langs = [one.article.lang for one in CORPUS]
    aside = sum(is_aside(one.scene) for one in CORPUS) / len(CORPUS)
    assert len(CORPUS) >= 150
    assert min(langs.count("ko"), langs.count("en")) > len(CORPUS) / 3
    assert 0.3 < aside < 0.37


def test_every_scene_is_read_where_its_hash_puts_it():
    read = {one.scene: is_aside(one.scene) for one in CORPUS}
    assert read == {path.stem: path.parent.name == "aside" for path in (BENCHMARKS / "identity_corpus").glob("*/*.txt")}


@pytest.mark.parametrize("one", CORPUS, ids=lambda one: one.article.id)
def test_article_says_what_its_gold_says(one):
    assert not MARK.search(one.article.text)
    assert "{" not in one.article.text
    assert all(one.article.text[n.span.start : n.span.end] == n.span.text for n in one.named)
    for claim in one.reading.claims:  # making it has checked the evidence
        predicate = ontology.predicate(claim.predicate)
        assert claim.subject.type in predicate.domain
        assert (claim.object.type if claim.object else None) in (predicate.range or (None,))
    assert set(one.gold) == {referent.ref for referent in one.reading.referents}


def test_scores_of_a_clustering_worked_out_by_hand():
    gold = {"a": "x", "b": "x", "c": "x", "d": "y"}
    found = score(gold, {"a": "1", "b": "1", "c": "2", "d": "2"})
    assert (found.precision, found.recall) == (0.5, 0.3333)
    assert (found.b3_precision, found.b3_recall) == (0.75, 0.6667)
    assert (found.false_pairs, found.missed_pairs) == (1, 2)


def test_errors_are_named():
    gold, cluster = {"a": "x", "b": "y", "c": "y"}, {"a": "1", "b": "1", "c": "2"}
    assert merged(gold, cluster) == {("x", "y"): 1}
    assert parted(gold, cluster) == {"y": 2}


def test_homonyms_share_a_name_in_either_script():
    names = {
        "a": ("Person", ["이재규"]),
        "b": ("Person", ["Lee Jae-kyoo"]),
        "c": ("Person", ["박소담"]),
        "d": ("Work", ["Signal"]),
        "e": ("Work", ["SIGNAL"]),
        "f": ("Organization", ["Signal"]),
    }
    assert homonyms(names) == {("a", "b"), ("d", "e")}

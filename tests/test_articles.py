"""The sample articles and what they state: every quotation stands in its text, every predicate of the ontology occurs."""

import json
import unicodedata

import pytest

from kgraph import ontology, settings
from kgraph.documents.sources import read_articles
from kgraph.text.keys import name_key

FOLDER = settings.DATA / "articles"
GOLD = sorted(FOLDER.glob("*.json"))


def gold(path):
    return json.loads(path.read_text(encoding="utf-8"))


def body(path):
    """The article's text without its front matter, read as plainly as can be."""
    _, _, text = path.with_suffix(".md").read_text(encoding="utf-8").split("---\n", 2)
    return text


def test_there_are_enough_in_both_languages():
    languages = [gold(path)["lang"] for path in GOLD]
    assert languages.count("en") >= 8
    assert languages.count("ko") >= 6
    assert sorted(path.stem for path in FOLDER.glob("*.md") if path.stem != "README") == [path.stem for path in GOLD]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_what_it_states_stands_in_it(path):
    text, said = body(path), gold(path)
    assert unicodedata.is_normalized("NFC", text)
    assert said["id"] == path.stem
    assert all(name in text for entity in said["entities"] for name in entity["names"])
    assert all(fact["evidence"] in text for fact in said["facts"])


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_facts_keep_to_the_signatures(path):
    said = gold(path)
    types = {entity["id"]: entity["type"] for entity in said["entities"]}
    for fact in said["facts"]:
        predicate = ontology.predicate(fact["p"])
        assert types[fact["s"]] in predicate.domain
        assert predicate.literal == ("o" not in fact)
        assert predicate.literal or types[fact["o"]] in predicate.range
        assert fact.get("status") in {None, *(status.name for status in ontology.statuses())}


def test_kinds_are_those_of_the_ontology():
    for path in GOLD:
        for entity in gold(path)["entities"]:
            kinds = {kind.name for kind in ontology.kinds(entity["type"])}
            assert entity.get("kind") in (kinds or {None})


def test_every_predicate_occurs():
    stated = {fact["p"] for path in GOLD for fact in gold(path)["facts"]}
    assert stated == {predicate.name for predicate in ontology.predicates()}


def test_facts_recur_across_articles_and_scripts():
    """Names that several articles share, so that merging has something to merge."""
    homes = {}
    for path in GOLD:
        for entity in gold(path)["entities"]:
            for name in entity["names"]:
                homes.setdefault((entity["type"], name_key(name)), set()).add(path.stem)
    shared = [key for key, articles in homes.items() if len(articles) > 1]
    assert len(shared) >= 15
    assert any(ord(name[0]) > 0xAC00 for _, name in shared)
    assert any(name.isascii() for _, name in shared)


def test_they_are_read_as_articles():
    articles = {article.id: article for article in read_articles([str(FOLDER)])}
    assert sorted(articles) == [path.stem for path in GOLD]
    for path in GOLD:
        article, said = articles[path.stem], gold(path)
        assert (article.lang, article.published, article.url) == (said["lang"], said["published"], said["url"])
        assert article.title
        assert article.publisher
        assert all(fact["evidence"] in article.text for fact in said["facts"])

"""What the claims of several articles come to."""

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading, remove
from kgraph.store import open_store
from worlds import make_article


def person(article, name="Han Bora"):
    return Referent(f"{article}#person-1", "Person", (name,))


def other(article, name="Kang Doyun"):
    return Referent(f"{article}#person-2", "Person", (name,))


def work(article, name="Paper Moons"):
    return Referent(f"{article}#work-1", "Work", (name,), "series")


def built(*stated):
    """A store with one article a statement list, in order a0, a1...; each is (published, statements of the article's id)."""
    store = open_store("memory:")
    for number, (published, make) in enumerate(stated):
        put_reading(*make_article(f"a{number}", published, make(f"a{number}")), store)
    return store


def test_articles_count_once_however_often_they_say_it():
    def twice(a):
        return [("directed", person(a), work(a), Qualifiers())] * 2

    store = built(("2021-05-02", twice), ("2021-05-01", twice), (None, twice))
    (fact,) = store.reader().facts()
    assert (fact.sources, len(fact.claims), fact.first_report, fact.last_report) == (3, 6, "2021-05-01", "2021-05-02")
    assert (fact.independent, fact.confidence) == (1, 0.9)  # word for word one text
    remove("a1", store)
    (fact,) = store.reader().facts()
    assert (fact.sources, fact.first_report) == (2, "2021-05-02")


def test_a_symmetric_fact_is_one_whoever_is_named_first():
    store = built(
        ("2021", lambda a: [("friend_of", person(a), other(a), Qualifiers())]),
        ("2022", lambda a: [("friend_of", other(a), person(a), Qualifiers())]),
    )
    (fact,) = store.reader().facts()
    assert (fact.subject, fact.object, fact.sources) == ("person-hanbora", "person-kangdoyun", 2)
    plain = [line for line in store.reader().quads() if "ontology#friendOf> <https://w3id.org/kgraph/entity/" in line]
    assert len(plain) == 2


def test_status_and_slot_make_another_fact_spelling_and_character_do_not():
    def said(status=None, character=None, **ranked):
        return lambda a: [
            ("acted_in", person(a), work(a), Qualifiers(status=status, character=character)),
            ("ranked", work(a), None, Qualifiers(**ranked)),
        ]

    store = built(
        ("2021", said("talks", rank=1, chart="Flick Board", date="2021-03-01")),
        ("2021", said(None, "Mira", rank=1, chart="FlickBoard", date="2021-03-01", days=9)),
        ("2021", said(None, "Mira", rank=2, chart="FlickBoard", date="2021-03-01")),
        ("2021", said(None, "Mina", rank=1, chart="FlickBoard", date="2021-03-02")),
    )
    facts = list(store.reader().facts())
    acted = {fact.qualifiers.status: (fact.sources, fact.qualifiers.character) for fact in facts if fact.predicate == "acted_in"}
    assert acted == {"talks": (1, None), None: (3, "Mira")}
    ranked = {
        (q.rank, q.date): (fact.sources, q.chart, q.days)
        for fact in facts
        if fact.predicate == "ranked"
        for q in [fact.qualifiers]
    }
    assert ranked == {
        (1, "2021-03-01"): (2, "Flick Board", 9),
        (2, "2021-03-01"): (1, "FlickBoard", None),
        (1, "2021-03-02"): (1, "FlickBoard", None),
    }


def test_one_article_that_names_both_spellings_joins_their_facts():
    bridge = lambda a: [("directed", Referent(f"{a}#person-1", "Person", ("Han Bora", "보라킴")), work(a), Qualifiers())]  # noqa: E731
    store = built(
        ("2021", lambda a: [("directed", person(a), work(a), Qualifiers())]),
        ("2022", lambda a: [("directed", person(a, "보라킴"), work(a), Qualifiers())]),
    )
    before = list(store.reader().quads())
    assert len(list(store.reader().facts())) == 2
    put_reading(*make_article("b", "2023", bridge("b")), store)
    (fact,) = store.reader().facts()
    assert (fact.sources, fact.first_report, fact.last_report) == (3, "2021", "2023")
    assert dict(store.reader().entity("person-hanbora").labels) == {"en": "Han Bora", "ko": "보라킴"}
    remove("b", store)
    assert list(store.reader().quads()) == before

"""Copies count once, facts of one slot are ranked, castings have steps; whatever the order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.entities import voices
from kgraph.entities.copies import alike, group_copies, sketch
from kgraph.model import Article, Claim, Qualifiers, Rank, Referent, Span
from kgraph.pipeline import make_reading, put_reading, remove
from kgraph.store import open_store
from kgraph.views.clock_readers import KnownReader
from kgraph.views.explain import explain_fact

SENTENCE = "Han Bora directs Paper Moons."
WIRE = (
    "The streaming service Moonbox named its spring line-up on Monday morning. {} The eight-part mystery follows a "
    "lighthouse keeper who finds letters that nobody sent, and was shot last autumn on an island in the south."
)
EDITED = WIRE.replace("on Monday morning", "early on Monday").replace("last autumn", "in October")
OTHER = (
    "Critics had waited for this one. {} She told our reporter over coffee that the script had lain in a drawer for six "
    "years, until a producer from a small studio asked to read it on a train."
)
KOREAN = "문박스가 봄 편성표를 공개했다. {} 여덟 편짜리 이 작품은 보낸 사람 없는 편지를 받은 등대지기의 이야기를 그린다."


def story(number, published, text, *, predicate="directed", **said):
    """An article of this text, its sentence put in, that states one thing."""
    a = f"s{number}"
    body = text.format(SENTENCE)
    start = body.index(SENTENCE)
    subject = Referent(f"{a}#person-1", "Person", ("Han Bora",))
    work = Referent(f"{a}#work-1", "Work", ("Paper Moons",), "series")
    ends = (subject, work) if predicate in ("directed", "acted_in") else (work, None)
    spans = Span(start, start + len(SENTENCE), SENTENCE), Span(start + 9, start + 16, "directs")
    claim = Claim(a, predicate, *ends, *spans, "test.rule", 0.9, Qualifiers(**said))
    article = Article(a, body, "en", published=published)
    return article, make_reading(article, (), [claim])


def told(*stories, url="memory:"):
    store = open_store(url)
    for each in stories:
        put_reading(*each, store)
    return store


def ranks(store):
    """Status or value -> rank and reason."""
    facts = store.reader().facts()
    return {fact.qualifiers.status or fact.qualifiers.date or fact.qualifiers.rank: (fact.rank, fact.reason) for fact in facts}


def test_reprints_and_near_copies_count_once():
    cut = "NEWS DESK\n" + WIRE + "\nAll rights reserved."
    store = told(*(story(number, None, text) for number, text in enumerate((WIRE, EDITED, cut, OTHER))))
    (fact,) = store.reader().facts()
    assert (fact.sources, fact.independent, fact.confidence) == (4, 2, 0.99)
    remove("s3", store)
    (fact,) = store.reader().facts()
    assert (fact.sources, fact.independent, fact.confidence) == (3, 1, 0.9)


@pytest.mark.parametrize(
    ("one", "two", "same"), [(WIRE, EDITED, True), (WIRE, OTHER, False), (KOREAN, KOREAN, True), (KOREAN, WIRE, False)]
)
def test_who_copies_whom(one, two, same):
    sketches = [sketch(text.format(SENTENCE), Span(at := text.index("{"), at + len(SENTENCE), SENTENCE)) for text in (one, two)]
    assert (len(group_copies(sketches)) == 1) is same


def test_a_copy_of_a_copy_is_of_the_same_text():
    assert alike(frozenset("abcdef"), frozenset("abcdxy"))
    assert not alike(frozenset("abcdef"), frozenset("abxyzw"))
    chain = ["AAAABBBBCCCC", "BBBBCCCCDDDD", "CCCCDDDDEEEE", "XXXXYYYYZZZZ"]
    assert sorted(map(sorted, group_copies(reversed(chain)))) == [chain[:3], chain[3:]]


def test_the_steps_of_a_casting():
    steps = [
        story(0, "2021-03-02", WIRE, predicate="acted_in"),
        story(1, "2021-01-05", OTHER, predicate="acted_in", status="talks"),
    ]
    history = "in talks (2021-01-05), confirmed (2021-03-02)"
    assert ranks(told(*steps)) == {
        None: (Rank.PREFERRED, f"the present one of these steps: {history}"),
        "talks": (Rank.NORMAL, "another step; the present one: confirmed (2021-03-02)"),
    }
    declined = told(*steps, story(2, "2021-06-01", EDITED, predicate="acted_in", status="declined"))
    assert ranks(declined) == {
        None: (Rank.DEPRECATED, "reported otherwise later: declined (2021-06-01)"),
        "talks": (Rank.NORMAL, "another step; the present one: declined (2021-06-01)"),
        "declined": (Rank.PREFERRED, f"the present one of these steps: {history}, declined (2021-06-01)"),
    }
    assert not any("ontology#actedIn> <https://w3id.org/kgraph/entity/" in line for line in declined.reader().quads())
    remove("s2", declined)
    assert list(declined.reader().quads()) == list(told(*steps).reader().quads())


@pytest.mark.parametrize(
    ("confirmed", "other", "status", "present"),
    [
        (None, "2021-01-05", "talks", "talks"),  # without a date nothing is overridden
        (None, "2021-01-05", "declined", "declined"),
        ("2021-01-05", None, "declined", None),
        ("2021-03-02", "2023-01-05", "talks", None),  # looks back, or speaks of another season
        ("2021-03-02", "2021-03-02", "talks", None),
        ("2021-03-02", "2021-03-02", "declined", "declined"),
        ("2021-03-02", "2021-05", "ended", "ended"),
        (None, None, "talks", None),
    ],
)
def test_which_step_is_the_present_one(confirmed, other, status, present):
    found = ranks(told(story(0, confirmed, WIRE), story(1, other, OTHER, status=status)))
    assert [step for step, (rank, _) in found.items() if rank is Rank.PREFERRED] == [present]
    undated_refusal = confirmed is None or other is None
    assert (found[None][0] is Rank.DEPRECATED) == (present == "declined" and not undated_refusal)


def test_only_one_value_of_a_slot_holds():
    def ranked(number, text, rank, **said):
        return story(number, "2021-05-01", text, predicate="ranked", rank=rank, **said)

    chart = {"chart": "Flick Board", "date": "2021-04-30"}
    two = [ranked(0, WIRE, 1, **chart), ranked(1, OTHER, 1, **chart), ranked(2, KOREAN, 2, **chart)]
    assert {fact.qualifiers.rank: (fact.rank, fact.reason) for fact in told(*two).reader().facts()} == {
        1: (Rank.PREFERRED, "more independent sources (2) than 2 (1)"),
        2: (Rank.NORMAL, "contradicted by 1"),
    }
    apart = [ranked(0, WIRE, 1, chart="Flick Board", date="2021-04"), ranked(1, OTHER, 2, chart="Flick Board", date="2021-04")]
    assert {fact.rank for fact in told(*apart).reader().facts()} == {Rank.NORMAL}


def test_release_dates_compete_in_one_year_and_a_more_exact_one_is_no_rival():
    def released(number, text, date, published="2021-05-01"):
        return story(number, published, text, predicate="released_on", date=date)

    season = released(9, WIRE, "2023-01-01")
    exact = told(released(0, WIRE, "2021"), released(1, OTHER, "2021-04-30"), season)
    assert set(ranks(exact).values()) == {(Rank.NORMAL, None)}
    many = [released(number, text, "2021-04-30") for number, text in enumerate((WIRE, OTHER, KOREAN))]
    found = ranks(told(*many, released(4, "A late blog. {} Or so.", "2021-05-30"), released(5, WIRE, "2021"), season))
    assert found == {
        "2021-04-30": (Rank.PREFERRED, "more independent sources (3) than 2021-05-30 (1)"),
        "2021-05-30": (Rank.DEPRECATED, "outvoted by 2021-04-30"),
        "2021": (Rank.NORMAL, None),
        "2023-01-01": (Rank.NORMAL, None),
    }
    later = ranks(told(released(0, WIRE, "2021-04-30"), released(1, OTHER, "2021-05-30", "2021-06-01")))
    even = ranks(told(released(0, WIRE, "2021-04-30"), released(1, OTHER, "2021-05-30")))
    assert {rank for rank, _ in even.values()} == {Rank.NORMAL}
    assert all(reason.startswith("contradicted by 2021-0") for _, reason in even.values())
    assert later["2021-05-30"] == (Rank.PREFERRED, "as many independent sources as 2021-04-30, reported later")


def test_what_was_known_by_a_day_has_the_rank_of_that_day():
    store = told(
        story(0, "2021-01-05", OTHER, status="talks"),
        story(1, "2021-03-02", WIRE),
        story(2, "2021-06-01", EDITED, status="declined"),
    )
    by_march = {fact.qualifiers.status: fact for fact in KnownReader(store.reader(), "2021-04-01").facts()}
    assert {status: fact.rank for status, fact in by_march.items()} == {None: Rank.PREFERRED, "talks": Rank.NORMAL}
    assert by_march[None].reason == "the present one of these steps: in talks (2021-01-05), confirmed (2021-03-02)"
    (first,) = KnownReader(store.reader(), "2021-02-01").facts()
    assert (first.rank, first.reason) == (Rank.NORMAL, None)


def test_explain_says_how_many_sources_are_independent_and_why_the_rank():
    store = told(
        story(0, "2021-03-02", WIRE), story(1, None, EDITED), story(2, None, OTHER), story(3, None, KOREAN, status="talks")
    )
    fact = next(fact for fact in store.reader().facts() if fact.qualifiers.status is None)
    rows = explain_fact(store.reader(), fact)
    told_of = {(row["says"], row["sources"], row["rank"]) for row in rows}
    assert told_of == {("for", "3 sources, 2 independent", "preferred"), ("against", "1 source", "normal")}
    assert rows[-1]["reason"] == "without a date; the latest dated report: confirmed (2021-03-02)"


TEXTS = [WIRE, EDITED, OTHER, KOREAN, "{}", "Short. {} End.", "A column by somebody else. {} It rained."]
DATES = [None, "2021", "2021-01-05", "2021-03-02"]


@st.composite
def stories(draw, number):
    said = draw(
        st.sampled_from(
            [
                ("acted_in", {}),
                ("acted_in", {"status": "talks"}),
                ("acted_in", {"status": "declined"}),
                ("released_on", {"date": "2021"}),
                ("released_on", {"date": "2021-04-30"}),
                ("released_on", {"date": "2021-05-30"}),
            ]
        )
    )
    return story(number, draw(st.sampled_from(DATES)), draw(st.sampled_from(TEXTS)), predicate=said[0], **said[1])


@pytest.mark.parametrize("most", [1, 2, voices.MOST])
def test_any_order_and_any_removal(most, monkeypatch, tmp_path_factory):
    monkeypatch.setattr(voices, "MOST", most)

    @settings(max_examples=25, deadline=None)
    @given(st.data())
    def check(data):
        world = [data.draw(stories(number)) for number in range(data.draw(st.integers(1, 9)))]
        kept = world[data.draw(st.integers(0, len(world))) :]
        fresh, other = told(*kept), told(*data.draw(st.permutations(world)))
        for article, _ in data.draw(st.permutations(world[: len(world) - len(kept)])):
            remove(article.id, other)
        assert list(other.reader().quads()) == list(fresh.reader().quads())
        assert other.notes == fresh.notes

    check()


def test_the_embedded_store_says_the_same(tmp_path):
    world = [
        story(0, "2021-01-05", WIRE, predicate="acted_in", status="talks"),
        story(1, "2021-03-02", OTHER, predicate="acted_in"),
        story(2, "2021-06-01", EDITED, predicate="acted_in", status="declined"),
        story(3, "2021-06-01", EDITED, predicate="released_on", date="2021-04-30"),
        story(4, None, OTHER, predicate="released_on", date="2021-05-30"),
    ]
    one, two = told(*world), told(*reversed(world), url=str(tmp_path / "store"))
    assert list(one.reader().quads()) == list(two.reader().quads())
    assert list(one.reader().facts()) == list(two.reader().facts())
    two.close()

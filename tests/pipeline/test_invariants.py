"""What must always hold, whatever way led to the same articles and judgements."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import Outcome, judge, put_reading, put_together, remove, retract
from kgraph.store import Store, open_store
from worlds import articles, judgements, make_article, worlds

MODEST = settings(max_examples=60, deadline=None)


def canonical(store: Store) -> str:
    return "".join(store.reader().quads())


def built(world: list, judged: list = ()) -> Store:
    store = open_store("memory:")
    for article, reading in world:
        put_reading(article, reading, store)
    for judgement in judged:
        judge(judgement, store)
    return store


def same(left: Store, right: Store) -> None:
    assert canonical(left) == canonical(right)
    assert left.notes == right.notes


@MODEST
@given(st.data())
def test_any_order_gives_the_same_graph(data: st.DataObject) -> None:
    world = data.draw(worlds())
    judged = data.draw(judgements(world))
    shuffled = data.draw(st.permutations([*world, *judged]))
    other = open_store("memory:")
    for item in shuffled:
        if isinstance(item, tuple):
            put_reading(*item, other)
        else:
            judge(item, other)
    same(built(world, judged), other)


@MODEST
@given(st.data())
def test_any_split_into_batches_gives_the_same_graph(data: st.DataObject) -> None:
    """Some articles at once, others alone, judgements between them: also of referents that are yet to come."""
    world = data.draw(worlds())
    judged = data.draw(judgements(world))
    other, waiting = open_store("memory:"), []
    for item in data.draw(st.permutations([*world, *judged])):
        if isinstance(item, tuple):
            waiting.append(item)
        else:
            judge(item, other)
        if data.draw(st.booleans()):
            put_together(waiting, other)
            waiting = []
    put_together(waiting, other)
    same(built(world, judged), other)


def test_what_is_there_is_replaced_by_what_comes_with_new_articles() -> None:
    first, second, third = (
        Referent(f"{id_}#p", "Person", (name,)) for id_, name in (("a1", "Han Bora"), ("a1", "한보라"), ("a2", "Han Bora"))
    )
    moons = {id_: Referent(f"{id_}#w", "Work", ("Paper Moons",), "series") for id_ in ("a1", "a2")}
    old, new, beside = (
        make_article(one.ref[:2], "2021-04-06", [("directed", one, moons[one.ref[:2]], Qualifiers())])
        for one in (first, second, third)
    )
    store = built([old])
    assert [one.outcome for one in put_together([new, beside], store)] == [Outcome.REPLACED, Outcome.NEW]
    same(store, built([new, beside]))


@MODEST
@given(st.data())
def test_an_article_put_twice_is_there_once(data: st.DataObject) -> None:
    world = data.draw(worlds())
    once, twice = built(world), built(world)
    for article, reading in data.draw(st.permutations(world)):
        put_reading(article, reading, twice)
    same(once, twice)


@MODEST
@given(st.data())
def test_an_article_taken_away_leaves_no_trace(data: st.DataObject) -> None:
    world = data.draw(worlds())
    judged = data.draw(judgements(world))
    gone = data.draw(st.sets(st.sampled_from([article.id for article, _ in world])))
    store = built(world, judged)
    for article_id in gone:
        remove(article_id, store)
    same(store, built([item for item in world if item[0].id not in gone], judged))


@MODEST
@given(st.data())
def test_a_changed_article_replaces_the_older(data: st.DataObject) -> None:
    world = data.draw(worlds())
    judged = data.draw(judgements(world))
    place = data.draw(st.integers(0, len(world) - 1))
    changed = data.draw(articles(world[place][0].id))
    store = built(world, judged)
    put_reading(*changed, store)
    same(store, built([*world[:place], changed, *world[place + 1 :]], judged))


@MODEST
@given(st.data())
def test_a_judgement_taken_back_restores_the_graph(data: st.DataObject) -> None:
    world = data.draw(worlds())
    judged = list(dict.fromkeys(data.draw(judgements(world))))
    kept = judged[: len(judged) // 2]
    store = built(world, judged)
    for judgement in data.draw(st.permutations(judged[len(kept) :])):
        retract(judgement.id, store)
    same(store, built(world, kept))


@MODEST
@given(st.data())
def test_every_edge_has_a_claim_and_every_claim_its_words(data: st.DataObject) -> None:
    reader = built(data.draw(worlds())).reader()
    for fact in reader.facts():
        assert fact.claims
        claims = list(reader.claims(fact=fact.id))
        assert tuple(sorted(claim.id for claim in claims)) == fact.claims
        assert fact.sources == len({claim.article for claim in claims})
        dates = sorted(filter(None, (reader.article(claim.article).published for claim in claims)))
        assert (fact.first_report, fact.last_report) == ((dates[0], dates[-1]) if dates else (None, None))
    for claim in reader.claims():
        text = reader.article(claim.article).text
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert reader.entity(claim.subject.ref) is not None


@MODEST
@given(st.data())
def test_any_schedule_gives_the_graph_of_what_remains(data: st.DataObject) -> None:
    """Put, put again changed, remove, judge and retract in any interleaving."""
    store, there, said = open_store("memory:"), {}, {}
    world = data.draw(worlds())
    for _ in range(data.draw(st.integers(1, 12))):
        step = data.draw(st.sampled_from(["put", "put", "change", "remove", "judge", "retract"]))
        if step == "put" or (step == "change" and there):
            item = (
                data.draw(st.sampled_from(world))
                if step == "put"
                else data.draw(articles(data.draw(st.sampled_from(sorted(there)))))
            )
            put_reading(*item, store)
            there[item[0].id] = item
        elif step == "remove" and there:
            remove(there.pop(data.draw(st.sampled_from(sorted(there))))[0].id, store)
        elif step == "judge":
            for judgement in data.draw(judgements(world)):
                judge(judgement, store)
                said[judgement.id] = judgement
        elif step == "retract" and said:
            retract(said.pop(data.draw(st.sampled_from(sorted(said)))).id, store)
    same(store, built(list(there.values()), list(said.values())))

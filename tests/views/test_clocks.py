"""What was true on a day, and what was reported by a day."""

from __future__ import annotations

import pytest

from graphs import GraphBuilder
from kgraph.errors import QueryError
from kgraph.model import Article, Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from kgraph.views.clocks import Clocks, check_date, read_at
from worlds import make_article


@pytest.mark.parametrize("date", ["2022-02-30", "2022-13", "22", "yesterday", "2022-02-07T00", ""])
def test_a_date_that_is_none(date: str) -> None:
    with pytest.raises(QueryError, match="expected a date like"):
        check_date(date)


def test_what_was_true_then() -> None:
    build = GraphBuilder()
    one, two = build.entity("Person", "Yoo Min"), build.entity("Person", "Park Sol")
    for status, date in ((None, None), (None, "2020-05"), (None, "2022"), ("ended", "2021-03"), ("ended", None)):
        build.fact("They are wed.", "wed", one, "married_to", two, status=status, date=date)

    def then(date: str) -> list[str]:
        return [fact.id for fact in read_at(build.reader, Clocks(as_of=date)).facts()]

    assert then("2020-04") == ["f01", "f04"]
    assert then("2020") == ["f01", "f02", "f04"]
    assert then("2021-03-31") == ["f01", "f02"]
    assert then("2022-06") == ["f01", "f02", "f03"]


def test_what_was_known_then_is_what_a_graph_of_those_articles_knows() -> None:
    dates = ["2021-04-06", "2021-09", "2022-01-01", None]
    offer = Qualifiers(status="talks")
    whole, part = open_store("memory:"), open_store("memory:")
    for number, date in enumerate(dates):
        han = Referent(f"a{number}#p", "Person", ("Han Bora", "한보라"))
        moons = Referent(f"a{number}#w", "Work", ("Paper Moons",), "series")
        article = make_article(f"a{number}", date, [("directed", han, moons, Qualifiers()), ("acted_in", han, moons, offer)])
        put_reading(*article, whole)
        if date and date < "2021-10":
            put_reading(*article, part)
    known = read_at(whole.reader(), Clocks(known_at="2021-09"))
    assert list(known.facts()) == list(part.reader().facts())
    assert list(known.article_ids()) == ["a0", "a1"]
    assert list(known.claims()) == list(part.reader().claims())
    assert list(read_at(whole.reader(), Clocks(known_at="2021-04-05")).facts()) == []
    assert isinstance(known.article("a1"), Article)
    assert known.article("a2") is None


def test_without_a_date_the_graph_is_the_graph() -> None:
    reader = GraphBuilder().reader
    assert read_at(reader, Clocks()) is reader

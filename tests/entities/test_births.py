"""Birth years tell namesakes apart, in whatever order the articles come, and nobody else."""

from __future__ import annotations

from itertools import permutations

import pytest

from kgraph.errors import InputError
from kgraph.model import Article, Referent
from kgraph.pipeline import make_reading, put_reading, read_article, remove
from kgraph.store import open_store
from kgraph.views.identity import explain_pair

OLDER = Article("a1", "배우 노아름(61)이 드라마 ‘낮은 담장’에 출연한다.", "ko", published="2019-03-01")
YOUNGER = Article("a2", "배우 노아름(24)이 영화 ‘여름 우체국’에 출연한다.", "ko", published="2023-03-01")
AGAIN = Article("a3", "배우 노아름(1999년생)이 드라마 ‘빈 교실’에 출연한다.", "ko", published="2024-03-01")
LATIN = Article("a4", "Actress Noh A-reum, 24, appears in the film 'Summer Post' (여름 우체국).", "en", published="2023-05-01")


def built(*articles: Article):
    store = open_store("memory:")
    for article in articles:
        put_reading(article, read_article(article), store)
    return store


def home(store, article: Article) -> str:
    refs = [one.ref for one in read_article(article).referents if one.type == "Person"]
    found = store.reader().entity(refs[0])
    assert found is not None
    return found.id


@pytest.mark.parametrize("order", list(permutations((OLDER, YOUNGER, AGAIN, LATIN))))
def test_two_generations_are_two_people(order: tuple[Article, ...]) -> None:
    store = built(*order)
    assert home(store, YOUNGER) == home(store, AGAIN) == home(store, LATIN) != home(store, OLDER)


def test_without_ages_they_are_one() -> None:
    undated = [Article(one.id, one.text.replace("(61)", "").replace("(24)", ""), "ko") for one in (OLDER, YOUNGER)]
    assert home(built(*undated), undated[0]) == home(built(*undated), undated[1])


def test_one_who_goes_leaves_no_trace() -> None:
    store = built(YOUNGER, OLDER, AGAIN)
    remove(OLDER.id, store)
    assert list(store.reader().quads()) == list(built(AGAIN, YOUNGER).reader().quads())


def test_why_says_so() -> None:
    store = built(OLDER, YOUNGER, AGAIN)
    refs = [
        next(one.ref for one in read_article(article).referents if one.type == "Person") for article in (OLDER, YOUNGER, AGAIN)
    ]
    apart = explain_pair(store.reader(), refs[0], refs[1])["features"]
    found = next(row for row in apart if row["feature"] == "born_apart")
    assert (found["why"], found["left"], found["score"]) == ("They were born years apart.", "1958/1959", -6.0)
    together = explain_pair(store.reader(), refs[1], refs[2])["features"]
    assert "born_shared" in {row["feature"] for row in together}


def test_what_is_no_year_is_refused() -> None:
    referent = Referent("a1#person-1", "Person", ("노아름",), None, "long ago")
    with pytest.raises(InputError, match="expected a birth year"):
        make_reading(OLDER, [referent], [])

"""Who is who among many of the same makers, and many who sound alike: the way that led there leaves no trace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading, remove
from kgraph.store import Store, open_store
from worlds import make_article

if TYPE_CHECKING:
    from kgraph.entities import Reading
    from kgraph.model import Article

MAKERS = ["문가람", "서하린"]
TITLES = [
    ("Paper Moons",),
    ("종이달들",),
    ("Salt Road",),
    ("소금길",),
    ("Night Patrol 2",),
    ("야간순찰 2",),
    ("Salt Road", "소금길"),
]
BANDS = ["Orbitale", "오비탈레", "Arpitelo", "Erbatule", "Irpotali", "Urbatalo", "Orpedola", "우르비탈로"]
KINDS = [None, "film", "series"]


def directed(key: str, title: tuple[str, ...], kind: str | None, maker: str, year: str) -> tuple[Article, Reading]:
    work = Referent(f"{key}#work", "Work", title, kind)
    stated = [
        ("directed", Referent(f"{key}#maker", "Person", (maker,)), work, Qualifiers()),
        ("released_on", work, None, Qualifiers(date=year)),
    ]
    return make_article(key, "2021-05-01", stated)


def sung(key: str, band: str, title: str) -> tuple[Article, Reading]:
    stated = [
        (
            "performed",
            Referent(f"{key}#singer", "Person", (band,)),
            Referent(f"{key}#song", "Work", (title,), "song"),
            Qualifiers(),
        )
    ]
    return make_article(key, "2021-05-01", stated)


@st.composite
def crowds(draw: st.DrawFn, key: str) -> tuple[Article, Reading]:
    """An article on a film, or on a singer, of a few that share all but their names."""
    if draw(st.booleans()):
        return sung(key, draw(st.sampled_from(BANDS)), draw(st.sampled_from(["Sea Glass", "바다유리"])))
    title, kind = draw(st.sampled_from(TITLES)), draw(st.sampled_from(KINDS))
    return directed(key, title, kind, draw(st.sampled_from(MAKERS)), draw(st.sampled_from(["2020", "2021"])))


def built(world: list[tuple[Article, Reading]]) -> Store:
    store = open_store("memory:")
    for item in world:
        put_reading(*item, store)
    return store


def same(left: Store, right: Store) -> None:
    assert "".join(left.reader().quads()) == "".join(right.reader().quads())
    assert left.notes == right.notes


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_crowds_leave_no_trace(data: st.DataObject) -> None:
    world = [data.draw(crowds(f"c{number:02d}")) for number in range(data.draw(st.integers(2, 14)))]
    gone = data.draw(st.sets(st.sampled_from([article.id for article, _ in world])))
    left = [item for item in world if item[0].id not in gone]
    store = built(data.draw(st.permutations(world)))
    for article_id in sorted(gone):
        remove(article_id, store)
    same(store, built(left))


def test_a_title_is_translated_where_no_other_comes_into_question() -> None:
    pair = [directed("c1", ("Paper Moons",), "film", "문가람", "2020"), directed("c2", ("가온나래",), "film", "문가람", "2020")]
    store = built(pair)
    assert store.reader().entity("c1#work").id == store.reader().entity("c2#work").id
    put_reading(*directed("c3", ("소금길",), "film", "문가람", "2020"), store)
    assert len({store.reader().entity(f"c{number}#work").id for number in (1, 2, 3)}) == 3
    remove("c3", store)
    same(store, built(pair))

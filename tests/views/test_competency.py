"""Questions that researchers have, with the answers that the annotated sample articles give.

The graph is made from the annotations, so that what is tested here is the asking and not the reading.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kgraph.documents.annotated import read_annotated
from kgraph.model import Claim, Qualifiers, Referent, Span
from kgraph.pipeline import make_reading, put_reading
from kgraph.settings import DATA
from kgraph.store import open_store
from kgraph.text.keys import make_ref
from kgraph.views.graph import Graph, which

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgraph.model import Article

KOREAN = "ko-village-ratings"  # the others tell in Korean what English ones tell, under names that are not all joined


def read_gold(article: Article) -> tuple[list[Referent], list[Claim]]:
    gold = json.loads((DATA / "articles" / f"{article.id}.json").read_text(encoding="utf-8"))
    referents = {
        row["id"]: Referent(
            make_ref(article.id, row["type"], row["names"][0], place), row["type"], tuple(row["names"]), row.get("kind")
        )
        for place, row in enumerate(gold["entities"], 1)
    }
    claims = []
    for fact in gold["facts"]:
        start = article.text.index(fact["evidence"])
        span = Span(start, start + len(fact["evidence"]), fact["evidence"])
        said = Qualifiers(**{name: fact[name] for name in Qualifiers.__slots__ if fact.get(name) is not None})
        ends = referents[fact["s"]], referents.get(fact.get("o"))
        claims.append(Claim(article.id, fact["p"], *ends, span, span, "gold", 0.95, said))
    return list(referents.values()), claims


@pytest.fixture(scope="module")
def g() -> Graph:
    store = open_store("memory:")
    for article in read_annotated(str(DATA / "articles")):
        if article.lang == "en" or article.id == KOREAN:
            put_reading(article, make_reading(article, *read_gold(article)), store)
    return Graph(store)


def names(rows: list[dict[str, Any]], column: str = "name") -> set[str]:
    return {str(row[column]) for row in rows}


def by(g: Graph, name: str, *predicates: str, **more: Any) -> set[str]:
    return names(g.neighbours(name, which(predicates, **more)))


def chain(g: Graph, one: str, other: str, **options: Any) -> list[str]:
    rows = g.path(one, other, count=1, **options)
    return [rows[0]["from"], *(row["to"] for row in rows)]


QUESTIONS: list[tuple[str, Callable[[Graph], Any], Any]] = [
    ("Who directed Parasite?", lambda g: by(g, "Parasite", "directed"), {"Bong Joon-ho"}),
    ("Who wrote Parasite?", lambda g: by(g, "Parasite", "wrote"), {"Bong Joon-ho", "Han Jin-won"}),
    ("Who composed for Parasite?", lambda g: by(g, "Parasite", "composed_for"), {"Jung Jae-il"}),
    ("For what did Jung Jae-il compose?", lambda g: by(g, "Jung Jae-il", "composed_for"), {"Parasite", "Squid Game"}),
    (
        "What did Bong Joon-ho direct?",
        lambda g: by(g, "Bong Joon-ho", "directed"),
        {"Parasite", "Memories of Murder", "The Host", "Snowpiercer"},
    ),
    (
        "What did Lee Jae-kyoo direct?",
        lambda g: by(g, "Lee Jae-kyoo", "directed"),
        {"All of Us Are Dead", "Damo", "Intimate Strangers"},
    ),
    ("In what did Gong Yoo act?", lambda g: by(g, "Gong Yoo", "acted_in"), {"Goblin", "Train to Busan"}),
    ("In what did Lee Yoo-mi act?", lambda g: by(g, "Lee Yoo-mi", "acted_in"), {"All of Us Are Dead", "Squid Game"}),
    ("Where did Damo air?", lambda g: by(g, "Damo", "aired_on"), {"MBC"}),
    ("What airs on Netflix?", lambda g: by(g, "Netflix", "aired_on"), {"All of Us Are Dead", "Squid Game", "Squid Game 2"}),
    ("What did Redpeter Films make?", lambda g: by(g, "Redpeter Films", "produced_by"), {"Peninsula", "Train to Busan"}),
    ("On what is Snowpiercer based?", lambda g: by(g, "Snowpiercer", "based_on"), {"Le Transperceneige"}),
    ("What is a sequel of Train to Busan?", lambda g: by(g, "Train to Busan", "sequel_of"), {"Peninsula"}),
    ("Of what is Intimate Strangers a remake?", lambda g: by(g, "Intimate Strangers", "remake_of"), {"Perfect Strangers"}),
    ("Who is a friend of Seo Ha-rin?", lambda g: by(g, "서하린", "friend_of"), {"Min Tae-o"}),
    ("Who are the parents of Baek Sol?", lambda g: by(g, "Baek Sol", "parent_of"), {"Seo Ha-rin", "Baek Jun-ho"}),
    (
        "Who acts in 응답하라 1988?",
        lambda g: by(g, "응답하라 1988", "acted_in"),
        {"혜리", "박보검", "류준열", "고경표", "이동휘"},
    ),
    ("Of what group is 혜리?", lambda g: by(g, "혜리", "member_of"), {"걸스데이"}),
    ("Whom does Ryu Seon-hyuk date?", lambda g: by(g, "Ryu Seon-hyuk", "dating"), set()),
    ("And what is denied?", lambda g: by(g, "Ryu Seon-hyuk", "dating", doubtful=True), {"Kwon Da-eul"}),
    (
        "What parts did Do Yu-seong turn down?",
        lambda g: by(g, "Do Yu-seong", "acted_in", doubtful=True) - by(g, "Do Yu-seong", "acted_in"),
        {"Ninth Harbor"},
    ),
    (
        "Who says that Gil Tae-yang is to marry?",
        lambda g: names(g.explain("Gil Tae-yang", "married_to", "Ma Yu-ri"), "article"),
        {"en-polar-lane-briefs"},
    ),
    (
        "How are Lee Yoo-mi and Jung Jae-il connected?",
        lambda g: chain(g, "Lee Yoo-mi", "Jung Jae-il"),
        ["Lee Yoo-mi", "Squid Game", "Jung Jae-il"],
    ),
    (
        "How are Kim Go-eun and Ma Dong-seok connected?",
        lambda g: chain(g, "Kim Go-eun", "Ma Dong-seok"),
        ["Kim Go-eun", "Goblin", "Gong Yoo", "Train to Busan", "Ma Dong-seok"],
    ),
    (
        "How are Song Kang-ho and Lee Jung-jae connected by works and people?",
        lambda g: chain(g, "Song Kang-ho", "Lee Jung-jae"),
        ["Song Kang-ho", "Parasite", "Jung Jae-il", "Squid Game", "Lee Jung-jae"],
    ),
    (
        "How is the novel joined to its director?",
        lambda g: chain(g, "The Last Ferry", "서하린"),
        ["The Last Ferry", "Lantern Bay", "Seo Ha-rin"],
    ),
    ("What links Parasite and Squid Game?", lambda g: names(g.between("Parasite", "Squid Game"), "between"), {"Jung Jae-il"}),
    ("What links Goblin and Train to Busan?", lambda g: names(g.between("Goblin", "Train to Busan"), "between"), {"Gong Yoo"}),
    (
        "What links Kim Eun-sook and Lee Eung-bok?",
        lambda g: names(g.between("Kim Eun-sook", "Lee Eung-bok"), "between"),
        {"Goblin", "Descendants of the Sun"},
    ),
    (
        "Who works together more than once?",
        lambda g: {frozenset(person["name"] for person in row["people"]): row["shared"] for row in g.teams()},
        {
            frozenset({"Bong Joon-ho", "Song Kang-ho"}): 4,
            frozenset({"Kim Eun-sook", "Lee Eung-bok"}): 2,
            frozenset({"Lee Dong-ha", "Yeon Sang-ho"}): 2,
        },
    ),
    ("What stood first on FlixPatrol?", lambda g: names(g.rank(chart="flixpatrol", position=1), "work"), {"All of Us Are Dead"}),
    (
        "What was first on 29 January 2022?",
        lambda g: names(g.rank(date="2022-01-29", position=1), "work"),
        {"All of Us Are Dead"},
    ),
    ("What was second in Asia?", lambda g: names(g.rank(region="Asia", position=2), "work"), {"Lantern Bay"}),
    ("What was ever first?", lambda g: names(g.rank(longest=True), "work"), {"All of Us Are Dead", "Peninsula"}),
    ("What was first in 2019?", lambda g: g.rank(date="2019"), []),
    (
        "In what order came Bong's films out?",
        lambda g: [row["other"] for row in g.timeline("Bong Joon-ho", which(["directed"]))],
        ["Memories of Murder", "The Host", "Snowpiercer", "Parasite"],
    ),
    (
        "When did Yeon direct what?",
        lambda g: [row["date"] for row in g.timeline("Yeon Sang-ho", which(["directed"]))],
        ["2011", "2016-07", "2020-07-15"],
    ),
    ("What had Bong won by 2019?", lambda g: g.at(as_of="2019").timeline("Bong Joon-ho", which(["won"])), []),
    ("What did Parasite win by 2019?", lambda g: len(g.at(as_of="2019").timeline("Parasite", which(["won"]))), 1),
    (
        "Who was reported in Goblin by 2018?",
        lambda g: names(g.at(known_at="2018").neighbours("Goblin", which(["acted_in"]))),
        {"Gong Yoo", "Kim Go-eun", "Lee Dong-wook"},
    ),
    ("Was Squid Game reported by 2021?", lambda g: g.at(known_at="2021").neighbours("Squid Game"), []),
    (
        "What of Gong Yoo was learnt in 2020?",
        lambda g: names(g.diff("2019", "2020", name="Gong Yoo"), "object"),
        {"Train to Busan"},
    ),
    (
        "What do Gong Yoo and Lee Dong-wook share?",
        lambda g: next(row["both"] for row in g.compare("Gong Yoo", "Lee Dong-wook") if row["aspect"] == "works"),
        ["Goblin"],
    ),
    (
        "With whom did only Gong Yoo work?",
        lambda g: (
            "Ma Dong-seok"
            in next(row["only_first"] for row in g.compare("Gong Yoo", "Lee Dong-wook") if row["aspect"] == "partners")
        ),
        True,
    ),
    (
        "Which person is joined to most names?",
        lambda g: next(row["label"] for row in g.top() if row["type"] == "Person"),
        "Seo Ha-rin",
    ),
    (
        "Are Parasite and Memories of Murder of one circle?",
        lambda g: any(
            {"Parasite", "Memories of Murder"} <= {each["label"] for each in row["members"]} for row in g.communities()
        ),
        True,
    ),
    ("Where does it say oldest friend?", lambda g: names(g.search("oldest friend"), "article"), {"en-lantern-bay-interview"}),
    ("Whose initials are ㅅㅎㄹ?", lambda g: names(g.search("ㅅㅎㄹ"), "text"), {"Seo Ha-rin"}),
]


@pytest.mark.parametrize(("ask", "answer"), [pytest.param(ask, answer, id=text) for text, ask, answer in QUESTIONS])
def test_what_researchers_ask(g: Graph, ask: Callable[[Graph], Any], answer: object) -> None:
    assert ask(g) == answer


def test_there_are_enough_questions() -> None:
    assert len({text for text, _, _ in QUESTIONS}) == len(QUESTIONS) >= 40

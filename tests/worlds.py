"""Small made-up worlds: articles with hand-made readings, so that the graph can be tested without any extraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from kgraph.model import Article, Claim, Judgement, Qualifiers, Referent, Span, Verdict
from kgraph.pipeline import make_reading
from kgraph.text.keys import make_ref

if TYPE_CHECKING:
    from kgraph.entities import Reading

PEOPLE = [
    ("Han Bora",),
    ("한보라",),
    ("Han Bora", "한보라", "Han"),
    ("Han Bo-ra", "보라킴"),
    ("보라킴",),
    ("Kang Doyun",),
    ("강도윤", "Kang Doyun"),
    ("김",),
    ("Kim", "Kim Seo-jin"),
    ("Kim Ji-hoon",),
    ("Kim Jihun",),
    ("김지훈",),
    ("Lee Ji-yun",),
    ("이지연",),
    ("이지윤",),
    ("Marcus Bell",),
    ("마커스 벨",),
    ('O"Neil > <x> \\', "오닐\t"),
]
WORKS = [
    (("Paper Moons", "종이달들"), "series"),
    (("종이달들",), "webtoon"),
    (("Paper Moons",), None),
    (("종이달들",), "series"),
    (("The Salt Road",), "film"),
    (("The Salt Road",), None),
    (("소금길", "The Salt Road"), "novel"),
    (("Paper Moons 2", "Paper Moons"), "series"),
]
ORGANIZATIONS = [
    (("Moonbox", "문박스"), "platform"),
    (("문박스",), None),
    (("Moonbox",), "group"),
    (("JBK",), "broadcaster"),
    (("Hwaram Pictures Co., Ltd.",), "studio"),
    (("(주)화람픽쳐스",), "studio"),
    (("Orbitale",), "group"),
    (("오비탈레",), "group"),
]
STATUSES = [None, None, None, "talks", "declined", "denied", "ended"]
BORN = [None, None, None, "1990", "1989/1990", "1970/1971"]
DATES = [None, "2021", "2021-03", "2021-03-05", "2022-01-01"]

OF_PAIRS = {
    "directed": ("Person", "Work"),
    "acted_in": ("Person", "Work"),
    "friend_of": ("Person", "Person"),
    "aired_on": ("Work", "Organization"),
    "based_on": ("Work", "Work"),
    "dating": ("Person", "Person"),
    "member_of": ("Person", "Organization"),
    "remake_of": ("Work", "Work"),
    "wrote": ("Person", "Work"),
}
POOLS = {
    "Person": [(names, None) for names in PEOPLE],
    "Work": WORKS,
    "Organization": ORGANIZATIONS,
}


@st.composite
def referents(draw: st.DrawFn, article: str, type_: str) -> Referent:
    names, kind = draw(st.sampled_from(POOLS[type_]))
    born = draw(st.sampled_from(BORN)) if type_ == "Person" else None
    return Referent(make_ref(article, type_, names[0], draw(st.sampled_from([1, 1, 1, 2]))), type_, names, kind, born)


@st.composite
def statements(draw: st.DrawFn, article: str) -> tuple[str, Referent, Referent | None, Qualifiers]:
    if draw(st.integers(0, 3)):
        predicate = draw(st.sampled_from(sorted(OF_PAIRS)))
        left, right = OF_PAIRS[predicate]
        character = draw(st.sampled_from([None, "Mira", "미라"])) if predicate == "acted_in" else None
        qualifiers = Qualifiers(status=draw(st.sampled_from(STATUSES)), character=character)
        return predicate, draw(referents(article, left)), draw(referents(article, right)), qualifiers
    work, date = draw(referents(article, "Work")), draw(st.sampled_from(DATES))
    kind = draw(st.sampled_from(["ranked", "rated", "released_on", "won"]))
    chart, region = draw(st.sampled_from([None, "Flick Board", "FlickBoard"])), draw(st.sampled_from([None, "world", "US"]))
    if kind == "ranked":
        return (
            kind,
            work,
            None,
            Qualifiers(
                date=date, rank=draw(st.integers(1, 3)), chart=chart, region=region, days=draw(st.sampled_from([None, 9]))
            ),
        )
    if kind == "rated":
        return (
            kind,
            work,
            None,
            Qualifiers(date=date, percent=draw(st.sampled_from([3.5, 12.0])), episode=draw(st.sampled_from([None, 1]))),
        )
    if kind == "won":
        return kind, work, None, Qualifiers(date=date, award=draw(st.sampled_from(["Moon Awards best film", "문상 작품상"])))
    return kind, work, None, Qualifiers(date=date or "2020")


def make_article(
    article_id: str, published: str | None, stated: list[tuple[str, Referent, Referent | None, Qualifiers]]
) -> tuple[Article, Reading]:
    """An article whose text has one sentence a statement, and its reading."""
    text, claims = "", []
    for predicate, subject, target, qualifiers in stated:
        sentence = f"{subject.name} {predicate} {target.name if target else qualifiers.items()}."
        start, trigger = len(text), len(text) + len(subject.name) + 1
        text += sentence + "\n"
        spans = Span(start, start + len(sentence), sentence), Span(trigger, trigger + len(predicate), predicate)
        sure = 0.9 if len(claims) % 2 else 0.6
        claims.append(Claim(article_id, predicate, subject, target, *spans, f"test.{predicate}", sure, qualifiers))
    article = Article(
        article_id,
        text or "Nothing.",
        "en",
        published=published,
        title=f"About <{article_id}>",
        url="https://example.org/?a=%20b",
    )
    return article, make_reading(article, (), claims)


@st.composite
def articles(draw: st.DrawFn, article_id: str) -> tuple[Article, Reading]:
    """An article of that id with up to four statements."""
    published = draw(st.sampled_from([None, "2021-05-01", "2021-05-02", "2022-02-07"]))
    return make_article(article_id, published, draw(st.lists(statements(article_id), max_size=4)))


@st.composite
def worlds(draw: st.DrawFn, size: int = 5) -> list[tuple[Article, Reading]]:
    """A few articles of different ids."""
    return [draw(articles(f"a{number} 가#/")) for number in range(draw(st.integers(1, size)))]


@st.composite
def judgements(draw: st.DrawFn, world: list[tuple[Article, Reading]]) -> list[Judgement]:
    """Some judgements on pairs of the world's referents."""
    refs = sorted({referent.ref for _, reading in world for referent in reading.referents})
    if len(refs) < 2:
        return []
    pairs = draw(st.lists(st.lists(st.sampled_from(refs), min_size=2, max_size=2, unique=True), max_size=4))
    verdicts = st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE])
    judges = st.sampled_from(["machine", "curator"])
    return [Judgement(min(pair), max(pair), draw(verdicts), draw(judges), "because") for pair in pairs]

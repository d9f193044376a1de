"""Ages and birth years beside the names of people, and numbers beside them that are none."""

from __future__ import annotations

from functools import partial

import pytest

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.mentions.births import with_births
from kgraph.model import Article, Document, Mention, Mentions, Referent, Sentence, Span
from spent import times_as_long


def born(text: str, lang: str, published: str | None = "2024-05-01") -> dict[str, str | None]:
    """Name -> birth year of the people of a text."""
    found = find(read(Article("a", text, lang, published=published)))
    return {one.name: one.born for one in found.referents if one.type == "Person"}


ENGLISH = [
    ("Actress Seo Ha-rin, 34, will star in 'Paper Moons'.", "1989/1990"),
    ("Actress Seo Ha-rin (34) will star in 'Paper Moons'.", "1989/1990"),
    ("Actress Seo Ha-rin (34 years old) will star in 'Paper Moons'.", "1989/1990"),
    ("Actress Seo Ha-rin, aged 34, will star in 'Paper Moons'.", "1989/1990"),
    ("The drama stars the 34-year-old actress Seo Ha-rin.", "1989/1990"),
    ("Seo Ha-rin, a 34-year-old actress and singer, will star in 'Paper Moons'.", "1989/1990"),
    ("Actress Seo Ha-rin turned 34 this year.", "1989/1990"),
    ("Actress Seo Ha-rin (b. 1990) will star in 'Paper Moons'.", "1990"),
    ("Actress Seo Ha-rin (born March 3, 1990) will star in 'Paper Moons'.", "1990"),
    ("Actress Seo Ha-rin, who was born in Busan in 1990, will star in 'Paper Moons'.", "1990"),
    ("Born in 1990, actress Seo Ha-rin will star in 'Paper Moons'.", "1990"),
    ("Actress Seo Ha-rin (1931-2019) starred in 'Paper Moons'.", "1931"),
    ("Actress Seo Ha-rin, 34, was born in 1990. Seo Ha-rin (born 1990) sings.", "1990"),
    ("Actress Seo Ha-rin, 34, met the press. Seo Ha-rin (born 1971) sings.", None),
    ("Actress Seo Ha-rin (1990) starred in 'Paper Moons'.", None),
    ("Host Seo Ha-rin (1995-2015) left the show.", None),
    ("Actress Seo Ha-rin (12) is in the third part of the list.", None),
    ("Actress Seo Ha-rin (34) is third with that many points.", None),
    ("Actress Seo Ha-rin (34%) is ahead.", None),
    ("Actress Seo Ha-rin, 34, 35 and 36 were named.", None),
    ("She is the mother of the 34-year-old son of actress Seo Ha-rin.", None),
    ("The 34-year-old married Seo Ha-rin last year.", None),
    ("The song featured a 19-year-old Seo Ha-rin on vocals.", None),
    ("Actress Seo Ha-rin, then 34, starred in 'Paper Moons'.", None),
    ("Actress Seo Ha-rin plays a 34-year-old detective in 'Paper Moons'.", None),
]
KOREAN = [
    ("배우 노아름(34)이 드라마 ‘낮은 담장’에 출연한다.", "1990/1991"),
    ("배우 노아름(34·여)이 드라마 ‘낮은 담장’에 출연한다.", "1990/1991"),
    ("배우 노아름(34세)이 드라마 ‘낮은 담장’에 출연한다.", "1990/1991"),
    ("배우 노아름(만 34세)이 드라마 ‘낮은 담장’에 출연한다.", "1989/1990"),
    ("배우 노아름(1990년생)이 드라마 ‘낮은 담장’에 출연한다.", "1990"),
    ("배우 노아름(90년생)이 드라마 ‘낮은 담장’에 출연한다.", "1990"),
    ("배우 노아름(05년생)이 드라마 ‘낮은 담장’에 출연한다.", "2005"),
    ("1990년생 배우 노아름이 드라마 ‘낮은 담장’에 출연한다.", "1990"),
    ("배우 노아름은 1990년생으로 부산에서 자랐다.", "1990"),
    ("배우 노아름(1990년 4월 2일 ~ )은 드라마 ‘낮은 담장’에 출연했다.", "1990"),
    ("배우 노아름은 올해 34세다.", "1990/1991"),
    ("올해 34세인 배우 노아름이 드라마 ‘낮은 담장’에 출연한다.", "1990/1991"),
    ("권무진 감독(34)이 드라마 ‘낮은 담장’을 연출한다.", "1990/1991"),
    ("감독 권무진(1931~2019)은 거장이었다.", "1931"),
    ("배우 노아름(34)이 왔다. 배우 노아름은 1990년생이다.", "1990"),
    ("배우 노아름(34)이 왔다. 배우 노아름은 1971년생이다.", None),
    ("배우 노아름(1990)이 드라마 ‘낮은 담장’에 출연한다.", None),
    ("배우 노아름(34위)이 웃었다.", None),
    ("배우 노아름(34%)이 앞섰다.", None),
    ("화제성 순위에는 배우 노아름(34)이 있다.", None),
    ("배우 노아름(당시 34세)이 드라마 ‘낮은 담장’에 출연했다.", None),
    ("배우 노아름은 34세 형사 역을 맡았다.", None),
    ("배우 노아름은 12살, 8살 두 딸과 산다.", None),
]


@pytest.mark.parametrize(("text", "year"), ENGLISH)
def test_english(text: str, year: str | None) -> None:
    assert born(text, "en")["Seo Ha-rin"] == year


@pytest.mark.parametrize(("text", "year"), KOREAN)
def test_korean(text: str, year: str | None) -> None:
    found = born(text, "ko")
    assert found["권무진" if "권무진" in text else "노아름"] == year


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Actor Baek Do-hyun plays Seo Ha-rin, a 34-year-old actress, in 'Paper Moons'.", "en"),
        ("Actor Baek Do-hyun plays Seo Ha-rin, 34, in 'Paper Moons'.", "en"),
        ("'Paper Moons' follows Seo Ha-rin, 34, who runs a lighthouse.", "en"),
        ("배우 배경한은 34세 형사 노아름 역을 맡았다.", "ko"),
        ("배우 배경한이 연기한 노아름(34)은 형사다.", "ko"),
        ("■ 노아름(71세) - 배우 배경한", "ko"),
        ("배우 배경한은 극 중 노아름(34)으로 분한다.", "ko"),
    ],
)
def test_the_age_of_a_character_is_nobodys(text: str, lang: str) -> None:
    assert not any(born(text, lang).values())


@pytest.mark.parametrize(("text", "lang"), [(ENGLISH[0][0], "en"), (KOREAN[0][0], "ko"), (KOREAN[5][0], "ko")])
def test_without_a_date_an_age_says_nothing(text: str, lang: str) -> None:
    assert not any(born(text, lang, published=None).values())
    assert any(born(KOREAN[4][0], "ko", published=None).values())


def test_two_of_one_name_have_each_their_age() -> None:
    text = "배우 노아름(34)과 이름이 같은 가수 노아름(52)이 만났다."
    found = find(read(Article("a", text, "ko", published="2024-05-01"))).referents
    assert sorted(one.born or "" for one in found if one.name == "노아름") == ["1972/1973", "1990/1991"]


@pytest.mark.parametrize(("piece", "lang"), [("Seo Ha-rin, 34, ", "en"), ("노아름(34), ", "ko"), ("극 중 노아름은 34세 ", "ko")])
def test_one_long_sentence_takes_time_by_its_length(piece: str, lang: str) -> None:
    def reading(times: int) -> partial[Mentions]:
        text, who = piece * times, Referent("a#1", "Person", ("Seo Ha-rin" if lang == "en" else "노아름",))
        place = piece.index(who.name)
        spans = [Span(start, start + len(who.name), who.name) for start in range(place, len(text), len(piece))]
        document = Document(Article("a", text, lang, published="2024"), (Sentence(Span(0, len(text), text), 0),))
        return partial(with_births, document, Mentions(tuple(Mention(span, who.ref) for span in spans), (who,)))

    assert times_as_long(reading, 500, 2_000, floor=0.002, most=9.0) < 9.0

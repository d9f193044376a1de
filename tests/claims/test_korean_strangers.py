"""Names that no mention stands for, and values that no list knows, in Korean articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.korean_case import reading
from kgraph.claims.korean.learned.guess_features import Around, guess_features
from kgraph.claims.korean.learned.guesses import Covered, counted, guesses
from kgraph.claims.korean.learned.labels import number_of
from kgraph.claims.korean.learned.linear import load
from kgraph.claims.korean.learned.open_values import open_prizes, percents, ranks, years
from kgraph.claims.korean.learned.setting import setting_of
from kgraph.claims.korean.learned.strangers import with_strangers
from kgraph.claims.korean.reading import Reading
from kgraph.model import Article
from kgraph.pipeline import read_article
from spent import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgraph.claims.korean.learned.guesses import Guess

GROUP = "그룹 ‘물빛소년’의 막내 하람이 드라마로 돌아온다. 하람은 배우 클라라 노이만과 함께 나온다."


def guessed(marked: str, common: frozenset[str] = frozenset()) -> list[Guess]:
    told = reading(marked)
    return [guess for _, row in guesses(told, Covered(told), common) for guess in row]


def strangers(marked: str) -> dict[str, str]:
    told = reading(marked)
    found, sure = with_strangers(told, load())
    new = [referent for referent in found.mentions.referents if referent.ref in sure]
    return {referent.name: referent.type for referent in new}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("하람이 오고", {"하람이", "하람", "오고"}),
        ("하람과 오고", {"하람과", "하람", "오고"}),
        ("하나과 오고", {"하나과", "오고"}),
        ("물빛 달빛", {"물빛", "달빛", "물빛 달빛"}),
        ("‘달빛’으로 하람", {"달빛", "하람"}),
        ("클라라 노이만의", {"클라라", "노이만의", "노이만", "클라라 노이만의", "클라라 노이만"}),
        ("‘물빛소년’의", {"물빛소년"}),
        ("그는 ‘가야한다’", {"그는"}),
        ("UTA와", {"UTA"}),
        ("2021년 3월", set()),
    ],
)
def test_words_with_and_without_particles_may_be_names(text: str, names: set[str]) -> None:
    assert {guess.text for guess in guessed(text)} == names


def test_what_kiwi_takes_for_particles_and_endings_is_no_name_of_several_words_nor_a_long_one() -> None:
    names = {guess.text for guess in guessed("달빛처럼 움직이던 물빛의 노을은 거대하다")}
    assert {"달빛", "물빛", "노을"} <= names
    assert not {"달빛처럼", "움직이던", "거대하다"} & names
    assert not [name for name in names if " " in name]


def test_what_mentions_cover_is_no_guess_but_may_lie_in_one() -> None:
    told = {guess.text: guess.over for guess in guessed("클라라 [p:노이만]과 [p=노이만:그]는 [p:김고은]을")}
    assert told["클라라 노이만"] == "P"
    assert not {"노이만", "김고은", "그"} & set(told)


def test_a_marked_name_may_be_another_thing_than_its_mention_says() -> None:
    told = [(guess.text, guess.over, guess.same) for guess in guessed("밴드 ‘[w.song:물빛소년]’의")]
    assert ("물빛소년", "W", True) in told


def test_a_marked_name_with_its_gloss_is_no_other_name() -> None:
    assert "등불의 만(Lantern Bay)" not in {guess.text for guess in guessed("시리즈 ‘[w:등불의 만](Lantern Bay)’을")}
    assert "둘째 등불의 만(Lantern Bay)" in {guess.text for guess in guessed("‘둘째 [w:등불의 만](Lantern Bay)’을")}
    text = "시리즈 ‘등불의 만(Lantern Bay)’을 연출한 서하린(Seo Ha-rin) 감독을 만났다."
    claims = read_article(Article("a", text, "ko")).claims
    assert [(claim.subject.name, claim.predicate) for claim in claims] == [("서하린", "directed")]


def test_common_words_are_not_looked_at() -> None:
    assert {guess.text for guess in guessed("하람이 오고", frozenset(("하람이", "오고")))} == {"하람"}
    assert {guess.text for guess in guessed("물빛 달빛", frozenset(("달빛",)))} == {"물빛"}


def test_guesses_stand_at_their_places() -> None:
    told = reading(GROUP)
    text = told.document.article.text
    found = [guess for _, row in guesses(told, Covered(told), ()) for guess in row]
    assert all(text[guess.start : guess.end] == guess.text and guess.end <= guess.tail for guess in found)


def test_features_fit_into_a_line_of_the_table() -> None:
    told = reading("제목\n\n‘가\u2028나’\t다라마 (바사)\x0b\n아자차\u2028카타")
    covered = Covered(told)
    rows = list(guesses(told, covered, ()))
    words = [word for s, row in rows for guess in row for word in guess_features(Around(told, s, covered, counted(rows)), guess)]
    assert words
    assert not [word for word in words if len(word.splitlines()) != 1 or "\t" in word]


def test_stage_names_groups_and_foreign_names_are_found() -> None:
    assert strangers(GROUP) == {"물빛소년": "Organization", "하람": "Person", "클라라 노이만": "Person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("신작 ‘물고기의 낮잠’이 개봉한다.", {"물고기의 낮잠": "Work"}),
        ("그는 ‘이제 가야 한다’ 했다.", {}),
        ("연출은 [p:장재현]이, 각본은 ‘[w.film:파묘]’의 작가가 맡는다.", {}),
    ],
)
def test_strangers_are_marked_words_that_nobody_named(text: str, names: dict[str, str]) -> None:
    assert strangers(text) == names


def test_a_name_around_a_shorter_one_stands_instead_of_it() -> None:
    told = reading("배우 클라라 [p:노이만]이 왔다.")
    found, sure = with_strangers(told, load())
    assert [mention.span.text for mention in found.mentions.mentions] == ["클라라 노이만"]
    assert set(sure) == {found.mentions.mentions[0].ref}
    assert told.mentions.referents[0] in found.mentions.referents


def test_a_reading_without_strangers_is_itself() -> None:
    told = reading("[p:김고은]이 왔다.")
    assert with_strangers(told, load()) == (told, {})


def test_lines_without_strangers_are_not_read_again() -> None:
    told = reading(f"{GROUP} [p:김고은]이 지난 3일 왔다.", "2024-05-20")
    found, sure = with_strangers(told, load())
    fresh = Reading(found.document, found.mentions)
    assert sure
    assert (found.lines, found.all_dates) == (fresh.lines, fresh.all_dates)
    assert [one is other for one, other in zip(found.lines, told.lines, strict=True)] == [False, False, True]


def test_strangers_are_the_same_each_time() -> None:
    assert strangers(GROUP * 3) == strangers(GROUP * 3)
    assert setting_of(reading(GROUP)).guessed == setting_of(reading(GROUP)).guessed


def _line(text: str) -> Reading:
    return reading(text, "2024-05-20")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("그는 2019년 벽산희곡상을 받았다.", [("벽산희곡상", None, "2019")]),
        ("부천만화대상에서 신인만화상을 탔다.", [("신인만화상", "부천만화대상", None)]),
        ("작곡가는 은관문화훈장을 받았다.", [("은관문화훈장", None, None)]),
        ("서울국제여성영화제 대상을 받았다.", [("대상", "서울국제여성영화제", None)]),
        ("홍보영상 공개, 정상 등극은 예상 이상이다. 20대를 대상으로 한다.", []),
    ],
)
def test_prizes_are_told_by_their_last_syllable(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    given = _line(text)
    found = [prize for line in given.lines for prize in open_prizes(given, line)]
    assert [(prize.name, prize.giver, prize.date) for prize in found] == told
    assert all(text[prize.start : prize.end] == prize.name for prize in found)


def test_years_stand_alone() -> None:
    line = _line("2025 〈왕의 여우〉 MBC, 2019년, 2,019명, 20190").lines[0]
    assert list(years(line)) == [(0, 4, "2025")]


def test_ratings_have_their_region_episode_and_day() -> None:
    given = _line("지난 16일 방송된 8회는 전국 가구 5.9%, 수도권 6.1%를 기록했다.")
    told = [qualifiers for _, qualifiers in percents(given, given.lines[0])]
    assert [(one.percent, one.region, one.date) for one in told] == [
        (5.9, "nationwide", "2024-05-16"),
        (6.1, "Seoul", "2024-05-16"),
    ]
    assert told[0].episode == 8


def test_ranks_have_their_chart() -> None:
    given = _line("‘[w.film:바람의 집]’은 독일 박스오피스 2위로 출발했다.")
    number, told = next(ranks(given, given.lines[0]))
    assert (number.value, told.rank, told.chart) == (2, 2, "박스오피스")
    assert number_of(told) == "rank=2"


def test_time_grows_with_the_line() -> None:
    names = [f"{one}{two}람" for one in "가나다라마바사아자차" for two in "훈준호민석진우영철수"]

    def finding(count: int) -> Callable[[], object]:
        told = reading(f"밴드 ‘물빛’의 {', '.join(names[:count])}이 2019년 벽산희곡상을 받았다. ")
        return lambda: with_strangers(told, load())

    assert times_as_long(finding, 25, 100, floor=0.005, most=12) < 12

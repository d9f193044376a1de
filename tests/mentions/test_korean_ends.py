"""Where Korean names end: particles that they swallowed, and foreign names of several words; all of invented people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article
from spent import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable


def names(text: str, type_: str) -> set[str]:
    found = find(read(Article("a", text, "ko", published="2022-02-08")))
    return {name for referent in found.referents if referent.type == type_ for name in referent.names}


def people(text: str) -> set[str]:
    return names(text, "Person")


ENDS = [
    ("그룹 물결표의 리더 세비와 뮤지컬 배우 노아름이 출연한다. 세비는 형사다.", {"세비", "노아름"}),
    ("배우 진솔라와는 2012년 부부가 됐다.", {"진솔라"}),
    ("그룹 물결표의 멤버 리오가 합류했다.", {"리오"}),
    ("감독 구로사와가 말했다.", {"구로사와"}),
    ("배우 노가을이 말했다. 배우 은가은이 웃었다.", {"노가을", "은가은"}),
    ("배우 별하린이 왔다. 별하린은 웃었다.", {"별하린"}),
]
FOREIGN = [
    ("음악은 프로듀서 그레이엄 신이 맡았다.", {"그레이엄 신"}),
    ("감독 오니시 하루카가 왔다.", {"오니시 하루카"}),
    ("각본 오기노 사토루, 연출 권무진.", {"오기노 사토루", "권무진"}),
    ("가수 리처드 윤은 부산에서 자랐다.", {"리처드 윤"}),
    ("쇼러너 매튜 코왈스키 감독이 왔다.", {"매튜 코왈스키"}),
    ("배우 노아름 배경한이 만난다.", {"노아름", "배경한"}),
]


@pytest.mark.parametrize(("text", "found"), ENDS)
def test_a_particle_is_no_part_of_a_name(text: str, found: set[str]) -> None:
    assert people(text) == found


@pytest.mark.parametrize(("text", "found"), FOREIGN)
def test_foreign_names_have_all_their_words(text: str, found: set[str]) -> None:
    assert people(text) == found


def test_people_of_whom_only_the_surname_is_told_are_no_foreigners() -> None:
    assert "검사 김 모" not in people("검사 김 모 씨가 왔다.")
    assert not any(name.endswith(" 양") for name in people("배우 노아름의 딸 홍나봄 양을 만났다."))


def test_what_somebody_is_to_somebody_is_no_name() -> None:
    assert people("배우 노아름의 제자인 배우 배경한이 왔다.") == {"노아름", "배경한"}
    assert people("그룹 물결표의 멤버이자 배우인 노아름이 라디오 작가를 만났다.") == {"노아름"}


TITLES = [
    ("중국 영화 ‘달무리(月暈)’에 배우 노아름이 출연한다.", {"달무리", "月暈"}),
    ("일본 드라마 ‘하루노히(春の日)’가 방송된다.", {"하루노히", "春の日"}),
    ("영화 ‘첫 계단(Première marche)’에 배우 노아름이 출연한다.", {"첫 계단", "Première marche"}),
    ("드라마 ‘달무리 일지(가제)’가 공개된다.", {"달무리 일지"}),
    ("배우 노아름은 ‘2021 SBS 연기대상’에서 상을 받았다.", set()),
    ("드라마 '낮은 담장'('KBS 2TV, 2015')이 유작이다.", {"낮은 담장"}),
]


@pytest.mark.parametrize(("text", "found"), TITLES)
def test_what_glosses_a_title_is_none_of_it(text: str, found: set[str]) -> None:
    assert names(text, "Work") == found


def test_cutting_takes_linear_time() -> None:
    def finding(size: int) -> Callable[[], object]:
        document = read(Article("a", "그룹 물결표의 멤버 리오가 배우 제이든 강이 세비와 만났다. " * size, "ko"))
        return lambda: find(document)

    assert times_as_long(finding, 20, 160, floor=0.01, most=16) < 16

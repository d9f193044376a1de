"""Names in marks that are no titles: of groups, companies and authors who sign with another name; all of them invented."""

from __future__ import annotations

import pytest

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article


def names(text: str, type_: str) -> set[str]:
    found = find(read(Article("a", text, "ko", published="2022-02-08")))
    return {referent.name for referent in found.referents if referent.type == type_}


ORGANIZATIONS = [
    ("록밴드 ‘검은 우체통’의 보컬 노아름이 주제가를 불렀다.", {"검은 우체통"}),
    ("걸그룹 '오솔이'의 리더 은세라가 연기에 도전한다.", {"오솔이"}),
    ("그는 제작사 '낮은담장'을 세웠다. '낮은담장'의 첫 영화가 온다.", {"낮은담장"}),
    ("배우 노아름이 1인 기획사 ‘물결’을 차렸다.", {"물결"}),
    ("4인조 ‘도레미파’가 새 앨범을 냈다.", {"도레미파"}),
    ("걸그룹 오솔아이 멤버 은세라가 왔다.", {"오솔아이"}),
    ("국내 제작사는 영화사 물결이다.", {"영화사 물결"}),
    ("제작 필름도랑. 감독 권무진.", {"필름도랑"}),
    ("20일 방송된 MBC FM4U ‘두 시의 골목’에 나왔다.", {"MBC FM4U"}),
    ("걸그룹 ‘누리봄(NURIBOM)’이 돌아온다.", {"누리봄"}),
]


@pytest.mark.parametrize(("text", "organizations"), ORGANIZATIONS)
def test_a_label_makes_a_name_in_marks_an_organisation_s(text: str, organizations: set[str]) -> None:
    assert names(text, "Organization") == organizations
    assert not names(text, "Work") & organizations


def test_a_title_and_what_is_only_said_are_no_names_of_companies() -> None:
    assert not names("영화 ‘낮은 담장’의 배우 노아름이 왔다.", "Organization")
    assert not names("노아름 결혼설에 소속사 “동료 사이”", "Organization")
    assert not names("배우 노아름은 소속사 선배인 은세라와 친하다.", "Organization")
    assert names("제작사가 영화 ‘낮은 담장’을 내놓는다.", "Work") == {"낮은 담장"}


def test_an_author_s_other_name_stands_in_marks() -> None:
    assert names("원작은 웹툰 작가 '감자국'의 첫 연재물이다.", "Person") == {"감자국"}
    assert names("필명 ‘은하다방’으로 활동하는 은행원이 썼다.", "Person") == {"은하다방"}
    assert names("노아름 작가 ‘낮은 담장’이 드라마로 나온다.", "Person") == {"노아름"}


def test_the_particle_behind_closing_marks_is_nobody() -> None:
    assert not names("밴드 '검은 우체통'에서 베이스를 쳤다.", "Person")

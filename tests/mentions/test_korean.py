"""Names, titles, organisations and what stands for them, found in sentences about invented people and works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article, Mentions
from spent import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable


def tag(text: str) -> Mentions:
    return find(read(Article("a", text, "ko", published="2022-02-08")))


def names(text: str, type_: str) -> set[str]:
    return {referent.name for referent in tag(text).referents if referent.type == type_}


PEOPLE = [
    ("배우 노아름이 돌아온다.", {"노아름"}),
    ("권무진 감독은 말을 아꼈다.", {"권무진"}),
    ("배우 노아름·배경한이 만난다.", {"노아름", "배경한"}),
    ("카메라 앞에는 배우 노아름 배경한 은세라 표은하가 앉았다.", {"노아름", "배경한", "은세라", "표은하"}),
    ("고(故) 한동출의 유작이 공개된다.", {"한동출"}),
    ("‘낮은 담장’의 남궁솔에게 상이 돌아갔다.", {"남궁솔"}),
    ("드라마 ‘낮은 담장’(극본 이설희 홍보희, 연출 권무진)이 온다.", {"이설희", "홍보희", "권무진"}),
    ("드라마 ‘낮은 담장’(이설희 홍보희 극본, 권무진 연출)이 온다.", {"이설희", "홍보희", "권무진"}),
    ("주연 배우 맷 그린힐과 노아름이 출연한다.", {"맷 그린힐", "노아름"}),
    ("노아름은 강은호 역을 맡았다. 배우 노아름은 웃었다.", {"노아름"}),
    ("형사 강은호(노아름)가 온다. 배우 노아름은 웃었다.", {"노아름"}),
    ("이유는 한국 영화의 인기다. 전국 극장이 문을 연다.", set()),
    ("하늘비 기자가 찾아갔다.", set()),
    ("최종회 시청률이 올랐다.", set()),
    ("배우 노아름의 아들인 배우 노경한이 왔다.", {"노아름", "노경한"}),
    ("그룹 물결표의 멤버 지안이 합류했다.", {"지안"}),
    ("유족은 부인 최설희씨와 3남이 있다.", {"최설희"}),
    ("영화 ‘담장’으로 감독에 도전했다.", set()),
]


def test_a_full_name_is_found_again_where_it_ends_like_a_particle() -> None:
    found = tag("배우 강이로와 노아름이 만난다. 강이로는 형사를 맡는다. 강이로도 웃었다.")
    assert [one.span.start for one in found.mentions if one.span.text == "강이로"] == [3, 18, 32]


@pytest.mark.parametrize(("text", "people"), PEOPLE)
def test_people(text: str, people: set[str]) -> None:
    assert names(text, "Person") == people


def test_brackets_give_another_name_of_the_same_person() -> None:
    mentions = tag("권무진(Kwon Mu-jin) 감독은 웃었다. 가수 물빛(본명 이설희)도 왔다.")
    assert {referent.names for referent in mentions.referents} == {("권무진", "Kwon Mu-jin"), ("물빛", "이설희")}


WORKS = [
    ("영화 ‘낮은 담장’이 개봉했다.", {("낮은 담장", "film")}),
    ("tvN 새 토일드라마 '낮은 담장'이 온다.", {("낮은 담장", "series")}),
    ("<낮은 담장>은 재미있다.", {("낮은 담장", None)}),
    ("「낮은 담장」의 감독이 왔다.", {("낮은 담장", None)}),
    ("예능 《담장 너머》와 《골목길》에서 만났다.", {("담장 너머", "variety"), ("골목길", "variety")}),
    ("드라마 ‘담장’과 ‘골목’을 연출한 감독이다.", {("담장", "series"), ("골목", "series")}),
    ("‘낮은 담장’은 넷플릭스 글로벌 2위에 올랐다.", {("낮은 담장", None)}),
    ("그는 ‘국민 사위’라는 별명을 얻었다.", set()),
    ("노아름은 “다시 만나 반갑다”고 했다.", set()),
    ("배우 노아름은 ‘강은호’ 역을 맡았다.", set()),
    ("<ⓒ새벽일보>는 말이 없다.", set()),
]


@pytest.mark.parametrize(("text", "works"), WORKS)
def test_works(text: str, works: set[tuple[str, str | None]]) -> None:
    assert {(r.name, r.kind) for r in tag(text).referents if r.type == "Work"} == works


def test_a_short_title_is_the_same_work() -> None:
    mentions = tag("드라마 ‘당신의 낮은 담장’(이하 ‘당낮담’)이 온다. ‘당낮담’은 재미있다.")
    (work,) = [referent for referent in mentions.referents if referent.type == "Work"]
    assert work.names == ("당신의 낮은 담장", "당낮담")
    assert len([mention for mention in mentions.mentions if mention.ref == work.ref]) == 3


def test_a_title_that_ends_in_another_is_another_work() -> None:
    text = "드라마 ‘낮은 담장’이 온다. 후속작 ‘두 번째 낮은 담장’도 온다. ‘낮은 담장’은 재미있다."
    assert names(text, "Work") == {"낮은 담장", "두 번째 낮은 담장"}
    assert names("드라마 ‘두 번째 담장’은 ‘담장’의 속편이다.", "Work") == {"두 번째 담장", "담장"}


def test_the_webtoon_of_the_same_title_is_another_work() -> None:
    mentions = tag("드라마 ‘낮은 담장’이 온다. 원작은 이설희 작가가 그린 동명의 웹툰이다.")
    works = [(referent.name, referent.kind) for referent in mentions.referents if referent.type == "Work"]
    assert works == [("낮은 담장", "series"), ("낮은 담장", "webtoon")]


ORGANIZATIONS = [
    ("제작사 파란문은 말이 없다.", {("파란문", "studio")}),
    ("새솔엔터테인먼트는 입장을 냈다.", {("새솔엔터테인먼트", "agency")}),
    ("그룹 물결표가 돌아왔다.", {("물결표", "group")}),
    ("넷플릭스와 tvN이 손잡았다.", {("넷플릭스", "platform"), ("tvN", "broadcaster")}),
    ("소속사 반응도 나왔다.", set()),
]


@pytest.mark.parametrize(("text", "organizations"), ORGANIZATIONS)
def test_organizations(text: str, organizations: set[tuple[str, str]]) -> None:
    assert {(r.name, r.kind) for r in tag(text).referents if r.type == "Organization"} == organizations


STAND_INS = [
    ("권무진 감독이 왔다. 권 감독은 웃었다.", "권 감독", ["권무진"]),
    ("이설희 감독이 왔다. 이 감독은 웃었다.", "이 감독", ["이설희"]),
    ("배우 노아름은 돌아왔다. 그는 웃었다.", "그", ["노아름"]),
    ("배우 노아름과 배경한이 만났다. 두 사람은 웃었다.", "두 사람", ["노아름", "배경한"]),
    (
        "노아름·배경한의 만남.\n\n배우 노아름은 2018년 은세라와 결혼했다.\n\n두 사람은 새 영화에서 만난다.",
        "두 사람",
        ["노아름", "배경한"],
    ),
    ("드라마 ‘낮은 담장’이 끝났다. 이 드라마는 사랑받았다.", "이 드라마", ["낮은 담장"]),
    ("드라마 ‘낮은 담장’이 끝났다. 작품은 사랑받았다.", "작품", ["낮은 담장"]),
    (
        "드라마 ‘낮은 담장’ 주연에 노아름\n\n배우 노아름이 나선다. 영화 ‘여름의 끝’은 그의 데뷔작이다.\n\n작품은 5월에 온다.",
        "작품",
        ["낮은 담장"],
    ),
    (
        "드라마 ‘낮은 담장’ 주연에 노아름\n\n배우 노아름이 나선다. 영화 ‘여름의 끝’은 그의 데뷔작이다. 작품은 5월에 온다.",
        "작품",
        ["여름의 끝"],
    ),
    ("배우 노아름이 왔다. 아름 씨는 웃었다.", "아름 씨", ["노아름"]),
    ("배우 노아름, 배경한, 은세라가 만났다. 세 사람은 웃었다.", "세 사람", ["노아름", "배경한", "은세라"]),
]


@pytest.mark.parametrize(("text", "words", "meant"), STAND_INS)
def test_stand_ins(text: str, words: str, meant: list[str]) -> None:
    mentions = tag(text)
    by_ref = {referent.ref: referent.name for referent in mentions.referents}
    found = [by_ref[mention.ref] for mention in mentions.mentions if mention.span.text == words]
    assert sorted(found) == sorted(meant)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([words for words, *_ in (*PEOPLE, *WORKS, *STAND_INS)]), max_size=4))
def test_mentions_stand_where_they_say_and_have_referents(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    mentions = tag(text)
    refs = {referent.ref for referent in mentions.referents}
    places = [mention.span.start for mention in mentions.mentions]
    assert places == sorted(places)
    for mention in mentions.mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.text
        assert mention.ref in refs
    assert mentions == tag(text)


def test_time_grows_linearly() -> None:
    line = "배우 노아름은 ‘낮은 담장’(극본 이설희)에서 형사 강은호(배경한)를 만난다. 두 사람은 친구다. "

    def finding(count: int) -> Callable[[], object]:
        return partial(find, read(Article("a", "\n".join([line] * count), "ko")))

    assert times_as_long(finding, 20, 160, floor=0.01, most=16) < 16


@pytest.mark.parametrize("written", ["‘낮은 담장(Low Fence)’", "‘낮은 담장’(Low Fence)", "〈낮은 담장 (영제: Low Fence)〉"])
def test_a_title_in_both_scripts_is_one_work(written):
    works = [
        referent
        for referent in tag(f"시리즈 {written}을 권무진 감독이 연출했다. ‘낮은 담장’은 6월 공개된다.").referents
        if referent.type == "Work"
    ]
    assert [work.names for work in works] == [("낮은 담장", "Low Fence")]

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.documents.korean import is_noise, split_sentences
from kgraph.text.korean import load_kiwi
from spent import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable

NOISE = [
    "입력 2022-02-08 07:00",
    "2015-11-26 22:07",
    "기사입력 2019.08.28 16:20 / 기사수정 2019.08.28 16:31",
    "하늘비 기자 sky@news.example",
    "무단전재 및 재배포 금지",
    "<ⓒ새벽일보, 무단 전재 및 재배포 금지>",
    "[관련기사] 여름 극장가, 표 값 오른다",
    "▶관련기사 : 구독료, 얼마나 올랐나",
    "사진=새벽엔터테인먼트 제공",
    "정치 | 경제 | 사회 | 문화·연예 | 라이프",
]
STORY = [
    "노을찬 감독은 새 영화를 준비하고 있다.",
    "입력이 늦었다는 말이 나왔다.",
    "사진 속 두 사람은 웃고 있었다.",
    "‘달빛 우체국’(극본 이설희, 연출 권무진)은 30일 공개된다.",
]


@pytest.mark.parametrize("line", NOISE)
def test_bylines_stamps_and_copyright_are_noise(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize("line", STORY)
def test_story_is_no_noise(line: str) -> None:
    assert not is_noise(line)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(sentence.kind, sentence.span.text) for sentence in split_sentences(text)]


def test_a_byline_before_the_story_and_a_credit_behind_it_are_cut_off() -> None:
    text = "제목이 여기 있다\n\n[새벽일보=하늘비 기자] 노을찬 감독이 돌아왔다. 두 번째다. 사진=새벽일보"
    assert kinds(text) == [
        ("headline", "제목이 여기 있다"),
        ("noise", "[새벽일보=하늘비 기자]"),
        ("text", "노을찬 감독이 돌아왔다."),
        ("text", "두 번째다."),
        ("noise", "사진=새벽일보"),
    ]


def test_bullets_make_items() -> None:
    text = "수상자가 나왔다.\n△감독상: ‘담장’ 노을찬 △각본상: ‘담장’ 이설희"
    assert kinds(text)[1:] == [("item", "△감독상: ‘담장’ 노을찬 "), ("item", "△각본상: ‘담장’ 이설희")]


def test_stars_of_a_review_are_no_items() -> None:
    assert [kind for kind, _ in kinds("★★★★☆\n볼 만하다.")].count("item") == 0


def test_a_full_stop_inside_quotation_or_title_ends_no_sentence() -> None:
    text = "노을찬은 “끝났다. 정말 끝났다”고 말했다. 그는 ‘미스터. 담장’을 찍었다."
    assert [words for _, words in kinds(text)] == ["노을찬은 “끝났다. 정말 끝났다”고 말했다.", "그는 ‘미스터. 담장’을 찍었다."]


def test_a_line_that_is_all_quotation_has_sentences() -> None:
    assert len(kinds("제목\n\n“그와는 친구예요. 오래됐죠.”")) == 3


def test_a_polite_footer_behind_the_signature_is_noise() -> None:
    text = "영화가 개봉했다.\n\n하늘비 기자 sky@news.example\n새벽일보는 여러분의 제보를 기다립니다."
    assert [kind for kind, _ in kinds(text)] == ["text", "noise", "noise"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="가나다 배우감독은이.!?‘’“”()\n△-=ⓒ0a'\"", max_size=120))
def test_sentences_stand_where_they_say_in_order(text: str) -> None:
    last = 0
    for sentence in split_sentences(text):
        assert text[sentence.span.start : sentence.span.end] == sentence.span.text
        assert sentence.span.start >= last
        assert "\n" not in sentence.span.text
        assert all(sentence.span.start <= token.start <= token.end <= sentence.span.end for token in sentence.tokens)
        last = sentence.span.end


def test_offsets_count_code_points_beside_an_emoji() -> None:
    text = "😀 노을찬 감독이 웃었다."
    token = next(token for sentence in split_sentences(text) for token in sentence.tokens if token.text == "감독")
    assert text[token.start : token.end] == "감독"


def test_time_grows_linearly_with_brackets_and_quotes() -> None:
    load_kiwi()

    def seeing(size: int) -> Callable[[], object]:
        lines = ("‘(“" * size + "다. " * size, "가" * size, "@" * size, "<" * size)
        return lambda: [is_noise(line) for line in lines]

    assert times_as_long(seeing, 2000, 20000, floor=0.002, most=60) < 60

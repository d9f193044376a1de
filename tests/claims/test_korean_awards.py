from __future__ import annotations

import pytest

from claims.korean_case import facts
from kgraph.claims.korean.awards import RULES


def won(who: str, award: str, date: str | None = None) -> tuple[object, ...]:
    return ("won", who, None, ("award", award), *((("date", date),) if date else ()))


def nominated(who: str, award: str, date: str | None = None) -> tuple[object, ...]:
    return ("nominated_for", *won(who, award, date)[1:])


CASES = [
    (
        (
            "멜론뮤직어워드 시상식이 지난 26일 서울에서 열렸다.\n\n"
            "△올해의 신인=[o.group:물결소년], [o.group:나루]\n\n△TOP10=[o.group:나루], [p:하도윤]"
        ),
        {
            won("물결소년", "멜론뮤직어워드 올해의 신인", "2022-01-26"),
            won("나루", "멜론뮤직어워드 올해의 신인", "2022-01-26"),
            won("나루", "멜론뮤직어워드 TOP10", "2022-01-26"),
            won("하도윤", "멜론뮤직어워드 TOP10", "2022-01-26"),
        },
    ),
    (
        "신인상은 [o.group:물결소년]과 [o.group:나루]가 함께 받았다. 제10회 멜론뮤직어워드 시상식 결과다.",
        {won("물결소년", "멜론뮤직어워드 신인상"), won("나루", "멜론뮤직어워드 신인상")},
    ),
    (
        "영화 ‘[w:달의 문]’이 6일 밤 막을 내린 제46회 대종상영화제에서 최우수작품상을 비롯해 편집상과 음향기술상까지 가져갔다.",
        {won("달의 문", f"대종상영화제 {prize}", "2022-02-06") for prize in ("최우수작품상", "편집상", "음향기술상")},
    ),
    (
        "[p:하도윤]은 제10회 청룡영화상에서 남우주연상을 받았다.",
        {won("하도윤", "청룡영화상 남우주연상")},
    ),
    (
        "제10회 청룡영화상 남우주연상은 ‘[w:달의 문]’의 [p:하도윤], 여우주연상은 ‘[w:물결]’의 [p:서이나]에게 돌아갔다.",
        {
            won("하도윤", "청룡영화상 남우주연상"),
            won("서이나", "청룡영화상 여우주연상"),
            ("acted_in", "하도윤", "달의 문"),
            ("acted_in", "서이나", "물결"),
        },
    ),
    (
        "백상예술대상 결과다.\n\n△시나리오상: ‘[w:물결]’ [p:하도윤] [p:서이나] △촬영상: ‘[w:달의 문]’ [p:박보배]",
        {
            won("하도윤", "백상예술대상 시나리오상"),
            won("서이나", "백상예술대상 시나리오상"),
            won("박보배", "백상예술대상 촬영상"),
            ("wrote", "하도윤", "물결"),
            ("wrote", "서이나", "물결"),
        },
    ),
    (
        "제39회 청룡영화상 수상자.\n▲남우주연상=[p:하도윤]([w:달의 문])",
        {won("하도윤", "청룡영화상 남우주연상"), ("acted_in", "하도윤", "달의 문")},
    ),
    (
        "[p:하도윤] 감독, ‘[w:달의 문]’으로 제36회 청룡영화상 감독상",
        {won("하도윤", "청룡영화상 감독상"), ("directed", "하도윤", "달의 문")},
    ),
    (
        "인기상은 [p:하도윤]과 [p:서이나] 차지였다. 2020년 KBS 연기대상이 열렸다.",
        {won("하도윤", "KBS 연기대상 인기상", "2020"), won("서이나", "KBS 연기대상 인기상", "2020")},
    ),
    ("칸 국제영화제에서 감독상을 받은 [p:하도윤] 감독이 돌아왔다.", {won("하도윤", "칸 국제영화제 감독상")}),
    ("드라마 작품상은 ‘[w:달의 문]’에 돌아갔다. 백상예술대상 시상식이 끝났다.", {won("달의 문", "백상예술대상 드라마 작품상")}),
    (
        "대종상, 청룡상, 아시아영화제 트로피를 모두 거머쥔 [p:하도윤]이다.",
        {won("하도윤", "대종상"), won("하도윤", "청룡상"), won("하도윤", "아시아영화제")},
    ),
    ("[p:하도윤]은 백상예술대상 최우수연기상 후보에 올랐다.", {nominated("하도윤", "백상예술대상 최우수연기상")}),
    (
        "제36회 청룡영화상 감독상을 놓고 두 명이 후보로 맞붙었다. ‘[w:물결]’의 [p:하도윤], ‘[w:달의 문]’의 [p:박보배] 감독이다.",
        {
            nominated("하도윤", "청룡영화상 감독상"),
            nominated("박보배", "청룡영화상 감독상"),
            ("directed", "하도윤", "물결"),
            ("directed", "박보배", "달의 문"),
        },
    ),
]
NOTHING = [
    "[p:하도윤]은 백상예술대상 최우수연기상 수상에 실패했다.",
    "[p:하도윤]이 청룡영화상 신인상 시상자로 나섰다.",
    "국내 영화가 심사 대상이었고 [p:하도윤]도 투표했다.",
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_awards_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(RULES, marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_no_award(marked: str) -> None:
    assert facts(RULES, marked) == set()

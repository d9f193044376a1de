from __future__ import annotations

import pytest

from claims.korean_case import facts
from kgraph.claims.korean import agencies, groups

ENDED = ("status", "ended")


def signed(who: str, agency: str = "별빛", *more: tuple[str, str]) -> tuple[object, ...]:
    return ("signed_with", who, agency, *more)


AGENCIES = [
    ("[p:하도윤] 소속사 [o.agency:별빛]은 입장을 냈다.", {signed("하도윤")}),
    ("[p:하도윤]의 전 소속사 [o.agency:별빛]은 말을 아꼈다.", {signed("하도윤", "별빛", ENDED)}),
    ("[o.agency:별빛]도 소속 배우 [p:하도윤]이 제의를 받았다고 했다.", {signed("하도윤")}),
    ("[p:하도윤]([o.agency:별빛] 소속)은 새 작품을 고른다.", {signed("하도윤")}),
    ("[p:하도윤]은 지난해 3월 31일 [o.agency:별빛]과 전속계약이 만료됐다.", {signed("하도윤", "별빛", ENDED)}),
    ("[p:하도윤]이 몸담은 [o.agency:별빛]은 선을 그었다.", {signed("하도윤")}),
    ("[p:하도윤]은 [o.agency:별빛]과 전속계약을 체결했다.", {signed("하도윤")}),
    ("[o.agency:별빛]은 “배우 [p:하도윤]과 전속계약을 맺었다”고 밝혔다.", {signed("하도윤")}),
    (
        "[p:하도윤] 소속사 [o.agency:별빛]은 입장을 냈다. 이로써 [p:하도윤]은 [p:서이나], [p:박보배]와 한솥밥을 먹게 됐다.",
        {signed("하도윤"), signed("서이나"), signed("박보배")},
    ),
    ("[o.agency:별빛]에는 [p:서이나], [p:박보배] 등이 소속돼 있다.", {signed("서이나"), signed("박보배")}),
    (
        "[p:하도윤]은 지난달 [o.agency:별빛]과 전속계약이 만료된 뒤 [o.agency:달빛]으로 둥지를 옮겼다.",
        {signed("하도윤", "별빛", ENDED), signed("하도윤", "달빛")},
    ),
    (
        "[p:하도윤]은 배우 [p:서이나]가 소속된 [o.agency:별빛]과 전속계약을 맺었다.",
        {signed("하도윤"), signed("서이나")},
    ),
]
NO_AGENCY = [
    "[p:하도윤]은 [o.agency:별빛]과 전속계약을 논의 중이다.",
    "[p:하도윤]은 [o.broadcaster:별방송] 소속사 건물을 지났다.",
    "[p:하도윤]과 [o.broadcaster:별방송]이 만났다.",
]
GROUPS = [
    ("그룹 [o.group:바람새]의 [p:서이나]가 합류했다.", {("member_of", "서이나", "바람새")}),
    (
        "[o.group:바람새] 멤버 [p:서이나]와 [p:박보배]가 나왔다.",
        {("member_of", "서이나", "바람새"), ("member_of", "박보배", "바람새")},
    ),
    (
        "[o.group:바람새]는 [p:서이나], [p:박보배]로 이뤄진 2인조 걸그룹이다.",
        {("member_of", "서이나", "바람새"), ("member_of", "박보배", "바람새")},
    ),
    ("[o.group:바람새] 출신 배우 [p:서이나]", {("member_of", "서이나", "바람새", ENDED)}),
    (
        "지난해 12월 31일 그룹 [o.group:바람새] 활동을 마친 [p:서이나]는 연기에 나선다.",
        {("member_of", "서이나", "바람새", ENDED)},
    ),
    ("[p:서이나]가 몸담고 있는 밴드 [o.group:바람새]", {("member_of", "서이나", "바람새")}),
    (
        "걸그룹 [o.group:바람새]([p:서이나], [p:박보배])가 돌아온다.",
        {("member_of", "서이나", "바람새"), ("member_of", "박보배", "바람새")},
    ),
    ("[p:서이나]는 [o.group:바람새]를 탈퇴했다.", {("member_of", "서이나", "바람새", ENDED)}),
    (
        "[p:서이나]는 [o.group:바람새], [p:박보배]는 [o.group:물새]다.",
        {("member_of", "서이나", "바람새"), ("member_of", "박보배", "물새")},
    ),
]
NO_GROUP = [
    "[o.broadcaster:별방송] [p:서이나]는 웃었다.",
    "[p:서이나]는 [o.group:바람새]와 무대에 올랐다.",
]


@pytest.mark.parametrize(("marked", "expected"), AGENCIES)
def test_contracts_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(agencies.RULES, marked) == expected


@pytest.mark.parametrize("marked", NO_AGENCY)
def test_no_contract(marked: str) -> None:
    assert facts(agencies.RULES, marked) == set()


@pytest.mark.parametrize(("marked", "expected"), GROUPS)
def test_members_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(groups.RULES, marked) == expected


@pytest.mark.parametrize("marked", NO_GROUP)
def test_no_member(marked: str) -> None:
    assert facts(groups.RULES, marked) == set()

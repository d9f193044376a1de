from __future__ import annotations

import pytest

from claims.korean_case import facts
from kgraph.claims.korean.friends import RULES as FRIENDS
from kgraph.claims.korean.romance import RULES

D, M, F = "dating", "married_to", "friend_of"
PAIR = ("서이나", "하도윤")
ENDED, DENIED, PLANNED = ("status", "ended"), ("status", "denied"), ("status", "planned")
CASES = [
    ("[p:하도윤]과 [p:서이나]가 열애를 인정했다.", {(D, *PAIR)}),
    ("배우 [p:하도윤]은 [p:서이나]와 3년째 교제 중이다.", {(D, *PAIR)}),
    ("[p:하도윤]과 배우 [p:서이나]는 2017년 12월 결별했다.", {(D, *PAIR, ENDED)}),
    ("공개 연애를 하던 [p:하도윤]과 배우 [p:서이나]는 2017년 12월 결별했다.", {(D, *PAIR, ENDED)}),
    ("[p:하도윤]과 [p:서이나]의 열애설이 되살아났다. 양측은 사귀는 사이가 아니라며 열애설을 부인했다.", {(D, *PAIR, DENIED)}),
    ("[p:하도윤]·[p:서이나] 열애설, 양측 “사실무근”", {(D, *PAIR, DENIED)}),
    ("[p:하도윤]과 [p:서이나]의 열애설에 양측은 열애를 인정했다.", {(D, *PAIR)}),
    ("[p:하도윤]과 [p:서이나] 측은 “좋은 감정으로 만나고 있다”고 밝혔다.", {(D, *PAIR)}),
    ("[p:하도윤]과 [p:서이나]는 지난해 10월 결혼했다.", {(M, *PAIR)}),
    ("[p:서이나]는 2015년 배우 [p:하도윤]과 결혼해 아들을 뒀다.", {(M, *PAIR)}),
    ("[p:하도윤]이 오는 5월 [p:서이나]와 결혼한다.", {(M, *PAIR, PLANNED)}),
    ("[p:하도윤]과 [p:서이나]가 오는 10일 결혼식을 올린다.", {(M, *PAIR, PLANNED)}),
    ("[p:하도윤]과 [p:서이나]가 결혼을 발표했다.", {(M, *PAIR, PLANNED)}),
    ("[p:하도윤]과 [p:서이나]가 백년가약을 맺었다.", {(M, *PAIR)}),
    ("[p:하도윤]과 [p:서이나]는 2015년 결혼했지만 2019년 이혼했다.", {(M, *PAIR, ENDED)}),
    ("[p:하도윤]은 새 앨범을 냈다. 이혼한 배우 [p:서이나]와의 사이에서 딸을 뒀다.", {(M, *PAIR, ENDED)}),
]
FRIEND_CASES = [
    (
        "[p:박보배]와 [p:하도윤], [o.group:바람새] [p:서이나]는 소문난 절친이다.",
        {(F, *PAIR), (F, "박보배", "서이나"), (F, "박보배", "하도윤")},
    ),
    ("[p:하도윤]과 [p:서이나]는 충무로가 다 아는 동갑 절친이다.", {(F, *PAIR)}),
    ("할리우드에는 [p:하도윤]과 [p:서이나]가 있다. 여덟 살에 만나 지금껏 붙어 다니는 둘도 없는 친구다.", {(F, *PAIR)}),
    ("이들 못지않은 단짝이 [p:하도윤]과 [p:서이나]다.", {(F, *PAIR)}),
    ("[p:하도윤]의 절친 [p:서이나]가 응원했다.", {(F, *PAIR)}),
    ("[p:하도윤]은 절친 [p:서이나]의 시사회를 찾았다.", {(F, *PAIR)}),
    ("[p:하도윤]은 [p:서이나]와 절친한 사이다.", {(F, *PAIR)}),
    ("[p:하도윤]은 [p:서이나]와 오랜 우정을 이어왔다.", {(F, *PAIR)}),
    (
        "[인터뷰] [p:하도윤] 감독 “실감 안 나”\n\n“그 작품의 창작자인 [p:서이나] 감독과는 동문이고 무척 가까운 친구예요.”",
        {(F, *PAIR)},
    ),
]
NOTHING = [
    "[p:하도윤]과 [p:서이나]의 열애설이 불거졌다.",
    "[p:하도윤]과 [p:서이나]는 극 중 연인 사이로 나온다.",
    "[p:하도윤]과 [p:서이나]가 친구로 호흡을 맞춘다.",
    "[p:하도윤]과 [p:서이나]는 드라마에서 결혼했다.",
    "[p:하도윤]은 결혼 생각이 없다. [p:서이나]도 마찬가지다.",
    "[p:하도윤]이 [p:서이나]의 결혼식 사회를 봤다.",
    "[p:하도윤]은 소속사와 결별했다.",
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_romance_reads(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(RULES, marked) == expected


@pytest.mark.parametrize(("marked", "expected"), FRIEND_CASES)
def test_friendship_reads(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(FRIENDS, marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_nothing_reads(marked: str) -> None:
    assert facts((*RULES, *FRIENDS), marked) == set()

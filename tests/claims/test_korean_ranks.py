from __future__ import annotations

import pytest

from claims.korean_case import facts
from kgraph.claims.korean import ranks, ratings, releases


def ranked(work: str, rank: int, **more: object) -> tuple[object, ...]:
    return ("ranked", work, None, *sorted({"rank": rank, **more}.items()))


def rated(work: str, percent: float, **more: object) -> tuple[object, ...]:
    return ("rated", work, None, *sorted({"percent": percent, **more}.items()))


def released(work: str, date: str) -> tuple[object, ...]:
    return ("released_on", work, None, ("date", date))


RANKS = [
    (
        "‘[w:물결]’은 6일 기준 순위 사이트 플릭스패트롤의 월드 TV쇼 부문에서 1위를 지켰다. 2위는 ‘[w:바람]’이다.",
        {
            ranked("물결", 1, chart="플릭스패트롤", region="world", date="2022-02-06"),
            ranked("바람", 2, chart="플릭스패트롤", region="world", date="2022-02-06"),
        },
    ),
    ("‘[w:물결]’이 9일 연속 박스오피스 1위를 지키고 있다.", {ranked("물결", 1, chart="박스오피스", days=9, date="2022-02-08")}),
    ("줄곧 박스오피스 1위를 달리던 ‘[w:바람]’은 내려왔다.", {ranked("바람", 1, chart="박스오피스")}),
    ("‘[w:바람]’을 제치고 ‘[w:물결]’이 예매율 1위에 올랐다.", {ranked("물결", 1)}),
    ("‘[w:물결]’과 ‘[w:바람]’이 각각 3위와 4위를 기록했다.", {ranked("물결", 3), ranked("바람", 4)}),
    ("1위는 [p:하도윤] 주연의 ‘[w:물결]’이 차지했다.", {ranked("물결", 1)}),
    (
        "‘[w:물결]’은 한국에서 2위, ‘[w:바람]’은 미국에서 3위다.",
        {ranked("물결", 2, region="South Korea", date="2022-02-08"), ranked("바람", 3, region="US", date="2022-02-08")},
    ),
    (
        "‘[w:물결]’은 지난 4일 관객 31만 명으로 박스오피스 2위를 차지했다. ‘[w:바람]’은 미국 빌보드 200 1위에 올랐다.",
        {
            ranked("물결", 2, chart="박스오피스", date="2022-02-04"),
            ranked("바람", 1, chart="빌보드 200", region="US"),
        },
    ),
    ("‘[w:물결]’은 지난 6일 방송됐다. 동시간대 1위다.", {ranked("물결", 1, date="2022-02-06")}),
    ("‘[w:물결]’은 지난달 18일 개봉 후 2위를 이어갔다.", {ranked("물결", 2)}),
]
NO_RANKS = [
    "‘[w:물결]’이 1위를 노린다.",
    "[p:하도윤]이 배우 브랜드평판 1위에 올랐다.",
    "‘[w:물결]’은 왕좌에서 내려왔다.",
    "‘[w:물결]’이 10위권에 들었다.",
    "‘[w:물결]’은 8개국에서 1위를 차지했다.",
    "한국에서 ‘왕좌의 길’이 공개된다. ‘[w:물결]’도 온다.",
    "‘[w:물결]’이 흥행 중이다. ‘모르는 영화’는 2위를 차지했다.",
]
RATINGS = [
    (
        "닐슨코리아에 따르면 지난 7일 첫 방송된 tvN ‘[w:물결]’은 전국 기준 7.6%, 수도권 기준 7.8%를 기록했다.",
        {
            rated("물결", 7.6, region="nationwide", date="2022-02-07", episode=1),
            rated("물결", 7.8, region="Seoul", date="2022-02-07", episode=1),
            released("물결", "2022-02-07"),
        },
    ),
    ("‘[w:물결]’ 8회는 9%(닐슨코리아 전국 기준)로 출발했다.", {rated("물결", 9, region="nationwide", episode=8)}),
    ("전작 ‘[w:바람]’의 시청률은 첫 회 10.9%에서 시작해 평균 24.7%였다.", {rated("바람", 10.9, episode=1), rated("바람", 24.7)}),
    ("시청률 7%로 출발한 ‘[w:물결]’이 돌아온다.", {rated("물결", 7)}),
    ("‘[w:물결]’ 5, 6회 시청률은 각각 5.7%, 7.9%다.", {rated("물결", 5.7, episode=5), rated("물결", 7.9, episode=6)}),
]
NO_RATINGS = [
    "‘[w:물결]’ 시청자 가운데 40대 여성의 비중이 15%로 으뜸이었다. 시청률은 밝히지 않았다.",
    "‘[w:물결]’ 시청률이 1.2%포인트 올랐다.",
    "‘[w:물결]’ 시청률이 20%에 육박했다.",
    "‘[w:물결]’은 2049 시청률 3.1%를 기록했다.",
    "‘[w:물결]’은 예매율 35%를 기록했다.",
]
RELEASES = [
    ("《[w:물결]》은 2009년 3월 4일부터 2009년 4월 30일까지 방영된 드라마이다.", {released("물결", "2009-03-04")}),
    ("뮤지컬 ‘[w.play:물결]’이 오는 3월 7일 대학로에서 개막한다.", {released("물결", "2022-03-07")}),
    ("드라마 ‘[w.series:물결]’이 온다. ‘[w.series:바람]’ 후속으로 3월 2일 첫 방송된다.", {released("물결", "2022-03-02")}),
    ("지난달 28일 공개된 넷플릭스 시리즈 ‘[w:물결]’이 화제다.", {released("물결", "2022-01-28")}),
    ("‘[w:물결]’은 오는 28일 밤 9시 첫 방송된다.", {released("물결", "2022-02-28")}),
    ("2018년 개봉한 영화 ‘[w:물결]’과 1999년작 ‘[w:바람]’", {released("물결", "2018"), released("바람", "1999")}),
    ("‘[w:물결]’(2001)이 다시 걸린다.", {released("물결", "2001")}),
    ("원작 ‘[w:물결]’은 2007년 3월 MBC에서 출발해 같은 해 5월 막을 내렸다.", {released("물결", "2007-03")}),
    ("오는 15일 신곡 ‘[w.song:물결]’을 선보인다.", {released("물결", "2022-02-15")}),
    ("둘은 지난해 드라마 ‘[w:물결]’에서 만났다.", {released("물결", "2021")}),
    ("‘[w:물결]’과 ‘[w:바람]’은 모두 지난해 방송됐다.", {released("물결", "2021"), released("바람", "2021")}),
    ("‘[w:물결]’의 첫 방송은 오는 28일이다.", {released("물결", "2022-02-28")}),
]
NO_RELEASES = [
    "28일 공개된 ‘[w:물결]’ 포스터가 눈길을 끈다.",
    "‘[w:물결]’ 예고편이 28일 공개됐다.",
    "지난 6일 방송된 ‘[w:물결]’에서 두 사람이 만났다.",
    "[p:하도윤]은 2021년 공개 연애를 시작했다. ‘[w:물결]’도 찍었다.",
    "‘[w:물결]’의 개봉을 기념해 오는 25일 잠옷을 출시한다.",
    "‘[w:물결]’은 20일 종영했다.",
]


@pytest.mark.parametrize(("marked", "expected"), RANKS)
def test_ranks_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(ranks.RULES, marked) == expected


@pytest.mark.parametrize("marked", NO_RANKS)
def test_no_rank(marked: str) -> None:
    assert facts(ranks.RULES, marked) == set()


@pytest.mark.parametrize(("marked", "expected"), RATINGS)
def test_ratings_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(ratings.RULES, marked) == expected


@pytest.mark.parametrize("marked", NO_RATINGS)
def test_no_rating(marked: str) -> None:
    assert facts(ratings.RULES, marked) == set()


@pytest.mark.parametrize(("marked", "expected"), RELEASES)
def test_releases_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(releases.RULES, marked) == expected


@pytest.mark.parametrize("marked", NO_RELEASES)
def test_no_release(marked: str) -> None:
    assert facts(releases.RULES, marked) == set()

from __future__ import annotations

import pytest

from claims.korean_case import facts, reading
from kgraph.claims.korean import adaptations, sequels

RULES = (*adaptations.RULES, *sequels.RULES)

CASES = [
    (
        "‘[w.series:물결]’의 원작은 [p:박보배] 작가가 그린 동명의 웹툰이다.",
        {("based_on", "물결", "물결"), ("wrote", "박보배", "물결")},
    ),
    ("동명 웹툰을 원작으로 한 드라마 ‘[w.series:물결]’이 온다.", {("based_on", "물결", "물결")}),
    ("‘[w.film:물결]’은 소설 ‘[w.novel:바람]’을 원작으로 한다.", {("based_on", "물결", "바람")}),
    ("웹툰 ‘[w.webtoon:바람]’을 원작으로 한 영화 ‘[w.film:물결]’이 개봉했다.", {("based_on", "물결", "바람")}),
    ("‘[w.film:물결]’이 개봉했다. 이탈리아 영화 ‘[w.film:바람]’을 리메이크한 작품이다.", {("remake_of", "물결", "바람")}),
    ("‘[w.film:물결]’은 ‘[w.film:바람]’의 리메이크작이다.", {("remake_of", "물결", "바람")}),
    ("물결이 온다.\n\n12년 만에 다시 만들어지는 드라마 ‘[w.series:물결]’의 배우가 정해졌다.", {("remake_of", "물결", "물결")}),
    ("[p:하도윤] 감독의 ‘[w.film:물결]’과 그 속편 ‘[w.film:바람]’이 흥행했다.", {("sequel_of", "바람", "물결")}),
    ("‘[w.film:바람]’은 2019년 흥행한 ‘[w.film:물결]’의 속편이다.", {("sequel_of", "바람", "물결")}),
    (
        "[p:박보배] 작가의 웹툰에서 출발한 JTBC ‘[w.series:물결]’이 온다.",
        {("based_on", "물결", "물결"), ("wrote", "박보배", "물결")},
    ),
    ("‘[w.series:물결]’의 원작은 영국 [o.broadcaster:BBC]의 ‘[w:바람]’이다.", {("remake_of", "물결", "바람")}),
    ("‘[w.film:물결]’은 2006년 ‘[w:바람]’으로 다시 태어났다.", {("remake_of", "바람", "물결")}),
    ("드라마를 미국에서 만든다. ‘[w.series:물결]’을 2017년 ‘[w:바람]’으로 리메이크했다.", {("remake_of", "바람", "물결")}),
    ("‘[w.film:물결]’은 이탈리아 영화 ‘[w:바람]’을 옮긴 것이다.", {("remake_of", "물결", "바람")}),
]
NOTHING = [
    "‘[w.series:물결]’은 웹툰 원작이 아니다.",
    "같은 감독이 만들었을 뿐 ‘[w.series:물결]’이 ‘[w.series:바람]’의 속편은 아니다.",
    "‘[w.series:물결]’ 후속으로 ‘[w.series:바람]’이 방송된다.",
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_sources_read(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(RULES, marked) == expected


@pytest.mark.parametrize("marked", NOTHING)
def test_no_source(marked: str) -> None:
    assert facts(RULES, marked) == set()


def test_a_namesake_is_another_work() -> None:
    document = reading("동명 웹툰을 원작으로 한 드라마 ‘[w.series:물결]’이 온다.")
    (claim,) = [claim for rule in RULES for claim in rule(document)]
    assert claim.object is not None
    assert claim.object.ref != claim.subject.ref
    assert (claim.subject.kind, claim.object.kind) == ("series", "webtoon")

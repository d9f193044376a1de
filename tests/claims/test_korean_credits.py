"""Who made, plays in, shows and sings what, in sentences about invented people and works."""

from __future__ import annotations

import pytest

from claims.korean_case import facts
from kgraph.claims.korean import airing, billing, casting, casts, makers, music, oeuvres
from kgraph.claims.korean import credits as credit_rules

DIRECTED = ("directed", "권무진", "담장")
WROTE = ("wrote", "이설희", "담장")


def acted(who: str, character: str | None = None, status: str | None = None, work: str = "담장") -> tuple[object, ...]:
    more = [pair for pair in (("character", character), ("status", status)) if pair[1]]
    return ("acted_in", who, work, *more)


CREDITS = [
    (
        "드라마 ‘[w:담장]’(극본 [p:이설희], 연출 [p:권무진], 제작 [o.studio:파란문])은 재미있다.",
        {WROTE, DIRECTED, ("produced_by", "담장", "파란문")},
    ),
    ("드라마 ‘[w:담장]’([p:이설희] 극본, [p:권무진] 연출)은 재미있다.", {WROTE, DIRECTED}),
    ("드라마 ‘[w:담장]’(연출 [p:권무진]·극본 [p:이설희])은 재미있다.", {WROTE, DIRECTED}),
    ("영화 ‘[w:담장]’(각본·감독 [p:권무진])은 재미있다.", {DIRECTED, ("wrote", "권무진", "담장")}),
    ("‘[w:담장]’을 연출한 [p:권무진] 감독이 왔다.", {DIRECTED}),
    ("[p:권무진] 감독이 연출한 ‘[w:담장]’은 재미있다.", {DIRECTED}),
    ("[p:권무진] 감독이 만든 2007년 개봉작 ‘[w:담장]’은 재미있다.", {DIRECTED}),
    ("[p:권무진]은 ‘[w:담장]’의 메가폰을 잡았다.", {DIRECTED}),
    ("‘[w:담장]’을 쓴 [p:이설희] 작가가 왔다.", {WROTE}),
    ("[p:이설희] 작가가 집필하고 [p:권무진] PD가 연출한 ‘[w:담장]’이 온다.", {WROTE, DIRECTED}),
    ("‘[w:담장]’은 30일 공개된다. [p:이설희]가 직접 각본을 썼다.", {WROTE}),
    ("[p:이설희] 작가는 [p:권무진] 작가와 함께 ‘[w:담장]’을 썼다.", {WROTE, ("wrote", "권무진", "담장")}),
    (
        "《[w:담장]》은 드라마이다.\n\n연출: [p:권무진], [p:다미]\n\n제작사: [o.studio:파란문]",
        {DIRECTED, ("directed", "다미", "담장"), ("produced_by", "담장", "파란문")},
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CREDITS)
def test_credits(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(credit_rules.RULES, marked) == expected


MAKERS = [
    ("[p:권무진] 감독의 영화 ‘[w:담장]’이 개봉했다.", {DIRECTED}),
    ("‘[w:담장]’의 [p:이설희] 작가가 왔다.", {WROTE}),
    ("[p:권무진] 연출작 ‘[w:담장]’이 개봉했다.", {DIRECTED}),
    ("‘[w:담장]’은 [p:권무진] 감독의 신작이다.", {DIRECTED}),
    ("‘[w:담장]’이 개봉했다. 메가폰은 [p:권무진] 감독이 쥐었다.", {DIRECTED}),
    ("‘[w:담장]’이 개봉했다. 대본은 [p:이설희] 작가가 썼고 음악은 [p:물빛]이 맡았다.", {WROTE, ("composed_for", "물빛", "담장")}),
    ("[p:이설희]가 ‘[w:담장]’의 크리에이터라는 점이 눈길을 끈다.", {("created", "이설희", "담장")}),
    ("[p:권무진] 감독은 영화 ‘[w:담장]’으로 데뷔했다.", {DIRECTED}),
    ("영화 ‘[w:담장]’으로 데뷔한 배우 [p:노아름]이 왔다.", {acted("노아름")}),
    ("배우 [p:노아름]은 영화 ‘[w:담장]’을 촬영 중이다.", {acted("노아름")}),
    ("[p:권무진] 감독은 배우 [p:노아름]과 인사했다.", set()),
]


@pytest.mark.parametrize(("marked", "expected"), MAKERS)
def test_makers(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts((*makers.RULES, *oeuvres.RULES), marked) == expected


CASTING = [
    ("[p:노아름]은 ‘[w:담장]’에서 형사 강은호 역을 맡았다.", {acted("노아름", "강은호")}),
    ("[p:노아름]은 ‘[w:담장]’에서 강은호로 분한다.", {acted("노아름", "강은호")}),
    ("[p:노아름]이 강은호를 연기한 ‘[w:담장]’이 끝났다.", {acted("노아름", "강은호")}),
    (
        "‘[w:담장]’이 온다. [p:노아름](강은호 역)과 [p:배경한](서다온 역)이 만난다.",
        {acted("노아름", "강은호"), acted("배경한", "서다온")},
    ),
    ("‘[w:담장]’에서 형사 강은호([p:노아름])가 돌아온다.", {acted("노아름", "강은호")}),
    (
        "‘[w:담장]’이 온다. [p:노아름]은 강은호로, [p:배경한]은 서다온으로 분한다.",
        {acted("노아름", "강은호"), acted("배경한", "서다온")},
    ),
    ("‘[w:담장]’이 온다. [p:노아름], [p:배경한] 등이 출연한다.", {acted("노아름"), acted("배경한")}),
    (
        "배우 [p:노아름]과 [p:배경한]이 ‘[w:담장]’ 출연을 검토 중이다.",
        {acted("노아름", None, "talks"), acted("배경한", None, "talks")},
    ),
    ("[p:노아름]은 ‘[w:담장]’ 출연 제안을 고사했다.", {acted("노아름", None, "declined")}),
    ("[p:노아름]이 검토 끝에 ‘[w:담장]’ 출연을 확정했다.", {acted("노아름")}),
    ("[p:노아름]의 ‘[w:담장]’ 출연은 사실무근이다.", set()),
    ("[p:노아름]은 ‘[w:담장]’에 출연하고 싶다고 했다.", set()),
    ("[p:노아름]이 연기하는 강은호는 ‘[w:담장]’의 의사다.", {acted("노아름", "강은호")}),
]


@pytest.mark.parametrize(("marked", "expected"), CASTING)
def test_casting(marked: str, expected: set[tuple[object, ...]]) -> None:
    found = facts(casting.RULES, marked)
    plain = {fact for fact in found if len(fact) == 3 and any(len(other) > 3 and other[:3] == fact for other in found)}
    assert found - plain == expected


CASTS = [
    ("[p:노아름] 주연의 ‘[w:담장]’이 온다.", {acted("노아름")}),
    ("‘[w:담장]’의 주인공 [p:노아름]이 왔다.", {acted("노아름")}),
    ("‘[w:담장]’이 온다. 주연은 [p:노아름]과 [p:배경한]이 맡았다.", {acted("노아름"), acted("배경한")}),
    (
        "‘[w:담장]’의 제작발표회가 열렸다. 이 자리에는 [p:권무진] 감독과 배우 [p:노아름], [p:배경한]이 참석했다.",
        {DIRECTED, acted("노아름"), acted("배경한")},
    ),
    ("[p:권무진] 감독과 배우 [p:노아름]은 ‘[w:담장]’에 이어 두 번째 호흡이다.", {DIRECTED, acted("노아름")}),
    ("‘[w:담장]’에서 배우 [p:노아름]과 호흡을 맞췄다.", {acted("노아름")}),
]


@pytest.mark.parametrize(("marked", "expected"), CASTS)
def test_casts(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(casts.RULES, marked) == expected


AIRED = ("aired_on", "담장", "별방송")
MADE = ("produced_by", "담장", "파란문")
AIRING = [
    ("[o.broadcaster:별방송] 새 토일드라마 ‘[w:담장]’이 온다.", {AIRED}),
    ("‘[w:담장]’은 지난해 [o.broadcaster:별방송]에서 방송됐다.", {AIRED}),
    ("[o.broadcaster:별방송]은 22일 드라마 ‘[w:담장]’을 공개한다.", {AIRED}),
    ("[o.platform:별방송] 오리지널 시리즈 ‘[w:담장]’과 ‘[w:골목]’이 온다.", {AIRED, ("aired_on", "골목", "별방송")}),
    ("‘[w:담장]’을 만든 [o.studio:파란문]의 대표가 왔다.", {MADE}),
    ("‘[w:담장]’이 온다. 제작사는 [o.studio:파란문]이다.", {MADE}),
    ("[o.broadcaster:별방송] 기자가 ‘[w:담장]’을 봤다.", set()),
]


@pytest.mark.parametrize(("marked", "expected"), AIRING)
def test_airing(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(airing.RULES, marked) == expected


SANG = ("performed", "물빛", "달밤")
MUSIC = [
    ("가수 [p:물빛]의 신곡 ‘[w.song:달밤]’이 나왔다.", {SANG}),
    ("[p:물빛]은 ‘[w.song:달밤]’을 발표했다.", {SANG}),
    ("[p:물빛]이 부른 ‘[w.song:달밤]’이 1위에 올랐다.", {SANG}),
    ("그룹 [o.group:물빛]의 ‘[w:달밤]’은 오래 사랑받았다.", {SANG}),
    ("‘[w.song:달밤]’을 부른 가수 [p:물빛]이 왔다.", {SANG}),
    ("[p:물빛] PD가 ‘[w.variety:달밤]’을 선보였다.", set()),
]


@pytest.mark.parametrize(("marked", "expected"), MUSIC)
def test_music(marked: str, expected: set[tuple[object, ...]]) -> None:
    assert facts(music.RULES, marked) == expected


BILLED = [
    ("‘온달’ 역에는 [p:노아름]과 [p:배경한]이 이름을 올렸다.", {acted("노아름", "온달"), acted("배경한", "온달")}),
    ("[p:노아름]은 수아, [p:배경한]은 검사 온달을 연기했다.", {acted("노아름", "수아")}),
    (
        "‘[w.film:수로]’에는 [p:노아름]이, ‘[w.film:담벼락]’에는 [p:배경한]이 나온다.",
        {acted("노아름", work="수로"), acted("배경한", work="담벼락")},
    ),
    ("[p:노아름]·[p:배경한]의 「[w.film:수로]」를 다시 본다.", {acted("노아름", work="수로"), acted("배경한", work="수로")}),
    ("[p:노아름] 감독과 [p:배경한]의 「[w.film:수로]」를 다시 본다.", set()),
    ("[p:노아름], [p:배경한], [p:은세라]가 마을의 비극을 그렸다.", {acted("노아름"), acted("배경한"), acted("은세라")}),
    ("[p:노아름], [p:배경한], [p:은세라]가 시상식에 참석했다.", set()),
    ("극본은 [p:이설희], 연출은 [p:권무진]이 맡았다.", set()),
]


@pytest.mark.parametrize(("marked", "expected"), BILLED)
def test_casts_told_from_the_part_or_the_work(marked: str, expected: set[tuple[object, ...]]) -> None:
    billed = facts(billing.RULES, "드라마 ‘[w.series:담장]’이 30일 공개된다. " + marked)
    assert billed == expected

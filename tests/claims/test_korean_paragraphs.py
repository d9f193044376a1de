"""Paragraphs in the manner of Korean entertainment news, about invented people and works: everything the engine reads in them."""

from __future__ import annotations

import pytest

from kgraph.claims.korean import claims_of_rules
from kgraph.claims.korean.reading import Reading
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article, Claim

_SYMMETRIC = frozenset(("dating", "friend_of", "married_to", "sibling_of"))
_APART = frozenset(("ranked", "rated", "released_on"))  # facts of numbers and days have tests of their own

PARAGRAPHS = [
    (
        (
            "tvN 드라마 ‘시그널’의 후속작 ‘두 번째 시그널’이 2026년 방송된다. "
            "‘두 번째 시그널’은 김은희 작가가 극본을 쓰고 안태진 감독이 연출한다. "
            "전작 ‘시그널’은 2016년 방송됐으며 김원석 감독이 연출했다."
        ),
        {
            ("aired_on", "시그널", "tvN"),
            ("directed", "김원석", "시그널"),
            ("directed", "안태진", "두 번째 시그널"),
            ("sequel_of", "두 번째 시그널", "시그널"),
            ("wrote", "김은희", "두 번째 시그널"),
        },
    ),
    (
        ("배우 윤가온과 서태린이 영화 ‘푸른 언덕’에서 남매로 만난다. 두 사람은 앞서 드라마 ‘겨울 정거장’에서도 호흡을 맞췄다."),
        {
            ("acted_in", "서태린", "겨울 정거장"),
            ("acted_in", "서태린", "푸른 언덕"),
            ("acted_in", "윤가온", "겨울 정거장"),
            ("acted_in", "윤가온", "푸른 언덕"),
        },
    ),
    (
        (
            "배우 장하람과 문지오가 JTBC 새 드라마 ‘우리 집 이야기’에서 부부로 호흡을 맞춘다. "
            "7일 JTBC는 두 배우의 출연을 확정했다고 전했다."
        ),
        {
            ("acted_in", "문지오", "우리 집 이야기"),
            ("acted_in", "장하람", "우리 집 이야기"),
            ("aired_on", "우리 집 이야기", "JTBC"),
        },
    ),
    (
        (
            "배우 나은결이 청룡영화상 여우주연상 후보에 이름을 올리며 주목받고 있다. "
            "나은결은 영화 ‘유리 바다’에서 해녀 순옥 역을 맡았다."
        ),
        {
            ("acted_in", "나은결", "유리 바다"),
            ("nominated_for", "나은결", "청룡영화상 여우주연상"),
        },
    ),
    (
        (
            "드라마 ‘소리의 집’ 측이 배우 고하은의 스틸을 공개했다.\n"
            "극 중 고하은은 피아니스트 서이나 역을 맡았다. "
            "상대역인 변호사 강무진은 배우 진도율이 연기한다."
        ),
        {
            ("acted_in", "고하은", "소리의 집"),
            ("acted_in", "진도율", "소리의 집"),
        },
    ),
    (
        (
            "신인 감독 류해솔의 데뷔작 ‘언덕 위의 계절’이 부산국제영화제 뉴커런츠상을 수상했다. "
            "주연배우 민다온은 올해의 배우상을 받았다."
        ),
        {
            ("acted_in", "민다온", "언덕 위의 계절"),
            ("directed", "류해솔", "언덕 위의 계절"),
            ("won", "민다온", "부산국제영화제 올해의 배우상"),
            ("won", "언덕 위의 계절", "부산국제영화제 뉴커런츠상"),
        },
    ),
    (
        (
            "가수 겸 배우 온유나가 배우 배진서와 결혼한다. "
            "두 사람은 2021년 드라마 ‘봄날의 우체국’에서 연인으로 만나 실제 연인으로 발전했다."
        ),
        {
            ("acted_in", "배진서", "봄날의 우체국"),
            ("acted_in", "온유나", "봄날의 우체국"),
            ("dating", "배진서", "온유나"),
            ("married_to", "배진서", "온유나"),
        },
    ),
    (
        ("배우 전은호는 배우 전은솔의 친동생이다. 두 배우는 연극 ‘세 개의 방’에서 형제로 만났다."),
        {
            ("acted_in", "전은솔", "세 개의 방"),
            ("acted_in", "전은호", "세 개의 방"),
            ("sibling_of", "전은솔", "전은호"),
        },
    ),
    (
        (
            "일본 영화 ‘릴리의 정원’을 리메이크한 한국 영화 ‘세라의 정원’이 내년 봄 관객과 만난다. "
            "메가폰은 원작에 반한 공태오 감독이 잡았다. "
            "배급은 쇼박스가 맡는다."
        ),
        {
            ("directed", "공태오", "세라의 정원"),
            ("remake_of", "세라의 정원", "릴리의 정원"),
        },
    ),
    (
        (
            "배우 차도영이 ‘산장의 여름’ 출연 제안을 고사했다. "
            "소속사 관계자는 21일 OSEN에 “제안을 받았으나 일정상 출연하지 않기로 했다”고 밝혔다. "
            "이에 앞서 배우 봉하진도 출연을 검토 중이라고 알려졌다."
        ),
        {
            ("acted_in", "봉하진", "산장의 여름"),
            ("acted_in", "차도영", "산장의 여름"),
        },
    ),
    (
        (
            "개그맨 표진수와 가수 하연두가 열애 중이다. "
            "13일 스포츠조선에 따르면 두 사람은 예능 ‘주말엔 캠핑’에서 만나 1년째 교제하고 있다. "
            "두 사람의 소속사는 “좋은 감정으로 만나고 있다”고 인정했다."
        ),
        {
            ("dating", "표진수", "하연두"),
        },
    ),
    (
        (
            "배우 지승현이 영화 ‘그늘’에서 형사로 변신한다.\n"
            "영화 ‘그늘’은 소도시에서 벌어진 실종 사건을 쫓는 형사와 기자의 이야기를 그린 스릴러다. "
            "지승현은 형사 오태구 역을, 노가람은 기자 정소진 역을 맡아 호흡을 맞춘다.\n"
            "‘그늘’은 지난 5일 크랭크인했으며, 2026년 개봉 예정이다."
        ),
        {
            ("acted_in", "노가람", "그늘"),
            ("acted_in", "지승현", "그늘"),
        },
    ),
    (
        (
            "‘빛의 항로’ 오세은, 첫 악역 도전\n"
            "배우 오세은이 디즈니+ 오리지널 시리즈 ‘빛의 항로’를 통해 데뷔 후 처음으로 악역에 도전한다.\n"
            "‘빛의 항로’(연출 민수하, 극본 고재이)는 원양어선에서 벌어지는 이야기를 담은 해양 스릴러. "
            "오세은 외에도 박은조, 차율이 출연한다."
        ),
        {
            ("acted_in", "박은조", "빛의 항로"),
            ("acted_in", "오세은", "빛의 항로"),
            ("acted_in", "차율", "빛의 항로"),
            ("aired_on", "빛의 항로", "디즈니+"),
            ("directed", "민수하", "빛의 항로"),
            ("wrote", "고재이", "빛의 항로"),
        },
    ),
    (
        (
            "감독 겸 배우 유채율이 자신이 연출하고 주연한 영화 ‘귀환’으로 제30회 부산국제영화제에 초청됐다. "
            "‘귀환’은 소설가 맹가온의 동명 소설이 원작이다."
        ),
        {
            ("acted_in", "유채율", "귀환"),
            ("based_on", "귀환", "귀환"),
            ("directed", "유채율", "귀환"),
            ("wrote", "맹가온", "귀환"),
        },
    ),
    (
        (
            "KBS 2TV 수목드라마 ‘두 번째 봄’이 종영했다. "
            "주인공 나현우 역의 배우 기태성은 소속사를 통해 “행복한 시간이었다”고 종영 소감을 전했다. "
            "기태성의 차기작은 OCN ‘심야의 추적’이다."
        ),
        {
            ("acted_in", "기태성", "두 번째 봄"),
            ("acted_in", "기태성", "심야의 추적"),
            ("aired_on", "두 번째 봄", "KBS 2TV"),
            ("aired_on", "심야의 추적", "OCN"),
        },
    ),
    (
        (
            "‘왕의 정원’ 제작진은 “시즌2 제작을 확정했다”고 밝혔다. "
            "시즌1을 이끈 조해찬 감독이 다시 메가폰을 잡고, 서윤재 작가가 집필한다."
        ),
        {
            ("directed", "조해찬", "왕의 정원"),
            ("wrote", "서윤재", "왕의 정원"),
        },
    ),
    (
        ("가수 이람이 배우 진하솔과 결혼 3년 만에 이혼했다. 두 사람은 2022년 결혼했으며 슬하에 딸 하나를 뒀다."),
        {
            ("married_to", "이람", "진하솔"),
        },
    ),
    (
        (
            "배우 소유빈이 ‘제46회 청룡영화상’에서 신인여우상을 수상했다. "
            "소유빈은 영화 ‘물의 문’에서 해녀 미란을 연기해 호평받았다. "
            "같은 작품을 연출한 채운성 감독은 신인감독상 후보에 올랐다."
        ),
        {
            ("acted_in", "소유빈", "물의 문"),
            ("directed", "채운성", "물의 문"),
            ("nominated_for", "채운성", "청룡영화상 신인감독상"),
            ("won", "소유빈", "청룡영화상 신인여우상"),
        },
    ),
    (
        ("배우 공하린의 남편은 ‘안개 마을’을 연출한 위성준 감독이다. 공하린은 위 감독의 영화 ‘안개 마을’에도 얼굴을 비쳤다."),
        {
            ("acted_in", "공하린", "안개 마을"),
            ("directed", "위성준", "안개 마을"),
            ("married_to", "공하린", "위성준"),
        },
    ),
    (
        (
            "SBS 새 금토드라마 ‘골든 타워’ 제작발표회가 열렸다. "
            "이날 행사에는 배우 설인아, 문가영, 최현욱과 이단 감독이 참석했다. "
            "‘골든 타워’는 17일 오후 9시 50분 첫 방송된다."
        ),
        {
            ("acted_in", "문가영", "골든 타워"),
            ("acted_in", "설인아", "골든 타워"),
            ("acted_in", "최현욱", "골든 타워"),
            ("aired_on", "골든 타워", "SBS"),
            ("directed", "이단", "골든 타워"),
        },
    ),
    (
        (
            "배우 마루한이 그룹 스카이레인 출신 양도연과 절친한 사이라고 밝혔다. "
            "양도연은 2020년 스카이레인을 탈퇴한 뒤 연기자로 전향해 드라마 ‘오후의 햇살’에 출연했다."
        ),
        {
            ("acted_in", "양도연", "오후의 햇살"),
            ("friend_of", "마루한", "양도연"),
            ("member_of", "양도연", "스카이레인"),
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs_read(text: str, expected: set[tuple[str, str, str]]) -> None:
    document = read(Article("a", text, "ko", published="2025-10-03"))
    claims = claims_of_rules(Reading(document, find(document)))
    assert {_flat(claim) for claim in claims if claim.predicate not in _APART} == expected


def _flat(claim: Claim) -> tuple[str, str, str]:
    first, second = claim.subject.name, claim.object.name if claim.object else str(claim.qualifiers.award)
    if claim.predicate in _SYMMETRIC:
        first, second = sorted((first, second))
    return claim.predicate, first, second

"""Where a Korean text names a character rather than a person: 남온조 역, 김독자로 분했다, 온달수를 연기한다, 신호윤(기도훈).

The tagger uses it to keep characters from being taken for people, the casting rules to name them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?P<{0}>[가-힣]{{1,6}}(?: [가-힣]{{1,4}})?|[A-Z][A-Za-z.' ]{{1,20}})"
_BARE = r"(?P<{0}>[가-힣]{{2,5}}?)"
_ONE_SYLLABLE = frozenset(
    "폴톰존벤샘맥잭닉릭킴진준빈현연솔별봄율설린란홍철웅훈혁찬"
)  # names of one syllable; most such words are none (주연, 단역)
_NOT_ENDING = (
    "연출상",
    "극본상",
    "각본상",
    "작품상",
    "감독상",
    "연기상",
    "주연상",
    "조연상",
    "신인상",
    "인기상",
    "우수상",
    "음악상",
    "공로상",
    "대상",
    "부문",
    "으로",
    "에서",
)
RANKS = (
    "회장|대표|형사|검사|변호사|판사|의사|교수|선생|과장|팀장|실장|부장|차장|이사|사장|반장|경위|경감|소장|대위|중위|"
    "대장|상무|전무|본부장|기자|작가|감독|대군|세자|공주|중전|상궁|장군|"
    "선장|신부|수녀|스님|씨|부회장|상궁|내관|순경|경장|간호사|요원|비서|회장님|도련님|아씨|왕|황제|왕자"
)
_QUOTED = r"[‘'“\"]?"
_UNQUOTED = r"[’'”\"]?"
# A word in one piece before 역: 남온조 역, ‘남온조’ 역할, 남온조(극중 …) 역.
_ROLE = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?:(?<![은는이가을를와과의도]) (?:{RANKS}))? ?(?:역(?:할)?|"
    rf"배역|캐릭터)(?=[을를의은는이도)에으로,. ]|$)"
)
_TURNED = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?:으?로) (?:완벽 |완벽히 |완벽하게 |새롭게 |각각 |"
    rf"또 )?(?:분하|분한|분해|분했|분할|변신|열연|"
    r"출연|특별출연|특별 출연|캐스팅|활약|나온|나와|나오|나선|나서|나섰|등장|합류|사랑받|눈도장|얼굴을 알|이름을 알|"
    r"주목받|인기를|호평)"
)
_TWO = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}[와과] {_QUOTED}(?!(?:자매|남매|부부|연인|형제|모녀|부자|모자|"
    rf"부녀|친구|라이벌|동료|커플)[로으])[가-힣]{{2,5}}?{_UNQUOTED}(?:으?로) (?:분하|분한|분해|분했|변신|사랑받|호흡|열연|"
    rf"맞붙|만나|만난)"
)
_DOUBLE = re.compile(rf"(?<![가-힣]){_BARE.format('name')}[와과] (?:[가-힣]{{1,6}} ){{0,2}}?[가-힣]{{2,5}},? 1인 ?2역")
_DOUBLED = re.compile(rf"(?<![가-힣]){_BARE.format('name')},? 1인 ?2역")
_OPPOSITE = re.compile(rf"상대역(?:인|은|으로는)? {_BARE.format('name')}(?:은|는|인|이다|역)(?![가-힣])")
_BECAME = re.compile(rf"이번(?:에|에는|엔) {_QUOTED}{_BARE.format('name')}{_UNQUOTED}[이가] (?:됐|된|되)")
_GAPPED = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?: 역)?(?:을|를|으로|로), ?(?:배우 )?[가-힣]{{2,5}}(?:은|"
    rf"는|이|가) [^.\n]{{0,50}}?(?:맡|연기|분[하한해했]|변신|열연|역[을으])"
)
_PLAYED_BY = re.compile(
    rf"(?<![가-힣])[가-힣]{{2,5}}(?:이|가) (?:연기하는|연기한|연기할|맡은|분하는|"
    rf"분한) (?:[가-힣]{{1,6}} )?{_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?=[은는이가을를의](?![가-힣]))"
)
_PLAYED = re.compile(
    rf"(?<![가-힣]){_QUOTED}{_BARE.format('name')}{_UNQUOTED}(?:을|를|의) (?:직접 |실감 나게 |완벽히 |능청스럽게 )?(?:연기|"
    rf"열연|맡|소화)"
)
_BRACKET = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{1,5})\((?P<actor>[가-힣]{2,5}(?: [가-힣]{2,5})?)(?P<part> 분)?\)")
_NOT_NAMES = frozenset(
    (
        "타이틀롤",
        "주인공",
        "주연",
        "조연",
        "단역",
        "타이틀",
        "주역",
        "배역",
        "중심",
        "상대",
        "감독",
        "배우",
        "가수",
        "악역",
        "엄마",
        "아빠",
        "아버지",
        "어머니",
        "남자",
        "여자",
        "이번",
        "다시",
        "처음",
        "새로",
        "서로",
        "주로",
        "스스로",
        "바로",
        "따로",
        "실제로",
        "홀로",
        "대로",
        "최고",
        "으뜸",
        "기존",
        "정반대",
        "차기작",
        "복귀작",
        "데뷔작",
        "작품",
        "연기자",
        "연출자",
        "전격",
        "특별",
        "카메오",
        "진행",
        "사회자",
        "심사위원",
        "게스트",
        "고정",
        "멤버",
        "솔로",
        "캐릭터",
        "역할",
        "그동안",
        "인물",
        "호흡",
        "무대",
        "스크린",
        "안방극장",
        "드라마",
        "영화",
        "출연",
        "연기",
        "아역",
        "주조연",
        "남녀",
        "여러",
        "다양한",
        "원톱",
        "투톱",
        "신예",
        "화려한",
        "완벽한",
        "맡은",
        "비중",
        "중요한",
        "핵심",
        "메인",
        "여주인공",
        "남주인공",
        "목소리",
        "내레이션",
        "연기파",
        "주인",
        "대세",
        "한국",
        "매력",
        "모습",
        "이유",
        "이름",
        "최초",
        "마지막",
        "후보",
        "대표",
        "스타",
        "톱스타",
        "청춘스타",
        "성공적",
        "연이어",
        "잇달아",
        "극중",
        "명연기",
        "열연",
    )
)


def is_character_name(word: str) -> bool:
    """False for words that stand where a character's name could and are none: 주인공 역, 배우로 변신."""
    return (len(word) > 1 or word in _ONE_SYLLABLE) and word not in _NOT_NAMES and not word.endswith(_NOT_ENDING)


class Character(NamedTuple):
    """A character's name at its place; ``actor`` is the offsets of the actor's name where brackets give it."""

    start: int
    end: int
    name: str
    actor: tuple[int, int] | None = None


def find_characters(text: str, start: int, end: int) -> Iterator[Character]:
    """Names in the place of a character, in no special order; 신호윤(기도훈) only where the bracket says 분.

    >>> [c.name for c in find_characters("박지후(남온조 역)와 김독자로 분했다", 0, 20)]
    ['남온조', '김독자']
    """
    for pattern in (_ROLE, _TURNED, _TWO, _BECAME, _PLAYED, _DOUBLE, _DOUBLED, _GAPPED, _OPPOSITE, _PLAYED_BY):
        for found in pattern.finditer(text, start, end):
            if is_character_name(found["name"]):
                yield Character(*found.span("name"), found["name"])
    for bracketed in find_bracketed(text, start, end):
        if text[bracketed.end : bracketed.end + 40].split(")", 1)[0].endswith(" 분"):
            yield bracketed


def find_bracketed(text: str, start: int, end: int) -> Iterator[Character]:
    """A name with another in brackets, 신호윤(기도훈) or 신호윤(기도훈 분):
    the context says whether it is character and actor.
    """
    for found in _BRACKET.finditer(text, start, end):
        yield Character(*found.span("name"), found["name"], found.span("actor"))

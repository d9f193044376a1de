"""Who is in which group (member_of): 그룹 블랙핑크의 지수, 티아라 출신, 팀을 떠난."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.kin import PEOPLE
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import ORGANIZATION, PERSON
from kgraph.model import Claim, Qualifiers, Referent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

_OTHER = f"[^{PERSON}{ORGANIZATION}\n]"
_BRACKET = r"(?:\([^()]{0,40}\))?"
_POST = (
    r"(?:멤버|리더|막내|맏형|보컬|메인보컬|래퍼|메인래퍼|메인댄서|센터|기타리스트|드러머|보컬리스트|일원|원년 멤버|기타|"
    r"베이스|드럼|출신|전 멤버|옛 멤버|전멤버)"
)
_CALL = r"(?:(?:배우|가수|솔로 가수|래퍼|방송인|트로트 가수|겸|아이돌|싱어송라이터|연기자|작곡가|프로듀서|고) ?){0,3}"

# 핑클은 이효리, 옥주현, 이진, 성유리로 이뤄진 그룹이다.
_MADE_OF = re.compile(
    rf"(?P<group>{ORGANIZATION}){_BRACKET}[은는] {_OTHER}{{0,20}}(?P<who>{PEOPLE}) ?{_OTHER}{{0,8}}(?P<post>으?로 (?:이뤄|이루어|"
    r"구성|결성|꾸려))"
)
# 그룹 블랙핑크(의) 지수; 블랙핑크 멤버 지수; 티아라 출신 배우 보람.
_OF = re.compile(
    rf"(?P<group>{ORGANIZATION}){_BRACKET}(?:의| 소속)? ?(?P<post>(?:전 |옛 |현 )?{_POST}|전(?= ))?(?:이자|인|으로 활동 중인|"
    rf"으로 활동한|이었던)? ?{_CALL}(?P<who>{PEOPLE})"
)
# 지수는 블랙핑크의 멤버다; 보람은 티아라로 데뷔했다.
_IS = re.compile(
    rf"(?P<who>{PEOPLE}){_BRACKET}[은는이가도] {_OTHER}{{0,24}}?(?P<group>{ORGANIZATION}){_BRACKET}(?:의|에서)? ?"
    rf"(?P<post>{_POST}|(?:으)?로 데뷔|에 합류|에서 활동|에 몸담|에서 (?:탈퇴|나와|독립)|[을를] (?:탈퇴|떠나|떠났)|다[. ]|이다|,)"
)
# 하온은 그룹 물결표 출신 도연과 친하다: the post is that of whoever follows.
_NEXT = re.compile(rf" {_CALL}{PERSON}")
# 워너원을 탈퇴한 옹성우; 워너원 활동을 마친 옹성우.
_LEFT = re.compile(
    rf"(?P<group>{ORGANIZATION}){_BRACKET}(?P<post>[을를] (?:탈퇴한|떠난|나온)|에서 (?:탈퇴한|나온|독립한)|"
    r" (?:활동을 (?:마친|끝낸|마무리한|종료한)|탈퇴 (?:후|뒤|이후)))"
    rf"{_OTHER}{{0,12}}(?P<who>{PEOPLE})"
)
# 김로건이 몸담고 있는 밴드 서울소음.
_IN = re.compile(
    rf"(?P<who>{PEOPLE}){_BRACKET}[이가] (?P<post>몸담고 있는|몸담은|속한|소속된|활동 중인|활동하는|활동하고 있는|이끄는|"
    rf"몸담았던|활동했던) (?:[가-힣]{{1,5}} ){{0,2}}(?P<group>{ORGANIZATION})"
)
# 조이(레드벨벳)가 부른.
_HELD = re.compile(rf"(?P<who>{PERSON})\((?P<group>{ORGANIZATION})(?: (?:멤버|소속|출신))?\)")
# 걸그룹 하늘(서이나, 박보배, 하솔).
_BRACKETED = re.compile(rf"(?P<group>{ORGANIZATION})\((?:멤버 ?:? ?)?(?P<who>{PERSON}(?:[ ,·/]{{1,2}}{PERSON}){{1,12}})\)")
_POSTS = ("멤버", "리더", "막내", "맏형", "메인보컬")
_BARE = re.compile(
    rf"(?:(?P<post>멤버|리더|막내|맏형|메인보컬)(?: [가-힣\\d]{{1,3}} ?(?:명|인))? (?:중 |가운데 )?|"
    rf"(?<!{ORGANIZATION} )(?<!{ORGANIZATION}의 )(?P<gone>전 )?)(?P<who>{PEOPLE})"
)
_GONE = re.compile(
    r"전 |옛 |전멤버|출신|탈퇴|떠나|떠난|떠났|마친|끝낸|마무리|종료|나온|나와|독립|이었던|활동한|몸담았던|활동했던"
)
_CALLED = re.compile(r"(?:그룹|걸그룹|보이그룹|밴드|아이돌|듀오|트리오|유닛|록밴드) $")


def read_members(reading: Reading) -> Iterator[Claim]:
    """Members of groups, present and former (``ended``)."""
    for line in (line for line in reading.lines if line.people):
        for name, pattern in (
            ()
            if not line.organizations
            else (
                ("left", _LEFT),
                ("of", _OF),
                ("is", _IS),
                ("in", _IN),
                ("held", _HELD),
                ("bracket", _BRACKETED),
                ("made_of", _MADE_OF),
            )
        ):
            for match in line.shape.find(pattern):
                yield from _members(reading, line, match, name)
        yield from _of_topic(reading, line)


def _members(reading: Reading, line: Line, match: re.Match[str], name: str) -> Iterator[Claim]:
    groups, who = line.shape.group(match, "group"), line.shape.group(match, "who")
    post = (match.groupdict().get("post") or "").strip()
    if not groups or not who or not _is_group(line, groups[0], post) or (name == "is" and not _fits(match, post)):
        return
    status = "ended" if _GONE.search(match[0]) else None
    people = (
        who if post.endswith(("멤버", "출신")) or who[0].role == "멤버" or name in ("bracket", "is", "in", "made_of") else who[:1]
    )
    for person in people:
        start, end = line.shape.where(match, "group")
        said = Said(f"groups.{name}", (start, end), 0.9, Qualifiers(status=status))
        yield reading.claim("member_of", (person.referent, groups[0].referent), line, said)


def _of_topic(reading: Reading, line: Line) -> Iterator[Claim]:
    """(그룹 온새미의 ... ) 멤버 수오가, 리더 채이는, 멤버 다섯 중 유빈하: of the group named last in the paragraph."""
    for match in line.shape.find(_BARE):
        people = line.shape.group(match, "who")
        post = match["post"] or people[0].role
        group, since = _group_before(reading, line, people[0].start)
        if group is None or post not in _POSTS:
            continue
        status = "ended" if match["gone"] else None
        for person in people if match["post"] or post == "멤버" else people[:1]:
            said = Said("groups.topic", (person.start, person.end), 0.82, Qualifiers(status=status), since)
            yield reading.claim("member_of", (person.referent, group), line, said)


def _group_before(reading: Reading, line: Line, position: int) -> tuple[Referent | None, int | None]:
    """The group named last before a place of the paragraph, if the people named between are not another's."""
    for earlier in reversed(reading.lines[max(0, line.number - 4) : line.number + 1]):
        if earlier.sentence.block != line.sentence.block:
            break
        groups = [
            one for one in earlier.organizations if one.referent.kind == "group" and (earlier is not line or one.end <= position)
        ]
        if groups:
            return groups[-1].referent, None if earlier is line else earlier.number
    return None, None


def _fits(match: re.Match[str], post: str) -> bool:
    """보람은 티아라, 우람은 디유닛이다: a bare copula joins only two that stand side by side;
    a post right before another person is that person's.
    """
    if post.strip(" .") not in (",", "다", "이다"):
        return _NEXT.match(match.string, match.end()) is None
    return re.fullmatch(rf"{PEOPLE}{_BRACKET}[은는] {ORGANIZATION}{_BRACKET}.*", match[0]) is not None


def _is_group(line: Line, group: Phrase, post: str) -> bool:
    kind = group.referent.kind
    if kind == "group":
        return True
    called = _CALLED.search(line.words(max(line.start, group.start - 6), group.start)) is not None
    return kind in (None, "other") and (called or bool(re.search("멤버|보컬|리더|탈퇴", post)))


RULES = (read_members,)

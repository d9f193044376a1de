"""What the words around a Korean word say of it: role words, titles, groups, brackets, kinship, a part played.

A sentence is searched once for each kind of cue; a word then only asks whether one stands beside it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.model import Span

_ROLE, _STRONG, _CREDITED = 2.0, 4.5, 2.5
_STRONG_ROLES = frozenset(("감독", "작가", "PD"))
_AFTER_BRACKET = re.compile(
    r"\((?:(?:영화 |드라마 )?[‘'<〈《「『“][^()]{1,40}|[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}|"
    r"[\u4e00-\u9fff]{2,4}|본명 [가-힣]{2,4}|\d{2}|"
    r"[가-힣 ]{1,10} (?:역|분)|[가-힣A-Z]{2,14} 소속|왼쪽|오른쪽|가운데)[,)]"
)
_LABELS = (
    "극본|각본|연출|감독|각색|크리에이터|원작|주연|출연|음악|음악감독|작가|대본|글|그림|글·그림|총연출|공동연출|MC|진행|"
    "목소리 연기|글/그림|극본·연출|각본·감독|각본·연출|감독·각본"
)
_LABEL = re.compile(rf"(?m:[(,/·.]\s?|^)(?:{_LABELS})(?:\s?[:：]\s?|\s|/)(?:[가-힣]{{2,4}}(?: ?[·,] ?| )){{0,4}}$")
_MAKERS = re.compile(r"(?<![가-힣])(?:극본|각본|대본|연출|원작|그림|글)[ :/]{1,2}(?=[가-힣])")
_LABEL_WORD = re.compile(rf"(?m:[(,/·.]\s?|^)(?:{_LABELS})[\s:：/]")
_LABEL_BEHIND = re.compile(r"(?:[ ·,]{1,2}[가-힣]{2,4}){0,4} (?:극본|연출|각본|감독|대본|각색)(?=[,)/])")
_OPENED = re.compile(r"[(,/] ?(?:[가-힣]{2,4}[ ·,]{1,2}){0,4}$")
_KIN = re.compile(
    r"(?<![가-힣])(?:아들|딸|동생|남동생|여동생|친동생|언니|오빠|누나|친형|형|아내|남편|부인|장남|장녀|차남|차녀|"
    r"아버지|어머니|모친|부친|손자|손녀|조카|사위|며느리|"
    r"상대역|파트너|동료|선배|후배|절친|연인) (?=[가-힣])"
)
_PART_BEHIND = re.compile(r"\((?:극 ?중 )?[가-힣 ]{1,10} (?:역|분)\)")
_PARTED = re.compile(r"역(?:할)?(?:에는|에|은|는|으로는) (?:배우 |가수 )?(?=[가-힣])")
_SIBLINGS = re.compile(r"(?<![가-힣])([가-힣]{2,4})[와과·] ?([가-힣]{2,4}) (?:자매|형제|남매|부부|부녀|부자|모녀|모자|커플)")
_OF_TITLE = re.compile(r"[’'”\"〉》」』>](?:\([^()]{1,60}\))?(?: 시리즈)?(?P<of>의)? (?:배우 |감독 |주연 |주인공 )?(?=[가-힣])")
_OF_GROUP = re.compile(
    r"(?:그룹|밴드|듀오|출신|멤버) ?[A-Za-z가-힣0-9()&']{1,16}(?:의)? (?:멤버 |리더 |막내 |출신 |보컬 )*(?=[가-힣])"
)
_COUPLE = re.compile(r"자매|형제|남매|부부|부녀|부자|모녀|모자|커플")
_CLOSE = re.compile(r"[’'”\"〉》」』>]")
_GROUP = re.compile(r"그룹|밴드|듀오|출신|멤버")
_REPORTER = re.compile(r" ?(?:기자|특파원|인턴기자|객원기자)(?![가-힣]{2})")
_PLACE_BEFORE = re.compile(r"(?:서울|부산|경기|인천|대구|광주|대전|울산|제주|전주|강원|고양|[시도구]) (?:[가-힣]{1,3}구 )?$")
_PLACE_LAST = frozenset("동구시군읍면리로역가")
_PLAY = re.compile(
    r"배우|감독|출연|연기|역[을의으,]|주연|결혼|열애|가수|멤버|데뷔|수상|부부|남편|아내|아들|딸|절친|소속사|주인공|작가|"
    r"호흡|캐스팅|분[하한했]"
)
_PART = re.compile(r"역|연기|맡|분[하한해했]|변신|출연|합류|캐스팅|안방극장|스크린")
_ACTOR_AHEAD = re.compile(
    r"(?:이|가|은|는|도) (?:[가-힣0-9]{1,6} ){0,4}?[‘'“]?[가-힣]{1,6}[’'”]?"
    r"(?: (?:역|역할|캐릭터)[을으]|(?:을|를) (?:연기|맡아|맡았)|(?:으)?로 (?:분[하한해했]|변신|특별출연|출연)|"
    r"(?:으)?로, (?:배우 )?[가-힣]{2,4}(?:이|가|은|는) )|(?:이|가|은|는|도) (?:특별|우정|깜짝) ?출연"
)
_JOINS = re.compile(r"(?:은|는|이|가) [^.\n]{0,40}[’'”>〉》」](?:에|에서|로|으로) (?:합류|출연|캐스팅|특별출연|안방극장|스크린)")
_MAKER_AHEAD = re.compile(r"(?:이|가) (?:직접 )?(?:쓴|그린|집필|연출[한하했]|감독[한하했]|만든|부른|주연[한을했])")
_OPENING, _CLOSING = frozenset("‘'“\""), frozenset("’'”\"")


@cache
def _roles() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str], frozenset[str]]:
    words = load_words("korean/people.yaml")
    before = re.compile(rf"(?<![가-힣])(?P<role>{either(words['before'])}|고|고\(故\)|故) (?=[가-힣])")
    ending = either(words["endings"])
    after = re.compile(rf"(?: (?P<role>{either(words['after'])})|(?P<tight>씨|감독|작가|대표|PD))(?=(?:{ending})?(?![가-힣]))")
    return (
        before,
        after,
        dict(words["before"]),
        dict(words["after"]),
        frozenset((*words["not_after_role"], *words["not_before_role"])),
    )


class Cues:
    """The cues of one sentence, by the place where a name would start or end."""

    def __init__(self, text: str, span: Span) -> None:
        before, after, _, _, _ = _roles()
        self._text = text
        self._span = (span.start, span.end)
        start, end = span.start, span.end
        words = span.text
        self._before = {found.end(): found["role"] for found in before.finditer(text, start, end)}
        self._after = {
            _name_end(text, found.start()): found["role"] or found["tight"] for found in after.finditer(text, start, end)
        }
        self._kin = {found.end() for found in _KIN.finditer(text, start, end)}
        parted = _PARTED.finditer(text, start, end) if "역" in words else ()
        self._parted = {found.end() for found in parted}
        couples = _SIBLINGS.finditer(text, start, end) if _COUPLE.search(words) else ()
        self._siblings = {place for found in couples for place in (found.start(1), found.start(2))}
        titles = _OF_TITLE.finditer(text, start, end) if _CLOSE.search(words) else ()
        self._titles = {found.end(): bool(found["of"]) for found in titles}
        groups = _OF_GROUP.finditer(text, start, end) if _GROUP.search(words) else ()
        self._groups = {found.end() for found in groups}
        self._labelled = bool(_LABEL_WORD.search(text, start, end)) or "(" in words
        self._play = bool(_PLAY.search(words))
        self._part = bool(_PART.search(words))

    @property
    def called(self) -> frozenset[int]:
        """Where a role word says that somebody's name starts, or has ended."""
        credited = (found.end() for found in _MAKERS.finditer(self._text, *self._span))
        return frozenset((*self._before, *self._after, *credited))

    def weigh(self, name: str, start: int, end: int, *, shaped: bool) -> tuple[str, float]:
        """The role that the words beside a name give, and what all cues together add."""
        role, weight = self._role(name, start, end)
        weight += (
            self._beside(start, shaped=shaped) + 0.5 * (self._play and shaped and len(name) > 2) - 2.5 * self._quoted(start, end)
        )
        text = self._text
        following = text[end : end + 1]
        if following == "(":
            weight += (
                1.5 * bool(_AFTER_BRACKET.match(text, end))
                + 1.0 * bool(_PART_BEHIND.match(text, end))
                + 2.0 * text.startswith("(본명 ", end)
            )
        elif following in " 기특객인":
            weight -= 4.0 * bool(_REPORTER.match(text, end))
        if text[end - 1] in _PLACE_LAST and _PLACE_BEFORE.search(text, max(0, start - 6), start):
            weight -= 3.0
        return role, weight + self._ahead(end)

    def _ahead(self, end: int) -> float:
        """What a part played or a work made says of its subject: 젠데이아가 챠니 역을, 프랭크 허버트가 쓴."""
        weight = 2.0 if self._part and (_ACTOR_AHEAD.match(self._text, end) or _JOINS.match(self._text, end)) else 0.0
        return weight + 1.0 * bool(_MAKER_AHEAD.match(self._text, end))

    def _role(self, name: str, start: int, end: int) -> tuple[str, float]:
        _, _, roles_before, roles_after, no_names = _roles()
        role, weight = "", 0.0
        if end in self._after:
            word = self._after[end]
            role, weight = roles_after.get(word, "") or "person", _STRONG if word in _STRONG_ROLES else _ROLE
        elif start in self._before:
            role, weight = roles_before.get(self._before[start], "person"), _ROLE
        elif self._labelled and self._credited(start, end):
            role, weight = "credit", _CREDITED
        return (role, -3.0) if role and name in no_names else (role, weight)

    def _credited(self, start: int, end: int) -> bool:
        """True in a list of credits: (극본 한설희 홍보희, 연출 박선호), (장항준 이지효 극본)."""
        text = self._text
        if _LABEL_BEHIND.match(text, end) and _OPENED.search(text, max(0, start - 24), start):
            return True
        return bool(_LABEL.search(text, max(0, start - 36), start))

    def _beside(self, start: int, *, shaped: bool) -> float:
        """What kin, a title or a group before the name adds: 아들 박준규, ‘마더’의 진구, 그룹 블랙핑크의 지수."""
        if start in self._siblings:
            return 4.5
        weight = 1.5 * (start in self._kin) + 2.0 * (shaped and start in self._parted)
        if start in self._titles:
            return weight + (2.0 if self._titles[start] else 1.5 * shaped)
        return weight + 3.0 * (start in self._groups)

    def _quoted(self, start: int, end: int) -> bool:
        """True for a word that stands alone in quotation marks: a character's name or a title rather than a person's."""
        return self._text[start - 1 : start] in _OPENING and self._text[end : end + 1] in _CLOSING


def _name_end(text: str, place: int) -> int:
    """Where the name before a role word ends: in front of the brackets that may stand between."""
    if text[place - 1] != ")":
        return place
    opening = text.rfind("(", max(0, place - 44), place)
    return place if opening < 0 else opening - (text[opening - 1] == " ")

"""Names in marks that a label before them makes an organisation's or a person's: 밴드 ‘검은 숲’, 제작사 ‘물결표’, 필명 ‘밤송이’.

What stands between the marks is the whole name, so no particle is looked for inside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kgraph.text.keys import name_key
from kgraph.text.titles_korean import find_marked, kind_before, kind_behind

if TYPE_CHECKING:
    from kgraph.model import Document

_KINDS = {
    "group": "그룹|밴드|듀오|듀엣|트리오|유닛|크루|콤비|[2-9]인조|작곡팀|프로젝트팀",
    "agency": "소속사|기획사|매니지먼트사|매니지먼트|레이블",
    "studio": "제작사|영화사",
    "other": "(?<![가-힣])극단|출판사",
}
_LABEL = re.compile(rf"(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in _KINDS.items())})(?:인|명은|이름은)? ?$")
_PLAYERS = re.compile(
    r"(?:의)? ?(?:전 )?(?:여성|남성)?(?:(?:메인|리드|서브)?(?:보컬|댄서|래퍼)|리더|드러머|기타리스트|베이시스트)(?![가-힣]{2})"
)
_PEN_NAME = re.compile(
    r"(?:필명|예명|활동명|본명|닉네임|"
    r"(?:웹툰|웹소설|그림|글|원작|만화|신인) ?작가|(?<![가-힣 ])작가|의 작가|없는 작가|만화가|래퍼)"
    r"인? ?$"
)
PERSON = "person"
_LONGEST = 20  # signs; longer is a saying
_GLOSS = re.compile(r"(?<=[가-힣]) ?\([0-9]?[A-Z][A-Za-z0-9 .&'’-]{1,20}\)$|(?<=[가-힣]) ?\([0-9a-z][A-Za-z0-9]{1,9}\)$")
_SAYING = re.compile(r"[.?!,…]|(?:다|요|까|죠)$")


class MarkedName(NamedTuple):
    """A name between marks: what it names (``kind`` of an organisation, ``PERSON``) and where it stands."""

    start: int
    end: int
    kind: str


def find_marked_names(document: Document) -> list[MarkedName]:
    """The names in marks of a document that a label somewhere in it makes an organisation's or a person's, in text order."""
    text = document.article.text
    marked = [
        (start, _without_gloss(text, start, end))
        for sentence in document.sentences
        if sentence.kind != "noise"
        for start, end, marks in find_marked(text, sentence.span.start, sentence.span.end)
        if marks != "double" and end - start <= _LONGEST and not _SAYING.search(text[start:end])
    ]
    told = [_kind(text, start, end) for start, end in marked]
    known: dict[str, str] = {}
    for (start, end), kind in zip(marked, told, strict=True):
        if kind is not None:
            known.setdefault(name_key(text[start:end]), kind)
    found = []
    for (start, end), kind in zip(marked, told, strict=True):
        again = None if kind or kind_before(text, start - 1) else known.get(name_key(text[start:end]))
        if (kind or again) and not kind_behind(text, end + 1):
            found.append(MarkedName(start, end, kind or again or ""))
    return found


def _without_gloss(text: str, start: int, end: int) -> int:
    """Where a name ends before its spelling in Latin letters: 모아이(MOAI)."""
    gloss = _GLOSS.search(text, start, end)
    return gloss.start() if gloss else end


def _kind(text: str, start: int, end: int) -> str | None:
    """What the words beside the marks say that the name between them names."""
    ahead = text[max(0, start - 14) : start - 1]
    label = _LABEL.search(ahead)
    if label is not None:
        return label.lastgroup
    if _PEN_NAME.search(ahead):
        return PERSON
    return "group" if _PLAYERS.match(text, end + 1) and not kind_before(text, start - 1) else None

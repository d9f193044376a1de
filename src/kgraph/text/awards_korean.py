"""Prizes and who gives them, as Korean news names them: 제46회 대종상영화제, 최우수 작품상."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kgraph.text.word_lists import either, load_words

_GRAND = (  # what shows that 대상 is the grand prize and not a target
    r" 트로피|의 (?:영예|영광|주인공)|을 (?:받|수상|차지|거머|안|탔|품)|[ =:] ?[=:‘'<〈]| 수상|까지 (?:받|수상)|은 [‘'<〈]|"
    r"[과와·] ?(?:최우수|우수|신인|남우|여우|남자|여자|인기|베스트|작품|감독|연출|극본|각본)[가-힣 ]{0,6}상"
)
# Plain words in 상, which no list of prizes makes a prize of.
_PLAIN = (
    "(?:[가-힣]*(?:영|세|이|현|정|인|예|일|비|가|회|동|환|보|협|부|항|해|지|조|사|최|구|공|발|감|증|손|외|무|추|진|표|대|"
    "우|형|초|울)상)"
)
_END = r"(?=$|[^가-힣]|[은는이가을를의에과와도로만]|까지|부터|이나|이다|이란|이라|등|부문|트로피|수상|후보|시상)"


@dataclass(frozen=True, slots=True)
class AwardMention:
    """A prize (``prize``) or who gives it (``ceremony``): ``[start, end)`` in code points and its name without the ordinal."""

    start: int
    end: int
    name: str
    kind: str


def find_awards(text: str) -> tuple[AwardMention, ...]:
    """All prizes and ceremonies of a text, in order and never crossing.

    >>> [(a.kind, a.name) for a in find_awards("제46회 대종상영화제에서 최우수 작품상")]
    [('ceremony', '대종상영화제'), ('prize', '최우수 작품상')]
    """
    found: list[AwardMention] = []
    for match in _pattern().finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span(kind)
        name = re.sub(r"\s+", " ", match[kind])
        if kind == "turned":
            kind = "ceremony"
        elif kind in ("grand", "other", "row"):
            if kind == "other" and not any(award.kind == "prize" and start - award.end < 60 for award in found[-1:]):
                continue
            kind = "prize"
        elif name == "최고상" or (kind == "ceremony" and not _is_ceremony(text, match, name)):
            continue
        found.append(AwardMention(start, end, name, kind))
    return tuple(found)


def full_award(ceremony: str | None, prize: str | None) -> str:
    """The award as facts name it: ceremony and prize.

    >>> full_award("대종상영화제", "편집상")
    '대종상영화제 편집상'
    >>> full_award("MBC 연기대상", "연기대상")
    'MBC 연기대상'
    """
    if ceremony and prize and prize != "대상" and ceremony.endswith(prize):
        return ceremony
    return " ".join(part for part in (ceremony, prize) if part)


def award_words() -> dict[str, Any]:
    """The word lists of prizes (data/korean/awards.yaml)."""
    words: dict[str, Any] = load_words("korean/awards.yaml")
    return words


@cache
def _pattern() -> re.Pattern[str]:
    words = award_words()
    part = either([*words["before_prize"], *words["prizes"]])
    section = r"(?:(?:영화|TV|방송|드라마|예능|교양|연극|뮤지컬|가요) ?부문 ?)?"
    prize = rf"(?:{section}(?:(?:{part}) ?){{1,4}}상|{either(words['named_prizes'])})(?<! 상)"
    grand = r"(?:(?:영화|TV|방송|연기) ?부문 ?)?대상(?=" + _GRAND + ")|(?:영화|TV|방송|연기) ?부문 ?대상(?=[을,은과])"
    known = either(words["ceremonies"])
    generic = (
        rf"(?:(?:{either(words['ceremony_beginnings'])}|[A-Z]{{2,5}}) ?[가-힣A-Za-z]{{0,10}} ?|"
        rf"[가-힣A-Za-z]{{1,10}})(?:{either(words['ceremony_ends'])})"
    )
    turn = r"(?:제 ?\d{1,3}회|(?<!\d)\d{1,3}회|(?<!\d)(?:19|20)\d\d년?|올해|지난해|이번)"
    return re.compile(
        rf"(?<![가-힣A-Za-z])(?P<prize>{prize}){_END}"
        rf"|(?<![가-힣A-Za-z])(?P<grand>{grand})"
        r"|(?:^|[△▲▶▷◇◆■□●○•·]) ?(?P<row>(?:올해의|베스트) ?[가-힣A-Z][가-힣A-Za-z ]{0,12}|(?:TOP|톱) ?10)(?= ?[=:：])"
        rf"|(?<![가-힣])(?P<other>(?!{_PLAIN})[가-힣]{{1,7}}상)(?=은 [‘'“<]| ?[=:])"
        rf"|(?<![가-힣A-Za-z])제 ?\d{{1,3}}회 (?P<turned>(?:[가-힣A-Za-z]{{1,10}} ){{0,2}}?[가-힣A-Za-z]{{0,8}}(?:(?<=[가-힣])상|"
        rf"영화제|어워즈|어워드|시상식|콩쿠르|페스티벌|대상))(?=에서| 시상식| [가-힣]{{1,8}} ?[가-힣]{{0,6}}상|의 )"
        rf"|(?<![가-힣A-Za-z])(?:{turn} ?[‘'“<]?)?(?P<ceremony>{known}|{generic}){_END}"
    )


def _is_ceremony(text: str, match: re.Match[str], name: str) -> bool:
    """A short name such as 칸 or 백상 counts only with its ordinal or where a prize comes soon after."""
    if name not in award_words()["short_ceremonies"] or match.start() != match.start("ceremony"):
        return True
    return re.match(r"(?:에서|의)? ?[^.\n]{0,12}상", text[match.end() : match.end() + 20]) is not None

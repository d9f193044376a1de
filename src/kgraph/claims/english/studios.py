"""More ways to say which company makes a work: credit notes, the house behind it, a producer's own company."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, ORG, ORGS, PERSON, WORK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention, Referent

    Made = tuple[tuple[Mention | Referent, ...], tuple[Mention, ...], str, float, tuple[int, int]]

_HOUSE = (
    r"(?:production (?:company|house|outfit|banner|firm)|producer|studio|banner|outfit|shingle|prodco|label|"
    r"company|firm|house|maker|makers|shop|team)"
)
_LIST = (
    rf"{WORK}(?!'s){BRACKET}(?:(?:,? and |, |,? as well as )(?:[a-z-]+ |[A-Z]\w+ |{ORG}(?:'s)? |{PERSON}'s ){{0,5}}"
    rf"{WORK}(?!'s){BRACKET}){{0,8}}"
)
_FILL = rf"(?:[a-z0-9]\w*(?:-\w+)?(?:'s)? |{ORG}(?:'s)? |{PERSON}'s ){{0,5}}"
_BEHIND = re.compile(
    rf"(?P<o>{ORG})\.?(?:,| is| was|[^.;\ue000-\uf7ff]{{0,50}}(?:,| and) is)? (?:also )?(?:the |an? )?(?:[\w'-]+ ){{0,4}}?"
    rf"(?P<t>{_HOUSE} (?:of|behind)) {_FILL}(?P<w>{_LIST})"
)
_BEHIND_LONG = re.compile(
    rf"(?P<o>{ORG})\.? (?:manages|represents|is home to)[^.;]{{1,160}}? and is "
    rf"(?P<t>the {_HOUSE} (?:of|behind)) {_FILL}(?P<w>{_LIST})"
)
_WHICH_MADE = re.compile(
    rf"(?P<o>{ORG})\.?,? (?:which|who|that) (?:(?:has|have|also|previously|recently) ){{0,2}}"
    rf"(?P<t>made|produced|co-produced|brought us|gave us|makes|produces|backed|is behind|was behind) {_FILL}(?P<w>{_LIST})"
)
_OWN = re.compile(
    rf"{PERSON}'s (?P<o>{ORG}) (?P<t>gave us|made|makes|is making|produced|produces|is producing) {_FILL}(?P<w>{_LIST})"
)
_A_PRODUCTION = re.compile(
    rf"(?P<w>{WORK}){BRACKET},?(?: is| was|, which is)? (?P<t>an? (?:co-)?production (?:of|from|by|between)) (?P<o>{ORGS})"
)
_BY_STUDIO = re.compile(
    rf"(?P<w>{WORK}){BRACKET},?(?: (?:an?|the) [^.;,\ue800-\uf7ff]{{1,60}}| {WORK})? "
    rf"(?P<t>(?:by|from|developed by|out of) (?:the )?"
    rf"(?:[\w-]+ ){{0,3}}?(?:studio|production company|production house|company|outfit|developer|banner)) (?P<o>{ORG})"
)
_TO_LEAD = re.compile(
    rf"(?P<o>{ORG}) (?:(?:has|have|will|is|are|to|also|today|also) ){{0,3}}"
    r"(?P<t>set|cast|tapped|attached|hired|optioned|greenlit|is producing|are producing|(?:to )?co-produce|co-producing|"
    rf"begun shooting|started shooting|wrapped|shot) [^.;\ue800-\uf7ff]{{0,90}}?(?P<w>{WORK})"
)
_SHEET = re.compile(
    rf"(?:^[^\w\ue000-\uf7ff]{{0,4}}|[(|] ?)"
    r"(?P<t>[Pp]rod(?:\.|uction|uced)?(?: (?:company|companies|house|by|studio))?|[Ss]tudio|[Pp]roduction)"
    rf" ?[:|]? ?(?:by )?(?P<o>{ORGS})(?=[)\s,.;|]|$)"
)
_NOTE = re.compile(rf"(?P<w>{WORK}){BRACKET} ?\((?P<t>[Pp]rod(?:\.|uced by|uction:?)?:?) (?P<o>{ORGS})")
_PRODUCER_OF = re.compile(
    rf"\b(?P<t>[Pp]roducers?(?: (?:is|are))?) {PERSON}{BRACKET},? (?:of|at|from|with) (?P<o>{ORG})(?! (?:and )?{WORK})"
)
_THROUGH = re.compile(
    rf"\b(?P<t>(?:producers?|produc(?:es|ed|ing))) (?:[^.;\ue800-\uf7ff]{{0,40}} )?(?:through|under|via|for|with) "
    rf"(?:{PERSON}'s )?(?:own |company |label |banner )?(?P<o>{ORGS})"
)
_WITH = re.compile(rf"\bwith (?P<o>{ORGS})(?:, [^.;]{{1,50}},)? (?:again |also |both )?(?P<t>(?:co-)?producing)\b")
_WITH_WORK = (
    ("behind", _BEHIND, 0.9),
    ("behind_too", _BEHIND_LONG, 0.88),
    ("which_made", _WHICH_MADE, 0.88),
    ("own_company", _OWN, 0.88),
    ("a_production", _A_PRODUCTION, 0.92),
    ("by_studio", _BY_STUDIO, 0.9),
    ("sets_cast", _TO_LEAD, 0.85),
    ("note", _NOTE, 0.92),
)
_OF_TOPIC = (
    ("credit", _SHEET, 0.88),
    ("producer_of", _PRODUCER_OF, 0.82),
    ("through", _THROUGH, 0.82),
    ("with_producing", _WITH, 0.85),
)
_WORDS = re.compile(
    r"\b(?:prod|studio|behind|compan|banner|outfit|ma[dk]|gave|brought|set|cast|tapped|attach|option|green|shot|shoot|wrap|house|"
    r"firm|label|develop|back|hire)",
    re.IGNORECASE,
)
OF_HOUSE = re.compile(rf"{PERSON},? (?:\w+ ){{0,3}}(?:of|at|from) $")  # *P of ORG was the producer of W*: not the house
_NO_STUDIO = ("broadcaster", "platform", "chart", "festival", "group")


def made_by_house(reading: Reading, line: Line) -> Iterator[Made]:
    """The works and companies of a line that belong together by words of their own."""
    if not _WORDS.search(line.mask):
        return
    for rule, pattern, confidence in _WITH_WORK:
        for found in pattern.finditer(line.mask):
            if not reading.doubtful(line, found.start()) and not OF_HOUSE.search(line.mask[: found.start()]):
                yield line.works(found), _houses(reading, line, found), rule, confidence, found.span("t")
    for rule, pattern, confidence in _OF_TOPIC:
        for found in pattern.finditer(line.mask):
            work = reading.topic_work(line, found.start())
            if work is not None and not reading.doubtful(line, found.start()):
                yield (work,), _houses(reading, line, found), rule, confidence, found.span("t")


def _houses(reading: Reading, line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    """The companies of a match: what is no channel, chart or group, for the words say that it makes the work."""
    return tuple(one for one in line.organizations(found) if reading.referent(one).kind not in _NO_STUDIO)

"""Mentions as they stand in a Korean sentence: with their marks, brackets, role words and particle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.text.particles_korean import Particle, particle_at

if TYPE_CHECKING:
    from kgraph.model import Mention, Referent

_ENDINGS = (
    "은|는|이|가|을|를|의|와|과|도|만|에게서?|한테|께서?|으?로서?|까지|부터|보다|처럼|나|이나|"
    "[와과](?:는|의|도)|에게[는도]|이?다|였다|이었다|이?라는|이?라고|이며|이고|이자|인|이기도|[은는]커녕"
)
ROLE_AFTER = re.compile(
    r" ?(감독님|작가님|총감독|음악감독|감독|연출가|연출자|연출|작가|극작가|각본가|크리에이터|프로듀서|PD|피디|CP|배우|"
    r"가수|대표이사|"
    r"대표|작곡가|작사가|"
    rf"아나운서|앵커|교수|회장|이사|본부장|국장|팀장|선생님?|님|씨|군|양)(?=(?:{_ENDINGS})?(?![가-힣]))"
)
ROLE_BEFORE = re.compile(
    r"(?<![가-힣])(?:[가-힣]{2,4} 겸 )?(음악감독|감독|연출자|연출|작가|각본가|크리에이터|프로듀서|PD|피디|배우|여배우|"
    r"남배우|아역배우|가수|래퍼|모델|개그맨|개그우먼|코미디언|방송인|"
    r"MC|멤버|리더|막내|싱어송라이터|작곡가|아이돌|아나운서|대표|원작자|작사가|유튜버|스타|신인|故|고|고\(故\)) $"
)
_BRACKET = re.compile(r" ?\(([^()]{1,80})\)")
_CLOSE = re.compile(r"['\"’”>〉》」』]+")
_OPEN = "'\"‘“<〈《「『"
_ALSO = re.compile(r" (?:역시|또한)(?= )")
_ETC = re.compile(r" ?등(?: [가-힣]{1,6}){0,2}?(?=(?:이|가|은|는|을|를|도|의|에|에서|과|와|으로|로)(?![가-힣]))")
_TAIL = re.compile(r" (?:시리즈|프랜차이즈|연작)(?![가-힣](?<![은는이가을를의와과도에로]))")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention and what belongs to it: ``배우 이정재(Lee Jung-jae) 감독은`` is one phrase of 이정재, ``‘다모’(MBC)를`` one
    of 다모.

    ``start`` and ``end`` are offsets in the article, with opening marks, closing marks, brackets and role words, without the
    particle; ``case`` is the particle in one spelling (:mod:`kgraph.text.particles_korean`), ``after`` where it ends.  ``role``
    is
    the role word beside a person, '' for none; ``bracket`` the offsets of what stands in brackets right after the name.
    """

    mention: Mention
    referent: Referent
    start: int
    end: int
    role: str
    case: str
    after: int
    bracket: tuple[int, int] | None = None

    @property
    def type(self) -> str:
        """Person, Work or Organization."""
        return self.referent.type


def read_phrase(text: str, mention: Mention, referent: Referent) -> Phrase:
    """The phrase that a mention heads, in the article's text."""
    start, end = mention.span.start, mention.span.end
    role = mention.span.text.rsplit(" ", 1)[-1] if mention.form == "role" and referent.type == "Person" else ""
    if referent.type == "Person":
        before = ROLE_BEFORE.search(text, max(0, start - 14), start)
        if before:
            role, start = before[1], before.start()
    else:
        closing = _CLOSE.match(text, end)
        if closing and start and text[start - 1] in _OPEN:
            start, end = start - 1, closing.end()
    bracket = _BRACKET.match(text, end)
    inner = bracket.span(1) if bracket else None
    end = bracket.end() if bracket else end
    if referent.type == "Person" and mention.form != "role":
        title = ROLE_AFTER.match(text, end)
        if title:
            role, end = title[1].removesuffix("님") or "님", title.end()
    elif referent.type == "Work" and (tail := _TAIL.match(text, end)):
        end = tail.end()
    etc = _ETC.match(text, end)
    particle = particle_at(text, etc.end() if etc else end)
    if not particle.case and (also := _ALSO.match(text, end)):
        particle = Particle("은", also.end())
    return Phrase(mention, referent, start, end, role, particle.case, particle.end, inner)

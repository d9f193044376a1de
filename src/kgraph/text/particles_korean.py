"""Korean particles: which one stands at a place of a text, in one spelling for its forms (은/는, 이/가, 와/과, 으로/로).

>>> particle_at("황동혁과는 친구다", 3)
Particle(case='와', end=5)
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Particle(NamedTuple):
    """A particle: its ``case`` in one spelling ('은', '이', '을', '의', '와', '로', '에게', '이다'...;
    '' for none) and where it ends.
    """

    case: str
    end: int


# In order of trial: the copula before the subject particle, the longer before the shorter.
_FORMS = (
    (
        "이다",
        (
            r"이(?=다(?![가-힣])|며|고(?![가-힣])|자(?![가-힣])|었|기도|지만|라는|란(?![가-힣])|라고|라며|라면|에요|예요|죠)|"
            r"였|이어서"
        ),
    ),
    ("이다", r"인(?=[\s,])|다(?=[.!]?$|[.!]\s)|라는|라고|라며"),
    ("에게", r"(?:에게서|에게|한테|께서|께)(?:는|도|만)?"),
    ("에서", r"에서(?:는|도|만|의)?|에선|서(?=[\s,]|는\s|도\s)"),
    ("로", r"으?로(?:서|써|부터)?(?:는|도|만|의)?(?![가-힣])|으?론(?![가-힣])"),
    ("와", r"(?:와|과|이?랑)(?:는|도|의|만)?(?![가-힣])|하고(?=[\s,])"),
    ("에", r"에(?:는|도|만)?(?![가-힣])|엔(?=[\s,])"),
    ("까지", r"까지(?:는|도|의|가|를)?(?![가-힣])"),
    ("부터", r"부터(?:는|도|의)?(?![가-힣])"),
    ("보다", r"보다(?:는|도|도)?(?![가-힣])"),
    ("처럼", r"처럼(?![가-힣])|같은(?=\s)"),
    ("의", r"의(?![가-힣])"),
    ("은", r"[은는](?![가-힣])|란(?=[\s,])"),
    ("이", r"[이가](?![가-힣])"),
    ("을", r"[을를](?![가-힣])"),
    ("도", r"도(?![가-힣])"),
    ("만", r"만(?:이|은|을)?(?![가-힣])"),
    ("나", r"이?나(?=[\s,])"),
)
_PARTICLE = re.compile("|".join(f"(?P<p{number}>{form})" for number, (_, form) in enumerate(_FORMS)))
_CASES = {f"p{number}": case for number, (case, _) in enumerate(_FORMS)}


def particle_at(text: str, position: int) -> Particle:
    """The particle that begins at this place of the text; case '' where none does."""
    found = _PARTICLE.match(text, position)
    if not found or not found.lastgroup:
        return Particle("", position)
    return Particle(_CASES[found.lastgroup], found.end())

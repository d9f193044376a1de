"""Profile cards: articles whose headline is a person's name and whose rows speak of that person without saying so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, PERSON

if TYPE_CHECKING:
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Mention

_NAME_ALONE = re.compile(rf"\W*(?P<p>{PERSON}){BRACKET}(?:'s? profile| profile)?\W*", re.IGNORECASE)


def profiled(reading: Reading) -> Mention | None:
    """Whom a profile card is about: the person whose name is its headline."""
    head = reading.lines[0] if reading.lines else None
    found = _NAME_ALONE.fullmatch(head.mask) if head else None
    return head.at(found.start("p")) if head and found else None

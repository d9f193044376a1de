"""The letters of a shape as patterns use them, and what a role word says that somebody does to a work."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.claims.korean.reading import Reading

P, W, O = "\ue000", "\ue001", "\ue002"  # noqa: E741 - person, work, organisation
WB = rf"{W}(?:\([^()]{{0,80}}\))?"  # a title with what stands in brackets behind it
MAKERS = frozenset(("감독", "작가", "연출", "연출가", "PD", "극작가", "음악감독", "작곡가"))
PLAYERS = frozenset(("배우", "여배우", "남배우", "아역배우", "아역"))


@cache
def role_predicates() -> dict[str, str]:
    """What a person of a role does to the works that are called theirs: 감독 -> directed."""
    return dict(load_words("korean/credits.yaml")["roles"])


@cache
def charges() -> dict[str, list[str]]:
    """What somebody is said to be in charge of, with what it makes of them: 극본 -> wrote."""
    return dict(load_words("korean/credits.yaml")["charges"])


def predicate_of(reading: Reading, person: Phrase) -> str:
    """What a person does to the works that made their name: by the role beside the name,
    else by the only role told in the article.
    """
    known = {person.role} if person.role else reading.roles(person.referent)
    predicates = {"acted_in" if role in PLAYERS else role_predicates().get(role, "") for role in known} - {""}
    return predicates.pop() if len(predicates) == 1 else ""

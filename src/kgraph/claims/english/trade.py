"""What a title beside a name means: what the person does in the trade, fitted to the kind of the work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.roles import Roles, role_before
from kgraph.model import Mention, Referent

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading


def in_trade(line: Line, person: Mention, roles: Roles) -> str | None:
    """What a person does: the noun before the name, what this sentence says of them, what the article or the gazetteer knows."""
    for position, index, _ in line.places:
        if line.mentions[index] == person:
            before = role_before(line, position)
            if before:
                return before
            break
    return roles.in_line(line, person) or roles.of(person)


def fitting(reading: Reading, predicate: str, work: Mention | Referent) -> str:
    """An actor with a song beside the name sings it; with a novel, writes it."""
    kind = (reading.referent(work) if isinstance(work, Mention) else work).kind
    if predicate == "performed":
        return {"song": "performed", "album": "performed", "series": "acted_in", "film": "acted_in", "variety": "acted_in"}.get(
            kind or "", "acted_in"
        )
    if predicate == "acted_in":
        return {"song": "performed", "album": "performed", "novel": "wrote", "webtoon": "wrote"}.get(kind or "", predicate)
    return predicate

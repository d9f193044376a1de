"""Characters set apart from people: 남온조 역, 김독자로 분했다, 신호윤(기도훈)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.text.characters_korean import Character, find_bracketed, find_characters

if TYPE_CHECKING:
    from kgraph.mentions.korean.candidates import Candidate
    from kgraph.model import Sentence

STAGE = frozenset(("actor", "singer", "member", "comedian", "host", "credit"))  # roles that only a real person has
_NOBODY = -10.0


def set_aside_characters(text: str, told: list[Sentence], rows: list[list[Candidate]]) -> set[str]:
    """The names of characters; their candidates lose all weight where they are told,
    the actors in brackets behind them gain some.
    """
    book = _Book(rows)
    names: set[str] = set()
    for sentence in told:
        start, end = sentence.span.start, sentence.span.end
        for character in find_characters(text, start, end):
            names.add(book.set_aside(character.start) or character.name)
        for character in find_bracketed(text, start, end):
            if character.actor and (name := book.played(character, character.actor[0])):
                names.add(name)
    return names


class _Book:
    """The candidates of an article by place and by name."""

    def __init__(self, rows: list[list[Candidate]]) -> None:
        self._starts = {candidate.start: candidate for row in rows for candidate in row}
        self._ends = {candidate.end: candidate for row in rows for candidate in row}
        self._likely: dict[str, list[Candidate]] = {}
        for row in rows:
            for candidate in row:
                if candidate.weight >= 1.5:
                    self._likely.setdefault(candidate.name, []).append(candidate)

    def set_aside(self, start: int) -> str | None:
        """The name at a place where only a character stands, taken from the candidates."""
        candidate = self._starts.get(start)
        if candidate is None:
            return None
        candidate.weight += _NOBODY
        return candidate.name

    def played(self, character: Character, place: int) -> str | None:
        """The character's name if ``A(B)`` is a character and an actor rather than two names of one person."""
        outer, actor = self._ends.get(character.end), self._starts.get(place)
        if actor is None or not self._is_actor(outer, actor):
            return None
        actor.weight += 2.0
        if outer is None:
            return character.name
        outer.weight += _NOBODY
        return outer.name

    def _is_actor(self, outer: Candidate | None, actor: Candidate) -> bool:
        if outer is None:
            return actor.weight >= 1.0
        if any(other is not actor for other in self._likely.get(actor.name, ())):
            return True
        return outer.role not in STAGE and not any(other.role in STAGE for other in self._likely.get(outer.name, ()))

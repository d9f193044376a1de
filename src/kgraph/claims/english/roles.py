"""What a person does in the trade, as far as an article tells it: the predicate that *P (W)* or *P's W* stands for."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import PERSON
from kgraph.claims.english.lexicon import predicates_in, several, words
from kgraph.text import gazetteer
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading
    from kgraph.model import Claim, Mention

_KNOWN = {
    "actor": "acted_in",
    "director": "directed",
    "writer": "wrote",
    "composer": "composed_for",
    "producer": "produced",
    "singer": "performed",
}
_MAKERS = ("directed", "wrote", "created", "composed_for", "produced")


# rules over lines and the roles of people, each with the words of which a line must hold one; none where any line will do
Rules = tuple[tuple["Callable[[Reading, Line, Roles], Iterator[Claim]]", frozenset[str]], ...]


class Roles:
    """The roles of an article's people, from the nouns beside their names, what is claimed of them, and the gazetteer."""

    def __init__(self, reading: Reading, claims: Iterable[Claim]) -> None:
        self._reading = reading
        self._counts: dict[str, Counter[str]] = {}
        self._by_line: dict[tuple[str, int], str] = {}
        for claim in claims:
            self._note(claim.subject.ref, claim.predicate, 2)
            key = (claim.subject.ref, claim.evidence.start)
            if claim.predicate == "directed" or key not in self._by_line:
                self._by_line[key] = claim.predicate
        self._others: set[str] = set()
        for line in reading.lines:
            if line.has("Person"):
                self._note_words(line)
            self._note_mentions(line)

    def _note_words(self, line: Line) -> None:
        """The words beside names: *photographer P*, *director P*, *directed by P*."""
        for found in _other_before().finditer(line.mask):
            other = line.at(found.end() - 1)
            if other is not None:
                self._others.add(other.ref)
        for found in _is_a().finditer(line.mask):
            person = line.at(found.start())
            if person is not None:
                self._note(person.ref, _predicate(found[1]), 3)
        for found in _role_before().finditer(line.mask):
            person = line.at(found.end() - 1)
            if person is not None:
                self._note(person.ref, _predicate(found[1]), 1)
        for found in _made_by().finditer(line.mask):
            person = line.at(found.end() - 1)
            for predicate in predicates_in(found[1], "passive"):
                if person is not None:
                    self._note(person.ref, predicate, 1)

    def _note_mentions(self, line: Line) -> None:
        """Mentions by role: *the director*."""
        for mention in line.mentions:
            if mention.form == "role":
                noun = mention.span.text.split()[-1].casefold()
                if noun in words("nouns"):
                    self._note(mention.ref, words("nouns")[noun][0], 1)

    def _note(self, ref: str, predicate: str, weight: int) -> None:
        self._counts.setdefault(ref, Counter())[predicate] += weight

    def in_line(self, line: Line, person: Mention) -> str | None:
        """What the person does in this very sentence."""
        return self._by_line.get((person.ref, line.span.start))

    def of(self, person: Mention) -> str | None:
        """What the article, else the gazetteer, knows the person for; None where neither does."""
        counts = Counter(self._counts.get(person.ref, Counter()))
        listed = listed_role(self._reading.referent(person).name)
        if listed:
            counts[listed] += 3
        return min(counts.items(), key=lambda pair: (-pair[1], pair[0] != "directed", pair[0]))[0] if counts else None

    def is_other(self, person: Mention) -> bool:
        """True for people of another trade: cinematographers, chefs, reporters."""
        return person.ref in self._others

    def is_maker(self, person: Mention) -> bool:
        """True for people who are told to direct, write, compose, produce or do other work, and never to act."""
        counts = self._counts.get(person.ref, Counter())
        if person.ref in self._others and "acted_in" not in counts:
            return True
        if "acted_in" in counts:
            return False
        return any(counts[predicate] for predicate in _MAKERS) or (not counts and self.of(person) in _MAKERS)


@cache
def listed_role(name: str) -> str | None:
    """The predicate that a well-known person's role stands for."""
    for entry in gazetteer.load().lookup(name):
        if entry.type == "Person" and entry.role:
            return _KNOWN.get(entry.role)
    return None


@cache
def _other_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load_words('english/casting.yaml')['not_actors'])}) {PERSON}", re.IGNORECASE)


@cache
def _made_by() -> re.Pattern[str]:
    return re.compile(rf"\b({several('passive')}) by (?:(?!of\b|the\b)[a-z-]+ ){{0,2}}{PERSON}", re.IGNORECASE)


@cache
def _is_a() -> re.Pattern[str]:
    """*P (born 1969) is a South Korean playwright*; *P, the screenwriter behind W*"""
    nouns = sorted({*words("nouns"), *load_words("english/casting.yaml")["nouns"]} - {"star", "stars", "lead", "leads"})
    return re.compile(
        rf"{PERSON}(?: ?\([^()]{{0,60}}\))?(?: is| was|,) (?:an?|the) (?:[\w-]+ ){{0,4}}?({either(nouns)})"
        r"(?=[,.;]| and | who | behind )",
        re.IGNORECASE,
    )


@cache
def _role_before() -> re.Pattern[str]:
    nouns = sorted({*words("nouns"), *load_words("english/casting.yaml")["nouns"]})
    return re.compile(rf"\b({either(nouns)}) {PERSON}", re.IGNORECASE)


def _predicate(noun: str) -> str:
    found = words("nouns").get(noun.casefold())
    return found[0] if found else "acted_in"


def role_before(line: Line, position: int) -> str | None:
    """The predicate of the role noun right before a place of the mask."""
    found = _noun_behind().search(line.mask, max(0, position - 30), position)
    return _predicate(found[1]) if found else None


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf"\b({either({*words('nouns'), *load_words('english/casting.yaml')['nouns']})}) $", re.IGNORECASE)

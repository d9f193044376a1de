"""Who is in the cast without a verb of acting: *P is the woman whom he hunts*, *P is in as well*, *a girl (P)*, *P flees to
Jeju*.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english import careers, company, presence_lists
from kgraph.claims.english.belonging import in_topic, is_heading
from kgraph.claims.english.grammar import PEOPLE, PERSON
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.word_lists import either, first_words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles, Rules
    from kgraph.model import Claim


def presence_claims(reading: Reading, roles: Roles) -> Iterator[Claim]:
    """Claims that somebody acts in the work that a paragraph is about."""
    for line in reading.lines:
        if line.has("Person"):
            for rule, needed in _rules():
                if not needed or not needed.isdisjoint(line.words):
                    yield from rule(reading, line, roles)


@cache
def _rules() -> Rules:
    """The rules in reading order."""
    words = load_words("english/casting.yaml")
    own: Rules = (
        (_joins, first_words(words["joins"])),
        (_praised, first_words(words["praised"])),
        (_is_somebody, frozenset({"is", "are", "was", "were"})),
        (_bracketed, frozenset()),
        (_as_somebody, frozenset({"as"})),
        (_plot, frozenset()),
    )
    return (*own, *company.RULES, *careers.RULES, *presence_lists.RULES)


@cache
def _joins_pattern() -> re.Pattern[str]:
    phrases = either(load_words("english/casting.yaml")["joins"])
    return re.compile(
        rf"(?P<p>{PEOPLE})(?:, (?:last|most recently|best known|fresh|known|the|an?|who) [^,;.]{{3,80}}(?=,))?,? (?:(?:who|is|"
        rf"are|was|were|has|have|had|will|also|both|all|be|been|already|again|to|then|now|"
        rf"recently|newly|officially|each|set|too) ){{0,6}}(?P<v>{phrases})(?!\w)",
        re.IGNORECASE,
    )


_HOSTS_IT = re.compile(r" ?(?:[.,;]|$|(?:the (?:show|program|series)|it|together)\b)")


def _joins(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _joins_pattern().finditer(line.mask):
        hosts_another = found["v"].casefold() in ("host", "hosts") and not _HOSTS_IT.match(line.mask, found.end())
        if not hosts_another and not reading.doubtful(line, found.start("v")):
            people = [person for person in line.people(found) if not roles.is_maker(person)]
            yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.joins", 0.84), found.start("p"))


@cache
def _is_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE}) (?P<v>is|are|was|were)(?: (?:also|both|cast as|seen as))? (?P<what>(?:the|an?) (?:[\w'-]+,? "
        rf"){{0,6}}?[\w'-]+)(?= (?:who|whom|whose|that|on|in|with|from|looking|trying|and|of|at)\b|[.,;])",
        re.IGNORECASE,
    )


@cache
def _real_nouns() -> re.Pattern[str]:
    people = load_words("english/people.yaml")["nouns"]
    more = load_words("english/casting.yaml")["real_life"]
    return re.compile(rf"\b(?:{either([*people, *more])})\b", re.IGNORECASE)


@cache
def _trade_nouns() -> re.Pattern[str]:
    """Nouns of the trade and of real life, without kin: a part may be somebody's husband."""
    people = [noun for noun, entry in load_words("english/people.yaml")["nouns"].items() if entry["role"] != "other"]
    return re.compile(rf"\b(?:{either([*people, *load_words('english/casting.yaml')['real_life']])})\b", re.IGNORECASE)


def _is_somebody(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*P is the cram school star who becomes her regular*: a description that no person of the trade bears."""
    for found in _is_pattern().finditer(line.mask):
        real = _trade_nouns() if _of_the_plot(line, found) else _real_nouns()
        if real.search(found["what"]) or reading.doubtful(line, found.start("v")):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person) and person.form in ("name", "part")]
        yield from in_topic(
            reading, people, Ground(line, line.trigger(found, "v"), "presence.is_somebody", 0.8), found.start("p")
        )


def _of_the_plot(line: Line, found: re.Match[str]) -> bool:
    """*P is the stepmother*: kin of nobody who is named is kin in the story."""
    return found["what"].startswith("the ") and not re.match(r" (?:of|in|from|with)\b", line.mask[found.end() :])


_BRACKETED = re.compile(
    rf"(?P<c>[A-Z][\w-]*(?: [A-Z][\w-]*){{0,3}}|[a-z]) \((?:played by |portrayed by |actor |actress |newcomer |rookie |the |"
    rf"veteran |singer |idol |comedian )*(?P<p>{PEOPLE})(?:, [^()]{{0,60}})?\)"
)


def _bracketed(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _BRACKETED.finditer(line.mask):
        people = [person for person in line.between(*found.span("p"), "Person", brackets=True) if not roles.is_maker(person)]
        character = line.trigger(found, "c").text if found["c"][0].isupper() else None
        if character and _real_nouns().fullmatch(character):
            character = None
        yield from in_topic(
            reading, people, Ground(line, line.trigger(found, "p"), "presence.bracketed", 0.85), found.start(), character
        )


_AS = re.compile(
    rf"(?P<p>{PEOPLE})(?: (?:is|was|are|were|shines?|impress(?:es)?|dazzles?|excels?|stuns?|stands out) (?:[a-z-]+ "
    rf"){{0,2}}?)?,? ?(?P<v>as) (?P<what>(?:the|an?|his|her|{PERSON}'s) (?:[\w'-]+ ){{0,6}}?[\w'-]+)(?= (?:who|whom|whose|that|"
    rf"on|in|with|from|and|of|at)\b|[.,;]|$)"
)


def _as_somebody(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*with P as an ice-cold army lawyer*"""
    for found in _AS.finditer(line.mask):
        if not _trade_nouns().search(found["what"]) and not reading.doubtful(line, found.start("v")):
            people = [person for person in line.people(found) if not roles.is_maker(person)]
            yield from in_topic(
                reading, people, Ground(line, line.trigger(found, "v"), "presence.as_somebody", 0.82), found.start("p")
            )


@cache
def _plot_pattern() -> re.Pattern[str]:
    verbs = load_words("english/casting.yaml")["not_plot"]
    return re.compile(
        rf"(?:^|, (?:and|while) |; |while )(?P<p>{PEOPLE}),? (?P<v>(?!(?:{either(verbs)})\b)[a-z]+(?<!s)(?:s|es)|steals every "
        rf"scene)\b(?! (?:said|who))"
    )


def _plot(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*P flees to Jeju with blood on his shirt*: what an actor does in the present tense, in the paragraph of a work, the part
    does.
    """
    if line.sentence.kind == "headline" or is_heading(line) or '"' in line.mask:
        return
    for found in _plot_pattern().finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person) and person.form in ("name", "part")]
        yield from in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.plot", 0.7), found.start("p"))


@cache
def _praised_pattern() -> re.Pattern[str]:
    praise = either(load_words("english/casting.yaml")["praised"])
    return re.compile(
        rf"(?P<p>{PEOPLE}),? (?:is|are|was|were) (?:(?:also|both|all|simply|just|so|as|[a-z]+ly) ){{0,2}}(?P<v>{praise})"
        rf"(?: (?:and|yet|but) [a-z]+)?(?= in\b| as\b| too\b| here\b| throughout\b| opposite\b|[.,;!])"
    )


def _praised(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*P is terrific in W*, *Q is adorable too*"""
    for found in _praised_pattern().finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person) and person.form in ("name", "part")]
        if '"' not in line.mask and not reading.doubtful(line, found.start("v")):
            ground = Ground(line, line.trigger(found, "v"), "presence.praised", 0.8)
            yield from in_topic(reading, people, ground, found.start("p"))

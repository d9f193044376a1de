"""Who is in the cast without a verb of acting: *P is the woman whom he hunts*, *P is in as well*, *a girl (P)*, *P flees to
Jeju*.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import MENTION, MODIFIER, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading
from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.word_lists import either, first_words, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.roles import Roles

_NOT_ACTED = ("song", "album", "novel", "webtoon")


def presence_claims(reading: Reading, roles: Roles) -> Iterator[Claim]:
    """Claims that somebody acts in the work that a paragraph is about."""
    for line in reading.lines:
        if line.of_type("Person"):
            joins = not _join_words().isdisjoint(line.words)
            for rule in (
                *((_joins,) if joins else ()),
                _is_somebody,
                _bracketed,
                _work_star,
                _as_somebody,
                _leads,
                _beside,
                _in_which,
                _with_people,
                _known_for,
                _possessed,
                _reprises,
                _for_people,
                _plot,
            ):
                yield from rule(reading, line, roles)


@cache
def _join_words() -> frozenset[str]:
    return first_words(load_words("english/casting.yaml")["joins"])


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
            yield from _in_topic(
                reading, people, Ground(line, line.trigger(found, "v"), "presence.joins", 0.84), found.start("p")
            )


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
        if _real_nouns().search(found["what"]) or reading.doubtful(line, found.start("v")):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person) and person.form in ("name", "part")]
        yield from _in_topic(
            reading, people, Ground(line, line.trigger(found, "v"), "presence.is_somebody", 0.8), found.start("p")
        )


_BRACKETED = re.compile(
    rf"(?P<c>[A-Z][\w-]*(?: [A-Z][\w-]*){{0,3}}|[a-z]) \((?:played by |portrayed by |actor |actress |newcomer |rookie |the |"
    rf"veteran |singer |idol |comedian )*(?P<p>{PEOPLE})(?:, [^()]{{0,60}})?\)"
)


_WORK_STAR = re.compile(
    rf"\b[Tt]he (?P<w>{WORK}) (?P<v>stars?|actor|actress|lead|director|writer|creator)(?! {PERSON})(?= (?!of\b|and\b)[a-z]|,|')"
)


def _work_star(reading: Reading, line: Line, _roles: Roles) -> Iterator[Claim]:
    """*The W star was Thursday's guest*: whoever the text is about there."""
    for found in _WORK_STAR.finditer(line.mask):
        before = reading.previous(line)
        named = line.between(0, found.start(), "Person") or (before.of_type("Person") if before else ())
        people = list(dict.fromkeys(person.ref for person in named))
        person = named[0] if len(people) == 1 or (named and line.between(0, found.start(), "Person")) else None
        if person is not None:
            predicate = {"director": "directed", "writer": "wrote", "creator": "created"}.get(found["v"], "acted_in")
            ground = Ground(line, line.trigger(found, "v"), "presence.work_star", 0.8)
            yield reading.claim(predicate, (person, line.works(found)[0]), ground)


def _bracketed(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    for found in _BRACKETED.finditer(line.mask):
        people = [person for person in line.between(*found.span("p"), "Person", brackets=True) if not roles.is_maker(person)]
        character = line.trigger(found, "c").text if found["c"][0].isupper() else None
        if character and _real_nouns().fullmatch(character):
            character = None
        yield from _in_topic(
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
            yield from _in_topic(
                reading, people, Ground(line, line.trigger(found, "v"), "presence.as_somebody", 0.82), found.start("p")
            )


_LEADS = re.compile(
    rf"\b(?P<v>(?:intense |star-studded |main )?(?:quartet|quintet|trio|ensemble)|its leads|as its leads|confirmed actors|"
    rf"(?:second |main |two |three |four |male |female |both |all )*leads?|cast members?|cast mates|co-stars?|main cast|"
    rf"supporting roles are filled by|(?:key|lead|main|supporting) roles (?:are|were) (?:taken|played|filled) by|"
    rf"the cast also includes|also in the cast are|rounding out the cast are|joined by|joining them are|played by|portrayed "
    rf"by)(?: are| is|:|,)? (?:such as |like |including )?{MODIFIER}(?P<p>{PEOPLE})",
    re.IGNORECASE,
)


def _leads(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*second leads P and Q*, *played by P*, *supporting roles are filled by P*"""
    for found in _LEADS.finditer(line.mask):
        if not reading.negated(line, found.start("v")):
            people = [person for person in line.people(found) if not roles.is_maker(person)]
            ground = Ground(line, line.trigger(found, "v"), "presence.leads", 0.84)
            yield from _in_topic(
                reading, people, ground, found.end() if _IN_WORK.match(line.mask, found.end() + 1) else found.start()
            )


_IN_WHICH = re.compile(
    rf"(?P<w>{WORK})(?:[^.;{WORK[1:-1]}]{{0,60}}?),? (?P<v>in which|where) (?:actor |actress |newcomer )?(?P<p>{PEOPLE}) "
    rf"(?!said|told|directed|wrote)[a-z]"
)


def _in_which(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W, in which P and Q write letters*"""
    for found in _IN_WHICH.finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from _in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.in_which", 0.86), found.start("p"))


_WITH = re.compile(
    rf"(?P<w>{WORK})(?P<gap>(?:,? \([^()]*\))?,? (?:an? |the |{MENTION[:-1]}\uf000-\uf7ff] "
    rf")?[^.;{WORK[1:-1]}]{{0,50}}?)\b(?P<v>with) (?:actors? |actress |stars? |newcomers? )?(?P<p>{PEOPLE})(?=,|\.| in the| as|"
    rf" and| at|$)"
)


_NOUN_PHRASE = re.compile(r"(?:,? \([^()]*\))?(?:,? (?:an?|the|another|its) [^,]{0,50})?,? ?")


def _with_people(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*W, an MBC romance with P and Q*"""
    for found in _WITH.finditer(line.mask):
        if not _NOUN_PHRASE.fullmatch(found["gap"]) or re.search(
            r"\b(?:interview|together|along|friend|work|worked|met|meet|dat|relationship|marr|star|side by side|talk|spoke|"
            r"collaborat|reunion|reunit|compet|tied|shar|agre|sign)\w*\b[^,]*$",
            found["gap"],
        ):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from _in_topic(
            reading, people, Ground(line, line.trigger(found, "v"), "presence.with_people", 0.8), found.start("p")
        )


_KNOWN_FOR = re.compile(
    rf"(?P<p>{PERSON})'s (?P<v>(?:first|debut|latest|next|last|new|upcoming|most recent|previous|breakout|acting debut|other) "
    rf"(?:[a-z]+ ){{0,2}}?(?:projects?|dramas?|films?|series|movies?|works?|roles?|titles?|credits?))"
    rf" (?:is|was|are|were|will be|include|includes|included)(?: in)?:? (?:the (?:[\w-]+ ){{0,3}})?(?P<w>{WORKS})(?:,? "
    rf"followed by [a-z ]{{0,24}}(?P<x>{WORKS}))?"
)


def _known_for(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*Her first project was W, followed by others including X and Y*"""
    for found in _KNOWN_FOR.finditer(line.mask):
        predicate = roles.of(line.people(found)[0]) or "acted_in"
        works = (*line.works(found), *(line.works(found, "x") if found["x"] else ()))
        for work in works:
            ground = Ground(line, line.trigger(found, "v"), "presence.known_for", 0.85)
            yield reading.claim(predicate, (line.people(found)[0], work), ground)


_POSSESSED = re.compile(
    rf"(?P<p>{PERSON})'s (?P<v>(?:long-awaited |small-screen |first |highly anticipated )?(?:comeback|performance|portrayal|"
    rf"acting|chemistry))\b(?! as (?:a )?(?:singer|director))"
)


def _possessed(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*P's comeback had started with 2.0 percent*"""
    for found in _POSSESSED.finditer(line.mask):
        people = [person for person in line.people(found) if not roles.is_maker(person) and person.form != "speaker"]
        yield from _in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.possessed", 0.75), found.start())
    for found in _DEBUT.finditer(line.mask):
        work = work_here(reading, line, found.start())
        for person in line.people(found):
            if work is not None and roles.of(person) == "directed":
                yield reading.claim("directed", (person, work), Ground(line, line.trigger(found, "v"), "presence.debut", 0.8))


_DEBUT = re.compile(
    rf"(?P<p>{PERSON})'s (?P<v>(?:feature |directorial |directing |feature-length |first )?(?:debut|feature|masterpiece|"
    rf"breakthrough))\b"
)
_REPRISES = re.compile(
    rf"(?P<p>{PEOPLE}),? (?:(?:who|will|both|all|also|is|are|set|to|has|have|had|been) )*(?P<v>repris(?:es?|ed|ing))\b(?: "
    rf"{PERSON}+'s| the| their)? (?:\w+ )?(?:roles?|parts?)"
)


def _reprises(reading: Reading, line: Line, _roles: Roles) -> Iterator[Claim]:
    """*P and Q will reprise their roles*"""
    for found in _REPRISES.finditer(line.mask):
        if not reading.doubtful(line, found.start("v")):
            yield from _in_topic(
                reading,
                list(line.people(found)),
                Ground(line, line.trigger(found, "v"), "presence.reprises", 0.85),
                found.start("p"),
            )


_FOR_PEOPLE = re.compile(
    rf"\b(?P<v>(?:comeback|return|breakthrough|hit|lowest point|highest point|milestone|first (?:drama|film|series|lead role|"
    rf"leading role))\b[^.;{PERSON[1:-1]}]{{0,24}} for) (?:actors? |actress )?(?P<p>{PEOPLE})|\bfor (?:actors? |actress "
    rf")?(?P<q>{PEOPLE}),? it is (?:a|the|his|her) (?:\w+ )?(?:comeback|return|debut)"
)


def _for_people(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*a comeback for P*; *for P it is a comeback*"""
    for found in _FOR_PEOPLE.finditer(line.mask):
        group = "p" if found["p"] else "q"
        people = [person for person in line.people(found, group) if not roles.is_maker(person)]
        yield from _in_topic(
            reading, people, Ground(line, line.original(*found.span()), "presence.for_people", 0.76), found.start()
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
        yield from _in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.plot", 0.7), found.start("p"))


_BESIDE = re.compile(
    rf"\b(?P<v>opposite|alongside|next to|side by side with|co-starring with|shares? the screen with) (?:(?!who\b|in\b|"
    rf"and\b)[\w'-]+ ){{0,4}}?{MODIFIER}(?P<p>{PEOPLE})"
)


def _beside(reading: Reading, line: Line, roles: Roles) -> Iterator[Claim]:
    """*she appeared opposite P*: the partner is in the cast that the subject is in."""
    for found in _BESIDE.finditer(line.mask):
        subjects = line.between(0, found.start(), "Person")
        if (subjects and roles.is_maker(subjects[0])) or reading.doubtful(line, found.start()):
            continue
        people = [person for person in line.people(found) if not roles.is_maker(person)]
        yield from _in_topic(reading, people, Ground(line, line.trigger(found, "v"), "presence.beside", 0.8), found.start())


def _in_topic(
    reading: Reading, people: list[Mention], ground: Ground, position: int, character: str | None = None
) -> Iterator[Claim]:
    """Claims that people act in the work that a place of the ground's line belongs to."""
    work = work_here(reading, ground.line, position)
    if work is not None and work.kind not in _NOT_ACTED:
        for person in people:
            yield reading.claim("acted_in", (person, work), ground, Qualifiers(character=character))


def work_here(reading: Reading, line: Line, position: int) -> Referent | None:
    """The work that a bare part at a position belongs to: the last one before it, the one behind *in*, else the topic (not in
    a heading).
    """
    ahead = _IN_WORK.search(line.mask, position)
    bare = line.sentence.kind == "headline" or is_heading(line)
    if ahead and ahead.start() - position < 160 and not line.between(0, position, "Work"):
        return reading.referent(line.works(ahead)[0])
    if bare and not line.between(0, position, "Work"):
        return None
    return reading.topic_work(line, position)


def is_heading(line: Line) -> bool:
    """True for a section's heading, which speaks of what follows and not of what was said before."""
    return (
        line.sentence.kind == "item"
        and not line.mask[:1].isdigit()
        and line.mask[:1] not in "•-*"
        and line.mask[-1:] not in ".!?"
    )


_IN_WORK = re.compile(
    rf"\b(?:in|for|on)(?: (?:the|an?|[a-z0-9][\w'-]*|[A-Z]\w+|[\uf000-\uf7ff](?:'s)?|{PERSON}'s)){{0,7}}?,? (?P<w>{WORK})"
)


__all__ = ["MODIFIER", "PERSON", "presence_claims"]

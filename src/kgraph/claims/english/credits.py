"""Who directed, wrote, created, produced, composed and performed what: clauses, nouns and credit lines."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import BRACKET, JOIN, MENTION, MODIFIER, ORG, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.lexicon import one_of, openings, predicates_in, several
from kgraph.claims.english.reading import Ground, Reading
from kgraph.model import Claim, Mention, Referent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgraph.claims.english.lines import Line

_WORD = r"(?:[a-z0-9][\w'-]*)"
_AUX = (
    r"(?:has|had|have|is|was|are|were|will|would|be|been|also|once|both|previously|later|then|again|recently|now|already|first|"
    r"just|to|did|"
    r"both|either|since|himself|herself|set|going|originally|personally|jointly|even|reportedly|co|who|officially|successfully|"
    r"as before)"
)
_DESCRIPTION = (
    rf"(?: (?:the|an?|its|his|her|their|both|all|of|for|such|as|like|\d{{4}}|{_WORD}|{ORG}(?:'s)?|[A-Z]{{2,4}}|"
    rf"K-drama|K-dramas|Korean|Chinese|Japanese|American|{PERSON}'s|popular dramas)){{0,9}}?(?:,? (?:including|such as|like|"
    rf"among them|namely):?)?,? "
)
_NO_OBJECT = re.compile(r"\b(?:who|which|when|while|after|before|but|because|that|if|where|with|by|alongside|opposite)\b")
_SELF = Referent("", "", ("",))


def credit_claims(reading: Reading) -> Iterator[Claim]:
    """All credits of an article."""
    for line in reading.lines:
        if line.has("Person") and _trigger().search(line.mask):
            for rule, needed in _rules():
                if needed is None or not needed.isdisjoint(line.words):
                    yield from rule(reading, line)


@cache
def _rules() -> tuple[tuple[Callable[[Reading, Line], Iterator[Claim]], frozenset[str] | None], ...]:
    """The rules in reading order, each with the words of which a line must hold one."""
    active = openings("active")
    return (
        (_passive, openings("passive")),
        (_active, active),
        (_object_relative, active),
        (_nouns, None),
        (_things, openings("things")),
        (_credit_lines, openings("nouns", "things", "passive")),
        (_absolute, active | openings("absolute") | {"to", "debut"}),
    )


@cache
def _trigger() -> re.Pattern[str]:
    kinds = "|".join(one_of(kind) for kind in ("active", "passive", "nouns", "things", "absolute"))
    return re.compile(rf"\b(?:{kinds}|whose|by|debut|direct\w*|helm\w*|writ\w*)\b", re.IGNORECASE)


# passive: W, written and directed by P


@cache
def _passive_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{several('passive')}) (?:jointly |together |solely )?(?:by|from) (?:(?!of\b|and\b|the (?:wife|husband|"
        rf"same)\b)[a-z-]+ ){{0,3}}?(?:{MODIFIER})(?P<p>{PEOPLE})(?: (?:together |along )?with (?:(?!the\b)[a-z-]+ "
        rf"){{0,3}}(?P<q>{PEOPLE})(?! in\b| as\b))?",
        re.IGNORECASE,
    )


_BREAKS_PASSIVE = re.compile(
    r"(?:\b(?:in|with|for|on|by|from|of|and) (?:an?|another|new|his|her|upcoming)\b[^,]*|[;]|\bwho\b[^,]*)$"
)


def _passive(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _passive_pattern().finditer(line.mask):
        if reading.negated(line, found.start()):
            continue
        works, confidence = _works_of_participle(reading, line, found)
        for predicate in predicates_in(found["v"], "passive"):
            people = [*_trimmed(line, found), *(line.people(found, "q") if found["q"] else ())]
            yield from _pairs(
                reading, predicate, people, works, Ground(line, line.trigger(found, "v"), "credits.passive", confidence)
            )


def _works_of_participle(reading: Reading, line: Line, found: re.Match[str]) -> tuple[list[Mention | Referent], float]:
    """What a participle speaks of: the works right before it, behind its people (*Directed by P, W ...*), or the topic."""
    before = _last_works(reading, line, found.start())
    if _thing_behind().search(line.mask, max(0, found.start() - 40), found.start()):
        topic = reading.topic_work(line, found.start())
        return ([topic], 0.88) if topic else ([], 0.0)
    if before is not None:
        start, end = before
        gap = line.mask[end : found.start()]
        if len(gap) < 140 and not _BREAKS_PASSIVE.search(_without_credits(gap)):
            return list(line.between(start, end, "Work")), 0.95
    ahead = re.compile(rf",? {MODIFIER}(?P<w>{WORK})").match(line.mask, found.end())
    if ahead and line.mask[: found.start()].strip() == "":
        return list(line.works(ahead)), 0.93
    if before is None and re.search(r"\b(?:an?|another|next|new|upcoming) (?:[\w-]+ ){0,4}$", line.mask[: found.start()]):
        return [], 0.0
    topic = reading.topic_work(line, found.start())
    return ([topic], 0.8) if topic else ([], 0.0)


_BESIDE = 3  # characters: a title so close before a participle is what it speaks of, even if it stands aside


def _without_credits(gap: str) -> str:
    """The gap without other credits (*written by P,*) and brackets."""
    return _CREDIT_OR_BRACKET.sub("", gap)


_CREDIT_OR_BRACKET = re.compile(rf"\b[a-z-]+(?: and [a-z-]+)? by {MODIFIER}{PEOPLE}|\([^()]*\)")


@cache
def _thing_behind() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of('things')}),? (?:is |was |are |were )?$", re.IGNORECASE)


@cache
def _works_group() -> re.Pattern[str]:
    return re.compile(WORKS)


def _last_works(reading: Reading, line: Line, position: int) -> tuple[int, int] | None:
    """Where the last group of works before a position stands; earlier works of somebody and others that stand aside are passed
    over.
    """
    last = None
    aside = {place for place, named in reading.named(line, "Work") if named.aside and position - place > _BESIDE}
    for group in _works_group().finditer(line.mask, 0, position):
        if group.start() in aside:
            continue
        if (
            line.mask.count("(", 0, group.start()) <= line.mask.count(")", 0, group.start())
            or line.mask.count(")", group.end(), position) == 0
        ):
            last = group.span()
    return last


# active: P directed W; P, who wrote W; P ... and directed W


@cache
def _active_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{several('active')})(?! by\b)(?P<gap>{_DESCRIPTION})(?P<w>{WORKS})(?P<more> (?:together |along |side by "
        rf"side )?with {MODIFIER}(?P<q>{PEOPLE}))?",
        re.IGNORECASE,
    )


def _active(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _active_pattern().finditer(line.mask):
        if _NO_OBJECT.search(found["gap"]) or reading.doubtful(line, found.start()):
            continue
        people, confidence = _subject(reading, line, found.start())
        people = [*people, *(line.people(found, "q") if found["more"] else ())]
        predicates = predicates_in(found["v"], "active")
        if "performed" in predicates and not _is_song(reading, line.works(found)):
            predicates = tuple(p for p in predicates if p != "performed")
        for predicate in predicates:
            ground = Ground(line, line.trigger(found, "v"), "credits.active", confidence)
            yield from _pairs(reading, predicate, people, line.works(found), ground)


def _is_song(reading: Reading, works: Iterable[Mention]) -> bool:
    return all(reading.referent(work).kind in (None, "song", "album", "other") for work in works)


_DOER = re.compile(rf"(?P<p>{PEOPLE})(?:,? (?:who|whom|{_AUX})| {_AUX}){{0,6}},? ?$")
_LIST = re.compile(PEOPLE)


def _subject(reading: Reading, line: Line, position: int) -> tuple[list[Mention | Referent], float]:
    """Who does what the verb at a position says: the people right before it, the antecedent of *who*, else the clause's first
    person.
    """
    near = _DOER.search(line.mask, max(0, position - 400), position)
    if near:
        return list(_after_agents(line, near)), 0.95
    start = max((m.end() for m in re.finditer(r"[;:]|, (?:but|while)\b|\. ", line.mask[:position])), default=0)
    people = line.between(start, position, "Person") or line.between(0, position, "Person")
    if people:
        return _whole_group(line, people[0]), 0.85
    topic = reading.topic(line, "Person")
    return ([topic], 0.6) if topic else ([], 0.0)


def _whole_group(line: Line, first: Mention) -> list[Mention | Referent]:
    """The list of people that begins with a mention: *A, B and C*."""
    for group in _LIST.finditer(line.mask):
        members = line.between(*group.span(), "Person")
        if first in members:
            return list(members[members.index(first) :])
    return [first]


# object relative: W, which P directed; W that she co-wrote with Q


@cache
def _relative_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<w>{WORKS})(?P<gap>(?:,? (?!and\b|but\b|with\b|in which\b|when\b|while\b){_WORD}){{0,10}}?),? ?(?:(?:which|that) "
        rf"(?:[\w' -]{{0,40}}? )??)?{MODIFIER}(?P<p>{PEOPLE}) (?:{_AUX} ){{0,4}}"
        rf"(?P<v>{several('active')})(?= ?(?:[.,;)]|and\b|together\b|with\b|in\b|for\b|alongside\b|newly\b|himself\b|herself\b|"
        rf"$))(?: (?:together |along )?with {MODIFIER}(?P<q>{PEOPLE}))?",
        re.IGNORECASE,
    )


@cache
def _and_clause() -> re.Pattern[str]:
    return re.compile(
        rf" and {MODIFIER}(?P<p>{PEOPLE}) (?:{_AUX} ){{0,3}}(?P<v>{one_of('active')})(?=[.,;]|$| and)", re.IGNORECASE
    )


def _object_relative(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _relative_pattern().finditer(line.mask):
        if reading.doubtful(line, found.start("v")) or re.search(r"[.;]", found["gap"]):
            continue
        linked = re.search(r"\b(?:which|that)\b", line.mask[found.end("w") : found.start("v")])
        if not linked and not re.fullmatch(r"(?:,? [a-z-]+){0,1}", found["gap"]):
            continue
        for predicate in predicates_in(found["v"], "active"):
            people = [*line.people(found), *(line.people(found, "q") if found["q"] else ())]
            yield from _pairs(
                reading,
                predicate,
                people,
                line.works(found),
                Ground(line, line.trigger(found, "v"), "credits.relative", 0.92 if linked else 0.85),
            )
        for more in _and_clause().finditer(line.mask, found.end(), min(len(line.mask), found.end() + 80)):
            for predicate in predicates_in(more["v"], "active"):
                yield from _pairs(
                    reading,
                    predicate,
                    line.people(more),
                    line.works(found),
                    Ground(line, line.trigger(more, "v"), "credits.relative", 0.85),
                )


# nouns: W director P; director P (W); P, writer of W; the director of W, P


@cache
def _noun_patterns() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    noun = several("nouns")
    of = r"(?:of|behind|for|on)"
    the = r"(?:the |an? |its |their |original |award-winning |acclaimed |hit |famed |veteran |former )*"
    fill = rf"(?:(?:the|an?|hit|\d{{4}}|{_WORD}|{ORG}(?:'s)?|Korean|K-drama|Netflix|{ORG}) ){{0,6}}?"
    return tuple(
        (name, re.compile(pattern, re.IGNORECASE), confidence)
        for name, pattern, confidence in (
            ("credits.work_noun", rf"(?P<w>{WORKS})(?:'s)? (?:\(\w+ title \w+\) )?(?P<n>{noun}) (?P<p>{PEOPLE}|{PERSON})", 0.95),
            ("credits.noun_of", rf"\b(?P<n>{noun}) (?P<p>{PEOPLE}) {of} {fill}(?P<w>{WORKS})", 0.93),
            (
                "credits.noun_alone",
                rf"(?P<p>{PEOPLE}),? (?:is|was|serves as|served as|has come aboard as|comes aboard as|came aboard as|joined as|"
                rf"joins as|acts as|returns as|remains as|stays on as|remains) (?P<art>the |an? )?(?P<n>{noun})(?: (?:of|for|"
                rf"on) (?:the )?(?P<w>{WORKS}))?(?= ?[.,;]| and\b| of\b)",
                0.85,
            ),
            (
                "credits.apposition_alone",
                rf"(?P<p>{PEOPLE}), the (?:original |series |film's |show's )?(?P<n>{noun})(?P<w>(?!))?(?=[,.])",
                0.8,
            ),
            (
                "credits.by",
                rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?,? (?:by|from|of) (?:the )?(?P<n>(?:{noun} )?)(?P<p>{PEOPLE})",
                0.88,
            ),
            (
                "credits.by",
                rf"(?P<w>{WORK})(?: \([^()]{{0,40}}\))?, (?:an?|the) (?:[\w'-]+ ){{1,6}}by (?:the )?(?:first-time |rookie |"
                rf"newcomer |veteran |acclaimed |up-and-coming )?(?P<n>{noun} )(?P<p>{PEOPLE})",
                0.9,
            ),
            (
                "credits.whose",
                rf"(?P<p>{PERSON}),? whose (?:\w+ ){{0,3}}?(?P<n>webtoon|novel|webcomic|comic|book|film|films|movie|drama|"
                rf"series|song)s? (?P<w>{WORK})",
                0.88,
            ),
            (
                "credits.whose",
                rf"(?P<p>{PERSON}), (?:the|an?) (?:[\w'-]+ ){{0,4}}?(?P<n>{noun}) whose (?:\w+ ){{0,3}}?(?P<w>{WORK})",
                0.9,
            ),
            (
                "credits.whose",
                rf"(?P<p>{PERSON}),? whose (?P<w>{WORK}) (?P<n>films?|dramas?|series|novels?|webtoons?|movies)\b",
                0.8,
            ),
            (
                "credits.apposition",
                rf"(?P<p>{PEOPLE}),? (?:who is |is |was |as |, )?{the}(?:{_WORD} ){{0,3}}?(?P<n>{noun}) {of} "
                rf"{fill}(?P<w>{WORKS})",
                0.93,
            ),
            (
                "credits.of_work",
                rf"\b(?P<n>{noun}) {of} {fill}(?P<w>{WORKS})(?:,| is| was|:|,? by)? {MODIFIER}(?P<p>{PEOPLE})",
                0.9,
            ),
            ("credits.with_noun", rf"(?P<w>{WORK}),? with (?:the )?(?P<n>{noun}) (?P<p>{PERSON})", 0.85),
            (
                "credits.noun_who",
                rf"\b(?P<n>(?:film )?directors?|PD|filmmaker) (?P<p>{PERSON}), who (?:gave|cast|discovered|worked with|"
                rf"directed|had) [^.;]{{0,80}}? (?:in|for|on) {fill}(?P<w>{WORKS})",
                0.82,
            ),
            ("credits.noun_possessive", rf"\b(?P<n>{noun}) (?P<p>{PERSON})'s {fill}(?P<w>{WORKS})", 0.9),
        )
    )


def _nouns(reading: Reading, line: Line) -> Iterator[Claim]:
    for rule, pattern, confidence in _noun_patterns():
        for found in pattern.finditer(line.mask):
            if reading.doubtful(line, found.start("n")) or _is_adapted(found):
                continue
            people = _trimmed(line, found)
            yield from _by_noun(
                reading, line, found, people, Ground(line, line.trigger(found, "n" if found["n"] else 0), rule, confidence)
            )


def _by_noun(reading: Reading, line: Line, found: re.Match[str], people: list[Mention], ground: Ground) -> Iterator[Claim]:
    """Claims of a noun's pattern: without a work the one spoken of is meant; without a noun the work's kind tells the
    predicate.
    """
    works: list[Mention | Referent] = list(line.works(found))
    topic = reading.topic_work(line, found.start()) if not works else None
    if not works and (found.groupdict().get("art") or "").casefold().startswith("a") and "producer" not in found["n"].casefold():
        return
    for work in works or ([topic] if topic else []):
        for predicate in _noun_predicates(reading, found["n"], work):
            yield from _pairs(reading, predicate, people, [work], ground)


def _noun_predicates(reading: Reading, noun: str | None, work: Mention | Referent) -> tuple[str, ...]:
    told = predicates_in(noun or "", "nouns")
    if told:
        return told
    kind = (reading.referent(work) if isinstance(work, Mention) else work).kind
    if noun and re.fullmatch(r"(?:film|movie|drama|serie)s?|series", noun.strip(), re.IGNORECASE):
        return ("directed",)
    if kind in ("novel", "webtoon") or (noun and re.match(r"webtoon|novel|webcomic|comic|book", noun)):
        return ("wrote",)
    return ("performed",) if kind in ("song", "album") else ()


def _is_adapted(found: re.Match[str]) -> bool:
    """*director P's remake of W* tells nothing of who made W."""
    text = found.string[found.end("p") : found.start("w")] if found["w"] and found.start("w") > found.end("p") else ""
    return bool(re.search(r"\b(?:remake|adaptation|version|reworking|retelling|sequel|interest|role)\b", text))


def _trimmed(line: Line, found: re.Match[str], group: str = "p") -> list[Mention]:
    """The people of a group; *by A and B, and C and D wrote ...* ends at the comma, where a new clause begins."""
    people = list(line.people(found, group))
    text, after = found[group] or "", line.mask[found.end(group) :]
    cut = text.rfind(", and ")
    if cut > 0 and re.match(
        r" (?:penned|wrote|writes?|directs?|directed|plays?|played|stars?|will|is|are|was|were|has|have|had|co-\w+|helms?|"
        r"helmed|produces?)\b",
        after,
    ):
        return [person for person in people if person in line.between(found.start(group), found.start(group) + cut, "Person")]
    return people


# things: the script is by P; from a script by P; P wrote the screenplay (for W)


@cache
def _thing_patterns() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    thing = several("things")
    verbs = (
        r"(?:wrote|writes|penned|co-wrote|did|handled|composed|was in charge of|is in charge of|takes charge of|took "
        r"charge of|provided|created|shares)"
    )
    by = (
        r"(?:(?:is|was|are|were|comes?|came|will be|being)? ?(?:(?:co-)?(?:written|penned|composed|handled|crafted|provided|"
        r"done|credited)? ?(?:by|from)|the work of|to))"
    )
    return tuple(
        (name, re.compile(pattern, re.IGNORECASE), confidence)
        for name, pattern, confidence in (
            (
                "credits.thing_by",
                rf"\b(?P<n>{thing})(?: (?:of|for) (?P<w>{WORKS}))?,? {by} {MODIFIER}(?P<p>{PEOPLE})(?: (?:together with|along "
                rf"with|side by side with|with) {MODIFIER}(?P<q>{PEOPLE}))?",
                0.88,
            ),
            (
                "credits.wrote_thing",
                rf"(?:(?P<p>{PEOPLE}),? (?:(?:who|{_AUX}) ){{0,4}}|\band )(?P<v>{verbs}) the (?:{_WORD} "
                rf"){{0,2}}?(?P<n>{thing})\b(?: (?:of|for|to) {_DESCRIPTION.strip()}?(?P<w>{WORKS}))?(?: (?:together |along "
                rf")?with {MODIFIER}(?P<q>{PEOPLE}))?",
                0.88,
            ),
            (
                "credits.behind_thing",
                rf"(?P<p>{PEOPLE}),? (?:is |was )?(?:the )?(?:man|woman|person|name|one|talent|duo|team|hand) behind the "
                rf"(?P<n>{thing}) (?:of|for) (?P<w>{WORKS})(?P<q>(?!))?",
                0.88,
            ),
        )
    )


def _things(reading: Reading, line: Line) -> Iterator[Claim]:
    for rule, pattern, confidence in _thing_patterns():
        for found in pattern.finditer(line.mask):
            if reading.doubtful(line, found.start()):
                continue
            topic = reading.topic_work(line, found.start())
            works = list(line.works(found)) or ([topic] if topic else [])
            doers = _after_agents(line, found) if found["p"] else _subject(reading, line, found.start())[0]
            people = [*doers, *(line.people(found, "q") if found["q"] else ())]
            for predicate in predicates_in(found["n"], "things"):
                ground = Ground(line, line.trigger(found, "n"), rule, confidence if found["w"] else confidence - 0.06)
                yield from _pairs(reading, predicate, people, works, ground)


def _after_agents(line: Line, found: re.Match[str]) -> list[Mention]:
    """The doers of a clause; *directed by A and B, and C and D penned ...* has C and D."""
    cut = found["p"].rfind(", and ")
    if cut > 0 and _BY_BEFORE.search(line.mask, 0, found.start("p")):
        return list(line.between(found.start("p") + cut, found.end("p"), "Person"))
    return list(line.people(found))


_BY_BEFORE = re.compile(rf"\bby {MODIFIER}$")


# credit lines: Director: P | Screenplay by: P


@cache
def _credit_line() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|/•·;,.] ?|\) ?|  )(?P<n>{several('nouns')}|{several('things')}|(?:{several('passive')}) by)(?: by)? ?[:：-] "
        rf"?(?P<p>{PEOPLE})",
        re.IGNORECASE,
    )


def _credit_lines(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _credit_line().finditer(line.mask):
        work = reading.topic_work(line, found.start())
        if work:
            predicates = (
                predicates_in(found["n"], "nouns") or predicates_in(found["n"], "things") or predicates_in(found["n"], "passive")
            )
            for predicate in predicates:
                yield from _pairs(
                    reading, predicate, line.people(found), [work], Ground(line, line.trigger(found, "n"), "credits.line", 0.92)
                )


# absolute: P directs. P is at the helm. Behind the camera is P.


@cache
def _absolute_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    verb = r"(?:(?:will |to |also )*(?:directs?|helms?|writes?|pens?|produces?|scripts)|directed|is directing|is writing)"
    phrase = one_of("absolute")
    ready = r"(?:attached|set|tapped|on board|confirmed|signed on|slated|chosen|picked|hired|expected|in line|due)"
    return (
        (
            "active",
            re.compile(
                rf"(?P<p>{PEOPLE})(?:, (?:the|a|an) [a-z -]{{1,30}},|, (?:who|known for|best known for) [^,;]{{3,80}},)? "
                rf"(?:{_AUX} ){{0,3}}(?P<v>{verb}(?: and {verb})?)(?= ?(?:[.,;]|and {MENTION}|while\b|as before|from\b|again\b|"
                rf"$|everything\b|{PERSON}'s (?:first|second|new|debut)\b))",
                re.IGNORECASE,
            ),
        ),
        (
            "debut",
            re.compile(
                rf"(?P<p>{PEOPLE})(?:, [^,]{{1,80}},)? (?:{_AUX} )*(?:makes?|made|making|marks?) (?:{PERSON}'s |the |a "
                rf")?(?:feature |feature-length |long-awaited )?(?P<v>directorial debut|directing debut)(?! (?:with|in|through|"
                rf"on)\b)",
                re.IGNORECASE,
            ),
        ),
        (
            "with",
            re.compile(rf"\bwith (?P<p>{PEOPLE}) (?P<v>directing|writing|producing|at the helm)(?=[.,;]| and|$)", re.IGNORECASE),
        ),
        (
            "active",
            re.compile(
                rf"(?P<p>{PEOPLE}),? (?:(?:{_AUX}|the|an?|PD|director|writer|man|woman) )*{ready} to (?:also )?(?P<v>direct|"
                rf"helm|write|pen|produce)(?= ?(?:[.,;]|$|it\b|the (?:series|drama|film)\b))",
                re.IGNORECASE,
            ),
        ),
        (
            "absolute",
            re.compile(
                rf"(?P<p>{PEOPLE})(?:, (?:who|known for|best known for) [^,;]{{3,80}})?,? (?:(?:is|was|are|will be|sits|sat|"
                rf"stands|stood|returns|being|{_AUX}) )*(?P<v>{phrase})(?! of (?:the|this|a|{WORK}))",
                re.IGNORECASE,
            ),
        ),
        (
            "absolute",
            re.compile(rf"\b(?P<v>{phrase})(?: of the [a-z]+)? (?:is|are|was|will be) {MODIFIER}(?P<p>{PEOPLE})", re.IGNORECASE),
        ),
        (
            "absolute",
            re.compile(
                rf"(?P<p>{PEOPLE}),? (?:(?:is|was|are|will be|{_AUX}) )*(?P<v>{phrase}) of {_DESCRIPTION.strip()}?(?P<w>{WORKS})",
                re.IGNORECASE,
            ),
        ),
    )


def _absolute(reading: Reading, line: Line) -> Iterator[Claim]:
    for kind, pattern in _absolute_patterns():
        for found in pattern.finditer(line.mask):
            if reading.doubtful(line, found.start("v")):
                continue
            named = list(line.works(found)) if "w" in found.groupdict() else []
            topic = reading.topic_work(line, found.start())
            told = (
                ("directed",)
                if kind == "debut" or found["v"].casefold() == "at the helm"
                else predicates_in(found["v"], "active" if kind == "with" else kind)
            )
            for predicate in told:
                ground = Ground(line, line.trigger(found, "v"), "credits.absolute", 0.93 if named else 0.82)
                yield from _pairs(reading, predicate, line.people(found), named or ([topic] if topic else []), ground)


def _pairs(
    reading: Reading, predicate: str, people: Iterable[Mention | Referent], works: Iterable[Mention | Referent], ground: Ground
) -> Iterator[Claim]:
    works = list(works)
    for person in people:
        for work in works:
            yield reading.claim(predicate, (person, work), ground)


RULES = (credit_claims,)

__all__ = ["BRACKET", "JOIN", "RULES"]

"""Who acts in what: *P stars in W*, *W stars P*, *W actor P*, cast lists."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.clauses import DESCRIPTION, WORD, subject_of
from kgraph.claims.english.cues import any_of
from kgraph.claims.english.grammar import MODIFIER, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.offers import read_talks
from kgraph.claims.english.parts import (
    cast,
    casting_openings,
    casting_words,
    status_of,
)
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.roles_played import character_after, read_as_character, read_plays
from kgraph.model import Qualifiers
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim


def casting_claims(reading: Reading) -> Iterator[Claim]:
    """All parts in works that an article tells of."""
    for line in reading.lines:
        if line.has("Person") and _trigger().search(line.mask):
            for rule, needed in _rules(with_work=line.has("Work")):
                if not needed.isdisjoint(line.words):
                    yield from rule(reading, line)


_PARTS = any_of(
    "cast role roles part parts appearance appearances performance performances comeback debut return returns returned starring "
    "starred boarded boards confirmed pair pairs team teams tapped board back signed auditioned shared"
)


@cache
def _rules(*, with_work: bool) -> tuple[tuple[Callable[[Reading, Line], Iterator[Claim]], frozenset[str]], ...]:
    """The rules, each with the words of which a line must hold one; some need a work in the line."""
    offers = casting_openings("talks") | casting_openings("declined") | {"turned", "offered", "went"}
    bare = (
        (_features, casting_openings("features") | {"in", "reunites", "brings", "cast", "gave", "gives"}),
        (_led_by, casting_openings("passive")),
        (read_plays, casting_openings("plays")),
        (read_as_character, frozenset({"as", "is", "are"})),
        (_cast_lists, frozenset({"cast", "starring", "stars", "actors", "leads", "with"})),
        (read_talks, offers),
    )
    linked = (
        (_acts_in, _PARTS | casting_openings("active")),
        (_acts_with, frozenset({"in", "on", "for"})),
        (_worked_with, frozenset({"worked"})),
        (read_nouns, casting_openings("nouns")),
        (_watch, frozenset({"watch", "catch", "check", "see"})),
    )
    return (*bare, *linked) if with_work else bare


@cache
def _trigger() -> re.Pattern[str]:
    table = load_words("english/casting.yaml")
    words = [word for kind in sorted(table) for word in table[kind]]
    return re.compile(
        rf"\b(?:{either(words)}|as|with|cast|roles?|parts?|starring|is|watch|catch|check|see|comeback|debut|appearances?|"
        rf"performances?|boarded)\b",
        re.IGNORECASE,
    )


_WORKED_WITH = re.compile(
    rf"\b(?P<v>worked (?:together )?with)\b(?P<gap>[^.;]{{3,160}}),? (?:in|on|"
    rf"for)(?P<desc>{DESCRIPTION})(?P<w>{WORK})(?=[.,;]|$)",
    re.IGNORECASE,
)


def _worked_with(reading: Reading, line: Line) -> Iterator[Claim]:
    """*had worked with the director of W, P, along with cast members A and B, in W2*"""
    for found in _WORKED_WITH.finditer(line.mask):
        if reading.negated(line, found.start()):
            continue
        people, confidence = subject_of(reading, line, found.start())
        ground = Ground(line, line.trigger(found, "v"), "casting.worked_with", confidence - 0.1)
        makers = set()
        for noun in re.finditer(rf"\b(?:director|PD|writer)\b[^,]{{0,40}}?,? ?(?P<p>{PERSON})", found["gap"]):
            maker = line.at(found.start("gap") + noun.start("p"))
            if maker is not None:
                makers.add(maker)
                yield reading.claim("wrote" if "writer" in noun[0] else "directed", (maker, line.works(found)[0]), ground)
        partners = [person for person in line.between(*found.span("gap"), "Person") if person not in makers]
        yield from cast(reading, [*people, *partners], line.works(found), ground)


@cache
def _acts_in_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{casting_words('active')}|cast in|(?:lead|leading|main|title|starring|supporting|guest|cameo|first|breakout|"
        rf"biggest|debut)? ?roles? in|parts? in|appearances? in|performances? in|comeback (?:with|in|to)|debut (?:in|with)|"
        rf"returns? in|starring in a number of|starred in a number of|cast as (?:the|an?) (?:[\w-]+ ){{0,3}}(?:leads?|stars?|"
        rf"protagonists?|heroine|hero) (?:in|of|for)|boarded|boards|confirmed for|pair up for|pairs up for|team up for|teams "
        rf"up for|team up in|tapped for|on board for|back for|returned for|return for|returns for|signed on for|signed on to|"
        rf"auditioned for|shared the screen in|cast (?:together )?in)(?P<gap>{DESCRIPTION})(?P<w>{WORKS})",
        re.IGNORECASE,
    )


_BREAKS = re.compile(r"\b(?:who|which|and|but|with|in|on|at|for|when|while|by|opposite|from)\b", re.IGNORECASE)


_WHO_DID = re.compile(
    r",? who (?:has |had |also |previously |recently |once )*$"
)  # *P, who appeared in W, is in talks*: for another


def _acts_in(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _acts_in_pattern().finditer(line.mask):
        if _BREAKS.search(found["gap"].replace("for her", "").replace("for his", "")):
            continue
        status = status_of(reading, line, found.start())
        if status == "no":
            continue
        if status == "talks" and _WHO_DID.search(line.mask, 0, found.start()):
            status = None
        people, confidence = subject_of(reading, line, found.start())
        given = re.search(
            rf"\b(?:gave|given|offered|cast|landed|earned|brought|handed) (?P<p>{PERSON})", line.mask[: found.start()]
        )
        if given and re.search(r"\b(?:roles?|parts?) in$", found["v"], re.IGNORECASE):
            people = list(line.people(given))
        yield from cast(
            reading,
            people,
            line.works(found),
            Ground(line, line.trigger(found, "v"), "casting.acts_in", confidence - 0.02),
            Qualifiers(status=status),
        )


@cache
def _acts_with_pattern() -> re.Pattern[str]:
    verb = (
        r"(?:star|stars|starred|starring|appear|appears|appeared|act|acts|acted|play|played|headline|lead|cast|share the "
        r"screen|shared the screen|take the lead|takes the lead|pair up|paired|join|joins|joined|joining)"
    )
    return re.compile(
        rf"\b(?P<v>{verb}) (?P<gap>[^.;:{WORK[1:-1]}]{{3,130}}?),? (?:in|on|for)(?P<desc>{DESCRIPTION})(?P<w>{WORKS})",
        re.IGNORECASE,
    )


def _acts_with(reading: Reading, line: Line) -> Iterator[Claim]:
    """*set to star alongside Q in W*, *worked with Q in W*: subject and partners are in one cast."""
    for found in _acts_with_pattern().finditer(line.mask):
        partners = line.between(*found.span("gap"), "Person")
        together = re.match(
            r"(?:alongside|opposite|with|together|the screen|next to|as|again|roles?|once more|side by side|up\b)", found["gap"]
        )
        if found["v"].casefold().startswith("join"):
            together = together or re.match(rf"{PERSON}+(?!'s)", found["gap"])
        status = status_of(reading, line, found.start())
        gap = re.sub(r", who [^,]{0,80}?(?=,|$)|, who [^,]{0,60}$", "", found["gap"])
        if not together or status == "no" or re.search(r"\b(?:who|which|when|but|after|director|PD|writer)\b", gap):
            continue
        people, confidence = subject_of(reading, line, found.start())
        ground = Ground(line, line.trigger(found, "v"), "casting.acts_with", confidence - 0.04)
        yield from cast(reading, [*people, *partners], line.works(found), ground, Qualifiers(status=status))


@cache
def _watch_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>(?:watch|catch|check out|see)) (?:more of )?{MODIFIER}(?P<p>{PEOPLE}) in(?P<gap>{DESCRIPTION})(?P<w>{WORKS})",
        re.IGNORECASE,
    )


def _watch(reading: Reading, line: Line) -> Iterator[Claim]:
    """*Watch P in W below*"""
    for found in _watch_pattern().finditer(line.mask):
        yield from cast(
            reading, line.people(found), line.works(found), Ground(line, line.trigger(found, "v"), "casting.watch", 0.92)
        )


@cache
def _features_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{casting_words('features')}|reunites|brings together|"
        rf"cast (?:of {WORK} )?(?:also )?(?:includes|features|comprises|"
        rf"consists of)|cast of|(?:with|and) (?:a "
        rf")?cast (?:of|that includes)|in (?:post|production|post-production|pre-production|prep) with|gave|gives)\b(?: (?:the|"
        rf"an?|lead|actors?|including|such|as|like|{WORD})){{0,4}}? "
        rf"{MODIFIER}(?P<p>{PEOPLE})",
        re.IGNORECASE,
    )


_GAVE_PART = re.compile(
    rf"(?: (?:{PERSON}'s|one of|an?|the)){{1,3}} (?:\w+ )*?(?:hit|roles?|parts?|break|lead|breakthrough|characters?)\b"
)


def _features(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _features_pattern().finditer(line.mask):
        if (found["v"].casefold() in ("gave", "gives") and not _GAVE_PART.match(line.mask, found.end())) or re.search(
            rf"{PERSON}(?: (?!and\b|while\b){WORD}){{0,2}} $", line.mask[: found.start()]
        ):
            continue
        if re.search(r"\b(?:with|in|for|opposite)\b", line.mask[found.end("v") : found.start("p")]) or reading.negated(
            line, found.start()
        ):
            continue
        if re.match(r"(?:reunites|brings)", found["v"], re.IGNORECASE) and not line.between(0, found.start(), "Work"):
            continue
        before = line.between(0, found.start(), "Work")
        ahead = re.compile(rf",? (?:the )?(?P<w>{WORK})").match(line.mask, found.end()) if found.start() == 0 else None
        topic = reading.referent(line.works(ahead)[0]) if ahead else reading.topic_work(line, found.start())
        if topic:
            yield from cast(
                reading,
                line.people(found),
                [topic],
                Ground(line, line.trigger(found, "v"), "casting.features", 0.93 if before else 0.78),
                Qualifiers(character=character_after(line, found.end())),
            )


@cache
def _led_by_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<v>{casting_words('passive')}) (?:{MODIFIER})(?P<p>{PEOPLE})", re.IGNORECASE)


def _led_by(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _led_by_pattern().finditer(line.mask):
        topic = reading.topic_work(line, found.start())
        if topic and not reading.doubtful(line, found.start()) and line.mask[found.end() : found.end() + 2] != "'s":
            yield from cast(reading, line.people(found), [topic], Ground(line, line.trigger(found, "v"), "casting.led_by", 0.9))


@cache
def _noun_patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    noun = casting_words("nouns")
    fill = rf"(?:(?:the|hit|an?|\d{{4}}|{WORD}|[\uf000-\uf7ff](?:'s)?|Korean) ){{0,6}}?"
    return tuple(
        (re.compile(pattern, re.IGNORECASE), confidence)
        for pattern, confidence in (
            (rf"(?P<w>{WORK})(?:'s)? (?P<v>{noun}) (?P<p>{PEOPLE}|{PERSON})", 0.92),
            (rf"\b(?P<v>{noun}) (?P<p>{PEOPLE}) (?:of|from|in) {fill}(?P<w>{WORKS})", 0.9),
            (
                (
                    rf"(?P<p>{PEOPLE}),? (?:is |was |as )?(?:the |an? )?(?:{WORD} ){{0,2}}?(?P<v>{noun}) (?:of|in) "
                    rf"{fill}(?P<w>{WORKS})"
                ),
                0.9,
            ),
            (rf"\b(?P<v>{noun}) (?:of|in) {fill}(?P<w>{WORKS})(?:,| is| are)? {MODIFIER}(?P<p>{PEOPLE})", 0.88),
        )
    )


def read_nouns(reading: Reading, line: Line) -> Iterator[Claim]:
    """Claims that a noun of the trade tells: *W actor P*, *P, star of W*."""
    for pattern, confidence in _noun_patterns():
        for found in pattern.finditer(line.mask):
            if not reading.doubtful(line, found.start()) and status_of(reading, line, found.start("v")) is None:
                yield from cast(
                    reading,
                    line.people(found),
                    line.works(found),
                    Ground(line, line.trigger(found, "v"), "casting.noun", confidence),
                )


@cache
def _cast_line() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[|/•·;] ?|  )(?:(?P<v>(?:main |lead |starring |supporting )?(?:cast|starring|stars|actors|leads|cast list)) "
        rf"?[:-] ?|(?P<with>^With ))(?P<p>{PEOPLE})(?(with)(?:,? ?\.\.\.|,|\.?$))",
        re.IGNORECASE,
    )


def _cast_lists(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _cast_line().finditer(line.mask):
        work = reading.topic_work(line, found.start())
        if work:
            yield from cast(
                reading,
                line.people(found),
                [work],
                Ground(line, line.trigger(found, "v" if found["v"] else "with"), "casting.line", 0.9),
            )

"""won and nominated_for: prizes of people and works, and what a prize says of the work that it was given for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.claims.english import prize_words as words
from kgraph.claims.english.award_rolls import Row, predicate_of, rolls
from kgraph.claims.english.award_sections import read_sections, told_shortly
from kgraph.claims.english.givings import Before, Given, promised
from kgraph.claims.english.prizes import CATEGORY, CEREMONY, PrizeLine, full_name, paint_prizes
from kgraph.claims.english.profiles import profiled
from kgraph.claims.english.reading import Ground, Reading, clause_start
from kgraph.claims.english.recipients import (
    is_person,
    listed_pairs,
    owner_of_prize,
    people_or_works,
    winners_of,
    works_before,
    works_for,
)
from kgraph.claims.english.when import date_near
from kgraph.model import Claim, Qualifiers
from kgraph.text.awards_english import award_name, implied_predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.recipients import Winner
    from kgraph.model import Mention

_ACTING = re.compile(r"[^.;]{0,40}\bfor (?:[\w'\ue000-\ue7ff]+ ){0,3}(?:role|performance|portrayal|turn|part|acting|playing)\b")
_ONE_PRIZE = re.compile(r"(?<!Academy) (?:Award|Prize)$")  # a prize, not the evening on which many are given
_HELD = re.compile(rf"(?: award)?(?: of| at| in)?(?: the)?(?: \d+(?:st|nd|rd|th))? ?{CEREMONY}")
_PERSONAL = re.compile(r"\b(?:Excellence|Rookie|Popularity|Newcomer|New (?:Actor|Actress|Star)|Star|Couple)\b")
_COUNTED = re.compile(r"\b(?:at|during|of the top|two|three|four|five|several|\d+) (?:the )?(?:\d+\w\w )?$")
_RESPECTIVELY = re.compile(r"\brespectively\b")
_CO_WINNERS = 2  # more people than these behind one category are its nominees


def read_awards(reading: Reading) -> Iterator[Claim]:
    """As in "She won Best Actress at the 57th Baeksang Arts Awards for X": won, acted_in."""
    rows = rolls(reading)
    before = only = only_ceremony(reading)
    for line in reading.lines:
        if line.index in rows:
            yield from _in_row(reading, rows[line.index], before)
            continue
        painted = paint_prizes(reading, line)
        if painted is None:
            continue
        taken: set[int] = set()
        for given in (
            *_by_row(reading, painted),
            *_shared(painted),
            *_by_verb(reading, painted),
            *_by_list(reading, painted),
            *_by_title(painted),
            *_linked(painted),
            *told_shortly(painted, before[0]),
        ):
            yield from _claims(reading, painted, given, before, taken)
        before = _remember(reading, painted, before)
    for painted, given, ceremony in read_sections(reading):
        yield from _claims(reading, painted, given, ceremony if ceremony[0] else only, set())


def only_ceremony(reading: Reading) -> Before:
    """The one ceremony that an article speaks of, and its day: what is told before the name comes is told of it as well."""
    before: Before = (None, None)
    for line in reading.lines:
        painted = paint_prizes(reading, line) if line.index not in rolls(reading) else None
        told = before[0]
        before = _remember(reading, painted, before) if painted else before
        if told is not None and before[0] is not None and told not in before[0]:
            return None, None
    return before


def _in_row(reading: Reading, row: Row, before: Before) -> Iterator[Claim]:
    """The claims of a row of a roll."""
    predicate, category = predicate_of(reading, row), row.category
    known = before[0] is not None and before[0].casefold() in category.casefold()
    qualifiers = Qualifiers(date=before[1], award=award_name(None if known else before[0], category))
    ground = Ground(row.line, row.line.original(*row.place), "awards.roll", 0.93)
    for winner, works in row.winners:
        yield reading.claim(predicate, (winner, None), ground, qualifiers)
        for work in works:
            if row.is_of_music:
                yield reading.claim(predicate, (work, None), ground, qualifiers)
            if row.implied is not None and (row.is_of_music or is_person(reading, winner)):
                yield reading.claim(row.implied, (winner, work), replace(ground, rule="awards.roll_for"), None)


def _remember(reading: Reading, painted: PrizeLine, before: Before) -> Before:
    """The ceremony that later lines go on about, and its day."""
    named = [(place, name) for place, name in painted.ceremonies() if not _ONE_PRIZE.search(name)]
    if not named:
        return before
    place, name = named[-1]
    told = before[0]
    same = told is not None and (name in told or told in name)
    date = date_near(reading, painted.line, place, 120)
    return (told if same and told and len(told) > len(name) else name), date or (before[1] if same else None)


def _by_verb(reading: Reading, painted: PrizeLine) -> Iterator[Given]:
    """She won Best Actress; was nominated for Best Actor; X made him Best New Director; the prize, which he received."""
    line, mask = painted.line, painted.mask
    for found in words.MADE.finditer(mask):
        pairs = tuple((person, line.works(found)) for person in line.people(found, "x"))
        yield Given("won", pairs, found.span("z"), found.span("t"), "made", 0.9)
    for pattern, predicate, rule in ((words.WINS, "won", "verb"), (words.NOMS, "nominated_for", "nominated")):
        for found in pattern.finditer(mask):
            place = found.start("t")
            if words.DOUBT.search(mask, clause_start(line, place), place):
                continue
            given = words.WON_FOR.match(mask, found.end("t"))  # *it got her the prize*: hers, whatever the subject is
            winners = line.people(given, "x") if given else winners_of(reading, painted, found)
            works = works_for(line, mask, found.end(), winners) or works_before(line, place)
            acted = bool(_ACTING.match(mask, found.end()))
            yield Given(predicate, tuple((one, works) for one in winners), found.span("z"), found.span("t"), rule, 0.9, acted)
    for found in words.WHICH.finditer(mask):
        winners = people_or_works(line, *found.span("x"))
        works = works_for(line, mask, found.end(), winners)
        yield Given("won", tuple((one, works) for one in winners), found.span("z"), found.span("t"), "which", 0.9)


def _by_list(reading: Reading, painted: PrizeLine) -> Iterator[Given]:
    """Best Actor: A (X); the prize went to A for X."""
    line, mask = painted.line, painted.mask
    for pattern, rule in ((words.LISTED, "listed"), (words.TO, "to")):
        for found in pattern.finditer(mask):
            bare = rule == "to" and re.fullmatch(r"to|is|:|-", found["t"])
            if (bare and not re.search(CATEGORY, found["z"])) or words.DOUBT.search(
                mask, clause_start(line, found.start()), found.end()
            ):
                continue
            pairs = listed_pairs(line, mask, found)
            people = sum(is_person(reading, winner) for winner, _ in pairs)
            told = promised(reading, painted.line) if rule == "listed" else "won"
            nominees = told == "nominated_for" or (told is None and people > _CO_WINNERS)
            yield Given("nominated_for" if nominees else "won", pairs, found.span("z"), found.span("t"), rule, 0.88)


def _by_row(reading: Reading, painted: PrizeLine) -> Iterator[Given]:
    """A row of a table: 2021 KBS Drama Awards | Best New Actress | A | Won."""
    row = words.ROW.search(painted.mask)
    line = painted.line
    if row is None or reading.negated(line, row.start("t")):
        return
    people, works = line.of_type("Person"), line.of_type("Work")
    subject = profiled(reading)
    if not people and subject is not None:
        people = (subject,)
    personal = any(_PERSONAL.search(name) or implied_predicate(name) for _, name in painted.categories(0, row.start()))
    if personal and not people:  # a card's row without its person
        return
    predicate = "won" if row["t"].lower().startswith("w") else "nominated_for"
    pairs = tuple((person, works) for person in people) or tuple((work, ()) for work in works)
    yield Given(predicate, pairs, (0, row.start()), row.span("t"), "row", 0.92)


def _shared(painted: PrizeLine) -> Iterator[Given]:
    """The prize that A shared with B; lost the top prize to X."""
    line, mask = painted.line, painted.mask
    for found in words.SHARED.finditer(mask):
        winners = line.people(found, "x") + line.people(found, "y")
        yield Given("won", tuple((one, ()) for one in winners), found.span("z"), found.span("t"), "shared", 0.9)
    for found in words.LOST.finditer(mask):
        pairs = tuple((one, ()) for one in people_or_works(line, *found.span("x")))
        yield Given("won", pairs, found.span("z"), found.span("t"), "lost_to", 0.85)


def _by_title(painted: PrizeLine) -> Iterator[Given]:
    """Oscar winner A; A, the Academy Award winner; A, winner of the Palme d'Or."""
    line = painted.line
    for found in words.WINNER.finditer(painted.mask):
        predicate = "nominated_for" if found["t"].startswith("nomin") else "won"
        pairs = tuple((one, ()) for one in people_or_works(line, *found.span("x")))
        yield Given(predicate, pairs, (found.start("z"), found.start("t")), found.span("t"), "winner", 0.9)
    for found in words.IS_WINNER.finditer(painted.mask):
        group = "z" if found["z"] else "b"
        if found[group]:
            after = _HELD.match(painted.mask, found.end(group))
            predicate = "nominated_for" if "nominee" in found.group() else "won"
            pairs = tuple((one, ()) for one in people_or_works(line, *found.span("x")))
            span = found.start(group), after.end() if after else found.end(group)
            yield Given(predicate, pairs, span, found.span(group), "is_winner", 0.9)


def _linked(painted: PrizeLine) -> Iterator[Given]:
    """As in "X won the Grand Prix in 2004 and Y the Jury Prize in 2009": the second has no verb of its own."""
    line, mask = painted.line, painted.mask
    for found in words.LINKED.finditer(mask):
        before = mask[max(0, found.start() - 160) : found.start()]
        if re.search(rf"\b{words.WIN} ", before) and re.search(r"(?:and|,|while) $", before):
            winners = line.between(*found.span("x"), "Work") + owner_of_prize(line, found.start("z"))
            yield Given("won", tuple((one, ()) for one in winners), found.span("z"), found.span("z"), "linked", 0.85)


def _claims(reading: Reading, painted: PrizeLine, given: Given, before: Before, taken: set[int]) -> Iterator[Claim]:
    bare = [(place, None) for place, name in painted.ceremonies(*given.span) if _is_one(painted, place, name, given.rule)][:1]
    for place, category in painted.categories(*given.span) or bare:
        if place in taken:
            continue
        taken.add(place)
        award = full_name(painted, place, category, before[0])
        own = any(before[0] is None or name not in before[0] for _, name in painted.ceremonies())
        told = None if own or given.rule in ("winner", "is_winner") else before[1]
        qualifiers = Qualifiers(date=date_near(reading, painted.line, place, 90) or told, award=award)
        if award:
            mine = _respectively(painted, given, place)
            yield from _won(reading, painted, replace(given, pairs=mine) if mine else given, (category, qualifiers))


def _respectively(painted: PrizeLine, given: Given, place: int) -> tuple[tuple[Winner, tuple[Mention, ...]], ...]:
    """Whose the prize is where as many prizes as winners are told *respectively*; nobody's where that is not said."""
    categories = [at for at, _ in painted.categories(*given.span)]
    if len(given.pairs) != len(categories) or len(categories) < 2 or not _RESPECTIVELY.search(painted.mask, given.span[0]):
        return ()
    return given.pairs[categories.index(place) : categories.index(place) + 1] if place in categories else ()


def _is_one(painted: PrizeLine, place: int, name: str, rule: str) -> bool:
    """True if a ceremony's name alone is a prize: "an Academy Award"; not "at the Emmy Awards", "two Emmy Awards"."""
    if rule in ("winner", "is_winner"):
        return True
    return not name.endswith(("s", "Festival")) and not _COUNTED.search(painted.mask, max(0, place - 24), place)


def _won(reading: Reading, painted: PrizeLine, given: Given, prize: tuple[str | None, Qualifiers]) -> Iterator[Claim]:
    category, qualifiers = prize
    implied = "acted_in" if given.acted else implied_predicate(category) if category else None
    trigger = painted.line.original(*given.trigger)
    ground = Ground(painted.line, trigger, f"awards.{given.rule}", given.confidence)
    works = [work for _, own in given.pairs for work in own]
    for winner, own in given.pairs:
        yield reading.claim(given.predicate, (winner, None), ground, qualifiers)
        if implied and is_person(reading, winner):
            for work in own:
                yield reading.claim(implied, (winner, work), Ground(painted.line, trigger, f"awards.{given.rule}_for", 0.9))
    for work in dict.fromkeys(works):
        if (
            given.rule not in ("listed", "row")
            and implied in (None, "wrote", "composed_for")
            and work.ref not in {winner.ref for winner, _ in given.pairs}
        ):
            yield reading.claim(given.predicate, (work, None), ground, qualifiers)


RULES = (read_awards,)

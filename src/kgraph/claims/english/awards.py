"""won and nominated_for: prizes of people and works, and what a prize says of the work that it was given for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.english.grammar import BRACKET, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.lines import Line
from kgraph.claims.english.prizes import CATEGORY, CEREMONY, PRIZE, PrizeLine, full_name, paint_prizes
from kgraph.claims.english.reading import Ground, Reading, clause_start
from kgraph.claims.english.when import date_near
from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.awards_english import implied_predicate

_WIN = (
    r"(?:w[io]n(?:s|ning)?|took(?: home)?|tak(?:es?|ing)(?: home)?|receiv(?:ed|es|ing)|earn(?:ed|s|ing)|bagg(?:ed|ing)|picked up|pick(?:s|ing) up|collect(?:ed|s)|also collected|"
    r"claim(?:ed|s)|scoop(?:ed|s)(?: up)?|clinch(?:ed|es)|land(?:ed|s)|nabb?(?:ed|s)|got|gets|gained|secured|snagg?(?:ed|s)|grabb?(?:ed|s)|swept|garnered|"
    r"(?:was|were|has been|been|is) (?:also )?(?:awarded|named|honou?red with|given|presented with|crowned|chosen as|selected as|recogni[sz]ed with)|lifted|brought home|walked away with|went home with)"
)
_NOMINATED = (
    r"(?:(?:was|were|is|are|been|also|being)? ?(?:also )?nominated(?: as| in| at)?|(?:received|earned|got|scored|landed|picked up) (?:an? |\w+ )?(?:\w+ )?nominations?(?: for| in| at)?|up for|in the running for|"
    r"contend(?:s|ed|ing) for|vying for|compet(?:es|ed|ing) for|nominees? (?:for|in|at)|nods? for)"
)
_FILL = (
    r"(?:(?:(?:his|her|their|its|the|an?|first|second|third|both|also|career|two|three|four|five|for|as|in|at|of|prestigious|coveted|top|prizes?|awards?|trophy|trophies|including|such|top|honou?rs?|title|category|and|from|on|with|by|\d{4}|\d+(?:st|nd|rd|th)|[\ue000-\ue7ff\uf000-\uf7ff]'s)|\W|(?:"
    + CEREMONY
    + r")) ?){0,10}?"
)
_PRIZES = rf"(?P<z>{PRIZE}(?:(?:'s?)?(?:,| and|, and| as well as| or|;| plus)? ?(?:the |both |for |at |of |in |from |\d+(?:st|nd|rd|th) |award |prize |trophy |\(|\) |including |among them |[,:] ?)*{PRIZE}){{0,12}})"
_SUBJECT = rf"(?P<x>{PEOPLE}|{WORKS})(?:,[^.;]{{0,90}}?,)?,? (?:[a-z]+ ){{0,3}}?"
_WINS = re.compile(rf"(?P<t>\b{_WIN}),? {_FILL}{_PRIZES}")
_NOMS = re.compile(rf"(?P<t>\b{_NOMINATED}),? {_FILL}{_PRIZES}")
_TO = re.compile(
    rf"{_PRIZES}(?:[^.;\ue000-\uefff]{{0,40}}?) (?P<t>went to|goes to|was awarded to|was given to|was presented to|were awarded to|was won by|belonged to|to|was|is|:|-) (?:[^.;,\ue000-\uefff]{{0,40}} )?(?P<x>{PEOPLE}|{WORKS})"
)
_LISTED = re.compile(rf"^ ?(?:[-•*] ?|\d{{1,2}}[.)] ?)?{_PRIZES} ?(?P<t>:|-|\|)+ ?(?P<x>{PEOPLE}|{WORKS})")
_WINNER = re.compile(
    rf"(?P<z>{PRIZE})(?: {PRIZE})?[ -](?P<t>winner|winning|nominee|nominated|winners|nominees)s?,? (?:(?!who\b|that\b|of\b|for\b|with\b|is\b|in\b|and\b|was\b|at\b|to\b|has\b)[a-z-]+ ){{0,4}}?(?P<x>{PERSON}|{WORK})"
)
_IS_WINNER = re.compile(
    rf"(?P<x>{PERSON}|{WORK}){BRACKET},? (?:is |was |and |who is )?(?:an? |the )?(?:owner|(?P<b>{PRIZE})[ -](?:winner|nominee)|winner|nominee)(?: of| for)? ?(?:the )?(?P<z>{PRIZE})?(?P<t>)"
)
_MADE = re.compile(
    rf"(?P<w>{WORK}){BRACKET} (?P<t>made|earned|won|brought|gave|got|helped|landed) (?P<x>{PERSON}) (?:win |to win )?{_FILL}{_PRIZES}"
)
_FOR = re.compile(
    rf"[^.;]{{0,60}}?\b(?:(?:for|with|by) (?:(?!and\b|while\b)[\w'\ue000-\ue7ff\uf000-\uf7ff-]+,? ){{0,9}}?|in )(?P<w>{WORKS})"
)
_FOR_BEFORE = re.compile(rf"(?<!known )(?<!famous )(?<!remembered )\b(?:for|with) (?:[a-z]+ ){{0,3}}(?P<w>{WORKS}),? (?:{PERSON} )?$")
_WHICH = re.compile(
    rf"{_PRIZES}[^.;\ue000-\uefff]{{0,20}}?,? (?:which|that) (?P<x>{PEOPLE}|{WORKS}) (?:had |has |also )?(?P<t>{_WIN})\b"
)
_LINKED = re.compile(rf"(?P<x>{WORK}) (?:the |for )?{_PRIZES}")
_DOUBT = re.compile(
    r"\b(?:not|never|n't|if|would|could|may|might|hopes?|hoping|should|will|wants?|dreams?|expected|predict\w*|lost|los(?:es|ing)|miss(?:ed|es)|fail\w*|vote|tonight|ceremony will|host\w*|presenter)\b|n't\b"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A giving of prizes: who or what has them, for which work, whether won or only nominated, and how sure the words are."""

    predicate: str
    winners: tuple[Mention | Referent, ...]
    works: tuple[Mention, ...]
    span: tuple[int, int]
    trigger: tuple[int, int]
    rule: str
    confidence: float
    acted: bool = False


def read_awards(reading: Reading) -> Iterator[Claim]:
    """ "She won Best Actress at the 57th Baeksang Arts Awards for X" -> won, acted_in."""
    told: tuple[str | None, str | None] = (None, None)
    for line in reading.lines:
        painted = paint_prizes(reading, line)
        if painted is None:
            continue
        taken: set[int] = set()
        for given in (*_given(reading, painted), *_linked(reading, painted)):
            yield from _claims(reading, painted, given, told, taken)
        told = _remember(reading, painted, told)


def _remember(reading: Reading, painted: PrizeLine, told: tuple[str | None, str | None]) -> tuple[str | None, str | None]:
    """The ceremony that later lines go on about, and its day."""
    named = painted.ceremonies()
    if not named:
        return told
    place, name = named[-1]
    same = told[0] is not None and (name in told[0] or told[0] in name)
    date = date_near(reading, painted.line, place, 120)
    return (told[0] if same and told[0] and len(told[0]) > len(name) else name), date or (told[1] if same else None)


def _given(reading: Reading, painted: PrizeLine) -> Iterator[_Told]:
    line, mask = painted.line, painted.mask
    for found in _MADE.finditer(mask):
        yield _Told("won", line.people(found, "x"), line.works(found), found.span("z"), found.span("t"), "made", 0.9)
    for pattern, predicate, rule in ((_WINS, "won", "verb"), (_NOMS, "nominated_for", "nominated")):
        for found in pattern.finditer(mask):
            winners = _winners(reading, line, found.start("t"))
            winners = _fitting(reading, painted, found, winners) + _owner_of_prize(line, found.start("t"))
            if winners and not _DOUBT.search(mask, clause_start(line, found.start("t")), found.start("t")):
                works = (
                    _works_for(line, mask, found.end(), winners) or _work_before(line, found.start("t")) or _own_work(line, found)
                )
                acted = bool(
                    re.match(
                        r"[^.;]{0,40}\bfor (?:[\w'\ue000-\ue7ff]+ ){0,3}(?:role|performance|portrayal|turn|part|acting)\b",
                        mask[found.end() :],
                    )
                )
                yield _Told(predicate, winners, works, found.span("z"), found.span("t"), rule, 0.9, acted)
    for pattern, rule in ((_LISTED, "listed"), (_TO, "to")):
        for found in pattern.finditer(mask):
            if rule == "to" and re.fullmatch(r"to|is|:|-", found["t"]) and not re.search(CATEGORY, found["z"]):
                continue
            winners = line.between(*found.span("x"), "Person") or line.between(*found.span("x"), "Work")
            if not _DOUBT.search(mask, clause_start(line, found.start()), found.end()):
                yield _Told(
                    "won", winners, _works_listed(line, mask, found, winners), found.span("z"), found.span("t"), rule, 0.88
                )
    for found in _WHICH.finditer(mask):
        winners = line.between(*found.span("x"), "Person") or line.between(*found.span("x"), "Work")
        yield _Told("won", winners, _works_for(line, mask, found.end(), winners), found.span("z"), found.span("t"), "which", 0.9)
    yield from _named_winners(painted)


def _fitting(
    reading: Reading, painted: PrizeLine, found: re.Match[str], winners: tuple[Mention | Referent, ...]
) -> tuple[Mention | Referent, ...]:
    """People for a prize that only people have: "she starred in X and was named best actress"."""
    line = painted.line
    if any(_type(reading, winner) == "Person" for winner in winners) or not re.match(
        r"(?:was|were|has been|been|is)\b", found["t"]
    ):
        return winners
    personal = [name for _, name in painted.categories(*found.span("z")) if implied_predicate(name) in ("acted_in", "directed")]
    people = line.between(0, found.start("t"), "Person")
    return people[:1] if personal and people else winners


def _named_winners(painted: PrizeLine) -> Iterator[_Told]:
    """Oscar winner A; A, the Academy Award winner; A, winner of the Palme d'Or"""
    line = painted.line
    for found in _WINNER.finditer(painted.mask):
        winners = line.between(*found.span("x"), "Person") or line.between(*found.span("x"), "Work")
        predicate = "nominated_for" if found["t"].startswith("nomin") else "won"
        yield _Told(predicate, winners, (), (found.start("z"), found.start("t")), found.span("t"), "winner", 0.9)
    for found in _IS_WINNER.finditer(painted.mask):
        if found["z"] or found["b"]:
            group = "z" if found["z"] else "b"
            winners = line.between(*found.span("x"), "Person") or line.between(*found.span("x"), "Work")
            after = re.match(
                rf"(?: award)?(?: of| at| in)?(?: the)?(?: \d+(?:st|nd|rd|th))? ?{CEREMONY}", painted.mask[found.end(group) :]
            )
            predicate = "nominated_for" if re.search(r"nominee", found.group()) else "won"
            yield _Told(
                predicate,
                winners,
                (),
                (found.start(group), found.end(group) + (after.end() if after else 0)),
                found.span(group),
                "is_winner",
                0.9,
            )


def _linked(reading: Reading, painted: PrizeLine) -> Iterator[_Told]:
    """ "Oldboy" won the Grand Prix in 2004 and *"Thirst" the Jury Prize* in 2009"""
    line = painted.line
    for found in _LINKED.finditer(painted.mask):
        owner = _owner_of_prize(line, found.start("z"))
        if re.search(rf"\b{_WIN} ", painted.mask[: found.start()]) and re.search(
            r"(?:and|,|while) $", painted.mask[: found.start()]
        ):
            yield _Told(
                "won", line.between(*found.span("x"), "Work") + owner, (), found.span("z"), found.span("z"), "linked", 0.85
            )
    del reading


def _owner_of_prize(line: Line, position: int) -> tuple[Mention, ...]:
    """It is *the helmer's* third trophy: "Oldboy" won ..."""
    found = re.search(
        rf"(?P<x>{PERSON})'s (?:\w+ ){{0,2}}(?:trophy|trophies|prizes?|awards?|wins?|honou?rs?)\b[^.;]{{0,40}}: ",
        line.mask[:position],
    )
    return line.between(*found.span("x"), "Person") if found else ()


def _winners(reading: Reading, line: Line, position: int) -> tuple[Mention | Referent, ...]:
    """Who or what has the prize that a verb gives: its subject, else whom the sentence goes on about."""
    low = clause_start(line, position)
    subject = None
    for found in re.finditer(
        rf"(?P<x>{PEOPLE}|{WORKS})(?:,[^.;]{{0,90}}?,)?,? ?(?:who|which|that|and|whose)?(?: [a-z]+){{0,6}}? ?$",
        line.mask[low:position],
    ):
        subject = found
    if subject is not None:
        start, end = low + subject.start("x"), low + subject.end("x")
        named = line.between(start, end, "Person") or line.between(start, end, "Work")
        return _joined(line, named, end) if not re.search(r"\bby $", line.mask[max(0, start - 4) : start]) else ()
    people = line.between(low, position, "Person") or line.between(0, position, "Person")
    if people:
        return people[:1]
    works = line.between(low, position, "Work") or line.between(0, position, "Work")
    if works:
        return works[-1:]
    topic = reading.topic(line, "Person")
    return (
        (topic,)
        if topic is not None and re.match(r"^\W*(?:and|also|then|[a-z]+ly)?\W*$", line.mask[:position], re.IGNORECASE)
        else ()
    )


def _joined(line: Line, named: tuple[Mention, ...], end: int) -> tuple[Mention, ...]:
    """Those who had the prize together with the subject: "together with director Bong"."""
    after = re.search(r"together with|along with|alongside|jointly with", line.mask[end:])
    beside = line.between(end + after.end(), min(len(line.mask), end + after.end() + 30), "Person") if after else ()
    return named + beside[:1]


def _works_for(line: Line, mask: str, end: int, winners: tuple[Mention | Referent, ...]) -> tuple[Mention, ...]:
    """The works that people had their prize for: "for her role in X"; a bracket or comma after a listed winner."""
    found = _FOR.match(mask[end:]) or re.match(rf" ?\((?P<w>{WORKS})\)|,? (?P<v>{WORKS})", mask[end:])
    if found is None:
        return ()
    group = "w" if found["w"] else "v"
    taken = {winner.ref for winner in winners}
    return tuple(work for work in line.between(end + found.start(group), end + found.end(group), "Work") if work.ref not in taken)


def _works_listed(line: Line, mask: str, found: re.Match[str], winners: tuple[Mention | Referent, ...]) -> tuple[Mention, ...]:
    inside = (
        line.between(found.start("x"), found.end("x"), "Work", brackets=True)
        if winners and winners[0] in line.of_type("Person")
        else ()
    )
    return inside or _works_for(line, mask, found.end(), winners)


def _work_before(line: Line, position: int) -> tuple[Mention, ...]:
    """For the latter she got ..."""
    found = _FOR_BEFORE.search(line.mask[:position])
    if found is None and re.search(rf"\bfor the (?:latter|former|same) (?:\w+ )?(?:{PERSON} )?$", line.mask[:position]):
        return line.between(0, position, "Work")[-1:]
    return line.between(*found.span("w"), "Work") if found else ()


def _own_work(line: Line, found: re.Match[str]) -> tuple[Mention, ...]:
    """Kwak, who produced *"Parasite"*, received Best Picture: a prize of works, taken by a person."""
    relative = re.search(
        rf"{PERSON}{BRACKET}, (?:who|whose|the (?:director|producer)) [^,;]{{0,40}}?(?P<w>{WORK}), $",
        line.mask[: found.start("t")],
    )
    return line.between(*relative.span("w"), "Work") if relative else ()


def _claims(
    reading: Reading, painted: PrizeLine, given: _Told, told: tuple[str | None, str | None], taken: set[int]
) -> Iterator[Claim]:
    line = painted.line
    categories = painted.categories(*given.span)
    prizes = (
        categories
        or [(place, None) for place, name in painted.ceremonies(*given.span) if _is_one(painted, place, name, given.rule)][:1]
    )
    for place, category in prizes:
        if place in taken:
            continue
        taken.add(place)
        award = full_name(painted, place, category, told[0])
        own = [name for _, name in painted.ceremonies() if told[0] is None or name not in told[0]]
        date = date_near(reading, line, place, 90) or (None if own or given.rule in ("winner", "is_winner") else told[1])
        ground = Ground(
            line,
            line.original(*given.trigger) if given.trigger[0] < given.trigger[1] else line.span,
            f"awards.{given.rule}",
            given.confidence,
        )
        qualifiers = Qualifiers(date=date, award=award)
        yield from _won(reading, given, (category, award), ground, qualifiers)


def _is_one(painted: PrizeLine, place: int, name: str, rule: str) -> bool:
    """True if a ceremony's name alone is a prize: "an Academy Award", "Emmy winner"; not "at the Emmy Awards", "two Emmy Awards"."""
    before = painted.mask[max(0, place - 24) : place]
    if rule in ("winner", "is_winner"):
        return True
    return (
        not name.endswith("s")
        and not name.endswith("Festival")
        and not re.search(r"\b(?:at|during|of the top|two|three|four|five|several|\d+) (?:the )?(?:\d+\w\w )?$", before)
    )


def _won(
    reading: Reading, given: _Told, named: tuple[str | None, str | None], ground: Ground, qualifiers: Qualifiers
) -> Iterator[Claim]:
    category, award = named
    implied = "acted_in" if given.acted else implied_predicate(category) if category else None
    people = [winner for winner in given.winners if _type(reading, winner) == "Person"]
    for winner in given.winners if award else ():
        yield reading.claim(given.predicate, (winner, None), ground, qualifiers)
    for work in given.works if award else ():
        if implied in (None, "wrote", "composed_for"):
            yield reading.claim(given.predicate, (work, None), ground, qualifiers)
        for person in people if implied else ():
            lower = Ground(ground.line, ground.trigger, f"{ground.rule}_for", 0.9)
            yield reading.claim(implied or "", (person, work), lower)


def _type(reading: Reading, winner: Mention | Referent) -> str:
    return winner.type if isinstance(winner, Referent) else reading.referent(winner).type


RULES = (read_awards,)

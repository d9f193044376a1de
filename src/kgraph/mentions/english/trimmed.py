"""Names that run on: labels, numbers, roles, openers and owners before a name, times, places and other names behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import Spot
from kgraph.mentions.english.capitals import is_part, is_stop
from kgraph.mentions.english.listed import listed_as
from kgraph.mentions.english.tokens import QUOTES
from kgraph.mentions.english.trimmed_quotes import trim_quoted
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas

_LEAST = 3  # lines that begin with a bare number make a numbered list
_NUMBERED = re.compile(r"^[ \t]*\d{1,3} (?=[A-Z\"“‘'])", re.MULTILINE)
_BARE_NUMBER = re.compile(r"\d{1,3} (?=[A-Z])")
_ORDINAL = re.compile(r"#\d{1,3}[.:]? (?=\S)")
_LABEL = re.compile(
    r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]*){0,5} ?: (?=[A-Z][\w'’]*[a-z])|"
    r"(?:(?:(?:English|Korean|Working|Original) )?Title|Drama|Film|Movie|Series|Song|Single|Album|Webtoon|Novel|Programme) ?: "
)
_FORMER = re.compile(r"[Ee]x-(?=[A-Z])")
_FIRST = re.compile(r"([A-Z][\w'’]*(?:-[a-z]+)?) (?=[A-Z0-9#])")
_OWNER = re.compile(r"(.+?)['’]s (?=[A-Z0-9])")
_TAIL = re.compile(r" (in|on|for|to|with|by|at|from) (?:the )?([A-Z0-9][^ ]*(?: (?:[A-Z0-9&][^ ]*|for|in|of)){0,4})$")
_SMALL_TAIL = re.compile(r"(?: [a-z]+)+$| PD$")
_FULL_STOP = re.compile(
    r"(?<=[a-z]{2})\. (?=[A-Z])(?<!Mr. )(?<!Mrs. )(?<!Ms. )(?<!Dr. )(?<!St. )(?<!No. )(?<!Vol. )(?<!vs. )(?<!Jr. )"
)
_SURNAME = re.compile(r"([A-Z][a-z]+) (?:on|in|with|for|of) (?=[A-Z])")
_CONTRACTED = re.compile(r"(?:I|It|They|We|You|He|She|There|That|What|Who|Here)['’](?:ll|ve|re|d|m|s)")
_PRIZE = re.compile(r" (?:Prizes?|Awards?|Contest|Fest|Airport)$")
_SUM = re.compile(r": \d[\d.,]*$")
_FIGURE = re.compile(r"\d[\d.,:]*%?,?")
_DAYS = re.compile(r"days?,?$")
_OPENS = frozenset('\n.!?:;-–—•*▪“"(')  # what stands before a sentence's or an item's first word


@dataclass(frozen=True, slots=True)
class Surrounding:
    """What an article tells of its names: their words as painted, which of them are people and organisations, whether bare
    numbers begin its lines, surnames of the people painted.
    """

    names: frozenset[str]
    owners: dict[str, Spot]
    surnames: frozenset[str]
    is_numbered: bool


def look_around_names(canvas: Canvas) -> Surrounding:
    """What is painted of an article, for the question where its names end."""
    spots = [spot for spot in canvas.spots if spot.form == "name" and spot.type != "Character"]
    named = [(canvas.name(spot), spot) for spot in spots]
    owners: dict[str, Spot] = {}
    for name, spot in named:
        if spot.type == "Organization" or (spot.type == "Person" and " " in name):
            owners.setdefault(name, spot)
    surnames = frozenset(name.split()[0] for name, spot in named if spot.type == "Person" and " " in name)
    is_numbered = len(_NUMBERED.findall(canvas.text)) >= _LEAST
    return Surrounding(frozenset(name for name, _ in named), owners, surnames, is_numbered)


def trim(canvas: Canvas, around: Surrounding, spot: Spot) -> tuple[Spot, ...]:
    """A spot without what is none of its name; its owner beside it where the name held one; nothing where no name is left."""
    if canvas.text[spot.start - 1 : spot.start] in QUOTES and spot.start:
        return trim_quoted(canvas, around.names, spot)
    if _likened().search(canvas.name(spot)):
        return ()
    if _is_none(canvas, spot):
        return ()
    owner, start = _owner(canvas, around, spot)
    start = _front(canvas, around, replace(spot, start=start))
    end = _back(canvas, around, replace(spot, start=start))
    if (start, end) == (spot.start, spot.end):
        return (spot,)
    rest = replace(spot, start=start, end=end, listed=False)
    if start >= end or is_stop(canvas.name(rest)) or _is_time(canvas.name(rest)):
        return owner
    return (*owner, replace(rest, type="Person", kind=None) if _is_maker(canvas, spot, end) else rest)


def _is_none(canvas: Canvas, spot: Spot) -> bool:
    """True for what no name is: *They've*, a participle that opens a sentence."""
    name = canvas.name(spot)
    if spot.listed:
        return False
    if is_part(name):
        return True
    is_time = spot.type != "Organization" and name[-1] == "s" and _is_time(name) and not name.isupper()
    is_opener = _opens(canvas, spot.start) and name.casefold() in _words("participles")
    is_prize = spot.type == "Work" and _PRIZE.search(name) is not None
    is_telling = spot.type != "Work" and _told_of().fullmatch(f"{name} ") is not None
    return is_opener or is_time or is_telling or is_prize or _CONTRACTED.fullmatch(name) is not None


def _is_maker(canvas: Canvas, spot: Spot, end: int) -> bool:
    """*Im Na-mu-directed*: whatever it was painted as, who directs is a person."""
    return end < spot.end and canvas.text[end] == "-" and spot.type == "Work"


def _owner(canvas: Canvas, around: Surrounding, spot: Spot) -> tuple[tuple[Spot, ...], int]:
    """*Netflix's Salt Road*, *Spain's Salt Road*: the owner as a spot of its own, and where what it owns begins."""
    found = _OWNER.match(canvas.name(spot))
    if found is None:
        return (), spot.start
    known, behind = around.owners.get(found[1]) or _listed(found[1]), spot.start + found.end()
    if known is not None and not known.type == spot.type == "Person":
        return (replace(known, start=spot.start, end=spot.start + len(found[1])),), behind
    is_told = spot.type == "Organization" and found[1] in around.surnames
    return (), behind if is_told or _is_place(found[1]) else spot.start


def _listed(name: str) -> Spot | None:
    """An organisation that the gazetteer knows, as a spot that stands nowhere yet."""
    entry = next((entry for entry in listed_as(name) if entry.type == "Organization"), None)
    return Spot(0, 0, entry.type, entry.kind, listed=True) if entry and name in entry.names else None


def _is_place(name: str) -> bool:
    return name.casefold() in load_words("english/not_names.yaml")["places"]


def _front(canvas: Canvas, around: Surrounding, spot: Spot) -> int:
    """Where a name begins behind what stands before it."""
    start = spot.start
    while True:
        length = _leading(canvas, around, replace(spot, start=start))
        if not length or start + length >= spot.end:
            return start
        start += length


def _leading(canvas: Canvas, around: Surrounding, spot: Spot) -> int:
    """How many characters at a name's front are none of it."""
    name = canvas.name(spot)
    at_line = spot.start == 0 or canvas.text[spot.start - 1] == "\n"
    is_work = spot.type == "Work"
    shapes = [(_ORDINAL, at_line), (_BARE_NUMBER, at_line and around.is_numbered), (_LABEL, is_work)]
    shapes += [(_FORMER, not is_work), (_told_of(), not is_work)]
    for pattern, is_meant in shapes:
        found = pattern.match(name) if is_meant else None
        if found:
            return found.end()
    return _leading_word(canvas, around, spot)


def _leading_word(canvas: Canvas, around: Surrounding, spot: Spot) -> int:
    """How long a word before a name is that is none of it: a role, a sentence's opener, a person's surname."""
    name = canvas.name(spot)
    surname = _SURNAME.match(name) if spot.type == "Work" else None
    if surname and surname[1] in around.surnames:
        return surname.end()
    found = _FIRST.match(name)
    if found is None or not _opens(canvas, spot.start):
        return 0
    word, rest = found[1].casefold(), name[found.end() :]
    lists = {"Person": "before_person", "Organization": "before_organization", "Work": "before_title"}[spot.type]
    if word in _words(lists) or word in _words("participles"):
        return found.end()
    small = word in _words("before_known") or word in _words("before_title")
    return found.end() if small and (rest in around.names or spot.type == "Person") else 0


def _opens(canvas: Canvas, start: int) -> bool:
    """True where a sentence, a line or an item begins."""
    before = canvas.text[max(0, start - 2) : start].strip(" ")
    return not before or before[-1] in _OPENS


def _back(canvas: Canvas, around: Surrounding, spot: Spot) -> int:
    """Where a name ends before what runs on behind it."""
    name, end = canvas.name(spot), spot.end
    if name.endswith(("'s", "’s")) and name[:-2] in around.names:
        return end - 2
    full = _FULL_STOP.search(name)
    if full:
        return spot.start + full.start()
    done = _done_by().search(name)
    if done:
        return spot.start + done.start()
    if spot.type == "Person":
        tail = _SMALL_TAIL.search(name)
        return spot.start + tail.start() if tail and " " in name[: tail.start()] else end
    figure = _SUM.search(name)
    if figure and canvas.text.startswith((" million", " percent", ".", ",", "%", " on "), end):
        return spot.start + figure.start()
    tail = _TAIL.search(name)
    if tail and _is_other(around, tail[1], tail[2]):
        return spot.start + tail.start()
    return end


def _is_time(words: str) -> bool:
    """*October 15*, *Mondays*, *2016*, *12.5*."""
    return all(_FIGURE.fullmatch(word) or _DAYS.sub("day", word) in _times() for word in words.casefold().split())


def _is_other(around: Surrounding, joint: str, tail: str) -> bool:
    """True for what behind *in*, *for* or *with* is another name or a time; *Taxi to Haru* may go to more than a company."""
    first = re.split(r" (?:for|in|of) ", tail)[0]
    known = tail if tail in around.owners else first if first in around.owners else ""
    is_for = joint in ("for", "with", "by")
    return (bool(known) and (is_for or " " in known)) or (is_for and _listed(tail) is not None) or _is_time(tail)


@cache
def _times() -> frozenset[str]:
    return frozenset(str(word) for word in load_words("english/not_names.yaml")["times"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(word) for word in load_words("english/edges.yaml")[name])


@cache
def _told_of() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[A-Z]\w+ )?[\w’'.]+(?:-[\w’']+)*?-(?:{either(load_words('english/edges.yaml')['told_of'])}) (?=[A-Z]|$)"
    )


@cache
def _done_by() -> re.Pattern[str]:
    return re.compile(rf"-(?:{either(load_words('english/edges.yaml')['done_by'])})$")


@cache
def _likened() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)-(?:{either(load_words('english/edges.yaml')['likened'])})(?![\w-])")

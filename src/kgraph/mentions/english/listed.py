"""Names that the gazetteer lists, where they stand in an English text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import Canvas, Spot
from kgraph.text import gazetteer
from kgraph.text.keys import name_key
from kgraph.text.koreanish import is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.text.gazetteer import Entry

    _Seconds = dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]

_WORD = re.compile(r"[A-Za-z0-9À-ÿ(](?<![\w'’&].)[\w'’*().&+!:-]*")
_LETTERS = re.compile(r"[^\W_]+")
_GIVEN_AHEAD = re.compile(r" [A-Z][a-z]+-[A-Za-z]")
_WORD_BEFORE = re.compile(r"([A-Z][a-z]+) $")
_SEASON = re.compile(r" (?:\d|II|III)(?![\w.-]| (?:episodes|million|percent))")
_SHORT = 3


def find_listed(canvas: Canvas) -> None:
    """Paints listed organisations and people; listed works only where they are more than an ordinary word."""
    shadow, done = canvas.refresh(), 0
    for word in _WORD.finditer(shadow):
        start = word.start()
        if start >= done and _may_open(word[0]):
            done = max(done, _paint_listed(canvas, shadow, start))
            if shadow[start] == "(" and done <= start:
                done = max(done, _paint_listed(canvas, shadow, start + 1))


def _may_open(word: str) -> bool:
    """False for a word in small letters with which no listed name in small letters begins."""
    return not word[0].islower() or _opening(word) in _small_openings()


def _paint_listed(canvas: Canvas, shadow: str, start: int) -> int:
    """Paints the longest listed name that begins here; gives where it ends, 0 if none does."""
    first = _LETTERS.match(shadow, start) or _LETTERS.match(shadow, start + 1)
    seconds = _index().get(first[0].casefold()) if first else None
    for name, entries in _candidates(shadow, first.end(), seconds) if first and seconds else ():
        end = _end(shadow, start, name)
        if end and _counts(canvas, (start, end), entries):
            entry = entries[0]
            season = _SEASON.match(shadow, end) if entry.type == "Work" else None
            end = season.end() if season else end
            if canvas.add(Spot(start, end, entry.type, _kind(entries), listed=True)):
                return end
    return 0


def _candidates(shadow: str, end: int, seconds: _Seconds) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """Listed names that begin with the word that ends here: those that go on with the next word, then those of one word."""
    second = _LETTERS.search(shadow, end, end + 24)
    if second:
        yield from seconds.get(second[0].casefold(), ())
    yield from seconds.get("", ())


def _kind(entries: tuple[Entry, ...]) -> str | None:
    """The kind of a listed name; of several works of that name the one on screen."""
    kinds = [entry.kind for entry in entries if entry.type == entries[0].type]
    return next((kind for kind in ("series", "film", "variety") if kind in kinds), kinds[0])


def _end(shadow: str, start: int, name: str) -> int | None:
    end = start + len(name)
    found = shadow[start:end]
    exact = len(name) <= _SHORT or not name[-1].isalnum()
    if exact and found != name and not (name[0].islower() and found == name[0].upper() + name[1:]):
        return None
    if not exact and found != name and (found.casefold().replace("’", "'") != name.casefold() or _is_weaker(found, name)):
        return None
    if end < len(shadow) and (shadow[end].isalnum() or shadow[end] == "-") and name[-1].isalnum():
        return None
    return end if found[0].isupper() or name[0].islower() or not found[0].isalpha() else None


def _counts(canvas: Canvas, place: tuple[int, int], entries: tuple[Entry, ...]) -> bool:
    """True if a listed name may be believed here without more: ordinary words need the support of their context."""
    entry = entries[0]
    if entry.type == "Person" and _GIVEN_AHEAD.match(canvas.shadow, place[1]):
        return False
    name = canvas.shadow[place[0] : place[1]]
    if not any(letter.isalpha() for letter in name):
        return False
    before = (
        _WORD_BEFORE.search(canvas.shadow, max(0, place[0] - 12), place[0])
        if entry.type == "Person" and " " not in name
        else None
    )
    if before and is_syllable(before[1]):
        return False
    if name.casefold() in map(str.casefold, entry.common):
        return entry.type == "Person" and _among_people(canvas.shadow, place)
    if entry.type == "Person" and " " not in name and re.match(r" [A-Z]|-", canvas.shadow[place[1] : place[1] + 2]):
        return bool(_AFTER_PERSON.match(canvas.shadow[place[1] : place[1] + 12]))
    if entry.type == "Work":
        return " " in name and name[0].isupper()
    return entry.type == "Organization" or " " in name or "-" in name or len(name) > _SHORT


def _among_people(shadow: str, place: tuple[int, int]) -> bool:
    """True if a stage name that is also a word stands where people stand: *starring Rain*, *D.O. (Bad Prosecutor)*."""
    before, after = shadow[max(0, place[0] - 24) : place[0]], shadow[place[1] : place[1] + 12]
    return bool(_BEFORE_PERSON.search(before) or _AFTER_PERSON.match(after))


_BEFORE_PERSON = re.compile(
    r"\b(?:actor|actress|singer|rapper|idol|star|starring|alongside|opposite|singers|actors|by|soloist|member|featuring|with) "
    r"$|['’]s $"
)
_AFTER_PERSON = re.compile(r" \([A-Z]|, who\b| (?:plays|stars|sang|will play|said|as [A-Z])")


def _is_weaker(found: str, name: str) -> bool:
    """*MBC drama* is not the channel MBC Drama: where the listed name has a capital the text has none."""
    pairs = zip(found.split(), name.split(), strict=False)
    return any(listed[0].isupper() and word[0].islower() for word, listed in pairs)


def _opening(name: str) -> str:
    return name[:2].casefold().replace("’", "'")


@cache
def _small_openings() -> frozenset[str]:
    """The first two letters of the listed names that begin with a small one: tvN, aespa."""
    return frozenset(_opening(name) for entry in gazetteer.load().entries for name in entry.names if name[0].islower())


@cache
def _index() -> dict[str, _Seconds]:
    """First word -> second word (empty where there is none) -> Latin names, longest first, each with what it may stand for."""
    found: dict[str, dict[str, dict[str, list[Entry]]]] = {}
    for entry in gazetteer.load().entries:
        for name in entry.names:
            words = _LETTERS.findall(name)
            if words and not any("가" <= letter <= "힣" for letter in name):
                second = words[1].casefold() if len(words) > 1 else ""
                found.setdefault(words[0].casefold(), {}).setdefault(second, {}).setdefault(name, []).append(entry)
    return {
        first: {
            second: tuple((name, tuple(names[name])) for name in sorted(names, key=lambda n: (-len(n), n)))
            for second, names in more.items()
        }
        for first, more in found.items()
    }


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in gazetteer.load().entries:
        for name in entry.names:
            found.setdefault(name_key(name), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}


def listed_as(name: str) -> tuple[Entry, ...]:
    """What the gazetteer knows under this name, ordinary words among them."""
    return _entries().get(name_key(name), ())

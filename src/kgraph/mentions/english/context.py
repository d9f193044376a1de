"""Names that only their context gives away: unlisted organisations, stage names and foreign names, titles without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from kgraph.mentions.english.canvas import ANY, ORG, PERSON, WORK, Canvas, Spot
from kgraph.mentions.english.people import stop_words
from kgraph.text.word_lists import either, load_words

_CAP = r"(?:[A-ZÀ-Þ0-9][\w'’&*+]*(?:[-.:!][\w+]+)*[!+]?)"
_NAME = rf"[A-ZÀ-Þ][\w'’]*(?:[-.]\w+)*(?: [A-ZÀ-Þ][\w'’]*(?:-\w+)*){{0,2}}"
_FUNCTION = r"(?:of|the|in|to|a|an|on|for|with|is|my|at|from|by|de|la|or|vs\.?|not|as|it|s)"
_TITLE = rf"{_CAP}(?::? (?:{_FUNCTION} ){{0,3}}{_CAP}){{0,9}}"
_DASH = r"[-–—]"


def find_organizations(canvas: Canvas) -> None:
    """Paints organisations told by a last word (X Entertainment, X Film Awards), a first word (Studio X) or a noun beside them."""
    for found in _suffixed().finditer(canvas.shadow):
        start = _skip_stop_words(canvas.shadow, found.start(), found.start("suffix"))
        if start < found.start("suffix"):
            canvas.add(Spot(start, found.end(), "Organization", _suffix_kind(found["suffix"], canvas.shadow[start : found.end()])))
    for found in _prefixed().finditer(canvas.shadow):
        canvas.add(Spot(found.start(), found.end(), "Organization", load_words("english/organizations.yaml")["prefixes"][found["prefix"]]))
    for pattern in _organization_contexts():
        for found in pattern.finditer(canvas.shadow):
            _add_name(canvas, found, "Organization", load_words("english/organizations.yaml")["nouns"].get(found["noun"].casefold()))


def find_unknown_people(canvas: Canvas) -> None:
    """Paints names that stand where only people stand: behind a role, before a verb of people, with Hangul or an age behind."""
    for pattern in _people_contexts():
        for found in pattern.finditer(_without_headlines(canvas)):
            _add_name(canvas, found, "Person", None)


def find_unquoted_titles(canvas: Canvas) -> None:
    """Paints titles without quotation marks where only titles stand; lists go on behind them."""
    for pattern, kind in _title_contexts():
        for found in pattern.finditer(_without_headlines(canvas)):
            _add_title(canvas, found.span("title"), kind(found))
    _extend_lists(canvas)


def _add_name(canvas: Canvas, found: re.Match[str], type_: str, kind: str | None) -> None:
    start, end = found.span("name")
    start = _skip_stop_words(canvas.shadow, start, end)
    end = _without_possessive(canvas.shadow, start, end)
    if start < end and not _is_stop(canvas.shadow[start:end]) and canvas.shadow[start:end].upper() != "PD":
        canvas.add(Spot(start, end, type_, kind))


def _add_title(canvas: Canvas, place: tuple[int, int], kind: str | None) -> bool:
    start, end = place
    end = _without_possessive(canvas.shadow, start, end)
    while end > start and canvas.shadow[end - 1] in ".:,":
        end -= 1
    words = canvas.shadow[start:end].split()
    if not words or all(word.casefold().strip(".,:") in stop_words() for word in words) or words[0].isdigit() and len(words) == 1:
        return False
    return canvas.add(Spot(start, end, "Work", kind))


def _extend_lists(canvas: Canvas) -> None:
    """*Gravity and Roma*, *Misaeng, Signal and My Mister*: a title beside a title in a list."""
    ahead = re.compile(rf"{WORK}(?: ?\([^()\n]{{0,40}}\))?(?:, | and |, and | & )(?P<title>{_TITLE})(?= ?[,.;()]| and \b|$| [a-z])", re.MULTILINE)
    for _ in range(6):
        found_any = False
        for found in ahead.finditer(canvas.shadow):
            before = canvas.covering(found.start())
            if before and not _is_quoted(canvas, before) and not _stands_alone(canvas.shadow, found.span("title")):
                found_any = _add_title(canvas, found.span("title"), before.kind) or found_any
        if not found_any:
            return


def _stands_alone(shadow: str, place: tuple[int, int]) -> bool:
    """True if what follows is a subject of its own: *on Signal, Kim says*."""
    return bool(re.match(r" (?:said|says|is|was|has|will|plays|stars|who|told)\b", shadow[place[1] : place[1] + 12]))


def _is_quoted(canvas: Canvas, spot: Spot) -> bool:
    return canvas.text[spot.start - 1 : spot.start] in tuple("“”\"‘’'「『《〈") if spot.start else False


def _without_possessive(shadow: str, start: int, end: int) -> int:
    return end - 2 if shadow[end - 2 : end] in ("'s", "’s") else end


def _is_stop(name: str) -> bool:
    folded = name.casefold()
    return folded in stop_words() or all(word in stop_words() for word in folded.split())


def _skip_stop_words(shadow: str, start: int, limit: int) -> int:
    """Drops words like *The*, *Actor*, *Korean* from the front of a capitalised run."""
    while start < limit:
        word = re.match(r"[\w'’.-]+ ?", shadow[start:limit])
        if word is None or word[0].strip().casefold() not in stop_words():
            return start
        start += word.end()
    return start


def _without_headlines(canvas: Canvas) -> str:
    """The shadow with lines in title case blanked: there capitals tell nothing."""
    pieces, done = [], 0
    for sentence in canvas.document.sentences:
        if sentence.kind == "headline" and _in_title_case(sentence.span.text):
            pieces.append(canvas.shadow[done : sentence.span.start])
            pieces.append(" " * (sentence.span.end - sentence.span.start))
            done = sentence.span.end
    pieces.append(canvas.shadow[done:])
    return "".join(pieces)


def _in_title_case(line: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", line) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.75 * len(words)


@cache
def _suffixed() -> re.Pattern[str]:
    suffixes = either(load_words("english/organizations.yaml")["suffixes"])
    return re.compile(rf"(?<![\w’'])(?:\d+(?:st|nd|rd|th) )?(?:[A-ZÀ-Þ0-9][\w'’&.-]* (?:of |and |for |in |& )?){{1,5}}(?P<suffix>{suffixes})(?![\w-])")


def _suffix_kind(suffix: str, name: str) -> str:
    kinds = load_words("english/organizations.yaml")["suffixes"]
    return "festival" if "Festival" in name else str(kinds.get(suffix, "other"))


@cache
def _prefixed() -> re.Pattern[str]:
    prefixes = either(load_words("english/organizations.yaml")["prefixes"])
    return re.compile(rf"(?<![\w’'])(?P<prefix>{prefixes}) [A-Z&][\w&]*(?: [A-Z][\w&]*)?")


@cache
def _organization_contexts() -> tuple[re.Pattern[str], ...]:
    noun = rf"(?P<noun>(?i:{either(load_words('english/organizations.yaml')['nouns'])}))"
    name = r"(?P<name>[A-Z0-9][\w&*+.]*[\w+*](?: [A-Z0-9][\w&*+.]*){0,2})"
    return (
        re.compile(rf"\b{noun} {name}(?![\w'’])"),
        re.compile(rf"(?<![\w'’.]){name}, (?:the|a|an|her|his|their) (?:[a-z-]+ ){{0,3}}{noun}\b"),
    )


@cache
def _people_contexts() -> tuple[re.Pattern[str], ...]:
    words = load_words("english/people.yaml")
    noun = rf"(?i:{either(words['nouns'])})"
    name = rf"(?P<name>{_NAME})"
    follows = either(words["follows_person"])
    leads = either(words["leads_person"])
    return (
        re.compile(rf"\b{noun} {name}"),
        re.compile(rf"(?<![\w'’.]){name} \([가-힣]{{2,4}}\)"),
        re.compile(rf"(?<![\w'’.]){name}(?:,? \(?\d{{2}}\)?,|,? who\b| (?:{follows})\b)"),
        re.compile(rf"\b(?:{leads}) (?:{noun} )?{name}"),
        re.compile(rf"(?:{PERSON}(?:, | and | & |, and )){name}(?=,| and|\.|\n| & )"),
        re.compile(rf"(?<![\w'’.]){name}(?:, | and | & |, and ){PERSON}"),
        re.compile(rf"(?<![\w'’.]){name}['’]s [“\"'‘]?{WORK}"),
        re.compile(rf"{WORK}[”\"'’]? by {name}"),
    )


_Kind = Callable[[re.Match[str]], "str | None"]


def _noun_kind(found: re.Match[str]) -> str | None:
    kind: str | None = load_words("english/works.yaml")["nouns"].get(found["noun"].casefold())
    return kind


def _no_kind(_: re.Match[str]) -> str | None:
    return None


@cache
def _title_contexts() -> tuple[tuple[re.Pattern[str], _Kind], ...]:
    words = load_words("english/works.yaml")
    noun = rf"(?P<noun>(?i:{either(words['nouns'])}))"
    title = rf"(?P<title>{_TITLE})"
    leads = either(words["leads_title"])
    follows = either(words["follows_title"])
    start = r"(?<![\w'’.-])"
    return (
        (re.compile(rf"{start}{title}(?=,? \((?:19|20)\d\d\))"), _no_kind),
        (re.compile(rf"\b{noun} (?:titled |called |entitled )?{title}"), _noun_kind),
        (re.compile(rf"{ORG}['’]s (?:new |next |upcoming |latest |hit |original )?(?:{noun} )?{title}"), lambda m: _noun_kind(m) if m["noun"] else None),
        (re.compile(rf"{PERSON} \((?P<title>{_TITLE}(?:, {_TITLE})?)\)"), _no_kind),
        (re.compile(rf"\b(?:{leads}) (?:the (?:{noun} )?)?{title}"), lambda m: _noun_kind(m) if m["noun"] else None),
        (re.compile(rf"{start}{title}(?= (?:{follows})\b)"), _no_kind),
        (re.compile(rf"{start}{title}(?=,? (?:an?|the) (?:\d{{4}} |[a-z-]+ ){{0,3}}{noun}\b)"), _noun_kind),
        (re.compile(rf"^\s*(?:\(?\d{{1,3}}[.)]|#\d+|[•●]) ?{title}(?= \({ORG}|\s*{_DASH}|\s*/)", re.MULTILINE), _no_kind),
        (re.compile(rf"{PERSON}['’]s {title}(?=[,.]| in which)"), _no_kind),
    )


def known_names(canvas: Canvas) -> Iterator[tuple[str, Spot]]:
    """Every name painted so far, the longest first."""
    seen: dict[str, Spot] = {}
    for spot in canvas.spots:
        seen.setdefault(canvas.name(spot), spot)
    yield from sorted(seen.items(), key=lambda pair: (-len(pair[0]), pair[0]))


__all__ = ["ANY", "find_organizations", "find_unknown_people", "find_unquoted_titles", "known_names"]

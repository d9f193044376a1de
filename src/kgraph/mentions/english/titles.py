"""Titles without quotation marks, in running text, in lists and at the head of sections."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import WORK, Canvas, Spot
from kgraph.mentions.english.capitals import TITLE, all_stop, title_case_lines, without_lines, without_possessive
from kgraph.mentions.english.people import stop_words
from kgraph.mentions.english.title_contexts import title_contexts
from kgraph.text.word_lists import load_words


def find_unquoted_titles(canvas: Canvas) -> None:
    """Paints titles without quotation marks where only titles stand; lists go on behind them."""
    headlines = title_case_lines(canvas)
    for pattern, kind, needed in title_contexts():
        shadow = without_lines(canvas.refresh(), headlines)
        for found in pattern.finditer(shadow) if any(mark in shadow for mark in needed) else ():
            if not _belongs_to_chart(canvas, found) and not _is_setting(canvas.shadow, *found.span("title")):
                add_title(canvas, found.span("title"), kind(found))
    _extend_lists(canvas)


def _is_setting(shadow: str, start: int, end: int) -> bool:
    """*Set during the Salt Rebellion, the series follows*: not a title in apposition, but when it happens."""
    return shadow.startswith(", the ", end) and shadow[max(0, start - 5) : start] == " the "


def _belongs_to_chart(canvas: Canvas, found: re.Match[str]) -> bool:
    """*Billboard's Digital Song Sales* is no work."""
    owner = canvas.covering(found.start()) if canvas.shadow[found.start()] == "\ue004" else None
    return owner is not None and owner.kind not in ("broadcaster", "platform", "studio", "group", None)


_HEADING = re.compile(
    rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d{{1,3}}[.:]?|[•●▪◆]) ?[\"“‘']?(?P<title>{TITLE})[\"”’']?(?: \((?:[^()\n]*)\))?[ \t]*$",
    re.MULTILINE,
)


_SHEET_HEAD = re.compile(
    rf"^(?!(?:Year|Director|Directed by|Cast|Starring|Genre|Network|Writer|Episodes|Release|Released|Channel|Platform)s? ?: )"
    rf"[\"“‘']?(?P<title>{TITLE})[\"”’']?(?: \([^()\n]*\))?[ \t]*(?=\n+(?:Year|Director|Directed by|Cast|Starring|Genre|"
    rf"Network|Writer|Episodes|Release|Released|Channel|Platform)s? ?: )",
    re.MULTILINE,
)


def find_headings(canvas: Canvas) -> None:
    """Paints the titles that head the sections of a list article: *3. Sweet Home*, *2. Vincenzo (2021)*; one alone is no list."""
    found = [match for match in _HEADING.finditer(canvas.refresh()) if not all(all_stop(word) for word in match["title"].split())]
    others = len(re.findall(rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d+) ?[\"“‘']?{WORK}", canvas.shadow, re.MULTILINE))
    found_sheets = [m for m in _SHEET_HEAD.finditer(canvas.shadow) if not all(all_stop(word) for word in m["title"].split())]
    for match in found_sheets:
        canvas.add(Spot(*match.span("title"), "Work"))
    if len(found) + others > 1:
        for match in found:
            canvas.add(Spot(*match.span("title"), "Work"))


def add_title(canvas: Canvas, place: tuple[int, int], kind: str | None) -> bool:
    """Paints a title after taking off what is none of it: labels, years, places behind; tells whether it did."""
    start, end = place
    if _OWNER.match(canvas.shadow, end) or (
        canvas.shadow[start:end].endswith(("'s", "’s")) and canvas.shadow[end : end + 2] in (" “", ' "', " ‘")
    ):
        return False
    end = without_possessive(canvas.shadow, end)
    while end > start and canvas.shadow[end - 1] in ".:,":
        end -= 1
    year = _YEAR.match(canvas.shadow, start, end)
    start = year.end() if year else start
    label = _LABEL.match(canvas.shadow, start, end)
    if label and label.end() < end and not canvas.shadow[label.end() : end].isupper():
        start = label.end()
    start = _after_surname(canvas, start, end)
    tail = _TRAILING_PLACE.search(canvas.shadow, start, end)
    if tail and all(all_stop(word) or word.isdigit() for word in tail[1].split()):
        end = tail.start()
    words = canvas.shadow[start:end].split()
    if canvas.shadow[start:end].casefold() in stop_words():
        return False
    if (
        not words
        or not any(word[0].isalpha() for word in words)
        or all(all_stop(word) and (len(words) == 1 or _is_trade(word)) for word in words)
        or (words[0].isdigit() and len(words) == 1)
        or _is_date(words)
    ):
        return False
    return canvas.add(Spot(start, end, "Work", kind))


def _extend_lists(canvas: Canvas) -> None:
    """*Gravity and Roma*, *Misaeng, Signal and My Mister*: a title beside a title in a list."""
    ahead = re.compile(
        rf"{WORK}(?: ?\([^()\n]{{0,40}}\))?(?:, | and |, and | & )(?P<title>{TITLE})(?= ?[,.;()]| and \b|$| [a-z])", re.MULTILINE
    )
    for _ in range(6):
        found_any = False
        for found in ahead.finditer(canvas.refresh()):
            before = canvas.covering(found.start())
            if before and not _is_quoted(canvas, before) and not _stands_alone(canvas.shadow, found.span("title")):
                found_any = add_title(canvas, found.span("title"), before.kind) or found_any
        if not found_any:
            return


_TRAILING_PLACE = re.compile(r" (?:in|on|for) (?:the )?([A-Z0-9][\w.]*(?: [A-Z0-9][\w.]*)?)$")


@cache
def _trade_words() -> frozenset[str]:
    lists = load_words("english/not_names.yaml")
    nouns = [
        *load_words("english/people.yaml")["nouns"],
        *load_words("english/works.yaml")["nouns"],
        *load_words("english/organizations.yaml")["nouns"],
    ]
    small = [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "new",
        "best",
        "no",
        "first",
        "last",
        "all",
        "more",
        "this",
        "that",
        "it",
        "his",
        "her",
    ]
    return frozenset([*map(str, lists["places"]), *map(str, lists["times"]), *nouns, *small])


def _is_trade(word: str) -> bool:
    """True for words that even two together make no title: *Korean Drama*, *New Film*, *The Director*."""
    return word.casefold().strip(".,:") in _trade_words()


def _is_date(words: list[str]) -> bool:
    """*In May 2019 the film won*, *On June 3 the series opened*: when something was, not what."""
    times = {str(word) for word in load_words("english/not_names.yaml")["times"]}
    plain = [word.casefold().strip(".,:") for word in words]
    return not times.isdisjoint(plain) and all(word.isdigit() or word in times or _is_trade(word) for word in plain)


_OWNER = re.compile(r"['’]s [“\"‘'\ue002]")


_YEAR = re.compile(r"(?:19|20)\d\d (?:in|with|as|on|for) ")


_LABEL = re.compile(r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,5} ?: ")


def _after_surname(canvas: Canvas, start: int, end: int) -> int:
    """*collaborated with Jeon on Winter Petition*: a known person's surname before a small word is no part of a title."""
    found = re.match(r"([A-Z][a-z]+) (?:on|in|with|for|of) ", canvas.shadow[start:end])
    if found and any(spot.type == "Person" and canvas.name(spot).split()[0] == found[1] for spot in canvas.spots):
        return start + found.end()
    return start


def _stands_alone(shadow: str, place: tuple[int, int]) -> bool:
    """True if what follows is a subject of its own: *on Signal, Kim says*."""
    return bool(re.match(r" (?:said|says|is|was|has|will|plays|stars|who|told)\b", shadow[place[1] : place[1] + 12]))


def _is_quoted(canvas: Canvas, spot: Spot) -> bool:
    return canvas.text[spot.start - 1 : spot.start] in tuple("“”\"‘’'「『《〈") if spot.start else False

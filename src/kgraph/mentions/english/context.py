"""Names that only their context gives away: unlisted organisations, stage names and foreign names, titles without quotation
marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from kgraph.mentions.english.canvas import ANY, ORG, PERSON, WORK, Canvas, Spot
from kgraph.mentions.english.people import stop_words
from kgraph.text.word_lists import either, load_words

_CAP = r"(?:(?:Mr|Mrs|Ms|Dr|St)\.|#\d|[A-ZÀ-Þ0-9][\w'’&*+]*(?:[-.:!][\w+]+)*[!+]?)"
_NAME = r"[A-ZÀ-Þ][\w'’]*(?:[-.]\w+)*(?: [A-ZÀ-Þ][\w'’]*(?:-\w+)*){0,2}"
_FUNCTION = r"(?:of|the|in|to|a|an|on|for|is|my|de|la|or|vs\.?|not|it)"
_TITLE = rf"{_CAP}(?::? (?:{_FUNCTION} ){{0,3}}{_CAP}){{0,9}}"
_DASH = r"[-–—]"


def find_organizations(canvas: Canvas) -> None:
    """Paints organisations told by a last word (X Entertainment, X Film Awards), a first word (Studio X) or a noun beside
    them.
    """
    for found in _suffixed().finditer(canvas.refresh()):
        start = _skip_stop_words(canvas.shadow, found.start(), found.start("suffix"))
        if start < found.start("suffix"):
            canvas.add(
                Spot(start, found.end(), "Organization", _suffix_kind(found["suffix"], canvas.shadow[start : found.end()]))
            )
    for found in _prefixed().finditer(canvas.refresh()):
        canvas.add(
            Spot(
                found.start(), found.end(), "Organization", load_words("english/organizations.yaml")["prefixes"][found["prefix"]]
            )
        )
    for pattern in _organization_contexts():
        for found in pattern.finditer(canvas.refresh()):
            _add_name(
                canvas, found, "Organization", load_words("english/organizations.yaml")["nouns"].get(found["noun"].casefold())
            )


def find_unquoted_titles(canvas: Canvas) -> None:
    """Paints titles without quotation marks where only titles stand; lists go on behind them."""
    for pattern, kind in _title_contexts():
        for found in pattern.finditer(without_headlines(canvas)):
            if not _belongs_to_chart(canvas, found):
                _add_title(canvas, found.span("title"), kind(found))
    _extend_lists(canvas)


def _title_before(shadow: str, start: int) -> bool:
    """True if the capitalised word before a name is no part of it: *Actor X*, *Director X*."""
    word = re.search(r"([A-Z][\w'’-]*) $", shadow[max(0, start - 30) : start])
    return word is not None and (
        word[1].casefold() in stop_words() or word[1].casefold() in load_words("english/people.yaml")["nouns"]
    )


def _belongs_to_chart(canvas: Canvas, found: re.Match[str]) -> bool:
    """*Billboard's Digital Song Sales* is no work."""
    owner = canvas.covering(found.start()) if canvas.shadow[found.start()] == "\ue004" else None
    return owner is not None and owner.kind not in ("broadcaster", "platform", "studio", "group", None)


def find_members(canvas: Canvas) -> None:
    """Paints stage names beside their group: *V of BTS*, *After School's Nana*, *EXO's Kai*."""
    for pattern in (_MEMBER_OF, _GROUPS_MEMBER):
        for found in pattern.finditer(canvas.refresh()):
            group = canvas.covering(found.start("group"))
            if group is not None and group.kind == "group":
                _add_name(canvas, found, "Person", None)


_MEMBER_OF = re.compile(
    rf"(?<![\w'’.])(?P<name>[A-Z][\w.]*) (?:of|from) (?:the )?(?:K-pop )?(?:girl group |boy group |boy band |idol group |band |"
    rf"group |duo |trio )?[\"“‘']?(?P<group>{ORG})"
)
_GROUPS_MEMBER = re.compile(
    rf"(?P<group>{ORG})[\"”’']?(?:['’]s| members?| leader| vocalist| rapper)? (?P<name>[A-Z][\w.]*)(?![\w ]*[A-Z])"
)


_HEADING = re.compile(
    rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d{{1,3}}[.:]?|[•●▪◆]) ?[\"“‘']?(?P<title>{_TITLE})[\"”’']?(?: \((?:[^()\n]*)\))?[ \t]*$",
    re.MULTILINE,
)


_SHEET_HEAD = re.compile(
    rf"^[\"“‘']?(?P<title>{_TITLE})[\"”’']?(?: \([^()\n]*\))?[ \t]*(?=\n+(?:Year|Director|Directed by|Cast|Starring|Genre|"
    rf"Network|Writer|Episodes|Release|Released|Channel|Platform)s? ?: )",
    re.MULTILINE,
)


def find_headings(canvas: Canvas) -> None:
    """Paints the titles that head the sections of a list article: *3. Sweet Home*, *2. Vincenzo (2021)*; one alone is no list."""
    found = [
        match for match in _HEADING.finditer(canvas.refresh()) if not all(_all_stop(word) for word in match["title"].split())
    ]
    others = len(re.findall(rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d+) ?[\"“‘']?{WORK}", canvas.shadow, re.MULTILINE))
    found_sheets = [m for m in _SHEET_HEAD.finditer(canvas.shadow) if not all(_all_stop(word) for word in m["title"].split())]
    for match in found_sheets:
        canvas.add(Spot(*match.span("title"), "Work"))
    if len(found) + others > 1:
        for match in found:
            canvas.add(Spot(*match.span("title"), "Work"))


def _add_name(canvas: Canvas, found: re.Match[str], type_: str, kind: str | None) -> None:
    start, end = found.span("name")
    start = _skip_stop_words(canvas.shadow, start, end)
    end = _without_possessive(canvas.shadow, end)
    if (
        type_ == "Person"
        and start == found.start("name")
        and re.search(r"[A-Z][\w'’-]* $", canvas.shadow[max(0, start - 30) : start])
        and not _title_before(canvas.shadow, start)
    ):
        return
    if type_ == "Person" and re.search(r"\bas (?:the |a |an )?(?:[a-z-]+ ){0,4}$", canvas.shadow[max(0, start - 60) : start]):
        return
    if start < end and not _is_stop(canvas.shadow[start:end]) and canvas.shadow[start:end].upper() != "PD":
        canvas.add(Spot(start, end, type_, kind))


def _add_title(canvas: Canvas, place: tuple[int, int], kind: str | None) -> bool:
    start, end = place
    if _OWNER.match(canvas.shadow, end) or (
        canvas.shadow[start:end].endswith(("'s", "’s")) and canvas.shadow[end : end + 2] in (" “", ' "', " ‘")
    ):
        return False
    end = _without_possessive(canvas.shadow, end)
    while end > start and canvas.shadow[end - 1] in ".:,":
        end -= 1
    year = _YEAR.match(canvas.shadow, start, end)
    start = year.end() if year else start
    label = _LABEL.match(canvas.shadow, start, end)
    if label and label.end() < end and not canvas.shadow[label.end() : end].isupper():
        start = label.end()
    start = _after_surname(canvas, start, end)
    tail = _TRAILING_PLACE.search(canvas.shadow, start, end)
    if tail and all(_all_stop(word) or word.isdigit() for word in tail[1].split()):
        end = tail.start()
    words = canvas.shadow[start:end].split()
    if canvas.shadow[start:end].casefold() in stop_words():
        return False
    if (
        not words
        or not any(word[0].isalpha() for word in words)
        or all(_all_stop(word) and (len(words) == 1 or _is_trade(word)) for word in words)
        or (words[0].isdigit() and len(words) == 1)
    ):
        return False
    return canvas.add(Spot(start, end, "Work", kind))


def _extend_lists(canvas: Canvas) -> None:
    """*Gravity and Roma*, *Misaeng, Signal and My Mister*: a title beside a title in a list."""
    ahead = re.compile(
        rf"{WORK}(?: ?\([^()\n]{{0,40}}\))?(?:, | and |, and | & )(?P<title>{_TITLE})(?= ?[,.;()]| and \b|$| [a-z])", re.MULTILINE
    )
    for _ in range(6):
        found_any = False
        for found in ahead.finditer(canvas.refresh()):
            before = canvas.covering(found.start())
            if before and not _is_quoted(canvas, before) and not _stands_alone(canvas.shadow, found.span("title")):
                found_any = _add_title(canvas, found.span("title"), before.kind) or found_any
        if not found_any:
            return


_TRAILING_PLACE = re.compile(r" (?:in|on|for|to|of|is) (?:the )?([A-Z0-9][\w.]*(?: [A-Z0-9][\w.]*)?)$")


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


_OWNER = re.compile(r"['’]s [“\"‘'\ue002]")
_YEAR = re.compile(r"(?:19|20)\d\d (?:in|with|as|on|for) ")
_LABEL = re.compile(r"(?:[A-Z][A-Z'’-]+ ?){1,6}: ")


def _after_surname(canvas: Canvas, start: int, end: int) -> int:
    """*collaborated with Jeon on Winter Petition*: a known person's surname before a small word is no part of a title."""
    found = re.match(r"([A-Z][a-z]+) (?:on|in|with|for|of) ", canvas.shadow[start:end])
    if found and any(spot.type == "Person" and canvas.name(spot).split()[0] == found[1] for spot in canvas.spots):
        return start + found.end()
    return start


def _all_stop(word: str) -> bool:
    return all(part in stop_words() for part in word.casefold().strip(".,:").split("-"))


def _stands_alone(shadow: str, place: tuple[int, int]) -> bool:
    """True if what follows is a subject of its own: *on Signal, Kim says*."""
    return bool(re.match(r" (?:said|says|is|was|has|will|plays|stars|who|told)\b", shadow[place[1] : place[1] + 12]))


def _is_quoted(canvas: Canvas, spot: Spot) -> bool:
    return canvas.text[spot.start - 1 : spot.start] in tuple("“”\"‘’'「『《〈") if spot.start else False


def _without_possessive(shadow: str, end: int) -> int:
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


def without_headlines(canvas: Canvas) -> str:
    """The shadow with lines in title case blanked: there capitals tell nothing."""
    canvas.refresh()
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
    return re.compile(
        rf"(?<![\w’'])(?:\d+(?:st|nd|rd|th) )?(?:[A-ZÀ-Þ0-9](?:[\w'’&-]|\.(?=\w))* (?:of |and |for |in |& "
        rf")?){{1,5}}(?P<suffix>{suffixes})(?![\w-])"
    )


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
        re.compile(rf"\b{noun} {name}(?![\w-]| [A-Z])"),
        re.compile(rf"(?<![\w'’.]){name}, (?:the|a|an|her|his|their) (?:[a-z-]+ ){{0,3}}{noun}\b"),
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
        (
            re.compile(rf"{ORG}['’]s (?:new |next |upcoming |latest |hit |original )?(?:{noun} )?{title}"),
            lambda m: _noun_kind(m) if m["noun"] else None,
        ),
        (re.compile(rf"{PERSON} \((?P<title>{_TITLE}(?:, {_TITLE})?)\)"), _no_kind),
        (re.compile(rf"\b(?:{leads}) (?:the (?:{noun} )?)?{title}"), lambda m: _noun_kind(m) if m["noun"] else None),
        (re.compile(rf"{start}{title}(?= (?:{follows})\b)"), _no_kind),
        (re.compile(rf"{start}{title}(?=,? (?:an?|the) (?:\d{{4}} |[a-z-]+ ){{0,3}}{noun}\b)"), _noun_kind),
        (
            re.compile(rf"(?:OST|[Ss]ong|[Ss]oundtrack|[Tt]rack|[Ss]ingle)s?\b[^\n]{{0,160}}?{start}{title}(?= by {PERSON})"),
            lambda _: "song",
        ),
        (re.compile(rf"{WORK} by {PERSON} and {title}(?= by {PERSON})"), lambda _: "song"),
        (re.compile(rf"^[ \t]*\(?\d{{1,2}}[.)] ?{title}(?= / {PERSON})", re.MULTILINE), lambda _: "song"),
        (re.compile(rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d+|[•●]) ?{title}(?= \({ORG}|\s*{_DASH}|\s*/)", re.MULTILINE), _no_kind),
        (re.compile(rf"{PERSON}['’]s {title}(?=[,.]| in which)"), _no_kind),
        (
            re.compile(
                rf"{start}{title}(?=(?: \([^()\n]{{1,80}}\))? (?:is|was) (?:an?|the) (?:\d{{4}} )?(?:[\w'’-]+ ){{0,5}}?{noun}\b)"
            ),
            _noun_kind,
        ),
        (
            re.compile(
                rf"^{title}(?= \((?P<noun>TV series|film|web series|drama|series|movie|webtoon|novel|TV drama|variety show|"
                rf"album|song)\))",
                re.MULTILINE,
            ),
            lambda m: "series" if m["noun"].startswith("TV") or m["noun"] == "web series" else _noun_kind(m),
        ),
        (
            re.compile(
                rf"{start}(?P<title>{_TITLE}(?:, {_TITLE}){{0,2}})(?= \((?:working|literal|tentative|English|Korean|"
                rf"provisional|temporary) title)"
            ),
            _no_kind,
        ),
        (re.compile(rf"{start}{title}(?=,? {ORG}['’]s (?:[\w-]+ ){{0,4}}{noun}\b)"), _noun_kind),
        (re.compile(rf"\b[Tt]he {title}(?= (?:duo|team|director|writer|star|actor|actress|PD|creator|creators)\b)"), _no_kind),
        (
            re.compile(
                rf"{start}{title}(?= (?:director|writer|star|actor|actress|PD|creator|helmer|screenwriter|filmmaker) {PERSON})"
            ),
            _no_kind,
        ),
    )


def known_names(canvas: Canvas) -> Iterator[tuple[str, Spot]]:
    """Every name painted so far, the longest first."""
    seen: dict[str, Spot] = {}
    for spot in canvas.spots:
        seen.setdefault(canvas.name(spot), spot)
    yield from sorted(seen.items(), key=lambda pair: (-len(pair[0]), pair[0]))


__all__ = ["ANY", "find_organizations", "find_unquoted_titles", "known_names"]

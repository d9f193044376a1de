"""released_on: when a work came out.  The date is always the text's, never the article's own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from kgraph.claims.english.grammar import BRACKET, MENTION, ORG, PERSON, WORK
from kgraph.claims.english.lines import Line
from kgraph.claims.english.reading import Ground, Reading
from kgraph.claims.english.when import When, dates_in
from kgraph.model import Claim, Mention, Qualifiers, Referent
from kgraph.text.dates_resolved import resolve_date
from kgraph.text.tense_english import speaks_ahead
from kgraph.text.word_lists import load_words

_MAY_DATE = re.compile(r"\d|day\b|month|year|summer|spring|autumn|fall\b|tonight|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_YEAR = r"(?:19|20)\d\d"
_WORD = r"(?!(?:and|or|but|at|with|by|which|who|that|the|in|of|on|was|is)\b)[\w'&-]{1,20}"
_OWNER = r"(?:[\ue000-\ue7ff\uf000-\uf7ff](?:'s)? ){0,2}"
_IN_BRACKETS = re.compile(rf"(?P<w>{WORK})(?: ?\([^()]{{0,60}}\))? ?\((?P<b>[^()]{{0,60}})\)")
_BRACKET_YEAR = re.compile(
    rf"(?:^|[,;/] ?|^(?:[\w\uf000-\uf7ff-]+ ){{1,3}})(?P<y>{_YEAR})(?: ?[-~] ?(?:{_YEAR}|\d\d|present|now)?)?(?:$|[,;/]| (?:\w+)$)"
)
_LAST_BREAK = re.compile(r"[;:]|[!?] |\. (?=\D)|, (?:and|but|while|whereas) (?=[\ue000-\uf7ff])| - ")
_NEXT_BREAK = re.compile(r"[;:]|[!?] |\. (?=\D)|, (?:and|but|while|whereas) (?=[\ue000-\uf7ff])| - ")
_NOT_SUBJECT = re.compile(
    rf"\b(?:by|starring|with|from|featuring|of|opposite|between|for|stars|to|against|than|after|following|before|behind|like|succeeding|replacing) "
    rf"(?:(?!and\b|or\b)[a-z-]+ ){{0,3}}(?:{MENTION}(?:'s)?[ ,]*(?:and |& )?){{1,12}}$"
)
_DATED_OTHERWISE = re.compile(
    r"\b(?:end(?:s|ed|ing)?|wrap(?:s|ped)?|wins?|winning|film(?:ed|ing)|shoot(?:s|ing)?|shot|cast|announc\w+|confirm\w+|report\w+|finale|final|last episode|conclu\w+|"
    r"finish\w*|goodbye|farewell|won|awards?|prize|trophy|set in|plays in|rank\w*|topped|ratings?|percent|script reading|press conference|episode \d+|"
    r"[2-9]th episode|\d\dth episode|million|tickets|views|poster|teaser|trailer|interview|signed|married|wedding|born|died|renew\w*|postpon\w*|delay\w*|"
    r"cancel\w*|rights|contract|enlist\w*|production|crank\w*|audition\w*|read|met|named|honou?red|left|joined|quit|talks|since then|fan meeting|pop-up|special|version of|remake of)\b|%",
    re.IGNORECASE,
)
_LATER_EPISODE = re.compile(
    r"\b(?:(?!1st)\d+(?:st|nd|rd|th)|second|third|fourth|final|last|latest|previous|next|upcoming|recent|special) (?:\w+ ){0,2}?episodes?\b|\b[Ee]pisodes? \d+|\bfinale\b"
)
_A_SLOT = re.compile(
    r"(?:'s)?(?: ?(?:&|and|-|/|to) ?\w+)? (?:time slot|slot|drama|series|nights?|evenings?|lineup|block|miniseries|variety|special)\b"
)
_THE_WORK = re.compile(
    r"(?:[Tt]he|[Tt]his) (?!\w*(?:actor|actress|singer|star|couple|pair|duo|group|network|broadcaster|company|agency|awards?|ceremony|festival|idol|rapper|director|"
    r"writer|news|cast|team|band|platform|streamer|teaser|trailer|poster|wedding|concert|event|exhibition)\b)(?:[a-z]+-)?[a-z]+(?: (?!of\b|in\b|at\b)[a-z-]+){0,3}"
)
_POSTPONED = re.compile(
    r"[^.;]{0,20}\bbut (?:\w+ ){0,4}(?:pushed|postponed|delayed|moved|cancel\w*)|'s (?!premiere|debut|release|broadcast|\w+ (?:film|drama|series|hit|movie))"
)
_CALENDAR = re.compile(r"\W{0,4}(?:(?:on|from) )?$")
_AFTER_DATE = re.compile(
    rf"(?: ?\([^()]{{0,12}}\))? ?[-:|•·,]{{1,2}} ?(?:{ORG}(?:'s)? |[\w'-]+ ){{0,3}}?(?P<w>{WORK})(?:{BRACKET}|[^\ue800-\uefff]{{0,60}}$)"
)
_OF_YEAR = re.compile(
    rf"(?P<a>{MENTION})'s (?:\w+ ){{0,2}}(?:film|movie|drama|series|hit|comedy|romance|thriller|novel|show) of (?P<y>{_YEAR})\b"
)
_NOT_BEGUN = re.compile(r"(?:\b(?:until|till|through|by|before|after|for)(?: the)? ?$)|\b(?:until|by)$", re.IGNORECASE)
_OPENED_WITH = re.compile(r"^ ?(?:with|to|at) (?:an? )?(?:[\w.-]+ ){0,4}?(?:\d+(?:\.\d+)? ?(?:%|percent)|ratings?)")
_PREPARED = re.compile(
    r"\b(?:filming|shooting|production|shoot|tickets?|pre-?sales?|voting|auditions?|rehearsals?|readings?|contract|wedding|enlist\w*|trial)\b",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:[ ,](?:which|that|will|would|is|was|are|were|be|been|has|had|have|also|finally|first|now|to|set|due|slated|scheduled|expected|then|officially|just|both|each|only))*\s*$"
)
_RELATIVE = re.compile(r"\b(?:who|which|that) $")
_UNTRUE = re.compile(r"\b(?:not|never|n't|cannot)\b|n't\b")
_SUPPOSED = re.compile(r"\b(?:[Ii]f|whether|consider\w*|review\w*|talks|mulling|offered|waiting)\b")
_AS_WORK = re.compile(rf",? (?P<t>as|under the title|with the title) (?P<w>{WORK})")
_DIRECT = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? ?(?:(?:on|for|from|at|by) [\uf000-\uf7ff] )?(?:back )?(?P<t>in|from|of|since)? ?$"
)
_SEASON = re.compile(r" (?:season|part|vol(?:ume)?\.?) ?\d", re.IGNORECASE)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = load_words("english/releases.yaml")
    kinds = rf"(?:{_WORD} |[\uf000-\uf7ff](?:'s)? ){{0,3}}?(?:{'|'.join(words['kinds'])})"
    patterns = {
        "verbs": rf"\b(?:{'|'.join(words['verbs'])})\b",
        "nouns": rf"\b(?:{'|'.join(words['nouns'])})\b",
        "shows": rf"\b(?:{'|'.join(words['shows'])})\b",
        "career": rf"\b(?:{'|'.join(words['career'])})\b",
        "year_kind": rf"(?<![-/\d])(?P<y>{_YEAR})(?:'s)? (?!and |but |or |at |with |by |of )(?P<t>{kinds})s?,? (?:(?:of|called|titled|named|entitled|by|from|the|in|version) )?{_OWNER}(?P<w>{WORK})",
        "kind_before": rf"(?P<w>WORK),? (?:an?|the|{MENTION}'s|his|her|their) (?:{_WORD} ){{0,3}}?{kinds} (?:of|from|in)? ?$",
        "kind_of_year": rf"(?P<w>WORK){BRACKET}(?:,| -| is| was) (?:an?|the|another|{MENTION}'s|his|her|their) (?:{_WORD} |[\uf000-\uf7ff](?:'s)? ){{0,3}}?(?P<t>{kinds} of (?P<y>{_YEAR}))\b",
        "kind_after": rf"(?P<w>{WORK}){BRACKET}(?:,| -| is| was) (?:an?|the|another|{MENTION}'s|[Hh]is|[Hh]er|[Tt]heir) (?:{_WORD} ){{0,3}}?(?P<y>{_YEAR}) (?P<t>{kinds})\b",
    }
    return re.compile(patterns[name].replace("WORK", WORK).replace("ORG", ORG), re.IGNORECASE)


def read_releases(reading: Reading) -> Iterator[Claim]:
    """ "Squid Game" came out on Sept. 17, 2021 -> released_on Squid Game, 2021-09-17."""
    for line in reading.lines:
        if line.of_type("Work"):
            yield from _bracketed(reading, line)
            yield from _named_by_year(reading, line)
        dates = dates_in(reading, line) if _MAY_DATE.search(line.mask) else ()
        for when in dates:
            if (
                when.iso is not None
                and not _POSTPONED.match(line.mask[when.end :])
                and not (when.phrase.weekday is not None and _A_SLOT.match(line.mask[when.end :]))
                and not _NOT_BEGUN.search(line.mask[max(0, when.start - 12) : when.start] + when.phrase.text.split(" ")[0])
            ):
                yield from _dated(reading, line, when, when.iso)


def _claim(reading: Reading, line: Line, what: Mention | Referent, date: str, ground: tuple[str, float, int, int]) -> Claim:
    rule, confidence, start, end = ground
    qualifiers = Qualifiers(date=date)
    return reading.claim(
        "released_on", (what, None), Ground(line, line.original(start, end), f"releases.{rule}", confidence), qualifiers
    )


def _bracketed(reading: Reading, line: Line) -> Iterator[Claim]:
    """ "Family Ties" (2006), "Roppongi Class" (TV Asahi, 2022)"""
    for found in _IN_BRACKETS.finditer(line.mask):
        year = _BRACKET_YEAR.search(found["b"])
        mention = line.at(found.start("w"))
        if year and mention:
            start = found.start("b") + year.start("y")
            yield _claim(reading, line, mention, year["y"], ("brackets", 0.97, start, start + 4))


def _named_by_year(reading: Reading, line: Line) -> Iterator[Claim]:
    """the 2013 thriller "The Terror Live"; "Night in Paradise," a 2020 gangster film"""
    for found in _OF_YEAR.finditer(line.mask):
        work = reading.topic_work(line)
        if work is not None and line.at(found.start("a")) in line.of_type("Person"):
            yield _claim(reading, line, work, found["y"], ("of_year", 0.75, found.start("y"), found.end("y")))
    for name in ("year_kind", "kind_after", "kind_of_year"):
        for found in _pattern(name).finditer(line.mask):
            mention = line.at(found.start("w"))
            if mention and not re.search(r"remake|adaptation|version", found["t"] if name == "year_kind" else ""):
                yield _claim(reading, line, mention, found["y"], (name, 0.95, found.start("y"), found.end("t")))


def _dated(reading: Reading, line: Line, when: When, iso: str) -> Iterator[Claim]:
    """What the date at one place of the line dates, if it is the coming out of a work."""
    listed = _AFTER_DATE.match(line.mask, when.end) if _CALENDAR.match(line.mask[: when.start]) and len(line.mask) < 140 else None
    if listed and line.at(listed.start("w")):
        yield _claim(reading, line, line.at(listed.start("w")) or line.mentions[0], iso, ("calendar", 0.9, when.start, when.end))
        return
    clause = _clause(line, when)
    claim = _by_verb(reading, line, when, clause)
    if claim is not None:
        yield claim
        return
    yield from _direct(reading, line, when, iso, clause[0])
    yield from _career(reading, line, when, iso, clause)


def _by_verb(reading: Reading, line: Line, when: When, clause: tuple[int, int]) -> Claim | None:
    """ "Squid Game" was released in September; on April 5, tvN premieres "X" """
    verb = _verb(line, when, clause)
    if verb is None:
        return None
    start, end, kind = verb
    gap = _OPENED_WITH.sub("", line.mask[end : when.start] if start < when.start else line.mask[when.end : start])
    if (
        _DATED_OTHERWISE.search(gap)
        or len(gap) > 90
        or _is_other(line, clause[0], start, kind)
        or _between(reading, line, when, verb)
    ):
        return None
    work = _after_other_date(reading, line, verb, when)
    if work is None:
        work = (
            _subject(reading, line, (clause[0], start, end, clause[1]), when)
            if kind != "shows"
            else _shown(line, end, when, clause[1])
        )
    date = _date_by_verb(reading, line, when, start, end)
    if work is None or date is None:
        return None
    return _claim(reading, line, work, date, (kind, 0.93 if isinstance(work, Mention) else 0.8, start, end))


def _is_other(line: Line, low: int, start: int, kind: str) -> bool:
    """True if what is dated is something about the work, or only supposed: its filming, its tickets; "if it opens in May"."""
    if _LATER_EPISODE.search(line.mask, low, start):
        return True
    works = [at for at in range(low, start) if line.at(at) in line.of_type("Work")]
    near = works[-1] if works and kind != "shows" else low
    head = line.mask[low:start]
    return bool(
        _PREPARED.search(line.mask, max(low, near - 14), start)
        or re.search(r"\b[Ii]f\b|\bwhether\b|\bhopes?\b", head)
        or _UNTRUE.search(head[-30:])
    )


def _between(reading: Reading, line: Line, when: When, verb: tuple[int, int, str]) -> bool:
    """True if another date stands between the verb and this one, so that this one dates something else."""
    low, high = (verb[1], when.start) if verb[0] < when.start else (when.end, verb[0])
    iso = when.iso or ""
    if any(low <= other.start < high and not iso.startswith(other.iso or "?") for other in dates_in(reading, line)):
        return _after_other_date(reading, line, verb, when) is None and not re.search(r"\b(?:and|in) ?$", line.mask[low:high])
    return bool(when.phrase.unit == "then" and re.search(r"\band\b|,", line.mask[low:high]))


def _after_other_date(reading: Reading, line: Line, verb: tuple[int, int, str], when: When) -> Mention | None:
    """The second of two works whose dates share a verb: "X" opens on June 8 and *"Y"* on June 29."""
    others = [other.end for other in dates_in(reading, line) if verb[1] <= other.start and other.end <= when.start]
    if not others or not re.fullmatch(
        rf",? ?(?:and|while|then)? ?(?:[\ue000-\ue7ff\uf000-\uf7ff]'s )?(?P<w>{WORK}){BRACKET}(?: on| in| from)? ?",
        line.mask[others[-1] : when.start],
    ):
        return None
    return line.between(others[-1], when.start, "Work")[0]


def _date_by_verb(reading: Reading, line: Line, when: When, start: int, end: int) -> str | None:
    """The date, resolved by the tense of the verb itself: "opens on April 5" lies ahead, "opened on April 5" behind."""
    ahead = speaks_ahead(line.mask[max(0, start - 8) : end], end, end)
    return (
        when.iso
        if ahead is None or when.phrase.unit in ("then", "same")
        else resolve_date(when.phrase, reading.published, ahead=ahead)
    )


def _clause(line: Line, when: When) -> tuple[int, int]:
    low = 0
    for found in _LAST_BREAK.finditer(line.mask, 0, when.start):
        if not line.mask[low : found.start()].rstrip().endswith(("premiere", "release", "episode", "date")):
            low = found.end()
    after = _NEXT_BREAK.search(line.mask, when.end)
    return low, after.start() if after else len(line.mask)


def _verb(line: Line, when: When, clause: tuple[int, int]) -> tuple[int, int, str] | None:
    """The word nearest to the date that says that a work came out: the last before it, else the first after it."""
    low, high = clause
    before = [
        (found.start(), found.end(), kind)
        for kind in ("verbs", "nouns", "shows")
        for found in _pattern(kind).finditer(line.mask, low, when.start)
    ]
    if before:
        return max(before, key=lambda found: found[1])
    after = [
        (found.start(), found.end(), kind) for kind in ("verbs",) for found in _pattern(kind).finditer(line.mask, when.end, high)
    ]
    return min(after) if after else None


def _subject(reading: Reading, line: Line, places: tuple[int, int, int, int], when: When) -> Mention | Referent | None:
    """The work that comes out at a verb: its subject, else its object, else what the text is about."""
    low, start, end, high = places
    head = _AUXILIARY.sub("", line.mask[low:start])
    works = tuple(work for work in line.between(low, start, "Work") if not _owns(line, work))
    if works and re.search(rf"{WORK}{BRACKET},? (?:which|that)\b[^,;]{{0,20}}$", line.mask[low:start]):
        return works[-1]
    if works and _NOT_SUBJECT.search(head) and re.search(r"\b(?:and|then)\b(?: \w+)?\s*$", line.mask[low:start]):
        return works[0]
    if works and (head.endswith(",") or _nearest_is_work(line, low, low + len(head))):
        return works[0] if head.endswith(",") else works[-1]
    objects = line.between(end, when.start, "Work") if end < when.start else line.between(end, high, "Work")[:1]
    if objects:
        return objects[-1]
    apposed = re.search(rf"(?P<w>{WORK}),? an? [^,;\ue000-\uefff]{{0,60}}$", head)
    if apposed:
        return line.at(low + apposed.start("w"))
    if (
        start > when.end
        and re.match(r"\s?(?:bow|premiere|debut|release|launch|rollout|opening)\b", line.mask[start:])
        and not works
    ):
        return reading.topic_work(line)
    if re.search(
        r"\b(?:its|[Tt]he|this) (?:new |upcoming |latest |same )?(?:series|drama|film|movie|show|sitcom|song|album|thriller|comedy|romance)\b[^,;]*$",
        head,
    ):
        return works[-1] if works else reading.topic_work(line)
    if re.search(rf"{PERSON}'s (?:\w+ ){{0,2}}(?:comeback|series|drama|show|film|movie|project|vehicle)(?: \w+){{0,2}}$", head):
        return reading.topic_work(line)
    if line.between(low, start, "Person") or re.search(r"\b(?:he|she|they|I|we|who)\b", head):
        return None
    return works[-1] if works else _unnamed(reading, line, head)


def _owns(line: Line, work: Mention) -> bool:
    """True if the work only owns what follows: "its original series"."""
    at = bisect_left(line.starts, work.span.start)
    return line.mask[at + 1 : at + 3] == "'s"


def _nearest_is_work(line: Line, low: int, high: int) -> bool:
    """True if the mention nearest before a place is a work, past those that only accompany it and those in brackets."""
    while found := _NOT_SUBJECT.search(line.mask, max(low, high - 120), high):
        high = found.start()
        while high > low and line.mask[high - 1] != " " and line.at(high - 1) is None:
            high -= 1
    depth = 0
    for position in range(high - 1, low - 1, -1):
        depth += {")": 1, "(": -1}.get(line.mask[position], 0)
        mention = line.at(position) if depth <= 0 else None
        if mention is not None:
            return mention in line.of_type("Work")
    return False


def _unnamed(reading: Reading, line: Line, head: str) -> Referent | None:
    """What an elided or bare subject means: "First episode: January 14", "It opens on ..."."""
    if _THE_WORK.fullmatch(head.strip()):
        return reading.topic_work(line)
    bare = re.sub(r"^(?:And|But|So|Then|Here|Now)\b ?", "", head.strip())
    if bare and not re.search(
        r"\b(?:it|It|show|series|drama|film|movie|song|album|premiere|episode|which|that|work|project|production|[Ll]ook for)\b",
        bare,
    ):
        return None
    return reading.topic_work(line)


def _shown(line: Line, end: int, when: When, high: int) -> Mention | None:
    """Audiences get *this work* on June 8 and *that work* on June 29."""
    if re.match(r"[^.;]{0,60}\b(?:itself|again|re-?runs?|reruns?|once more)\b", line.mask[end:]):
        return None
    works = line.between(end, when.start, "Work") or line.between(when.end, high, "Work")[:1]
    return works[-1] if works else None


def _direct(reading: Reading, line: Line, when: When, iso: str, low: int) -> Iterator[Claim]:
    """The work that the date stands at: "The Unforgiven" in 2005; "Little Women" on tvN last year; remade in 2018 as "Signal" """
    found = _AS_WORK.match(line.mask, when.end)
    if found is None:
        left = line.mask[max(low, when.start - 110) : when.start]
        found = _DIRECT.search(left) or _pattern("kind_before").search(left)
        if (
            found is None
            or when.phrase.text.lower().startswith("since")
            or _DATED_OTHERWISE.search(left[: found.start()])
            or re.search(r"\bremade\b|\bremake\b", left)
        ):
            return
        place = max(low, when.start - 110) + found.start("w")
    else:
        place = found.start("w")
    mention = line.at(place)
    if (
        mention is not None
        and mention.form in ("name", "alias")
        and len(iso) <= 7
        and not reading.negated(line, place)
        and (
            re.search(r"\b(?:since|after|from) $", line.mask[max(0, place - 7) : place])
            or not _SUPPOSED.search(line.mask, low, place)
        )
    ):
        yield _claim(reading, line, mention, iso, ("direct", 0.85, when.start, when.end))


def _career(reading: Reading, line: Line, when: When, iso: str, clause: tuple[int, int]) -> Iterator[Claim]:
    """In 2018 she directed "X"; starred in "X" in 2018"""
    low, high = clause
    if len(iso) > 7:
        return
    for found in _pattern("career").finditer(line.mask, low, high):
        if when.start < found.start() and not re.fullmatch(r"\W*(?:\w+ ){0,2}", line.mask[low : when.start]):
            continue
        works = line.between(found.end(), high, "Work")
        between = line.mask[min(found.end(), when.end) : max(found.start(), when.start)]
        if (
            works
            and len(between) < 100
            and not _RELATIVE.search(line.mask, max(low, found.start() - 8), found.start())
            and not _DATED_OTHERWISE.search(between)
            and not reading.doubtful(line, found.start())
        ):
            near = (
                works[0]
                if when.start < found.start()
                else next((w for w in reversed(works) if w.span.end <= line.starts[when.start]), works[0])
            )
            yield _claim(reading, line, near, iso, ("career", 0.85, found.start(), found.end()))
            return


RULES = (read_releases,)

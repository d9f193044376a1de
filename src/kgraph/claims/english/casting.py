"""Who acts in what, as whom, and how sure it is: cast, in talks, turned down."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.english.credits import _DESCRIPTION, _subject
from kgraph.claims.english.grammar import JOIN, MODIFIER, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.reading import Ground, Reading
from kgraph.model import Claim, Mention, Qualifiers, Referent, Span
from kgraph.text.word_lists import either, first_words, load_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kgraph.claims.english.lines import Line

_WORD = r"(?:[a-z0-9][\w'-]*)"
_CHARACTER = re.compile(
    rf"(?:['\"](?P<quoted>[^'\"]{{2,40}})['\"]|(?:(?:the |an? |his |her |their )?(?:[a-z][\w'-]*,? ){{0,9}}?)(?P<name>{PERSON}|"
    rf"[A-Z][\w'-]*(?: (?:of |the |de )?[A-Z][\w'-]*){{0,3}}))"
)
_NOT_CHARACTER = re.compile(r"\b(?:who|which|and|but|with|in|on|at|for|when|while|by|opposite|from)\b", re.IGNORECASE)


def casting_claims(reading: Reading) -> Iterator[Claim]:
    """All parts in works that an article tells of."""
    for line in reading.lines:
        if line.has("Person") and _trigger().search(line.mask):
            for rule, needed in _rules(with_work=line.has("Work")):
                if not needed.isdisjoint(line.words):
                    yield from rule(reading, line)


@cache
def _rules(*, with_work: bool) -> tuple[tuple[Callable[[Reading, Line], Iterator[Claim]], frozenset[str]], ...]:
    """The rules, each with the words of which a line must hold one; some need a work in the line."""
    offers = _openings("talks") | _openings("declined") | {"turned", "offered", "went"}
    bare = (
        (_features, _openings("features") | {"reunites", "brings", "cast", "gave", "gives"}),
        (_led_by, _openings("passive")),
        (_plays, _openings("plays")),
        (_as_character, frozenset({"as", "is", "are"})),
        (_cast_lists, frozenset({"cast", "starring", "stars", "actors", "leads", "with"})),
        (_talks, offers),
    )
    linked = (
        (_acts_in, frozenset({"in", "to", "of", "for", "with", "on"}) | _openings("active")),
        (_acts_with, frozenset({"in", "on", "for"})),
        (_worked_with, frozenset({"worked"})),
        (_nouns, _openings("nouns")),
        (_watch, frozenset({"watch", "catch", "check", "see"})),
    )
    return (*bare, *linked) if with_work else bare


@cache
def _openings(kind: str) -> frozenset[str]:
    return first_words(load_words("english/casting.yaml")[kind])


@cache
def _trigger() -> re.Pattern[str]:
    table = load_words("english/casting.yaml")
    words = [word for kind in sorted(table) for word in table[kind]]
    return re.compile(
        rf"\b(?:{either(words)}|as|with|cast|roles?|parts?|starring|is|watch|catch|check|see|comeback|debut|appearances?|"
        rf"performances?|boarded)\b",
        re.IGNORECASE,
    )


@cache
def _words(kind: str) -> str:
    return either(load_words("english/casting.yaml")[kind])


_WORKED_WITH = re.compile(
    rf"\b(?P<v>worked (?:together )?with)\b(?P<gap>[^.;]{{3,160}}),? (?:in|on|"
    rf"for)(?P<desc>{_DESCRIPTION})(?P<w>{WORK})(?=[.,;]|$)",
    re.IGNORECASE,
)


def _worked_with(reading: Reading, line: Line) -> Iterator[Claim]:
    """*had worked with the director of W, P, along with cast members A and B, in W2*"""
    for found in _WORKED_WITH.finditer(line.mask):
        if reading.negated(line, found.start()):
            continue
        people, confidence = _subject(reading, line, found.start())
        ground = Ground(line, line.trigger(found, "v"), "casting.worked_with", confidence - 0.1)
        makers = set()
        for noun in re.finditer(rf"\b(?:director|PD|writer)\b[^,]{{0,40}}?,? ?(?P<p>{PERSON})", found["gap"]):
            maker = line.at(found.start("gap") + noun.start("p"))
            if maker is not None:
                makers.add(maker)
                yield reading.claim("wrote" if "writer" in noun[0] else "directed", (maker, line.works(found)[0]), ground)
        partners = [person for person in line.between(*found.span("gap"), "Person") if person not in makers]
        yield from _cast(reading, [*people, *partners], line.works(found), ground)


def status_of(reading: Reading, line: Line, position: int) -> str | None:
    """``talks`` or ``declined`` where the clause says so, ``no`` where it denies or supposes, else None."""
    start, end = _clause(line, position)
    clause = line.mask[start:end]
    if _declined().search(clause):
        return "declined"
    if _in_talks().search(clause):
        return "talks"
    return "no" if reading.doubtful(line, position) else None


@cache
def _declined() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('declined')}|turn(?:ed|s) [^.;]{{0,60}}\bdown)\b", re.IGNORECASE)


@cache
def _in_talks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('talks')})\b", re.IGNORECASE)


def _clause(line: Line, position: int) -> tuple[int, int]:
    breaks = [m.end() for m in re.finditer(r"[;]|\. |, (?:while|but|and)\b", line.mask)]
    start = max((b for b in breaks if b <= position), default=0)
    end = min((b for b in breaks if b > position), default=len(line.mask))
    return start, end


# P stars in W


@cache
def _acts_in_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{_words('active')}|cast in|(?:lead|leading|main|title|starring|supporting|guest|cameo|first|breakout|"
        rf"biggest|debut)? ?roles? in|parts? in|appearances? in|performances? in|comeback (?:with|in|to)|debut (?:in|with)|"
        rf"returns? in|starring in a number of|starred in a number of|cast as (?:the|an?) (?:[\w-]+ ){{0,3}}(?:leads?|stars?|"
        rf"protagonists?|heroine|hero) (?:in|of|for)|boarded|boards|confirmed for|pair up for|pairs up for|team up for|teams "
        rf"up for|team up in|tapped for|on board for|back for|returned for|return for|returns for|signed on for|signed on to|"
        rf"auditioned for|shared the screen in|cast (?:together )?in)(?P<gap>{_DESCRIPTION})(?P<w>{WORKS})",
        re.IGNORECASE,
    )


def _acts_in(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _acts_in_pattern().finditer(line.mask):
        if _NOT_CHARACTER.search(found["gap"].replace("for her", "").replace("for his", "")):
            continue
        status = status_of(reading, line, found.start())
        if status == "no":
            continue
        people, confidence = _subject(reading, line, found.start())
        given = re.search(
            rf"\b(?:gave|given|offered|cast|landed|earned|brought|handed) (?P<p>{PERSON})", line.mask[: found.start()]
        )
        if given and re.search(r"\b(?:roles?|parts?) in$", found["v"], re.IGNORECASE):
            people = list(line.people(given))
        yield from _cast(
            reading,
            people,
            line.works(found),
            Ground(line, line.trigger(found, "v"), "casting.acts_in", confidence - 0.02),
            status=status,
        )


@cache
def _acts_with_pattern() -> re.Pattern[str]:
    verb = (
        r"(?:star|stars|starred|starring|appear|appears|appeared|act|acts|acted|play|played|headline|lead|cast|share the "
        r"screen|shared the screen|take the lead|takes the lead|pair up|paired|join|joins|joined)"
    )
    return re.compile(
        rf"\b(?P<v>{verb}) (?P<gap>[^.;:{WORK[1:-1]}]{{3,130}}?),? (?:in|on|for)(?P<desc>{_DESCRIPTION})(?P<w>{WORKS})",
        re.IGNORECASE,
    )


def _acts_with(reading: Reading, line: Line) -> Iterator[Claim]:
    """*set to star alongside Q in W*, *worked with Q in W*: subject and partners are in one cast."""
    for found in _acts_with_pattern().finditer(line.mask):
        partners = line.between(*found.span("gap"), "Person")
        together = re.match(
            r"(?:alongside|opposite|with|together|the screen|next to|as|again|roles?|once more|side by side|up\b)", found["gap"]
        )
        status = status_of(reading, line, found.start())
        gap = re.sub(r", who [^,]{0,80}?(?=,|$)|, who [^,]{0,60}$", "", found["gap"])
        if not together or status == "no" or re.search(r"\b(?:who|which|when|but|after|director|PD|writer)\b", gap):
            continue
        people, confidence = _subject(reading, line, found.start())
        ground = Ground(line, line.trigger(found, "v"), "casting.acts_with", confidence - 0.04)
        yield from _cast(reading, [*people, *partners], line.works(found), ground, status=status)


@cache
def _watch_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>(?:watch|catch|check out|see)) (?:more of )?{MODIFIER}(?P<p>{PEOPLE}) in(?P<gap>{_DESCRIPTION})(?P<w>{WORKS})",
        re.IGNORECASE,
    )


def _watch(reading: Reading, line: Line) -> Iterator[Claim]:
    """*Watch P in W below*"""
    for found in _watch_pattern().finditer(line.mask):
        yield from _cast(
            reading, line.people(found), line.works(found), Ground(line, line.trigger(found, "v"), "casting.watch", 0.92)
        )


# W stars P


@cache
def _features_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<v>{_words('features')}|reunites|brings together|cast (?:includes|features)|cast of|(?:with|and) (?:a )?cast "
        rf"(?:of|that includes)|gave|gives)\b(?: (?:the|an?|lead|actors?|including|such|as|like|{_WORD})){{0,4}}? "
        rf"{MODIFIER}(?P<p>{PEOPLE})",
        re.IGNORECASE,
    )


_GAVE_PART = re.compile(
    rf"(?: (?:{PERSON}'s|one of|an?|the)){{1,3}} (?:\w+ )*?(?:hit|roles?|parts?|break|lead|breakthrough|characters?)\b"
)


def _features(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _features_pattern().finditer(line.mask):
        if (found["v"].casefold() in ("gave", "gives") and not _GAVE_PART.match(line.mask, found.end())) or re.search(
            rf"{PERSON}(?: {_WORD}){{0,2}} $", line.mask[: found.start()]
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
            yield from _cast(
                reading,
                line.people(found),
                [topic],
                Ground(line, line.trigger(found, "v"), "casting.features", 0.93 if before else 0.78),
                character=_characters_after(line, found.end()),
            )


# W is led by P


@cache
def _led_by_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<v>{_words('passive')}) (?:{MODIFIER})(?P<p>{PEOPLE})", re.IGNORECASE)


def _led_by(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _led_by_pattern().finditer(line.mask):
        topic = reading.topic_work(line, found.start())
        if topic and not reading.doubtful(line, found.start()) and line.mask[found.end() : found.end() + 2] != "'s":
            yield from _cast(reading, line.people(found), [topic], Ground(line, line.trigger(found, "v"), "casting.led_by", 0.9))


# P plays C (in W)


@cache
def _plays_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE}),? (?:(?:in (?:final |advanced |early )?talks to|considering an offer to|reviewing an offer to|"
        rf"considering|offered|who|has|had|will|also|to|is|was|been|are|have|set|cast|confirmed|tapped|reportedly|both|then|"
        rf"once|in turn|each|now) ){{0,5}}(?P<v>{_words('plays')})\b",
        re.IGNORECASE,
    )


def _plays(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _plays_pattern().finditer(line.mask):
        status = status_of(reading, line, found.start("v"))
        rest = line.mask[found.end() :]
        if status == "no" or re.match(r" (?:a (?:role|part) in|it|games?|together|with|by|the (?:piano|guitar))\b", rest):
            continue
        work, confidence = _work_of_part(reading, line, found.end())
        if work is None:
            continue
        names = _characters(line, found.end())
        yield from _cast_as(
            reading, line.people(found), work, names, Ground(line, line.trigger(found, "v"), "casting.plays", confidence), status
        )


_AHEAD = re.compile(rf"[^;]{{0,160}}?\b(?:in|of|for) (?:the |{_WORD} |[A-Z]\w+ |[\uf000-\uf7ff](?:'s)? ){{0,6}}(?P<w>{WORK})")


def _work_of_part(reading: Reading, line: Line, position: int) -> tuple[Mention | Referent | None, float]:
    """The work of a part told at a position: *in W* behind it in the clause, else a work before it, else the topic."""
    _start, end = _clause(line, position)
    ahead = _AHEAD.match(line.mask, position, max(end, position))
    if ahead:
        return line.works(ahead)[0], 0.92
    return reading.topic_work(line, position), 0.86 if line.between(0, position, "Work") else 0.82


def _characters(line: Line, position: int) -> list[str]:
    """The characters' names that follow a verb of playing; several for *X, Y and Z respectively*."""
    found = _CHARACTER.match(line.mask, position + 1 if line.mask[position : position + 1] == " " else position)
    if found is None:
        return []
    first = _character_name(line, found)
    if first is None:
        return []
    names, at = [first], found.end()
    tail = line.mask[at : at + 200]
    if "respectively" in tail:
        more = re.compile(rf"{JOIN}(?P<name>{PERSON}|[A-Z][\w'-]*(?: [A-Z][\w'-]*){{0,3}})")
        following = more.match(line.mask, at)
        while following:
            names.append(_text_of(line, *following.span("name")))
            following = more.match(line.mask, following.end())
    return names


def _characters_after(line: Line, position: int) -> str | None:
    found = re.compile(r" as ").match(line.mask, position)
    names = _characters(line, found.end() - 1) if found else []
    return names[0] if names else None


def _character_name(line: Line, found: re.Match[str]) -> str | None:
    if found["quoted"]:
        return found["quoted"]
    skipped = line.mask[found.start() : found.start("name")]
    if (
        _NOT_CHARACTER.search(skipped)
        or found["name"].casefold() in _never_names()
        or re.search(r"-(?:Korean|American|Japanese|Chinese)$", found["name"])
        or found["name"] in ("Korean", "Seoul", "I", "Joseon", "North", "South", "Japanese", "American")
    ):
        return None
    return _text_of(line, *found.span("name")).removesuffix("'s")


@cache
def _never_names() -> frozenset[str]:
    """Places, months and words of the trade: no character is called so."""
    lists = load_words("english/not_names.yaml")
    return frozenset(str(word) for name in ("places", "times") for word in lists[name])


def _text_of(line: Line, start: int, end: int) -> str:
    return line.original(start, end).text


# (with) P as C; P is C


@cache
def _as_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE})(?:, [a-z][^,.;:{PERSON[1:-1]}]{{0,50}},)?(?P<link>,? (?:will |down |has |have |had |was |were |is |"
        rf"are |been |be |also |both |back |down |in|along |stands? [a-z ]{{0,24}}|appears? |returns? |stars? |starred |"
        rf"confirmed |cast )*as | is | are )(?=[A-Z'\"{PERSON[1:-1]}]|the [A-Z]|(?:the |an? |his |her )?(?:[a-z][\w'-]*,? "
        rf"){{0,8}}?(?:[A-Z{PERSON[1:-1]}]))"
    )


def _as_character(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _as_pattern().finditer(line.mask):
        copula = found["link"] in (" is ", " are ")
        names = _characters(line, found.end())
        if not names or reading.doubtful(line, found.start("link")) or not _plausible(line, found, names[0], copula=copula):
            continue
        work, confidence = _work_of_part(reading, line, found.start("link"))
        if work is None:
            continue
        trigger = line.original(*found.span("link"))
        rule = "casting.is_character" if copula else "casting.as_character"
        yield from _cast_as(
            reading,
            line.people(found)[-1:],
            work,
            names[:1],
            Ground(line, trigger, rule, confidence - (0.06 if copula else 0.0)),
            None,
        )


def _plausible(line: Line, found: re.Match[str], name: str, *, copula: bool) -> bool:
    """True if what follows *as* or *is* is a character: a name at once or after a description, never a role of the trade."""
    between = line.mask[found.end() : found.end() + 60]
    if re.match(
        rf"(?:the |an? |his |her |its )?(?:{_WORD},? ){{0,4}}?(?:director|writer|producer|actor|actress|singer|host|MC|"
        rf"ambassador|model|member|star|lead|composer|husband|wife|brother|sister|son|daughter|father|mother|friend|author|"
        rf"creator|guest|judge)\b",
        between,
        re.IGNORECASE,
    ):
        return False
    if copula:
        return bool(
            re.match(r"(?:(?:the|an?) (?:[a-z-]+ ){1,3})?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2}(?:,| the\b|\.| who\b)", between)
        )
    return name[0].isupper()


# nouns: W actor P; actor P of W; P, star of W


@cache
def _noun_patterns() -> tuple[tuple[re.Pattern[str], float], ...]:
    noun = _words("nouns")
    fill = rf"(?:(?:the|hit|an?|\d{{4}}|{_WORD}|[\uf000-\uf7ff](?:'s)?|Korean) ){{0,6}}?"
    return tuple(
        (re.compile(pattern, re.IGNORECASE), confidence)
        for pattern, confidence in (
            (rf"(?P<w>{WORK})(?:'s)? (?P<v>{noun}) (?P<p>{PEOPLE}|{PERSON})", 0.92),
            (rf"\b(?P<v>{noun}) (?P<p>{PEOPLE}) (?:of|from|in) {fill}(?P<w>{WORKS})", 0.9),
            (
                rf"(?P<p>{PEOPLE}),? (?:is |was |as )?(?:the |an? )?(?:{_WORD} ){{0,2}}?(?P<v>{noun}) (?:of|in) "
                rf"{fill}(?P<w>{WORKS})",
                0.9,
            ),
            (rf"\b(?P<v>{noun}) (?:of|in) {fill}(?P<w>{WORKS})(?:,| is| are)? {MODIFIER}(?P<p>{PEOPLE})", 0.88),
        )
    )


def _nouns(reading: Reading, line: Line) -> Iterator[Claim]:
    for pattern, confidence in _noun_patterns():
        for found in pattern.finditer(line.mask):
            if not reading.doubtful(line, found.start()):
                yield from _cast(
                    reading,
                    line.people(found),
                    line.works(found),
                    Ground(line, line.trigger(found, "v"), "casting.noun", confidence),
                )


# Cast: A, B, C


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
            yield from _cast(
                reading,
                line.people(found),
                [work],
                Ground(line, line.trigger(found, "v" if found["v"] else "with"), "casting.line", 0.9),
            )


# talks: P is in talks to lead W; the part was offered to P


@cache
def _talks_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<p>{PEOPLE})(?:,? (?:who|has|have|had|is|are|was|were|been|be|to|said|reported|previously|both|also|currently|"
        rf"reportedly|recently|and)){{0,8}} (?P<v>{_words('talks')}|{_words('declined')}|"
        rf"turned)\b(?P<gap>[^.;]{{0,120}}?)(?:(?P<w>{WORKS})|(?=[.;,]|$))",
        re.IGNORECASE,
    )


def _talks(reading: Reading, line: Line) -> Iterator[Claim]:
    for found in _talks_pattern().finditer(line.mask):
        joining = re.search(r"\bto (?:join|star (?:with|alongside|opposite)|reunite with|work with) ", found["gap"])
        if line.between(found.end("p"), found.end(), "Person", brackets=True) and not joining:
            continue
        if not found["w"] and re.search(r"\b(?:which|that) $", line.mask[: found.start("p")]):
            continue
        if re.match(r" with [\uf000-\uf7ff]", line.mask[found.end("v") :]):
            continue
        told = status_of(reading, line, found.start("v"))
        declined = _declined().fullmatch(found["v"])
        status = "declined" if declined or told == "declined" else "talks"
        if told == "no" or (found["v"].casefold() == "turned" and told != "declined"):
            continue
        topic = reading.topic(line, "Work") if not found["w"] else None
        works = list(line.works(found)) or ([topic] if topic else [])
        ground = Ground(line, line.trigger(found, "v"), f"casting.{status}", 0.88 if found["w"] else 0.78)
        yield from _cast(reading, line.people(found), works, ground, status=status)
    yield from _offered(reading, line)


def _offered(reading: Reading, line: Line) -> Iterator[Claim]:
    """*The part was first offered to P, who turned it down.*"""
    for found in re.finditer(rf"\b(?P<v>offered to|went to) {MODIFIER}(?P<p>{PEOPLE})", line.mask):
        if found["v"] == "went to" and not re.search(r"\b(?:role|part|offer) (?:\w+ ){0,3}$", line.mask[: found.start()]):
            continue
        before = line.between(0, found.start(), "Work")
        topic = before[-1] if before else reading.topic(line, "Work")
        if topic:
            status = "declined" if _declined().search(line.mask, found.end()) else "talks"
            yield from _cast(
                reading,
                line.people(found),
                [topic],
                Ground(line, line.trigger(found, "v"), "casting.offered", 0.82),
                status=status,
            )


def _cast(
    reading: Reading, people: Iterable[Mention | Referent], works: Iterable[Mention | Referent], ground: Ground, *,
    status: str | None = None, character: str | None = None,
) -> Iterator[Claim]:  # fmt: skip
    works = list(works)
    for person in people:
        for work in works:
            if reading_kind(reading, work) not in ("song", "album", "novel", "webtoon"):
                yield reading.claim("acted_in", (person, work), ground, Qualifiers(character=character, status=status))


def _cast_as(
    reading: Reading, people: tuple[Mention, ...], work: Mention | Referent, names: list[str], ground: Ground, status: str | None
) -> Iterator[Claim]:
    """*A and B play X and Y respectively* pairs them in order; one name for several people is nobody's in particular."""
    for index, person in enumerate(people):
        name = names[index] if len(names) == len(people) else None
        yield from _cast(reading, [person], [work], ground, status=status, character=name)


def reading_kind(reading: Reading, work: Mention | Referent) -> str | None:
    """The kind of a work, as far as the article tells it."""
    return (reading.referent(work) if isinstance(work, Mention) else work).kind


RULES = (casting_claims,)

__all__ = ["RULES", "Span"]

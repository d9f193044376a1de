"""sequel_of: which work goes on with which."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from kgraph.claims.english.cues import SEASON, says_any
from kgraph.claims.english.grammar import BRACKET, PERSON, WORK
from kgraph.claims.english.reading import Ground, Reading
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim, Referent

_NUMBERED = re.compile(
    r"^(?P<base>.{2,80}?)[\s:,-]*(?:(?:[Ss]eason|[Pp]art|[Vv]ol(?:ume)?\.?|[Cc]hapter) ?)?(?P<n>\d{1,2}|II|III|IV|V|Two|Three)$"
)
_ROMAN = {"II": 2, "III": 3, "IV": 4, "V": 5, "Two": 2, "Three": 3}
_WORDS = rf"(?:(?:[\w'-]+|{PERSON}(?:'s)?) ){{0,5}}?"
_SEQUEL = r"(?:sequel|follow-up|followup|continuation|second season|second part|second installment|next season)"
_PATTERNS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "of",
            (
                rf"(?P<w>{WORK}){BRACKET}(?:,| is| was|, which is| -)? (?:also |not )?(?:an? |the |its |his |"
                rf"her )?{_WORDS}(?P<t>{_SEQUEL}) (?:of|to) {_WORDS}(?P<s>{WORK})"
            ),
        ),
        (
            "named",
            (
                rf"(?P<s>{WORK}){BRACKET}[^.;]{{0,80}}? (?:its|the|a|whose) {_WORDS}(?P<t>{_SEQUEL}),? "
                rf"(?:called |titled |entitled )?(?P<w>{WORK})"
            ),
        ),
        ("to", rf"(?P<t>{_SEQUEL}) (?:of|to) {_WORDS}(?P<s>{WORK}){BRACKET},? (?:is |titled |called )?(?P<w>{WORK})"),
    )
)


def read_sequels(reading: Reading) -> Iterator[Claim]:
    """As in "Squid Game 2" beside "Squid Game" -> sequel_of; "X, the sequel to Y" -> sequel_of X, Y."""
    for line in reading.lines:
        if not says_any(line, SEASON):
            continue
        for name, pattern in _PATTERNS:
            for found in pattern.finditer(line.mask):
                new, old = line.at(found.start("w")), line.at(found.start("s"))
                if new and old and new.ref != old.ref and not reading.negated(line, found.start("t")):
                    yield reading.claim("sequel_of", (new, old), Ground(line, line.trigger(found, "t"), f"sequels.{name}", 0.82))
    yield from _numbered(reading)


def _numbered(reading: Reading) -> Iterator[Claim]:
    """A title and the same title with a number, both named as works."""
    works = [
        referent
        for referent in reading.mentions.referents
        if referent.type == "Work" and referent.kind not in ("song", "album", "novel", "webtoon")
    ]
    by_key = {name_key(name): work for work in works for name in work.names}
    holding = _lines_by_work(reading)
    for work in works:
        old = next((found for name in work.names if (found := _before(name, by_key)) is not None and found.ref != work.ref), None)
        line = _first_line(holding, work, old) if old else None
        if old and line:
            mention = next(mention for mention in line.of_type("Work") if mention.ref == work.ref)
            yield reading.claim("sequel_of", (work, old), Ground(line, mention.span, "sequels.numbered", 0.92))


def _before(name: str, by_key: dict[str, Referent]) -> Referent | None:
    """The part before: of "X 3" that is "X 2", else "X"."""
    found = _NUMBERED.match(name)
    if found is None:
        return None
    number = _ROMAN.get(found["n"]) or int(found["n"])
    if not 2 <= number <= 12:
        return None
    base = found["base"]
    earlier = (
        (by_key.get(name_key(f"{base}{number - 1}")) or by_key.get(name_key(f"{base} season {number - 1}")))
        if number > 2
        else None
    )
    return earlier or by_key.get(name_key(base)) or by_key.get(name_key(f"{base}1"))


def _lines_by_work(reading: Reading) -> dict[str, list[Line]]:
    holding: dict[str, list[Line]] = defaultdict(list)
    for line in reading.lines:
        for ref in dict.fromkeys(mention.ref for mention in line.of_type("Work")):
            holding[ref].append(line)
    return holding


def _first_line(holding: Mapping[str, list[Line]], work: Referent, old: Referent) -> Line | None:
    """The first line that names both, else the first that names the sequel."""
    with_old = {line.index for line in holding.get(old.ref, [])}
    named = holding.get(work.ref, [])
    return next((line for line in named if line.index in with_old), named[0] if named else None)


RULES = (read_sequels,)

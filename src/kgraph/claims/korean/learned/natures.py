"""What speaks for a referent being somebody or something at all: its name's morphemes and what stands around its mentions."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.rows import classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Referent

_MOST = 6  # mentions of one referent that are looked at


def natures(setting: Setting) -> dict[str, list[str]]:
    """For each referent that a row names, the names of its features."""
    found: dict[str, list[str]] = {}
    told: dict[str, int] = {}
    for row in setting.rows:
        for number, phrase in enumerate(row.phrases):
            ref = phrase.referent.ref
            told[ref] = told.get(ref, 0) + 1
            if told[ref] <= _MOST:
                found.setdefault(ref, []).extend(_mention(row, number))
    for ref, names in found.items():
        names.extend(_referent(setting, setting.referents[ref], told[ref]))
    return found


def _referent(setting: Setting, referent: Referent, told: int) -> Iterator[str]:
    ref, letter, name = referent.ref, referent.type[0], referent.name
    yield from (letter, f"{letter} count{min(4, told)}", f"{letter} kind:{referent.kind}")
    yield from (f"{letter} long{min(8, len(name))}", f"{letter} script{int(name[:1] >= '가')}{int(' ' in name)}")
    yield from (f"{letter} order{min(3, setting.order[ref])}", f"{letter} titled{int(ref in setting.titled)}")
    yield from (f"{letter} spellings{min(3, len(referent.names))}", f"{letter} first:{name[:1]}", f"{letter} last:{name[-1:]}")
    if letter == "P":
        yield from (f"P role:{role}" for role in sorted(setting.reading.roles(referent)) or ["none"])


def _mention(row: Row, number: int) -> Iterator[str]:
    phrase, spot = row.phrases[number], row.spots[number]
    letter = row.letter(number)
    span = phrase.mention.span
    if phrase.mention.form in ("name", "alias", "part"):
        tokens = row.line.sentence.tokens
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        last = bisect_left(tokens, span.end, key=lambda token: token.start)
        tags = [token.tag for token in tokens[first:last]]
        yield f"{letter} tags:{'+'.join(tags[:5])}"
        whole = first < last and tokens[first].start == span.start and tokens[last - 1].end == span.end
        yield f"{letter} whole{int(whole)}"
        yield from (f"{letter} tag:{tag}" for tag in tags)
        if first:
            yield f"{letter} tag-:{tokens[first - 1].tag}"
        if last < len(tokens):
            yield f"{letter} tag+:{tokens[last].tag}"
    yield f"{letter} form:{phrase.mention.form} {phrase.case}"
    yield f"{letter} case:{phrase.case}"
    yield f"{letter} depth{row.depths[spot]} kind:{row.line.sentence.kind}"
    yield f"{letter} role:{phrase.role}"
    yield f"{letter} beside{int(row.leads.count(row.leads[number]) > 1)}"
    for side, words in (("-", row.words[max(0, spot - 2) : spot][::-1]), ("+", row.words[spot + 1 : spot + 3])):
        for at, word in enumerate(words):
            yield f"{letter} {side}{at}:{word}"
            yield f"{letter} {side}:{classes().get(word, word)}"
        yield f"{letter} {side}{side}:{'_'.join(words)}"

"""What speaks for a referent being somebody or something at all: its name's morphemes and what stands around its mentions."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.claims.korean.learned.tally import Told
    from kgraph.model import Referent

_MOST = 6  # mentions of one referent that are looked at


def natures(setting: Setting) -> dict[str, list[Told]]:
    """For each referent that a row names, its features."""
    found: dict[str, list[str]] = {}
    told: dict[str, int] = {}
    for row in setting.rows:
        for number, phrase in enumerate(row.phrases):
            ref = phrase.referent.ref
            told[ref] = told.get(ref, 0) + 1
            if told[ref] <= _MOST:
                found.setdefault(ref, []).extend(_mention(row, number))
    for ref, words in found.items():
        words.extend(_referent(setting, setting.referents[ref], told[ref]))
    letters = {ref: setting.referents[ref].type[0] for ref in found}
    return {ref: [(letters[ref], ("",)), (f"{letters[ref]} ", words)] for ref, words in found.items()}


def _referent(setting: Setting, referent: Referent, told: int) -> Iterator[str]:
    ref, name = referent.ref, referent.name
    yield from (f"count{min(4, told)}", f"kind:{referent.kind}")
    yield from (f"long{min(8, len(name))}", f"script{int(name[:1] >= '가')}{int(' ' in name)}")
    yield from (f"order{min(3, setting.order[ref])}", f"titled{int(ref in setting.titled)}")
    yield from (f"spellings{min(3, len(referent.names))}", f"first:{name[:1]}", f"last:{name[-1:]}")
    if referent.type == "Person":
        yield from (f"role:{role}" for role in sorted(setting.reading.roles(referent)) or ["none"])


def _mention(row: Row, number: int) -> Iterator[str]:
    phrase, spot = row.phrases[number], row.spots[number]
    if phrase.mention.form in ("name", "alias", "part"):
        yield from _tags(row, phrase.mention.span.start, phrase.mention.span.end)
    yield f"form:{phrase.mention.form} {phrase.case}"
    yield f"case:{phrase.case}"
    yield f"depth{row.depths[spot]} kind:{row.line.sentence.kind}"
    yield f"role:{phrase.role}"
    yield f"beside{int(row.leads.count(row.leads[number]) > 1)}"
    words, coarse = row.words, row.wording.coarse
    for side, places in (("-", range(spot - 1, max(0, spot - 2) - 1, -1)), ("+", range(spot + 1, min(len(words), spot + 3)))):
        for far, at in enumerate(places):
            yield f"{side}{far}:{words[at]}"
            yield f"{side}:{coarse[at]}"
        yield f"{side}{side}:{'_'.join([words[at] for at in places])}"


def _tags(row: Row, start: int, end: int) -> Iterator[str]:
    """What Kiwi takes the words of a name and those beside it for."""
    tokens, starts = row.line.sentence.tokens, row.line.token_starts
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    tags = [token.tag for token in tokens[first:last]]
    yield f"tags:{'+'.join(tags[:5])}"
    yield f"whole{int(first < last and tokens[first].start == start and tokens[last - 1].end == end)}"
    yield from (f"tag:{tag}" for tag in tags)
    if first:
        yield f"tag-:{tokens[first - 1].tag}"
    if last < len(tokens):
        yield f"tag+:{tokens[last].tag}"

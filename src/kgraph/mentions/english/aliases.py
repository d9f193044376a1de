"""Second names: Hangul in brackets, another title in brackets, *better known as*, *real name*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import ANY, PERSON, WORK, Canvas, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.referents import Cast

_MAIN_BEFORE = re.compile(rf"(?P<main>{ANY})[\"'”’“‘]?,? ?[\[(]$")
_LABEL = re.compile(r"(?:[Kk]orean(?: title)?|[Hh]angul|lit(?:erally)?)?[:.]? *")
_SECOND = re.compile(rf"(?P<main>{WORK})[\"'”’“‘]? \([\"“‘'](?P<alias>{WORK})[\"”’'“‘]\)")
_REAL_NAME = re.compile(rf"(?P<main>{PERSON}) \((?P<alias>{PERSON})\)")
_PHRASE = (
    r"(?:(?:who is |who's |also |better |best |widely |otherwise |formerly |previously |originally |internationally )*known(?: "
    r"in [A-Z]\w+)? (?:as|by)"
    r"(?: (?:his|her|the|their) (?:stage name|nickname|title))?|a\.?k\.?a\.?|(?:real|birth|legal|stage|given|full) name:?|born|"
    r"who used to go by|"
    r"formerly|(?:Korean|English|original|international|literal|alternate|local|working|tentative) title:?(?: is)?|literally|"
    r"lit\.|"
    r"also titled|or simply|real name is|whose (?:real|birth|stage) name is)"
)
_NAMED = re.compile(
    rf"(?P<main>{ANY})[\"'”’]?(?: [(\[][^()\[\]\n]{{0,60}}[)\]])?,? ?\(?(?P<phrase>{_PHRASE}) [\"“‘']?(?:(?P<alias>{ANY})|"
    rf"(?P<free>[A-Z][\w.'’&!-]*(?:(?: (?:of|"
    rf"the|in|to|a|and)){{0,2}} [A-Z0-9][\w.'’-]*){{0,6}}))"
)


def join_aliases(canvas: Canvas, cast: Cast) -> list[tuple[Spot, str]]:
    """Joins second names to their referents; gives alias spots with the ref that they stand for."""
    return [(spot, ref) for spot, ref in _find(canvas, cast) if ref in cast.drafts]


def _find(canvas: Canvas, cast: Cast) -> Iterator[tuple[Spot, str]]:
    canvas.refresh()
    for start, end in canvas.brackets:
        found = _MAIN_BEFORE.search(canvas.shadow, max(0, start - 160), start)
        ref = cast.at.get(found.start("main")) if found else None
        if ref and (ref in cast.drafts) and (canvas.text.count(",", start, end) == 0 or cast.drafts[ref].type == "Work"):
            label = _LABEL.match(canvas.text, start, end)
            yield _note(canvas, cast, (label.end() if label else start, end), ref), ref
    for found in _SECOND.finditer(canvas.refresh()):
        _join(cast, found)
    for found in _REAL_NAME.finditer(canvas.shadow):
        main = cast.at.get(found.start("main"))
        if main and not re.search(r"-| \w+ ", cast.drafts[main].names[0]):
            _join(cast, found)
    for found in _NAMED.finditer(canvas.shadow):
        ref = cast.at.get(found.start("main"))
        if ref is None:
            continue
        if found["alias"]:
            _join(cast, found)
        elif cast.drafts[ref].type == "Person" or "title" in found["phrase"]:
            start, end = found.span("free")
            yield _note(canvas, cast, (start, end), ref), ref


def _note(canvas: Canvas, cast: Cast, place: tuple[int, int], ref: str) -> Spot:
    draft = cast.drafts[ref]
    start, end = place
    while end > start and canvas.text[end - 1] in " .,;":
        end -= 1
    draft.add(canvas.text[start:end], "alias")
    spot = Spot(start, end, draft.type, draft.kind, form="alias")
    canvas.repaint(spot)
    return spot


def _join(cast: Cast, found: re.Match[str]) -> None:
    main, alias = cast.at.get(found.start("main")), cast.at.get(found.start("alias"))
    if main and alias and main != alias:
        kept, gone = cast.drafts[main], cast.drafts[alias]
        cast.merge(kept, gone)

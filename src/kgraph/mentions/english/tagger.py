"""Every name in an English article: the stages of the tagger in their order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import Canvas, Spot
from kgraph.mentions.english.characters import find_characters
from kgraph.mentions.english.edges import mend_edges
from kgraph.mentions.english.learned import find_learned
from kgraph.mentions.english.line_titles import find_in_lines
from kgraph.mentions.english.listed import find_listed
from kgraph.mentions.english.organizations import find_members, find_organizations
from kgraph.mentions.english.people import find_people, stop_words
from kgraph.mentions.english.quoted import find_quoted, line_quotes
from kgraph.mentions.english.strangers import find_strangers
from kgraph.mentions.english.tables import find_in_tables
from kgraph.mentions.english.titles import find_headings, find_unquoted_titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.text.quotes import Quote

_OTHER_SCRIPT = re.compile(r"[(\[]([^()\[\]\n]{0,40}[가-힣][^()\[\]\n]{0,60})[)\]]")
_MOST_NAMES = 4000  # an article with more distinct names is a list of names; the rest is left unread


def tag(canvas: Canvas) -> list[Quote]:
    """Paints all names of an article; gives the quotations that are somebody's words."""
    speech = paint_by_rules(canvas)
    learned = find_learned(canvas)
    mended = mend_edges(canvas)
    canvas.stage = "repeated"
    _repeat_names(canvas, [*(spot for spot in learned if canvas.covering(spot.start) == spot), *mended])
    return speech


def paint_by_rules(canvas: Canvas) -> list[Quote]:
    """Paints the names that rules and lists decide; the rest is left open."""
    _hide_brackets(canvas)
    canvas.stage = "quoted"
    speech = find_quoted(canvas, line_quotes(canvas))
    for stage, paint in _STAGES:
        canvas.stage = stage
        paint(canvas)
    canvas.stage = "repeated"
    _repeat_names(canvas, canvas.spots)
    return speech


_STAGES = (
    ("tables", find_in_tables),
    ("listed", find_listed),
    ("organizations", find_organizations),
    ("characters", find_characters),
    ("people", find_people),
    ("members", find_members),
    ("strangers", find_strangers),
    ("titles", find_unquoted_titles),
    ("headings", find_headings),
    ("lines", find_in_lines),
    ("strangers", find_strangers),
)


def _hide_brackets(canvas: Canvas) -> None:
    for found in _OTHER_SCRIPT.finditer(canvas.refresh()):
        canvas.hide(*found.span(1))


def _repeat_names(canvas: Canvas, spots: Sequence[Spot]) -> None:
    """A name that is known once is known wherever it stands again in the same letters."""
    names: dict[str, Spot] = {}
    for spot in spots:
        name = canvas.name(spot)
        if len(name) > 1 and name.casefold() not in stop_words():
            names.setdefault(name, spot)
            if spot.type == "Work" and ":" in name:
                names.setdefault(name.partition(":")[0], spot)
            if spot.type == "Work" and name.upper() != name and len(name) > 3:
                names.setdefault(name.upper(), spot)
    if not names:
        return
    first_words: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda n: (-len(n), n))[:_MOST_NAMES]:
        first_words.setdefault(_first_word(name), []).append(name)
    shadow, done = canvas.refresh(), 0
    for word in _WHOLE_WORD.finditer(shadow):
        for name in first_words.get(word[0], ()) if word.start() >= done else ():
            end = word.start() + len(name)
            if shadow.startswith(name, word.start()) and not (shadow[end : end + 1].isalnum() or shadow[end : end + 1] == "-"):
                if _may_stand_bare(canvas, word.start(), name, names[name]):
                    canvas.add(Spot(word.start(), end, names[name].type, names[name].kind, listed=names[name].listed))
                    done = end
                break


def _first_word(name: str) -> str:
    found = _FIRST_WORD.match(name)
    return found[0] if found else ""


_FIRST_WORD = re.compile(r"\w*")
_WHOLE_WORD = re.compile(r"\w(?<![\w-].)\w*")


def _may_stand_bare(canvas: Canvas, start: int, name: str, spot: Spot) -> bool:
    """A title of one word that the article sets in quotation marks is, without them, a title only in mid-sentence and
    capitals.
    """
    after = canvas.shadow[start + len(name) : start + len(name) + 3]
    if spot.type == "Work" and after[:1] == " " and after[1:2].isupper() and " " not in name:
        return False
    if spot.type != "Work" or " " in name:
        return True
    if not name[0].isupper() and not name[0].isdigit():
        return False
    before = canvas.text[max(0, start - 2) : start]
    return name.isupper() or (before[-1:] == " " and before[:1] not in '.!?”"')

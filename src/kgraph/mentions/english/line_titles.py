"""Titles told by the shape of their line: between asterisks, behind a filmography's year, in numbered rows, before a credit."""

from __future__ import annotations

import re

from kgraph.mentions.english.canvas import PERSON, WORK, Canvas, Spot
from kgraph.mentions.english.capitals import TITLE, all_stop

_LEAST = 3  # lines of one shape make a list
_TITLED = rf"(?P<title>{TITLE}(?:, {TITLE})?[!?]?)"
_KNOWN = rf"[\"“‘']?{WORK}"

# *Seven Years of Night*, **A Good Day.**: the marks of italics that a copied text keeps
_EMPHASIS = re.compile(rf"(?<![\w*])(?P<marks>\*{{1,2}}|_){_TITLED}[.,:]?(?P=marks)(?![\w*])")

# 2018 Life / 2021 - Black Light: her first lead
_BY_YEAR = re.compile(rf"^[ \t]*(?:[-•*] )?(?:19|20)\d\d(?: ?[-–:|] ?| ){_TITLED}(?=[ \t]*$| ?[(:|–]| - )", re.MULTILINE)
_KNOWN_BY_YEAR = re.compile(rf"^[ \t]*(?:[-•*] )?(?:19|20)\d\d(?: ?[-–:|] ?| ){_KNOWN}", re.MULTILINE)

# 2 / Our Season / Korea
_ROW = re.compile(rf"^[ \t]*\d{{1,3}} ?[/|] ?{_TITLED}(?= ?[/|])", re.MULTILINE)
_KNOWN_ROW = re.compile(rf"^[ \t]*\d{{1,3}} ?[/|] ?{_KNOWN}", re.MULTILINE)

# 3. Sweet Home. Nobody leaves the house.
_ENTRY = re.compile(rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d{{1,3}}[.:]?) {_TITLED}[.:] (?=[A-Z\ue000\ue004])", re.MULTILINE)
_KNOWN_ENTRY = re.compile(rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d{{1,3}}[.:]?) {_KNOWN}", re.MULTILINE)

# NO. 3 (Song Neung-han, 1997); Deaf Street. Dir: Oh Ye-ri; Thu 19: The Well. Director Oh Ye-ri
_DAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]* [\d:.]+:? )?"
_CREDIT = rf"[.,:;] (?:Dir|Director|Directed by|Dir-scr|Scr)\b\.?:? {PERSON}"
_CREDITED = re.compile(
    rf"^[ \t]*(?:[-•*] )?{_DAY}{_TITLED}(?=\.? ?\({PERSON}, (?:19|20)\d\d\)|{_CREDIT})",
    re.MULTILINE,
)
_LISTS = ((_BY_YEAR, _KNOWN_BY_YEAR), (_ROW, _KNOWN_ROW), (_ENTRY, _KNOWN_ENTRY))


def find_in_lines(canvas: Canvas) -> None:
    """Paints the titles that only the shape of their line tells."""
    for pattern in (_EMPHASIS, _CREDITED):
        for found in pattern.finditer(canvas.refresh()):
            _add(canvas, found)
    for pattern, known in _LISTS:
        matches = list(pattern.finditer(canvas.refresh()))
        if matches and len(matches) + len(known.findall(canvas.shadow)) >= _LEAST:
            for found in matches:
                _add(canvas, found)


def _add(canvas: Canvas, found: re.Match[str]) -> None:
    """Paints a title as it stands: where its line bounds it, nothing is taken off."""
    if not all(all_stop(word) for word in found["title"].split()):
        canvas.add(Spot(*found.span("title"), "Work"))

"""Tables flattened to text: *Title | Network | Year | Cast*, one row a line."""

from __future__ import annotations

import re

_CUT = re.compile(r"\s*(?:\||\t|¦)\s*")
_COLUMNS = {
    "title": ("title", "drama", "film", "movie", "series", "show", "work", "program", "k-drama", "name"),
    "channel": ("network", "channel", "broadcaster", "platform", "streaming", "station"),
    "year": ("year", "date", "premiere", "release", "release date", "premiere date", "released", "air date"),
    "cast": ("cast", "starring", "leads", "stars", "lead cast", "main cast", "actors", "lead actors"),
    "director": ("director", "directors", "pd", "directed by"),
    "writer": ("writer", "writers", "screenwriter", "written by", "script"),
    "role": ("role", "character", "roles"),
}
_BY_NAME = {name: column for column, names in _COLUMNS.items() for name in names}


def columns_of(header: str) -> tuple[str | None, ...] | None:
    """What the columns of a table hold, told by its header; None where the line is no header.

    >>> columns_of("Title | Network | Year | Cast")
    ('title', 'channel', 'year', 'cast')
    """
    cells = [header[start:end].strip().casefold() for start, end in cells_of(header)]
    named = tuple(_BY_NAME.get(cell) for cell in cells)
    return named if len(named) > 1 and "title" in named and sum(name is not None for name in named) > 1 else None


def cells_of(line: str) -> list[tuple[int, int]]:
    """Where the cells of a row begin and end, without the spaces around them."""
    if not any(bar in line for bar in "|\t¦"):
        return [(0, len(line))]
    bounds, start = [], 0
    for cut in _CUT.finditer(line):
        bounds.append((start, cut.start()))
        start = cut.end()
    bounds.append((start, len(line)))
    return bounds

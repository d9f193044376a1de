"""Titles in the title column of a flattened table."""

from __future__ import annotations

from kgraph.mentions.english.canvas import Canvas, Spot
from kgraph.text.sheets import cells_of, columns_of


def find_in_tables(canvas: Canvas) -> None:
    """Paints the titles of every row below a header such as *Title | Network | Year*."""
    columns: tuple[str | None, ...] | None = None
    for sentence in canvas.document.sentences:
        text, start = sentence.span.text, sentence.span.start
        cells = cells_of(text)
        if len(cells) < 2 or sentence.kind == "noise":
            columns = None
            continue
        header = columns_of(text)
        if header:
            columns = header
        elif columns and len(cells) == len(columns):
            left, right = cells[columns.index("title")]
            if left < right:
                canvas.add(Spot(start + left, start + right, "Work"))

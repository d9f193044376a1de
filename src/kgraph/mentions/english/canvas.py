"""The canvas: an article's text beside a shadow of the same length in which what is already recognised is painted over.

Noise is blank in the shadow; a person, work, organisation or character is a run of private-use characters.  Patterns are
matched on the
shadow, so that each stage of the tagger sees what the stages before it found, and offsets never shift.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from kgraph.model import Document

_PAINT = {
    "Person": ("\ue000", "\ue001"),
    "Work": ("\ue002", "\ue003"),
    "Organization": ("\ue004", "\ue005"),
    "Character": ("\ue006", "\ue007"),
}
PERSON = "\ue000\ue001*"
WORK = "\ue002\ue003*"
ORG = "\ue004\ue005*"
ANY = "[\ue000\ue002\ue004][\ue001\ue003\ue005]*"
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A stretch of the text that names something: ``type`` is Person, Work, Organization or Character (a role in a work).

    ``form`` is ``name`` or ``alias`` (for the spot right before it); ``listed`` tells that the gazetteer knows it.
    """

    start: int
    end: int
    type: str
    kind: str | None = None
    form: str = "name"
    listed: bool = False


@dataclass(slots=True)
class Canvas:
    """What the tagger has recognised so far."""

    document: Document
    cells: list[str]
    spots: list[Spot] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    stage: str = ""  # the part of the tagger that paints just now
    stages: dict[int, str] = field(default_factory=dict)  # where a spot begins -> what painted it
    _shadow: str = ""
    _is_wet: bool = True  # painted since the last refresh
    _at: dict[int, Spot] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.article.text

    @property
    def shadow(self) -> str:
        """The text with noise blanked and names painted over, as at the last :meth:`refresh`; of the same length as the text."""
        return self._shadow

    def refresh(self) -> str:
        """Takes up what was painted since; once a pattern and never once a name, so that the time stays linear in the text."""
        if self._is_wet:
            self._shadow, self._is_wet = "".join(self.cells), False
        return self._shadow

    def _paint(self, start: int, end: int, cells: list[str]) -> None:
        self.cells[start:end] = cells
        self._is_wet = True

    def name(self, spot: Spot) -> str:
        """The words of a spot."""
        return self.text[spot.start : spot.end]

    def is_free(self, start: int, end: int) -> bool:
        """True if nothing is recognised in this stretch yet."""
        return start < end and not _PRIVATE.search("".join(self.cells[start:end]))

    def add(self, spot: Spot) -> bool:
        """Paints a spot, unless something stands there already; tells whether it did."""
        if not self.is_free(spot.start, spot.end):
            return False
        head, tail = _PAINT[spot.type]
        self._paint(spot.start, spot.end, [head, *[tail] * (spot.end - spot.start - 1)])
        self.spots.append(spot)
        self._at[spot.start] = spot
        self.stages[spot.start] = self.stage
        return True

    def repaint(self, spot: Spot) -> None:
        """Paints a spot over whatever stood there."""
        head, tail = _PAINT[spot.type]
        self._paint(spot.start, spot.end, [head, *[tail] * (spot.end - spot.start - 1)])
        self.spots.append(spot)
        self._at[spot.start] = spot

    def remove(self, gone: Collection[Spot]) -> None:
        """Takes spots off again: their words stand open."""
        if not gone:
            return
        for spot in gone:
            self._paint(spot.start, spot.end, list(_PRIVATE.sub(" ", self.name(spot))))
            del self._at[spot.start], self.stages[spot.start]
        self.spots = [spot for spot in self.spots if spot not in gone]

    def hide(self, start: int, end: int) -> None:
        """Paints over a bracket with another script, so that no name is sought in it; aliases are read from ``brackets``."""
        self.brackets.append((start, end))
        self._paint(start, end, ["\ue007"] * (end - start))

    def covering(self, position: int) -> Spot | None:
        """The spot that begins at a position."""
        return self._at.get(position)


def make_canvas(document: Document) -> Canvas:
    """The empty canvas of a document: its text with noise and forged private characters blanked."""
    text = document.article.text
    cells = ["\n" if character == "\n" else " " for character in text]
    for sentence in document.sentences:
        if sentence.kind != "noise":
            cells[sentence.span.start : sentence.span.end] = list(_PRIVATE.sub(" ", sentence.span.text))
    canvas = Canvas(document, cells)
    canvas.refresh()
    return canvas

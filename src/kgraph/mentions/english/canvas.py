"""The canvas: an article's text beside a shadow of the same length in which what is already recognised is painted over.

Noise is blank in the shadow; a person, work, organisation or character is a run of private-use characters.  Patterns are matched on the
shadow, so that each stage of the tagger sees what the stages before it found, and offsets never shift.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
_CHUNK = 4_096  # characters that are joined anew when one of them is painted
_PATIENCE = 40_000  # characters of text for each paint that the shadow may lag behind: none in an article, fifty in two megabytes
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
    _shadow: str | None = None
    _chunks: list[str] = field(default_factory=list)
    _stale: set[int] = field(default_factory=set)
    _paints: int = 0

    @property
    def text(self) -> str:
        """The article's text."""
        return self.document.article.text

    @property
    def shadow(self) -> str:
        """The text with noise blanked and recognised names painted over; of the same length as the text.

        In texts longer than any article some of the latest paint may be missing, so that time stays linear; :meth:`add` never
        paints twice.
        """
        if self._shadow is None or self._paints > len(self.cells) // _PATIENCE:
            if not self._chunks:
                self._stale.update(range(len(self.cells) // _CHUNK + 1))
                self._chunks = [""] * len(self._stale)
            for chunk in self._stale:
                self._chunks[chunk] = "".join(self.cells[chunk * _CHUNK : (chunk + 1) * _CHUNK])
            self._stale.clear()
            self._paints = 0
            self._shadow = "".join(self._chunks)
        return self._shadow

    def _paint(self, start: int, end: int, cells: list[str]) -> None:
        self.cells[start:end] = cells
        self._stale.update(range(start // _CHUNK, max(start, end - 1) // _CHUNK + 1))
        self._paints += 1

    def name(self, spot: Spot) -> str:
        """The words of a spot."""
        return self.text[spot.start : spot.end]

    def is_free(self, start: int, end: int) -> bool:
        """True if nothing is recognised in this stretch yet."""
        return start < end and not any("\ue000" <= cell <= "\uf8ff" for cell in self.cells[start:end])

    def add(self, spot: Spot) -> bool:
        """Paints a spot, unless something stands there already; tells whether it did."""
        if not self.is_free(spot.start, spot.end):
            return False
        head, tail = _PAINT[spot.type]
        self._paint(spot.start, spot.end, [head, *[tail] * (spot.end - spot.start - 1)])
        self.spots.append(spot)
        return True

    def repaint(self, spot: Spot) -> None:
        """Paints a spot over whatever stood there."""
        head, tail = _PAINT[spot.type]
        self._paint(spot.start, spot.end, [head, *[tail] * (spot.end - spot.start - 1)])
        self.spots.append(spot)

    def hide(self, start: int, end: int) -> None:
        """Paints over a bracket with another script, so that no name is sought in it; aliases are read from ``brackets``."""
        self.brackets.append((start, end))
        self._paint(start, end, ["\ue007"] * (end - start))

    def covering(self, position: int) -> Spot | None:
        """The spot that begins at a position."""
        return next((spot for spot in reversed(self.spots) if spot.start == position), None)


def make_canvas(document: Document) -> Canvas:
    """The empty canvas of a document: its text with noise and forged private characters blanked."""
    text = document.article.text
    cells = ["\n" if character == "\n" else " " for character in text]
    for sentence in document.sentences:
        if sentence.kind != "noise":
            cells[sentence.span.start : sentence.span.end] = list(_PRIVATE.sub(" ", sentence.span.text))
    return Canvas(document, cells)

"""The prizes of a line, painted on its mask: a rule's pattern sees a ceremony or a category as one mark with padding."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.english.once import once
from kgraph.text.awards_english import AwardPhrase, award_name, find_awards, is_ceremony, strip_ordinal

if TYPE_CHECKING:
    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading

_CATEGORY, _CEREMONY, _PAD = 0xF800, 0xF840, "\uf8ff"
_MOST = 0x3F  # prizes of one line; a longer list is left unread
CATEGORY = "(?:[\uf800-\uf83f]\uf8ff*)"
CEREMONY = "(?:[\uf840-\uf87f]\uf8ff*)"
PRIZE = "(?:[\uf800-\uf87f]\uf8ff*)"


@dataclass(frozen=True, slots=True)
class PrizeLine:
    """A line with its prizes: ``mask`` is as long as the line's, each prize one mark and padding; ``names`` are by mark."""

    line: Line
    mask: str
    names: dict[str, str]

    def categories(self, start: int, end: int) -> list[tuple[int, str]]:
        """(place, name) of the categories in a stretch of the mask."""
        return [(at, self.names[mark]) for at, mark in enumerate(self.mask[start:end], start) if "\uf800" <= mark <= "\uf83f"]

    def ceremonies(self, start: int = 0, end: int | None = None) -> list[tuple[int, str]]:
        """(place, name) of the ceremonies in a stretch of the mask."""
        return [(at, self.names[mark]) for at, mark in enumerate(self.mask[start:end], start) if "\uf840" <= mark <= "\uf87f"]


@once
def paint_prizes(reading: Reading, line: Line) -> PrizeLine | None:
    """The line with its prizes, ``None`` if it names none."""
    text = line.span.text
    names: dict[str, str] = {}
    mask = list(line.mask)
    for phrase in find_awards(text) if _may_name(text) else ():
        start, end = _place(line, line.span.start + phrase.start), _place(line, line.span.start + phrase.end - 1) + 1
        if not any("\ue000" <= mark <= "\uf8ff" for mark in mask[start:end]) or _only_place(line, mask, start, end):
            _paint(mask, names, (start, end), _CEREMONY if phrase.kind == "ceremony" else _CATEGORY, phrase.name)
    for mention in line.of_type("Organization"):
        name, at = mention.span.text, _place(line, mention.span.start)
        if (is_ceremony(name) or reading.referent(mention).kind == "festival") and mask[at] < "\uf800":
            _paint(mask, names, (at, at + 1), _CEREMONY, strip_ordinal(name))
    return PrizeLine(line, "".join(mask), names) if names else None


def _may_name(text: str) -> bool:
    lowered = text.lower()
    return any(
        word in lowered
        for word in (
            "award",
            "prize",
            "best ",
            "festival",
            "oscar",
            "emmy",
            "daesang",
            "bonsang",
            "palme",
            "grand",
            "golden",
            "silver",
            "cannes",
            "grammy",
            "outstanding",
            "rookie",
            "jury",
            "lion",
            "bear",
            "globe",
            "excellence",
            "most popular",
            "popularity",
            "berlinale",
            "venice",
            "mama",
            "trophy",
            " of the year",
            "cinematography",
        )
    )


def _only_place(line: Line, mask: list[str], start: int, end: int) -> bool:
    """True if the only mentions inside a prize's name are organisations, "KBS Drama Awards", or roles, "the best actress"."""
    inside = [line.at(at) for at in range(start, end)]
    return all(
        mention is None or mention.form == "role" or mention in line.of_type("Organization") for mention in inside
    ) and not any(mark >= "\uf800" for mark in mask[start:end])


def _place(line: Line, offset: int) -> int:
    return max(0, bisect_right(line.starts, offset) - 1)


def _paint(mask: list[str], names: dict[str, str], place: tuple[int, int], base: int, name: str) -> None:
    mark = chr(base + sum(1 for other in names if base <= ord(other) <= base + _MOST))
    if len(names) < _MOST and place[0] < place[1]:
        mask[place[0] : place[1]] = [mark] + [_PAD] * (place[1] - place[0] - 1)
        names[mark] = name


def full_name(painted: PrizeLine, place: int, category: str | None, told: str | None) -> str | None:
    """The category with the ceremony of its own line nearest to it, else with the ceremony told before."""
    named = painted.ceremonies()
    near = min(named, key=lambda pair: abs(pair[0] - place) + (0 if pair[0] > place else 20))[1] if named else told
    return award_name(near, category)


__all__ = ["CATEGORY", "CEREMONY", "PRIZE", "AwardPhrase", "PrizeLine", "full_name", "paint_prizes"]

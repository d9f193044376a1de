"""What a text is about, line by line: sections with headings, paragraphs with a first subject, an article with one main
subject.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAIN_SHARE = (
    0.34  # of all named mentions: what an article names so often is what it is about (set on the development articles, 2026-11)
)


@dataclass(frozen=True, slots=True)
class Named:
    """A ref that a line names: whether it stands aside (*director of W*, *P (W)*, *since W*), and whether it leads the line."""

    ref: str
    aside: bool = False
    leading: bool = False


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One line for the topic's sake: its paragraph, whether it may head a section, and what it names in order."""

    block: int
    heading: bool
    named: tuple[Named, ...]


def follow_topics(lines: Sequence[TopicLine]) -> list[str | None]:
    """For each line the ref that an elided or bare mention at its beginning means, None before anything is named.

    A heading's first ref rules its section.  Otherwise it is the paragraph's subject: what its first line names, or a later
    line leads
    with; a paragraph without one goes on about the article's main ref, else about the paragraph before where that had one
    subject only.
    """
    main = main_topic(lines)
    topics: list[str | None] = []
    section: str | None = None
    focus: str | None = None
    last: str | None = None
    block, opens = -1, True
    alone: set[str] = set()
    headings = _headings(lines)
    for number, line in enumerate(lines):
        if line.block != block:
            opens = True
            last = focus if len(alone) == 1 else None if alone else last
            block, focus, alone = line.block, None, set()
        alone.update(named.ref for named in line.named if not named.aside)
        topics.append(focus or section or main or last)
        if number in headings:
            section, opens = line.named[0].ref, True
            continue
        found = _focus(line, opens=opens)
        if found:
            focus = section or found
        opens = opens and not line.named
    return topics


def _headings(lines: Sequence[TopicLine]) -> frozenset[int]:
    """Lines that head a section: they name something and running text follows; there are two or more of them."""
    found = [n for n, line in enumerate(lines[:-1]) if line.heading and line.named and not lines[n + 1].heading]
    return frozenset(found if len(found) > 1 else ())


def _focus(line: TopicLine, *, opens: bool) -> str | None:
    """The ref that the line puts first: any in a paragraph's first line, later only one that leads its line."""
    for named in line.named:
        if not named.aside and (opens or named.leading):
            return named.ref
    return None


def main_topic(lines: Sequence[TopicLine]) -> str | None:
    """The ref that the article is about as a whole: alone in its title, or named in its head and by far the most often."""
    counts: Counter[str] = Counter()
    for line in lines:
        for named in line.named:
            counts[named.ref] += 1 if named.aside else 2
    if not counts:
        return None
    title = list(dict.fromkeys(named.ref for named in lines[0].named if not named.aside))
    title = title or [named.ref for named in lines[0].named][:1]
    if len(title) == 1 and counts[title[0]] >= 2:
        return title[0]
    (best, count), *others = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    if others and others[0][1] == count:
        return None
    head = {named.ref for line in lines[:4] for named in line.named}
    total = sum(counts.values())
    return best if count >= _MAIN_SHARE * total and (best in head or count > total / 2) else None

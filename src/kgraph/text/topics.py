"""What a text is about, line by line: sections with headings, paragraphs with a first subject, an article with one main subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_MAIN_SHARE = 0.34  # of all named mentions: what an article names so often is what it is about (set on the development articles, 2026-11)


@dataclass(frozen=True, slots=True)
class TopicLine:
    """One line for the topic's sake: its paragraph, whether it heads a section, and the refs it names with whether each stands aside.

    A ref stands aside where it only serves another: *director of W*, *P (W)*, *since W*.
    """

    block: int
    heading: bool
    named: tuple[tuple[str, bool], ...]


def follow_topics(lines: Sequence[TopicLine]) -> list[str | None]:
    """For each line the ref that an elided or bare mention at its beginning means, None before anything is named.

    A heading's first ref rules its section.  Otherwise it is the last ref in the paragraph that did not stand aside, then the article's
    main ref, then the last one of the paragraphs before.
    """
    main = main_topic(lines)
    topics: list[str | None] = []
    section: str | None = None
    focus: str | None = None
    last: str | None = None
    block, sections = -1, sum(line.heading and bool(line.named) for line in lines) > 1
    for line in lines:
        if line.block != block:
            block, focus = line.block, None
        topics.append(focus or section or main or last)
        if line.heading and line.named and sections:
            section = line.named[0][0]
            continue
        for ref in _focus(line):
            focus = section or ref
            last = ref
    return topics


def _focus(line: TopicLine) -> Iterator[str]:
    """The ref that the line puts first; one that stands aside counts where the line names no other."""
    ahead = [ref for ref, aside in line.named if not aside]
    if ahead:
        yield ahead[0]


def main_topic(lines: Sequence[TopicLine]) -> str | None:
    """The ref that the article is about as a whole: named in its head and by far the most often; None where several share it."""
    counts = Counter(ref for line in lines for ref, aside in line.named if not aside)
    if not counts:
        return None
    total = sum(counts.values())
    title = dict.fromkeys(ref for ref, aside in lines[0].named if not aside)
    if len(title) == 1 and counts[next(iter(title))] > 1:
        return next(iter(title))
    best, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    head = {ref for line in lines[:4] for ref, _ in line.named}
    return best if count >= _MAIN_SHARE * total and (best in head or count > total / 2) else None

"""Sentences of English articles and their kind: headline, text, item or noise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.documents.english_noise import Sieve
from kgraph.documents.lengths import cut_sentence
from kgraph.model import Sentence, Span
from kgraph.text.sentences_english import split_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(r"\s*(?:[-–—*•●▪■◆▶♪♥★☆·>]\s+|\(?\d{1,3}[.)](?!\d)\s*|#\d{1,3}\b|\d{1,3}(?:st|nd|rd|th) place\b)")
_SOURCE = re.compile(r"\[[^\[\]]{1,60}\](?:\[\d+\])?|Sources? ?\[?\(?\d\)?\]?")
_ENDS_LIKE_TEXT = re.compile(r"[.!?…][\"'”’“‘)\]]*\s*$")
_LONGEST_HEADING = 110  # characters; real headings of list articles stay well below


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of an article's text in order; a line is never crossed, a blank line ends a paragraph."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    sieve = Sieve()
    block, previous_end, seen_headline = 0, 0, False
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        if text.count("\n", previous_end, line.start()) > 1:
            block += 1
        previous_end = line.end()
        kind = "noise" if sieve.is_noise(line[0], block) else _kind(line[0], seen_headline=seen_headline)
        seen_headline = seen_headline or kind == "headline" or (kind == "text" and len(line[0]) > _LONGEST_HEADING)
        for start, end in _pieces(line[0], kind):
            piece = line[0][start:end]
            yield Sentence(
                Span(line.start() + start, line.start() + end, piece), block, "noise" if _SOURCE.fullmatch(piece) else kind
            )


def _pieces(line: str, kind: str) -> Iterator[tuple[int, int]]:
    for start, end in _split(line) if kind in ("text", "item") else [_whole(line)]:
        yield from cut_sentence(line, start, end)


def _split(line: str) -> Iterator[tuple[int, int]]:
    """The sentences of a line; a list entry's number stays with its first sentence."""
    number = _ITEM.match(line)
    skipped = number.end() if number else 0
    for index, (start, end) in enumerate(split_line(line[skipped:])):
        yield (_whole(line)[0] if index == 0 else skipped + start), skipped + end


def _whole(line: str) -> tuple[int, int]:
    return len(line) - len(line.lstrip()), len(line.rstrip())


def _kind(line: str, *, seen_headline: bool) -> str:
    """``item`` for list entries and short lines without a full stop (section headings), ``headline`` for the first such line."""
    if _ITEM.match(line):
        return "item"
    if _ENDS_LIKE_TEXT.search(line) or len(line) > 2 * _LONGEST_HEADING:
        return "text"
    return "item" if seen_headline else "headline"

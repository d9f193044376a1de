"""A sentence as a rule reads it: its mentions in order and its mask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.english.grammar import is_possessive, mask_character, mention_index, without_private
from kgraph.model import Mention, Referent, Sentence, Span

_PLAIN = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\t": " "})
_CLOSING = re.compile(r"([,.!?;]?)(?:['\"]{1,2}|[」』》〉>])")
_ALIAS_BRACKET = re.compile(r" ?[(\[][a-zA-Z .:]{0,40}[\"']?$")
_TITLE_NOTE = re.compile(r" ?\((?:(?:working|literal|tentative|provisional|original|English|Korean|temporary) title|w/t|lit\.?)\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its mentions and its mask.

    ``mask`` is the text with typographic marks made plain, quotation marks around titles dropped (a comma inside them kept after),
    aliases in brackets dropped, possessive pronouns written as a person with ``'s``, and each mention as one character.  ``starts`` and
    ``ends`` give, for each character of the mask, the offsets in the article that it stands for.
    """

    index: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    types: tuple[str, ...]
    mask: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def span(self) -> Span:
        """The sentence's span: the evidence of what is read in it."""
        return self.sentence.span

    @property
    def block(self) -> int:
        """The number of the paragraph."""
        return self.sentence.block

    def of_type(self, type_: str) -> tuple[Mention, ...]:
        """The line's mentions of one type, in order."""
        return tuple(mention for mention, kind in zip(self.mentions, self.types, strict=True) if kind == type_)

    def original(self, start: int, end: int) -> Span:
        """The article's span for a stretch of the mask, without spaces at its ends."""
        while start < end and self.mask[start] == " ":
            start += 1
        while end > start and self.mask[end - 1] == " ":
            end -= 1
        if start >= end:
            return Span(self.span.start, self.span.end, self.span.text)
        left, right = self.starts[start], max(self.ends[start:end])
        return Span(left, right, self.span.text[left - self.span.start : right - self.span.start])

    def trigger(self, match: re.Match[str], group: str | int = 0) -> Span:
        """The article's span for a group of a match over the mask."""
        return self.original(*match.span(group))

    def at(self, position: int) -> Mention | None:
        """The mention whose character stands at a place of the mask."""
        index = mention_index(self.mask[position]) if 0 <= position < len(self.mask) else None
        return None if index is None else self.mentions[index]

    def between(self, start: int, end: int, type_: str, *, brackets: bool = False) -> tuple[Mention, ...]:
        """The mentions of one type in a stretch of the mask; those inside brackets only if asked for."""
        return tuple(self._walk(start, end, type_, brackets=brackets))

    def group(self, match: re.Match[str], group: str, type_: str) -> tuple[Mention, ...]:
        """The mentions of one type in a group of a match, brackets left out."""
        return self.between(*match.span(group), type_) if match[group] is not None else ()

    def people(self, match: re.Match[str], group: str = "p") -> tuple[Mention, ...]:
        """The persons of a group of a match."""
        return self.group(match, group, "Person")

    def works(self, match: re.Match[str], group: str = "w") -> tuple[Mention, ...]:
        """The works of a group of a match."""
        return self.group(match, group, "Work")

    def organizations(self, match: re.Match[str], group: str = "o") -> tuple[Mention, ...]:
        """The organisations of a group of a match."""
        return self.group(match, group, "Organization")

    def _walk(self, start: int, end: int, type_: str, *, brackets: bool) -> Iterator[Mention]:
        depth = 0
        for position in range(start, end):
            depth += {"(": 1, ")": -1}.get(self.mask[position], 0)
            index = mention_index(self.mask[position])
            if index is not None and self.types[index] == type_ and (brackets or depth <= 0):
                yield self.mentions[index]


def make_line(index: int, sentence: Sentence, mentions: tuple[Mention, ...], referents: dict[str, Referent]) -> Line:
    """The line of a sentence; ``mentions`` are those that stand in it, in text order."""
    types = tuple(referents[mention.ref].type for mention in mentions)
    pieces = _mask_pieces(sentence.span, mentions, types)
    mask = "".join(piece for piece, _, _ in pieces)
    starts = tuple(start for piece, start, width in pieces for start in _spread(piece, start, width))
    ends = tuple(end for piece, start, width in pieces for end in _spread_ends(piece, start, width))
    return Line(index, sentence, mentions, types, mask, starts, ends)


def _spread(piece: str, start: int, width: int) -> tuple[int, ...]:
    return tuple(range(start, start + width)) if len(piece) == width else (start,) * len(piece)


def _spread_ends(piece: str, start: int, width: int) -> tuple[int, ...]:
    return tuple(range(start + 1, start + width + 1)) if len(piece) == width else (start + width,) * len(piece)


def _mask_pieces(span: Span, mentions: tuple[Mention, ...], types: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """(what the mask shows, where it starts in the article, how many characters of the article it stands for)"""
    text = without_private(span.text.translate(_PLAIN))
    pieces: list[tuple[str, int, int]] = []
    done = 0
    for index, mention in enumerate(mentions):
        start, end = mention.span.start - span.start, mention.span.end - span.start
        character = mask_character(types[index], index)
        if character is None:
            continue
        if start < done:
            if pieces and start == mentions[index - 1].span.start - span.start and end == mentions[index - 1].span.end - span.start:
                shown, at, width = pieces[-1]
                tail = "'s" if shown.endswith("'s") else ""
                pieces[-1] = (shown.removesuffix("'s") + character + tail, at, width)
            continue
        done = _append(pieces, (text, span.start), done, (start, end, character, mention, types[index]))
    _plain(pieces, text, span.start, done, len(text))
    return pieces


def _append(pieces: list[tuple[str, int, int]], source: tuple[str, int], done: int, found: tuple[int, int, str, Mention, str]) -> int:
    """Puts the text before a mention and the mention; returns how far the text is used up."""
    text, base = source
    start, end, character, mention, type_ = found
    opening = _ALIAS_BRACKET.search(text, max(done, start - 50), start) if mention.form == "alias" else None
    if opening and text[end : end + 1] in (")", "]"):
        _plain(pieces, text, base, done, opening.start())
        return end + 1
    opened = 0
    while type_ == "Work" and start - opened - 1 >= done and text[start - opened - 1] in "'\"「『《〈<":
        opened += 1
    _plain(pieces, text, base, done, start - opened)
    shown = character + "'s" if is_possessive(mention, text[end : end + 30]) else character
    pieces.append((shown, base + start, end - start))
    closing = _CLOSING.match(text, end) if opened else None
    if closing:
        kept = closing[1] if closing[1] not in ("!", "?") else ""
        if kept:
            pieces.append((kept, base + end, 1))
        return closing.end()
    return end


def _plain(pieces: list[tuple[str, int, int]], text: str, base: int, start: int, end: int) -> None:
    """Puts plain text, without notes like ``(working title)``."""
    done = start
    for note in _TITLE_NOTE.finditer(text, start, end):
        pieces.append((text[done : note.start()], base + done, note.start() - done))
        done = note.end()
    if done < end:
        pieces.append((text[done:end], base + done, end - done))

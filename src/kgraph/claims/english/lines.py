"""A sentence as a rule reads it: its mentions in order and its mask."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from kgraph.claims.english.grammar import SLOTS, is_possessive, mask_character, mention_index, without_private
from kgraph.model import Mention, Referent, Sentence, Span
from kgraph.text.word_lists import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\t": " "}
)
_CLOSING = re.compile(r"([,.!?;]?)(?:['\"]{1,2}|[」』》〉>])")
_ALIAS_BRACKET = re.compile(r" ?[(\[][a-zA-Z .:]{0,40}[\"']?$")
_TITLE_NOTE = re.compile(
    r" ?\((?:(?:working|literal|tentative|provisional|original|English|Korean|temporary) title|w/t|lit\.?)\)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence with its mentions and its mask.

    ``mask`` is the text with typographic marks made plain, quotation marks around titles dropped (a comma inside them kept
    after),
    aliases in brackets dropped, possessive pronouns written as a person with ``'s``, and each mention as one character.
    ``places`` are
    its mention characters: place, index of the mention, how deep in brackets.  ``pieces`` lead back to the article: place in
    the mask,
    what the mask shows, where that begins in the article and how long it is there.  ``words`` are the mask's words in small
    letters: a rule
    whose words are not among them need not look; ``folded`` is the mask in small letters.
    """

    index: int
    sentence: Sentence
    mentions: tuple[Mention, ...]
    types: tuple[str, ...]
    mask: str
    places: tuple[tuple[int, int, int], ...]
    pieces: tuple[tuple[int, str, int, int], ...]
    words: frozenset[str] = frozenset()
    folded: str = ""
    offsets: list[int] = field(default_factory=list, repr=False, compare=False)

    @property
    def span(self) -> Span:
        """The sentence's span: the evidence of what is read in it."""
        return self.sentence.span

    @property
    def block(self) -> int:
        """The number of the paragraph."""
        return self.sentence.block

    @property
    def starts(self) -> tuple[int, ...]:
        """For each character of the mask the offset in the article where what it stands for begins."""
        if not self.offsets:
            for _, shown, begins, width in self.pieces:
                self.offsets.extend(range(begins, begins + width) if len(shown) == width else [begins] * len(shown))
        return tuple(self.offsets)

    def has(self, type_: str) -> bool:
        """True if the line mentions anything of this type."""
        return type_ in self.types

    def of_type(self, type_: str) -> tuple[Mention, ...]:
        """The line's mentions of one type, in order."""
        if type_ not in self.types:
            return ()
        return tuple(mention for mention, kind in zip(self.mentions, self.types, strict=True) if kind == type_)

    def original(self, start: int, end: int) -> Span:
        """The article's span for a stretch of the mask, without spaces at its ends."""
        while start < end and self.mask[start] == " ":
            start += 1
        while end > start and self.mask[end - 1] == " ":
            end -= 1
        if start >= end:
            return Span(self.span.start, self.span.end, self.span.text)
        left, right = self._offset(start), self._offset(end - 1, behind=True)
        return Span(left, right, self.span.text[left - self.span.start : right - self.span.start])

    def _offset(self, place: int, *, behind: bool = False) -> int:
        """Where in the article the character at a place of the mask begins (or ends)."""
        at, shown, begins, width = self.pieces[bisect_right(self.pieces, place, key=itemgetter(0)) - 1]
        if len(shown) == width:
            return begins + place - at + behind
        return begins + width if behind else begins

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
        if type_ not in self.types:
            return
        base = next((depth for place, _, depth in self.places if place >= start), 0) if not brackets else 0
        opened = self.mask.count("(", 0, start) - self.mask.count(")", 0, start) if base and not brackets else 0
        for place, index, depth in self.places:
            if start <= place < end and self.types[index] == type_ and (brackets or depth <= opened):
                yield self.mentions[index]


def make_line(index: int, sentence: Sentence, mentions: tuple[Mention, ...], referents: dict[str, Referent]) -> Line:
    """The line of a sentence; ``mentions`` are those that stand in it, in text order."""
    types = tuple(referents[mention.ref].type for mention in mentions)
    pieces = _mask_pieces(sentence.span, mentions, types)
    mask = "".join(piece for piece, _, _ in pieces)
    placed, at = [], 0
    for shown, begins, width in pieces:
        if shown:
            placed.append((at, shown, begins, width))
            at += len(shown)
    said, places = frozenset(_WORD.findall(mask.lower())), tuple(_places(mask))
    return Line(index, sentence, mentions, types, mask, places, tuple(placed), said, folded(mask))


def _places(mask: str) -> Iterator[tuple[int, int, int]]:
    depth = 0
    for found in _MARK.finditer(mask):
        if found[0] in "()":
            depth += 1 if found[0] == "(" else -1
        else:
            yield found.start(), ord(found[0]) & (SLOTS - 1), depth


_WORD = re.compile("[a-z]+")
_MARK = re.compile("[()\ue000-\uf7ff]")


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
            if (
                pieces
                and start == mentions[index - 1].span.start - span.start
                and end == mentions[index - 1].span.end - span.start
            ):
                shown, at, width = pieces[-1]
                tail = "'s" if shown.endswith("'s") else ""
                pieces[-1] = (shown.removesuffix("'s") + character + tail, at, width)
            continue
        done = _append(pieces, (text, span.start), done, (start, end, character, mention, types[index]))
    _plain(pieces, text, span.start, done, len(text))
    return pieces


def _append(
    pieces: list[tuple[str, int, int]], source: tuple[str, int], done: int, found: tuple[int, int, str, Mention, str]
) -> int:
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

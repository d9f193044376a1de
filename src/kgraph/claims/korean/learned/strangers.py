"""Names that no mention stands for but that may be some: quoted words as titles, and words of a name's shape as people.

Whether such a stranger is anything is for the models to say (:mod:`.natures`); rules never see one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from kgraph.claims.korean.reading import Reading
from kgraph.model import Mention, Mentions, Referent, Span
from kgraph.text.keys import make_ref, name_key
from kgraph.text.name_hangul import hangul_cuts, read_hangul, strip_name_particle

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTED = re.compile(r"‘([^‘’\n]{1,30})’|'([^'\n]{1,30})'|[<〈《「『]([^<>〈〉《》「」『』\n]{1,30})[>〉》」』]")
_WORD = re.compile(r"(?<![가-힣A-Za-z])[가-힣]{3,7}(?![A-Za-z])")
_SENTENCE = re.compile(r"[.?!,]$|(?:다|요|까|죠)$")
_KINDS = (("영화", "film"), ("드라마", "series"), ("예능", "variety"), ("웹툰", "webtoon"), ("소설", "novel"), ("연극", "play"))
_OPEN = frozenset(("NNP", "NF"))  # tags of what may be a name; other words of two syllables are what Kiwi says
_LIKELY = 0.0  # nats: weight of a name's syllables from which a word may be one


def with_strangers(reading: Reading) -> Reading:
    """The reading with strangers among its mentions; what the mentions stand for stays as it is."""
    article, mentions = reading.document.article, reading.mentions
    known = {name_key(name) for referent in mentions.referents for name in referent.names}
    spans = [(mention.span.start, mention.span.end) for mention in mentions.mentions]
    starts = [start for start, _ in spans]
    found: dict[str, Referent] = {}
    added: list[Mention] = []
    for span, type_, kind in _strangers(reading):
        at = bisect_right(starts, span.end - 1)
        key = name_key(span.text)
        if not key or key in known or any(end > span.start for _, end in spans[max(0, at - 3) : at]):
            continue
        ref = make_ref(article.id, type_, span.text) + "-s"
        found.setdefault(ref, Referent(ref, type_, (span.text,), kind))
        added.append(Mention(span, ref))
    if not added:
        return reading
    merged = sorted((*mentions.mentions, *added), key=lambda mention: (mention.span.start, mention.span.end))
    return Reading(reading.document, Mentions(tuple(merged), (*mentions.referents, *found.values())))


def _strangers(reading: Reading) -> Iterator[tuple[Span, str, str | None]]:
    for sentence in reading.document.sentences:
        if sentence.kind == "noise":
            continue
        text, start = sentence.span.text, sentence.span.start
        taken: list[tuple[int, int]] = []
        for match in _QUOTED.finditer(text):
            group = match.lastindex or 1
            taken.append(match.span())
            if not _SENTENCE.search(match[group]):
                kind = next((kind for word, kind in _KINDS if word in text[max(0, match.start() - 6) : match.start()]), None)
                yield _span(start, match, group), "Work", kind
        words = {token.start for token in sentence.tokens if token.tag not in _OPEN and token.end - token.start > 1}
        for match in _WORD.finditer(text):
            at = bisect_right(taken, (match.start(), len(text)))
            if start + match.start() in words or (at and taken[at - 1][1] > match.start()):
                continue
            noun, _ = strip_name_particle(match[0])
            weight = read_hangul(noun, hangul_cuts(noun)) if len(noun) in (3, 4) else None
            if weight is not None and weight[0] >= _LIKELY:
                yield Span(start + match.start(), start + match.start() + len(noun), noun), "Person", None


def _span(start: int, match: re.Match[str], group: int) -> Span:
    return Span(start + match.start(group), start + match.end(group), match[group])

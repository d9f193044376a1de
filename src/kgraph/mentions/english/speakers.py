"""First person inside a quotation: *I*, *my*, *we* belong to whoever speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kgraph.model import Mention, Span

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas
    from kgraph.mentions.english.referents import Cast
    from kgraph.text.quotes import Quote

_FIRST = re.compile(r"\b(?:I|me|my|myself|we|our|us|We|My|Our)\b(?!\.)")
_AFTER = re.compile(
    r"[\"”“’',. ]{0,4}(?:\w+ ){0,3}?(?:said|says|told|added|explained|recalled|wrote|remarked|shared|confessed|admitted|"
    r"revealed|adding)\b"
)
_SAYING = re.compile(
    r"\b(?:said|says|saying|added|adds|adding|explained|explains|told|tells|continued|confessed|revealed|shared|wrote|recalled|"
    r"replied|"
    r"answered|remarked|asked|stated|noted|admitted|commented|expressed|drew a line|joked|laughed)\b"
)
_SPEECH_REACH = 160  # characters before or after a quotation within which its speaker is named


def find_speakers(canvas: Canvas, cast: Cast, mentions: list[Mention], speech: list[Quote]) -> list[Mention]:
    """Mentions for the first persons of all quotations whose speaker is known."""
    people = [mention for mention in mentions if cast.drafts[mention.ref].type == "Person"]
    starts = [mention.span.start for mention in people]
    found: list[Mention] = []
    inner = sorted(quote for quote in speech if quote.depth > 0)
    previous: str | None = None
    for quote in sorted(quote for quote in speech if quote.depth == 0):
        speaker = _speaker(canvas, quote, people, starts) or previous
        previous = speaker
        if speaker:
            nested = inner[bisect_left(inner, quote.start, key=_start) : bisect_left(inner, quote.end, key=_start)]
            words = _FIRST.finditer(canvas.shadow, quote.inner_start, quote.inner_end)
            found.extend(
                Mention(Span(word.start(), word.end(), word[0]), speaker, "speaker")
                for word in words
                if not any(q.start <= word.start() < q.end for q in nested)
            )
    return found


def _start(quote: Quote) -> int:
    return quote.start


def _speaker(canvas: Canvas, quote: Quote, people: list[Mention], starts: list[int]) -> str | None:
    """The person named right behind the quotation with a verb of saying, else the last one named before it in its line."""
    line_end = canvas.text.find("\n", quote.end)
    line_end = len(canvas.text) if line_end < 0 else line_end
    behind = people[bisect_left(starts, quote.end) : bisect_right(starts, min(line_end, quote.end + _SPEECH_REACH))]
    if behind and _says(canvas.text[quote.end : behind[0].span.start], canvas.text[behind[0].span.end : behind[0].span.end + 40]):
        return behind[0].ref
    line_start = canvas.text.rfind("\n", 0, quote.start) + 1
    before = people[bisect_left(starts, max(line_start, quote.start - 2 * _SPEECH_REACH)) : bisect_left(starts, quote.start)]
    if before and _leads_in(canvas.text[before[-1].span.end : quote.start], canvas.text[before[0].span.end : quote.start]):
        return before[0].ref if len({m.ref for m in before}) > 1 and before[0].form in ("name", "part") else before[-1].ref
    return None


def _leads_in(near: str, far: str) -> bool:
    """True if the words between a person and a quotation hand over to it: a verb of saying in the same sentence, a colon, or
    nothing.
    """
    if re.search(r"[.!?][\"”’]? +[^ ]", far):
        return False
    return len(near.strip()) <= 1 or near.rstrip().endswith((":", ",")) or bool(_SAYING.search(far))


def _says(between: str, after: str) -> bool:
    if len(between) > 60 or "." in between.strip(' .,"”’“‘'):
        return False
    return bool(
        _AFTER.match(between)
        or re.match(r",? (?:\([^)]*\) )?(?:\w+ )?(?:said|says|told|added|explained|recalled|wrote|shared|revealed)\b", after)
    )

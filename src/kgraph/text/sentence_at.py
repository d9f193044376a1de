"""Which sentence a place of a document stands in, where only sentences of a certain look are asked for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kgraph.model import Sentence, Span


class SentenceAt:
    """The sentences of a document, credits and captions left out, in which a sign stands."""

    def __init__(self, sentences: Sequence[Sentence], sign: re.Pattern[str]) -> None:
        self._found = [one for one in sentences if one.kind != "noise" and sign.search(one.span.text)]
        self._starts = [one.span.start for one in self._found]
        self._shown: dict[tuple[int, re.Pattern[str]], bool] = {}

    def of(self, span: Span) -> Sentence | None:
        """The sentence that holds the span whole, if it is one of these."""
        place = bisect_right(self._starts, span.start) - 1
        return self._found[place] if place >= 0 and self._found[place].span.covers(span) else None

    def shows(self, sentence: Sentence, sign: re.Pattern[str]) -> bool:
        """Whether a sign stands in the sentence; it is looked for once, however many names stand there."""
        key = sentence.span.start, sign
        if key not in self._shown:
            self._shown[key] = sign.search(sentence.span.text) is not None
        return self._shown[key]

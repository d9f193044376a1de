"""A sentence of a Korean article as the rules read it: its phrases, its clauses, its quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.claims.korean.shape import Shape, draw
from kgraph.model import Sentence, Span, Token
from kgraph.text.awards_korean import AwardMention, find_awards
from kgraph.text.clauses_korean import describing_end, verb_endings
from kgraph.text.topics_korean import Spoken
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.phrases import Phrase

_QUOTE = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"")
_THROUGH = re.compile(r" 통(?:해|하여)")
_SINCE = re.compile(r" 이후(?= )|에 이어(?= )")
_WORK_OF = re.compile(r" (?:후속편|속편|후속작|후속|시즌|스핀오프|리메이크|프리퀄|원작|전작|외전)")
_WORK_NOUN = re.compile(
    r" (?:[가-힣]{1,5} )?(?:작품|드라마|영화|리메이크작|시리즈|이야기)(?:으로|로|이다|이며|인|이자|다|답게)(?![가-힣]{2})"
)


@cache
def _linking() -> tuple[frozenset[str], frozenset[str]]:
    words = load_words("korean/clauses.yaml")
    return frozenset(words["linking"]), frozenset(words["linking_before_comma"])


@dataclass(frozen=True)
class Line:
    """One sentence with its phrases in text order (aliases in brackets are part of the phrase they explain)."""

    number: int
    sentence: Sentence
    phrases: tuple[Phrase, ...]
    text: str

    @property
    def start(self) -> int:
        """Where the sentence begins in the article."""
        return self.sentence.span.start

    @property
    def end(self) -> int:
        """Where the sentence ends in the article."""
        return self.sentence.span.end

    @cached_property
    def people(self) -> tuple[Phrase, ...]:
        """Phrases of persons."""
        return tuple(phrase for phrase in self.phrases if phrase.type == "Person")

    @cached_property
    def outer_people(self) -> tuple[Phrase, ...]:
        """Phrases of persons that do not stand in the bracket of a work."""
        brackets = [phrase.bracket for phrase in self.works if phrase.bracket is not None]
        return tuple(phrase for phrase in self.people if not any(a <= phrase.start < b for a, b in brackets))

    @cached_property
    def works(self) -> tuple[Phrase, ...]:
        """Phrases of works."""
        return tuple(phrase for phrase in self.phrases if phrase.type == "Work")

    @cached_property
    def organizations(self) -> tuple[Phrase, ...]:
        """Phrases of organisations."""
        return tuple(phrase for phrase in self.phrases if phrase.type == "Organization")

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Where somebody's words are quoted, marks included."""
        return tuple((self.start + found.start(), self.start + found.end()) for found in _QUOTE.finditer(self.text))

    @cached_property
    def awards(self) -> tuple[AwardMention, ...]:
        """The prizes that the line names, and who gives them."""
        return find_awards(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's morphemes outside names and titles, whose words are not the sentence's grammar."""
        spans = [
            (phrase.mention.span.start, phrase.mention.span.end) for phrase in self.phrases if phrase.mention.form != "pronoun"
        ]
        kept, at = [], 0
        for token in self.sentence.tokens:
            while at < len(spans) and spans[at][1] <= token.start:
                at += 1
            if at == len(spans) or token.start < spans[at][0]:
                kept.append(token)
        return tuple(kept)

    @cached_property
    def token_starts(self) -> list[int]:
        """Where the sentence's morphemes begin, all of them."""
        return [token.start for token in self.sentence.tokens]

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        """Where clauses begin, the first at the line's start."""
        tokens = self.tokens
        linking, before_comma = _linking()
        cuts = [self.start]
        for token, follower in pairwise(tokens):
            linked = token.text in linking or (token.text in before_comma and follower.tag == "SP")
            if (token.tag == "EC" and linked and follower.tag != "VX") or (token.tag == "EF" and follower.tag in ("SF", "SE")):
                cuts.append(token.end)
        return tuple(cuts)

    @cached_property
    def shape(self) -> Shape:
        """The sentence with each phrase drawn as one letter."""
        return draw(self.text, self.start, self.phrases)

    @cached_property
    def endings(self) -> list[tuple[int, str]]:
        """Where verbs end, with the ending's tag (:func:`kgraph.text.clauses_korean.verb_endings`)."""
        return verb_endings(self.tokens)

    def is_background(self, phrase: Phrase) -> bool:
        """True for a phrase in brackets, or in a clause that describes somebody named right behind it: ‘X’를 연출한 이재규."""
        before = self.words(self.start, phrase.start)
        if before.count("(") > before.count(")"):
            return True
        if self.is_owner(phrase) or (self.quoted(phrase.start) and not self.text.startswith(("“", '"'))):
            return True
        through = _THROUGH.match(self.text, phrase.after - self.start)
        end = describing_end(self.endings, self.start + through.end() if through else phrase.after)
        if end is None or phrase.case in ("은", "이다"):
            return False
        if phrase.type == "Work" and _WORK_NOUN.match(self.text, end - self.start):
            return True
        return any(
            end <= other.start <= end + 14
            for other in self.phrases
            if other.type != "Work" and other.referent.ref != phrase.referent.ref
        )

    def is_owner(self, phrase: Phrase) -> bool:
        """True for a title that only says who somebody is or what follows it: ‘다모’의 이재규 감독, ‘꼬마 해적’의 속편."""
        if phrase.type != "Work" or phrase.case not in ("의", ""):
            return False
        if not phrase.case and _SINCE.match(self.text, phrase.end - self.start):
            return True
        if not phrase.case:
            return any(phrase.end < other.start <= phrase.end + 1 for other in self.people)
        if _WORK_OF.match(self.text, phrase.after - self.start):
            return True
        return any(phrase.after <= other.start <= phrase.after + 6 for other in self.people)

    @cached_property
    def people_spoken(self) -> list[Spoken]:
        """The people of the line as the talk turns on them."""
        return self.spoken(self.people)

    def spoken(self, phrases: tuple[Phrase, ...]) -> list[Spoken]:
        """Phrases as the talk turns on them."""
        found: list[Spoken] = []
        follower: tuple[Phrase, bool] | None = None
        for phrase in reversed(phrases):
            behind = self.is_background(phrase) or (
                follower is not None and follower[1] and not phrase.case and len(self.words(phrase.end, follower[0].start)) < 4
            )
            found.append(Spoken(phrase.referent.ref, phrase.case, behind))
            follower = (phrase, behind)
        return found[::-1]

    def clause(self, position: int) -> tuple[int, int]:
        """The clause around a place: start and end in the article, cut after linking endings (-고, -며, -지만, -는데...)."""
        at = max(1, bisect_right(self.cuts, position))
        return self.cuts[at - 1], self.cuts[at] if at < len(self.cuts) else self.end

    def words(self, start: int, end: int) -> str:
        """The article's words between two offsets of this line."""
        return self.text[start - self.start : max(start, end) - self.start]

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets of this line."""
        return Span(start, end, self.words(start, end))

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches in the line; their offsets count from the line's start (add ``line.start``)."""
        return pattern.finditer(self.text)

    def quoted(self, position: int) -> bool:
        """True if the place lies inside quoted words."""
        return any(start < position < end for start, end in self.quotes)

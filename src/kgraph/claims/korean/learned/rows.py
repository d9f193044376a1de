"""A line as the model reads it: one word for each phrase, and one for each morpheme outside the phrases.

``배우 김고은은 ‘파묘’에 출연했다`` -> ``P W 출연하 다``: role words, marks and the particle of a phrase are folded into it,
a noun and its 하/되 are one verb, and a particle has one spelling.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.morphemes import Word, read_words
from kgraph.claims.korean.learned.wording import Wording, classes
from kgraph.claims.korean.pairs import run_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

# Words that say of what kind the work is that a sentence is about.
SAYS = {
    "영화": "film",
    "드라마": "series",
    "시리즈": "series",
    "웹툰": "webtoon",
    "소설": "novel",
    "예능": "variety",
    "연극": "play",
    "뮤지컬": "play",
    "노래": "song",
    "곡": "song",
    "앨범": "album",
    "작품": "work",
}
LETTER = {"Person": "P", "Work": "W", "Organization": "O"}


@dataclass(frozen=True)
class Verb:
    """A verb of a row: its place, its word and the ending that closes it (``ETM``: it describes the noun behind it)."""

    at: int
    word: str
    ending: str

    @cached_property
    def told(self) -> list[str]:
        """What it says, with its ending and without."""
        name = classes().get(self.word)
        coarse = [f":{name} {self.ending}", f":{name}"] if name else []
        return [f":{self.word}", f":{self.word} {self.ending}", f" {self.ending}", *coarse]


@dataclass(frozen=True)
class Row:
    """A line as words with their offsets in the article (``places``).

    ``phrases`` stand in it as the words ``spots``; ``leads`` gives for each the last of those coordinated with it (A, B와 C가:
    C), whose particle is that of all.  ``depths`` counts brackets open at a word; ``classes`` is all that the words tell of,
    ``says`` the kinds of works that they speak of, ``counts`` how many phrases of each letter there are.
    """

    line: Line
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    phrases: tuple[Phrase, ...]
    spots: tuple[int, ...]
    leads: tuple[int, ...]
    verbs: tuple[Verb, ...]
    depths: tuple[int, ...]
    classes: tuple[str, ...]
    says: tuple[str, ...]
    counts: dict[str, int]

    @cached_property
    def wording(self) -> Wording:
        """The words with what they tell of."""
        return Wording(self.words)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """P, W or O of each phrase."""
        return tuple(LETTER[phrase.type] for phrase in self.phrases)

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The particle of each phrase, or of the list that it stands in."""
        return tuple(self.phrases[lead].case or "-" for lead in self.leads)

    @cached_property
    def beside(self) -> tuple[list[str], ...]:
        """The words right before and right behind each phrase, or the list that it stands in."""
        ends = zip(self.spots, self.leads, strict=True)
        return tuple(list(self.wording.beside(spot, self.spots[lead])) for spot, lead in ends)

    @cached_property
    def told(self) -> tuple[str, ...]:
        """What is told of the line as a whole, whatever it ties."""
        last = [self.verbs[-1].word] if self.verbs else []
        ends = [name for word in last for name in (word, classes().get(word)) if name]
        return (
            f"kind:{self.line.sentence.kind}",
            *(f"start:{word}" for word in self.words[:2]),
            *(f"line:{name}" for name in self.classes),
            *(f"end:{name}" for name in ends),
        )

    @cached_property
    def _verb_places(self) -> tuple[int, ...]:
        return tuple(verb.at for verb in self.verbs)

    def endings(self, start: int, end: int) -> list[str]:
        """The endings of the first three verbs between two places."""
        at = bisect_right(self._verb_places, start)
        return [verb.ending for verb in self.verbs[at : at + 3] if verb.at < end]

    def verb_from(self, spot: int) -> Verb | None:
        """The first verb behind a place."""
        at = bisect_right(self._verb_places, spot)
        return self.verbs[at] if at < len(self.verbs) else None


def row_of(line: Line) -> Row:
    """The line as a row."""
    phrases = tuple(_apart(line))
    words: list[Word] = []
    spots: list[int] = []
    for part in _parts(line, phrases):
        if isinstance(part, int):
            spots.append(len(words))
            span = phrases[part].mention.span
            words.append(Word(LETTER[phrases[part].type], span.start, span.end))
        else:
            words.append(part)
    kept = [number for number, word in enumerate(words) if word.text]
    index = {number: at for at, number in enumerate(kept)}
    shown = tuple(words[number].text for number in kept)
    return Row(
        line,
        shown,
        tuple((words[number].start, words[number].end) for number in kept),
        phrases,
        tuple(index[spot] for spot in spots),
        _leads(line, phrases),
        tuple(_verbs(words, index)),
        tuple(_depths(shown)),
        tuple(sorted({name for word in shown if (name := classes().get(word))})),
        tuple(sorted({SAYS[word] for word in shown if word in SAYS})),
        dict(Counter(LETTER[phrase.type] for phrase in phrases)),
    )


def _apart(line: Line) -> Iterator[Phrase]:
    """Phrases that do not lie inside the one before."""
    last = -1
    for phrase in line.phrases:
        if phrase.mention.span.start >= last:
            yield phrase
            last = phrase.mention.span.end


def _parts(line: Line, phrases: tuple[Phrase, ...]) -> Iterator[int | Word]:
    """Numbers of phrases, and the words between."""
    tokens, starts, at = line.sentence.tokens, line.token_starts, 0
    for number, phrase in enumerate(phrases):
        stop = bisect_left(starts, phrase.start, lo=at)
        yield from read_words(tokens[at:stop])
        yield number
        folded = phrase.after if phrase.bracket is None else phrase.bracket[0] - 1  # what stands in brackets is the line's own
        at = bisect_left(starts, folded, lo=stop)
    yield from read_words(tokens[at:])


def _verbs(words: list[Word], index: dict[int, int]) -> Iterator[Verb]:
    """The verbs, each with the first ending behind it that no other verb stands before."""
    open_: Verb | None = None
    for number, word in enumerate(words):
        if word.ending is None:
            continue
        if word.ending and open_ is not None:
            yield Verb(open_.at, open_.word, word.ending)
            open_ = None
        elif not word.ending:
            if open_ is not None:
                yield open_
            open_ = Verb(index[number], word.text, "")
    if open_ is not None:
        yield open_


def _depths(words: tuple[str, ...]) -> Iterator[int]:
    depth = 0
    for word in words:
        depth = max(0, depth + (word == "(") - (word == ")"))
        yield depth


def _leads(line: Line, phrases: tuple[Phrase, ...]) -> tuple[int, ...]:
    numbers = {id(phrase): number for number, phrase in enumerate(phrases)}
    leads = list(range(len(phrases)))
    done: set[int] = set()
    for number, phrase in enumerate(phrases):
        if number in done:
            continue
        members = [numbers[id(other)] for other in run_from(line, phrase) if id(other) in numbers]
        for member in members:
            leads[member] = max(members)
        done.update(members)
    return tuple(leads)

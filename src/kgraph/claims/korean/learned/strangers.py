"""Names that no mention stands for but that are likely some: a model weighs what may be one (:mod:`.guesses`) by its form and by
what stands around it.

Whether such a stranger has a part in anything is for the other models to say (:mod:`.natures`); rules never see one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from kgraph.claims.korean.learned.guess_features import Around, guess_features
from kgraph.claims.korean.learned.guesses import Covered, Guess, counted, guesses
from kgraph.claims.korean.learned.tally import Tally
from kgraph.claims.korean.reading import Reading
from kgraph.model import Mention, Mentions, Referent, Span
from kgraph.text.keys import make_ref, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.claims.korean.learned.linear import Linears

NAME = "name"  # the family of what may be a name
SURE = 2000  # what a mention weighs that needs no guess
_LEAST, _AGAIN = -250, -350  # hundredths of log odds from which something is a name: at its best place, at its others
_INSTEAD = 0  # ... and from which it is another thing than its mention says
_TYPES = {"P": "Person", "W": "Work", "O": "Organization"}
_BEFORE = 8  # signs before a name that say what kind of thing it is
_KINDS = {
    "W": (
        *(("영화", "film"), ("드라마", "series"), ("예능", "variety"), ("웹툰", "webtoon"), ("소설", "novel"), ("연극", "play")),
        *(("앨범", "album"), ("곡", "song"), ("뮤지컬", "play")),
    ),
    "O": (
        *(("그룹", "group"), ("밴드", "group"), ("듀오", "group"), ("인조", "group"), ("소속", "agency"), ("기획사", "agency")),
        *(("레이블", "agency"), ("매니지먼트", "agency"), ("제작", "studio"), ("영화사", "studio"), ("스튜디오", "studio")),
    ),
}


class _Weighed(NamedTuple):
    """A guess with the letter of what it is likeliest, and how likely."""

    weight: int
    guess: Guess
    letter: str


def with_strangers(reading: Reading, models: Linears) -> tuple[Reading, dict[str, int]]:
    """The reading with strangers among its mentions, and how likely each is a name, in hundredths of log odds.

    What mentions stand for stays as it is; one that lies inside a stranger is not among the reading's.
    """
    article, mentions = reading.document.article, reading.mentions
    found: dict[str, Referent] = {}
    added: list[Mention] = []
    sure: dict[str, int] = {}
    for weighed in _accepted(_weighed(reading, models)):
        guess, type_ = weighed.guess, _TYPES[weighed.letter]
        ref = make_ref(article.id, type_, guess.text) + "-s"
        kind = _kind(article.text[max(0, guess.start - _BEFORE) : guess.start], weighed.letter)
        found.setdefault(ref, Referent(ref, type_, (guess.text,), kind))
        sure[ref] = max(weighed.weight, sure.get(ref, weighed.weight))
        added.append(Mention(Span(guess.start, guess.end, guess.text), ref))
    if not added:
        return reading, sure
    ends = {mention.span.start: mention.span.end for mention in added}
    starts = sorted(ends)
    kept = (mention for mention in mentions.mentions if not _is_inside(mention, starts, ends))
    merged = sorted((*kept, *added), key=lambda mention: (mention.span.start, -mention.span.end))
    return Reading(reading.document, Mentions(tuple(merged), (*mentions.referents, *found.values())), reading), sure


def _is_inside(mention: Mention, starts: list[int], ends: dict[int, int]) -> bool:
    at = bisect_right(starts, mention.span.start) - 1
    return at >= 0 and mention.span.end <= ends[starts[at]]


def _kind(before: str, letter: str) -> str | None:
    return next((kind for word, kind in _KINDS.get(letter, ()) if word in before), "other" if letter == "O" else None)


def _weighed(reading: Reading, models: Linears) -> Iterator[_Weighed]:
    """All guesses with what they likeliest are."""
    model, covered = models.families[NAME], Covered(reading)
    rows = list(guesses(reading, covered, models.common))
    counts, tally = counted(rows), Tally(models.index)
    for sentence, row in rows:
        around = Around(reading, sentence, covered, counts)
        for guess in row:
            tally.add(NAME, [("", guess_features(around, guess))])
    found = [guess for _, row in rows for guess in row]
    totals = (tally.sums()[:, : len(model.classes)] + model.always).tolist() if found else []
    for guess, total in zip(found, totals, strict=True):
        best = max(range(len(total)), key=total.__getitem__)
        yield _Weighed(total[best], guess, model.classes[best])


def _accepted(weighed: Iterable[_Weighed]) -> Iterator[_Weighed]:
    """The likeliest first, none over another; a name is of one type in all its places."""
    ranked = sorted(weighed, key=lambda one: (-one.weight, one.guess.start, one.guess.end))
    first: dict[str, str] = {}
    for one in ranked:
        new = not one.guess.same or one.letter != one.guess.over
        if new and one.weight >= (_INSTEAD if one.guess.same else _LEAST):
            first.setdefault(name_key(one.guess.text), one.letter)
    taken: set[int] = set()
    for one in ranked:
        letter, places = first.get(name_key(one.guess.text)), range(one.guess.start, one.guess.end)
        known = one.guess.same and (one.letter != letter or one.letter == one.guess.over)
        if letter is not None and not known and one.weight >= _AGAIN and taken.isdisjoint(places):
            taken.update(places)
            yield one._replace(letter=letter)

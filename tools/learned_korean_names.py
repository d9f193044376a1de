"""What may be a name in annotated Korean articles, as samples, and the models that tell names from other words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from learned_lines import Sample, features_of, learn_linear

from kgraph.claims.korean.learned.guess_features import Around, guess_features
from kgraph.claims.korean.learned.guesses import Covered, counted, guesses
from kgraph.claims.korean.learned.linear import COMMON, Linear, Linears
from kgraph.claims.korean.learned.strangers import NAME
from kgraph.text.keys import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from learned_korean import Read

    from kgraph.claims.korean.learned.guesses import Guess

ARTICLES = 4  # a word of so many articles that names nobody in any is no name


def learn_names(articles: Sequence[Read]) -> Linears:
    """The model of names, and the words that it need not look at."""
    common = _common(articles)
    names = learn_linear([sample for article in articles for sample in _samples(article, common)])
    rows = {word: number for number, word in enumerate(sorted(common))}
    words = Linear((COMMON,), {"": rows}, np.ones((len(rows), 1), dtype=np.int64), np.zeros(1, dtype=np.int64))
    return Linears({NAME: names, COMMON: words})


def _common(articles: Sequence[Read]) -> frozenset[str]:
    where: dict[str, set[str]] = defaultdict(set)
    names: set[str] = set()
    for article in articles:
        for word in _words(article):
            where[word].add(article.id)
            if name_key(word) in article.names:
                names.add(word)
    return frozenset(word for word, ids in where.items() if len(ids) >= ARTICLES and word not in names)


_WORDS: dict[str, tuple[str, ...]] = {}


def _words(article: Read) -> tuple[str, ...]:
    """The single words of an article that may be names."""
    if article.id not in _WORDS:
        found = (guess for _, row in guesses(article.reading, Covered(article.reading), ()) for guess in row)
        _WORDS[article.id] = tuple({guess.text: None for guess in found if guess.words == 1 and not guess.marks})
    return _WORDS[article.id]


_SAMPLES: dict[tuple[str, Guess], Sample] = {}


def _samples(article: Read, common: frozenset[str]) -> Iterator[Sample]:
    """What may be a name in an article; the gold says what it names."""
    covered = Covered(article.reading)
    rows = list(guesses(article.reading, covered, common))
    counts = counted(rows)
    for sentence, row in rows:
        around = Around(article.reading, sentence, covered, counts)
        for guess in row:
            if (article.id, guess) not in _SAMPLES:
                letter = article.names.get(name_key(guess.text))
                found = features_of(("", word) for word in guess_features(around, guess))
                _SAMPLES[article.id, guess] = Sample(article.id, found, frozenset((letter,) if letter else ()))
            yield _SAMPLES[article.id, guess]

"""Where a work meets others whose titles are not spelled alike: by those who make it, and by what its title says in English."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kgraph.entities.naming import seasons, title_key
from kgraph.entities.translation import whole_keys, word_keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What opens the keys of blocks: people alone, a sound, people and a word, all the words of a title.
MADE, HEARD, WORD, WHOLE = "*", "~", "^", "&"
MAKERS = frozenset({"directed", "performed", "wrote"})
MOST_MAKERS = 4  # a work with more has no key by them: a list of songs, an omnibus
CAST = 4  # of a cast, the first few in the one order of all items
WORDS = 3  # of a title


def work_blocks(names: Sequence[str], context: Sequence[str]) -> Iterator[str]:
    """Keys of a work without the spelling of its title."""
    season = "".join(sorted(f" season:{number}" for number in seasons(map(title_key, names))))
    makers = [item for item in context if item.partition(":")[0] in MAKERS and "~" not in item]
    cast = [item for item in context if item.startswith("cast:") and "~" not in item][:CAST]
    if len(makers) <= MOST_MAKERS:
        yield from _made_alike(makers, cast, [item for item in context if item.startswith("year:")], season)
        yield from _worded(names, (*makers, *(item for item in context if item.startswith("produced:")), *cast), season)
    yield from sorted({f"{WHOLE} {key}" for name in names for key in whole_keys(name) if " " in key})


def _made_alike(makers: Sequence[str], cast: Sequence[str], years: Sequence[str], season: str) -> Iterator[str]:
    """A maker with a second one, the year, the season or two of the cast."""
    pairs = [" ".join(pair) for pair in combinations(cast, 2)]
    for place, maker in enumerate(makers):
        others = (*makers[place + 1 :], *years, *season.split(), *pairs)
        yield from (f"{MADE} {maker} {other}{season}" for other in others)


def _worded(names: Sequence[str], people: Sequence[str], season: str) -> Iterator[str]:
    """One who makes it or plays in it, with a word of the title."""
    words = sorted({word for name in names for word in word_keys(name)[: WORDS * 2]})
    persons = sorted({item.partition(":")[2] for item in people if "~" not in item})
    yield from (f"{WORD} {person} {word}{season}" for person in persons for word in words)

"""Korean morphemes with offsets on the original text: Kiwi, loaded once.

Segmentation is an opinion, not a truth: names that Kiwi does not know come out in pieces (이서진이 -> 이 + 서 + 어 + 지 + ㄴ),
so whoever looks
for names reads the text too.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kgraph.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kiwipiepy import Kiwi


_UNKNOWN_NOUN = 2  # the id that Kiwi 0.24 gives a common noun that its dictionary lacks


@cache
def load_kiwi() -> Kiwi:
    """The one Kiwi of this process, on one thread so that its answers do not depend on the machine."""
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)


def morphemes(lines: Iterable[tuple[int, str]]) -> Iterator[list[Token]]:
    """The morphemes of each line, given with its offset in the article, at their place in the article.

    A noun that Kiwi's dictionary lacks is tagged NF (a presumed noun, in the Sejong tags): in news such a word is often a name.

    >>> [token.text for token in next(morphemes([(0, "봤다.")]))]
    ['보', '었', '다', '.']
    """
    kiwi = load_kiwi()
    for offset, line in lines:
        yield [
            Token(
                offset + token.start,
                offset + token.end,
                token.form,
                "NF" if token.id == _UNKNOWN_NOUN else token.tag,
                token.lemma,
            )
            for token in kiwi.tokenize(line)
        ]

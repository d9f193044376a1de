"""The tokens of a question in SPARQL, as far as it must be told what is a word of the language and what a name or a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r'|<[^<>"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|[\w.-]*:[\w.%-]*|[A-Za-z]+|.',
    re.DOTALL,
)


def tokens(text: str) -> Iterator[str]:
    """The text cut into tokens: quoted texts, IRIs, comments, variables, names with a prefix, words, single characters."""
    return (match[0] for match in _TOKEN.finditer(text))


def is_word(token: str) -> bool:
    """True for a word of the language, such as ``SELECT``."""
    return _WORD.fullmatch(token) is not None


def words_of(text: str) -> list[str]:
    """The words of the language in capitals, in order.

    >>> words_of("select ?x { ?x kg:won ?y } # DROP ALL")
    ['SELECT']
    """
    return [token.upper() for token in tokens(text) if is_word(token)]

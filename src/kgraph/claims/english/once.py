"""What several families of rules ask of a line is read once an article."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from kgraph.claims.english.lines import Line
    from kgraph.claims.english.reading import Reading

_How = ParamSpec("_How")
_Found = TypeVar("_Found")


def once(read: Callable[Concatenate[Reading, Line, _How], _Found]) -> Callable[Concatenate[Reading, Line, _How], _Found]:
    """Keeps what is read of a line, for as long as the article is read; it must be something that nobody changes."""

    @wraps(read)
    def remembered(reading: Reading, line: Line, /, *args: _How.args, **how: _How.kwargs) -> _Found:
        key = read, line.index, *args, *how.items()
        if key not in reading.told:
            reading.told[key] = read(reading, line, *args, **how)
        return reading.told[key]  # type: ignore[return-value]

    return remembered

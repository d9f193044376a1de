"""Quotation marks of every kind, also where the wrong one was typed."""

from __future__ import annotations

import pytest

from kgraph.text.quotes import find_quotes


def _inner(text: str) -> list[str]:
    return [text[quote.inner_start : quote.inner_end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Tin Moon” opens", ["Tin Moon"]),
        ("“Tin Moon“ opens", ["Tin Moon"]),
        ("‘Tin Moon‘, they say", ["Tin Moon"]),
        ("'Tin Moon' isn't new", ["Tin Moon"]),
        ("the star's “Queen's House,” too", ["Queen's House,"]),
        ("“It is “Tin Moon” again“.", ["It is “Tin Moon” again", "Tin Moon"]),
        ("“I said, ‘go’, and left”", ["I said, ‘go’, and left", "go"]),
        ("《Tin Moon》 and 「Salt」", ["Tin Moon", "Salt"]),
        ("the '90s and Critics’ Week", []),
        ('"Tin Moon" and "Salt"', ["Tin Moon", "Salt"]),
    ],
)
def test_quotes(text: str, expected: list[str]) -> None:
    assert _inner(text) == expected


def test_a_quotation_that_goes_on_is_open() -> None:
    (quote,) = find_quotes("“I will come back to this")
    assert not quote.closed


def test_marks_alone_cost_little() -> None:
    assert len(find_quotes("“" * 50_000)) < 10

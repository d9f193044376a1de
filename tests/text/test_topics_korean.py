from __future__ import annotations

import pytest

from kgraph.text.topics_korean import Spoken, prominent_of, topic_of

A, B = "a", "b"
TOPICS = [
    ([[Spoken(A, "은")]], A),
    ([[Spoken(B, "이")], [Spoken(A, "은")]], A),  # a topic outlives the next sentence's subject
    ([[Spoken(B, "은")], [Spoken(A, "은")]], B),
    ([[Spoken(A, "이"), Spoken(B, "이")], [Spoken(A, "이다")]], A),  # two subjects: neither is meant
    ([[Spoken(A, "은", background=True), Spoken(B, "을")]], B),
    ([[]], None),
]


@pytest.mark.parametrize(("rows", "meant"), TOPICS)
def test_topic_of(rows: list[list[Spoken]], meant: str | None) -> None:
    assert topic_of(rows) == meant


def test_a_list_leaves_nothing_prominent() -> None:
    assert prominent_of([Spoken(A, ""), Spoken(B, "를")]) is None
    assert prominent_of([Spoken(A, ""), Spoken(B, "가", background=True)]) == A

"""Pieces of names: looking for one piece of a part misses no name that holds the part."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.text.grams import grams, heads, inner_grams, is_head

KEYS = st.text(alphabet="abcüz이재규ㅇㅈ李1", min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(KEYS, st.data())
def test_pieces_of_a_part_are_pieces_of_the_whole(key: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(key) - 1))
    part = key[start : data.draw(st.integers(start + 1, len(key)))]
    assert set(inner_grams(part)) <= set(grams(key))
    if start == 0:
        assert set(heads(part)) <= set(grams(key))


def test_short_parts_are_looked_for_at_the_beginning() -> None:
    assert [is_head(part) for part in ("이", "ㅇ", "l", "le", "이재", "lee")] == [True, True, True, True, False, False]
    assert grams("") == ()
    assert grams("이a") == ("^이", "이a")

from hypothesis import given
from hypothesis import strategies as st

from kgraph.store.line_sort import sorted_blocks, sorted_lines

TEXTS = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))
LINES = st.lists(TEXTS.map(lambda text: f"{text}\n".encode()), max_size=40)


@given(LINES, st.integers(1, 50))
def test_lines_are_sorted_whatever_fits_at_once(lines: list[bytes], chunk: int) -> None:
    assert list(sorted_lines(lines, chunk)) == sorted(lines)
    assert [line.decode() for line in sorted_lines(lines)] == sorted(line.decode() for line in lines)


@given(st.lists(LINES, max_size=9), st.integers(1, 50))
def test_blocks_are_sorted_whatever_their_sizes(blocks: list[list[bytes]], chunk: int) -> None:
    lines = [line for block in blocks for line in block]
    assert [line for block in sorted_blocks(iter(blocks), chunk) for line in block] == sorted(lines)

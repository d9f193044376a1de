from hypothesis import given
from hypothesis import strategies as st

from kgraph.store.line_sort import sorted_lines

LINES = st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])).map("{}\n".format), max_size=40)


@given(LINES, st.integers(1, 50))
def test_lines_are_sorted_whatever_fits_at_once(lines: list[str], chunk: int) -> None:
    assert list(sorted_lines(lines, chunk)) == sorted(lines)

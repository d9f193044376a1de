"""What a text is about, line by line; flattened tables; long word lists."""

from __future__ import annotations

import re

from kgraph.text.sheets import cells_of, columns_of
from kgraph.text.topics import Named, TopicLine, follow_topics, main_topic
from kgraph.text.word_lists import either, first_words


def _line(block: int, *named: str, heading: bool = False) -> TopicLine:
    """``w`` leads its line, ``(w)`` stands aside, ``.w`` stands in the middle."""
    return TopicLine(block, heading, tuple(Named(n.strip("(.)"), n.startswith("("), not n.startswith((".", "("))) for n in named))


def test_a_heading_rules_its_section() -> None:
    lines = [_line(0), _line(1, "a", heading=True), _line(1, ".b"), _line(1), _line(2, "c", heading=True), _line(2), _line(2)]
    assert follow_topics(lines)[3:] == ["a", "a", "c", "c"]


def test_a_paragraph_goes_on_about_what_its_first_line_names() -> None:
    assert follow_topics([_line(0), _line(1, "a"), _line(1, ".b"), _line(1), _line(1, "c"), _line(1)])[2:] == ["a", "a", "a", "c"]


def test_what_stands_aside_never_leads() -> None:
    assert follow_topics([_line(0, ".t"), _line(1, "(b)"), _line(1), _line(2)])[2] == "t"


def test_nothing_is_guessed_after_a_paragraph_of_several() -> None:
    assert follow_topics([_line(0), _line(1, "a"), _line(1, "b"), _line(2)])[3] is None


def test_the_title_names_the_main_subject() -> None:
    assert main_topic([_line(0, ".a"), _line(1, "b"), _line(2, "a"), _line(3, "b"), _line(3, "b")]) == "a"
    assert main_topic([_line(0)]) is None


def test_table_columns() -> None:
    assert columns_of("Title | Channel | Starring") == ("title", "channel", "cast")
    assert columns_of("Sun | Moon") is None
    row = "Tin Moon |  HBS"
    assert [row[start:end] for start, end in cells_of(row)] == ["Tin Moon", "HBS"]


def test_word_lists_match_the_longest_word() -> None:
    pattern = re.compile(either(["lead", "leads in", "leads", "star's"]))
    assert [match[0] for match in pattern.finditer("leads  in, leads, lead, star’s")] == ["leads  in", "leads", "lead", "star’s"]
    assert first_words(["Co-wrote the script", "leads in"]) == {"co", "leads"}

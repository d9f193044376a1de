"""Sentences of English articles and what is no part of the story."""

from __future__ import annotations

import pytest

from kgraph.documents.english import split_sentences


def _texts(text: str, kind: str | None = None) -> list[str]:
    return [sentence.span.text for sentence in split_sentences(text) if kind is None or sentence.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It aired on Sept. 3. Mr. Kim directs.", ["It aired on Sept. 3.", "Mr. Kim directs."]),
        ("“D.P. 2” drops today. It is short.", ["“D.P. 2” drops today.", "It is short."]),
        ("He is known as T.O.P. The rapper left.", ["He is known as T.O.P.", "The rapper left."]),
        ("A third week at No. 1 is far off.", ["A third week at No. 1 is far off."]),
        ('She was in "Hi Bye, Mama!" (하이바이, 마마!) then.', ['She was in "Hi Bye, Mama!" (하이바이, 마마!) then.']),
        ("It ended. tvN is sad.", ["It ended.", "tvN is sad."]),
        ("“I ran.” “You?” she said.", ["“I ran.”", "“You?” she said."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _texts(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By Hong Gil-dong | June 30, 2023, 11:20 a.m.",
        "Published : July 5, 2022 - 17:41    Updated : July 5, 2022 - 17:50",
        "Input 2022.06.22 09:14   Correction 2022.06.22 09:20",
        "© All rights reserved. No redistribution.",
        "Ma Rin (left) and Bo Ra-im at a hall in Seoul (Press pool)",
        "Share this: Facebook  Twitter",
        "Tags: ma rin, tin moon",
        "Reporter Hong Gil-dong  hong@example.com",
        "#TinMoon #KDrama",
        "SHARE | TWEET | PIN",
    ],
)
def test_furniture_is_noise(line: str) -> None:
    assert _texts(f"Ma Rin returns\n\n{line}\n\nShe is back.", "noise") == [line]


def test_comments_end_the_story() -> None:
    text = "Ma Rin returns\n\nShe is back.\n\nLeave a Reply\nYour name\n\nfan_07: she directed everything"
    assert _texts(text, "text") == ["She is back."]


def test_a_list_of_other_articles_ends_at_the_blank_line() -> None:
    text = "Ma Rin returns\n\nShe is back.\n\nMost read\n1. First snow\n2. Fares\n\nShe smiles again today."
    assert _texts(text, "noise") == ["Most read", "1. First snow", "2. Fares"]
    assert "She smiles again today." in _texts(text, "text")


def test_kinds_and_blocks() -> None:
    found = split_sentences("Ma Rin returns\n\n1. Tin Moon (HBS)\nIt is new. It is short.\n\n2. Salt")
    assert [(s.kind, s.block) for s in found] == [("headline", 0), ("item", 1), ("text", 1), ("text", 1), ("item", 2)]


def test_offsets_are_the_article_s() -> None:
    text = "A 제목\n\n  It is new.  It is short.\n"
    assert all(text[s.span.start : s.span.end] == s.span.text for s in split_sentences(text))

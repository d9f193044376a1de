"""Who is meant: surnames, given names, roles, pronouns, pairs, first persons in quotations."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.claims import extract
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article
from spent import times_as_long


def _meant(text: str, words: str) -> list[str]:
    """The names of what the first mention with these words stands for."""
    mentions = find(read(Article("a", text, "en", published="2023-05-01")))
    names = {referent.ref: referent.name for referent in mentions.referents}
    places = [m.span.start for m in mentions.mentions if m.span.text == words]
    return sorted(names[m.ref] for m in mentions.mentions if places and m.span.start == places[0])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Actor Cho Wan-jin is back. Cho smiled.", "Cho", ["Cho Wan-jin"]),
        ("Actor Cho Wan-jin is back. Wan-jin smiled.", "Wan-jin", ["Cho Wan-jin"]),
        ("Actress Bae Nu-ri met director Cho Wan-jin. The director smiled.", "The director", ["Cho Wan-jin"]),
        ("Actress Bae Nu-ri met director Cho Wan-jin. The actress smiled.", "The actress", ["Bae Nu-ri"]),
        ("Bae Nu-ri is back. She smiled.", "She", ["Bae Nu-ri"]),
        ("“Tin Lantern” is written by Bae Nu-ri. It ended.", "It", ["Tin Lantern"]),
        ("The film “Tin Lantern” follows the novel “Rye.” The film is long.", "The film", ["Tin Lantern"]),
        ("Bae Nu-ri and Cho Wan-jin met. The two smiled.", "The two", []),
        ("Bae Nu-ri and Cho Wan-jin met. The two are back.", "The two", ["Bae Nu-ri", "Cho Wan-jin"]),
        ("Cho Wan-jin said, “I was afraid.”", "I", ["Cho Wan-jin"]),
        ("“I was afraid,” said Cho Wan-jin.", "I", ["Cho Wan-jin"]),
        ("tvN changes that. Its series “Tin Lantern” opens.", "Its", ["tvN"]),
    ],
)
def test_who_is_meant(text: str, words: str, expected: list[str]) -> None:
    assert _meant(text, words) == expected


_WORDS = st.sampled_from(
    [
        "Bae Nu-ri",
        "Cho Wan-jin",
        "“Tin Lantern”",
        "‘Rye,’",
        "directed",
        "stars",
        "by",
        "and",
        "(2019)",
        "as",
        "she",
        "the drama",
        "tvN's",
        "in talks",
        "\n",
        ".",
        "“",
        "(",
        "1.",
        "written and directed by",
        "plays",
        "배누리",
        "who",
        "her",
        "Director:",
        "\ue000",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_WORDS, max_size=40))
def test_whatever_is_read_stands_in_the_text(words: list[str]) -> None:
    article = Article("a", " ".join(words), "en", published="2023-05-01")
    document = read(article)
    mentions = find(document)
    for mention in mentions.mentions:
        assert article.text[mention.span.start : mention.span.end] == mention.span.text
    claims = extract(document, mentions)
    for claim in claims:
        for span in (claim.evidence, claim.trigger):
            assert article.text[span.start : span.end] == span.text
    assert claims == extract(read(article), find(read(article)))


def test_time_grows_with_the_text_and_not_faster() -> None:
    text = (
        "Actor Cho Wan-jin (“Rye”) stars in “Tin Lantern,” a drama written by Bae Nu-ri. She said, “I like it.” The drama "
        "airs on tvN.\n\n"
    )

    def work(times: int) -> None:
        document = read(Article("a", text * times, "en"))
        extract(document, find(document))

    work(20)
    assert times_as_long(lambda times: partial(work, times), 200, 800, floor=0.05, most=12) < 12

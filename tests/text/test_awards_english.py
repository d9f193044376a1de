"""What prizes are called in English."""

from __future__ import annotations

import pytest

from kgraph.text.awards_english import award_name, find_awards, implied_predicate, is_ceremony, strip_ordinal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("won Best Film at the 57th Baeksang Arts Awards", [("category", "Best Film"), ("ceremony", "Baeksang Arts Awards")]),
        ("At the 2021 KBS Drama Awards he took the Daesang", [("ceremony", "KBS Drama Awards"), ("category", "Daesang")]),
        ("the Palme d’Or of the Cannes Film Festival", [("category", "Palme d’Or"), ("ceremony", "Cannes Film Festival")]),
        ("received Best Picture of the Academy Awards", [("category", "Best Picture"), ("ceremony", "Academy Awards")]),
        (
            "the Grand Prize (Daesang) and the Best Couple Award",
            [("category", "Grand Prize (Daesang)"), ("category", "Best Couple")],
        ),
        ("an Emmy for outstanding directing for a drama series", [("ceremony", "Emmy"), ("category", "outstanding directing")]),
        ("they are best friends and the best known actors", []),
    ],
)
def test_ceremonies_and_categories(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(phrase.kind, phrase.name) for phrase in find_awards(text)] == expected


def test_the_ordinal_goes_and_the_name_stays() -> None:
    assert strip_ordinal("the 57th Baeksang Arts Awards") == "Baeksang Arts Awards"
    assert award_name("the 57th Baeksang Arts Awards", "Best Film") == "Baeksang Arts Awards Best Film"
    assert award_name(None, None) is None


@pytest.mark.parametrize(
    ("category", "predicate"),
    [
        ("Best Supporting Actress", "acted_in"),
        ("Best New Director", "directed"),
        ("Best Screenplay", "wrote"),
        ("Best Original Score", "composed_for"),
        ("Best Film", None),
    ],
)
def test_what_a_prize_says_of_its_work(category: str, predicate: str | None) -> None:
    assert implied_predicate(category) == predicate


def test_a_ceremony_is_told_from_a_category() -> None:
    assert is_ceremony("Blue Dragon Film Awards")
    assert not is_ceremony("Best Film Award")
    assert not is_ceremony("Studio Dragon")

"""Claims against gold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from kgraph.errors import InputError
from kgraph.evaluate import rule_rows, score
from kgraph.model import Claim, Qualifiers, Referent, Span

if TYPE_CHECKING:
    from pathlib import Path

GOLD = {
    "id": "a1",
    "lang": "en",
    "entities": [
        {"id": "p1", "type": "Person", "names": ["Ma Rin", "Ma"]},
        {"id": "p2", "type": "Person", "names": ["Go Un"]},
        {"id": "w1", "type": "Work", "kind": "film", "names": ["Tin Moon"]},
    ],
    "facts": [
        {"s": "p1", "p": "directed", "o": "w1", "hard": False},
        {"s": "p1", "p": "married_to", "o": "p2", "status": "planned", "hard": True},
        {"s": "w1", "p": "released_on", "date": "2021-09-17", "hard": False},
        {"s": "w1", "p": "ranked", "rank": 1, "chart": "Rankboard", "region": "world", "date": None, "hard": True},
        {"s": "w1", "p": "rated", "percent": 24.93, "episode": 3, "hard": False},
        {"s": "w1", "p": "won", "award": "Pine Film Awards Best Film", "hard": False},
        {"s": "p2", "p": "acted_in", "o": "w1", "optional": True, "hard": False},
    ],
}

RIN = Referent("a1#p-rin", "Person", ("Ma Rin",))
UN = Referent("a1#p-un", "Person", ("Go-Un",))
MOON = Referent("a1#w-moon", "Work", ("TIN MOON",), "film")
SPAN = Span(0, 3, "Ma ")


def claim(predicate: str, subject: Referent, object_: Referent | None = None, confidence: float = 0.9, **told: object) -> Claim:
    return Claim("a1", predicate, subject, object_, SPAN, SPAN, "test.rule", confidence, Qualifiers(**told))  # type: ignore[arg-type]


RIGHT = [
    claim("directed", RIN, MOON),
    claim("married_to", UN, RIN, status="planned"),  # symmetric: either way round
    claim("released_on", MOON, date="2021-09"),  # coarser: core, but not strict
    claim("ranked", MOON, rank=1, chart="Rankboard's daily chart", region="world"),
    claim("rated", MOON, percent=24.9, episode=3),
    claim("won", MOON, award="Pine Film Awards Best Film Prize"),
    claim("acted_in", UN, MOON),
]
WRONG = [
    claim("directed", UN, MOON, 0.6),
    claim("married_to", RIN, UN, 0.8),  # without its status
    claim("released_on", MOON, None, 0.8, date="2022"),
    claim("ranked", MOON, None, 0.8, rank=2),
    claim("rated", MOON, None, 0.8, percent=25.9),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "a1.json").write_text(json.dumps(GOLD), "utf-8")
    return tmp_path


def total(folder: Path, claims: list[Claim]) -> dict[str, object]:
    return score(folder, claims).rows()[-1]


def test_right_claims_are_hits_and_optional_facts_count_neither_way(gold: Path) -> None:
    row = total(gold, RIGHT)
    assert (row["gold"], row["hit"], row["wrong"]) == (6, 6, 0)
    assert row["hard_recall"] == 1.0
    assert row["strict_share"] == round(5 / 6, 3)
    assert total(gold, RIGHT[:-1])["recall"] == 1.0


def test_wrong_claims_are_counted_with_their_rules(gold: Path) -> None:
    outcome = score(gold, WRONG)
    assert outcome.rows()[-1]["wrong"] == len(WRONG)
    assert outcome.rows()[-1]["hit"] == 0
    assert {row["predicate"] for row in rule_rows(outcome)} == {one.predicate for one in WRONG}
    assert len(outcome.missed) == 6


def test_a_fact_said_twice_is_one_hit_and_no_error(gold: Path) -> None:
    row = total(gold, [RIGHT[0], RIGHT[0]])
    assert (row["hit"], row["wrong"]) == (1, 0)


def test_reliability_tells_what_confidence_is_worth(gold: Path) -> None:
    rows = {row["from"]: row for row in score(gold, RIGHT + WRONG).reliability_rows()}
    assert rows[0.9]["right"] == 1.0
    assert rows[0.8]["right"] == 0.0
    assert sum(row["claims"] for row in rows.values()) == len(RIGHT + WRONG)


def test_a_rank_of_a_person_is_ignored(gold: Path) -> None:
    assert total(gold, [claim("ranked", RIN, rank=1)])["wrong"] == 0


def test_other_articles_count_neither_way(gold: Path) -> None:
    stranger = Claim("other", "directed", RIN, MOON, SPAN, SPAN, "test.rule", 0.9)
    assert total(gold, [stranger])["wrong"] == 0


def test_no_gold_and_broken_gold_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected articles with gold"):
        score(tmp_path, [])
    (tmp_path / "x.json").write_text('{"id": "x"}', "utf-8")
    with pytest.raises(InputError, match="expected gold"):
        score(tmp_path, [])

"""Names that no rule decides: what is left open, what is seen of it, what the model believes."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.mentions.english.canvas import Canvas, make_canvas
from kgraph.mentions.english.contested import find_contested, find_painted
from kgraph.mentions.english.learned import MODEL, NameModel, find_learned, load_model
from kgraph.mentions.english.surroundings import look_around, see
from kgraph.mentions.english.tagger import paint_by_rules
from kgraph.mentions.english.tokens import tokens_of
from kgraph.mentions.english.unsettled import find_unsettled
from kgraph.model import Article
from spent import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable


def _canvas(text: str) -> Canvas:
    canvas = make_canvas(read(Article("a", text, "en", published="2023-05-01")))
    paint_by_rules(canvas)
    return canvas


def _open(text: str) -> list[str]:
    canvas = _canvas(text)
    return [candidate.name for candidate in find_unsettled(canvas, tokens_of(canvas))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a matter of Quiet Lanterns for us.", ["Quiet Lanterns"]),
        ("It is a matter of Lanterns in Velmora for us.", ["Lanterns", "Lanterns in Velmora", "Velmora"]),
        ("It is a matter for Busan-based Velmora now.", ["Velmora"]),
        ("They spoke for Mrs. Velmora's Lanterns then.", ["Velmora", "Velmora's Lanterns", "Lanterns"]),
        ("Nobody knew. He'll know.", []),
        ("It was a cold day, and all were glad.", []),
    ],
)
def test_what_is_left_open(text: str, expected: list[str]) -> None:
    assert [name for name in _open(text) if name in expected] == expected
    assert bool(_open(text)) == bool(expected)


@pytest.mark.parametrize(
    ("text", "painted", "expected"),
    [
        ("She led the film Saturday Choir 2: Encore there.", "Saturday Choir 2: Encore", "Saturday Choir 2"),
        ("It was by Night Bae Nu-ri Boys then.", "Bae Nu-ri", "Night Bae Nu-ri Boys"),
        ("He was in the agency Lantern & Sons of Busan.", "Lantern", "Lantern & Sons"),
    ],
)
def test_what_disputes_the_rules(text: str, painted: str, expected: str) -> None:
    canvas = _canvas(text)
    tokens = tokens_of(canvas)
    names = {candidate.name: candidate for candidate in find_contested(canvas, tokens)}
    assert painted in find_painted(canvas, tokens)
    assert painted not in names
    place = names[expected].places[0]
    assert canvas.text[place.start : place.stop] == expected
    assert " ".join(place.words[place.first : place.end]).replace(" :", ":") == expected


def test_people_side_by_side_are_no_name() -> None:
    canvas = _canvas("Bae Nu-ri and Cho Wan-jin met there.")
    assert find_contested(canvas, tokens_of(canvas)) == []


def test_what_is_taken_off_stands_open_again() -> None:
    canvas = _canvas("Bae Nu-ri met Cho Wan-jin there.")
    first, second = sorted(canvas.spots)
    canvas.remove({first})
    assert canvas.spots == [second]
    assert canvas.refresh().startswith("Bae Nu-ri met \ue000")
    assert canvas.covering(first.start) is None
    assert canvas.add(first)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        (
            "He is known for the tvN drama Two Wolves and a Goat.",
            "Two Wolves and a Goat",
            "Work",
        ),
        ("She was in The Secret Life of Mrs. Oh, a KBS drama.", "The Secret Life of Mrs. Oh", "Work"),
    ],
)
def test_names_that_the_rules_cut_are_made_whole(text: str, name: str, type_: str) -> None:
    found = find(read(Article("a", text, "en", published="2023-05-01")))
    assert (name, type_) in {(referent.name, referent.type) for referent in found.referents}


def test_time_grows_with_the_text() -> None:
    piece = "Night Bae Nu-ri of Lantern & Sons, the Salt Road and Mr. Moon: Two. " * 40

    def reading(times: int) -> Callable[[], object]:
        return partial(find_learned, _canvas(piece * times))

    assert times_as_long(reading, 2, 8, floor=0.02, most=8) < 8


def test_what_the_rules_paint_is_not_open() -> None:
    assert "Bae Nu-ri" not in _open("Bae Nu-ri met Velmora there.")


def test_a_name_is_seen_at_all_its_places() -> None:
    canvas = _canvas("We went by Velmora then. They all saw Velmora, of old.")
    tokens = tokens_of(canvas)
    (candidate,) = [found for found in find_unsettled(canvas, tokens) if found.name == "Velmora"]
    seen = see(candidate, look_around(canvas, tokens), frozenset())
    assert len(candidate.places) == 2
    assert {"times=2", "p=by", "p=saw", "n=,"} <= seen


def test_the_model_believes_the_surest_type_or_none() -> None:
    model = NameModel(("Person", "Work"), (100, 50), (0, 0), {"p=by": [120, 0], "n=(": [0, 60]}, frozenset())
    assert model.decide(["p=by"]) == (20, "Person")
    assert model.decide(["n=("]) == (10, "Work")
    assert model.decide(["p=by", "n=("]) == (20, "Person")
    assert model.decide(["p=of"]) is None


def test_the_model_that_ships_is_whole_numbers_and_small() -> None:
    model = load_model()
    assert set(model.types) == {"Person", "Work", "Organization"}
    assert all(isinstance(weight, int) for row in model.weights.values() for weight in row)
    assert all(len(row) == len(model.types) == len(model.prior) == len(model.believed) for row in model.weights.values())
    assert MODEL.stat().st_size < 1_000_000
    assert list(json.loads(MODEL.read_text("utf-8"))["weights"]) == sorted(model.weights)


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Bae Nu-ri, Cho Wan-jin, Ostrava Quill and Kim Sol-a star in the drama “Low Tide.”", "Ostrava Quill", "Person"),
        ("1. Low\n\n*The Ferry Clock*, from tvN, is old.", "The Ferry Clock", "Work"),
    ],
)
def test_open_names_become_mentions(text: str, name: str, type_: str) -> None:
    found = find(read(Article("a", text, "en", published="2023-05-01")))
    assert (name, type_) in {(referent.name, referent.type) for referent in found.referents}


def test_the_same_text_is_always_decided_alike() -> None:
    text = "Velmora and Bae Nu-ri will join Tall Lantern Films. The film Ondrake opens, with Velmora in it."
    assert find_learned(_canvas(text)) == find_learned(_canvas(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Films\n\n2018 Ferris\n2019 Low Tide: her first lead\n2021 The Kettle\n", ["Ferris", "Low Tide", "The Kettle"]),
        ("2018 Ferris opened the door and went away.", []),
        ("Top ten\n\n1 / Ferris / Korea\n2 / Low Tide / US\n3 / The Kettle / Korea\n", ["Ferris", "Low Tide", "The Kettle"]),
        ("Sat 19:00\nA COLD KETTLE (Bae Nu-ri, 1996)\n", ["A COLD KETTLE"]),
        ("- Low Kettle. Dir: Bae Nu-ri. A comedy.", ["Low Kettle"]),
        ("Then there is **The Salt Year.** It was long.", ["The Salt Year"]),
        ("This is *not* what **we** wanted.", []),
    ],
)
def test_titles_by_the_shape_of_their_line(text: str, expected: list[str]) -> None:
    canvas = _canvas(text)
    assert sorted(canvas.name(spot) for spot in canvas.spots if spot.type == "Work") == expected


def test_hangul_in_brackets_makes_no_person_of_a_title() -> None:
    found = find(read(Article("a", "Ashen Peak (백두산) opened on Thursday.", "en", published="2023-05-01")))
    assert all(referent.type != "Person" for referent in found.referents)

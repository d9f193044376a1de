"""The model over pairs: how it sees a line, which pairs it looks at, what it makes of them."""

from __future__ import annotations

import pytest

from kgraph.claims.english.pairs import load, sightings
from kgraph.claims.english.pairs.around import look_around
from kgraph.claims.english.pairs.candidates import pairs
from kgraph.claims.english.pairs.features import Features, ends, parts, scene, split
from kgraph.claims.english.pairs.model import Known
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.pairs.ties import TARGETS, meaning
from kgraph.model import Article
from kgraph.pipeline import read_article
from marked import read_marked

OPENED = "“{W:Tin Moon}” came to the big screen last week."


def setting(text):
    return Setting(read_marked(text))


def line(text):
    return setting(text).lines[-1]


def found(text):
    seen = setting(text)
    return list(pairs(seen, seen.lines[-1]))


def test_a_list_is_one_word_of_the_outline():
    seen = line("{P:Ma Rin}, actor {P:Bo Ra-im} and {P:Ko Un} helmed “{W:Tin Moon}.”")
    assert [seen.ref(at) for at in seen.members(0)] == [seen.ref(at) for at in seen.lists[0]]
    assert len(seen.lists[0]) == 3
    assert seen.outline(0, len(seen.words)) == ["PP", "DIRECT", "W", "."]


def test_a_bracket_belongs_to_the_name_before_it():
    seen = line("{P:Ma Rin} (“{W:Low Tide}”) joins “{W:Tin Moon}.”")
    inside = seen.words.index("W")
    assert seen.owner[inside] == 0
    assert seen.outline(0, len(seen.words)) == ["P", "JOIN", "W", "."]


def test_of_a_long_list_only_the_first_pairs_are_looked_at():
    names = " ".join(f"{{P:Ma R{chr(97 + at % 26)}{chr(97 + at // 26)}}}" for at in range(60))
    told = found(f"Married: {names}.")
    assert len(told) == 200
    assert max(pair.second for pair in told) < 50
    assert len(found("{P:Ma Rin} leads “{W:Tin Moon}” with {P:Bo Ra-im}.")) == 2


@pytest.mark.parametrize(("letter", "at", "nearest"), [("P", 2, 0), ("P", 0, 4), ("P", 3, 4), ("W", 0, 2), ("O", 0, None)])
def test_the_nearest_name_of_a_type(letter, at, nearest):
    seen = line("{P:Ma Rin} leads {W:Tin Moon} with {P:Bo Ra-im}.")
    assert seen.named == (0, 2, 4)
    assert seen.nearest(letter, at) == nearest


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("{P:Ma Rin} leads “{W:Tin Moon}.”", ">"),
        ("“{W:Tin Moon}” was led by {P:Ma Rin}.", "<"),
        ("{P:Ma Rin} (“{W:Tin Moon}”) is back.", ">own"),
        ("It is by {O:Ten} ({P:Ma Rin}, “{W:Tin Moon}”).", ">same"),
    ],
)
def test_how_two_stand_to_each_other(text, stand):
    seen = line(text)
    (pair,) = (pair for pair in found(text) if pair.group == "PW" and pair.first is not None)
    assert look_around(seen, pair).stand == stand


def test_words_of_a_class_are_one_feature():
    def between(verb):
        seen = setting(f"{{P:Ma Rin}} {verb} “{{W:Tin Moon}}.”")
        pair = next(iter(pairs(seen, seen.lines[-1])))
        return {word for head, words in scene(seen.lines[-1], pair).both for word in words if head == "b:"}

    assert between("helmed") == between("directed") != between("wrote")


def test_what_words_tell_and_what_the_two_are_share_no_name():
    seen = setting(f"{OPENED}\n\nDirector {{P:Ma Rin}} of “{{W:Low Tide}}” leads, with actor {{P:Bo Ra-im}} of {{O/group:Ten}}.")
    for pair in pairs(seen, seen.lines[-1]):
        words, who = scene(seen.lines[-1], pair), ends(seen, seen.lines[-1], pair)
        for scenes, persons in zip(words.names(), who.names(), strict=True):
            assert not scenes & persons


def test_a_name_comes_under_the_head_that_it_is_looked_up_by():
    seen = setting(f"{OPENED}\n\nDirector {{P:Ma Rin}} of “{{W:Low Tide}}” leads, with actor {{P:Bo Ra-im}} of {{O/group:Ten}}.")
    for pair in pairs(seen, seen.lines[-1]):
        words, who = scene(seen.lines[-1], pair), ends(seen, seen.lines[-1], pair)
        alone = ("", [*words.general, *words.own, *who.general, *who.own])
        for head, tails in (*words.both, *who.both, alone):
            assert [split(f"{head}{tail}") for tail in tails] == [(head, tail) for tail in tails]


def test_every_pair_of_a_line_is_looked_at_and_what_the_line_is_about():
    told = found(f"{OPENED}\n\n{{P:Ma Rin}} of “{{W:Low Tide}}” leads, with {{P:Bo Ra-im}} beside her.")
    assert {(pair.group, pair.way) for pair in told} == {("PW", ">"), ("PW", "<"), ("PW", "t")}
    assert len(told) == 4


def test_works_stand_with_organisations_and_people_with_groups():
    told = found("{P:Ma Rin} of {O/group:Ten} leads {O/broadcaster:tvN}'s “{W:Tin Moon}.”")
    assert {pair.group for pair in told} == {"PW", "PO", "WO"}
    assert {(pair.one, pair.two) for pair in told if pair.group == "WO"} == {
        ("a#W-Tin Moon", "a#O-Ten"),
        ("a#W-Tin Moon", "a#O-tvN"),
    }


def test_two_people_are_looked_at_only_where_something_ties_people():
    assert not found("{P:Ma Rin} and {P:Bo Ra-im} came late.")
    assert {pair.group for pair in found("{P:Ma Rin} is the sister of {P:Bo Ra-im}.")} == {"PP"}


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("wrote", ("wrote", False, None)),
        ("performed<", ("performed", True, None)),
        ("acted_in/talks", ("acted_in", False, "talks")),
    ],
)
def test_a_target_taken_apart(target, told):
    assert (meaning(target).predicate, meaning(target).turned, meaning(target).status) == told


def test_the_weights_have_a_column_for_each_target():
    model = load()
    assert model.keys() == TARGETS.keys()
    for group, weights in model.items():
        assert weights.table.shape[1] == len(TARGETS[group])
        assert {*weights.rows.ravel().tolist()} == {*range(len(weights.table))}
        assert sorted(number for tails in weights.numbers.values() for number in tails.values()) == [*range(1, len(weights.rows))]


def test_a_pair_of_nothing_known_is_unlikely():
    for weights in load().values():
        unheard = ["no such feature"]
        known = weights.known(Features("no such stand", [("", unheard), ("bb:", unheard)], unheard, unheard))
        assert known.general == known.own == []
        assert max(weights.sums([known])[0]) < 0


def test_what_counts_both_ways_is_what_counts_each_way():
    told, more = ["nearest first", "never heard", "nearest first", "#1"], ["works1"]
    weights = load()["PW"]
    both = weights.sums([weights.known(Features(">", [("", told)], more, ()))])
    assert both == weights.sums([weights.known(Features(">", (), [*told, *more], told))])
    assert both != weights.sums([weights.known(Features(">", (), [*told, *more], ()))])


def test_pairs_are_summed_together_as_one_by_one():
    weights = load()["PW"]
    rows = [Known(1, [], []), Known(2, [1, 2, 3], [4]), Known(0, [5], []), Known(1, [], [6])]
    assert weights.sums(rows) == [sums for row in rows for sums in weights.sums([row])]
    assert weights.sums([]) == []


RICH = f"""{OPENED}

Director {{P:Ma Rin}} of “{{W:Low Tide}}” leads on {{O/broadcaster:tvN}}, with actor {{P:Bo Ra-im}} of {{O/group:Ten}}.

Actor {{P:Ma Rin}} won Best Actor and Best Director for “{{W:Tin Moon}}” at the Baeksang Arts Awards on May 3, 2021.

“{{W:Tin Moon}}” aired with 12.5 percent and ranked No. 1 on Netflix. {{P:Ko Un}} married {{P:Bo Ra-im}}, who wrote it."""


def test_what_pairs_share_is_looked_up_once_and_sums_are_the_same():
    seen, model = setting(RICH), load()
    told = sightings(seen, model)
    assert {"PW", "WO", "PO", "PP", "PA", "WA", "WN"} <= {sighting.pair.group for sighting in told}
    for line_, pair, sums in told:
        words, who = scene(line_, pair), ends(seen, line_, pair)
        all_ = Features(words.stand, [*words.both, *who.both], words.general, [*words.own, *who.own])
        assert model[pair.group].sums([model[pair.group].known(all_)]) == [list(sums)]


def test_no_two_parts_of_a_pair_have_a_name_in_common():
    seen = setting(RICH)
    for line_ in (*seen.lines, *seen.valued):
        for pair in pairs(seen, line_):
            names = [name for part in parts(seen, line_, pair) for name in part.names]
            assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("{P:Ma Rin} stars in “{W:Tin Moon}.”", "acted_in"),
        ("“{W:Tin Moon}” was directed by {P:Ma Rin}.", "directed"),
        ("“{W:Tin Moon}” was written by {P:Ma Rin}.", "wrote"),
        ("{W/series:Tin Moon} airs on {O/broadcaster:tvN}.", "aired_on"),
        ("{P:Ma Rin} is married to {P:Bo Ra-im}.", "married_to"),
    ],
)
def test_what_a_plain_line_tells_is_the_likeliest(text, target):
    (seen,) = (seen for seen in sightings(setting(text), load()) if seen.pair.first is not None)
    sums = dict(zip(TARGETS[seen.pair.group], seen.sums, strict=True))
    assert max(sums, key=sums.__getitem__) == target


@pytest.mark.parametrize(
    "text",
    [
        # found by mutants: a letter that is two in small letters, and a noun of two words far apart
        "İİİİİİ said. Park Ji-hu plays Nam On-jo, Yoo Chan-young plays Cheong-san in the film “Tin Moon,” directed by Ma Rin.",
        "“Tin Moon” topped the box office. The zombie    film opened on July 15, 2020. Gang Dong-won plays the lead.",
    ],
)
def test_odd_letters_and_spaces_are_read(text):
    reading = read_article(Article("a", text, "en", published="2024-01-01"))
    assert all(claim.evidence.text == text[claim.evidence.start : claim.evidence.end] for claim in reading.claims)
    assert "Tin Moon" in {referent.name for referent in reading.referents}

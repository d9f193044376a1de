"""Values of a line: dates, prizes, shares of viewers and ranks, as things that may belong to a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.claims.english import claims_of_rules
from kgraph.claims.english.judge import judged
from kgraph.claims.english.judge.cases import Key, cases
from kgraph.claims.english.judge.claims import less_exact
from kgraph.claims.english.judge.qualifiers import bare
from kgraph.claims.english.pairs import load, sightings
from kgraph.claims.english.pairs.arguments import arguments
from kgraph.claims.english.pairs.candidates import pairs
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.pairs.ties import VALUED
from kgraph.claims.english.pairs.values import values_of
from kgraph.model import Qualifiers
from marked import read_marked

OPENED = "“{W/film:Tin Moon}” came to the big screen last week."


def valued(text):
    setting = Setting(read_marked(text))
    return setting, setting.valued[-1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“{W:Tin Moon}” opens on Sept. 17, 2021.", [("D", "2021-09-17")]),
        ("“{W:Tin Moon}” (2006) and “{W:Low Tide}” (2009)", [("D", "2006"), ("D", "2009")]),
        ("“{W/series:Tin Moon}” drew a rating of 4.1 percent nationwide.", [("N", "4.1")]),
        ("“{W:Tin Moon}” ranked third at the box office.", [("R", "3")]),
        ("{P:Ma Rin} won Best Actress.", [("A", "Best Actress")]),
        ("{P:Ma Rin} came home.", []),
    ],
)
def test_what_a_line_tells_in_figures(text, told):
    reading = read_marked(text)
    assert [(value.letter, value.told) for value in values_of(reading, reading.lines[-1], None)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("At the Baeksang Arts Awards, {P:Ma Rin} took the new director prize.", "Baeksang Arts Awards new director prize"),
        ("The Silver Shell went to “{W:Tin Moon}”.", "Silver Shell"),
        ("The rookie trophies went to {P:Ma Rin} and {P:Bo Ra-im}.", "rookie trophies"),
        ("The Baeksang Arts Awards were given.\n\nNew Star: {P:Ma Rin}", "Baeksang Arts Awards New Star"),
    ],
)
def test_what_looks_like_a_prize_may_be_one(text, told):
    _, line = valued(text)
    assert ("A", told) in [(value.letter, value.told) for value in line.values]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("On the Melon chart “{W:Tin Moon}” fell to eighth on the 28th.", ["8"]),
        ("The song chart of the week\n\n3. “{W:Tin Moon}”", ["3"]),
        ("“{W:Tin Moon}” entered the box office at 88.", ["88"]),
        ("“{W:Tin Moon}” has an eighth part.", []),
    ],
)
def test_a_number_may_be_a_rank_where_ranks_are_spoken_of(text, ranks):
    setting = Setting(read_marked(text, published="2021-05-30"))
    values = setting.valued[-1].values if setting.valued else ()
    assert [value.told for value in values if value.letter == "R"] == ranks


def test_without_a_ceremony_an_item_with_a_category_is_no_prize():
    setting = Setting(read_marked("The crew is complete.\n\nEditing: {P:Ma Rin}"))
    assert not setting.valued


def test_a_bare_number_beside_a_work_may_be_a_share_where_viewers_are_spoken_of():
    setting = Setting(read_marked("Ratings of the week:\n\n“{W/series:Tin Moon}” (28.8), up from 2.5 million"))
    assert [(value.letter, value.told) for value in setting.valued[-1].values] == [("N", "28.8")]
    assert not Setting(read_marked("“{W/series:Tin Moon}” (28.8)")).valued


def test_a_category_is_told_with_its_ceremony_which_is_no_prize_beside_it():
    reading = read_marked("{P:Ma Rin} won Best Actress at the 57th Baeksang Arts Awards.")
    prize, ceremony = values_of(reading, reading.lines[-1], None)
    assert (prize.letter, prize.told) == ("A", "Baeksang Arts Awards Best Actress")
    assert ceremony.letter == "C"


def test_a_ceremony_told_before_holds_for_later_lines():
    _, line = valued("The Baeksang Arts Awards were given.\n\nBest Actress: {P:Ma Rin}")
    assert [value.told for value in line.values] == ["Baeksang Arts Awards Best Actress"]


def test_a_value_is_a_token_and_pairs_with_what_is_named_or_meant():
    setting, line = valued(f"{OPENED}\n\n{{P:Ma Rin}} says it had 2 reels. “{{W:Low Tide}}” follows in May 2021.")
    at = line.words.index("D")
    assert line.value(at).told == "2021-05"
    assert line.ref(at) == "D:2021-05"
    assert line.line.original(line.places[at], line.places[at] + 2).text
    found = list(pairs(setting, line))
    assert {pair.group for pair in found} == {"WD"} <= VALUED
    assert {(pair.one, pair.way) for pair in found} == {("a#W-Low Tide", ">"), ("a#W-Tin Moon", "t")}


def test_a_line_without_its_values_has_no_pairs_with_values():
    setting = Setting(read_marked("“{W:Tin Moon}” opens on Sept. 17, 2021."))
    assert not [pair for pair in pairs(setting, setting.lines[-1]) if pair.group in VALUED]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (Key("ranked", "w", "", "", "3"), Qualifiers(rank=3)),
        (Key("rated", "w", "", "", "4.1"), Qualifiers(percent=4.1)),
        (Key("released_on", "w", "", "", "2021-09"), Qualifiers(date="2021-09")),
        (Key("won", "p", "", "", "Best Actress"), Qualifiers(award="Best Actress")),
        (Key("acted_in", "p", "w", "talks"), Qualifiers(status="talks")),
    ],
)
def test_what_a_key_tells(key, told):
    assert bare(key) == told


def test_a_prize_with_and_without_its_ceremony_is_one_case():
    reading = read_marked("{P:Ma Rin} won Best Actress at the Baeksang Arts Awards.")
    (said,) = (claim for claim in claims_of_rules(reading) if claim.predicate == "won")
    short = replace(said, qualifiers=Qualifiers(award="Best Actress"))
    (case,) = (case for case in cases([short], sightings(Setting(reading), load())).values() if case.key.predicate == "won")
    assert case.key == Key("won", "a#P-Ma Rin", "", "", "Best Actress")
    assert case.claims == [short]
    assert case.seen


def test_a_date_that_no_rule_reads_is_claimed_where_it_stands():
    reading = read_marked("The film “{W/film:Tin Moon}” was released in theaters on Sept. 17, 2021.")
    (claim,) = [claim for claim in judged(reading, ()) if claim.predicate == "released_on"]
    assert claim.object is None
    assert claim.qualifiers == Qualifiers(date="2021-09-17")
    assert claim.rule == "pairs.released_on"
    assert "Sept. 17, 2021" in claim.trigger.text
    assert claim.evidence == reading.lines[0].span


def test_a_date_is_not_told_again_less_exactly():
    keys = [Key("released_on", "w", "", "", date) for date in ("2021-09-17", "2019-05", "2018")]
    assert less_exact([*keys, Key("won", "w", "", "", "Best Actress")]) == {
        Key("released_on", "w", "", "", date) for date in ("2021-09", "2021", "2019")
    }


def test_shares_and_ranks_keep_what_the_line_says_beside_them():
    reading = read_marked("The series “{W/series:Tin Moon}” recorded a nationwide rating of 14.1 percent, Nielsen Korea said.")
    (claim,) = [claim for claim in judged(reading, ()) if claim.predicate == "rated"]
    assert (claim.qualifiers.percent, claim.qualifiers.region) == (14.1, "nationwide")


def test_heads_that_promise_nominees_are_a_mark_of_the_prizes_below():
    nominees = read_marked("Nominees for the Baeksang Arts Awards\n\nBest Actress: {P:Ma Rin}")
    winners = read_marked("Winners of the Baeksang Arts Awards\n\nBest Actress: {P:Ma Rin}")
    marks = [values_of(reading, reading.lines[-1], None)[0].marks for reading in (nominees, winners)]
    assert "head:TrueFalse" in marks[0]
    assert "head:FalseTrue" in marks[1]


def test_a_line_may_be_about_an_organisation_that_it_does_not_name():
    setting = Setting(read_marked("{O/group:Ten} is back.\n\nIts new single “{W:Tin Moon}” was released today."))
    told = [pair for pair in pairs(setting, setting.lines[-1]) if pair.way == "o"]
    assert [(pair.group, pair.one, pair.two) for pair in told] == [("WO", "a#W-Tin Moon", "a#O-Ten")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{P:Ma Rin} directed “{W:Tin Moon}.”", "DIRECT:LR"),
        ("“{W:Tin Moon}” was directed by {P:Ma Rin}.", "DIRECT:LB"),
        ("{P:Ma Rin} saw {P:Ko Un}, who directed “{W:Tin Moon}.”", "DIRECT:lR"),
        ("{P:Ma Rin} directed “{W:Low Tide}” before “{W:Tin Moon}.”", "DIRECT:Lr"),
    ],
)
def test_who_stands_at_a_telling_word(text, told):
    setting = Setting(read_marked(text))
    line = setting.lines[-1]
    (pair,) = (
        pair for pair in pairs(setting, line) if (pair.one, pair.two) == ("a#P-Ma Rin", "a#W-Tin Moon") and pair.first is not None
    )
    assert told in set(arguments(line, pair))

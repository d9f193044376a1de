"""The judge: what it keeps of the claims of rules, what it claims beside them, and what it looks at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.claims.english import claims_of_rules
from kgraph.claims.english.judge import judged
from kgraph.claims.english.judge.cases import Case, Key, cases
from kgraph.claims.english.judge.claims import LEAST, given
from kgraph.claims.english.judge.court import Court, Look, Rivals
from kgraph.claims.english.judge.doubts import is_doubted
from kgraph.claims.english.judge.model import load
from kgraph.claims.english.judge.rows import row
from kgraph.claims.english.pairs import Setting, sightings
from kgraph.claims.english.pairs import load as load_pairs
from kgraph.claims.english.pairs.telling import TELLING
from kgraph.claims.english.pairs.ties import TARGETS, meaning
from kgraph.claims.english.pairs.words import words
from kgraph.ontology import predicates
from marked import read_marked

OPENED = "“{W:Tin Moon}” came to the big screen last week."
CAST = "Actors {P:Ma Rin} and {P:Bo Ra-im} have starring roles in the drama “{W:Tin Moon}.”"
PLAIN = "{P:Ma Rin} stars in the film “{W:Tin Moon}.” It was directed by {P:Ko Un}."


def court(text, said=None):
    reading = read_marked(text)
    setting = Setting(reading)
    tried = cases(claims_of_rules(reading) if said is None else said, sightings(setting, load_pairs()))
    return Court(setting, tried, {})


def test_what_rules_plainly_read_is_kept_with_all_it_says():
    reading = read_marked(PLAIN)
    said = {claim.predicate: claim for claim in claims_of_rules(reading)}
    kept = {claim.predicate: claim for claim in judged(reading, said.values())}
    assert said.keys() >= {"acted_in", "directed"}
    for predicate in ("acted_in", "directed"):
        assert kept[predicate] == replace(said[predicate], confidence=kept[predicate].confidence)


def test_a_claim_of_which_nothing_speaks_is_dropped():
    reading = read_marked("{P:Ma Rin} talked about the weather in {W:Tin Moon}, {P:Ko Un} said, and went home to {P:Bo Ra-im}.")
    (wrong,) = list(claims_of_rules(read_marked("{P:Ma Rin} is married to {P:Bo Ra-im}.")))
    worst = min(load().worth, key=lambda rule: load().worth[rule])
    moved = replace(wrong, evidence=reading.lines[0].span, trigger=reading.lines[0].span, rule=worst, confidence=0.3)
    assert not [claim for claim in judged(reading, [moved]) if claim.predicate == "married_to"]


def test_a_rule_that_no_article_has_tried_stands_and_nobody_is_guessed_beside_it():
    reading = read_marked(CAST)
    guessed = next(claim for claim in judged(reading, ()) if claim.subject.name == "Bo Ra-im")
    other = next(one for one in reading.referents.values() if one.name == "Ma Rin")
    new = replace(guessed, subject=other, rule="a new rule", confidence=0.3)
    assert [claim for claim in judged(reading, [new]) if claim.predicate == "acted_in"] == [new]


def test_a_prize_is_guessed_for_one_and_for_nobody_where_a_rule_gives_it():
    def case(subject, claims=()):
        return Case(Key("won", subject, "", value="Moon Awards Best Actor"), list(claims))

    first, second, third = case("a"), case("b"), case("c")
    assert given([(first, 0.6), (second, 0.7), (third, 0.4)]) == {("won", "moon awards best actor", ""): second.key}
    said = claims_of_rules(read_marked("{P:Ma Rin} is married to {P:Bo Ra-im}."))
    by_rule = case("d", said)
    assert given([(second, 0.9), (by_rule, 0.8)]) == {
        ("won", "moon awards best actor", ""): second.key,
        ("won", "moon awards best actor", "P"): None,
    }
    assert given([(Case(Key("directed", "a", "w")), 0.9)]) == {}


def test_what_no_rule_says_is_claimed_with_the_line_as_evidence():
    reading = read_marked(CAST)
    found = {(claim.predicate, claim.subject.name, claim.object.name): claim for claim in judged(reading, ())}
    claim = found["acted_in", "Bo Ra-im", "Tin Moon"]
    assert claim.rule == "pairs.acted_in"
    assert claim.evidence == reading.lines[-1].span
    assert claim.trigger.text == "roles"
    assert LEAST <= claim.confidence < 1


@pytest.mark.parametrize("doubt", ["may also have", "never had", "is in talks with"])
def test_talks_denials_and_suppositions_are_left_to_rules(doubt):
    text = f"{OPENED}\n\nThe cast {doubt} leads {{P:Ma Rin}} and {{P:Bo Ra-im}}, who share the best scenes."
    assert not [claim for claim in judged(read_marked(text), ()) if claim.qualifiers.status is None]


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("{P:Ma Rin} would star in “{W:Tin Moon}.”", True),
        ("{P:Ma Rin} stars in “{W:Tin Moon}” if all goes well.", True),
        ("{P:Ma Rin} is in talks, and {P:Bo Ra-im} stars in “{W:Tin Moon}.”", True),
        ("Nobody could know it, but {P:Ma Rin} stars in “{W:Tin Moon}.”", False),
        ("{P:Ma Rin} stars in “{W:Tin Moon},” which might do well.", False),
    ],
)
def test_a_doubt_counts_in_the_clause_of_the_two_and_an_offer_in_the_whole_line(text, doubted):
    seen = [seen for seen in sightings(Setting(read_marked(text)), load_pairs()) if seen.pair.group == "PW"]
    assert [is_doubted(one) for one in seen][-1:] == [doubted]


def test_the_same_article_gives_the_same_claims():
    assert list(judged(read_marked(CAST), ())) == list(judged(read_marked(CAST), ()))


def test_an_article_of_nothing_is_judged_too():
    assert list(judged(read_marked("Nobody is named here."), ())) == []


def test_claims_of_one_statement_are_one_case_and_literals_part_by_value():
    claims = claims_of_rules(read_marked("{P:Ma Rin} stars in “{W:Tin Moon}.”\n\n“{W:Tin Moon},” starring {P:Ma Rin}, is out."))
    keys = cases([claim for claim in claims if claim.predicate == "acted_in"], ())
    assert list(keys) == [Key("acted_in", "a#P-Ma Rin", "a#W-Tin Moon")]
    rated = claims_of_rules(read_marked("“{W/series:Tin Moon}” scored 4.1 percent. “{W/series:Tin Moon}” rose to 5.2 percent."))
    assert len(set(cases([claim for claim in rated if claim.predicate == "rated"], ()))) == 2


def test_a_symmetric_case_has_no_direction():
    seen = court("{P:Ma Rin} is the sister of {P:Bo Ra-im}. {P:Bo Ra-im}'s sister is {P:Ma Rin}.")
    assert sum(key.predicate == "sibling_of" for key in seen.cases) == 1


def test_rivals_leave_out_the_case_itself():
    rivals = Rivals((-50, 10, 40), 2, (90, 80))
    best = Case(Key("directed", "p", "w"))
    best.seen.append((40, None))  # type: ignore[arg-type]
    assert rivals.rest(best) == (10, 0, 2, 2, 90)
    other = Case(Key("directed", "q", "w"))
    other.seen.append((10, None))  # type: ignore[arg-type]
    assert rivals.rest(other)[:2] == (40, 1)


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("{P:Cho Ah} In came.", Look(1, 100, 0, 0, 0)),
        ("Attorney {P:Nam Bit-na} came.", Look(1, 0, 100, 0, 0)),
        ("She saw “{W:Tin Moon},” twice.", Look(1, 0, 0, 100, 100)),
        ("She saw “{W:Tin Moon} and more.", Look(1, 0, 0, 0, 100)),
        ("{P:Ma Rin}", Look(1, 0, 0, 0, 0)),
    ],
)
def test_how_a_name_stands_in_the_text(text, look):
    (seen,) = court(text, ()).looks.values()
    assert seen == look


def test_a_row_has_every_feature_that_the_trees_ask_for_whatever_the_case():
    names = set(load().trees.names)
    for text in (PLAIN, CAST, "“{W/series:Tin Moon}” scored 4.1 percent nationwide on {O/broadcaster:tvN}."):
        seen = court(text)
        assert seen.cases
        for case in seen.cases.values():
            assert set(row(seen, case)) == names


def test_words_that_tell_are_classes_and_predicates_are_of_the_ontology():
    assert frozenset().union(*TELLING.values()) <= words().names
    told = {meaning(target).predicate for targets in TARGETS.values() for target in targets}
    assert told <= set(TELLING)
    assert set(TELLING) <= {predicate.name for predicate in predicates()}


def test_what_rules_are_worth_is_of_rules():
    assert all(-600 < odds < 600 for odds in load().worth.values())
    assert any(odds > 100 for odds in load().worth.values())


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Director {P:Ma Rin}, who directed “{W:Tin Moon},” talked about the popularity of “{W:Low Tide}.”", ["Tin Moon"]),
        ("Director {P:Ma Rin}, who helmed the film “{W:Tin Moon},” praised the series “{W:Low Tide}.”", ["Tin Moon"]),
        ("Director {P:Ma Rin}, a fan of “{W:Low Tide},” is back with “{W:Tin Moon},” which she directed.", ["Tin Moon"]),
    ],
)
def test_a_work_that_somebody_only_talks_about_is_not_theirs(text, stated):
    reading = read_marked(text)
    found = [(claim.predicate, claim.object.name) for claim in judged(reading, claims_of_rules(reading)) if claim.object]
    assert found == [("directed", title) for title in stated]

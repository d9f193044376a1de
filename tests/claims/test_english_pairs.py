"""The model over pairs: how it sees a line, what it claims where no rule speaks, and what it leaves alone."""

from __future__ import annotations

from kgraph.claims.english.pairs.candidates import pairs
from kgraph.claims.english.pairs.claims import LEAST, TELLING, pair_claims
from kgraph.claims.english.pairs.features import features
from kgraph.claims.english.pairs.model import load
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.pairs.words import words
from marked import read_marked

OPENED = "“{W:Tin Moon}” came to the big screen last week."
CAST = f"{OPENED}\n\nLeads {{P:Ma Rin}} and {{P:Bo Ra-im}} share the best scenes."


def setting(text):
    return Setting(read_marked(text))


def line(text):
    return setting(text).lines[-1]


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


def test_words_of_a_class_are_one_feature():
    def between(verb):
        seen = setting(f"{{P:Ma Rin}} {verb} “{{W:Tin Moon}}.”")
        pair = next(iter(pairs(seen, seen.lines[-1])))
        return {name for name in features(seen, seen.lines[-1], pair) if " b:" in name}

    assert between("helmed") == between("directed") != between("wrote")


def test_every_pair_of_a_line_is_looked_at_and_what_the_line_is_about():
    seen = setting(f"{OPENED}\n\n{{P:Ma Rin}} of “{{W:Low Tide}}” leads, with {{P:Bo Ra-im}} beside her.")
    found = {(pair.person, pair.work, pair.way) for pair in pairs(seen, seen.lines[-1])}
    assert {way for _, _, way in found} == {">", "<", "t"}
    assert len(found) == 4


def test_the_model_claims_what_no_rule_says_with_the_line_as_evidence():
    reading = read_marked(CAST)
    found = {(claim.predicate, claim.subject.name, claim.object.name): claim for claim in pair_claims(reading, ())}
    claim = found["acted_in", "Ma Rin", "Tin Moon"]
    assert claim.rule == "pairs.acted_in"
    assert claim.evidence == reading.lines[-1].span
    assert claim.trigger.text == "Leads"
    assert LEAST["acted_in"] <= claim.confidence < 1


def test_a_pair_that_a_rule_speaks_of_is_left_alone():
    reading = read_marked(CAST)
    said = tuple(pair_claims(reading, ()))
    assert said
    assert not list(pair_claims(reading, said))


def test_talks_denials_and_suppositions_are_left_to_rules():
    for doubt in ("may also have", "never had", "is in talks with"):
        text = f"{OPENED}\n\nThe cast {doubt} leads {{P:Ma Rin}} and {{P:Bo Ra-im}}, who share the best scenes."
        assert not list(pair_claims(read_marked(text), ()))


def test_the_weights_speak_of_predicates_that_are_claimed_and_of_classes_that_exist():
    model = load()
    assert set(model.predicates) == set(TELLING)
    assert len(model.always) == len(model.predicates)
    assert model.weights.shape == (len(model.rows), len(model.predicates))
    assert {kind for kinds in TELLING.values() for kind in kinds} <= words().names
    assert LEAST.keys() <= set(model.predicates)
    assert all(0.5 <= least < 1 for least in LEAST.values())


def test_a_pair_of_nothing_known_is_unlikely():
    assert max(load().probabilities(["no such feature"]).values()) < 0.5


def test_a_work_that_somebody_only_talks_about_is_not_theirs():
    text = "Director {P:Ma Rin}, who directed “{W:Tin Moon},” talked about the popularity of “{W:Low Tide}.”"
    assert not list(pair_claims(read_marked(text), ()))

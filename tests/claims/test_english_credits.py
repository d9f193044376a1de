"""directed, wrote, created, produced, composed_for in English: clauses, nouns, brackets, credit lines."""

from __future__ import annotations

import pytest

from kgraph.claims.english.people import people_claims
from marked import read_marked, told

TOLD = [
    (
        "“{W:Tin Moon},” an eight-part thriller from director {P:Ma Rin} and writer {P:Yoo Bo-ra}, bows in May.",
        ["directed Ma Rin, Tin Moon", "wrote Yoo Bo-ra, Tin Moon"],
    ),
    # clauses
    ("{P:Ma Rin} directed “{W:Tin Moon}.”", ["directed Ma Rin, Tin Moon"]),
    ("{P:Ma Rin}, who wrote and directed “{W:Tin Moon},” bowed.", ["directed Ma Rin, Tin Moon", "wrote Ma Rin, Tin Moon"]),
    ("“{W:Tin Moon}” was written and directed by {P:Ma Rin}.", ["directed Ma Rin, Tin Moon", "wrote Ma Rin, Tin Moon"]),
    (
        "“{W:Tin Moon}” (written by {P:Bo Ra-im}, directed by {P:Ma Rin}) opens in May.",
        ["directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Tin Moon"],
    ),
    ("Directed by {P:Ma Rin}, “{W:Tin Moon}” opens in May.", ["directed Ma Rin, Tin Moon"]),
    ("They loved “{W:Tin Moon},” a 2010 romance that {P:Ma Rin} directed.", ["directed Ma Rin, Tin Moon"]),
    (
        "“{W:Tin Moon},” which {P:Ma Rin} co-wrote with {P:Bo Ra-im}, is out.",
        ["wrote Bo Ra-im, Tin Moon", "wrote Ma Rin, Tin Moon"],
    ),
    (
        "“{W:Tin Moon}” is directed by {P:Ma Rin}, and {P:Bo Ra-im} penned the script.",
        ["directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Tin Moon"],
    ),
    (
        "“{W:Tin Moon},” which {P:Ma Rin} will produce and {P:Bo Ra-im} will direct, is set.",
        ["directed Bo Ra-im, Tin Moon", "produced Ma Rin, Tin Moon"],
    ),
    (
        "“{W:Tin Moon}” is out. {P:Ma Rin} directed and {P:Bo Ra-im} wrote.",
        ["directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Tin Moon"],
    ),
    ("{P:Ma Rin}, who wrote the score of “{W:Tin Moon},” bowed.", ["composed_for Ma Rin, Tin Moon"]),
    # nouns
    (
        "“{W:Tin Moon},” from “{W:Salt}” helmer {P:Ma Rin} and scribe {P:Bo Ra-im}, is set.",
        ["directed Ma Rin, Salt", "directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Tin Moon"],
    ),
    ("Director {P:Ma Rin} moves {P:his=Ma Rin} next feature, “{W:Salt},” to May.", ["directed Ma Rin, Salt"]),
    ("Also “{W/film:Salt}” by {P:Ma Rin}, with {P:Bo Ra-im}.", ["acted_in Bo Ra-im, Salt", "directed Ma Rin, Salt"]),
    ("“{W:Tin Moon}” director {P:Ma Rin} smiled.", ["directed Ma Rin, Tin Moon"]),
    ("{P:Ma Rin}, the creator of “{W:Tin Moon},” smiled.", ["created Ma Rin, Tin Moon"]),
    ("Director {P:Ma Rin} of “{W:Tin Moon}” smiled.", ["directed Ma Rin, Tin Moon"]),
    ("“{W:Tin Moon}” is here. The music is by {P:Bo Ra-im}.", ["composed_for Bo Ra-im, Tin Moon"]),
    (
        "“{W:Tin Moon}” is here.\nThe screenplay comes from {P:Ma Rin} together with {P:Bo Ra-im}.",
        ["wrote Bo Ra-im, Tin Moon", "wrote Ma Rin, Tin Moon"],
    ),
    # brackets and possessives: the role tells
    ("PD {P:Ma Rin} (“{W:Tin Moon}”) spoke.", ["directed Ma Rin, Tin Moon"]),
    (
        "{P:Ma Rin} (“{W:Tin Moon}”) is attached to direct “{W:Salt},” with scripts penned by {P:Bo Ra-im} (“{W:Rye}”).",
        ["directed Ma Rin, Salt", "directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Rye", "wrote Bo Ra-im, Salt"],
    ),
    ("Director {P:Ma Rin} returns with “{W:Salt}.”", ["directed Ma Rin, Salt"]),
    ("{P:Bo Ra-im}'s novel “{W/novel:Rye}” sold well.", ["wrote Bo Ra-im, Rye"]),
    # what a work is called beside its maker
    ("{P:Ma Rin}'s prison picture “{W:Salt}” opens.", ["directed Ma Rin, Salt"]),
    ("“{W:Salt},” {P:Ma Rin}'s tale of two brothers, opens.", ["directed Ma Rin, Salt"]),
    ("The bear went to “{W:Salt},” a documentary by {P:Ma Rin}.", ["directed Ma Rin, Salt"]),
    (
        "He found “{W:Rye},” the French graphic novel by {P:Bo Ra-im} and {P:Ma Rin}.",
        ["wrote Bo Ra-im, Rye", "wrote Ma Rin, Rye"],
    ),
    ("They love “{W:Salt},” the second feature of {P:Ma Rin}.", ["directed Ma Rin, Salt"]),
    ("- {W:Salt} (2013, dir. {P:Ma Rin})", ["directed Ma Rin, Salt"]),
    ("“{W:Salt}” is new.\n{P:Ma Rin}'s wartime epic also sells well.", ["directed Ma Rin, Salt"]),
    ("Ever since “{W:Salt},” which the late {P:Ma Rin} made in 1988, they sing.", ["directed Ma Rin, Salt"]),
    ("“{W:Salt}” is by “{W:Rye}” director {P:Ma Rin}.", ["directed Ma Rin, Rye"]),
    ("They married the year {P:Ma Rin} directed {P:Bo Ra-im} in “{W:Salt}.”", ["directed Ma Rin, Salt"]),
    ("{P:Bo Ra-im}'s screenplay for “{W:Salt}” is up for a prize.", ["wrote Bo Ra-im, Salt"]),
    ("“{W:Salt}” is new.\nThe script was from the pen of {P:Bo Ra-im}.", ["wrote Bo Ra-im, Salt"]),
    ("“{W:Salt}” will grow out of a short by {W:its=Salt} director, {P:Ma Rin}.", ["directed Ma Rin, Salt"]),
    # without an object
    (
        "“{W:Tin Moon}” opens in May.\n{P:Ma Rin} is at the helm.\n{P:Bo Ra-im} writes.",
        ["directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Tin Moon"],
    ),
    (
        "# {W:Tin Moon}\n\nDirector: {P:Ma Rin}\nScreenplay: {P:Bo Ra-im}",
        ["directed Ma Rin, Tin Moon", "wrote Bo Ra-im, Tin Moon"],
    ),
    (
        "“{W:Salt}” is new.\n{P:Bo Ra-im} wrote it and {P:Ma Rin} directed “{W:Salt},” as they did with “{W:Rye}.”",
        ["directed Ma Rin, Rye", "directed Ma Rin, Salt"],
    ),
]

NOT_TOLD = [
    "{P:Ma Rin}'s new drama “{W:Tin Moon}” airs in May.",
    "{P:Ma Rin} made her name in 2019 with “{W:Tin Moon}.”",
    "Singer {P:Ma Rin} shot the video for “{W:Tin Moon}.”",
    "A crew turned up to shoot “{W:Tin Moon},” and {P:Ma Rin} held a flag.",
    "“{W:Tin Moon}” is new.\n{P:Ma Rin}'s next film has no title.",
    "“{W:Tin Moon}” is out.\nIt adapts a short story by {P:Ma Rin}.",
    "{P:Ma Rin} did not direct “{W:Tin Moon}.”",
    "If {P:Ma Rin} directed “{W:Tin Moon},” fans would cheer.",
    "{P:Ma Rin} would love to direct “{W:Tin Moon}.”",
    "Director {P:Ma Rin}'s remake of “{W:Tin Moon}” is on its way.",
    "{P:Ma Rin} met the press after “{W:Tin Moon}” won.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_credits(text: str, expected: list[str]) -> None:
    assert told(list(people_claims(read_marked(text)))) == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_is_denied_supposed_or_of_another_work_is_no_credit(text: str) -> None:
    makers = [
        claim for claim in people_claims(read_marked(text)) if claim.predicate in ("directed", "wrote", "produced", "created")
    ]
    assert told(makers) == []


def test_the_trigger_stands_in_the_evidence() -> None:
    for text, _ in TOLD:
        for claim in people_claims(read_marked(text)):
            assert claim.evidence.covers(claim.trigger)
            assert claim.trigger.text


def test_what_a_quotation_only_implies_is_less_certain() -> None:
    text = (
        '{P:Bo Ra-im} said, "{P:I=Bo Ra-im} was close to director {P:Ma Rin}, and {P:I=Bo Ra-im} feel pressure because of '
        '‘{W:Tin Moon}.’"'
    )
    (claim,) = people_claims(read_marked(text))
    assert (claim.predicate, claim.subject.name, claim.object.name if claim.object else None) == (
        "directed",
        "Ma Rin",
        "Tin Moon",
    )
    assert claim.confidence <= 0.5

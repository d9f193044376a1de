"""acted_in in English: verbs, casts, characters, talks and refusals; performed, aired_on and produced_by beside them."""

from __future__ import annotations

import pytest

from kgraph.claims.english.airing import airing_claims
from kgraph.claims.english.music import music_claims
from kgraph.claims.english.people import people_claims
from kgraph.claims.english.tables import table_claims
from marked import read_marked, told

CAST = [
    ("{P:Ma Rin} stars in the drama “{W:Tin Moon}.”", ["acted_in Ma Rin, Tin Moon"]),
    (
        "“{W:Tin Moon}” stars {P:Ma Rin}, {P:Bo Ra-im} and {P:Ko Un}.",
        ["acted_in Bo Ra-im, Tin Moon", "acted_in Ko Un, Tin Moon", "acted_in Ma Rin, Tin Moon"],
    ),
    ("{P:Ma Rin} plays Cho Ah-ra, a cook, in “{W:Tin Moon}.”", ["acted_in Ma Rin, Tin Moon character=Cho Ah-ra"]),
    (
        "“{W:Tin Moon}” opens.\n{P:Ma Rin} and {P:Bo Ra-im} play Cho Ah-ra and Nam Gil respectively.",
        ["acted_in Bo Ra-im, Tin Moon character=Nam Gil", "acted_in Ma Rin, Tin Moon character=Cho Ah-ra"],
    ),
    (
        "“{W:Tin Moon}” opens.\n{P:Ma Rin} is back as Cho Ah-ra, {P:Bo Ra-im} as the Front Cook and {P:Ko Un} returns too.",
        [
            "acted_in Bo Ra-im, Tin Moon character=Front Cook",
            "acted_in Ko Un, Tin Moon",
            "acted_in Ma Rin, Tin Moon character=Cho Ah-ra",
        ],
    ),
    ("“{W:Tin Moon}” opens.\n{P:Ma Rin} is the widow who runs the inn.", ["acted_in Ma Rin, Tin Moon"]),
    (
        "“{W:Tin Moon}” opens.\n{P:Ma Rin} meets a girl with a lamp ({P:Bo Ra-im}) on the road.",
        ["acted_in Bo Ra-im, Tin Moon", "acted_in Ma Rin, Tin Moon"],
    ),
    (
        "Actress {P:Ma Rin} is set to star alongside {P:Bo Ra-im} in “{W:Tin Moon}.”",
        ["acted_in Bo Ra-im, Tin Moon", "acted_in Ma Rin, Tin Moon"],
    ),
    ("New stills of {P:Ma Rin} (“{W:Rye}”) in “{W:Tin Moon}” are out.", ["acted_in Ma Rin, Rye", "acted_in Ma Rin, Tin Moon"]),
    (
        "“{W:Tin Moon}” opens.\n{P:Ma Rin} and {P:Bo Ra-im} will reprise their roles.",
        ["acted_in Bo Ra-im, Tin Moon", "acted_in Ma Rin, Tin Moon"],
    ),
    ("Watch {P:Ma Rin} in “{W:Tin Moon}” below:", ["acted_in Ma Rin, Tin Moon"]),
]

OFFERS = [
    ("{P:Ma Rin} is in talks to lead “{W:Tin Moon}.”", ["acted_in Ma Rin, Tin Moon status=talks"]),
    ("{P:Ma Rin} has been offered “{W:Tin Moon},” her agency said.", ["acted_in Ma Rin, Tin Moon status=talks"]),
    ("{P:Ma Rin} turned down “{W:Tin Moon}.”", ["acted_in Ma Rin, Tin Moon status=declined"]),
    (
        "“{W:Tin Moon}” casts again.\nThe part was first offered to {P:Ma Rin}, who turned it down.",
        ["acted_in Ma Rin, Tin Moon status=declined"],
    ),
]

NOBODY = [
    "{P:Ma Rin} did not appear in “{W:Tin Moon}.”",
    "Fans want {P:Ma Rin} to star in “{W:Tin Moon}.”",
    "“{W:Tin Moon}” opens.\nCinematographer {P:Ma Rin} is back.",
    "“{W:Tin Moon}” opens.\n{P:Ma Rin} is a director.",
]


@pytest.mark.parametrize(("text", "expected"), [*CAST, *OFFERS])
def test_parts(text: str, expected: list[str]) -> None:
    assert told(list(people_claims(read_marked(text)))) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_acts(text: str) -> None:
    assert [line for line in told(list(people_claims(read_marked(text)))) if line.startswith("acted_in")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{O/broadcaster:HBS}'s “{W:Tin Moon}” is over.", ["aired_on Tin Moon, HBS"]),
        ("The {O/platform:Streamly} original series “{W:Tin Moon}” is over.", ["aired_on Tin Moon, Streamly"]),
        ("“{W:Tin Moon}” ({O/broadcaster:HBS}) – 7 percent", ["aired_on Tin Moon, HBS"]),
        (
            "“{W:Tin Moon}” aired on {O/broadcaster:HBS} and {O/platform:Streamly}.",
            ["aired_on Tin Moon, HBS", "aired_on Tin Moon, Streamly"],
        ),
        ("“{W:Tin Moon},” which {O/broadcaster:HBS} also airs, did well.", ["aired_on Tin Moon, HBS"]),
        ("Then {O/broadcaster:HBS} broadcast “{W:Tin Moon}.”", ["aired_on Tin Moon, HBS"]),
        ("They wrote a series for {O/broadcaster:HBS}, “{W:Tin Moon}.”", ["aired_on Tin Moon, HBS"]),
        ("“{W:Tin Moon},” for {O/broadcaster:HBS}, was a flop.", ["aired_on Tin Moon, HBS"]),
        ("“{W:Tin Moon},” with {P:Ma Rin}, is next on {O/broadcaster:HBS}.", ["aired_on Tin Moon, HBS"]),
        ("{O/platform:Streamly} wanted “{W:Tin Moon}” and “{W:Salt}” as remakes.", []),
        (
            "{P:Ma Rin} ({O/platform:Streamly} series “{W:Tin Moon},” films “{W:Salt}” and “{W:Rye}”) stars.",
            ["aired_on Tin Moon, Streamly"],
        ),
        (
            "“{W:Salt},” the sequel to {P:his=Ma Rin} own hit “{W:Tin Moon},” will premiere on {O/platform:Streamly}.",
            ["aired_on Salt, Streamly"],
        ),
        (
            "{O/studio:Reed}, the outfit behind “{W:Tin Moon}” and “{W:Salt},” is new.",
            ["produced_by Salt, Reed", "produced_by Tin Moon, Reed"],
        ),
        ("“{W:Tin Moon}” is a production of {O/studio:Reed}.", ["produced_by Tin Moon, Reed"]),
        ("“{W:Tin Moon}” (prod. {O/studio:Reed})", ["produced_by Tin Moon, Reed"]),
        ("“{W:Tin Moon},” the 2021 game by the two-woman studio {O/studio:Reed}, is out.", ["produced_by Tin Moon, Reed"]),
        ("{P:Ma Rin} of {O/studio:Reed} was the producer of “{W:Tin Moon}.”", []),
        ("{O/broadcaster:HBS} has shared new posters of “{W:Tin Moon}.”", ["aired_on Tin Moon, HBS"]),
        ("“{W:Tin Moon}” is produced by {O/studio:Reed Pictures}.", ["produced_by Tin Moon, Reed Pictures"]),
        (
            "“{W:Tin Moon}” opens.\n{O/studio:Reed Pictures} and {O/studio:Oak Film} produce.",
            ["produced_by Tin Moon, Oak Film", "produced_by Tin Moon, Reed Pictures"],
        ),
        ("“{W:Tin Moon}” will not air on {O/broadcaster:HBS}.", []),
        ("The star of “{W:Tin Moon}” gave an interview to {O/broadcaster:HBS}.", []),
    ],
)
def test_channels_and_studios(text: str, expected: list[str]) -> None:
    assert told(list(airing_claims(read_marked(text)))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{P:Ma Rin} released the single “{W/song:Lamp}.”", ["performed Ma Rin, Lamp"]),
        ("“{W/song:Lamp}” by {O/group:The Reeds} is out.", ["performed The Reeds, Lamp"]),
        ("{O/group:The Reeds}' fans love “{W/song:Lamp}.”", []),
        ("{P:Ma Rin} released the film “{W/film:Lamp}.”", []),
    ],
)
def test_singers(text: str, expected: list[str]) -> None:
    assert told(list(music_claims(read_marked(text)))) == expected


def test_tables() -> None:
    text = "Title | Network | Cast\n{W:Tin Moon} | {O/broadcaster:HBS} | {P:Ma Rin}, {P:Bo Ra-im}"
    assert told(list(table_claims(read_marked(text)))) == [
        "acted_in Bo Ra-im, Tin Moon",
        "acted_in Ma Rin, Tin Moon",
        "aired_on Tin Moon, HBS",
    ]

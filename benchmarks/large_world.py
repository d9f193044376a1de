"""A made-up world of people, works and organisations with as many facts as one likes, for benchmarks/large_store.py.

Nobody and nothing in it exists.  It has what makes a graph of the field slow to ask: surnames and syllables as unevenly
spread as in Korea, a few names with thousands of facts beside many with two or three, several articles for what is well
known.  Everything follows from the number of a work or of a person, so that parts can be made side by side.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kgraph.model import Qualifiers
from kgraph.text.romanize import revised

if TYPE_CHECKING:
    from collections.abc import Iterator

SURNAMES = {
    "김": ("Kim", 215), "이": ("Lee", 147), "박": ("Park", 84), "최": ("Choi", 47), "정": ("Jung", 43), "강": ("Kang", 24),
    "조": ("Cho", 21), "윤": ("Yoon", 20), "장": ("Jang", 20), "임": ("Lim", 17), "한": ("Han", 15), "오": ("Oh", 15),
    "서": ("Seo", 15), "신": ("Shin", 15), "권": ("Kwon", 14), "황": ("Hwang", 14), "안": ("Ahn", 14), "송": ("Song", 14),
    "전": ("Jeon", 11), "홍": ("Hong", 11), "유": ("Yoo", 10), "고": ("Ko", 9), "문": ("Moon", 9), "양": ("Yang", 9),
    "배": ("Bae", 8), "백": ("Baek", 8), "노": ("Noh", 6), "하": ("Ha", 5), "남": ("Nam", 5), "도": ("Do", 1), "봉": ("Bong", 1),
}  # fmt: skip
THINGS = {
    "바다": "Sea", "별": "Star", "겨울": "Winter", "봄": "Spring", "여름": "Summer", "가을": "Autumn", "밤": "Night",
    "아침": "Morning", "집": "House", "학교": "School", "병원": "Hospital", "왕국": "Kingdom", "거울": "Mirror",
    "그림자": "Shadow", "등대": "Lighthouse", "기차": "Train", "편지": "Letter", "약속": "Promise", "비밀": "Secret",
    "이웃": "Neighbour", "친구": "Friend", "형제": "Brother", "자매": "Sister", "여왕": "Queen", "검객": "Swordsman",
    "요리사": "Cook", "변호사": "Lawyer", "의사": "Doctor", "탐정": "Detective", "도시": "City", "시골": "Village",
    "섬": "Island", "강": "River", "산": "Mountain", "하늘": "Sky", "바람": "Wind", "비": "Rain", "눈": "Snow",
    "불": "Fire", "달": "Moon", "태양": "Sun", "시간": "Time", "기억": "Memory", "꿈": "Dream", "노래": "Song",
    "춤": "Dance", "영화": "Film", "소설": "Novel", "책": "Book", "문": "Door", "창문": "Window", "다리": "Bridge",
    "길": "Road", "나무": "Tree", "꽃": "Flower", "새": "Bird", "고양이": "Cat", "호랑이": "Tiger", "늑대": "Wolf",
    "용": "Dragon",
}  # fmt: skip
TITLES = ("{0}의 {1}|The {1} of the {0}", "{0} 그리고 {1}|{0} and {1}", "{1} 앞의 {0}|{0} before {1}", "나의 {0} {1}|My {0} {1}",
          "{0} 없는 {1}|{1} without {0}", "{0}, 그리고 {1}|{0}, Then {1}", "두 번째 {0}의 {1}|{1} of the Second {0}")  # fmt: skip
ROLES = ("directed", "wrote", "composed_for", *["acted_in"] * 6)
CHARTS = ("Flick Board", "Seoul Weekly Top", "Stream Meter", "한빛 차트", "Drama Pulse")
REGIONS = ("world", "South Korea", "Japan", "United States", None)
PERSON, WORK, ORGANIZATION = "Person", "Work", "Organization"


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something: its class and its number there."""

    type: str
    number: int


@dataclass(frozen=True, slots=True)
class Statement:
    """What some articles state."""

    predicate: str
    subject: Thing
    object: Thing | None = None
    said: Qualifiers = field(default_factory=Qualifiers)


@dataclass(frozen=True)
class World:
    """A world of about so many facts."""

    facts: int

    @cached_property
    def works(self) -> int:
        """How many works there are: some 13.5 facts for each, its people's own with them."""
        return max(20, round(self.facts / 13.5))

    @cached_property
    def people(self) -> int:
        """How many people there are."""
        return round(self.works * 1.6)

    @cached_property
    def organizations(self) -> int:
        """How many organisations there are."""
        return max(5, self.works // 60)

    def about_work(self, number: int) -> Iterator[Statement]:
        """Who made a work, where it ran, what it reached."""
        draw = random.Random(f"work {number}")
        work = Thing(WORK, number)
        crew = dict.fromkeys(self._someone(draw) for _ in ROLES)
        for role, person in zip(ROLES, crew, strict=False):
            yield Statement(role, person, work, Qualifiers(character=_given(draw)) if role == "acted_in" else Qualifiers())
        yield Statement("aired_on", work, self._company(draw))
        if draw.random() < 0.5:
            yield Statement("produced_by", work, self._company(draw))
        day = _day(draw)
        yield Statement("released_on", work, None, Qualifiers(date=day))
        for _ in range(draw.choice((0, 0, 0, 1, 2))):
            said = Qualifiers(date=_day(draw), rank=draw.randint(1, 10), chart=draw.choice(CHARTS), region=draw.choice(REGIONS))
            yield Statement("ranked", work, None, said)
        if draw.random() < 0.3:
            yield Statement("rated", work, None, Qualifiers(date=day, percent=round(draw.uniform(1, 25), 1)))

    def about_person(self, number: int) -> Iterator[Statement]:
        """With whom somebody signed, and to whom he or she is close."""
        draw = random.Random(f"person {number}")
        person = Thing(PERSON, number)
        yield Statement("signed_with", person, self._company(draw))
        if number % 3 == 0 and number + 1 < self.people:
            yield Statement(draw.choice(("friend_of", "friend_of", "dating", "married_to")), person, Thing(PERSON, number + 1))

    def _someone(self, draw: random.Random) -> Thing:
        """A few are in very many works: in a world of a million facts, the busiest in some five hundred."""
        return Thing(PERSON, int(self.people * draw.random() ** 1.6))

    def _company(self, draw: random.Random) -> Thing:
        """The largest of them have a tenth of everything."""
        return Thing(ORGANIZATION, int(self.organizations * draw.random() ** 3))


@lru_cache(maxsize=100_000)
def names_of(thing: Thing) -> tuple[str, str]:
    """Its name in English and in Korean."""
    draw = random.Random(f"{thing.type} {thing.number}")
    if thing.type == PERSON:
        surname = draw.choices(list(SURNAMES), [weight for _, weight in SURNAMES.values()])[0]
        given = _given(draw)
        return f"{SURNAMES[surname][0]} {_latin(given)}", surname + given
    korean, english = zip(*draw.sample(list(THINGS.items()), 2), strict=True)
    if thing.type == ORGANIZATION:
        return f"{english[0]}{english[1]} {thing.number}", f"{korean[0]}{korean[1]} {thing.number}"
    one, other = draw.choice(TITLES).split("|")
    part = draw.choice(("", "", "", " 2", " 3"))
    return other.format(*english) + part, one.format(*korean) + part


def _given(draw: random.Random) -> str:
    """Two syllables, a few of them very common."""
    return "".join(chr(0xAC00 + _SYLLABLES[int(len(_SYLLABLES) * draw.random() ** 1.7)]) for _ in range(2))


def _latin(given: str) -> str:
    return "-".join(_syllable(char) for char in given).capitalize()


@lru_cache(maxsize=1000)
def _syllable(char: str) -> str:
    return (revised(char) or char).lower()


def _day(draw: random.Random) -> str:
    return f"{2000 + int(25 * draw.random() ** 0.6)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"


def _syllables() -> list[int]:
    onsets, vowels, codas = (18, 11, 12, 9, 0, 6, 2, 3, 7, 14, 16), (20, 13, 4, 6, 8, 0, 1, 18), (0, 4, 21)
    every = [(onset * 21 + vowel) * 28 + coda for onset in onsets for vowel in vowels for coda in codas]
    return sorted(every, key=lambda code: random.Random(code).random())


_SYLLABLES = _syllables()

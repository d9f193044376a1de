"""Titles that say the same in two scripts: their words, how far they agree, and works that are tied by it in any order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.entities.title_scores import title_score
from kgraph.entities.title_words import LONGEST, korean_slots, stem
from kgraph.entities.translation import translate, whole_keys
from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading, remove
from kgraph.store import open_store
from worlds import make_article

CUT = [
    ("달빛세탁소", ["달빛", "세탁소"]),
    ("달빛 세탁소", ["달빛", "세탁소"]),
    ("귀신들의 야학", ["귀신들", "야학"]),
    ("막내아들", ["막내", "아들"]),
    ("길은", ["길"]),
    ("미란의 밤", ["미란의", "밤"]),
    ("SKY 캐슬", ["SKY", "캐슬"]),
    ("밤바다 시즌2", ["밤바다", "2"]),
]


@pytest.mark.parametrize(("title", "words"), CUT)
def test_korean_words_are_cut(title, words):
    assert [slot.word for slot in korean_slots(title)] == words


FORMS = [("Stars", "star's"), ("Grey", "gray"), ("Diaries", "diary"), ("Third", "3"), ("Men", "man")]


@pytest.mark.parametrize(("one", "other"), FORMS)
def test_forms_of_an_english_word_are_one(one, other):
    assert stem(one) == stem(other)


TITLES = [
    ("안개 나루", "Misty Ferry", "title_translates"),
    ("하늘 아래 우물", "The Well Under the Sky", "title_translates"),
    ("세 번째 우산", "Third Umbrella", "title_translates"),
    ("이태원의 밤", "Night in Itaewon", "title_translates"),
    ("사랑의 불시착", "Crash Landing on You", "title_mostly_translates"),
    ("밤의 학교", "The Night Train", "title_partly_translates"),
    ("가온나래", "The Night Train", "title_unseen"),
    ("소금 기차", "Encore", "title_unlike"),
    ("안개 나루 2", "Misty Ferry 3", "title_mostly_translates"),
]


@pytest.mark.parametrize(("korean", "english", "name"), TITLES)
def test_how_far_titles_agree(korean, english, name):
    assert title_score([korean], [english])[0] == name


def test_the_order_of_words_counts():
    assert translate("바다의 밤", "The Night of the Sea").in_order
    assert not translate("바다의 밤", "The Sea of the Night").in_order


def test_long_and_odd_titles_are_taken_as_they_come():
    assert whole_keys("가" * 10 * LONGEST) == ()
    assert whole_keys("…!?") == ()
    assert translate("밤" * LONGEST, "night " * LONGEST).english[1] > 0


PEOPLE = ["노해람", "Noh Haeram", "채은솔", "Chae Eunsol", "Chae Eun-sol", "표도윤", "Pyo Doyun"]
NAMES = ["달빛 세탁소", "Moonlight Laundry", "세탁소의 달빛", "소금 기차", "Salt Train", "Encore", "밤의 학교", "Night School"]


def _credits(people, work, *, directs):
    """The first one directs, or plays in it as all others do."""
    first = "directed" if directs else "acted_in"
    return [("acted_in" if place else first, person, work, Qualifiers()) for place, person in enumerate(people)]


@st.composite
def articles(draw, key):
    """One work with a director or none and up to three of a cast."""
    work = Referent(f"{key}#work", "Work", (draw(st.sampled_from(NAMES)),), draw(st.sampled_from(["film", "series", None])))
    names = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
    people = [Referent(f"{key}#p{number}", "Person", (name,)) for number, name in enumerate(names)]
    return make_article(key, "2021-03-04", _credits(people, work, directs=draw(st.booleans())))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_order_and_any_removal_gives_the_bytes_of_what_remains(data):
    world = [data.draw(articles(f"t{number:02d}")) for number in range(data.draw(st.integers(2, 10)))]
    gone = data.draw(st.sets(st.sampled_from([article.id for article, _ in world])))
    stores = [open_store("memory:"), open_store("memory:")]
    for one in data.draw(st.permutations(world)):
        put_reading(*one, stores[0])
    for article_id in sorted(gone):
        remove(article_id, stores[0])
    for one in world:
        if one[0].id not in gone:
            put_reading(*one, stores[1])
    assert stores[0].notes == stores[1].notes
    assert "".join(stores[0].reader().quads()) == "".join(stores[1].reader().quads())


def _works(*rows):
    """The entities of works told of by one article each: title, kind, who directs and who plays."""
    store = open_store("memory:")
    for number, (title, kind, director, *cast) in enumerate(rows):
        key = f"w{number}"
        work = Referent(f"{key}#work", "Work", (title,), kind)
        people = [Referent(f"{key}#p{place}", "Person", (name,)) for place, name in enumerate((director, *cast))]
        put_reading(*make_article(key, "2021-03-04", _credits(people, work, directs=True)), store)
    return [store.reader().entity(f"w{number}#work").id for number in range(len(rows))]


def test_a_translated_title_is_one_work():
    ko, en = _works(("안개 나루", "film", "노해람", "표도윤"), ("Misty Ferry", None, "Noh Haeram", "Pyo Doyun"))
    assert ko == en


def test_another_work_of_the_same_people_is_another():
    ko = ("소금 기차", "film", "노해람", "표도윤", "채은솔")
    en = ("The Paper Window", "film", "Noh Haeram", "Pyo Doyun", "Chae Eunsol")
    assert len(set(_works(ko, en))) == len((ko, en))


def test_a_drama_is_not_the_webtoon_of_its_title_and_a_season_not_the_next():
    ko, toon = ("안개 나루", "series", "노해람"), ("Misty Ferry", "webtoon", "Noh Haeram")
    second = ("Misty Ferry 2", "series", "Noh Haeram")
    assert len(set(_works(ko, toon, second))) == len((ko, toon, second))

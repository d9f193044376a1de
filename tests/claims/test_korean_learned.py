"""What is learned from Korean articles: rows, candidates, and which claims stand in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from claims.korean_case import reading
from kgraph.claims import extract
from kgraph.claims.korean import claims_of_rules
from kgraph.claims.korean.learned import judged, looks, verdicts
from kgraph.claims.korean.learned.candidates import Pair, pairs
from kgraph.claims.korean.learned.features import features
from kgraph.claims.korean.learned.labels import FAMILIES, class_of, key_in, key_of
from kgraph.claims.korean.learned.linear import Linear, load, read, write
from kgraph.claims.korean.learned.looks import look
from kgraph.claims.korean.learned.rows import row_of
from kgraph.claims.korean.learned.setting import setting_of
from kgraph.claims.korean.learned.standings import NONE, Standing
from kgraph.claims.korean.learned.sums import sums_of
from kgraph.claims.korean.learned.tally import Index, Tally
from kgraph.claims.korean.learned.units import LABELS, NAMES, units
from kgraph.claims.korean.learned.verdicts import ends_of
from kgraph.claims.korean.learned.wording import Wording, classes
from kgraph.claims.korean.learned.worth_features import worth_features
from kgraph.claims.korean.learned.worths import STATED, worths
from kgraph.claims.korean.reading import Reading
from kgraph.claims.learned.trees import read_trees
from kgraph.documents import read as read_document
from kgraph.mentions import find
from kgraph.model import Article, Referent
from kgraph.ontology import predicates
from spent import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable

CAST = "[p:김고은]과 [p:최민식]은 영화 ‘[w.film:파묘]’에 출연했다. 연출은 [p:장재현] 감독이 맡았다."


def document(text: str):
    article = read_document(Article("a", text, "ko", published="2024-02-22"))
    return article, find(article)


def test_of_a_long_list_only_the_first_pairs_are_looked_at() -> None:
    names = ", ".join(f"[p:{family}하{given}]" for family in "김이박최정강조윤장임" for given in "린윤은")
    setting = setting_of(reading(f"‘[w.film:파묘]’에는 {names} 등이 부부로 출연했다."))
    told = list(pairs(setting, setting.rows[0]))
    assert len(told) == 200
    assert max(pair.second for pair in told) < 24
    assert len(list(pairs(setting_of(reading(CAST)), setting_of(reading(CAST)).rows[0]))) == 2


def test_of_many_values_only_the_first_are_looked_at() -> None:
    days = ", ".join(f"2024년 {month}월 {day}일" for month in (1, 2) for day in range(1, 13))
    names = ", ".join(f"‘[w.film:파{second}]’" for second in "가나다라마바사아자차")
    setting = setting_of(reading(f"{names} {days} 개봉했다."))
    assert len(list(worths(setting, setting.rows[0]))) == 100


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("배우 [p:김고은]은 ‘[w.film:파묘]’에 출연했다.", "P W 출연하 다 ."),
        ("[p:김은희]가 쓰고 [p:김성훈]이 연출한 ‘[w.series:킹덤]’", "P 쓰다 고 P 연출하 은 W"),
        ("[p:현빈]과 [p:손예진]은 2022년 결혼했다.", "P P 0 년 결혼하 다 ."),
    ],
)
def test_a_row_folds_names_and_verbs(marked: str, words: str) -> None:
    row = row_of(reading(marked).lines[0])
    assert " ".join(row.words) == words
    text = reading(marked).document.article.text
    assert all(text[start:end] for start, end in row.places)


def test_a_list_has_the_particle_of_its_last() -> None:
    row = row_of(reading(CAST).lines[0])
    assert [row.cases[number] for number in range(2)] == ["은", "은"]


def test_a_noun_and_its_verb_tell_the_same() -> None:
    assert classes()["연출"] == classes()["연출하"] == "DIRECT"


def test_words_of_a_range_are_told_with_what_they_tell_of() -> None:
    told = Wording(("연출하", "'", "온다"))
    assert told.telling(0, 3) == ["연출하", "DIRECT", "온다"]
    assert told.telling(1, 2) == told.telling(2, 1) == []
    assert told.bound(0, 2) == ["^_DIRECT", "DIRECT_'", "'_$"]
    assert told.bound(2, 2) == ["^_$"]
    assert list(told.beside(1, 1)) == ["-0:연출하", "-:DIRECT", "+0:온다"]


def test_pairs_of_a_row_and_of_what_it_is_about() -> None:
    setting = setting_of(reading(CAST))
    told = [(pair.left.name, pair.right.name, pair.first is None) for row in setting.rows for pair in pairs(setting, row)]
    assert ("김고은", "파묘", False) in told
    assert ("파묘", "장재현", True) in told


def test_relatives_are_looked_for_only_where_words_tell_of_them() -> None:
    setting = setting_of(reading("[p:김고은]이 왔다. [p:장재현]도 [p:이도현]과 왔다. [p:유해진]은 [p:최민식]의 동생이다."))
    told = {(pair.left.name, pair.right.name) for row in setting.rows for pair in pairs(setting, row)}
    assert {("김고은", "유해진"), ("유해진", "최민식")} <= told
    assert not {("김고은", "장재현"), ("장재현", "이도현")} & told


def test_a_single_reason_is_enough_only_for_a_person_and_a_work() -> None:
    text = "[p:김고은]이 왔다. [p:장재현]도 [p:이도현]과 왔다. [p:유해진]은 영화 ‘[w.film:파묘]’의 감독과 남매다."
    setting = setting_of(reading(text))
    told = [pair for pair in pairs(setting, setting.rows[2]) if pair.first is None]
    ways = {len(pair.ways) for pair in told}
    assert {pair.type for pair in told if len(pair.ways) == 1} == {"PW"}
    assert max(ways) > 1
    assert {pair.left.name for pair in told if pair.type == "PP"} == {pair.left.name for pair in told if len(pair.ways) > 1}


@pytest.mark.parametrize("label", ["acted_in/talks", "parent_of", "based_on", "friend_of", "aired_on"])
@pytest.mark.parametrize("turned", [False, True])
def test_a_class_leads_back_to_its_fact(label: str, turned: bool) -> None:
    types = {"acted_in/talks": "Person Work", "based_on": "Work Work", "aired_on": "Work Organization"}
    ends = types.get(label, "Person Person").split()
    subject, object_ = (Referent(f"a#{at}", type_, (type_,)) for at, type_ in enumerate(ends))
    left, right = (object_, subject) if turned else (subject, object_)
    class_ = class_of(label, subject.ref, left, right)
    assert key_in(class_, left, right) == key_of(label, subject.ref, object_.ref)


def test_a_standing_leaves_the_asking_fact_out() -> None:
    one, two = key_of("directed", "a#p", "a#w"), key_of("directed", "a#q", "a#w")
    standing = Standing()
    for key, total in ((one, 100), (one, 40), (two, -30)):
        standing.add(key, total)
    assert (standing.best_beside(one), standing.best_beside(two)) == (-30, 100)
    assert (standing.least_beside(one), standing.count_beside(one), standing.above(0)) == (-30, 1, 1)
    assert Standing().best_beside(one) == NONE


def test_the_models_know_only_what_the_ontology_knows() -> None:
    known = {predicate.name for predicate in predicates()}
    models = load().families
    assert {*FAMILIES.values(), *STATED, "real", "value", "name", "common"} == set(models)
    told = {class_.rstrip("<>").partition("/")[0] for name in {*FAMILIES.values(), *STATED} for class_ in models[name].classes}
    assert told <= known
    assert {label.partition("/")[0] for label in LABELS} <= known
    assert set(verdicts.TELLING) <= known
    assert read_trees(verdicts.FILE).names == NAMES


def test_a_model_written_is_the_model_read(tmp_path) -> None:
    path = tmp_path / "pairs.tsv"
    write(path, load(), "note")
    assert write(tmp_path / "again.tsv", read(path), "note") is None
    assert path.read_bytes() == (tmp_path / "again.tsv").read_bytes()


def test_sums_at_once_are_sums_one_by_one() -> None:
    setting, models = setting_of(reading(CAST)), load()
    for found in (told for sums in sums_of(setting, models).by_key.values() for told in sums):
        if isinstance(found.pair, Pair):
            model, names = models.families[FAMILIES[found.pair.type]], features(setting, found.pair)
        else:
            model, names = models.families[found.pair.value.kind], worth_features(setting, found.pair)
        assert found.total in model.sums(names)


def test_a_feature_told_twice_counts_once_and_an_unknown_one_not_at_all() -> None:
    rows = {"P ": {"은": 0, "이": 1}, "W ": {"은": 2}}
    model = Linear(("one", "two"), rows, np.array([[1, 2], [10, 20], [100, 200]]), np.array([5, 5]))
    tally = Tally(Index({"PW": model}))
    told = ([("P ", ["은", "은"]), ("P ", ["은", "가"])], [], [("P ", ["이"]), ("W ", ["은"]), ("O ", ["은"])])
    assert [tally.add("PW", one) for one in told] == [0, 1, 2]
    assert tally.sums().tolist() == [[1, 2], [0, 0], [110, 220]]
    assert model.sums([("P ", "이"), ("W ", "은"), ("W ", "는")]) == [115, 225]
    assert Tally(Index({})).sums().tolist() == []


def test_each_claim_of_rules_stands_in_one_unit() -> None:
    told = reading(CAST)
    claims = claims_of_rules(told)
    found = units(setting_of(told), claims, load())
    assert sorted(claim.id for unit in found for claim in unit.claims) == sorted(claim.id for claim in claims)
    assert {len(unit.row) for unit in found} == {len(NAMES)}


def told_of(marked: str, published: str | None = "2022-02-08") -> set[tuple[str, str, str, bool]]:
    setting = setting_of(reading(marked, published))
    found = (worth for row in setting.rows for worth in worths(setting, row))
    return {(one.value.kind, one.subject.name, one.value.text, one.first is not None) for one in found}


def test_a_day_may_be_that_of_each_work_of_its_line() -> None:
    told = told_of("‘[w.film:파묘]’에 이어 ‘[w.film:검은 숲]’이 오는 22일 관객을 찾는다.")
    assert {("date", "파묘", "2022-02-22", True), ("date", "검은 숲", "2022-02-22", True)} <= told


def test_a_day_may_be_that_of_the_work_under_discussion() -> None:
    told = told_of("영화 ‘[w.film:파묘]’가 온다.\n\n‘[w.film:파묘]’는 무서운 이야기다. 극장에는 22일 걸린다.")
    assert ("date", "파묘", "2022-02-22", False) in told


def test_a_day_without_a_year_is_nobodys() -> None:
    assert not [one for one in told_of("‘[w.film:파묘]’는 3월 5일 나온다.", None) if one[0] == "date"]


def test_a_prize_may_be_that_of_people_and_works() -> None:
    told = told_of("[p:김고은]이 ‘[w.film:파묘]’로 백상예술대상 여자 최우수연기상의 주인이 됐다.")
    assert {name for kind, name, _, _ in told if kind == "award"} == {"김고은", "파묘"}
    assert all("연기상" in text for kind, _, text, _ in told if kind == "award")


@pytest.mark.parametrize(
    ("marked", "kinds"),
    [
        ("‘[w.series:밤의 우물]’은 동명 웹툰이 원작이다.", {"~webtoon", "~"}),
        ("웹소설 ‘[w.novel:밤의 우물]’이 드라마가 된다.", {"~novel", "~series"}),
        ("‘[w.series:밤의 우물]’은 재미있다.", set()),
    ],
)
def test_words_for_sources_hint_at_a_work_of_the_same_title(marked: str, kinds: set[str]) -> None:
    assert {text for kind, _, text, _ in told_of(marked) if kind == "twin"} == kinds


def test_the_work_of_the_older_kind_is_the_source() -> None:
    told = reading("웹소설 ‘[w.novel:밤의 우물]’이 드라마로 나온다.")
    setting = setting_of(told)
    found = {one.value.text: one for row in setting.rows for one in worths(setting, row) if one.value.kind == "twin"}
    made, source = ends_of(told, found["~series"])
    assert source == setting.rows[0].phrases[0].referent
    assert (made.kind, made.name) == ("series", "밤의 우물")


def test_a_look_tells_particles_and_verbs_of_the_line() -> None:
    setting = setting_of(reading("‘[w.film:파묘]’는 [p:장재현] 감독이 연출했다."))
    pair = next(one for one in pairs(setting, setting.rows[0]) if one.first is not None)
    work, person = pair.left.ref, pair.right.ref
    shown = dict(zip(looks.NAMES, look(setting, key_of("directed", person, work), pair), strict=True))
    turned = dict(zip(looks.NAMES, look(setting, key_of("based_on", work, person), pair), strict=True))
    assert (shown["subject case"], shown["object case"]) == (turned["object case"], turned["subject case"])
    assert (shown["subject first"], turned["subject first"]) == (0, 1)
    assert shown["subject role"] > 0
    assert shown["verb"] > 0


def test_what_no_line_states_has_no_look() -> None:
    told = look(setting_of(reading(CAST)), key_of("directed", "a#p", "a#w"), None)
    assert set(told) == {-1}


TEXT = (
    "배우 김고은과 최민식이 새 영화로 만난다.\n\n쇼박스는 2일 영화 ‘달빛 우물’의 주연으로 김고은과 최민식을 확정했다고 밝혔다. "
    "김고은은 무당 화림으로 분한다. 최민식은 풍수사 상덕을 연기한다. 메가폰은 ‘밤의 언덕’을 만든 장재현 감독이 잡는다."
)


def test_what_no_rule_reads_is_claimed_with_its_words() -> None:
    article, mentions = document(TEXT)
    claims = extract(article, mentions)
    assert {claim.subject.name for claim in claims if claim.predicate == "acted_in"} >= {"김고은", "최민식"}
    for claim in claims:
        assert TEXT[claim.evidence.start : claim.evidence.end] == claim.evidence.text
        assert TEXT[claim.trigger.start : claim.trigger.end] == claim.trigger.text != ""
        assert claim.evidence.covers(claim.trigger)
        assert 0.55 <= claim.confidence <= 0.99


def test_a_fact_is_not_both_offered_and_sure() -> None:
    article, mentions = document(TEXT.replace("확정했다고", "논의하고 있다고"))
    learned = [claim for claim in extract(article, mentions) if claim.rule.startswith("learned.")]
    ties = [(claim.predicate, claim.subject, claim.object) for claim in learned]
    assert len(ties) == len(set(ties))


def test_nothing_is_claimed_of_nothing() -> None:
    told = reading("비가 왔다.")
    assert list(judged(told, ())) == []


def test_time_grows_with_the_article() -> None:
    names = [f"김{one}{two}" for one in "가나다라마바사아자차" for two in "훈준호민석진우영철수"]

    def judging(count: int) -> Callable[[], object]:
        listed = ", ".join(f"배우 {name}" for name in names[:count])
        article, mentions = document(f"영화 ‘파묘’에는 {listed}이 출연한다. " * 2)
        told = Reading(article, mentions)
        return lambda: [list(judged(told, ())) for _ in range(3)]

    assert times_as_long(judging, 25, 100, floor=0.01, most=12) < 12

"""Dates in English, found and resolved against a day of publication."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.text.dates_english import find_date_phrases
from kgraph.text.dates_resolved import resolve_date
from kgraph.text.tense_english import speaks_ahead

CASES = [
    ("It is slotted for October.", "2011-07-13", ["2011-10"]),
    ("its January hit", "2014-04-14", ["2014-01"]),
    ("February's single", "2020-06-08", ["2020-02"]),
    ("a June launch on tvN", "2021-03-16", ["2021-06"]),
    ("It's dated for July 12.", "2023-02-15", ["2023-07-12"]),
    ("when it is released on June 29", "2017-06-19", ["2017-06-29"]),
    ("a romance opening Wednesday", "2025-08-04", ["2025-08-06"]),
    ("one for may and its march", "2025-08-04", []),
    # what the text says, published, what it fixes
    ("It aired on Sept. 17, 2021.", None, ["2021-09-17"]),
    ("It aired on 17 September 2021.", None, ["2021-09-17"]),
    ("It aired on the 3rd of May, 2020.", None, ["2020-05-03"]),
    ("Updated 2022.06.22 09:14", None, ["2022-06-22"]),
    ("Updated 2022-06-22", None, ["2022-06-22"]),
    ("It opened in September 2021.", None, ["2021-09"]),
    ("It opened in September of 2021.", None, ["2021-09"]),
    ("a hit of 2016", None, ["2016"]),
    ("in early 2024", None, ["2024"]),
    ("in the second half of 2023", None, ["2023"]),
    ("in the second quarter of 2021", None, ["2021"]),
    ("It opened on June 8.", "2022-05-29", ["2021-06-08"]),
    ("It will open on June 8.", "2022-05-29", ["2022-06-08"]),
    ("It opens on January 7.", "2014-12-04", ["2015-01-07"]),
    ("It opened in December last year.", "2022-02-13", ["2021-12"]),
    ("It said goodbye last Sunday.", "2022-02-13", ["2022-02-06"]),
    ("He spoke on Saturday.", "2022-05-29", ["2022-05-28"]),
    ("It moves to Friday nights this Saturday.", "2023-07-28", ["2023-07-28", "2023-07-29"]),
    ("It will air next Friday.", "2022-08-01", ["2022-08-05"]),
    ("It drops today.", "2023-07-28", ["2023-07-28"]),
    ("He spoke the day before yesterday.", "2023-07-28", ["2023-07-26"]),
    ("It opens in theaters from the coming 29th.", "2022-06-22", ["2022-06-29"]),
    ("It was shown on the 9th and rose on the 14th.", "2022-09-16", ["2022-09-09", "2022-09-14"]),
    ("It was shown on the 28th of last month.", "2022-09-16", ["2022-08-28"]),
    ("It was shown on the 28th.", "2022-09-16", ["2022-08-28"]),
    ("She was here last October.", "2014-07-03", ["2013-10"]),
    ("It will stream from next month.", "2025-11-30", ["2025-12"]),
    ("They will marry this autumn.", "2014-07-03", ["2014"]),
    ("He met her last summer.", "2022-07-05", ["2021"]),
    ("It was out last year.", "2022-07-05", ["2021"]),
    ("They met three days ago.", "2022-02-02", ["2022-01-30"]),
    ("They met two years ago.", "2022-02-02", ["2020"]),
    ("It led the count of March 13-19.", "2023-03-22", ["2023-03"]),
    ("It opened on May 3, 2020. One day later it led.", None, ["2020-05-03", "2020-05-04"]),
    ("They met on New Year's Eve 2020.", None, ["2020-12-31"]),
]

NOTHING = [
    ("It opened on June 8.", None),  # no year, and nothing to fix it
    ("He spoke on Saturday.", None),
    ("It aired on February 30, 2021.", None),
    ("a Fri-Sat drama", None),
    ("the 4th episode", "2022-09-16"),
    ("the 57th Awards", "2022-09-16"),
    ("She may sing, and he may march.", "2022-09-16"),
    ("It sold 2018 tickets.", "2022-09-16"),
    ("$2018 and 20,218 points", "2022-09-16"),
    ("One day later it led.", "2022-09-16"),  # later than what?
]


def resolve_all(text: str, published: str | None) -> list[str]:
    found: list[str] = []
    for phrase in find_date_phrases(text):
        ahead = speaks_ahead(text, phrase.start, phrase.end)
        iso = resolve_date(phrase, published, ahead=ahead, before=found[-1] if found else None)
        if iso:
            found.append(iso)
    return found


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_dates_are_as_exact_as_the_text_allows(text: str, published: str | None, expected: list[str]) -> None:
    assert resolve_all(text, published) == expected


@pytest.mark.parametrize(("text", "published"), NOTHING)
def test_nothing_is_guessed(text: str, published: str | None) -> None:
    assert resolve_all(text, published) == []


@pytest.mark.parametrize(("published", "expected"), [("2022", None), ("2022-05", "2022-06"), ("2022-05-29", "2022-06")])
def test_a_partial_day_of_publication_fixes_what_it_can(published: str, expected: str | None) -> None:
    (phrase,) = find_date_phrases("in June")
    assert resolve_date(phrase, published, ahead=True) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="JuneSeptMay the of last next this on in 0123456789,.-/thrdndst ", max_size=80))
def test_every_phrase_stands_in_the_text_and_resolves_to_a_real_day_or_none(text: str) -> None:
    end = 0
    for phrase in find_date_phrases(text):
        assert text[phrase.start : phrase.end] == phrase.text
        assert phrase.start >= end
        end = phrase.end
        for ahead in (None, True, False):
            iso = resolve_date(phrase, "2024-02-29", ahead=ahead)
            assert iso is None or len(iso) in (4, 7, 10)

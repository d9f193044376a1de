"""Companies by their short names, and what stands where a company's name could."""

from __future__ import annotations

from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article


def organizations(text: str) -> set[tuple[str, ...]]:
    found = find(read(Article("a", text, "en", published="2023-10-03")))
    return {referent.names for referent in found.referents if referent.type == "Organization"}


def test_a_company_without_its_last_word_is_the_same() -> None:
    text = "Her agency Pine Hill Entertainment said so on Monday. The actress signed with Pine Hill in 2021."
    assert organizations(text) == {("Pine Hill Entertainment", "Pine Hill")}


def test_a_day_or_an_adverb_before_the_agency_is_no_company() -> None:
    assert organizations("The group will be back on October 17, their agency said.") == set()
    assert organizations("Separately, the agency of actor Kim Do-hyun denied it.") == set()


def test_a_part_of_a_work_is_no_company() -> None:
    assert organizations("Episode 16, the last one, recorded 16.5 percent nationwide on March 21, 2020.") == set()

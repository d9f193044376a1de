"""Credits and casts of whole short English articles: what rules claim of a text, no more and no less than it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kgraph.claims.english import claims_of_rules
from kgraph.claims.english.reading import Reading
from kgraph.documents import read
from kgraph.mentions import find
from kgraph.model import Article

PARAGRAPHS: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("english_paragraphs.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
)
CREDITS = ("directed", "wrote", "created", "produced", "acted_in", "aired_on")


@pytest.mark.parametrize("paragraph", PARAGRAPHS, ids=[each["title"] for each in PARAGRAPHS])
def test_credits(paragraph: dict[str, Any]) -> None:
    document = read(Article("own", f"{paragraph['title']}\n\n{paragraph['text']}", "en", published="2023-03-20"))
    said = claims_of_rules(Reading(document, find(document)))
    claims = [claim for claim in said if claim.predicate in CREDITS and claim.object]
    told = {f"{claim.predicate} {claim.subject.name}, {claim.object.name}" for claim in claims if claim.object}
    assert told == set(paragraph["facts"])

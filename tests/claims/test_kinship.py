"""Who is whose relative says nothing of a part in the work that is talked of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.claims.learned.kinship import without_kin_at_work
from kgraph.documents.sources import read_articles
from kgraph.model import Claim
from kgraph.pipeline import read_article
from kgraph.settings import DATA
from marked import read_marked

LINE = "Actress {P:Seo Ha-yoon} is the sister of {P:Seo Ha-rin}."
MARKED = "{W:Lantern Bay} airs on {O:tvN}.\n" + LINE


def claim_of(marked: str, predicate: str, object_: str, trigger: str, rule: str) -> Claim:
    """What the last line claims of Seo Ha-yoon."""
    told = read_marked(marked)
    by_name = {referent.name: referent for referent in told.mentions.referents}
    line = told.document.sentences[-1].span
    start = told.document.article.text.index(trigger, line.start)
    span = replace(line, start=start, end=start + len(trigger), text=trigger)
    return Claim("a", predicate, by_name["Seo Ha-yoon"], by_name[object_], evidence=line, trigger=span, confidence=0.6, rule=rule)


@pytest.mark.parametrize(
    ("line", "trigger", "rule", "stays"),
    [
        (LINE, "Actress", "pairs.acted_in", False),
        (LINE, "Seo Ha-yoon", "learned.acted_in", False),
        (LINE, "Actress", "casting.plays", True),  # a rule read it
        (LINE, "sister", "pairs.acted_in", True),  # another word tells it
        (LINE.replace(" is the", " of {W:Lantern Bay} is the"), "Actress", "pairs.acted_in", True),  # the work is in the line
    ],
)
def test_a_profession_beside_a_relative_is_no_part(line: str, trigger: str, rule: str, stays: bool) -> None:
    marked = MARKED.replace(LINE, line)
    part = claim_of(marked, "acted_in", "Lantern Bay", trigger, rule)
    kin = claim_of(marked, "sibling_of", "Seo Ha-rin", "sister", "kin.of")
    mentions = read_marked(marked).mentions
    assert without_kin_at_work([part, kin], mentions) == ([part, kin] if stays else [kin])
    assert without_kin_at_work([part], mentions) == [part]


@pytest.mark.parametrize("name", ["en-lantern-bay-interview", "ko-lantern-bay-director"])
def test_of_a_sister_no_part_is_claimed(name: str) -> None:
    (article,) = read_articles([str(DATA / "articles" / f"{name}.md")])
    claims = read_article(article).claims
    (sister,) = {claim.object.ref for claim in claims if claim.predicate == "sibling_of" and claim.object}
    assert [claim.predicate for claim in claims if claim.subject.ref == sister] == []

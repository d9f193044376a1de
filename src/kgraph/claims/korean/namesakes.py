"""Two works of one title: 동명의 웹툰, and the old work that a remake without a title of its own repeats."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.text.keys import make_ref, name_key

if TYPE_CHECKING:
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Referent

# What a source is called, and the kind of work that it is.
SOURCES = {
    "그래픽노블": "webtoon",
    "단편소설": "novel",
    "드라마": "series",
    "만화": "webtoon",
    "뮤지컬": "play",
    "소설": "novel",
    "애니메이션": "film",
    "에세이": "novel",
    "연극": "play",
    "영화": "film",
    "웹소설": "novel",
    "웹툰": "webtoon",
    "희곡": "play",
    "게임": "game",
}
SOURCE = r"(?P<source>" + "|".join(sorted(SOURCES, key=len, reverse=True)) + ")"


def kind_of_source(words: str) -> str | None:
    """The kind of work that words name last: 동명의 인기 웹툰 -> webtoon."""
    found = re.findall(SOURCE, words)
    return SOURCES[found[-1]] if found else None


def namesake(reading: Reading, work: Referent, kind: str | None) -> Referent:
    """The other work of the same title: the one of that kind that the article knows, else a new referent beside the first."""
    key = name_key(work.name)
    for referent in reading.mentions.referents:
        if referent.type == "Work" and referent.ref != work.ref and name_key(referent.name) == key and referent.kind == kind:
            return referent
    taken = {referent.ref for referent in reading.mentions.referents}
    ordinal = 2
    while (ref := make_ref(reading.document.article.id, "Work", work.name, ordinal)) in taken:
        ordinal += 1
    return replace(work, ref=ref, kind=kind)


def is_namesake(phrase: Phrase) -> bool:
    """True for a mention such as 동명의 웹툰, which stands for another work of the title under discussion."""
    return phrase.mention.form == "role" and phrase.mention.span.text.startswith(("동명", "같은"))


def first_of_title(reading: Reading, twin: Referent) -> Referent | None:
    """The work that shares the title of a namesake."""
    key = name_key(twin.name)
    titled = (one for one in reading.mentions.referents if one.type == "Work" and one.ref != twin.ref)
    return next((one for one in titled if name_key(one.name) == key), None)

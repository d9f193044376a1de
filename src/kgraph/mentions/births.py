"""When the people of an article were born, as far as it says so: a year, or an age on the day of publication.

An age leaves a year open, for nobody says whether the birthday has been; Korean counting (at birth one is one, and a year older
each New Year) is another year later.  What an article says in several places must hold together: if it does not, nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.mentions.english.ages import births_in as english_births
from kgraph.mentions.korean.ages import births_in as korean_births
from kgraph.model import Mentions

if TYPE_CHECKING:
    from kgraph.model import Document, Mention
    from kgraph.text.births import Birth

NAMING = frozenset({"name", "alias", "part"})


def with_births(document: Document, found: Mentions) -> Mentions:
    """The same mentions, with the birth years that the article gives of its people.

    'Lee Ji-hyun, 34, ...' in 2024 -> ``born`` is ``"1989/1990"``; 이지현(34) -> ``"1990/1991"``.
    """
    people = {referent.ref for referent in found.referents if referent.type == "Person"}
    named = [mention for mention in found.mentions if mention.ref in people and mention.form in NAMING]
    told = _told(document, named)
    if not told:
        return found
    referents = tuple(replace(one, born=str(born)) if (born := told.get(one.ref)) is not None else one for one in found.referents)
    return Mentions(found.mentions, referents)


def _told(document: Document, named: list[Mention]) -> dict[str, Birth]:
    """Ref -> when that person was born, for those of whom all that is said holds together."""
    births_in = korean_births if document.article.lang == "ko" else english_births
    said: dict[str, list[Birth]] = defaultdict(list)
    for mention, birth in births_in(document, named):
        said[mention.ref].append(birth)
    met = {ref: _meet(births) for ref, births in said.items()}
    return {ref: birth for ref, birth in met.items() if birth is not None}


def _meet(births: list[Birth]) -> Birth | None:
    met: Birth | None = births[0]
    for birth in births[1:]:
        met = met.meet(birth) if met is not None else None
    return met

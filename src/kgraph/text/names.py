"""Korean personal names: the one place to import from.

One person is 이재규, Lee Jae Kyu, Lee Jae-kyoo, LEE JAEKYU and Jae-kyoo Lee.  Everything here is a pure function of strings.

>>> parse_name("Jae-kyoo Lee").surname
'Lee'
"""

from __future__ import annotations

from kgraph.text.hangul import choseong, matches_choseong
from kgraph.text.name_candidates import blocking_keys, candidates
from kgraph.text.name_hangul import strip_name_particle
from kgraph.text.name_parse import GIVEN_FIRST, SURNAME_FIRST, ParsedName, is_hangul_name, is_korean_name, parse_name
from kgraph.text.name_search import NameIndex
from kgraph.text.name_verdict import NameComparison, compare, compare_pairs
from kgraph.text.particles import strip_particle
from kgraph.text.romanize import mccune, revised, romanizations

__all__ = [
    "GIVEN_FIRST",
    "SURNAME_FIRST",
    "NameComparison",
    "NameIndex",
    "ParsedName",
    "blocking_keys",
    "candidates",
    "choseong",
    "compare",
    "compare_pairs",
    "is_hangul_name",
    "is_korean_name",
    "matches_choseong",
    "mccune",
    "parse_name",
    "revised",
    "romanizations",
    "strip_name_particle",
    "strip_particle",
]

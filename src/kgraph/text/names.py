"""Korean personal names: the one place to import from.

One person is 이재규, Lee Jae Kyu, Lee Jae-kyoo, LEE JAEKYU and Jae-kyoo Lee.  Everything here is a pure function of strings.

>>> parse_name("Jae-kyoo Lee").surname
'Lee'
"""

from __future__ import annotations

from kgraph.text.hangul import choseong, matches_choseong
from kgraph.text.name_parse import GIVEN_FIRST, SURNAME_FIRST, ParsedName, is_hangul_name, is_korean_name, parse_name
from kgraph.text.particles import strip_particle

__all__ = [
    "GIVEN_FIRST",
    "SURNAME_FIRST",
    "ParsedName",
    "choseong",
    "is_hangul_name",
    "is_korean_name",
    "matches_choseong",
    "parse_name",
    "strip_particle",
]

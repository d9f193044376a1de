"""Whether a name in Hangul and one in Latin letters are heard alike, vowels and all: 루멘 and Lumen, 페어룸 and Pairoom."""

from __future__ import annotations

import functools
import re

from rapidfuzz.fuzz import ratio

from kgraph.text.keys import name_key
from kgraph.text.official import official_spellings

ALIKE = 78.0  # per cent of the letters; set on the tuning part of benchmarks/identity_corpus, November 2026
_ALIKE = (
    ("x", "ks"), ("ay", "ei"), ("eu", ""), ("eo", "o"), ("ae", "e"), ("oo", "u"), ("ee", "i"), ("ou", "u"),
    ("ph", "p"), ("ck", "k"), ("ch", "j"), ("sh", "s"),
)  # fmt: skip
_LETTERS = str.maketrans("lfvzcqgdb", "rpbjkkktp")
_TWICE = re.compile(r"(.)\1+")


@functools.lru_cache(maxsize=1 << 14)
def heard_alike(hangul: str, latin: str) -> bool:
    """Whether most letters of the two agree once both are written by ear.

    >>> heard_alike("루멘", "Lumen"), heard_alike("루멘", "Raman")
    (True, False)
    """
    return any(ratio(_by_ear(spelled), _by_ear(name_key(latin))) >= ALIKE for spelled in official_spellings(hangul))


def _by_ear(spelled: str) -> str:
    for letters, heard in _ALIKE:
        spelled = spelled.replace(letters, heard)
    return _TWICE.sub(r"\1", spelled.translate(_LETTERS))

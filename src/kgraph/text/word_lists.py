"""Word lists of data/, read once, when first asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import yaml

from kgraph import settings


@cache
def load_words(name: str) -> Any:
    """What ``data/NAME`` holds, as plain lists and mappings: ``load_words("english/dates.yaml")["months"]["sept"]`` -> ``9``."""
    return yaml.load((settings.DATA / name).read_text("utf-8"), Loader=yaml.CSafeLoader)


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; a space in a word stands for any white space but a line end."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", "[^\\S\\n]+").replace("'", "['’]") for word in ordered)

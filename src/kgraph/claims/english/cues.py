"""A first look at a line: whether it holds any of the words that a family of rules lives on.  Cheap, so that most lines are passed over."""

from __future__ import annotations

import re
from functools import cache

from kgraph.claims.english.lines import Line
from kgraph.text.word_lists import either

ADAPTATION = (
    "adapt", "base", "basis", "borrow", "comes from", "come from", "came back", "crossed", "draw", "from", "gave rise", "gives rise", "grew", "grow",
    "inspired", "is from", "made", "makes", "moved", "moves", "namesake", "origin", "provid", "reborn", "reboot", "re-imagin", "reimagin", "remade",
    "remake", "re-mak", "retell", "retold", "rework", "roots", "same", "source", "started", "turn", "version", "writ", "wrote", "penned", "webtoon",
    "novel", "by ", "taken",
)
KIN = (
    "bestie", "best friend", "bff", "boyfriend", "bromance", "brother", "budd", "child", "close", "confidant", "dad", "daughter", "dating", "ex-", "father",
    "fianc", "friend", "girlfriend", "groom", "hubby", "husband", "inseparable", "kid", "lover", "married", "mom", "mother", "mum", "pal", "parent",
    "sibling", "sister", "son ", "son,", "sons", "spouse", "twin", "wife", "chum", "couple",
)
LOVE = (
    "aisle", "bride", "broke up", "break up", "breakup", "couple", "dated", "dating", "divorc", "each other", "engaged", "groom", "hitched", "i do",
    "knot", "love", "marr", "mrs", "other half", "partner", "quits", "relationship", "romance", "romantic", "rumor", "rumour", "separat", "split",
    "spouse", "together", "vows", "ways", "wed",
)
RANK = (
    "#", "box office", "chart", "climb", "conquer", "dominat", "eighth", "fifth", "first", "fourth", "lead", "led ", "most", "ninth", "no.", "no ",
    "number", "peak", "place", "position", "rank", "round", "rul", "runner-up", "second", "seventh", "sixth", "spot", "summit", "swept", "tenth", "third",
    "throne", "top", "1st", "2nd", "3rd", "th ",
)
SEASON = ("continu", "follow", "season", "second", "sequel")


def says_any(line: Line, words: tuple[str, ...]) -> bool:
    """True if the line holds one of these words or beginnings of words, in any case."""
    return bool(_pattern(words).search(line.mask))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(either(words), re.IGNORECASE)

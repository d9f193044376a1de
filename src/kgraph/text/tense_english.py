"""Whether English words before a date speak of what is past or of what is to come."""

from __future__ import annotations

import re
from functools import cache

from kgraph.text.word_lists import load_words

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_WAITING = frozenset({"expected", "planned", "scheduled", "set", "slated", "slotted", "due"})
_WAITING |= {"dated", "pegged", "penciled", "pencilled"}
_OPENING = frozenset({"arriving", "bowing", "debuting", "landing", "launching", "opening", "premiering"})  # right before a date
_NOT_YET = frozenset({"is", "are", "gets"})  # "when it is released on June 29"
_REACH = 160  # characters; a verb farther away says nothing of a date


def speaks_ahead(text: str, start: int, end: int) -> bool | None:
    """True if the verb nearest to ``text[start:end]`` speaks of the future, False of the past, None where no verb says.

    Verbs before the date count first: "will open on June 8" -> True, "opened on June 8" -> False.
    """
    before = _last_tense(text[max(0, start - _REACH) : start])
    return before if before is not None else _first_tense(text[end : end + _REACH])


def _last_tense(text: str) -> bool | None:
    for clause in reversed(re.split(r"[;:(—–]|\.\s", text)):
        words = [word.group().lower().replace("’", "'") for word in _WORD.finditer(clause)]
        if words[-1:] and words[-1] in _OPENING:
            return True
        tenses = (_tense(words, at) for at in range(len(words) - 1, -1, -1))
        nearest = next((tense for tense in tenses if tense is not None), None)
        if nearest is not None:
            return nearest
    return None


def _first_tense(text: str) -> bool | None:
    words = [word.group().lower().replace("’", "'") for word in _WORD.finditer(re.split(r"[;:(—–]|\.\s", text)[0])]
    tenses = (_tense(words, at) for at in range(len(words)))
    return next((tense for tense in tenses if tense is not None), None)


def _tense(words: list[str], at: int) -> bool | None:
    ahead, behind, infinitives = _cues()
    word = words[at]
    if at and words[at - 1] == "to" and word in infinitives:
        return True
    if word == "set" and (at + 1 == len(words) or words[at + 1] not in ("for", "to")):
        return False
    if word in _WAITING:
        return True
    if word in behind or (word.endswith("ed") and len(word) > 4):
        if at and words[at - 1] in _NOT_YET:
            return None
        return bool(at and words[at - 1] in ("be", "to", "will"))
    if word in ahead or f"{word} {words[at + 1] if at + 1 < len(words) else ''}" in ahead:
        return True
    return True if word.endswith("'ll") else None


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    words = load_words("english/dates.yaml")
    return frozenset(words["ahead"]), frozenset(words["behind"]), frozenset(words["infinitives"])

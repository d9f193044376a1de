"""Personal names told by their own shape: Korean ones in every spelling, and foreign ones that begin with a known given name."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import Canvas, Spot
from kgraph.text.koreanish import is_common_surname, is_given, is_surname, is_syllable
from kgraph.text.word_lists import load_words

_CAPITALISED = re.compile(r"(?<![\w'’.&-])[A-ZÀ-Þ][\w]*(?:-[A-Za-z]\w*)*")
_HYPHENATED = re.compile(r" ([A-Za-z][a-zA-Z]{1,6}-[A-Za-z][a-z]{1,6})(?![\w-])")
_TWO = re.compile(r" ([A-Z][a-z]{1,5}) ([A-Z][a-z]{1,5})(?![\w-])")
_ONE = re.compile(r" ([A-Z][a-z]{1,9})(?![\w-])")
_WORD = re.compile(r" ([A-ZÀ-Þ][\w'’]*(?:-[A-Za-z]\w+)?)(?![\w-])")
_AGAIN = frozenset({"do", "so", "in", "you", "go", "no", "won", "man", "gang", "on", "may", "us", "star"})  # words that are syllables too
_TITLE_CASE_SURNAMES = frozenset("kim lee park choi jung jeong kang cho yoon jang lim han seo shin kwon hwang ahn song yoo hong jeon yang son bae".split())


def find_people(canvas: Canvas) -> None:
    """Paints the personal names that their shape alone gives away: Lee Jae-kyoo, Hwang Dong Hyuk, Chan-wook Park, James Cameron."""
    shadow, done = canvas.shadow, 0
    for word in _CAPITALISED.finditer(shadow):
        if word.start() < done:
            continue
        end = _name_end(shadow, word)
        if end:
            canvas.add(Spot(word.start(), end, "Person"))
            done = end


def _name_end(shadow: str, word: re.Match[str]) -> int | None:
    if is_surname(word[0]):
        end = _after_surname(shadow, word)
        if end:
            return end
    if "-" in word[0] and is_given(word[0]):
        return _surname_behind(shadow, word.end(), known=True)
    if word[0] in _given_names():
        return _surname_behind(shadow, word.end(), known=False)
    return None


def _after_surname(shadow: str, word: re.Match[str]) -> int | None:
    """Where a Korean name ends whose surname is ``word``, None if no given name follows."""
    given = _HYPHENATED.match(shadow, word.end())
    if given and is_given(given[1]):
        return given.end()
    if not is_common_surname(word[0]):
        return None
    given = _TWO.match(shadow, word.end())
    if given and _is_two(shadow, given):
        return given.end()
    given = _ONE.match(shadow, word.end())
    if given is None or word[0] in ("The", "In", "So", "No", "On", "Do", "Go", "Oh", "Ok", "You", "Young", "Sun", "Won"):
        return None
    if given[1] in _given_names() and word[0].casefold() in _TITLE_CASE_SURNAMES:
        return given.end()
    return given.end() if is_given(given[1]) and not _is_word(given[1]) else None


def _is_two(shadow: str, given: re.Match[str]) -> bool:
    """True if both words are syllables of one given name, the second not the surname of the next person."""
    first, last = given[1], given[2]
    if not all(is_syllable(part) or part.casefold() in _AGAIN for part in (first, last)):
        return False
    if first.casefold() in ("to", "no", "on", "may") or last.casefold() in ("to", "in", "on", "do", "go", "no", "may", "us", "star", "won"):
        return False
    behind = _HYPHENATED.match(shadow, given.end())
    return not (behind and is_surname(last))


def _surname_behind(shadow: str, start: int, *, known: bool) -> int | None:
    """Where a name ends whose given name ends at ``start``: a surname behind it, and a Korean given name behind that (Tony Leung Chiu-wai)."""
    surname = _WORD.match(shadow, start)
    if surname is None or _is_word(surname[1]):
        return None
    if known and not (is_common_surname(surname[1]) and not _HYPHENATED.match(shadow, surname.end())):
        return None
    if surname[1] in _suffixes() or surname[1].casefold() in ("award", "awards"):
        return None
    more = _HYPHENATED.match(shadow, surname.end())
    end = more.end() if more and not known else surname.end()
    return end - 2 if shadow[end - 2 : end] in ("'s", "’s") else end


def _is_word(word: str) -> bool:
    return word.casefold() in stop_words()


@cache
def stop_words() -> frozenset[str]:
    """Capitalised words that are no name of ours: places, times, words of the trade."""
    lists = load_words("english/not_names.yaml")
    return frozenset(str(word) for name in ("places", "times", "words") for word in lists[name])


@cache
def _given_names() -> frozenset[str]:
    return frozenset(load_words("english/people.yaml")["given"])


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(load_words("english/organizations.yaml")["suffixes"])

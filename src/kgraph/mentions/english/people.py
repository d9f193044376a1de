"""Personal names told by their own shape: Korean ones in every spelling, and foreign ones that begin with a known given name."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import PERSON, Canvas, Spot
from kgraph.text.koreanish import is_common_surname, is_given, is_surname, is_syllable
from kgraph.text.word_lists import load_words

_CAPITALISED = re.compile(r"[A-ZÀ-Þ](?<![\w'’.&-].)[\w]*(?:-[A-Za-z]\w*)*")
_BRACKETED_TITLE = re.compile(
    rf"{PERSON} \((?P<title>(?!(?:[Pp]layed|[Rr]eal name|[Bb]orn|[Ll]eft|[Rr]ight)\b)[A-Z][\w'’.-]*(?:[,:]? (?:#\d|"
    rf"[A-Za-z0-9&][\w'’.-]*)){{1,9}}[!?]?)\)"
)
_IN_BRACKET = re.compile(r"[^, ][^,]*")  # (Night Ferry, Salt Road) are two titles far more often than one
_BRACKET = re.compile(r"\([^()\n]{1,120}\)")
_HYPHENATED = re.compile(r" ([A-Za-z][a-zA-Z]{1,6}-[A-Za-z][a-z]{0,6})(?![\w-])")
_TWO = re.compile(r" ([A-Z][a-z]{1,5}) ([A-Z][a-z]{1,5})(?![\w-])")
_ONE = re.compile(r" ([A-Z][a-z]{1,12})(?![\w-])")
_WORD = re.compile(r" ([A-ZÀ-Þ][\w'’]*(?:-[A-Za-z]\w+)?)(?![\w-])")
_AGAIN = frozenset(
    {"do", "so", "in", "you", "go", "no", "won", "man", "gang", "on", "may", "us", "star"}
)  # words that are syllables too
_LONG = 6  # letters: two-syllable surnames (Hwangbo, Namgung) are nobody's ordinary word
_BARE_SYLLABLE = re.compile(r"Ran|Hit|Sun|Gun|Min|Hot|Won|Sang|Gang|Mi|Ki|Bin|Hong")  # syllables of names that are also words
_RARE = 0.8  # of 10,000 people: the rarest surname believed before two syllables
_ADVERBS = ("So", "No", "In", "On", "An", "Do", "Go", "Oh", "Ok", "You")
_TITLE_CASE_SURNAMES = frozenset(
    [
        "kim",
        "lee",
        "park",
        "choi",
        "jung",
        "jeong",
        "kang",
        "cho",
        "yoon",
        "jang",
        "lim",
        "han",
        "seo",
        "shin",
        "kwon",
        "hwang",
        "ahn",
        "song",
        "yoo",
        "hong",
        "jeon",
        "yang",
        "son",
        "bae",
    ]
)


def find_people(canvas: Canvas) -> None:
    """Paints the personal names that their shape alone gives away: Lee Jae-kyoo, Hwang Dong Hyuk, Chan-wook Park, James Cameron.

    A bracket behind a name is read for titles first: *Oh Yeon-seo (Jang Bo-ri Is Here)*.
    """
    _find_people(canvas, in_brackets=False)
    for found in _BRACKETED_TITLE.finditer(canvas.refresh()):
        for title in _IN_BRACKET.finditer(canvas.shadow, *found.span("title")):
            if title[0][0].isupper() and not _is_no_title(title[0].split()):
                canvas.add(Spot(*title.span(), "Work"))
    _find_people(canvas, in_brackets=True)


def _is_no_title(words: list[str]) -> bool:
    """True for what in a bracket is a person's name, or words that are no names: *May 13*."""
    if all(word.isdigit() or _is_word(word) for word in words):
        return len(words) == 2 and words[1].isdigit()
    if words[-1] in ("role", "station", "minute"):  # 역 and 분 of a part, as machines translate them
        return True
    return (
        2 <= len(words) <= 3
        and is_surname(words[0], 1.0)
        and is_given("-".join(words[1:]))
        and not all(_is_word(word) for word in words[1:])
    )


def _find_people(canvas: Canvas, *, in_brackets: bool) -> None:
    shadow, done = canvas.refresh(), 0
    if not in_brackets:
        shadow = _BRACKET.sub(lambda found: "(" + " " * (len(found[0]) - 2) + ")", shadow)
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
    given = _TWO.match(shadow, word.end())
    if given and is_surname(word[0], _RARE) and _is_two(shadow, given) and not _is_adverb(shadow, word, given):
        return given.end()
    if not is_common_surname(word[0]) and len(word[0]) < _LONG:
        return None
    given = _ONE.match(shadow, word.end())
    if given is None or word[0] in (*_ADVERBS, "Young", "Sun", "Won"):
        return None
    if given[1] in _given_names() and word[0].casefold() in _TITLE_CASE_SURNAMES:
        return given.end()
    if _is_word(given[1]) or given[1] in _suffixes():
        return None
    return given.end() if is_given(given[1]) or _is_odd_name(shadow, word, given) else None


def _is_odd_name(shadow: str, word: re.Match[str], given: re.Match[str]) -> bool:
    """*Kang Full has turned ...*: a pen name behind a frequent surname, at a sentence's start and before a verb."""
    before = shadow[max(0, word.start() - 3) : word.start()].rstrip(" “\"‘'")
    opens = not before or before[-1] in ".!?\n"
    if word[0].casefold() in _TITLE_CASE_SURNAMES and re.match(r" \([A-Z]", shadow[given.end() : given.end() + 3]):
        return True
    return (
        opens
        and word[0].casefold() in _TITLE_CASE_SURNAMES
        and bool(re.match(r"(?:['’]s| (?:has|is|was|had|will|wrote|plays|drew)) ", shadow[given.end() : given.end() + 8]))
    )


def _is_adverb(shadow: str, word: re.Match[str], given: re.Match[str]) -> bool:
    """*So Ji Sung replaces him*: the surname is a word where the rest stands alone elsewhere as a name."""
    rest = given[0].strip()
    return word[0] in _ADVERBS and shadow.count(rest) > shadow.count(f"{word[0]} {rest}")


def _is_two(shadow: str, given: re.Match[str]) -> bool:
    """True if both words are syllables of one given name, the second not the surname of the next person."""
    first, last = given[1], given[2]
    if not all(is_syllable(part) or part.casefold() in _AGAIN or _BARE_SYLLABLE.fullmatch(part) for part in (first, last)):
        return False
    if first.casefold() in ("to", "no", "on", "may") or last.casefold() in (
        "to",
        "in",
        "on",
        "do",
        "go",
        "no",
        "may",
        "us",
        "star",
        "won",
    ):
        return False
    behind = _HYPHENATED.match(shadow, given.end())
    return not (behind and is_surname(last))


def _surname_behind(shadow: str, start: int, *, known: bool) -> int | None:
    """Where a name ends whose given name ends at ``start``: a surname behind it, and a Korean given name behind that (Tony
    Leung Chiu-wai).
    """
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

"""People whom no list knows and whose names have no Korean shape: stage names and foreign names, told by where they stand."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import PERSON, WORK, Canvas, Spot
from kgraph.mentions.english.capitals import without_headlines
from kgraph.mentions.english.people import stop_words
from kgraph.text.koreanish import is_common_surname, is_given, is_surname
from kgraph.text.word_lists import either, load_words

_NAME = re.compile(r"[A-ZÀ-Þ](?<![\w'’.-].)[\w]*(?:[-.'’](?!s\b)\w+)*(?: [A-ZÀ-Þ][\w]*(?:-\w+)*){0,2}")
_REACH = 90  # characters that are looked at before and behind a name
_ROLE_REACH = 64  # characters; the longest role behind the longest verb is shorter
_TOO_GENERAL = frozenset(["of", "for", "the", "in", "at", "on", "In", "At", "On", "The", "to", "with", "by", "By"])


def find_strangers(canvas: Canvas) -> None:
    """Paints names that stand where only people stand: behind a role, before a verb of people, in a cast list, beside a
    person.
    """
    shadow = without_headlines(canvas)
    for found in _NAME.finditer(shadow):
        start, end = _core(shadow, found.start(), found.end())
        if start < end and _is_person(canvas, shadow, start, end):
            canvas.add(Spot(start, end, "Person"))


def _core(shadow: str, start: int, end: int) -> tuple[int, int]:
    """A capitalised run without the words in front that are no names: *The*, *Korean*, *Actor*."""
    nouns = load_words("english/people.yaml")["nouns"]
    while start < end:
        word = shadow[start:end].split(" ", 1)[0]
        if word.casefold() not in stop_words() and word.casefold() not in nouns:
            break
        start += len(word) + 1
    name = shadow[start:end]
    if not name or name.upper() == "PD" or all(word in stop_words() for word in name.casefold().split()):
        return end, end
    return start, end


def _is_person(canvas: Canvas, shadow: str, start: int, end: int) -> bool:
    before, after = shadow[max(0, start - _REACH) : start], shadow[end : end + _REACH]
    if _AS.search(before):
        return False
    if _is_led(before) or (_HANGUL.match(canvas.text, end) and _sounds_korean(shadow[start:end])):
        return True
    two = shadow.count(" ", start, end) == 1
    if two and (_is_foreign_korean(shadow[start:end]) or _beside_two(before, after)):
        return True
    if _IN_LIST.search(before) and _LIST_GOES_ON.match(after):
        return True
    if shadow.count(" ", start, end) == 0 and _COMMA_PERSON.match(after):
        return False
    last = before.split()[-1:] if before.endswith(" ") else []
    if last and (last[0] in _TOO_GENERAL or (last[0][:1].isupper() and last[0].casefold() not in stop_words())):
        return False
    return bool(_ahead().match(after))


def _is_led(before: str) -> bool:
    """True behind what stands right before people only: a role or a verb, a credit, a cast list, a song's title."""
    if _roles_behind().search(before, max(0, len(before) - _ROLE_REACH)):
        return True
    return any(mark in before for mark in ("by", ":", "/", "And")) and bool(_credits_behind().search(before))


def _sounds_korean(name: str) -> bool:
    """True for what a Hangul name of two to four syllables may spell: *Moon Chae*, not *Ashfall*."""
    words = name.split()
    return is_surname(words[0]) or (len(words) == 1 and is_given(name))


def _is_foreign_korean(name: str) -> bool:
    """*Rowan Kim*, *Spike Lee*: an unknown given name before a surname that many Koreans bear."""
    first, last = name.split()
    return len(first) > 2 and first[1:].islower() and is_common_surname(last) and last in _ABROAD


_ABROAD = frozenset(
    [
        "Kim",
        "Lee",
        "Park",
        "Choi",
        "Yoon",
        "Jung",
        "Kang",
        "Cho",
        "Han",
        "Shin",
        "Song",
        "Yoo",
        "Hong",
        "Chung",
        "Lim",
        "Ahn",
        "Moon",
        "Chang",
        "Yeun",
        "Kwon",
        "Hwang",
    ]
)


def _beside_two(before: str, after: str) -> bool:
    """Two words where a foreign name stands: *with Keanu Reeves and*, *. Elisha Cuthbert took over*."""
    if _WITH.search(before) and re.match(r"[,.;]| and\b| as\b| in the", after):
        return True
    return bool(_OPENS.search(before) and _VERB.match(after))


_AS = re.compile(r"as (?<!\was )(?:the |a |an )?(?:[a-z-]+ ){0,4}$")
_HANGUL = re.compile(r" \([가-힣]{2,4}\)")
_IN_LIST = re.compile(rf"{PERSON}(?: \([^()\n]*\))?(?:, | and | & |, and )$")
_LIST_GOES_ON = re.compile(
    r",| and\b|\.|\n|$| & | (?:have|has|are|were|will|star(?! \ue000)|play|lead|to|round|join|appear|co-star)\b"
)
_WITH = re.compile(r"\b(?:with|alongside|opposite|starring) $")
_OPENS = re.compile(r"(?:^|\n|[.;:!?][”\"’]? )$")
_VERB = re.compile(
    r" (?:took|takes|did|does|joined|joins|got|gets|gave|went|came|returned|returns|makes|had|has|starred|plays|played|"
    r"will|(?:is|was)(?! (?:an?|the|based|set in|directed|written|produced|adapted|about|available|airing|streaming)\b))\b"
)
_COMMA_PERSON = re.compile(rf", {PERSON}")
_TITLE = r"[A-Z0-9][^\n/]{0,60}?"


@cache
def _roles_behind() -> re.Pattern[str]:
    """Roles and verbs that stand right before people only."""
    words = load_words("english/people.yaml")
    roles = [noun for noun, entry in words["nouns"].items() if entry["role"] != "other"]
    noun = rf"(?:{either([*words['nouns'], *(role[0].upper() + role[1:] for role in roles)])})"
    return re.compile(rf"\b(?:{noun} |(?:{either(words['leads_person'])}) (?:{noun} )?)$")


@cache
def _credits_behind() -> re.Pattern[str]:
    """Credits, cast lists and titles that stand right before people only; each holds *by*, a colon, a slash or *And*."""
    credit = (
        r"(?:Directed|Written|Music|Created|Produced|Screenplay|Story|Composed|Sung) by:? |(?:Directed|Written|Music|"
        r"Created|Produced) by: "
    )
    sheet = (
        r"(?:Cast|Starring|Directors?|Writers?|Screenwriters?|Composers?|Music|PDs?|(?:Executive )?[Pp]roducers?|Hosts?|"
        r"MCs?) ?: ?"
    )
    return re.compile(
        rf"(?:(?:^|\n)(?:{credit}|{sheet}(?:{PERSON}(?: as "
        rf"[^,\n]{{1,30}})?(?:, | and | & ))*)"
        rf"|{WORK}[”\"'’]? by |\b(?:webtoon|novel|comic|webcomic|story|manhwa)\b[^.,\n]{{0,30}} by "
        rf"|\n[ \t]*\(?\d{{1,2}}[.)] ?{_TITLE} / (?:{PERSON} & )?|{PERSON} And |(?:OST|[Ss]ong|[Ss]oundtrack|[Tt]rack|"
        rf"[Ss]ingle)s?\b[^\n]{{0,60}} by )$"
    )


@cache
def _ahead() -> re.Pattern[str]:
    """What stands right behind people only."""
    words = load_words("english/people.yaml")
    return re.compile(
        rf"(?:,? \(?\d{{2}}\)?,|,? who\b| (?:{either(words['follows_person'])})\b|, (?:the|an?|his|her) (?:[\w'’-]+ "
        rf"){{0,6}}?(?:{either(words['nouns'])}|winner)\b"
        rf"|(?:, | and | And | & |, and ){PERSON}|['’]s [“\"'‘]?{WORK}|['’]s (?:manga|novel|webtoon|film|movie|drama|book|"
        rf"directorial)\b)"
    )

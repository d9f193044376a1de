"""Names of characters: they look like people's names and must not be taken for them."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import PERSON, Canvas, Spot
from kgraph.text.koreanish import is_given, is_surname
from kgraph.text.word_lists import either, load_words

_FULL = r"(?P<name>[A-Z][a-z]+ [A-Z]?[a-z]+-[A-Za-z][a-z]+|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}|[A-Z][a-z]+-[A-Za-z][a-z]+)"
# Somebody: a person, a name's shape, a pronoun.  The first character stands before the alternatives: a search can skip to it.
_PERSONLIKE = (
    rf"[{PERSON[0]}A-Zhs](?:(?<={PERSON[0]}){PERSON[1:]}|(?<=[A-Z])[a-z]+ [A-Z]?[a-z]+-[A-Za-z][a-z]+|"
    r"(?<=[A-Z])[a-z]+(?: [A-Z][a-z]+){1,2}|(?<=[Hh])e|(?<=[Ss])he|(?<=[A-Z])[a-z]+)"
)
_FILLER = r"(?:the |an? |his |her )?(?:[a-z0-9][a-z0-9'’-]* ){0,5}(?:(?:Dr|Mr|Mrs|Ms)\. )?"
_PLAYED = re.compile(
    rf"\b(?:(?:plays?|played|portrays?|takes? on|took|took on|taking on|offered|for) the (?:role|part|character|title role) of|"
    rf"plays?|played|playing|portrays?|portrayed|portraying|(?:role|part)s? (?:of|as)|transforms? into|transformed into|turns? "
    rf"into|portrayals? of|(?:[Hh]er|[Hh]is|(?<=['’])s) character,|"
    rf"turned into|divided into|disassembled into|character(?:s)?(?: named| called)?|acts as|stars as|starring as|appears as|"
    rf"cast as|stands as|"
    rf"returns as|back as) (?P<filler>{_FILLER}){_FULL}"
)
_AS = re.compile(rf"(?P<who>{_PERSONLIKE})(?: \([^()\n]{{0,30}}\))?,? as (?P<filler>{_FILLER}){_FULL}")
_IS = re.compile(
    rf"(?P<who>{_PERSONLIKE})(?: \([^()\n]{{0,30}}\))? (?:is|was) (?P<filler>)(?P<name>[A-Z][a-z]+ [A-Z]?[a-z]+-[A-Za-z][a-z]+|"
    rf"[A-Z][a-z]+ [A-Z][a-z]+)(?=, (?:an?|the|who)\b)"
)
_BARE_AS = re.compile(
    r"as(?<!\was)(?<!such as)(?<!well as)(?<!known as)(?<!same as)(?<!far as)(?<!long as) "
    rf"(?P<filler>{_FILLER}){_FULL}(?=[,.;)]| and\b| in\b|$)",
    re.MULTILINE,
)
_AS_FIRST = re.compile(rf"(?:^|[.!?”\"] )As (?P<filler>{_FILLER}){_FULL}(?=, )", re.MULTILINE)
_LISTED_ROLE = re.compile(rf"(?:, | and |;| \n?){_PERSONLIKE} as (?P<filler>){_FULL}")
_PLAYED_BY = re.compile(
    rf"{_FULL} ?\(?(?:,? ?(?:who is |is |was |will be )?(?:played|portrayed|acted|voiced|brought to life) by)\b(?P<filler>)"
)
_KOREAN = r"[A-Z][a-z]+ (?:[A-Z][a-z]+-[A-Za-z][a-z]+|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z][a-z]{1,8})"
_IN_CAPITALS = r"[A-Z]{2,9} [A-Z]{2,9}(?:-[A-Z]{2,9})?"  # recaps write parts so: OH MI-JOO (Shin Se-yeon)
_BRACKETED = re.compile(
    rf"(?P<filler>)(?P<name>{_KOREAN}|{_IN_CAPITALS}|[A-Z][a-z]+-[A-Za-z][a-z]+) "
    rf"\((?:played by |acted by |actor |actress )?(?:{PERSON}|"
    rf"{_KOREAN}|[A-Z][a-z]+)\)"
)
_SHAPES = (  # each with what a text must hold for it
    *((_PLAYED, ""), (_AS, " as "), (_IS, ", "), (_BARE_AS, "as "), (_LISTED_ROLE, " as "), (_AS_FIRST, "As ")),
    *((_PLAYED_BY, "ed by"), (_BRACKETED, " (")),
)
_PART = re.compile(r"plays?\b|portray|transform|(?:[\w’']+ ){0,3}(?:roles?|parts?) (?:of|as)\b|(?:[Hh]er|[Hh]is|s) character,")
_REAL_ROLE = re.compile(r"\b(?:opposite|with|alongside|against|by|that|under|for|from|of)\b")


def find_characters(canvas: Canvas) -> None:
    """Paints characters: what stands behind *plays*, *as*, *the role of*; wherever the same name stands again."""
    names: dict[str, None] = {}
    for pattern, needed in _SHAPES:
        for found in pattern.finditer(canvas.refresh()) if needed in canvas.refresh() else ():
            if _is_role(found) and canvas.add(Spot(*found.span("name"), "Character")):
                names.setdefault(found["name"])
    for name in names:
        if "-" in name or " " in name:
            _repeat(canvas, name)


def _is_role(found: re.Match[str]) -> bool:
    filler = found["filler"] or ""
    if _REAL_ROLE.search(filler) or (_roles().search(filler) and not _is_part(found)):
        return False
    if found.re is _BRACKETED and not _is_cast_bracket(found):
        return False
    who = found.groupdict().get("who") or ""
    if who.isalpha() and who.casefold() not in ("he", "she") and not is_surname(who):
        return False
    if found.re is _BRACKETED:
        return True
    words = found["name"].replace("-", " ").split()
    return _looks_personal(words)


def _is_part(found: re.Match[str]) -> bool:
    """*plays novelist Nam Do-gyu*: a trade is the part's own; not in *plays actress Bae Nu-ri's son*."""
    is_owned = found.string.startswith(("'s", "’s"), found.end())
    return found.re is _PLAYED and _PART.match(found[0]) is not None and not is_owned


def _is_cast_bracket(found: re.Match[str]) -> bool:
    """*Han Ae Ri (Lee Se Young)*: a name with another name of the same kind in brackets is a part and who plays it."""
    inner = found[0][len(found["name"]) + 2 : -1]
    if inner.startswith(("\ue000", "played by", "acted by", "actor", "actress")):
        return True
    words = inner.replace("-", " ").split()
    if len(words) == 1:
        return is_surname(inner, 20.0) and bool(
            re.search(
                r"(?:singer|rapper|doctor|detective|lawyer|reporter|heir|CEO|student) $",
                found.string[max(0, found.start() - 12) : found.start()],
            )
        )
    return is_surname(words[0]) and _looks_personal(words)


def _looks_personal(words: list[str]) -> bool:
    return (is_surname(words[0]) and is_given("-".join(words[1:3]) if len(words) > 2 else words[1])) or (
        len(words) == 2 and is_given("-".join(words))
    )


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(load_words('english/people.yaml')['nouns'])}) $")


def _repeat(canvas: Canvas, name: str) -> None:
    at = canvas.refresh().find(name)
    while at >= 0:
        if not (canvas.shadow[at - 1 : at].isalnum() or canvas.shadow[at + len(name) : at + len(name) + 1].isalnum()):
            canvas.add(Spot(at, at + len(name), "Character"))
        at = canvas.shadow.find(name, at + len(name))

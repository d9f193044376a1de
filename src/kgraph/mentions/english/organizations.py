"""Organisations that no list knows, told by a last word, a first word or a noun beside them; stage names beside their group."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import ORG, Canvas, Spot
from kgraph.mentions.english.capitals import is_stop, skip_stop_words, without_possessive
from kgraph.mentions.english.people import stop_words
from kgraph.text.word_lists import either, load_words


def find_organizations(canvas: Canvas) -> None:
    """Paints organisations told by a last word (X Entertainment, X Film Awards), a first word (Studio X) or a noun beside
    them.
    """
    for found in _suffixed().finditer(canvas.refresh()):
        start = skip_stop_words(canvas.shadow, found.start(), found.start("suffix"))
        if start < found.start("suffix"):
            canvas.add(
                Spot(start, found.end(), "Organization", _suffix_kind(found["suffix"], canvas.shadow[start : found.end()]))
            )
    for found in _prefixed().finditer(canvas.refresh()):
        canvas.add(
            Spot(
                found.start(), found.end(), "Organization", load_words("english/organizations.yaml")["prefixes"][found["prefix"]]
            )
        )
    for pattern in _organization_contexts():
        for found in pattern.finditer(canvas.refresh()):
            _add_name(
                canvas, found, "Organization", load_words("english/organizations.yaml")["nouns"].get(found["noun"].casefold())
            )


def find_members(canvas: Canvas) -> None:
    """Paints stage names beside their group: *V of BTS*, *After School's Nana*, *EXO's Kai*."""
    for pattern in (_MEMBER_OF, _GROUPS_MEMBER):
        for found in pattern.finditer(canvas.refresh()):
            group = canvas.covering(found.start("group"))
            if group is not None and group.kind == "group":
                _add_name(canvas, found, "Person", None)


_MEMBER_OF = re.compile(
    rf"(?P<name>[A-Z](?<![\w'’.].)[\w.]*(?:-[a-z]+)?) (?:of|from) (?:the )?(?:K-pop )?(?:girl group |boy group |boy band |"
    rf"idol group |band |group |duo |trio )?[\"“‘']?(?P<group>{ORG})"
)


_GROUPS_MEMBER = re.compile(
    rf"(?P<group>{ORG})[\"”’']?(?:['’]s| members?| leader| vocalist| rapper)? (?P<name>[A-Z][\w.]*(?:-[a-z]+)?)(?![\w ]*[A-Z])"
)


_NO_COMPANY = re.compile(
    r"\d+|[A-Z][a-z]+ly|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December"
)  # *on October 17, their agency said*; *Separately, the agency of*


def _title_before(shadow: str, start: int) -> bool:
    """True if the capitalised word before a name is no part of it: *Actor X*, *Director X*."""
    word = re.search(r"([A-Z][\w'’-]*) $", shadow[max(0, start - 30) : start])
    return word is not None and (
        word[1].casefold() in stop_words() or word[1].casefold() in load_words("english/people.yaml")["nouns"]
    )


def _add_name(canvas: Canvas, found: re.Match[str], type_: str, kind: str | None) -> None:
    start, end = found.span("name")
    start = skip_stop_words(canvas.shadow, start, end)
    end = without_possessive(canvas.shadow, end)
    if (
        type_ == "Person"
        and start == found.start("name")
        and re.search(r"[A-Z][\w'’-]* $", canvas.shadow[max(0, start - 30) : start])
        and not _title_before(canvas.shadow, start)
    ):
        return
    if type_ == "Organization" and _NO_COMPANY.fullmatch(canvas.shadow, start, end):
        return
    if type_ == "Person" and re.search(r"\bas (?:the |a |an )?(?:[a-z-]+ ){0,4}$", canvas.shadow[max(0, start - 60) : start]):
        return
    if start < end and not is_stop(canvas.shadow[start:end]) and canvas.shadow[start:end].upper() != "PD":
        canvas.add(Spot(start, end, type_, kind))


@cache
def _suffixed() -> re.Pattern[str]:
    suffixes = either(load_words("english/organizations.yaml")["suffixes"])
    rest = r"(?:[\w'’&-]|\.(?=\w)){0,60} (?:of |for |in |& )?"
    word = rf"(?<= )[A-ZÀ-Þ0-9]{rest}"  # after a space: otherwise a word could be cut into words in very many ways
    return re.compile(
        rf"[A-ZÀ-Þ\d](?<![\w’'].)(?:(?<=\d)\d{{0,3}}(?:st|nd|rd|th) (?:{word}){{1,5}}|(?<=[A-ZÀ-Þ0-9]){rest}(?:{word}){{0,4}})"
        rf"(?P<suffix>{suffixes})(?![\w-])"
    )


def _suffix_kind(suffix: str, name: str) -> str:
    kinds = load_words("english/organizations.yaml")["suffixes"]
    return "festival" if "Festival" in name else str(kinds.get(suffix, "other"))


@cache
def _prefixed() -> re.Pattern[str]:
    prefixes = either(load_words("english/organizations.yaml")["prefixes"])
    return re.compile(rf"(?<![\w’'])(?P<prefix>{prefixes}) [A-Z&][\w&]*(?: [A-Z][\w&]*)?")


@cache
def _organization_contexts() -> tuple[re.Pattern[str], ...]:
    noun = rf"(?P<noun>(?i:{either(load_words('english/organizations.yaml')['nouns'])}))"
    name = r"[\w&*+.]{0,60}[\w+*](?: [A-Z0-9][\w&*+.]{0,60}){0,2}"
    return (
        re.compile(rf"\b{noun} (?P<name>[A-Z0-9]{name})(?![\w-]| [A-Z])"),
        re.compile(rf"(?P<name>[A-Z0-9](?<![\w'’.].){name}), (?:the|a|an|her|his|their) (?:[a-z-]+ ){{0,3}}{noun}\b"),
    )

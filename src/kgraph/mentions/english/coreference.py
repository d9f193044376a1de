"""Who is meant by *Park*, *Eun-sook*, *the director*, *she*, *the drama*, *the two*: nearest and fittest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.english.canvas import ORG, PERSON, Canvas, Spot
from kgraph.mentions.english.discourse import (
    REACH,
    Asides,
    Discourse,
    candidates,
    company_before,
    note_pair,
    open_paragraph,
    pair_before,
    topics_of,
    work_subject,
)
from kgraph.mentions.english.listed import listed_as
from kgraph.mentions.english.people import stop_words
from kgraph.model import Mention, Sentence, Span
from kgraph.text.keys import name_key
from kgraph.text.word_lists import either, folded, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.mentions.english.referents import Cast
    from kgraph.text.quotes import Quote

_SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


_PLURAL = frozenset({"they", "them", "their", "both"})


MEMORY = 400  # mentions of people that a bare surname may look back on


LATEST = 1_000  # mentions of people; who was named longer ago is no longer spoken of


def resolve(canvas: Canvas, cast: Cast, aliases: list[tuple[Spot, str]], speech: list[Quote]) -> list[Mention]:
    """All mentions outside of first-person speech, in text order."""
    asides = Asides(canvas.refresh())
    discourse = Discourse(cast, asides, topics=topics_of(canvas, cast, speech, asides))
    named = {spot.start: spot for spot in canvas.spots if spot.start in cast.at}
    second = {spot.start: (spot, ref) for spot, ref in aliases}
    bare = {spot.start: spot for spot in cast.bare}
    _learn_roles(canvas, cast, named)
    mentions: list[Mention] = []
    parts = discourse.parts = _parts(cast)
    for index, sentence in enumerate(canvas.document.sentences):
        if sentence.kind != "noise":
            open_paragraph(discourse, canvas.document.sentences, index)
            start = len(mentions)
            for event in _events(canvas, sentence, (named, second, bare), parts):
                mentions.extend(_mention(canvas, discourse, index, event))
            note_pair(discourse, index, mentions[start:])
    return mentions


@dataclass(frozen=True, slots=True, order=True)
class Event:
    """Something in a sentence that may stand for somebody: a name's spot, or words."""

    start: int
    end: int
    form: str
    ref: str | None = None
    word: str = ""
    noun: str = ""


def _events(
    canvas: Canvas,
    sentence: Sentence,
    spots: tuple[dict[int, Spot], dict[int, tuple[Spot, str]], dict[int, Spot]],
    parts: dict[str, list[str]],
) -> list[Event]:
    named, second, bare = spots
    events = []
    shadow = canvas.shadow
    start, end = sentence.span.start, sentence.span.end
    for found in re.finditer("[\ue000\ue002\ue004]", shadow[start:end]):
        at = start + found.start()
        if at in second:
            events.append(Event(at, second[at][0].end, "alias", second[at][1]))
        elif at in named:
            events.append(Event(at, named[at].end, "name"))
        elif at in bare:
            events.append(Event(at, bare[at].end, "part", word=canvas.name(bare[at])))
    for found in _words().finditer(shadow, start, end):
        if found["pronoun"]:
            events.append(Event(found.start(), found.end(), "pronoun", word=found["pronoun"].casefold()))
        elif found["noun"]:
            noun = " ".join(found["noun"].casefold().split())
            events.append(Event(found.start(), found.end(), "role", word=found["det"].casefold(), noun=noun))
        elif found["pair"]:
            events.append(Event(found.start(), found.end(), "pair"))
        elif found["part"] and name_key(found["part"]) in parts and _may_be_part(shadow, sentence, found):
            events.append(Event(found.start(), found.end(), "part", word=found["part"]))
    return sorted(events)


_GIVEN_AHEAD = re.compile(r" [A-Z][a-z]+-[A-Za-z]")


def _may_be_part(shadow: str, sentence: Sentence, found: re.Match[str]) -> bool:
    """A surname that is also a word (*So*, *In*) counts only in mid-sentence."""
    word = found["part"]
    if (
        word.isupper()
        and len(word) > 1
        and word.casefold() in stop_words() | {"won", "song", "moon", "young", "gang", "no", "so"}
    ):
        return False
    after = shadow[found.end() : found.end() + 1]
    if (
        after == "-"
        or _GIVEN_AHEAD.match(shadow, found.end())
        or (after == " " and shadow[found.end() + 1 : found.end() + 2].isupper() and word.casefold() in stop_words())
    ):
        return False
    return word.casefold() not in stop_words() or (
        found.start() > sentence.span.start and shadow[found.start() - 2] not in '“"‘.?!:'
    )


def _mention(canvas: Canvas, discourse: Discourse, index: int, event: Event) -> Iterator[Mention]:
    refs = list(_refs(canvas, discourse, index, event))
    for ref in refs:
        text = canvas.text[event.start : event.end]
        if event.form == "part":
            discourse.cast.drafts[ref].add(text, "part")
            discourse.part_use[name_key(text)] = ref
        if event.form != "alias":
            discourse.see(index, ref, oblique=len(refs) > 1 or discourse.asides.has(event.start))
        form = "role" if event.form == "pair" else event.form
        yield Mention(Span(event.start, event.end, text), ref, form)


def _refs(canvas: Canvas, discourse: Discourse, index: int, event: Event) -> Iterator[str]:
    if event.form == "name":
        yield discourse.cast.at[event.start]
    elif event.form == "alias" and event.ref:
        yield event.ref
    elif event.form == "part":
        yield from _one(_by_part(discourse, event.word))
    elif event.form == "pair" or event.word in _PLURAL:
        yield from pair_before(discourse, index)
    elif event.form == "pronoun" and event.word in ("it", "its"):
        owner = company_before(discourse, index) if event.word == "its" else None
        yield from _one(owner or work_subject(discourse, index))
    elif event.form == "pronoun":
        yield from _one(_by_pronoun(canvas, discourse, index, event))
    elif event.form == "role":
        yield from _one(_by_role(discourse, index, event.noun))


def _one(ref: str | None) -> Iterator[str]:
    if ref is not None:
        yield ref


def _by_part(discourse: Discourse, word: str) -> str | None:
    """The person called so before; else whoever of that name was spoken of last."""
    known = discourse.parts.get(name_key(word), [])
    used = discourse.part_use.get(name_key(word))
    if used in known:
        return used
    seen = [ref for _, ref in discourse.prominent[-LATEST:] if ref in known] or [
        ref for _, ref in discourse.people[-LATEST:] if ref in known
    ]
    if seen:
        return max(reversed(list(dict.fromkeys(seen))), key=seen.count)
    return known[0] if known else None


def _by_pronoun(canvas: Canvas, discourse: Discourse, index: int, event: Event) -> str | None:
    gender = _SINGULAR[event.word]
    apposed = _APPOSED.search(canvas.shadow, max(0, event.start - 80), event.start) if event.word in ("his", "her") else None
    barred = discourse.cast.at.get(apposed.start()) if apposed else None
    for ref in candidates(discourse, index):
        draft = discourse.cast.drafts[ref]
        if ref != barred and draft.gender in (None, gender):
            draft.gender = gender
            return ref
    return None


_APPOSED = re.compile(rf"{PERSON}(?: \([^()\n]*\))?, $")


def _by_role(discourse: Discourse, index: int, noun: str) -> str | None:
    people, works = load_words("english/people.yaml")["nouns"], load_words("english/works.yaml")["nouns"]
    if noun in works:
        return _work_by_kind(discourse, index, works[noun])
    if noun not in people:
        return _company_by_kind(discourse, index, load_words("english/organizations.yaml")["nouns"][noun])
    role, gender = people[noun]["role"], people[noun].get("gender")
    for _, ref in reversed(discourse.people[-30:]):
        draft = discourse.cast.drafts[ref]
        if role in draft.roles and draft.gender in (None, gender or draft.gender):
            return ref
    return next((ref for ref in candidates(discourse, index) if not discourse.cast.drafts[ref].roles), None)


def _company_by_kind(discourse: Discourse, index: int, kind: str) -> str | None:
    """*The group*, *the broadcaster*, *the agency*: the last one of that kind."""
    for at, ref in reversed(discourse.named_companies[-10:]):
        if index - at <= REACH and discourse.cast.drafts[ref].kind == kind:
            return ref
    return None


def _work_by_kind(discourse: Discourse, index: int, kind: str | None) -> str | None:
    topic = discourse.topics["Work"][index]
    here = [pair for pair in discourse.focus[-10:] if pair[0] == index]
    for at, ref in (
        *here,
        *([(index, topic)] if topic else []),
        *reversed(discourse.focus[-10:]),
        *reversed(discourse.works[-10:]),
    ):
        draft = discourse.cast.drafts[ref]
        unknown = draft.kind is None and kind not in ("novel", "play", "webtoon")  # a source is not what was made from it
        if index - at <= REACH and (kind is None or unknown or draft.kind == kind):
            draft.kind = draft.kind or kind
            return ref
    return None


def _learn_roles(canvas: Canvas, cast: Cast, named: dict[int, Spot]) -> None:
    """A role word right before a name tells the person's role and sometimes gender."""
    nouns = load_words("english/people.yaml")["nouns"]
    for start, spot in named.items():
        if spot.type != "Person":
            continue
        before = _role_before().search(canvas.shadow, max(0, start - 40), start)
        if before:
            entry = nouns[folded(before[1])]
            draft = cast.drafts[cast.at[start]]
            draft.roles.add(entry["role"])
            draft.gender = draft.gender or entry.get("gender")
    for draft in cast.drafts.values():
        if draft.type == "Person" and not draft.roles:
            draft.roles.update(entry.role for name in draft.names[:2] for entry in listed_as(name) if entry.role)


@cache
def _role_before() -> re.Pattern[str]:
    return re.compile(rf"\b({either(load_words('english/people.yaml')['nouns'])}) $", re.IGNORECASE)


def _parts(cast: Cast) -> dict[str, list[str]]:
    """Key of a single word -> the people of whose full names it is a part."""
    found: dict[str, list[str]] = {}
    for draft in cast.drafts.values():
        if draft.type == "Person":
            for name in (*draft.names, *draft.aliases):
                words = name.split()
                for word in words if 1 < len(words) <= 3 and words[0].isascii() else ():
                    if len(word) > 1 and draft.ref not in found.setdefault(name_key(word), []):
                        found[name_key(word)].append(draft.ref)
    return found


@cache
def _words() -> re.Pattern[str]:
    people, works = load_words("english/people.yaml")["nouns"], load_words("english/works.yaml")["nouns"]
    works = {noun for noun in works if noun not in ("follow-up", "sequel", "remake", "spin-off", "adaptation")}
    roles = [
        noun
        for noun, entry in people.items()
        if entry["role"] != "other" and not (noun.endswith("s") and not noun.endswith("ss"))
    ]
    companies = load_words("english/organizations.yaml")["nouns"]
    return re.compile(
        rf"\b(?:(?P<pair>[Tt]he (?:pair|duo|couple|two (?:actors|stars|leads|women|men|actresses)|two(?=[,.;]| (?:are|were|"
        rf"have|had|will|also|who|both|first|met|got|began|started|said|share|shared|play|played|work|worked|reunite|reunited|"
        rf"star|starred|tied|became|become|did|do|can|could|would|wish|and|to|from|in|on|at|with|tease|of them)\b))|[Bb]oth "
        rf"(?:actors|stars|leads|men|women|actresses))\b(?! of)"
        rf"|(?P<det>[Tt]he|[Tt]his) (?:(?!same\b|first\b|next\b|last\b|other\b|another\b)[a-z0-9][a-z0-9-]* |{ORG}(?:['’]s)? |"
        rf"Korean |K-){{0,3}}(?:[a-z]+-)?(?P<noun>{either([*roles, *works, *companies])})\b(?! ?(?:of|who|that|with|behind|"
        rf"which|titled|called|drama|film|series|movie|show|comedy|thriller|romance|song|webtoon|novel|director|actor|actress|"
        rf"star|\"|“|‘|'(?!s)|[\ue000-\uf8ff]|[A-Z]))"
        r"|(?P<pronoun>[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]is|[Hh]ers|[Tt]hey|[Tt]hem|[Tt]heir|[Ii]t|[Ii]ts)\b(?!['’]s [a-z]+ (?:to|"
        r"that)\b)"
        r"|(?P<part>[A-ZÀ-Þ][\w]+(?:-\w+)?))"
    )

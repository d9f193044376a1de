"""acted_in told by the character, in brackets or before the actor.

박지후(남온조 역), 민태구(현빈), 연교는 조여정이 연기한다, 유연석이 연기하는 하상수는.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import Frame, Scene, scene_of
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import P
from kgraph.model import Claim, Qualifiers
from kgraph.text.characters_korean import is_character_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.phrases import Phrase

NAME = r"[‘'“\"]?(?P<{0}>[가-힣]{{1,6}}?|[A-Z][a-z]{{1,12}})[’'”\"]?"
_BRACKETED = re.compile(rf"(?<![가-힣])[‘']?(?P<name>[가-힣]{{1,6}})[’']?\({P}(?: 분)?\)")
_OPPOSITE = re.compile(
    rf"(?:상대역|파트너|아내|남편|딸|아들|친구)(?: 역)?(?:인)? (?P<name>[가-힣]{{2,5}})(?:은|는|에는|"
    rf"역은) [^\ue001]{{0,40}}?{P}(?:이다|다[.]|이 맡|가 맡|이 연기|가 연기|이 낙점|가 낙점)"
)
_PART_OF = re.compile(r"(?P<name>[가-힣]{1,6}) (?:역|분|役)$|^극 ?중 (?P<other>[가-힣]{1,6})(?: 역)?$")
_FORENAME = re.compile(r"(?<![가-힣])[가-힣]{2,4} $")
_PRIZES = ("상", "부문", "대상")


def said_by(rule: str, where: tuple[int, int], confidence: float, qualifiers: Qualifiers) -> Said:
    """How a part is said: the rule's name behind ``casting.``, where, how sure, and with which qualifiers."""
    return Said(f"casting.{rule}", where, confidence, qualifiers)


def named_as(name: str | None) -> str | None:
    """The name if a character may be called so."""
    return name if name and is_character_name(name) else None


def bracket_parts(reading: Reading) -> Iterator[Claim]:
    """박지후(남온조 역), 민태구(현빈): the character or the actor in brackets."""
    for line in reading.lines:
        scene = scene_of(reading, line) if line.people else None
        if scene is None:
            continue
        for phrase in line.people:
            if phrase.bracket and (found := _PART_OF.search(line.words(*phrase.bracket))):
                character = named_as(found["name"] or found["other"])
                yield from _of_place(scene, phrase, Qualifiers(character=character), phrase.bracket)
        for match in _BRACKETED.finditer(scene.text):
            if match["name"].endswith(_PRIZES):
                continue
            for phrase in line.shape.drawn(*match.span()):
                yield from _of_place(
                    scene, phrase, Qualifiers(character=named_as(_whole(scene.text, match))), line.shape.where(match)
                )


def _whole(text: str, match: re.Match[str]) -> str:
    """A character's name with the word before it, where it is a bare surname: 앤서니 김(김명민)."""
    name = match["name"]
    before = _FORENAME.search(text, max(0, match.start() - 6), match.start()) if len(name) == 1 else None
    return before[0] + name if before else name


def _of_place(scene: Scene, actor: Phrase, qualifiers: Qualifiers, where: tuple[int, int]) -> Iterator[Claim]:
    """A part told in brackets: the work is the nearest one named before in the sentence, else the one under discussion."""
    place = next((at for at, phrase in scene.line.shape.letters if phrase is actor), 0)
    works, named = scene.work_refs(Frame(place, place, ""))
    for work in works[:1]:
        yield scene.reading.claim(
            "acted_in", (actor.referent, work), scene.line, said_by("bracket", where, 0.93 if named else 0.88, qualifiers)
        )


def opposite(reading: Reading) -> Iterator[Claim]:
    """상대역 강단이는 이나영이 맡았다: the character first, the actor behind."""
    for line in reading.lines:
        for found in _OPPOSITE.finditer(line.shape.text):
            work = reading.work_before(line)
            actors = line.shape.phrases(*found.span())
            if work and named_as(found["name"]):
                said = said_by("opposite", line.shape.where(found), 0.85, Qualifiers(character=found["name"]))
                yield reading.claim("acted_in", (actors[-1].referent, work), line, said)


def is_word(scene: Scene, found: re.Match[str]) -> bool:
    """True if what stands where a character's name would is one common word: 문제로 출연을 고사했다."""
    start, end = scene.where(*found.span("name"))
    return any(token.start == start and token.end == end and token.tag == "NNG" for token in scene.line.sentence.tokens)


_PLAYS_NAME = re.compile(
    rf"{P}(?:이|가) (?:연기하는|연기한|연기할|맡은|분하는|"
    rf"분한) (?:[가-힣]{{1,6}} )?{NAME.format('name')}(?=[은는이가을를의](?![가-힣]))"
)


_INVERSE = re.compile(
    rf"(?<![가-힣]){NAME.format('name')}(?: 역)?(?:은|는) {P}(?:이|가)"
    r"(?:,(?= [^.]{2,60}(?:연기|맡|열연|분[하한해했]))| (?:각각 |직접 )?(?:연기|맡[아았는은]|열연|소화|분[하한해했]))"
)


def inverse(reading: Reading) -> Iterator[Claim]:
    """연교는 조여정이 연기한다: the character as the topic."""
    for line in reading.lines:
        for found in _INVERSE.finditer(line.shape.text):
            scene = scene_of(reading, line)
            works, named = scene.work_refs(Frame(found.start(), found.start(), ""))
            if not is_character_name(found["name"]):
                continue
            character = None if is_word(scene, found) else found["name"]
            for work in works[:1]:
                said = said_by("part", line.shape.where(found), 0.88 if named else 0.84, Qualifiers(character=character))
                yield reading.claim("acted_in", (line.shape.phrases(*found.span())[0].referent, work), line, said)


def played_by(reading: Reading) -> Iterator[Claim]:
    """유연석이 연기하는 하상수는: the character as the noun that the verb describes."""
    for line in reading.lines:
        for found in _PLAYS_NAME.finditer(line.shape.text):
            scene = scene_of(reading, line)
            works, named = scene.work_refs(Frame(found.start(), found.start(), ""))
            if named_as(found["name"]):
                for work in works[:1]:
                    said = said_by("part", line.shape.where(found), 0.9 if named else 0.84, Qualifiers(character=found["name"]))
                    yield reading.claim("acted_in", (line.shape.phrases(*found.span())[0].referent, work), line, said)

"""Who does what to which work around a verb of a Korean sentence.

A verb either stands before a noun that it describes (‘X’를 연출한 이재규: the *head* is 이재규) or ends a clause whose subject
and work stand before
it, in the clauses before it, or in what has been said so far.  All places here are places of the sentence's shape
(:mod:`kgraph.claims.korean.shape`), in which each mention is one letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kgraph.claims.korean.pairs import run_from, run_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Referent

_ENDINGS = frozenset(("ETM", "EC", "EF", "ETN"))
_HEAD_GAP = re.compile(
    r"(?:것은 |작품은 |영화는 |드라마는 |곳은 )?(?:[^은는이가을를,\ue000-\ue002]|[가-힣][은이가](?=[가-힣])|"
    r"(?<=[가-힣])의 ){0,24}"
)
_TITLE_BEFORE = re.compile(r"\ue001(?:\([^()]{0,80}\))?(?: ?등)?$")
_SUBJECT = re.compile(r"(?<![가-힣])([가-힣]{2,6}?)(?:이|가)(?= [가-힣 ]{0,12}[\ue000-\ue002])")
_NO_SUBJECTS = frozenset(("드라마", "작품", "영화", "시리즈", "프로그램", "예능", "최근", "이후", "당시", "올해", "지난해"))
_ADVERBIAL = ("에", "에서", "으로", "까지", "부터", "기", "것", "점", "수", "바")
_CASE = re.compile(r"[은는이가을를의](?= )")
_PREDICATE = re.compile(
    r" (?:[가-힣]{1,6} ){0,2}(?:작품|드라마|영화|시리즈|예능|리메이크작|거장|명장|감독|작가|연출가|인물|장본인|주역|베테랑|"
    r"배우|가수|스타|실력파)(?:으로|이다|이며|이고|이자|다[.]|답게)(?![가-힣]{2})"
)
_ADAPTED = re.compile(
    r" ?(?:원작으로|바탕으로|기반으로|토대로|각색한|모티브로|모티프로|원작이|옮긴|리메이크한|리메이크했|리메이크하)"
)
_AS_SUCH = re.compile(r" (?:[가-힣]{1,6} ){0,3}[가-힣]{1,6}(?:으로|로), ")
_TIME_NOUN = re.compile(
    r" (?:바|적|뒤|후|이후|다음|채|중|데|가운데|만큼|상태|예정|계획|때|당시|것으로|것이|것은|줄|사이|덕분|"
    r"만)(?![가-힣]{2})"
)
_WITH = re.compile(r"(?:[와과]|이?랑) ?(?:함께|공동|같이|나란히|힘을 합|손잡고|손을 잡고)")
_REACH = 60  # how far from a verb its nouns are looked for, in signs of the shape


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb at its place: ``form`` is ``ETM`` where it describes a noun, else ``EC``, ``EF``, ``ETN`` or ''
    (no verb: 출연 제안).

    ``head`` is the coordinated phrases of the noun it describes, where they are mentions.
    """

    start: int
    end: int
    form: str
    head: tuple[Phrase, ...] = ()


class Scene:
    """A line with its verbs: frames around triggers, and the subjects and works that belong to them."""

    def __init__(self, reading: Reading, line: Line) -> None:
        self.reading = reading
        self.line = line
        self.text = line.shape.text
        self._letters = line.shape.letters
        self._places = [place for place, _ in self._letters]

    @cached_property
    def _verbs(self) -> list[tuple[int, str]]:
        """The verb endings outside names, at their places of the shape."""
        offsets = self.line.shape.offsets
        found = []
        for token in self.line.sentence.tokens:
            if token.tag in _ENDINGS:
                place = bisect_left(offsets, token.end)
                if place < len(offsets) and offsets[place] == token.end:
                    found.append((place, token.tag))
        return found

    @cached_property
    def _cuts(self) -> list[int]:
        offsets = self.line.shape.offsets
        return [0, *(bisect_left(offsets, cut) for cut in self.line.cuts[1:])]  # cuts lie outside names, so each has its place

    def frame(self, start: int, end: int) -> Frame:
        """The frame of a verb or verbal noun between two places of the shape."""
        at = bisect_left(self._verbs, (end, ""))
        if at == len(self._verbs) or self._verbs[at][0] - end > 14 or self._letter_between(end, self._verbs[at][0]):
            return Frame(start, end, "")
        place, form = self._verbs[at]
        if form == "ETM" and (
            _TIME_NOUN.match(self.text, place) or _PREDICATE.match(self.text, place) or _AS_SUCH.match(self.text, place)
        ):
            form = "EC"
        return Frame(start, place, form, self._head(place) if form == "ETM" else ())

    def _letter_between(self, start: int, end: int) -> bool:
        return bisect_left(self._places, start) < bisect_left(self._places, end)

    def _head(self, place: int) -> tuple[Phrase, ...]:
        """The mentions that a verb before them describes: the first after it, with those coordinated."""
        at = bisect_left(self._places, place)
        if at == len(self._places) or not _HEAD_GAP.fullmatch(self.text, place, self._places[at]):
            return ()
        first = self._letters[at][1]
        if first.type == "Organization" and at + 1 < len(self._places):
            follower = self._letters[at + 1][1]
            gap = self.text[self._places[at] + 1 : self._places[at + 1]]
            if follower.type == "Work" and len(gap) < 14 and not _CASE.search(gap):
                first = follower
        return run_from(self.line, first)

    def clause_start(self, place: int) -> int:
        """Where the clause around a place begins."""
        return self._cuts[bisect_right(self._cuts, place) - 1]

    def before(self, place: int, since: int = 0) -> Iterator[tuple[int, Phrase]]:
        """Phrases before a place, nearest first, with their places."""
        for at in range(bisect_left(self._places, place) - 1, -1, -1):
            if self._places[at] < since:
                return
            yield self._letters[at]

    def after(self, place: int) -> Iterator[tuple[int, Phrase]]:
        """Phrases from a place on."""
        for at in range(bisect_left(self._places, place), len(self._places)):
            yield self._letters[at]

    def _relative_between(self, start: int, end: int) -> bool:
        """True if a verb that describes a noun stands between two places."""
        at = bisect_right(self._verbs, (start, "~"))
        while at < len(self._verbs) and self._verbs[at][0] <= end:
            if self._verbs[at][1] == "ETM":
                return True
            at += 1
        return False

    def _embedded(self, place: int, verb: int) -> bool:
        """True if a subject belongs to a describing verb that stands before the verb in question (P이 연출한 W에 출연했다)."""
        at = bisect_right(self._verbs, (place, "~"))
        return at < len(self._verbs) and self._verbs[at][0] < verb and self._verbs[at][1] == "ETM"

    def subjects(self, frame: Frame) -> tuple[Phrase, ...]:
        """Who does it: the head, the subject before the verb, the subject of an earlier clause, or who is under discussion."""
        if frame.head and frame.head[0].type == "Person":
            return frame.head
        cases = ("이", "은", "도", "까지") if frame.form != "ETM" else ("이", "도")
        spare: tuple[Phrase, ...] = ()
        for place, phrase in self.before(frame.start):
            if phrase.type != "Person" or phrase.case not in cases:
                continue
            run = run_to(self.line, phrase)
            if phrase.case == "은" or not self._embedded(place, frame.start):
                return run
            spare = spare or run
        return spare

    def works(self, frame: Frame) -> tuple[Phrase, ...]:
        """The works it is done to: the head, else the nearest before the verb that does not merely describe the subject."""
        if frame.head and frame.head[0].type == "Work":
            return frame.head
        since = self.clause_start(frame.start)
        person, spare = -1, None
        passed: set[str] = set()
        for place, phrase in self.before(frame.start):
            if phrase.type == "Person" and person < 0 and phrase.case in ("이", "은", "도"):
                person = place
            if phrase.type != "Work" or phrase.referent.ref in passed:
                continue
            if self.line.is_owner(phrase) or _ADAPTED.match(self.line.text, phrase.after - self.line.start):
                passed.update(other.referent.ref for other in run_to(self.line, phrase))
                continue
            if place < since and phrase.case not in ("은", "이"):
                spare = spare or (None if self.line.is_background(phrase) else phrase)
                continue
            if (
                phrase.case not in ("은", "이", "도")
                and 0 <= place < person
                and self._relative_between(place, person)
                and frame.form != "ETM"
            ):
                continue
            if frame.form == "ETM" and frame.start - place > _REACH:
                return ()
            return run_to(self.line, phrase)
        return run_to(self.line, spare) if spare else self._ahead(frame)

    def _ahead(self, frame: Frame) -> tuple[Phrase, ...]:
        """The work that a later verb of the sentence describes: 김은희가 쓰고 김성훈이 연출한 ‘킹덤’."""
        if frame.form != "EC":
            return ()
        for place, form in self._verbs[bisect_right(self._verbs, (frame.end, "~")) :]:
            if form == "ETM":
                head = self._head(place)
                return head if head and head[0].type == "Work" else ()
        return ()

    def work_refs(self, frame: Frame) -> tuple[tuple[Referent, ...], bool]:
        """The works of a frame, and whether the sentence itself names them; else the work under discussion."""
        named = self.works(frame)
        if named:
            return tuple(dict.fromkeys(phrase.referent for phrase in named)), True
        topic = self.reading.work_before(self.line)
        return ((topic,) if topic else ()), False

    def subject_refs(self, frame: Frame) -> tuple[tuple[Referent, ...], bool]:
        """The persons of a frame, and whether the sentence itself names them; else the person under discussion."""
        named = self.subjects(frame)
        if named:
            return tuple(dict.fromkeys(phrase.referent for phrase in named)), True
        if self._has_other_subject(frame):
            return (), False
        spoken = self.reading.phrase_before(self.line) or (self.reading.hero if self.line.number else None)
        run = run_to(*spoken) if spoken else ()
        return tuple(dict.fromkeys(phrase.referent for phrase in run)), False

    def companions(self, frame: Frame) -> tuple[Referent, ...]:
        """With whom it is done: 김 작가는 박상연 작가와 함께 ‘선덕여왕’을 썼다, 민규동 감독과 공동 연출한 ‘X’."""
        for place, phrase in self.before(frame.start, self.clause_start(frame.start)):
            if phrase.type == "Person" and phrase.case == "와" and _WITH.match(self.text, place + 1):
                return tuple(other.referent for other in run_to(self.line, phrase))
        return ()

    def follows_work(self, place: int) -> bool:
        """True if a title, with the brackets behind it, stands right before a place."""
        return bool(_TITLE_BEFORE.search(self.text, max(0, place - 90), place))

    def _has_other_subject(self, frame: Frame) -> bool:
        """True if the clause has a subject that is no mention (폴킴이 ‘약속’을): then nobody spoken of before is meant."""
        for found in _SUBJECT.finditer(self.text, self.clause_start(frame.start), frame.start):
            if found[1] not in _NO_SUBJECTS and not found[1].endswith(_ADVERBIAL):
                return True
        return False

    def where(self, start: int, end: int) -> tuple[int, int]:
        """The article's offsets of a stretch of the shape."""
        offsets = self.line.shape.offsets
        return offsets[start], offsets[min(end, len(offsets) - 1)]


def scene_of(reading: Reading, line: Line) -> Scene:
    """The scene of a line, made once for all rules."""
    scene: Scene | None = reading.scenes.get(line.number)
    if scene is None:
        scene = reading.scenes[line.number] = Scene(reading, line)
    return scene

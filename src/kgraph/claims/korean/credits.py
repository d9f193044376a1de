"""directed, wrote, created, produced, composed_for: who made a work, in credits and by verbs.

Reads brackets and lists, ‘지금 우리 학교는’(극본 천성일, 연출 이재규), and verbs, ‘X’를 연출한 Y, Y는 ‘X’를 집필했다.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import Frame, Scene, scene_of
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import PERSON
from kgraph.claims.korean.signs import predicate_of, role_predicates
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim, Referent

_ADVERB = r"(?:(?:함께|직접|공동|공동으로|같이|홀로|모두|잇달아|연이어|나란히|또|다시|처음|전작|최근|연속) ){0,2}"
_VERBS = (
    (
        "directed",
        re.compile(rf"(?:을|를|도|의)? ?{_ADVERB}(?:공동 ?)?(?:연출|감독)(?=[하한했할해]|을 맡|을 담당|의 (?:변|소감))"),
    ),
    ("directed", re.compile(rf"(?:을|를|의|에서|로)? ?{_ADVERB}(?:메가폰을|지휘봉을|연출봉을) (?:잡|들|쥔|쥐)")),
    (
        "directed",
        re.compile(r"(?:의)? ?(?:감독|연출|연출자|메가폰)(?:으로|로|에) (?:나선|나서|나섰|데뷔|참여|변신|합류|이름을 올)"),
    ),
    (
        "wrote",
        re.compile(
            rf"(?:을|를|도|의)? ?{_ADVERB}(?:공동 ?)?(?:집필|각색)(?=[하한했할해]|을 맡)|(?:의)? ?글을 (?:쓰|쓴|썼|써)|"
            rf"(?:의)? ?(?:극본|각본|대본|"
            rf"시나리오)(?:에|에도| 작업에| 작업에도) 참여|(?:의)? ?(?:극본|각본|대본|시나리오|이야기)(?:을|를|도|"
            rf"까지)? {_ADVERB}(?:쓰|"
            rf"쓴|썼|써|집필|맡|완성)"
        ),
    ),
    (
        "composed_for",
        re.compile(rf"(?:을|를|이|가) ?{_ADVERB}(?:작사 ?[·,/] ?작곡|작곡|작사|편곡)(?=[하한했할해]|을 맡|에 참여)"),
    ),
    ("composed_for", re.compile(r"(?:의)? ?(?:음악감독|음악|OST|음악 감독)(?:을|를)? (?:맡|작곡|만들|만든|책임|담당|프로듀싱)")),
    ("produced", re.compile(r"(?:의)? ?(?:프로듀서|총괄 ?프로듀싱|프로듀싱|제작)(?:로|를|을) (?:맡|참여)")),
)
_BOTH = re.compile(rf"(?:의)? ?(?:연출과 (?:각본|극본)|(?:각본|극본|집필)과 연출)(?:을|를)? {_ADVERB}(?:맡|담당|겸)")
_LISTED = re.compile(
    r"[△▷•●○☆★▲■□◆◇*·-]? ?(?:(?:극본|각본|연출|감독|각색|크리에이터|주연|출연|대본)(?: ?[:：] ?| )[가-힣]{2,5}(?=[ ,·.]|$)|"
    r"(?:[가-힣]{1,3}[·/ ]?)?(?:[가-힣]{1,4}|PD) ?[:：] ?[가-힣A-Z])(?!.{0,120}(?:다|요|죠)[.]?$).{0,120}$"
)
_WROTE = re.compile(
    r"(?:을|를|이|가) ?(?:(?:19|20)\d\d년 |직접 |함께 )?(?:펴낸|펴냈|쓰(?=[고며지는던])|쓴|썼|써(?![가-힣])|써낸|써 온|집필한)"
)
_DREW = re.compile(r"(?:을|를|이|가) ?(?:그린|그리고 쓴|쓰고 그린|연재한|연재 중인)")
_MADE = re.compile(
    r"(?:을|를|이|가) ?(?:함께 |같이 |공동으로 |다시 |직접 |새로 )?(?:내놨|내놓았|만든|만들(?=[고며었])|선보인|선보였|내놓은|"
    r"찍(?=[은을고었는])|찍은|이끈|탄생시킨|"
    r"빚은|히트시킨|"
    r"성공시킨|흥행시킨)"
)


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    labels = load_words("korean/credits.yaml")["labels"]
    return re.compile(rf"(?:(?<=[,/(·\s])|^)(?P<label>{either(labels)})(?:\s?[:：=]\s?|\s|/)"), dict(labels)


def _said(rule: str, where: tuple[int, int], confidence: float) -> Said:
    return Said(f"credits.{rule}", where, confidence)


def bracket_credits(reading: Reading) -> Iterator[Claim]:
    """‘지금 우리 학교는’(극본 천성일, 연출 이재규)."""
    for line in reading.lines:
        for phrase in line.works:
            if phrase.bracket is None:
                continue
            start, end = phrase.bracket
            yield from _list_credits(reading, line, phrase.referent, (start, end))


def listed_credits(reading: Reading) -> Iterator[Claim]:
    """극본 권아영, 연출 석우진. A sentence that is a list of credits of the work under discussion."""
    for line in reading.lines:
        work = reading.work_before(line)
        if work and line.phrases and _LISTED.match(line.text):
            yield from _list_credits(reading, line, work, (line.start, line.end))


def _list_credits(reading: Reading, line: Line, work: Referent, stretch: tuple[int, int]) -> Iterator[Claim]:
    for place, stop, labels in _labelled(line.words(*stretch), stretch[0]):
        inside = [
            phrase for phrase in line.phrases if place <= phrase.mention.span.start < stop and phrase.mention.form == "name"
        ]
        for named in inside:
            for predicate in labels:
                yield from _credit(reading, line, (predicate, named, work), (place, stop))


def _labelled(words: str, offset: int) -> Iterator[tuple[int, int, list[str]]]:
    """The labels of a bracket with the stretch of names behind each."""
    pattern, labels = _labels()
    found = list(pattern.finditer(words))
    if not found:
        yield from _labelled_behind(words, offset)
    for label, follower in zip(found, [*found[1:], None], strict=False):
        stop = follower.start() if follower else len(words)
        yield offset + label.start(), offset + len(words[:stop].rstrip(" ,·/")), labels[label["label"]]


def _labelled_behind(words: str, offset: int) -> Iterator[tuple[int, int, list[str]]]:
    """The other order: (장항준 이지효 극본, 홍성창 연출)."""
    labels = _labels()[1]
    place = 0
    for segment in re.split(r"[,/]", words):
        label = segment.rsplit(" ", 1)[-1].strip()
        if label in labels and " " in segment.strip():
            yield offset + place, offset + place + len(segment), labels[label]
        place += len(segment) + 1


def _credit(reading: Reading, line: Line, what: tuple[str, Phrase, Referent], where: tuple[int, int]) -> Iterator[Claim]:
    predicate, named, work = what
    if named.type == "Person" and predicate not in ("produced_by", "aired_on"):
        yield reading.claim(predicate, (named.referent, work), line, _said("bracket", where, 0.97))
    elif named.type == "Person" and predicate == "produced_by":
        yield reading.claim("produced", (named.referent, work), line, _said("bracket", where, 0.8))
    elif named.type == "Organization" and predicate == "produced_by":
        yield reading.claim("produced_by", (work, named.referent), line, _said("bracket", where, 0.96))
    elif predicate == "aired_on" and named.referent.kind in ("broadcaster", "platform"):
        yield reading.claim("aired_on", (work, named.referent), line, _said("bracket", where, 0.96))


def verb_credits(reading: Reading) -> Iterator[Claim]:
    """‘X’를 연출한 Y, Y가 집필한 ‘X’, Y는 ‘X’의 메가폰을 잡았다."""
    for line in reading.lines:
        if not line.phrases:
            continue
        scene = scene_of(reading, line)
        for predicate, pattern in _VERBS:
            for found in pattern.finditer(scene.text):
                yield from _by_frame(scene, predicate, scene.frame(*found.span()))
        for found in _BOTH.finditer(scene.text):
            for predicate in ("directed", "wrote"):
                yield from _by_frame(scene, predicate, scene.frame(*found.span()))


def _by_frame(scene: Scene, predicate: str, frame: Frame, *, topic: bool = True) -> Iterator[Claim]:
    """Claims for the persons and works of a frame; the work may be the one under discussion, if ``topic``."""
    people, named = scene.subject_refs(frame)
    works, told = scene.work_refs(frame)
    if (not named and not told) or (not told and not topic):
        return
    confidence = 0.93 if named and told else 0.82
    for person in (*people, *scene.companions(frame)):
        for work in works:
            if person.type == "Person":
                yield scene.reading.claim(
                    predicate, (person, work), scene.line, _said("verb", scene.where(frame.start, frame.end), confidence)
                )


def made_credits(reading: Reading) -> Iterator[Claim]:
    """‘X’를 쓴 Y, ‘X’를 만든 Y 감독: the work must stand right before the verb."""
    for line in reading.lines:
        if not line.works:
            continue
        scene = scene_of(reading, line)
        for pattern, default in ((_WROTE, "wrote"), (_DREW, "wrote"), (_MADE, "")):
            for found in pattern.finditer(scene.text):
                yield from _made(scene, default, scene.frame(*found.span()))


def _made(scene: Scene, default: str, frame: Frame) -> Iterator[Claim]:
    if frame.head and frame.head[0].type == "Organization":
        return
    if not (frame.head and frame.head[0].type == "Work") and not scene.follows_work(frame.start) and not _is_topic(scene, frame):
        return
    told = [person for person in scene.subjects(frame) if not default or role_predicates().get(person.role, default) == default]
    people = [(person.referent, default or predicate_of(scene.reading, person)) for person in told]
    if not people:
        people = _unsaid_maker(scene, default)
    people += [(other, people[0][1]) for other in scene.companions(frame)] if people else []
    for person, predicate in people:
        if predicate in ("directed", "wrote", "created", "composed_for"):
            for work in scene.works(frame):
                said = _said("made", scene.where(frame.start, frame.end), 0.92)
                yield scene.reading.claim(predicate, (person, work.referent), scene.line, said)


def _is_topic(scene: Scene, frame: Frame) -> bool:
    """True where the work is the topic and its maker the subject: ‘달밤’은 작곡가 물빛이 만들었다."""
    works = scene.works(frame)
    return scene.text[frame.start - 1 : frame.start] == PERSON and bool(works) and works[-1].case == "은"


def _unsaid_maker(scene: Scene, default: str) -> list[tuple[Referent, str]]:
    """Who made it where the sentence does not say: the writer spoken of last; the director, if the article has but one."""
    hero = scene.reading.hero
    if not default and hero and predicate_of(scene.reading, hero[1]) == "wrote":
        default = "wrote"
    if default == "wrote":
        writer = scene.reading.last_of_role(scene.line, "작가")
        return [(writer, default)] if writer else []
    if any(phrase.case in ("은", "이") for phrase in scene.line.phrases if phrase.type != "Work"):
        return []
    if hero and "감독" in scene.reading.roles(hero[1].referent):
        return [(hero[1].referent, "directed")]
    director = scene.reading.only_of_role("감독")
    return [(director, "directed")] if director else []


RULES = (bracket_credits, listed_credits, verb_credits, made_credits)

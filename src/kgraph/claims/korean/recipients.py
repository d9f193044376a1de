"""Who takes a prize: named after it, beside it in a list, after a participle, or as the subject before it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.untold import unknown_title
from kgraph.text.awards_korean import find_awards

if TYPE_CHECKING:
    from kgraph.claims.korean.ceremonies import Prize
    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Referent

_BULLET = re.compile(r"[△▲▶▷◇◆■□●○•·\-*]\s*$|^\s*$|\s{2,}$|[,/;]\s*$")
_IS_LIST = re.compile(r"\s*[:：=]\s*|\s*[-–—]\s+|\s+(?=[‘'<〈《「『])")
_TOPIC = re.compile(
    r"(?:의 (?:주인공|영예|영광|수상자|트로피)|(?: 부문)?(?: (?:수상자|수상작|트로피|영예|영광))?)(?:으로는|로는|에는|"
    r"[은는])(?=[ ,‘'“<])|[이가은는](?=[ ,‘'“<])"
)
_JOINED = re.compile(r"(?:과|와|,|·|및|\s|을 비롯해|를 비롯해|을 포함해|에 이어|은 물론|상|등|까지|(?:[을를] )?)+")
_AND = re.compile(r"\s*(?:과|와|·|및)\s*")
_GAP = re.compile(r"\s*(?:과|와|,|·|및|을 비롯해|를 비롯해|\s)\s*(?:영화|드라마|의|\s)*")
_TAKEN = re.compile(
    r"(?:[을를]|까지|등을?)? ?(?:[가-힣]{1,4} )?(?:받은|수상한|탄|차지한|거머쥔|따낸|안은|품은|품에 안은|휩쓴|가져간|"
    r"수상했던|받았던|안긴|안겨 준|안겨준)(?= )"
)
_EACH_ONE = re.compile(r"각각 [^,.]{0,16}(?:과|와) ?(?:[가-힣]{2,6} ?부문 )?$")  # 각각 대상과: the first prize has another name
_OFTEN = 3  # mentions that make a person the one an article is about; read off development articles, 2026-11
_NEAR = 9  # how far behind 수상한 the one stands who took it, with a role word or none between
_LONGEST = 12  # people or titles that one prize may have; longer lists are read up to here


@dataclass(frozen=True, slots=True)
class Taken:
    """Who takes a prize: persons, and the works it is for, which take it themselves where no person is named.

    ``shared`` where a work takes it and the bracket only says by whom: ‘X’는 연출상(홍명록)까지 3관왕.
    """

    people: tuple[Phrase, ...] = ()
    works: tuple[Phrase, ...] = ()
    shared: bool = False

    def work_of(self, person: Phrase, line: Line) -> Phrase | None:
        """The work that a person has the prize for: the one beside the name, else the only one told."""
        return beside(line, person) or (self.works[0] if len(self.works) == 1 else None)


def taken_by(reading: Reading, line: Line, prize: Prize, around: tuple[int, tuple[Prize, ...]]) -> Taken:
    """Who takes the prize (``around``: where the next prize begins, and the prizes before)."""
    limit, earlier = around
    start = prize.end + _called(line.words(prize.end, limit))
    after = line.words(start, limit)
    before = line.words(max(line.start, prize.start - 3), prize.start)
    if _IS_LIST.match(after) and (_BULLET.search(before) or re.match(r"\s*[:：=]", after)):
        return Taken(_winners(line, start, limit), _between(line.works, start, limit)[:_LONGEST])
    if re.match(r" ?\(", after) and start == prize.end:
        inside = _between(line.people, start, start + 1 + max(after.find(")"), 0))
        if inside:
            subject = _subject(reading, line, prize, earlier)
            return Taken(inside, subject.works, shared=bool(subject.works) and not subject.people)
    if _TOPIC.match(after):
        return _topic(line, prize, (start, limit), earlier)
    return (
        _joined(line, prize, limit)
        or _followed(line, prize)
        or _adnominal(line, prize, limit)
        or _subject(reading, line, prize, earlier)
    )


def _winners(line: Line, start: int, limit: int) -> tuple[Phrase, ...]:
    """The people and groups of a stretch, in text order."""
    groups = (phrase for phrase in line.phrases if phrase.type == "Organization" and phrase.referent.kind == "group")
    return _between(tuple(sorted((*outer_people(line), *groups), key=lambda phrase: phrase.start)), start, limit)


def _called(after: str) -> int:
    """How much of the words only says that candidates follow: 감독상 후보, 남우주연상 부문 후보자."""
    match = re.match(r"(?: ?부문)?(?: ?최종)?(?: ?후보(?:자|작)?(?:들)?)?", after)
    return match.end() if match else 0


def outer_people(line: Line) -> tuple[Phrase, ...]:
    """The people of a line that do not stand in the bracket of a work: ‘변호인’(감독 양우석)의 송강호."""
    return line.outer_people


def beside(line: Line, person: Phrase) -> Phrase | None:
    """The work right before a person (‘X’의, ‘X’로, X를 만든) or in brackets right after (이병헌(X))."""
    if not line.works:
        return None
    before = [work for work in line.works if 0 <= person.start - work.end <= 14]
    before = [work for work in before if not re.search(r"상|…|[.!?,]|관왕", line.words(work.end, person.start))]
    inside = [work for work in line.works if person.start < work.start < person.end]
    others = [other for other in outer_people(line) if before and before[-1].end <= other.start < person.start]
    if inside:
        return inside[-1]
    return before[-1] if before and not others else None


def _followed(line: Line, prize: Prize) -> Taken | None:
    """남녀 최우수상 은태경·노다인: in a headline the names stand right after the prize."""
    if line.sentence.kind != "headline":
        return None
    first = next((phrase for phrase in outer_people(line) if line.words(prize.end, phrase.start) == " "), None)
    return Taken(run_from(line, first)) if first is not None else None


def _between(phrases: tuple[Phrase, ...], start: int, end: int) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in phrases if start <= phrase.start < end)


def _topic(line: Line, prize: Prize, span: tuple[int, int], earlier: tuple[Prize, ...]) -> Taken:
    """감독상은 ‘X’의 Y; of two prizes told together (신인남우상과 신인여우상은 A와 B) the last is the last one's."""
    start, limit = span
    taken = _last_group(line, start, min(limit, max(line.clause(prize.start)[1], start)))
    if earlier and len(taken.people) == 2 and _AND.fullmatch(line.words(earlier[-1].end, prize.start)):
        return Taken(taken.people[1:])
    return taken


def _joined(line: Line, prize: Prize, limit: int) -> Taken | None:
    """The first of two prizes told together goes to the first of the two people that follow the second."""
    if not _AND.fullmatch(line.words(prize.end, limit)):
        return None
    follower = next((award for award in find_awards(line.words(limit, limit + 40)) if award.start == 0), None)
    if follower is None or not _TOPIC.match(line.words(limit + follower.end, line.end)):
        return None
    taken = _last_group(line, limit + follower.end, max(line.clause(limit)[1], limit + follower.end))
    return Taken(taken.people[:1] if len(taken.people) == 2 else taken.people) if taken.people else None


def _last_group(line: Line, start: int, limit: int) -> Taken:
    """‘내사랑 내곁에’의 김명민, 김명민과 박보영: the coordinated people that end a stretch; without people the works."""
    people, works = _between(outer_people(line), start, limit), _between(line.works, start, limit)
    if not people:
        groups = _winners(line, start, limit)
        return Taken() if not groups and unknown_title(line, start, limit) else Taken(groups, works[:_LONGEST])
    group = tuple(phrase for phrase in together(line, people[-1]) if phrase.start >= start)
    return Taken(group, tuple(work for work in (beside(line, group[0]),) if work is not None))


def together(line: Line, last: Phrase) -> tuple[Phrase, ...]:
    """The people that take a prize together, titles between them or not: ‘X’의 조승우와 JTBC ‘Y’ 김남주."""
    people = outer_people(line)
    group = [last]
    for phrase in reversed([one for one in people if one.start < last.start][-_LONGEST:]):
        gap = list(line.words(phrase.end, group[0].start))
        for other in line.phrases:
            if other.type != "Person" and phrase.end <= other.start < group[0].start:
                gap[other.start - phrase.end : other.end - phrase.end] = " " * (other.end - other.start)
        if not _GAP.fullmatch("".join(gap)):
            break
        group.insert(0, phrase)
    return tuple(group)


def _adnominal(line: Line, prize: Prize, limit: int) -> Taken | None:
    """감독상을 받은 X 감독, 최고상을 탄 ‘X’, 여우주연상을 수상한 ‘X’의 Y."""
    match = _TAKEN.match(line.words(prize.end, limit))
    if match is None:
        return None
    start = prize.end + match.end()
    follower = next((phrase for phrase in line.phrases if phrase.start >= start and phrase.type != "Organization"), None)
    if follower is None or follower.start - start > _NEAR or "," in line.words(start, follower.start):
        return None
    if follower.type == "Person":
        return Taken((follower,), tuple(work for work in _works_before(line, prize) if work.case in ("로", "에서"))[-1:])
    person = next((p for p in line.people if line.words(follower.end, p.start) in (" ", "의 ")), None)
    return Taken((person,), (follower,)) if person is not None else Taken((), (follower,))


def _works_before(line: Line, prize: Prize) -> tuple[Phrase, ...]:
    """The works of the clause before a prize."""
    return _between(line.works, line.clause(prize.start)[0], prize.start)


def _subject(reading: Reading, line: Line, prize: Prize, earlier: tuple[Prize, ...]) -> Taken:
    """X는 ‘Y’로 감독상을 받았다: the subject before the prize, and the work it is for."""
    floor = _own_floor(line, prize, earlier)
    before = [
        phrase for phrase in line.phrases if floor <= phrase.start and phrase.end <= prize.start and phrase.type != "Organization"
    ]
    works = tuple(phrase for phrase in _works_before(line, prize) if phrase.start >= floor)
    for cases in (("은", "이", "도"), ("", "와")):
        for phrase in reversed(before):
            stands = phrase.case or line.number == 0 or line.words(phrase.end, phrase.end + 1) == ","
            if stands and phrase.case in cases and phrase.mention.form != "speaker":
                if phrase.type == "Person":
                    return _own_share(line, prize, together(line, phrase), works)
                if cases[0] == "은" or line.number == 0:
                    return Taken((), run_to(line, phrase))
    return _left_out(reading, line, prize, works)


def _left_out(reading: Reading, line: Line, prize: Prize, works: tuple[Phrase, ...]) -> Taken:
    """The subject after the prize, else the person under discussion; none where a name that nobody could place stands before."""
    after = [phrase for phrase in line.people if phrase.start > prize.end and phrase.case in ("은", "이")]
    if after:
        return Taken(tuple(after[:1]), _for_work(works))
    if unknown_title(line, line.start, prize.start, subject=True):
        return Taken()
    person = (_hero(reading, line) or reading.person_before(line)) if line.number else None
    told = next((p for earlier in reading.lines[: line.number] for p in earlier.people if person and p.referent == person), None)
    return Taken((told,), _for_work(works)) if told is not None else Taken((), works[-1:])


def _hero(reading: Reading, line: Line) -> Referent | None:
    """The person that the article is about, if a topic of this paragraph: who a sentence without subject goes on about."""
    told = Counter(phrase.referent.ref for one in reading.lines for phrase in one.people)
    if not told:
        return None
    most = max(told, key=lambda ref: (told[ref], ref))
    near = [one for one in reading.lines[max(0, line.number - 6) : line.number] if one.sentence.block == line.sentence.block]
    topics = (phrase.referent for one in near for phrase in one.people if phrase.case == "은" and phrase.referent.ref == most)
    return next(topics, None) if told[most] >= _OFTEN else None


def _own_share(line: Line, prize: Prize, group: tuple[Phrase, ...], works: tuple[Phrase, ...]) -> Taken:
    """Of two who take two prizes (A와 B는 각각 X상, Y상을) each has one; the work is the one beside the person."""
    prizes = [award for award in find_awards(line.words(group[-1].end, line.end)) if award.kind == "prize"]
    if len(group) == 2 and len(prizes) == 2 and "각각" in line.words(group[-1].end, prize.start):
        group = group[:1] if prizes[0].start + group[-1].end == prize.start else group[1:]
    elif len(group) == 2 and _EACH_ONE.search(line.words(group[-1].end, prize.start)):
        group = group[1:]
    own = tuple(work for work in line.works if work.end <= group[0].start and group[0].start - work.end <= 4)
    return Taken(group, own[-1:] or _for_work(tuple(work for work in works if work.start >= group[0].start) or works))


def _own_floor(line: Line, prize: Prize, earlier: tuple[Prize, ...]) -> int:
    """Where the part of the line begins that speaks of this prize: after an earlier one that somebody else took."""
    for other in reversed(earlier[-_LONGEST:]):
        between = line.words(other.end, prize.start)
        listed = _JOINED.fullmatch(re.sub(r"[가-힣A-Z ]{0,12}상(?=$|[을를과와,·])|\([^()]*\)", "", between))
        if not listed and re.search(r"(?:[고며]|지만|는데|[은이가], |, )[^,]*$", between):
            return other.end
    return line.start


def _for_work(works: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    return tuple(work for work in works if work.case in ("로", "에서", "의", ""))[-1:]

"""Prizes won and nominations (won, nominated_for), and what they imply: an actor's prize for a film means a part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgraph.claims.korean.ceremonies import Prize, read_ceremonies
from kgraph.claims.korean.phrases import Phrase
from kgraph.claims.korean.reading import Line, Reading, Said
from kgraph.claims.korean.untold import unknown_title
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.awards_korean import award_words, find_awards, full_award
from kgraph.text.word_lists import either

_BULLET = re.compile(r"[△▲▶▷◇◆■□●○•·\-*]\s*$|^\s*$|\s{2,}$|[,/;]\s*$")
_IS_LIST = re.compile(r"\s*[:：=]\s*|\s*[-–—]\s+|\s+(?=[‘'<〈《「『])")
_TOPIC = re.compile(
    r"(?:의 (?:주인공|영예|영광|수상자|트로피)|(?: 부문)?(?: (?:수상자|수상작|트로피|영예|영광))?)(?:으로는|로는|에는|[은는])(?=[ ,‘'“<])|[이가은는](?=[ ,‘'“<])"
)
_JOINED = re.compile(r"(?:과|와|,|·|및|\s|을 비롯해|를 비롯해|을 포함해|에 이어|은 물론|상|등|까지|(?:[을를] )?)+")
_BEST = re.compile(r"작품상|^대상$|부문 대상$|황금종려|황금사자|황금곰")
_IMPLIED = (
    (re.compile(r"남우|여우|연기|주연|조연|배우|아역"), "acted_in"),
    (re.compile(r"각본|극본|시나리오|각색|작가"), "wrote"),
    (re.compile(r"음악감독|음악상|OST|작곡"), "composed_for"),
    (re.compile(r"감독|연출"), "directed"),
)


@dataclass(frozen=True, slots=True)
class _Taken:
    """Who takes a prize: persons, and the work it is for (which takes it itself where no person is named)."""

    people: tuple[Phrase, ...]
    work: Phrase | None


def read_awards(reading: Reading) -> Iterator[Claim]:
    """Prizes and nominations, line by line."""
    ceremonies = read_ceremonies(reading)
    open_nomination: tuple[int, Prize] | None = None
    for line in reading.lines:
        prizes = ceremonies.prizes[line.number]
        if open_nomination and not prizes and line.number == open_nomination[0] + 1:
            yield from _nominees(reading, line, open_nomination[1])
        open_nomination = None
        for number, prize in enumerate(prizes):
            limit = prizes[number + 1].start if number + 1 < len(prizes) else line.end
            outcome = _outcome(line, prize)
            taken = _taken(reading, line, prize, (limit, prizes[:number]))
            if outcome == "nominated_for" and not taken.people and taken.work is None:
                open_nomination = (line.number, prize)
            elif outcome is not None:
                yield from _claims(reading, line, (outcome, prize), taken)
        for prize in ceremonies.bare[line.number]:
            yield from _bare(reading, line, prize)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(either(award_words()[name]))


def _outcome(line: Line, prize: Prize) -> str | None:
    """``won``, ``nominated_for``, or ``None`` where the prize is hoped for or missed."""
    after = line.words(prize.end, prize.end + 40)
    stop = re.search(r"[.!?]\s", after)
    after = after[: stop.start()] if stop else after
    if re.match(r"(?:[을를은는]|에|의)? ?(?:놓고|두고|[^,]{0,8}?후보|[^,]{0,8}?노미네이트|[^,]{0,10}?경합|[^,]{0,8}?지명)", after):
        return "nominated_for"
    if _words("not_won").search(after) and not re.search(r"수상(?!자?을? ?기대|에 실패| 실패|에는 실패|은 불발)|받았|차지했", after):
        return None
    return "won"


def _taken(reading: Reading, line: Line, prize: Prize, around: tuple[int, tuple[Prize, ...]]) -> _Taken:
    """Who takes the prize: named after it (감독상은 X의 Y), beside it in a list, or its subject (X는 감독상을 받았다)."""
    limit, earlier = around
    after = line.words(prize.end, limit)
    before = line.words(max(line.start, prize.start - 3), prize.start)
    if _IS_LIST.match(after) and (_BULLET.search(before) or ":" in after[:3] or "=" in after[:3]):
        return _listed(line, prize.end, limit)
    if re.match(r" ?\(", after):
        inside = _between(line.people, prize.end, prize.end + 1 + (after.find(")") if ")" in after else 0))
        if inside:
            return _Taken(inside, None)
    if _TOPIC.match(after):
        return _topic(line, prize, limit, earlier)
    if joined := _joined(line, prize, limit):
        return joined
    taken = _adnominal(line, prize, limit)
    return taken if taken is not None else _subject(reading, line, prize, earlier)


def _topic(line: Line, prize: Prize, limit: int, earlier: tuple[Prize, ...]) -> _Taken:
    """감독상은 ‘X’의 Y; of two prizes told together (신인남우상과 신인여우상은 A와 B) the last is the last one's."""
    people, work = _last_group(line, prize.end, min(limit, max(line.clause(prize.start)[1], prize.end)))
    if earlier and len(people) == 2 and _AND.fullmatch(line.words(earlier[-1].end, prize.start)):
        return _Taken(people[1:], _work_of(people[1:], line.works))
    return _Taken(people, work)


def _joined(line: Line, prize: Prize, limit: int) -> _Taken | None:
    """The first of two prizes told together goes to the first of the two people that follow the second."""
    if not _AND.fullmatch(line.words(prize.end, limit)):
        return None
    follower = next((award for award in find_awards(line.words(limit, line.end)[:40]) if award.start == 0), None)
    if follower is None or not _TOPIC.match(line.words(limit + follower.end, line.end)):
        return None
    people, _ = _last_group(line, limit + follower.end, max(line.clause(limit)[1], limit + follower.end))
    if len(people) == 2:
        return _Taken(people[:1], _work_of(people[:1], line.works))
    return _Taken(people, _work_of(people, line.works)) if people else None


def _between(phrases: tuple[Phrase, ...], start: int, end: int) -> tuple[Phrase, ...]:
    return tuple(phrase for phrase in phrases if start <= phrase.start < end)


def _listed(line: Line, start: int, limit: int) -> _Taken:
    """△시나리오상: ‘영화는 영화다’ 김기덕 장훈: all people up to the next prize, and the work before or in brackets after them."""
    people, works = _between(line.people, start, limit), _between(line.works, start, limit)
    return _Taken(people, works[0] if works else None)


def _last_group(line: Line, start: int, limit: int) -> tuple[tuple[Phrase, ...], Phrase | None]:
    """‘내사랑 내곁에’의 김명민, 김명민과 박보영: the coordinated people that end a stretch, and the work beside them."""
    people, works = _between(line.people, start, limit), _between(line.works, start, limit)
    if not people:
        return (), works[-1] if works and not unknown_title(line, start, limit) else None
    group = tuple(phrase for phrase in _together(line, people[-1]) if phrase.start >= start)
    return group, _work_of(group, works)


_AND = re.compile(r"\s*(?:과|와|·|및)\s*")
_GAP = re.compile(r"\s*(?:과|와|,|·|및|\s)\s*(?:영화|드라마|의|\s)*")


def _together(line: Line, last: Phrase) -> tuple[Phrase, ...]:
    """The people that take a prize together, titles between them or not: ‘X’의 조승우와 JTBC ‘Y’ 김남주."""
    people = line.people
    group = [last]
    for phrase in reversed(people[: people.index(last)][-8:]):
        gap = list(line.words(phrase.end, group[0].start))
        for other in line.phrases:
            if other.type != "Person" and phrase.end <= other.start < group[0].start:
                gap[other.start - phrase.end : other.end - phrase.end] = " " * (other.end - other.start)
        if not _GAP.fullmatch("".join(gap)):
            break
        group.insert(0, phrase)
    return tuple(group)


def _work_of(group: tuple[Phrase, ...], works: tuple[Phrase, ...]) -> Phrase | None:
    """The work right before a person (‘X’의, ‘X’로, X를 만든) or in brackets right after (이병헌(X))."""
    before = [work for work in works if work.end <= group[0].start and group[0].start - work.end <= 14]
    inside = [work for work in works if group[-1].start < work.start < group[-1].end]
    return (inside or before or [None])[-1]


def _adnominal(line: Line, prize: Prize, limit: int) -> _Taken | None:
    """감독상을 받은 X 감독, 최고상을 탄 ‘X’, 여우주연상을 수상한 ‘X’의 Y."""
    match = re.match(
        r"(?:[을를]|까지|등을?)? ?(?:[가-힣]{1,4} )?(?:받은|수상한|탄|차지한|거머쥔|따낸|안은|품은|품에 안은|휩쓴|가져간|수상했던|받았던|안긴|안겨 준|안겨준)(?: [^,.]{0,6})? ?",
        line.words(prize.end, limit),
    )
    if match is None:
        return None
    start = prize.end + match.end()
    follower = next((phrase for phrase in line.phrases if phrase.start >= start - 1 and phrase.type != "Organization"), None)
    if follower is None or follower.start - start > 8:
        return None
    if follower.type == "Person":
        return _Taken((follower,), None)
    person = next((p for p in line.people if line.words(follower.end, p.start) in (" ", "의 ")), None)
    return _Taken((person,), follower) if person is not None else _Taken((), follower)


def _subject(reading: Reading, line: Line, prize: Prize, earlier: tuple[Prize, ...]) -> _Taken:
    """X는 ‘Y’로 감독상을 받았다: the subject before the prize, and the work it is for."""
    before = [phrase for phrase in line.phrases if phrase.end <= prize.start and phrase.type != "Organization"]
    floor = _own_floor(line, prize, earlier)
    own = max(floor, line.clause(prize.start)[0])
    works = tuple(phrase for phrase in before if phrase.type == "Work" and phrase.start >= own)
    for cases in (("은", "이", "도"), ("", "과", "와")):
        for phrase in reversed(before):
            stands = phrase.case or line.number == 0 or line.words(phrase.end, phrase.end + 1) == ","
            if stands and phrase.case in cases and phrase.start >= floor and phrase.mention.form != "speaker":
                if phrase.type == "Person":
                    return _own_share(line, prize, _together(line, phrase), works)
                if cases[0] == "은" or line.number == 0:
                    return _Taken((), phrase)
    person = reading.person_before(line) if line.number else None
    after = [phrase for phrase in line.people if phrase.start > prize.end and phrase.case in ("은", "이")]
    if after:
        return _Taken((after[0],), _for_work(works))
    told = next((p for earlier_line in reading.lines[: line.number] for p in earlier_line.people if person and p.referent == person), None)
    return _Taken((told,), _for_work(works)) if told is not None else _Taken((), works[-1] if works else None)


def _own_share(line: Line, prize: Prize, group: tuple[Phrase, ...], works: tuple[Phrase, ...]) -> _Taken:
    """Of two who take two prizes (A와 B는 각각 X상, Y상을) each has one; the work is the one beside the person."""
    prizes = [award for award in find_awards(line.words(group[-1].end, line.end)) if award.kind == "prize"]
    if len(group) == 2 and len(prizes) == 2 and "각각" in line.words(group[-1].end, prize.start):
        group = group[:1] if prizes[0].start + group[-1].end == prize.start else group[1:]
    own = tuple(work for work in line.works if work.end <= group[0].start and group[0].start - work.end <= 4)
    return _Taken(group, own[-1] if own else _for_work(tuple(work for work in works if work.start >= group[0].start) or works))


def _own_floor(line: Line, prize: Prize, earlier: tuple[Prize, ...]) -> int:
    """Where the part of the line begins that speaks of this prize: after an earlier one that took somebody else (…상을 받았고, )."""
    for other in reversed(earlier):
        between = line.words(other.end, prize.start)
        if not _JOINED.fullmatch(re.sub(r"[가-힣A-Z ]{0,12}상(?=$|[을를과와,·])", "", between)) and re.search(
            r"(?:[고며]|지만|는데|[은이가], |, )[^,]*$", between
        ):
            return other.end
    return line.start


def _for_work(works: tuple[Phrase, ...]) -> Phrase | None:
    named = [work for work in works if work.case in ("로", "에서", "의", "")]
    return named[-1] if named else None


def _claims(reading: Reading, line: Line, told: tuple[str, Prize], taken: _Taken) -> Iterator[Claim]:
    predicate, prize = told
    qualifiers = Qualifiers(award=full_award(prize.ceremony, prize.name), date=prize.date)
    said = Said(f"awards.{predicate}", (prize.start, prize.end), 0.9 if prize.ceremony else 0.75, qualifiers)
    for person in taken.people:
        yield reading.claim(predicate, (person.referent, None), line, said)
        beside = _work_of((person,), line.works)
        work = beside or taken.work if person is not taken.people[0] or beside in (None, taken.work) else taken.work
        if work is not None:
            yield from _implied(reading, line, prize, (person.referent, work.referent))
    if taken.work is not None and (not taken.people or _BEST.search(prize.name)):
        yield reading.claim(predicate, (taken.work.referent, None), line, said)


def _implied(reading: Reading, line: Line, prize: Prize, ends: tuple[Referent, Referent]) -> Iterator[Claim]:
    """A prize for acting in a work, for its script, music or direction, says who acted, wrote, composed or directed."""
    for pattern, predicate in _IMPLIED:
        if pattern.search(prize.name):
            yield reading.claim(predicate, ends, line, Said(f"awards.{predicate}", (prize.start, prize.end), 0.9))
            return


def _nominees(reading: Reading, line: Line, prize: Prize) -> Iterator[Claim]:
    """The line after ‘감독상 후보 다섯 명’ names them, each with the work: ‘극비수사’의 곽경택, ‘암살’의 최동훈."""
    said = Said("awards.nominees", (line.start, line.end), 0.88, Qualifiers(award=full_award(prize.ceremony, prize.name), date=prize.date), line.number - 1)
    for person in line.people:
        work = _work_of((person,), line.works)
        yield reading.claim("nominated_for", (person.referent, None), line, said)
        if work is not None:
            yield from _implied(reading, line, Prize(line.start, line.end, prize.name, None, None), (person.referent, work.referent))


def _bare(reading: Reading, line: Line, prize: Prize) -> Iterator[Claim]:
    """A ceremony without a prize is one where its trophy is taken: 대종상, 청룡상 트로피를 모두 거머쥔 박노식."""
    match = re.match(
        r"(?:,? ?[가-힣A-Za-z ,·]{0,24})?(?: ?트로피)?(?:[을를])? ?(?:모두 |나란히 |함께 )?(?:거머쥐|거머쥔|받은|받았|수상한|수상했|석권|휩쓴|휩쓸|탄 )",
        line.words(prize.end, line.end),
    )
    if match is None or not re.search(r"상$|영화제$|트로피", prize.name + line.words(prize.end, prize.end + match.end())):
        return
    start = prize.end + match.end()
    follower = next((phrase for phrase in line.people if phrase.start >= start and phrase.start - start <= 8), None)
    subject = follower or next((p for p in reversed(line.people) if p.end <= prize.start and p.case in ("은", "이")), None)
    if subject is not None:
        said = Said("awards.bare", (prize.start, prize.end), 0.82, Qualifiers(award=prize.name, date=prize.date))
        yield reading.claim("won", (subject.referent, None), line, said)


RULES = (read_awards,)

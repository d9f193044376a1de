"""Prizes won and nominations (won, nominated_for), and what they imply: an actor's prize for a film means a part in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.ceremonies import Prize, read_ceremonies
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.recipients import Taken, beside, outer_people, taken_by
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.awards_korean import award_words, full_award
from kgraph.text.word_lists import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line

_BEST = re.compile(r"작품상|^대상$|부문 대상$|황금종려|황금사자|황금곰")
_IMPLIED = (
    (re.compile(r"남우|여우|연기|주연|조연|배우|아역"), "acted_in"),
    (re.compile(r"각본|극본|시나리오|각색|작가"), "wrote"),
    (re.compile(r"음악감독|음악상|OST|작곡"), "composed_for"),
    (re.compile(r"감독|연출"), "directed"),
)
_CANDIDATE = re.compile(r"후보|진출|노미네이트|노미네이션|지명[됐되돼을]|경합|격돌|경쟁을 (?:벌|펼)|놓고|두고|겨룬|겨루")
_GIVEN = re.compile(
    r"받았|받으|받은|수상(?!자?[을를]? ?기대|에 실패| 실패|에는 실패|은 불발|자 |작 |에 도전)|차지|거머쥐|거머쥔|안았|"
    r"안겼|돌아갔|돌아가|호명|품었|휩쓸|가져갔|들어 올"
)
_BARE = re.compile(
    r"(?:,? ?[가-힣A-Za-z ,·]{0,24})?(?: ?트로피)?(?:[을를])? ?(?:모두 |나란히 |함께 )?(?:거머쥐|거머쥔|받은|받았|수상한|"
    r"수상했|석권|휩쓴|휩쓸|탄 )"
)


def read_awards(reading: Reading) -> Iterator[Claim]:
    """Prizes and nominations, line by line."""
    ceremonies = read_ceremonies(reading)
    candidates = _is_of_candidates(reading)
    open_nomination: tuple[int, Prize] | None = None
    for line in reading.lines:
        prizes = ceremonies.prizes[line.number]
        if open_nomination and not prizes and line.number == open_nomination[0] + 1:
            yield from _nominees(reading, line, open_nomination[1])
        open_nomination = None
        for number, prize in enumerate(prizes):
            limit = prizes[number + 1].start if number + 1 < len(prizes) else line.end
            outcome = _outcome(line, prize, candidates=candidates)
            taken = taken_by(reading, line, prize, (limit, prizes[:number]))
            if outcome == "nominated_for" and taken == Taken():
                open_nomination = (line.number, prize)
            elif outcome is not None:
                yield from _claims(reading, line, (outcome, prize), taken)
        for prize in ceremonies.bare[line.number]:
            yield from _bare(reading, line, prize)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(either(award_words()[name]))


def _is_of_candidates(reading: Reading) -> bool:
    """True if the article announces candidates: its headline or first lines speak of them and of no winner."""
    told = " ".join(line.text for line in reading.lines[:3])
    return _CANDIDATE.search(told) is not None and re.search(r"수상(?!작|자 발표)|관왕|돌아갔|시상식이 (?:열렸|끝)", told) is None


def _outcome(line: Line, prize: Prize, *, candidates: bool) -> str | None:
    """``won``, ``nominated_for``, or ``None`` where the prize is hoped for or missed."""
    rest = line.words(prize.end, line.end)
    after = rest[:40]
    if re.match(
        r"(?:[을를은는이]|에|의)? ?(?:놓고|두고|[^,]{0,8}?후보|[^,]{0,8}?노미네이트|[^,]{0,10}?경합|[^,]{0,8}?지명)", after
    ):
        return "nominated_for"
    candidate, given = _CANDIDATE.search(rest), _GIVEN.search(rest)
    if candidate is not None and (given is None or candidate.start() < given.start()):
        return "nominated_for"
    if _words("not_won").search(after) and (given is None or given.start() > len(after)):
        return None
    return "nominated_for" if candidates and given is None else "won"


def _claims(reading: Reading, line: Line, told: tuple[str, Prize], taken: Taken) -> Iterator[Claim]:
    predicate, prize = told
    qualifiers = Qualifiers(award=full_award(prize.ceremony, prize.name), date=prize.date)
    said = Said(f"awards.{predicate}", (prize.start, prize.end), 0.9 if prize.ceremony else 0.75, qualifiers)
    for person in taken.people:
        yield reading.claim(predicate, (person.referent, None), line, said)
        work = taken.work_of(person, line)
        if work is not None and person.type == "Person":
            yield from _implied(reading, line, prize, (person.referent, work.referent))
    for work in taken.works if taken.shared or not taken.people or _is_for_works(prize) else ():
        yield reading.claim(predicate, (work.referent, None), line, said)


def _is_for_works(prize: Prize) -> bool:
    """True for the prize that a work takes even where somebody is named with it; a 연기대상 is for actors alone."""
    return _BEST.search(prize.name) is not None and not _of_actors(prize)


def _of_actors(prize: Prize) -> bool:
    return prize.name == "대상" and (prize.ceremony or "").endswith("연기대상")


def _implied(reading: Reading, line: Line, prize: Prize, ends: tuple[Referent, Referent]) -> Iterator[Claim]:
    """A prize for acting in a work, for its script, music or direction, says who acted, wrote, composed or directed."""
    for pattern, predicate in _IMPLIED:
        if pattern.search("연기" if _of_actors(prize) else prize.name):
            yield reading.claim(predicate, ends, line, Said(f"awards.{predicate}", (prize.start, prize.end), 0.9))
            return


def _nominees(reading: Reading, line: Line, prize: Prize) -> Iterator[Claim]:
    """The line after ‘감독상 후보 다섯 명’ names them, each with the work: ‘극비수사’의 곽경택, ‘암살’의 최동훈."""
    award = Qualifiers(award=full_award(prize.ceremony, prize.name), date=prize.date)
    said = Said("awards.nominees", (line.start, line.end), 0.88, award, line.number - 1)
    for person in outer_people(line):
        work = beside(line, person)
        yield reading.claim("nominated_for", (person.referent, None), line, said)
        if work is not None:
            yield from _implied(
                reading, line, Prize(line.start, line.end, prize.name, None, None), (person.referent, work.referent)
            )


def _bare(reading: Reading, line: Line, prize: Prize) -> Iterator[Claim]:
    """A ceremony without a prize is one where its trophy is taken: 대종상, 청룡상 트로피를 모두 거머쥔 박노식."""
    match = _BARE.match(line.words(prize.end, line.end))
    if match is None or not re.search(r"상$|영화제$|트로피", prize.name + line.words(prize.end, prize.end + match.end())):
        return
    start = prize.end + match.end()
    follower = next((phrase for phrase in line.people if phrase.start >= start and phrase.start - start <= 8), None)
    subject = follower or next((p for p in reversed(line.people) if p.end <= prize.start and p.case in ("은", "이")), None)
    if subject is not None:
        said = Said("awards.bare", (prize.start, prize.end), 0.82, Qualifiers(award=prize.name, date=prize.date))
        yield reading.claim("won", (subject.referent, None), line, said)


RULES = (read_awards,)

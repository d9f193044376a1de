"""Love and marriage as they are told: admitted, denied, planned, over (dating, married_to)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.claims.korean.couples import Couple, find_couples
from kgraph.claims.korean.kin import is_story, relation_words
from kgraph.claims.korean.reading import Reading, Said
from kgraph.model import Claim, Qualifiers
from kgraph.text.word_lists import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line

_FOLLOW = 3  # lines after a rumour in which its yes or no is looked for; read off development articles, 2026-11
_DATING = re.compile(
    r"열애(?!설)|공개 ?연애|교제(?=를|해|했|하고|하는|하던|중| 중| 사실| 끝|한)|사귀(?:고|는|어|던)|사귄"
    r"|연인(?= ?(?:사이|관계|로 발전|임을|이라고|이다|이라는|으로 (?:발전|지내)|이 (?:됐|되)))|핑크빛 만남|"
    r"(?:좋은 감정|호감)(?:으로|을 (?:갖고|가지고)) 만나|진지하게 만나|"
    r"만남을 (?:이어|갖|가져|가지)"
)
_PARTED = re.compile(r"결별(?!설|작)|헤어졌|헤어진|헤어져|갈라섰|연인 관계를 정리|이별(?=했|을 택)")
_RUMOUR = re.compile(r"열애설")
_MARRIED = re.compile(
    r"(?:결혼|재혼)(?!설|관|정보|기념|작사|이야기|못|적령|상대|을 전제|식장|했어요)|백년가약|부부의 연|웨딩 ?마치|화촉|"
    r"혼인신고|부부가 (?:됐|되)"
)
_DIVORCED = re.compile(r"(?:협의)?이혼(?!설| 소송| 전문|전문|숙려| 위기| 조정(?!이 성립|에 합의|을 마))|파경|남남이 (?:됐|되)")
_DONE = re.compile(
    r"(?:결혼|재혼)(?:했|해(?! ?주)|한(?!다)|하며|하고|하면서|에 골인|,| 후| 생활|생활| \d+년| [가-힣]{1,3} ?년 ?차|까지|"
    r"식을 (?:올렸|올려|올린 (?!다)|치렀|치러))"
    r"|백년가약을 맺(?:었|어|은)|부부의 연을 맺(?:었|어|은)|마치를 울(?:렸|려|린 )|화촉을 밝(?:혔|혀|힌 )|"
    r"혼인신고를 (?:마|했|하고)|부부가 (?:됐|되었|된 )"
)
_PLANNED = re.compile(
    r"(?:결혼|재혼)(?:한다|할|하는| 예정| 계획| 발표| 준비|을 (?:앞|발표|약속|준비|계획|한다|하는|결심|결정|하게 (?:됐|"
    r"되|된))|식을 (?:진행|올린다|올릴|올리는|앞|치른다|치를)| 소식을)"
    r"|(?:맺는다|맺을|맺는|울린다|울릴|울리는|밝힌다|밝힐|밝히는)|부부가 된다|예정|앞두|앞둔"
)


def read_romance(reading: Reading) -> Iterator[Claim]:
    """Who loves whom: 열애를 인정했다, 결별했다 (ended), 열애설은 사실무근 (denied)."""
    for line in reading.lines:
        found: dict[frozenset[str], tuple[int, Couple, str | None]] = {}
        for trigger, decide in ((_PARTED, _over), (_RUMOUR, _rumoured), (_DATING, _in_love)):
            for couple in find_couples(reading, line, trigger):
                weight, status = decide(reading, line, couple)
                key = frozenset((couple.left.referent.ref, couple.right.referent.ref))
                if weight and (key not in found or found[key][0] < weight):
                    found[key] = (weight, couple, status)
        for _, couple, status in found.values():
            yield _claim(reading, line, couple, "dating", status)


def _claim(reading: Reading, line: Line, couple: Couple, predicate: str, status: str | None) -> Claim:
    said = Said(f"romance.{predicate}", couple.trigger, 0.9, Qualifiers(status=status), couple.since)
    return reading.claim(predicate, (couple.left.referent, couple.right.referent), line, said)


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(either(relation_words()[name]))


def _told_of_life(line: Line, couple: Couple) -> bool:
    start, end = couple.place
    return not is_story(line.shape.text[max(0, start - 30) : start], line.shape.text[end : end + 14])


def _over(_reading: Reading, line: Line, couple: Couple) -> tuple[int, str | None]:
    rest = line.shape.text[couple.place[1] :]
    return (3, "ended") if _told_of_life(line, couple) and not _words("denied").search(rest) else (0, None)


def _rumoured(reading: Reading, line: Line, couple: Couple) -> tuple[int, str | None]:
    """A rumour counts by the first yes or no that follows it, in its line or in the lines after it; unanswered it is no fact."""
    answer = _answer(line.shape.text[couple.place[1] :])
    for later in reading.lines[line.number + 1 : line.number + 1 + _FOLLOW]:
        if answer is None and len(later.shape.text) < 400:
            answer = _answer(later.shape.text)
    return (2, answer or None) if answer is not None else (0, None)


def _answer(words: str) -> str | None:
    """``denied``, '' for a yes, ``None`` for neither."""
    no, yes = _words("denied").search(words), _words("admitted").search(words)
    if no is not None and (yes is None or no.start() <= yes.start() or "인정" not in words):
        return "denied"
    return "" if yes is not None and "인정" in words else None


def _in_love(_reading: Reading, line: Line, couple: Couple) -> tuple[int, str | None]:
    if not _told_of_life(line, couple):
        return 0, None
    text, place = line.shape.text, couple.place[0]
    rest = text[place:]
    if _words("denied").search(rest) and not re.search("인정", rest):
        return 2, "denied"
    if _PARTED.search(rest) or re.search(r"(?:과거|한때|전|옛) ?$", text[max(0, place - 4) : place]):
        return 2, "ended"
    if _RUMOUR.search(rest) or re.search(r"의혹|루머|소문|추측|보도(?:가|했다|돼)", rest):
        return 0, None
    return 1, None


def read_marriage(reading: Reading) -> Iterator[Claim]:
    """Who married whom: 결혼했다, 결혼한다 (planned), 이혼했다 (ended, which outweighs the wedding told beside it)."""
    found: list[tuple[Line, Couple, str | None]] = []
    for line in reading.lines:
        found += [(line, couple, "ended") for couple in find_couples(reading, line, _DIVORCED) if _is_over(line, couple)]
        for couple in find_couples(reading, line, _MARRIED):
            status = _wedding(line, couple)
            if status is not None and _told_of_life(line, couple):
                found.append((line, couple, status or None))
    over = {_key(couple) for _, couple, status in found if status == "ended"}
    done = {_key(couple) for _, couple, status in found if status is None}
    for line, couple, status in found:
        if status == "ended" or (_key(couple) not in over and (status is None or _key(couple) not in done)):
            yield _claim(reading, line, couple, "married_to", status)


def _key(couple: Couple) -> frozenset[str]:
    return frozenset((couple.left.referent.ref, couple.right.referent.ref))


def _is_over(line: Line, couple: Couple) -> bool:
    rest = line.shape.text[couple.place[1] :]
    return _told_of_life(line, couple) and not _words("denied").search(rest)


def _wedding(line: Line, couple: Couple) -> str | None:
    """'' for a wedding that was, ``planned`` for one to come, ``None`` where the words tell neither or say no."""
    start = couple.place[0]
    clause = line.shape.text[start : start + 40]
    if _words("denied").search(line.shape.text[start:]) or re.search(
        r"(?:결혼|재혼)(?:은|을|하지)? ?(?:않|안|못|아직|생각)", clause
    ):
        return None
    if _DONE.match(clause):
        return ""
    return "planned" if _PLANNED.match(clause) or _PLANNED.search(clause[:22]) else None


RULES = (read_romance, read_marriage)

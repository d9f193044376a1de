"""What in a Korean sentence may be a personal name, weighed by its shape, Kiwi's opinion and the words around it.

Kiwi's segmentation is one voice among several: a name it does not know comes out in pieces, and a common word may come out as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgraph.model import Sentence, Token
from kgraph.text import gazetteer
from kgraph.text.hangul import has_final
from kgraph.text.word_lists import either, load_words

# Weights tuned by hand on the ten Korean development articles, 2026-11; ACCEPT is what a name needs to stand by itself.
ACCEPT = 2.5
_SHAPE, _RARE, _SHORT, _FOREIGN = 1.0, 0.5, 0.5, -0.5
_KIWI_NAME, _KIWI_UNKNOWN, _KIWI_WORD, _KIWI_COMPOUND = 1.5, 1.0, -1.5, -0.5
_ROLE, _TITLE, _LATIN, _CHARACTER, _LISTED = 2.0, 2.0, 1.5, 2.0, 1.5

_RUN = re.compile(r"[가-힣]+")
_KIN = re.compile(r"(?<![가-힣])(?:아들|딸|동생|남동생|여동생|친동생|언니|오빠|누나|친형|형|아내|남편|부인|장남|장녀|차남|차녀|아버지|어머니|모친|부친|손자|손녀|조카|사위|며느리|상대역|파트너|동료|선배|후배|절친|연인) $")
_SIBLINGS = re.compile(r"[와과·] ?[가-힣]{2,4} (?:자매|형제|남매|부부|부녀|부자|모녀|모자|커플)")
_SIBLINGS_BEFORE = re.compile(r"[가-힣]{2,4}[와과·] ?$")
_SIBLINGS_AFTER = re.compile(r" (?:자매|형제|남매|부부|부녀|부자|모녀|모자|커플)")
_OF_TITLE = re.compile(r"[’'”\"〉》」』>](?:\([^()]{1,60}\))?(?:의|) (?:배우 |감독 |주연 |주인공 )?$")
_OF_GROUP = re.compile(r"(?:그룹|밴드|듀오|출신|멤버) ?[A-Za-z가-힣0-9()&']{1,16}(?:의)? (?:멤버 |리더 |막내 |출신 |보컬 )*$")
_REPORTER = re.compile(r" ?(?:기자|특파원|인턴기자|객원기자)(?![가-힣]{2})")
_AFTER_BRACKET = re.compile(r"\((?:(?:영화 |드라마 )?[‘'<〈《「『“][^()]{1,40}|[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}|[\u4e00-\u9fff]{2,4}|본명 [가-힣]{2,4}|\d{2}|[가-힣 ]{1,10} (?:역|분)|[가-힣A-Z]{2,14} 소속|왼쪽|오른쪽|가운데)[,)]")
_CREDIT = re.compile(
    r"(?m:[(,/·.]\s?|^)(?:극본|각본|연출|감독|각색|크리에이터|원작|주연|출연|음악|음악감독|작가|대본|글|그림|글·그림|총연출|공동연출|MC|진행|목소리 연기|글/그림|극본·연출|각본·감독|각본·연출|감독·각본)(?:\s?[:：]\s?|\s|/)(?:[가-힣]{2,4}(?: ?[·,] ?| )){0,4}$"
)
_CREDIT_BEHIND = re.compile(r"(?:[ ·,]{1,2}[가-힣]{2,4}){0,4} (?:극본|연출|각본|감독|대본|각색)(?=[,)/])")
_OPENED = re.compile(r"[(,/] ?(?:[가-힣]{2,4}[ ·,]{1,2}){0,4}$")
_PARTICLE_LAST = frozenset("로를는에의와께")  # a word of three syllables that ends so is two and a particle
_LOOSE = frozenset(("표", "측", "발", "네", "서", "나"))  # endings that are as often the last syllable of the name
_PLACE_BEFORE = re.compile(r"(?:서울|부산|경기|인천|대구|광주|대전|울산|제주|전주|강원|고양|[시도구]) (?:[가-힣]{1,3}구 )?$")
_ACTOR_AHEAD = re.compile(
    r"(?:이|가|은|는|도) (?:[가-힣0-9]{1,6} ){0,4}?[‘'“]?[가-힣]{1,6}[’'”]?(?: (?:역|역할|캐릭터)[을으]|(?:을|를) (?:연기|맡아|맡았)|(?:으)?로 (?:분[하한해했]|변신|특별출연|출연))"
)
_MAKER_AHEAD = re.compile(r"(?:이|가) (?:직접 )?(?:쓴|그린|집필|연출[한하했]|감독[한하했]|만든|부른|주연[한을했])")
_OPENING, _CLOSING = ("‘", "'", "“", '"'), ("’", "'", "”", '"')
_PLACE_AHEAD = re.compile(r" (?:부문|섹션|호텔|홀|센터|극장|대학|스튜디오|코리아|시리즈|페스티벌)")
_NOUNS = ("NNP", "NF")
_NOT_LAST = frozenset("회률극곡팀측팬편작품액쇼급층점")  # no given name ends so, but many a word that begins like a surname does: 최종회, 전작
_PLAY = re.compile(r"배우|감독|출연|연기|역[을의으,]|주연|결혼|열애|가수|멤버|데뷔|수상|부부|남편|아내|아들|딸|절친|소속사|주인공|작가|호흡|캐스팅|분[하한했]")


@dataclass(slots=True)
class Candidate:
    """A possible name at its place, with what speaks for it."""

    start: int
    end: int
    name: str
    weight: float
    role: str = ""
    word_end: int = 0

    @property
    def shaped(self) -> bool:
        """True for a surname and a given name of two syllables: 이재규, 남궁민."""
        return is_shaped(self.name)


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    words = load_words("korean/people.yaml")
    names = ("endings", "not_names", "not_after_role", "not_before_role")
    endings, not_names, not_after, not_before = (frozenset(words[name]) for name in names)
    not_names |= frozenset(words["before"]) | frozenset(words["after"])
    return endings, not_names, not_after, not_before


@cache
def _surnames() -> dict[str, float]:
    return {surname: float(facts["share"]) for surname, facts in load_words("names/surnames.yaml").items()}


@cache
def _syllables() -> frozenset[str]:
    rows = load_words("names/syllables.yaml")
    return frozenset("".join(str(row) for row in rows.values()))


@cache
def _roles() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    words = load_words("korean/people.yaml")
    before = re.compile(rf"(?<![가-힣])(?P<role>(?:[가-힣]{{1,4}} )?(?:{either(words['before'])})|고|고\(故\)|故) $")
    endings = either(words["endings"])
    after = re.compile(rf"(?: ?\([^()]{{1,40}}\))?(?: (?P<role>{either(words['after'])})|(?P<tight>씨|감독|작가|대표))(?=(?:{endings})?(?![가-힣]))")
    return before, after, dict(words["before"]), dict(words["after"])


@cache
def is_shaped(name: str) -> bool:
    """True if the name is a Korean surname and a given name of usual length made of usual syllables."""
    return _shape(name) >= _SHAPE


@cache
def _shape(name: str) -> float:
    surnames = _surnames()
    length = 2 if len(name) > 2 and name[:2] in surnames and len(name[:2]) == 2 else 1
    share, given = surnames.get(name[:length], 0.0), name[length:]
    if not share or not given or any(letter not in _syllables() for letter in given):
        return _FOREIGN
    if length == 2:
        return _SHAPE if len(given) == 2 else _SHORT
    if given[-1] in _NOT_LAST:
        return 0.0
    if length == 1 and len(given) == 2 and given[-1] in _PARTICLE_LAST:
        return -1.5
    if len(given) == 2:
        return (_SHAPE if share >= 3 else _RARE) - 0.5 * (given[-1] in "가는를의와과도로")
    return {1: _SHORT if share >= 3 else 0.0}.get(len(given), _FOREIGN)


def find_candidates(text: str, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Candidate]:
    """The best reading of each word of a sentence that may be a name, outside the titles and organisations ``taken``."""
    starts = {token.start: token for token in reversed(sentence.tokens)}  # of two at one place (하 + ㄴ) the first
    foreign = [name for name in _foreign(text, sentence) if not any(start < name.end and name.start < end for start, end in taken)]
    yield from foreign
    taken = [*taken, *((name.start, name.end) for name in foreign)]
    for run in _RUN.finditer(text, sentence.span.start, sentence.span.end):
        if any(start < run.end() and run.start() < end for start, end in taken):
            continue
        best = max(_splits(text, run.start(), run.end(), starts), key=lambda split: (split.weight, len(split.name)), default=None)
        if best is not None and best.weight > -1.0:
            yield best


def _foreign(text: str, sentence: Sentence) -> Iterator[Candidate]:
    """Names in two words (맷 데이먼): proper nouns side by side, neither of them a Korean name."""
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        first = tokens[at]
        last = at
        while last + 1 < len(tokens) and _joined(text, tokens[last], tokens[last + 1]) and last - at < 2:
            last += 1
        start, end = first.start, tokens[last].end
        if tokens[last].tag == "NF" and text[end - 1] in "의은는을를가이와과" and end - tokens[last].start > 2:
            end -= 1
        name = text[start:end]
        at = last + 1
        if first.tag in _NOUNS and " " in name and _RUN.match(name) and not text[start - 1 : start].isalnum() and _ends(text, end):
            role, cue = _role(text, start, end)
            cue -= 2.5 * _quoted(text, start, end) + 3.0 * bool(_PLACE_AHEAD.match(text, end))
            cue += 2.0 * bool(_ACTOR_AHEAD.match(text, end)) + 1.0 * bool(_MAKER_AHEAD.match(text, end))
            cue += 0.5 * bool(_PLAY.search(text, max(0, start - 60), end + 60))
            yield Candidate(start, end, name, 2.0 + cue + _known(name) + _LATIN * bool(_AFTER_BRACKET.match(text, end)), role)


def _quoted(text: str, start: int, end: int) -> bool:
    """True for a word that stands alone in quotation marks: a character's name or a title rather than a person's."""
    return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start > 0


def _joined(text: str, left: Token, right: Token) -> bool:
    """True if two proper nouns may be one foreign name."""
    if left.tag not in _NOUNS or right.tag not in _NOUNS or right.start != left.end + 1 or text[left.end] != " ":
        return False
    words = (text[left.start : left.end], text[right.start : right.end])
    return not any(is_shaped(word) or word in _words()[1] or gazetteer.load().lookup(word) for word in words)


def _ends(text: str, end: int) -> bool:
    """True if the word ends here but for a particle."""
    rest = _RUN.match(text, end)
    return rest is None or rest[0] in _words()[0]


def _splits(text: str, start: int, end: int, starts: dict[int, Token]) -> Iterator[Candidate]:
    """The ways to cut a word into a name and its ending."""
    endings, not_names, *_ = _words()
    for length in (1, 2, 3, 4, 5):
        if length == 1 and not _known(text[start]):
            continue
        rest = text[start + length : end]
        if length > end - start or (rest and (rest not in endings or not _agrees(text[start + length - 1], rest))):
            continue
        name = text[start : start + length]
        if name not in not_names:
            split = _weigh(text, (start, start + length, end), name, starts)
            split.weight -= 0.75 * (rest in _LOOSE)
            yield split


def _agrees(last: str, ending: str) -> bool:
    """False where the ending's form contradicts the sound before it: 이/은/을/과 want a final consonant, 가/는/를/와 none."""
    if ending[0] in "은을과" or (ending[0] == "이" and ending != "이랑"):
        return has_final(last)
    if ending[0] in "가는를와" or ending in ("다", "여서", "였다", "였고", "랑"):
        return not has_final(last)
    return True


def _weigh(text: str, place: tuple[int, int, int], name: str, starts: dict[int, Token]) -> Candidate:
    start, end, word_end = place
    weight = _shape(name) + _kiwi(place, starts, shaped=_shape(name) > 0) + _known(name)
    role, cue = _role(text, start, end)
    if role and (name in _words()[2] or name in _words()[3]):
        cue = -3.0
    cue += 2.0 * bool(_ACTOR_AHEAD.match(text, end)) + 1.0 * bool(_MAKER_AHEAD.match(text, end)) - 2.5 * _quoted(text, start, end)
    cue -= 3.0 * bool(_PLACE_BEFORE.search(text, max(0, start - 6), start) and text[end - 1] in "동구시군읍면리로역가")
    cue += _LATIN * bool(_AFTER_BRACKET.match(text, end)) + _kinship(text, start, end) - 4.0 * bool(_REPORTER.match(text, end))
    cue += 0.5 * (_shape(name) >= _RARE and bool(_PLAY.search(text, max(0, start - 60), end + 60)))
    cue += _beside(text, start, shaped=_shape(name) > 0)
    return Candidate(start, end, name, weight + cue, role, word_end)


def _beside(text: str, start: int, *, shaped: bool) -> float:
    """What a title or a group before the name adds: ‘마더’의 진구, 그룹 블랙핑크의 지수, ‘박쥐’ 박현원."""
    before = _OF_TITLE.search(text, max(0, start - 72), start)
    if before:
        return 2.0 if before[0].endswith("의 ") else 1.5 * shaped
    return 3.0 * bool(_OF_GROUP.search(text, max(0, start - 30), start))


def _kinship(text: str, start: int, end: int) -> float:
    """What a word of kinship beside the name adds: 아들 박준규, 딸 보람과 우람 자매."""
    if _SIBLINGS.match(text, end) or (_SIBLINGS_AFTER.match(text, end) and _SIBLINGS_BEFORE.search(text, max(0, start - 6), start)):
        return 4.5
    return 1.5 * bool(_KIN.search(text, max(0, start - 5), start))


def _kiwi(place: tuple[int, int, int], starts: dict[int, Token], *, shaped: bool) -> float:
    """What Kiwi's segmentation of the word adds: its proper nouns speak for a name, its words and endings against one."""
    start, end, word_end = place
    token = starts.get(start)
    if token is None:
        return 0.0
    if token.end == end and token.tag == "NNP":
        return _KIWI_NAME
    if token.end == end and token.tag == "NF":
        return _KIWI_UNKNOWN
    last = starts.get(end - 1)
    weight = (-2.0 if shaped else -4.0) * (last is not None and last.tag[0] == "J" and last.start > start)
    if token.end == end:
        return weight + (_KIWI_WORD if token.tag[0] in "NMV" else 0.0)
    if token.end > end:
        return weight + _KIWI_WORD
    if not shaped and any(tag in ("EF", "EP", "EC") for at in range(start, word_end) if (tag := _tag(starts, at))):
        return weight - 3.0
    describing = any(tag in ("ETM", "XSV", "XSA") for at in range(start + 1, word_end) if (tag := _tag(starts, at)))
    if token.tag[0] in "NVM" and token.tag not in ("NNP", "NF") and (len(token.text) > 1 or describing):
        weight += -3.0 if describing and word_end == end else _KIWI_COMPOUND
    return weight


def _tag(starts: dict[int, Token], place: int) -> str:
    token = starts.get(place)
    return token.tag if token else ""


def _known(name: str) -> float:
    """What the gazetteer adds: a listed person; less where the name is also something else."""
    entries = gazetteer.load().lookup(name)
    if not entries:
        return 0.0
    people = [entry for entry in entries if entry.type == "Person" and name in entry.names]
    return 0.0 if not people else 0.75 if any(name in entry.common for entry in people) else 2.0


def _role(text: str, start: int, end: int) -> tuple[str, float]:
    """The role that the words beside a name give, and what it adds."""
    before, after, roles_before, roles_after = _roles()
    behind = after.match(text, end)
    if behind:
        word = behind["role"] or behind["tight"]
        strong = word in ("감독", "작가", "PD") and text[start:end] not in _words()[3]
        return roles_after.get(word, "") or "person", _TITLE + 2.5 * strong
    ahead = before.search(text, max(0, start - 14), start)
    if ahead:
        word = ahead["role"]
        return next((roles_before[part] for part in (word, word.split(" ")[-1]) if part in roles_before), "person"), _ROLE
    if _CREDIT_BEHIND.match(text, end) and _OPENED.search(text, max(0, start - 24), start):
        return "credit", 2.5
    if _CREDIT.search(text, max(0, start - 36), start):
        return "credit", 2.5
    return "", 0.0

"""Numbers as Korean news writes them: 만 and 억, ranks, percents, streaks."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SCALES = {"천": 1_000, "만": 10_000, "백만": 1_000_000, "천만": 10_000_000, "억": 100_000_000, "조": 1_000_000_000_000}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_PART = re.compile(rf"({_DIGITS}) ?(백만|천만|천|만|억|조)?")
_COUNT = re.compile(rf"{_DIGITS}(?: ?(?:백만|천만|천|만|억|조))?(?: ?{_DIGITS}(?: ?(?:천|만|억))?)*")

NATIVE_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
_ORDINALS = {"첫": 1, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}

# 1위 and 1·2위, not 1위권, 10위 안 or 1위 후보; the top without a number too.
_RANK = re.compile(
    r"(?<![\d.,])(?P<more>(?:\d{1,3}(?:위)?[·,~/] ?)*)(?P<rank>\d{1,3})위(?! ?(?:권|안|이내|밖|후보)|원회|치|성|험|기|해|협|반)"
    r"|(?P<top>(?<![가-힣])정상(?=[을에의으도]|까지|$|[ .,](?!회담|급|적|화|영업))"
    r"|선두(?=[를에로의]|$|[ .,])|왕좌(?=[를에의])|(?<![가-힣])맨 윗줄)"
)
_PERCENT = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?) ?(?:%|％|퍼센트|프로(?=[를로의가]|[ .,]))(?! ?(?:포인트|[pP]))")
_STREAK = re.compile(
    rf"(?:(?P<number>\d{{1,3}}) ?(?P<unit>일|주|개월|달)|(?P<native>{'|'.join(NATIVE_DAYS)}))"
    r"(?: ?(?P<kind>연속|째|동안|내내|간)(?![가-힣]{2}))"
)
_EPISODE = re.compile(
    r"(?<![\d.,])(?<!총 )(?:(?<!제)(?<!제 )|(?=\d+회(?:[는은의에로]| ?(?:시청률|방송|방영|전국|수도권))))"
    r"(?P<number>\d{1,4}) ?(?:회차|회|화)(?=[는은가를에의도까분로 ,.)(’'~]|$)"
    r"(?! ?(?:[가-힣]{1,8}(?:상|제|어워즈|어워드|페스티벌)(?![가-힣])|[A-Z]|연속|이상|만에|째|말|공연|수상))"
    r"|(?<![가-힣])(?P<word>첫|두|세|네) ?(?:번째 )?(?:회차|회|방송(?![사국인])|방영|방(?!송|영))"
)
_UNIT_DAYS = {"일": 1, "주": 7}


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in a text: ``[start, end)`` in code points and its value."""

    start: int
    end: int
    value: float


def parse_count(words: str) -> int | None:
    """The number that the words begin with, 만 and 억 reckoned in; ``None`` if they do not begin with one.

    >>> parse_count("12만 2,491명"), parse_count("2억 회"), parse_count("수만 명")
    (122491, 200000000, None)
    """
    whole = _COUNT.match(words.strip())
    if whole is None:
        return None
    total = 0.0
    for number, scale in _PART.findall(whole[0]):
        total += float(number.replace(",", "")) * _SCALES.get(scale, 1)
    return round(total)


def find_ranks(text: str) -> tuple[NumberMention, ...]:
    """All ranks of a text in order; 정상, 선두 and 왕좌 are the first; ``1·2위`` are two at one place.

    >>> [r.value for r in find_ranks("플릭스패트롤 3위에서 정상으로")]
    [3, 1]
    """
    found: list[NumberMention] = []
    for match in _RANK.finditer(text):
        values = [1] if match["top"] else [int(n) for n in re.findall(r"\d+", match["more"] + match["rank"])]
        found += [NumberMention(match.start(), match.end(), value) for value in values]
    return tuple(found)


def find_percents(text: str) -> tuple[NumberMention, ...]:
    """All percents of a text in order; differences in points (0.5%P, 0.5%포인트) are none.

    >>> [p.value for p in find_percents("전국 7.8%, 1.2%포인트 상승")]
    [7.8]
    """
    return tuple(NumberMention(m.start(), m.end(), float(m[1])) for m in _PERCENT.finditer(text) if float(m[1]) <= 100)


def find_streaks(text: str) -> tuple[NumberMention, ...]:
    """How long something has been held, in days: 9일 연속, 2주 연속, 열흘째; months have no fixed length and are left out.

    >>> [s.value for s in find_streaks("9일 연속 1위, 2주째 정상, 열흘째 선두")]
    [9, 14, 10]
    """
    found = []
    for match in _STREAK.finditer(text):
        days = NATIVE_DAYS.get(match["native"] or "")
        if days is None and match["unit"] in _UNIT_DAYS:
            days = int(match["number"]) * _UNIT_DAYS[match["unit"]]
        if days:
            found.append(NumberMention(match.start(), match.end(), days))
    return tuple(found)


def find_episodes(text: str) -> tuple[NumberMention, ...]:
    """Which broadcast is meant: 1회, 제3회, 12화, 첫 회, 첫 방송, 두 번째 방송; 16부작 and 46회 대종상 are none.

    >>> [e.value for e in find_episodes("첫 방송에서 5%, 8회는 9%")]
    [1, 8]
    """
    return tuple(
        NumberMention(m.start(), m.end(), int(m["number"]) if m["number"] else _ORDINALS[m["word"] or "첫"])
        for m in _EPISODE.finditer(text)
    )

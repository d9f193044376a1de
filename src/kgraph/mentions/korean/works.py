"""Titles of works in Korean articles: what stands in marks is weighed by the words around it;
known titles are found again without marks.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kgraph.text import gazetteer
from kgraph.text.keys import name_key
from kgraph.text.particles_korean import particle_at
from kgraph.text.titles_korean import Marked, find_marked, kind_before, kind_behind
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Document, Span

_JUNK = re.compile(
    r"[ⓒ©@=▶|]|저작권|기자|^\d+$|^[\W\d]+$|^사진$|^왼쪽|^이하|"
    r"^(?:KBS|MBC|SBS|JTBC|tvN|OCN|ENA)[ 0-9TV]{0,4}, ?(?:19|20)\d\d$"  # where and when a work was shown, in straight marks
    r"|^(?:제\d+회 |(?:19|20)\d\d )?(?:KBS|MBC|SBS) ?(?:연기|연예|가요)대상$"
)
_CREDITS = re.compile(
    r" ?\((?:극본|각본|연출|감독|제작|기획|크리에이터|각색|원작|주연|출연|배급|이하|작가|대본|글|tvN|KBS|MBC|SBS|JTBC|ENA|"
    r"OCN|넷플릭스|티빙)"
)
_OTHER_TITLE = re.compile(
    r"(?<=[가-힣0-9!?]) ?\((?:영제|원제|영문 제목|영문명)?[ :]*(?:[A-Z][A-Za-zÀ-ÿ0-9 ,.'’:!?&-]{1,60}|"
    r"[\u3040-\u30ff\u4e00-\u9fff]{1,20}|가제)\)$"
)  # ‘등불의 만(Lantern Bay)’: two titles between one pair of marks
_SAID = re.compile(r"(?:다|요|까|죠|네|자|라|냐|군|니)[.!?…~]*$")
_YEAR = re.compile(r"(?:년작?|개봉작|방영작|히트작|년 만의) ?$")
_AIRER = re.compile(
    r"(?:tvN|KBS ?[12]?(?:TV)?|MBC(?: ?TV)?|SBS(?: ?TV)?|JTBC|ENA|OCN|TV ?조선|MBN|채널 ?A|넷플릭스|티빙|웨이브|쿠팡플레이|"
    r"디즈니\+|디즈니플러스|애플TV\+|왓챠|Mnet|엠넷) ?$"
)
_EPISODE = re.compile(r"(?:의)? ?(?:\d+(?:[~-]\d+)?[회화부편]|첫 ?회|최종회|마지막 ?회|시즌 ?\d|시리즈|[1-9]편|OST|측|팀|속 )")
_SHORTENED = re.compile(r"\((?:이하|약칭|줄여서) [‘'“\"〈《「『<]?([^()’'”\"〉》」』>\n]{1,20})[’'”\"〉》」』>]?\)")
_NUMBERED = re.compile(r" ?(?:시즌 ?\d+|[2-9](?![\d년월일회%]))")
_JOINT = re.compile(
    r"[’'”\"〉》」』>](?:\([^()]{1,60}\))?(?:[와과]|의|이?랑|하고)? ?(?:[,·/] ?|그리고 |및 |그 속편 |"
    r"속편 )?[‘'“\"〈《「『<]"
)
_OWNED = re.compile(r"(?:감독|작가|배우|PD|가수|연출|주연|위는|위|상[:：]|부문[:：])(?:의)? ?$")
_GROUP_BEFORE = re.compile(r"(?:그룹|밴드|듀오|회사|소속사|기획사|브랜드|캐릭터|채널|별명|예명) ?$")
_SINGING = re.compile(r"(?:을|를)\s?(?:직접 |함께 )?(?:불러|불렀|부르|부른|열창|노래|가창)")
_DATED = re.compile(
    r"(?:이|가|은|는)? ?(?:오는 |지난 )?(?:\d{4}년 )?\d{1,2}월 ?(?:\d{1,2}일 )?(?:전국 |국내 |정식 |극장 )?(?:개봉|공개|"
    r"첫 ?방송|첫 공개|재개봉|발매|방송)"
)
_MEASURED = re.compile(r"(?:이|가|은|는) [^.\n‘’'“”<>]{0,40}?\d(?:위|\.\d{1,2} ?%|관왕)")
_DATED_BEHIND = re.compile(r"[’'”\"〉》」』>]?\((?:[^()\n]{0,14}[,·] ?)?(?:19|20)\d\d년?\)")
_OUT_BEFORE = re.compile(
    r"(?:(?:개봉|공개|방송|방영|발매|연재|출간|초연)(?:된|한|되는|하는|될|할)|(?:방영|방송|상영|연재) 중인|"
    r"연출한|집필한|부른|쓴|만든|제작한|주연한|출연한|발표한) $"
)
_OUT_BEHIND = re.compile(
    r"(?:이|가|은|는|을|를) ?(?:[^.,\n]{0,12} )?(?:베일을 벗|첫선을|첫 ?방송|전파를 탄|막을 올|내보낸|내보냈|방영된|"
    r"방영됐|(?:드라마|영화|애니메이션|뮤지컬|웹툰)(?:으)?로 )"
)
_AMONG = re.compile(
    r"[’'”\"〉》」』>]? ?등 (?:[가-힣]{1,8} ){0,3}?(?:\d+(?:여 ?)?편|[가-힣]{0,4}작(?:품)?들?(?![가-힣]{2})|드라마|"
    r"영화|노래|히트곡)|[’'”\"〉》」』>]? ?등(?:을|에|에서) (?:[가-힣]{1,5} )?(?:제작|연출|집필|출연|만든|만들|쓴|썼|부른|"
    r"불렀|작곡|히트|주연)"
)
_IN_BRACKET = re.compile(r"[가-힣]{2,5}\($")
_SUNG = re.compile(r"(?:을|를)\s?[가-힣 ]{0,10}?(?:히트시|발표|불러|부르|부른|열창|노래|발매|가창|커버|작곡|작사)")
_MAKER = re.compile(r"(?:의)? [가-힣]{2,4} ?(?:감독|작가|PD|피디)")
_NAMED = re.compile(r"의 (?:배우 |감독 |작가 )?[가-힣]{2,4}(?:[ ,.·]|[이가은는을를에와과])")
_ROLE_IN = re.compile(
    r"(?:에서|에|로|으로|을|를|은|는|이|가|의)?\s?[가-힣 ]{0,12}?(?:역|연기|출연|캐스팅|연출|집필|주연|호흡|감독상|작품상|"
    r"데뷔|분해|분한)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title at its place, without its marks; ``kind`` where the words around say it, ``weight`` how sure it is one."""

    start: int
    end: int
    name: str
    kind: str | None
    weight: float


def find_titles(document: Document, others: frozenset[int] = frozenset()) -> list[Title]:
    """All titles of a document in text order; ``others`` holds where what stands in marks names something else."""
    text = document.article.text
    spans = [sentence.span for sentence in document.sentences if sentence.kind != "noise"]
    weighed = [title for span in spans for title in _weigh_all(text, span, others)]
    sure = {name_key(title.name) for title in weighed if title.weight >= 1}
    seen = Counter(name_key(title.name) for title in weighed if title.weight >= 0)
    sure |= {name_key(found[1]) for span in spans for found in _SHORTENED.finditer(text, span.start, span.end)}
    habit = len({name_key(title.name) for title in weighed if title.weight >= 1 and text[title.start - 1] in "‘'"}) > 1
    titles = [title for title in weighed if _is_title(title, sure, seen) or (habit and title.weight >= 0.25)]
    taken = [(title.start, title.end) for title in weighed]
    titles += _bare(text, spans, titles, taken)
    return sorted(titles, key=lambda title: title.start)


def _weigh_all(text: str, span: Span, others: frozenset[int]) -> list[Title]:
    """What stands in marks in one sentence; the titles of a list (‘A’ ‘B’와 ‘C’) share their weight."""
    titles = [_weigh(text, marked) for marked in find_marked(text, span.start, span.end) if marked.start not in others]
    for order in (range(1, len(titles)), range(len(titles) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for at in order:
            this, other = titles[at], titles[at + step]
            between = text[min(this.end, other.end) : max(this.start, other.start)]
            if not _JOINT.fullmatch(between):
                continue
            if -1.5 < this.weight < other.weight:
                titles[at] = replace(this, weight=other.weight, kind=this.kind or other.kind)
            elif other.weight <= -1.5 and this.weight < 1:
                titles[at] = replace(this, weight=other.weight)
    return titles


def _is_title(title: Title, sure: set[str], seen: Counter[str]) -> bool:
    key = name_key(title.name)
    return title.weight >= 1 or (title.weight > -3 and key in sure) or (title.weight >= 0.5 and seen[key] > 1)


def _weigh(text: str, marked: Marked) -> Title:
    """How much speaks for a title: marks made for titles, a kind word, an airer, credits, what follows."""
    start, end, marks = marked
    name = _OTHER_TITLE.sub("", text[start:end].strip())
    open_at, close_at = start - 1, end + 1
    kind = kind_before(text, open_at) or kind_behind(text, close_at)
    weight = {"title": 1.5, "single": 0.0, "double": -2.0}[marks]
    weight += (
        2.0 * bool(kind)
        + 2.0 * bool(_CREDITS.match(text, close_at))
        + 1.5 * bool(_AIRER.search(text, max(0, open_at - 12), open_at))
    )
    weight -= 5.0 * bool(_GROUP_BEFORE.search(text, max(0, open_at - 6), open_at))
    weight += _context(text, open_at, close_at) + _content(name)
    sung = _SINGING.match(text, close_at) or text.endswith("부른 ", max(0, open_at - 3), open_at)
    kind = kind or ("song" if sung else None)
    left = start + len(text[start:end]) - len(text[start:end].lstrip())
    return Title(left, left + len(name), name, kind, weight)


def _context(text: str, open_at: int, close_at: int) -> float:
    """What the words around the marks say."""
    behind, not_titles = _behind()
    particle = particle_at(text, close_at)
    weight = 1.0 * bool(_YEAR.search(text, max(0, open_at - 6), open_at)) + 1.0 * bool(
        _OWNED.search(text, max(0, open_at - 8), open_at)
    )
    weight += 1.0 * bool(_EPISODE.match(text, close_at)) + 1.0 * bool(_NUMBERED.match(text, close_at))
    weight += 1.0 * bool(behind.match(text, particle.end)) + 1.0 * bool(_NAMED.match(text, close_at))
    weight += 0.75 * bool(_ROLE_IN.match(text, particle.end)) + 0.25 * (particle.case != "")
    weight += 1.0 * bool(_SUNG.match(text, close_at)) + 1.5 * bool(_MAKER.match(text, close_at))
    weight += 1.5 * bool(_DATED.match(text, close_at)) + 1.0 * bool(
        _IN_BRACKET.search(text, max(0, open_at - 6), open_at) and text[close_at : close_at + 1] in (")", ",")
    )
    weight += 1.0 * bool(_MEASURED.match(text, close_at)) + 1.5 * bool(_DATED_BEHIND.match(text, close_at))
    weight += 1.0 * bool(_OUT_BEFORE.search(text, max(0, open_at - 6), open_at)) + 1.25 * bool(_AMONG.match(text, close_at))
    weight += 1.0 * bool(_OUT_BEHIND.match(text, close_at))
    return weight - 2.5 * bool(not_titles.match(text, close_at))


def _content(name: str) -> float:
    """What the words inside the marks say."""
    if not name or _JUNK.search(name) or len(name) > 40:
        return -6.0
    weight = -1.5 * name.endswith(tuple(load_words("korean/works.yaml")["not_titles_ending"]))
    entries = gazetteer.load().lookup(name)
    if any(entry.type == "Work" for entry in entries):
        return weight + 1.5
    weight -= 2.0 * any(entry.type in ("Organization", "Person") for entry in entries)
    return weight - 0.75 * bool(_SAID.search(name) and len(name) > 8) - 0.5 * (len(name) == 1)


@cache
def _behind() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words("korean/works.yaml")
    called = re.compile(
        rf"(?:이?라는|이?란|이?라고) ?(?:[가-힣]{{1,4}} )?(?:{either(words['not_titles_behind'])})|"
        rf" ?역(?=[의을으에은이,.) ]|$)| 캐릭터|(?:으?로) (?:[가-힣]{1, 5} )?(?:분[하한할해했]|변신|열연)|(?:을|"
        rf"를) (?:[가-힣]{1, 5} )?(?:연기|맡)|(?:이?라고|으?로) ?(?:불리|불렸|불린|불러|꼽)"
    )
    return re.compile(rf" ?(?:{either(words['behind'])})"), called


def _bare(text: str, spans: list[Span], titles: list[Title], taken: list[tuple[int, int]]) -> Iterator[Title]:
    """Titles that were found in marks, where they stand without: at a word's edge, three signs or more."""
    names = {title.name for title in titles if len(title.name) > 4 or (" " in title.name and len(title.name) > 3)}
    if not names:
        return
    pattern = re.compile(rf"(?<![가-힣A-Za-z0-9‘'<《〈「『])(?:{either(names)})")
    covered: set[int] = set()
    for start, end in taken:
        covered.update(range(start, end))
    for span in spans:
        for found in pattern.finditer(text, span.start, span.end):
            particle = particle_at(text, found.end())
            ends = found.end() == span.end or not text[found.end()].isalnum() or particle.case
            if ends and found.start() not in covered:
                kind = kind_before(text, found.start())
                yield Title(found.start(), found.end(), found[0], kind, 1.0)

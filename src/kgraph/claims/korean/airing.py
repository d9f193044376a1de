"""aired_on, produced_by: the broadcaster or platform that shows a work, the studio that makes it.

tvN ‘알함브라 궁전의 추억’, 넷플릭스 시리즈 ‘X’, ‘X’는 MBC에서 방송됐다; ‘베테랑’을 만든 외유내강, 제작사는 화앤담픽쳐스다.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import Frame, Scene, scene_of
from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import WB, O, P, W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim, Referent

_AIRERS = frozenset(("broadcaster", "platform"))
_MAKERS = frozenset(("studio", "agency", "other"))
# Words that may stand between an airer and the title: tvN 새 토일드라마 ‘X’, 넷플릭스 오리지널 시리즈 ‘X’.
_BESIDE = re.compile(
    rf"{O}(?: ?\([^()]{{0,20}}\))?(?:의|표|판)? ?(?:TV )?(?:(?:\d{{4}}년 ?)?(?:새|신작|신규|첫|인기|간판|장수|오리지널|"
    rf"특집|창사|화제의|히트|최근|전|후속|하반기|상반기|기대작|독점|공개|드라마|금토극|[가-힣]{{1,5}}(?:스페셜|극장|"
    rf"기획|시리즈|예능|쇼)|"
    rf"[가-힣]{{0,3}}드라마|[가-힣]{{1,3}}극|미니시리즈|시리즈|연속극|일일|주말|단막극|드라마스페셜|드라마 스페셜|월화|"
    rf"수목|토일|금토|금요|예능|예능프로그램|예능 프로그램|프로그램|"
    rf"버라이어티|관찰|토크쇼|오디션|음악|시트콤|사극|영화|다큐멘터리|다큐|애니메이션|로맨스|스릴러|코미디|로맨틱|정치|"
    rf"범죄|액션|판타지|리얼리티|쇼|연애|서바이벌|웹예능|웹드라마|시즌|대하|시대극|교양|라디오|경연|"
    rf"작품|메디컬|법정|학원물|좀비|크리처|SF|휴먼|멜로|추리|수사극|의학|청춘|공포|미스터리|스포츠|전작|"
    rf"[가-힣]{{2,4}} 중인|방영 예정인|방송 예정인|방송되는|방영되는|방송된|방영된|공개된|공개되는|방송 중인|방영 중인|"
    rf"공개하는|공개한|선보인|선보이는) ?){{0,6}}{WB}|{O} (?:[가-힣]{{1,6}} ){{0,2}}[가-힣]{{0,6}}(?:드라마|예능|시리즈|극|"
    rf"다큐[가-힣]{{0,3}}|시트콤|스페셜|특별기획|프로그램|오리지널|애니메이션) {WB}|{O}(?:이|가|에서) (?:[^.{P}{W}{O}]{{0,24}} )?"
    rf"(?:내보낸|방송한|방영한|방송된|방영된|방영 중인|방송 중인) (?:[가-힣]{{1,6}} ){{0,2}}{WB}"
)
_AIRED = re.compile(
    rf"{O}(?:(?:와|과) 손잡고 [^.{P}{O}]{{0,10}}{W}을 |을 통해|를 통해|에서도?|에서는|서|으로|로|의)?(?: ?(?:독점|첫|"
    rf"단독|동시|전 세계에|전세계에|매주|밤|오후|"
    rf"오전|\d{{1,2}}시|\d{{1,2}}일|\d{{1,2}}월|\d{{1,2}}분|[월화수목금토일]·?[월화수목금토일]?요?일?|정규|편성을|"
    rf"편성이|편성|에) ?){{0,6}}"
    rf" ?(?:방송|방영|공개|첫선|전파|스트리밍|출발|시청할|볼 수|만나볼|만날|선보|편성|송출|서비스|종영|막을)"
)
_SHOWS = re.compile(
    rf"{O}(?:이|가|은|는|측은|측이)(?: [^{O}{W}]{{0,40}})?[ '‘\"“]?{WB}(?:을|를|의|으로|"
    rf"로)(?: [^{P}{O}]{{0,16}})? ?(?:리메이크|공개|방송|방영|편성|선보|첫선|제작발표회|온라인 제작발표회|티저|예고편|"
    rf"포스터|스틸)"
)
_MISSED = re.compile(r"[^.]{0,12}(?:유력했|불발|무산|취소|검토|논의|협의)")
_BRACKET = re.compile(rf"{W}\((?:[^()]{{0,40}}[ ,·/(])?{O}(?:[,·/ )])")


def _said(rule: str, where: tuple[int, int], confidence: float) -> Said:
    return Said(f"airing.{rule}", where, confidence)


def beside(reading: Reading) -> Iterator[Claim]:
    """TvN ‘X’, MBC 수목드라마 ‘X’, 넷플릭스 시리즈 ‘X’와 ‘Y’."""
    for line in reading.lines:
        if not line.works or not line.organizations:
            continue
        shape = line.shape
        for found in _BESIDE.finditer(shape.text):
            phrases = shape.phrases(*found.span())
            if phrases[0].referent.kind in _AIRERS:
                for work in _until_next(line, run_from(line, phrases[-1])):
                    yield _aired(reading, line, (work.referent, phrases[0].referent), ("beside", shape.where(found), 0.95))


def _until_next(line: Line, works: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """The works of a list up to the first that has an airer of its own: tvN ‘X’, ‘Y’, SBS ‘Z’."""
    yield works[0]
    for before, work in pairwise(works):
        if any(before.end <= other.start < work.start for other in line.organizations):
            return
        yield work


def _aired(reading: Reading, line: Line, ends: tuple[Referent, Referent], how: tuple[str, tuple[int, int], float]) -> Claim:
    return reading.claim("aired_on", ends, line, _said(*how))


def aired(reading: Reading) -> Iterator[Claim]:
    """‘X’는 MBC에서 방송됐다, ‘X’를 넷플릭스에서 볼 수 있다, 티빙은 ‘X’를 공개한다, ‘X’(tvN)."""
    for line in reading.lines:
        if not line.organizations:
            continue
        scene = scene_of(reading, line)
        for found in _AIRED.finditer(scene.text):
            airer = line.shape.phrases(*found.span())[0]
            if airer.referent.kind in _AIRERS and not _MISSED.match(scene.text, found.end()):
                frame = scene.frame(found.end() - 1, found.end())
                works, named = scene.work_refs(Frame(found.start(), frame.end, frame.form, frame.head))
                if frame.form == "ETM" and not named:
                    continue
                for work in works:
                    yield _aired(
                        reading, line, (work, airer.referent), ("aired", line.shape.where(found), 0.92 if named else 0.8)
                    )
        for pattern in (_SHOWS, _BRACKET):
            for found in pattern.finditer(scene.text):
                yield from _both(reading, line, line.shape.phrases(*found.span()), found)


def _both(reading: Reading, line: Line, phrases: tuple[Phrase, ...], found: re.Match[str]) -> Iterator[Claim]:
    airer = next((phrase for phrase in phrases if phrase.referent.kind in _AIRERS), None)
    work = next((phrase for phrase in phrases if phrase.type == "Work"), None)
    if airer and work:
        for other in run_to(line, work):
            yield _aired(reading, line, (other.referent, airer.referent), ("shows", line.shape.where(found), 0.9))


_MADE = re.compile(
    rf"{WB}(?:을|를) (?:[가-힣]{{1,6}} ){{0,2}}?(?:만든|제작한|공동 제작한|제작하는|기획하고 제작한|만들어 온|탄생시킨|"
    rf"제작해 온) (?:[가-힣]{{1,6}} )?{O}"
)
_MAKES = re.compile(
    rf"{O}(?:이|가|에서) (?:공동 |함께 )?(?:제작|만든|만들)(?:한|하는|을 맡은|했|하고|한다|을 맡|을 담당|에 나서|에 참여|)"
)
_MAKER = re.compile(
    rf"(?:^|[.,] ?|[고며] |의 )(?:공동 ?)?(?:제작사|제작)(?:는|은|에는|인|,)? (?:{WB}(?:을|"
    rf"를) [가-힣]{{1,4}} )?(?:[가-힣]{{2,6}} )?{O}"
)
_MAKER_SAID = re.compile(rf"(?<![가-힣])제작사(?:인)? {O}")
_MAKING = re.compile(rf"{O} 제작(?=[.,)]|$)")
_MAKER_OF = re.compile(rf"{WB}(?:의|을|를)? (?:공동 ?)?제작사(?:인|는|이자)? {O}")


def made(reading: Reading) -> Iterator[Claim]:
    """‘베테랑’을 만든 외유내강, 외유내강이 제작한 ‘베테랑’, 제작사는 외유내강이다."""
    for line in reading.lines:
        if not line.organizations:
            continue
        scene = scene_of(reading, line)
        for pattern in (_MADE, _MAKER_OF):
            for found in pattern.finditer(scene.text):
                phrases = line.shape.phrases(*found.span())
                yield from _makes(scene, tuple(p.referent for p in run_to(line, phrases[0])), run_from(line, phrases[-1]), found)
        for found in _MAKING.finditer(scene.text):
            works, _ = scene.work_refs(Frame(found.start(), found.end(), ""))
            yield from _makes(scene, works[:1], run_to(line, line.shape.phrases(*found.span())[0]), found)
        for found in _MAKES.finditer(scene.text):
            frame = scene.frame(*found.span())
            works, _ = scene.work_refs(Frame(found.start(), frame.end, frame.form, frame.head))
            if frame.form != "ETM" or (frame.head and frame.head[0].type == "Work"):
                yield from _makes(scene, works[:1], run_to(line, line.shape.phrases(*found.span())[0]), found)
        for found in (*_MAKER.finditer(scene.text), *_MAKER_SAID.finditer(scene.text)):
            works, _ = scene.work_refs(Frame(found.start() + 1, found.end(), ""))
            yield from _makes(scene, works[:1], run_from(line, line.shape.phrases(*found.span())[-1]), found)


def _makes(scene: Scene, works: tuple[Referent, ...], makers: tuple[Phrase, ...], found: re.Match[str]) -> Iterator[Claim]:
    for maker in makers:
        for work in works if maker.referent.kind in _MAKERS else ():
            yield scene.reading.claim(
                "produced_by", (work, maker.referent), scene.line, _said("made", scene.where(*found.span()), 0.9)
            )


RULES = (beside, aired, made)

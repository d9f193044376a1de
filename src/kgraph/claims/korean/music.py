"""performed: who sings a song or makes an album; composed_for where a singer sings for a drama's soundtrack.

가수 전영록은 ‘종이학’을 히트시켰다, 아이유의 ‘밤편지’, 그룹 X가 신곡 ‘Y’를 발표했다, ‘Z’ OST ‘Y’를 부른 X.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kgraph.claims.korean.frames import Frame, Scene, scene_of
from kgraph.claims.korean.pairs import run_from, run_to
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.signs import WB, O, P

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase
    from kgraph.model import Claim, Referent

_ALBUM = ("song", "album")
_SINGS = re.compile(
    rf"{WB}(?:을|를|로|으로)? ?(?:[가-힣]{{1,5}} ){{0,2}}?(?:히트시키|히트시켰|히트시킨|발표한|발표했|발표하|발매한|"
    rf"발매했|발매하|부른|불렀|불러|부르|열창|가창한|가창했|가창을|커버한|커버했|리메이크해 부른|컴백|데뷔|활동|선보이|"
    rf"선보인|선보였|노래하|노래한|노래했|공개)"
)
_SUNG_BY = re.compile(
    rf"[{P}{O}](?:\([^()]{{0,30}}\))?(?:이|가) (?:직접 |함께 |새로 )?(?:부른|가창한|노래한|발표한|발매한|열창한|"
    rf"참여한) (?:[가-힣A-Za-z]{{1,8}} ){{0,2}}?{WB}"
)
_OF = re.compile(
    rf"[{P}{O}](?:의|표)? ?(?:[가-힣A-Za-z0-9]{{1,6}} ){{0,2}}?(?:신곡|노래|곡|타이틀곡|히트곡|대표곡|앨범|싱글|"
    rf"정규 ?\d?집?|미니 ?\d?집?|데뷔곡|수록곡|자작곡|후속곡|정규앨범|미니앨범|음반) {WB}"
)
_OWN = re.compile(rf"[{P}{O}]의 {WB}")


def _said(rule: str, where: tuple[int, int], confidence: float) -> Said:
    return Said(f"music.{rule}", where, confidence)


_MAKERS = frozenset(("감독", "PD", "피디", "작가", "연출", "연출가", "크리에이터"))


def _sings(phrase: Phrase) -> bool:
    return (phrase.type == "Person" and phrase.role not in _MAKERS) or phrase.referent.kind == "group"


def sung(reading: Reading) -> Iterator[Claim]:
    """‘종이학’을 히트시켰다, ‘X’를 부른 가수 Y."""
    for line in reading.lines:
        if not line.works:
            continue
        scene = scene_of(reading, line)
        for found in _SINGS.finditer(scene.text):
            last = line.shape.phrases(*found.span())[0]
            songs = run_to(line, last)
            if not _is_song(line, songs[0], scene.text[found.start() + 1 : found.end()]):
                continue
            frame = scene.frame(found.start() + 1, found.end())
            for singer, told in _singers(scene, Frame(songs_start(scene, songs), frame.end, frame.form, frame.head)):
                for song in songs:
                    said = _said("sung", scene.where(*found.span()), 0.9 if told else 0.82)
                    yield reading.claim("performed", (singer, song.referent), line, said)


def songs_start(scene: Scene, songs: tuple[Phrase, ...]) -> int:
    """The place of the first song of a list, before which its singer stands."""
    return next(place for place, phrase in scene.line.shape.letters if phrase is songs[0])


def _is_song(line: Line, song: Phrase, behind: str) -> bool:
    """True for a work known as a song or album, or one that a verb of singing makes one."""
    if song.referent.kind in _ALBUM:
        return True
    if song.referent.kind is not None:
        return False
    return bool(re.search(r"히트시|부른|불렀|부르|열창|가창|노래", behind)) or (
        bool(_MUSIC.search(line.text)) and bool(re.search(r"선보|발표|발매|공개", behind))
    )


_MUSIC = re.compile(r"OST|음원|신곡|가수|보컬|듀오|밴드|그룹|앨범|싱글|노래|가창")


def _singers(scene: Scene, frame: Frame) -> Iterator[tuple[Referent, bool]]:
    """Who sings: the head, the nearest subject (person or group) before, else the person under discussion."""
    if frame.head and frame.head[0].type == "Person" and not _sings(frame.head[0]):
        return
    if frame.head and _sings(frame.head[0]):
        yield from ((phrase.referent, True) for phrase in frame.head)
        return
    for _, phrase in scene.before(frame.start):
        if _sings(phrase) and phrase.case in ("이", "은", "도", "의"):
            yield from ((other.referent, True) for other in run_to(scene.line, phrase))
            return
    people, _ = scene.subject_refs(frame)
    yield from ((person, False) for person in people)


def _owned_song(owner: Phrase, work: Phrase) -> bool:
    """True if ‘X’ in 잔나비의 ‘X’ is a song: known as one, or named as a group's."""
    return work.referent.kind in _ALBUM or (owner.referent.kind == "group" and work.referent.kind in (None, "other"))


def owned(reading: Reading) -> Iterator[Claim]:
    """아이유의 노래 ‘밤편지’, 그룹 X의 신곡 ‘Y’."""
    for line in reading.lines:
        if not line.works:
            continue
        shape = line.shape
        for pattern in (_OF, _OWN, _SUNG_BY):
            for found in pattern.finditer(shape.text):
                phrases = shape.phrases(*found.span())
                if not _sings(phrases[0]) or (pattern is _OWN and not _owned_song(phrases[0], phrases[-1])):
                    continue
                for song in run_from(line, phrases[-1]):
                    yield reading.claim(
                        "performed", (phrases[0].referent, song.referent), line, _said("owned", shape.where(found), 0.9)
                    )


RULES = (sung, owned)

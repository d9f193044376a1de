"""Organisations in Korean articles: the gazetteer's, and those that their ending or the words around them give away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kgraph.mentions.korean.candidates import agrees, is_nobody
from kgraph.mentions.korean.marked_names import PERSON, MarkedName
from kgraph.text import gazetteer
from kgraph.text.particles_korean import particle_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgraph.model import Document, Span

_ENDINGS = {
    "agency": "엔터테인먼트|엔터테이먼트|엔터|이엔티|매니지먼트|컴퍼니|컴퍼니즈|뮤직|레코즈|레이블|액터스|이엔엠",
    "studio": "픽쳐스|픽처스|필름|필름스|필림|스튜디오|스튜디오스|프로덕션|미디어|콘텐츠|콘텐트|시네마|드라마하우스|제작소",
}
_KIND_OF = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split("|")}
_SUFFIX = re.compile(
    rf"(?:{'|'.join(sorted(_KIND_OF, key=lambda ending: (-len(ending), ending)))})(?:코리아|그룹|재팬)?(?![A-Za-z])"
)
_STEM = re.compile(r"(?<![가-힣A-Za-z0-9])(?:[A-Z][A-Za-z0-9&.]{0,15} ?|[가-힣A-Za-z0-9&]{1,12})$")
_LABEL_WORD = re.compile(r"소속사|매니지먼트사|기획사|제작|그룹|밴드|듀오|전속|재계약")
_PREFIXED = re.compile(r"(?<![가-힣A-Za-z])(?:스튜디오|필름|무비|영화사|시네마) ?[가-힣]{1,6}")
_LABELLED = (
    ("agency", re.compile(r"(?:소속사(?:인)?|매니지먼트사|기획사) (?P<name>[A-Z가-힣][A-Za-z가-힣0-9&]{1,15})")),
    (
        "studio",
        re.compile(
            r"(?:제작사(?:인|는)?|제작) (?P<name>[A-Z가-힣][A-Za-z가-힣0-9&]{2,15}(?:·[A-Z가-힣][A-Za-z가-힣0-9&]{2,15})?)"
        ),
    ),
    ("studio", re.compile(r"(?:제작사|제작) [^,()\n]{2,16}[,·] ?(?P<name>[A-Z가-힣][A-Za-z가-힣0-9&]{2,15})(?=[,)])")),
    (
        "agency",
        re.compile(
            r"(?<![가-힣A-Za-z])(?P<name>[A-Z가-힣][A-Za-z가-힣0-9&]{3,15}?)(?:과|와)(?:의|는)? (?:전속 ?계약|전속 재계약|"
            r"재계약)"
        ),
    ),
    (
        "group",
        re.compile(
            r"(?:보이그룹|걸그룹|그룹|밴드|아이돌그룹|아이돌 그룹|듀오) [‘'“\"]?(?P<name>[A-Z가-힣][A-Za-z가-힣0-9&]{1,12})"
        ),
    ),
)
_GENERIC = re.compile(
    r"^(?:소속|측|관계|대표|공식|제작|기획|연예|종합|국내|해당|이|그|저|한|본|타|각|양|두|새|전|현|신생|대형|매니지먼트|"
    r"[가-힣]?음악|활동|동료|멤버|출신|이름|결성)"
)
_TAILS = re.compile(r"(?:측|표|산|판|발|사|향|행|배|코리아)(?=[은는이가을를의와과도에\s,.]|$)")
_SPEAKS = re.compile(r" (?:측|관계자|대표)|[은는] |와의? 전속")
_LONGEST = 40
_COPULA = re.compile(r"(?<=[가-힣]{2})(?:이다|입니다|이었다)$")
_KEPT = frozenset(("이다", ""))
_WORD = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣A-Za-z0-9(&]|(?<=[가-힣])[A-Z]")
_TV = re.compile(
    r" ?TV(?![A-Za-z가-힣])|(?<=KBS|MBC|SBS|EBS|tvN|BBC)(?: (?:월드|파워FM|러브FM)(?=[ ‘'])|"
    r" (?:제?[12]TV|FM4U|Joy|Plus|every1|Four|D|[12]라디오)(?![A-Za-z0-9]))"
)
_TELLING = 4  # letters that a name needs to be found again without a label; shorter ones are words too often
_GROUP_BEFORE = re.compile(r"(?:보이그룹|걸그룹|그룹|밴드|듀오) $")


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation at its place; ``usual`` is the gazetteer's usual spelling, under which spellings meet."""

    start: int
    end: int
    name: str
    kind: str
    usual: str


def find_organizations(document: Document, marked: Iterable[MarkedName] = ()) -> list[Name]:
    """All organisations of a document in text order, none overlapping; the gazetteer's win."""
    text = document.article.text
    told = [sentence for sentence in document.sentences if sentence.kind != "noise"]
    found = {name.start: name for name in _marked(text, marked)}
    for span, tokens in ((sentence.span, sentence.tokens) for sentence in told):
        common = {token.text for token in tokens if token.tag not in ("NNP", "NF")}
        for name in (*_listed(text, span), *_suffixed(text, span), *_labelled(text, span, common)):
            _keep(found, name)
    for name in _again(text, [sentence.span for sentence in told], tuple(found.values())):
        _keep(found, name)
    return [found[start] for start in sorted(found)]


def _marked(text: str, names: Iterable[MarkedName]) -> Iterator[Name]:
    """Names in marks that a label makes an organisation's: 밴드 ‘검은 숲’."""
    for start, end, kind in names:
        if kind != PERSON:
            entries = gazetteer.load().lookup(text[start:end])
            usual = next((entry.names[0] for entry in entries if entry.type == "Organization"), text[start:end])
            yield Name(start, end, text[start:end], kind, usual)


def _keep(found: dict[int, Name], name: Name) -> None:
    """Keep a name unless one that is kept already overlaps it; no name is longer than forty signs."""
    near = (found.get(place) for place in range(name.start - _LONGEST, name.end))
    if not any(other is not None and name.start < other.end for other in near):
        found[name.start] = name


def _again(text: str, spans: list[Span], found: tuple[Name, ...]) -> Iterator[Name]:
    """The other places of names that a label told once (그룹 블랙캔버스 ... 블랙캔버스의 멤버)."""
    known = {name.name: name for name in found if len(name.name) >= _TELLING and not any(gazetteer.load().find(name.name))}
    if not known:
        return
    pattern = re.compile("|".join(re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name))))
    for span in spans:
        for match in pattern.finditer(text, span.start, span.end):
            before = text[match.start() - 1 : match.start()]
            if not before.isalnum() and _ends_well(text, match.end(), span.end):
                first = known[match[0]]
                yield Name(match.start(), match.end(), match[0], first.kind, first.usual)


@cache
def _listed_starts() -> frozenset[str]:
    """The first two signs of every listed organisation, so that most words need no look-up."""
    names = (name for entry in gazetteer.load().entries if entry.type == "Organization" for name in entry.names)
    return frozenset(name[:2].casefold() for name in names)


def _listed(text: str, span: Span) -> Iterator[Name]:
    """The gazetteer's organisations; a common word only where the word before says so (그룹 하이라이트)."""
    listed, words = _listed_starts(), gazetteer.load()
    done = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        hit = (
            words.at(text, word.start())
            if word.start() >= done and text[word.start() : word.start() + 2].casefold() in listed
            else None
        )
        entry = (
            next((entry for entry in hit.entries if entry.type == "Organization" and entry.kind != "award"), None)
            if hit
            else None
        )
        if hit is None or entry is None:
            continue
        start, end = _trimmed(text, hit.start, hit.end)
        done = end
        if not _ends_well(text, end, span.end):
            continue
        ambiguous = hit.common or any(other.type != "Organization" for other in hit.entries)
        if not ambiguous or _GROUP_BEFORE.search(text, max(0, start - 5), start):
            yield Name(start, end, text[start:end], entry.kind or "other", entry.names[0])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A listed name without an opening bracket that is not its own, and with the TV that belongs to it (MBC TV)."""
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    tail = _TV.match(text, end)
    return start, tail.end() if tail else end


def _ends_well(text: str, end: int, limit: int) -> bool:
    """True if a name may end here: at a word's edge, a particle, or a word like 측."""
    if end >= limit or not ("가" <= text[end] <= "힣"):
        return True
    return bool(particle_at(text, end).case or _TAILS.match(text, end))


def _suffixed(text: str, span: Span) -> Iterator[Name]:
    """Names that their ending gives away: 새솔엔터테인먼트, 스튜디오온달."""
    for found in _SUFFIX.finditer(text, span.start, span.end):
        stem = _STEM.search(text, max(span.start, found.start() - 17), found.start())
        if stem is None:
            continue
        start, end = stem.start(), found.end()
        name = text[start:end]
        kind = next(_KIND_OF[found[0][:length]] for length in range(len(found[0]), 0, -1) if found[0][:length] in _KIND_OF)
        if not _GENERIC.fullmatch(stem[0].strip()) and _ends_well(text, end, span.end):
            yield Name(start, end, name, kind, name)
    for found in _PREFIXED.finditer(text, span.start, span.end):
        name = _without_particle(found[0])
        if len(name.replace(" ", "")) > 4 or name.startswith("영화사"):
            yield Name(found.start(), found.start() + len(name), name, "studio", name)


def _labelled(text: str, span: Span, common: set[str]) -> Iterator[Name]:
    if not _LABEL_WORD.search(text, span.start, span.end):
        return
    for kind, pattern in _LABELLED:
        for found in pattern.finditer(text, span.start, span.end):
            name = _without_particle(found["name"])
            start = found.start("name")
            sure = kind == "agency" and len(name) > 2 and _SPEAKS.match(text, start + len(name)) is not None
            if len(name) > 1 and (sure or name not in common) and not _GENERIC.match(name) and not is_nobody(name):
                yield Name(start, start + len(name), name, kind, name)


def _without_particle(word: str) -> str:
    """The word without the particle at its end, if it is long enough to have one."""
    word = _COPULA.sub("", word)
    for length in (3, 2, 1):
        particle = particle_at(word, len(word) - length)
        stem = word[: len(word) - length]
        if len(stem) < 2 or particle.end < len(word) or particle.case in _KEPT or word.endswith("랑"):
            continue
        if not "가" <= stem[-1] <= "힣" or agrees(stem[-1], word[len(stem) :]):
            return stem
    return word

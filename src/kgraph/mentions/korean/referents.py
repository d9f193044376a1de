"""Names become referents: one per person, work and organisation of an article, with every name the article uses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.model import Article, Mention, Mentions, Referent, Span
from kgraph.text import gazetteer
from kgraph.text.keys import make_ref, name_key

if TYPE_CHECKING:
    from kgraph.mentions.korean.organizations import Name as OrganizationName
    from kgraph.mentions.korean.people import Name as PersonName
    from kgraph.mentions.korean.works import Title

_PERSON_ALIAS = re.compile(
    r" ?\((?:본명|활동명|예명|개명 전|영문명|옛 이름)?[ :]*(?P<alias>[A-Z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){0,3}|"
    r"[\u4e00-\u9fff]{2,4}|(?<=본명 )[가-힣]{2,4}|(?<=활동명 )[가-힣]{2,5}|(?<=예명 )[가-힣]{2,5})[,)]"
)
_WORK_ALIAS = re.compile(
    r"[’'”\"〉》」』>]? ?\((?:이하 |약칭 |줄여서 )[‘'“\"〈《「『<]?(?P<alias>[^()’'”\"〉》」』>]{1,20})[’'”\"〉》」』>]?\)"
)
_WORK_OTHER = re.compile(
    r"[’'”\"〉》」』>]? ?\((?:영제|원제|영문 제목|영문명)?[ :]*(?P<alias>[A-Z][A-Za-zÀ-ÿ0-9 ,.'’:!?&-]{2,60}|"
    r"[\u3040-\u30ff\u4e00-\u9fff]{1,20})\)"
)
_GROUP_ALIAS = re.compile(r" ?\((?P<alias>[A-Z][A-Za-z0-9 .&'’-]{1,20}|[가-힣]{2,8})\)")
_SHARED_NAME = re.compile(r"동명이인|이름이 같|이름만 같|같은 이름의|이름까지 같|동명의 (?:배우|감독|가수|작가)|성과 이름")
_CALLINGS = frozenset(("actor", "director", "writer", "singer", "comedian", "host", "composer"))
_SEQUEL = re.compile(r"\d|파트|시즌|[IVX]{2,}|편$|막$|더 비기닝|리턴즈")
_ORIGINAL = re.compile(r"원작(?:인)? (?:드라마 |영화 )?[‘'“\"〈《「『<]$")
_GROUPS = {
    "series": "screen",
    "film": "screen",
    "variety": "screen",
    "webtoon": "comic",
    "novel": "book",
    "play": "stage",
    "song": "music",
    "album": "music",
    "game": "game",
}


@dataclass
class _Entry:
    type: str
    kind: str | None
    names: dict[str, None] = field(default_factory=dict)
    roles: set[str] = field(default_factory=set)

    def referent(self, ref: str) -> Referent:
        first = next(iter(self.names))
        full = next((name for name in self.names if name.startswith(first + ":")), first)
        return Referent(ref, self.type, tuple(dict.fromkeys((full, *self.names))), self.kind)


class Roster:
    """Who and what has been named so far; grows while an article is read, in any order of types."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._entries: dict[str, _Entry] = {}
        self._mentions: list[Mention] = []
        self._places: set[tuple[int, str]] = set()
        self._keys: dict[tuple[str, str], str] = {}
        self._namesakes: dict[str, dict[str, str]] = {}
        self._shares_names = bool(_SHARED_NAME.search(article.text))
        self._twins: dict[tuple[str, str], str] = {}
        self._remade = "리메이크" in article.text

    def add_title(self, title: Title) -> None:
        """A title at its place, with the shorter or foreign title that brackets behind it give."""
        ref = self._enter("Work", title.name, title.name, None if self._is_twin(title) else title.kind)
        if twin := self._is_twin(title):
            ref = self.add_twin(ref, twin)
        self._mention(title.start, title.end, ref)
        for pattern in (_WORK_ALIAS, _WORK_OTHER):
            if found := pattern.match(self._article.text, title.end):
                self._alias(ref, "Work", found)

    def _is_twin(self, title: Title) -> str | None:
        """The kind of a work that only shares its title with another of the article: 웹툰 ‘X’ beside the series ‘X’,
        원작 ‘X’ of a remake.
        """
        known = self._entries.get(self._keys.get(("Work", name_key(title.name)), ""))
        if known is None:
            self._join_short(title.name)
            return None
        if self._remade and _ORIGINAL.search(self._article.text, max(0, title.start - 12), title.start):
            return known.kind or "series"
        groups = (_GROUPS.get(known.kind or ""), _GROUPS.get(title.kind or ""))
        return title.kind if None not in groups and groups[0] != groups[1] else None

    def _join_short(self, name: str) -> None:
        """Let a full title be the work that was called by its first part before: ‘탈출’, ‘탈출: 프로젝트 사일런스’.

        A title that ends in another one (‘두 번째 시그널’, ‘시그널’) is another work.
        """
        short, colon, rest = name.partition(":")
        ref = self._keys.get(("Work", name_key(short))) if colon and not _SEQUEL.search(rest) else None
        if ref:
            self._keys[("Work", name_key(name))] = ref

    def add_organization(self, name: OrganizationName) -> None:
        """An organisation at its place."""
        ref = self._enter("Organization", name.usual, name.name, name.kind)
        self._mention(name.start, name.end, ref)
        if name.kind == "group" and (found := _GROUP_ALIAS.match(self._article.text, name.end)):
            self._alias(ref, "Organization", found)

    def add_person(self, name: PersonName) -> None:
        """A person at a place, with the name in Latin letters, Hanja or another name that brackets give."""
        ref = self._namesake(name) if self._shares_names else self._enter("Person", name.name, name.name, None)
        self._entries[ref].roles.add(name.role)
        self._mention(name.start, name.end, ref)
        if found := _PERSON_ALIAS.match(self._article.text, name.end):
            self._alias(ref, "Person", found)

    def _namesake(self, name: PersonName) -> str:
        """The one of several people of a name whom a place means: by the role beside it, else the last one named."""
        known = self._namesakes.setdefault(name.name, {})
        role = name.role if name.role in _CALLINGS else ""
        ref = known.get(role) if role else next(reversed(known.values()), None)
        if ref is None:
            ref = self._enter("Person", name.name, name.name, None)
            if role and known and "" not in known:
                ref = make_ref(self._article.id, "Person", name.name, len(known) + 1)
                self._entries[ref] = _Entry("Person", None, {name.name: None})
        known.pop("", None) if role else None
        known.pop(role, None)
        known[role] = ref
        return ref

    def add(self, mention: Mention) -> None:
        """A mention of a referent that is already known."""
        self._mentions.append(mention)

    def add_twin(self, ref: str, kind: str) -> str:
        """Another work of the same title and another kind (동명의 웹툰); one for each kind."""
        base = self._entries[ref]
        key = next(iter(base.names))
        twin = self._twins.get((name_key(key), kind))
        if twin is None:
            twin = make_ref(self._article.id, "Work", key, 2 + sum(1 for name, _ in self._twins if name == name_key(key)))
            self._twins[(name_key(key), kind)] = twin
            self._entries[twin] = _Entry("Work", kind, {key: None})
        return twin

    def roles(self, ref: str) -> set[str]:
        """The roles under which a person was named."""
        return self._entries[ref].roles

    def kind(self, ref: str) -> str | None:
        """The kind of a work or organisation."""
        return self._entries[ref].kind

    def name(self, ref: str) -> str:
        """The name under which a referent was first entered."""
        return next(iter(self._entries[ref].names))

    def named(self, type_: str) -> list[Mention]:
        """The mentions of one type found so far, in text order."""
        return sorted((m for m in self._mentions if self._entries[m.ref].type == type_), key=lambda m: m.span)

    def mentions(self) -> Mentions:
        """All mentions in text order and the referents in order of their first mention."""
        ordered = sorted(self._mentions, key=lambda mention: (mention.span.start, -mention.span.end, mention.ref))
        refs = dict.fromkeys(mention.ref for mention in ordered)
        return Mentions(tuple(ordered), tuple(self._entries[ref].referent(ref) for ref in refs))

    def _enter(self, type_: str, key: str, name: str, kind: str | None) -> str:
        ref = self._keys.setdefault((type_, name_key(key)), make_ref(self._article.id, type_, key))
        entry = self._entries.setdefault(ref, _Entry(type_, kind))
        entry.names[name] = None
        if kind and (entry.kind is None or entry.kind == "other"):
            entry.kind = kind
        return ref

    def _alias(self, ref: str, type_: str, found: re.Match[str]) -> None:
        alias = found["alias"]
        if type_ == "Work" and any(other.type == "Organization" for other in gazetteer.load().lookup(alias)):
            return
        entry = self._entries[ref]
        entry.names[alias] = None
        self._keys.setdefault((type_, name_key(alias)), ref)
        self._mention(*found.span("alias"), ref, form="alias")

    def _mention(self, start: int, end: int, ref: str, form: str = "name") -> None:
        if (start, ref) not in self._places:
            self._places.add((start, ref))
            self._mentions.append(Mention(Span(start, end, self._article.text[start:end]), ref, form))

"""Names become referents: spellings of one thing inside an article are gathered, the fullest first."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.model import Referent
from kgraph.text.keys import make_ref, name_key
from kgraph.text.koreanish import is_surname
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas, Spot

_SHORTEST = 4  # letters of a company's name without its last word
_WORD = re.compile(r"[\w'’.]+(?:-\w+)*")


@dataclass(slots=True)
class Draft:
    """A referent while its article is read: its names so far, and what is known of a person's gender and roles."""

    ref: str
    type: str
    kind: str | None = None
    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    gender: str | None = None
    roles: set[str] = field(default_factory=set)

    def add(self, name: str, form: str) -> None:
        """Notes one more surface form."""
        names = {"name": self.names, "alias": self.aliases}.get(form, self.parts)
        if name not in names:
            names.append(name)

    def referent(self) -> Referent:
        """The finished referent: full names by length, then aliases, then parts."""
        full = sorted(self.names, key=lambda name: (name.isupper() and len(name) > 4, -len(name_key(name))))
        return Referent(self.ref, self.type, tuple(dict.fromkeys([*full, *self.aliases, *self.parts])), self.kind)


@dataclass(slots=True)
class Cast:
    """All referents of an article, and which spot stands for which."""

    article: str
    drafts: dict[str, Draft] = field(default_factory=dict)
    by_key: dict[tuple[str, str], str] = field(default_factory=dict)
    at: dict[int, str] = field(default_factory=dict)
    bare: list[Spot] = field(default_factory=list)

    def draft(self, type_: str, name: str, kind: str | None = None, *, new: bool = False) -> Draft:
        """The draft for a name of this type, made when it is not there yet; ``new`` asks for a second one of the same name."""
        key = _type_key(type_, name)
        if key not in self.by_key or new:
            ordinal = 1
            while make_ref(self.article, type_, key[1], ordinal) in self.drafts:
                ordinal += 1
            made = Draft(make_ref(self.article, type_, key[1], ordinal), type_, kind)
            self.drafts[made.ref] = made
            if new:
                return made
            self.by_key[key] = made.ref
        found = self.drafts[self.by_key[key]]
        found.kind = found.kind or kind
        return found

    def merge(self, kept: Draft, gone: Draft) -> None:
        """Two drafts turn out to be one thing."""
        if kept.ref == gone.ref or kept.type != gone.type:
            return
        for form in ("names", "aliases", "parts"):
            getattr(kept, form).extend(name for name in getattr(gone, form) if name not in getattr(kept, form))
        kept.kind, kept.gender = kept.kind or gone.kind, kept.gender or gone.gender
        kept.roles |= gone.roles
        self.by_key = {key: kept.ref if ref == gone.ref else ref for key, ref in self.by_key.items()}
        self.at = {start: kept.ref if ref == gone.ref else ref for start, ref in self.at.items()}
        del self.drafts[gone.ref]


def _type_key(type_: str, name: str) -> tuple[str, str]:
    key = name_key(name)
    if type_ == "Work":
        return type_, key.removeprefix("the") if len(key) > 8 else key
    words = _WORD.findall(name)
    if type_ == "Person" and len(words) == 2 and "-" in words[0] and is_surname(words[1]):
        key = name_key(words[1] + words[0])
    return type_, key


def gather(canvas: Canvas) -> Cast:
    """The referents of all painted names; a single word that is part of a fuller personal name is left for coreference."""
    cast = Cast(canvas.document.article.id)
    spots = sorted(spot for spot in canvas.spots if spot.type != "Character")
    parts = _part_words(canvas, spots)
    for spot in spots:
        name = canvas.name(spot)
        if spot.form == "alias":
            continue
        if spot.type == "Person" and " " not in name and (name_key(name) in parts or _is_short_form(name_key(name), parts)):
            cast.bare.append(spot)
            continue
        draft = cast.draft(spot.type, name, spot.kind)
        draft.add(name, "name")
        cast.at[spot.start] = draft.ref
    _merge_spellings(cast)
    _merge_translations(cast)
    _merge_companies(cast)
    return cast


def _part_words(canvas: Canvas, spots: list[Spot]) -> set[str]:
    """Keys of single words of the full personal names: surname, given name."""
    return {
        name_key(word)
        for spot in spots
        if spot.type == "Person" and " " in canvas.name(spot)
        for word in _WORD.findall(canvas.name(spot))
    }


def _is_short_form(key: str, parts: set[str]) -> bool:
    """*Dara* for Sandara: four letters or more that end a longer given name."""
    return len(key) >= 4 and any(len(part) >= len(key) + 2 and part.endswith(key) for part in parts)


def _merge_translations(cast: Cast) -> None:
    """A machine translation spells one title in several ways: of four words or more all but one are the same, in the same
    order.
    """
    seen: dict[tuple[str, ...], Draft] = {}
    for draft in [draft for draft in cast.drafts.values() if draft.type == "Work"]:
        for name in list(draft.names):
            words = [name_key(word) for word in name.split()]
            words = words[1:] if words[:1] == ["the"] else words
            if not 4 <= len(words) <= 8 or any(word.isdigit() for word in words):
                continue
            for left_out in range(len(words)):
                frame = (*words[:left_out], "*", *words[left_out + 1 :])
                other = seen.setdefault(frame, draft)
                if other.ref in cast.drafts and draft.ref in cast.drafts:
                    cast.merge(other, draft)
                other = seen.setdefault((*words[:left_out], *words[left_out + 1 :]), draft)
            short = seen.get(tuple(words))
            if short and short.ref in cast.drafts and draft.ref in cast.drafts and short.ref != draft.ref:
                cast.merge(short, draft)


def _merge_companies(cast: Cast) -> None:
    """*Blossom Hill* beside *Blossom Hill Entertainment*: a company without the word that says what it is."""
    suffixes = load_words("english/organizations.yaml")["suffixes"]
    drafts = [draft for draft in cast.drafts.values() if draft.type == "Organization"]
    known = {name_key(name): draft for draft in drafts for name in draft.names}
    for draft in drafts:
        for head, _, last in [name.rpartition(" ") for name in draft.names]:
            short = known.get(name_key(head)) if last in suffixes and len(head) >= _SHORTEST else None
            if short is not None and short.kind in (None, draft.kind) and short.ref in cast.drafts and draft.ref in cast.drafts:
                cast.merge(draft, short)


def _merge_spellings(cast: Cast) -> None:
    """A title and its short form before the colon are one work."""
    works = {name_key(name): draft for draft in cast.drafts.values() if draft.type == "Work" for name in draft.names}
    for draft in [d for d in cast.drafts.values() if d.type == "Work"]:
        for name in list(draft.names):
            short = works.get(name_key(name.partition(":")[0])) if ":" in name else None
            if short is not None and short.ref in cast.drafts and draft.ref in cast.drafts:
                cast.merge(draft, short)

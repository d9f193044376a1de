"""The people and works named so far in a Korean article, as candidates for what stands for them: 이 감독, 그는, 두 사람,
이 드라마.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from kgraph.text.clauses_korean import describing_end, verb_endings
from kgraph.text.particles_korean import particle_at
from kgraph.text.topics_korean import Spoken, prominent_of, topic_of

if TYPE_CHECKING:
    from kgraph.mentions.korean.referents import Roster
    from kgraph.model import Document, Mention

_FAR = 60  # how many sentences back a name by role or given name is looked up
_REACH = 4  # how many sentences back a pronoun is looked up
_TAIL = re.compile(r"[’'”\"〉》」』>]?(?: ?\([^()\n]{1,80}\))?(?: (?:시리즈|감독|작가|배우|PD|대표|씨))?")
_OWNER = re.compile(r"[’'”\"〉》」』>](?:\([^()\n]{1,60}\))?(?:의)? (?:배우 |감독 |작가 )?")
_JOINT = re.compile(r"(?:\([^()]{1,40}\))?(?: (?:감독|작가|배우|씨))?[와과·,]\s?(?:[가-힣]{1,6} )?")
_ADAPTED = re.compile(
    r"[을를이의에]? ?(?:원작|바탕|기반|토대|모티브|모티프)?(?:으로|로|을|에|이)? ?(?:한|하는|둔|인|삼은|된|각색한|옮긴|"
    r"만든|영화화한|드라마화한|실사화한) "
)
_SCREEN = frozenset(("series", "film", "variety", "other", None))


class Story:
    """What has been named, sentence by sentence; grows as stand-ins are found."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.text = document.article.text
        self.roster = roster
        self.sentences = [sentence for sentence in document.sentences if sentence.kind != "noise"]
        self.people = self._by_sentence(roster.named("Person"))
        self.works = self._by_sentence(roster.named("Work"))
        self._endings = [self._verbs(number) for number in range(len(self.sentences))]
        self._people_refs = {mention.ref for row in self.people for mention in row}

    @cached_property
    def _counts(self) -> Counter[str]:
        """How often each person and work is named in the article."""
        return Counter(mention.ref for rows in (self.people, self.works) for row in rows for mention in row)

    def _by_sentence(self, mentions: list[Mention]) -> list[list[Mention]]:
        rows: list[list[Mention]] = [[] for _ in self.sentences]
        starts = [sentence.span.start for sentence in self.sentences]
        for mention in mentions:
            at = bisect_right(starts, mention.span.start) - 1
            if at >= 0 and mention.form != "alias" and self.sentences[at].span.covers(mention.span):
                rows[at].append(mention)
        return rows

    def _verbs(self, number: int) -> list[tuple[int, str]]:
        """The verb endings of a sentence, without those inside titles."""
        titles = [mention.span for mention in self.works[number]]
        endings = verb_endings(self.sentences[number].tokens)
        return [(end, tag) for end, tag in endings if not any(title.start < end <= title.end for title in titles)]

    def described(self, number: int, place: int) -> bool:
        """True if a verb describes the noun at a place: 꿈을 가진 이들."""
        return any(end == place - 1 and tag == "ETM" for end, tag in self._endings[number])

    def learn(self, number: int, mention: Mention) -> None:
        """Add a stand-in to its sentence, so that later ones can lean on it."""
        rows = self.people if mention.ref in self._people_refs else self.works
        rows[number].append(mention)
        rows[number].sort(key=lambda other: other.span.start)

    def case(self, mention: Mention) -> str:
        """The particle behind a name, past marks, brackets and a role word."""
        tail = _TAIL.match(self.text, mention.span.end)
        return particle_at(self.text, tail.end() if tail else mention.span.end).case

    def spoken(self, number: int, mentions: list[Mention]) -> list[Spoken]:
        """The mentions of a sentence as the talk turns on them."""
        found: list[Spoken] = []
        follower: tuple[Mention, bool] | None = None
        for mention in reversed(mentions):
            case = self.case(mention)
            listed = follower is not None and follower[1] and not case and follower[0].span.start - mention.span.end < 6
            behind = listed or self._is_background(number, mention)
            found.append(Spoken(mention.ref, case, behind))
            follower = (mention, behind)
        return found[::-1]

    def _is_background(self, number: int, mention: Mention) -> bool:
        """True in brackets, or inside a clause that describes a person named right behind it."""
        start = self.sentences[number].span.start
        before = self.text[start : mention.span.start]
        if before.count("(") > before.count(")"):
            return True
        if self._owns(number, mention):
            return True
        end = describing_end(self._endings[number], mention.span.end)
        if end is None or self.case(mention) in ("은", "이다"):
            return False
        return any(end <= other.span.start <= end + 14 for other in self.people[number] if other.ref != mention.ref)

    def _owns(self, number: int, title: Mention) -> bool:
        """True for a title that only says who somebody is: ‘다모’의 이재규 감독, ‘멜로가 체질’ 김영영 작가."""
        if title.ref in self._people_refs:
            return False
        gap = _OWNER.match(self.text, title.span.end)
        return gap is not None and any(mention.span.start == gap.end() for mention in self.people[number])

    def person_before(self, number: int, before: int) -> str | None:
        """Whom a pronoun means: by the sentences before, else by the sentence's own earlier words."""
        if number and self.sentences[number].block != self.sentences[number - 1].block and (hero := self._hero(number)):
            return hero
        rows = (self.spoken(row, self.people[row]) for row in range(number - 1, max(-1, number - 1 - _REACH), -1))
        found = topic_of(rows)
        if found:
            return found
        return topic_of([self.spoken(number, [mention for mention in self.people[number] if mention.span.end < before])])

    def _hero(self, number: int) -> str | None:
        """The one person of the headline (or by far its most named), whom a pronoun at the head of a later paragraph means."""
        heads = dict.fromkeys(mention.ref for mention in self.people[0]) if number > 1 else {}
        counts = self._counts
        ordered = sorted(heads, key=lambda ref: -counts[ref])
        if len(ordered) > 1 and counts[ordered[0]] < 2 * counts[ordered[1]]:
            return None
        return ordered[0] if ordered else None

    def person_of_role(self, number: int, before: int, roles: tuple[str, ...], surname: str = "") -> str | None:
        """The last person named with one of these roles (any, if none is given) and this surname;
        one of unknown role where none has it.
        """
        weak = None
        for row in range(number, max(-1, number - _FAR), -1):
            for mention in reversed(self.people[row]):
                if mention.span.start >= before or not self.roster.name(mention.ref).startswith(surname):
                    continue
                known = self.roster.roles(mention.ref)
                if not roles or known & set(roles):
                    return mention.ref
                if weak is None and surname and not (known - {"person", "credit", ""}):
                    weak = mention.ref
        return weak

    def person_called(self, number: int, before: int, given: str) -> str | None:
        """The last person whose name ends in this given name."""
        for row in range(number, max(-1, number - _FAR), -1):
            for mention in reversed(self.people[row]):
                name = self.roster.name(mention.ref)
                if mention.span.start < before and name.endswith(given) and len(name) > len(given):
                    return mention.ref
        return None

    def pair_before(self, number: int, before: int) -> list[str]:
        """The two people that 두 사람 means: those last named together, else the last two."""
        if heads := self._head_pair(number, before):
            return heads
        near: list[str] = []
        for row in range(number, max(-1, number - _REACH), -1):
            people = [m for m in self.people[row] if m.span.end <= before and not self._is_background(row, m)]
            refs = list(dict.fromkeys(mention.ref for mention in people))
            if not near and len(refs) == 2:
                return refs
            joined = [(a.ref, b.ref) for a, b in pairwise(people) if a.ref != b.ref and self._joined(a, b)]
            if not near and joined:
                return list(joined[-1])
            near = list(dict.fromkeys([*near, *reversed(refs)]))
            if len(near) >= 2:
                return near[1::-1]
        return []

    def _head_pair(self, number: int, before: int) -> list[str]:
        """The two people of the headline, whom 두 사람 at the head of a later paragraph means."""
        if number < 2 or self.sentences[number].block == self.sentences[number - 1].block:
            return []
        if any(mention.span.end <= before for mention in self.people[number]):
            return []
        heads = list(dict.fromkeys(mention.ref for mention in self.people[0]))
        return heads if len(heads) == 2 else []

    def group_before(self, number: int, count: int) -> list[str]:
        """The people that 세 사람 means: those of the nearest sentence before that names just so many."""
        for row in range(number - 1, max(-1, number - _REACH), -1):
            refs = list(dict.fromkeys(mention.ref for mention in self.people[row] if not self._is_background(row, mention)))
            if len(refs) == count:
                return refs
        return []

    def _joined(self, left: Mention, right: Mention) -> bool:
        return bool(_JOINT.fullmatch(self.text[left.span.end : right.span.start]))

    def work_before(self, number: int, before: int, kind: str | None) -> str | None:
        """The work that 이 드라마 means: what the sentence or those before it turn on, of a fitting kind,
        else the article's main one.
        """
        for row in range(number, max(-1, number - _REACH - 4), -1):
            works = [m for m in self.works[row] if m.span.end <= before and fits(self.roster.kind(m.ref), kind)]
            spoken = self.spoken(row, works)
            if row == number:
                spoken = [other for other in spoken if other.case in ("은", "이")]
            found = prominent_of(spoken)
            if found:
                return found
        counts = Counter(
            m.ref
            for row in self.works[max(0, number - _FAR) : number + 1]
            for m in row
            if m.span.end <= before and fits(self.roster.kind(m.ref), kind)
        )
        return counts.most_common(1)[0][0] if counts else None

    def head_work(self, number: int, kind: str | None) -> str | None:
        """The one fitting work of the headline, which 작품은 at the head of a later paragraph means."""
        before = self.sentences[number - 1]
        if number < 2 or before.kind == "headline" or self.sentences[number].block == before.block:
            return None
        heads = [ref for ref in dict.fromkeys(one.ref for one in self.works[0]) if fits(self.roster.kind(ref), kind)]
        return heads[0] if len(heads) == 1 else None

    def twin_base(self, number: int, before: int, kind: str | None) -> str | None:
        """The work of another kind that 동명의 웹툰 shares its title with: in the sentence itself, else under discussion."""
        own = [mention for mention in self.works[number] if self.roster.kind(mention.ref) != kind]
        earlier = [mention for mention in own if mention.span.end <= before]
        later = own[len(earlier) :] if _ADAPTED.match(self.text, before) or not number else []
        if earlier or later:
            return (earlier or later[:1])[-1].ref
        block = self.sentences[number].block
        for row in range(number - 1, max(-1, number - 1 - _REACH), -1):
            if self.sentences[row].block != block:
                break
            works = [mention for mention in self.works[row] if self.roster.kind(mention.ref) != kind]
            found = prominent_of(self.spoken(row, works))
            if found:
                return found
        counts = Counter(mention.ref for row in self.works[max(0, number - _FAR) : number] for mention in row)
        return counts.most_common(1)[0][0] if counts else None


def fits(known: str | None, wanted: str | None) -> bool:
    """True if a work of a known kind may be called by a word of another: 이 작품 anything on screen, 그 소설 only a novel."""
    if wanted in (None, "other") or known == wanted:
        return True
    return wanted in _SCREEN and known in (None, "other")

"""The nouns: what every room of kgraph speaks in.

article -> document -> mentions -> claims -> entities -> store -> views

All are frozen, compare by value and hold NFC text.  Offsets count Unicode code points of the article's NFC text, so that
``article.text[span.start:span.end] == span.text`` always holds.  This module imports nothing of ours.
"""

from __future__ import annotations

import enum
import functools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import hashlib
    from collections.abc import Callable

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: ``[start, end)`` in code points, with the words that stand there."""

    start: int
    end: int
    text: str

    def covers(self, other: Span) -> bool:
        """True if ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    r"""What was published: the text as NFC with ``\n`` line ends, and where and when it appeared.

    ``published`` is an ISO date (``2022-02-07``, ``2022-02`` or ``2022``), the clock of reporting; it is never copied into
    what the text says.  ``lang`` is ``en`` or ``ko``.
    """

    id: str
    text: str
    lang: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def hash(self) -> str:
        """``sha256:...`` of everything that was published; the same article always has the same hash."""
        return digest([self.id, self.text, self.lang, self.title, self.url, self.publisher, self.published])


@dataclass(frozen=True, slots=True)
class Token:
    """A word (English) or a morpheme (Korean) at its place in the original text.

    ``tag`` is a coarse class for English (``word``, ``number``, ``punct``) and Kiwi's Sejong tag for Korean (``NNP``,
    ``JKS``...);
    ``lemma`` is the dictionary form where one is known, else the text itself.
    """

    start: int
    end: int
    text: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, list item or table row of a document, never crossing a line break.

    ``block`` numbers the paragraph it stands in; ``kind`` is ``headline``, ``text``, ``item`` or ``noise`` (bylines,
    captions' credits,
    share buttons, copyright lines: places where no claim is read).
    """

    span: Span
    block: int
    kind: str = "text"
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An article made ready for reading: its sentences in order, with their tokens."""

    article: Article
    sentences: tuple[Sentence, ...]

    def span(self, start: int, end: int) -> Span:
        """The span at these offsets of the article's text."""
        return Span(start, end, self.article.text[start:end])


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that one article speaks of: all its mentions there taken together.

    ``type`` is ``Person``, ``Work`` or ``Organization``; ``kind`` narrows works (``series``, ``film``...) and organisations
    (``broadcaster``,
    ``group``...) as in the vocabulary.  ``names`` holds every surface form the article uses, fullest first, without
    pronouns and bare roles: ("Lee Jae Kyu", "이재규").  ``ref`` is unique in the world: article id, ``#``, a key of the
    article's own.  ``born`` is the birth year of a person, as exact as the article lets one reckon: ``1990``, ``1989/1990``.
    """

    ref: str
    type: str
    names: tuple[str, ...]
    kind: str | None = None
    born: str | None = None

    @property
    def name(self) -> str:
        """The fullest name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names, or stands for, a referent.

    ``form`` says how: ``name`` (Lee Jae Kyu), ``alias`` (a bracketed other script or spelling), ``part`` (Lee, Jae-kyu
    alone), ``role`` (the
    director, 이 감독), ``pronoun`` (he, 그는), ``speaker`` (I, my inside a quotation).
    """

    span: Span
    ref: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Mentions:
    """All mentions of a document in text order, and the referents that they stand for."""

    mentions: tuple[Mention, ...] = ()
    referents: tuple[Referent, ...] = ()


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What narrows a claim down.  ``None`` where the text does not say; nothing is guessed.

    ``date`` is when the fact was true or happened (ISO, as exact as the text allows), ``rank`` and ``points`` (lead over
    the next) belong to
    ``chart`` and ``region``, ``percent`` to ``rated``, ``days`` is how long a rank was held.  ``status`` is ``None``
    (plainly stated) or one of
    ``talks``, ``declined``, ``denied``, ``ended``, ``planned``, ``rumoured``.
    """

    date: str | None = None
    rank: int | None = None
    chart: str | None = None
    region: str | None = None
    percent: float | None = None
    episode: int | None = None
    character: str | None = None
    award: str | None = None
    status: str | None = None
    days: int | None = None
    points: int | None = None

    def items(self) -> tuple[tuple[str, str | int | float], ...]:
        """The qualifiers that have a value, in the order of this class."""
        pairs = ((name, getattr(self, name)) for name in self.__slots__)
        return tuple((name, value) for name, value in pairs if value is not None)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence states about referents, with the words that state it.  Immutable; ``id`` is a hash of the content.

    ``object`` is ``None`` for literal predicates (ranked, rated, released_on, won, nominated_for), whose value stands in
    ``qualifiers``.
    ``confidence`` is the share of such claims expected to be right, 0 to 1; ``rule`` names the rule that read it.
    """

    article: str
    predicate: str
    subject: Referent
    object: Referent | None
    evidence: Span
    trigger: Span
    rule: str
    confidence: float
    qualifiers: Qualifiers = field(default_factory=Qualifiers)

    @property
    def id(self) -> str:
        """``sha256:...`` over article, predicate, both ends, qualifiers, evidence, trigger, rule and confidence."""
        ends = [self.subject.ref, self.object.ref if self.object else None]
        spans = [[span.start, span.end, span.text] for span in (self.evidence, self.trigger)]
        return digest([self.article, self.predicate, ends, self.qualifiers.items(), spans, self.rule, self.confidence])


class Verdict(enum.StrEnum):
    """What a judge says of two referents."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two referents are the same, different or not sure, who says so and why.

    ``left`` < ``right`` are refs (or entity names a person gave, resolved to refs).  ``judge`` is ``machine`` or the name
    of a person; a person's
    judgement outranks a machine's.  ``score`` is the machine's probability of ``same``.
    """

    left: str
    right: str
    verdict: Verdict
    judge: str
    reason: str
    score: float | None = None

    @property
    def id(self) -> str:
        """``sha256:...`` of the content."""
        return digest([self.left, self.right, self.verdict.value, self.judge, self.reason, self.score])


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, work or organisation: a cluster of referents, derived from judgements and never edited.

    ``labels`` maps a language (``en``, ``ko``) to the name to show; ``names`` are all distinct names, sorted; ``referents``
    all refs, sorted.
    """

    id: str
    type: str
    kind: str | None
    labels: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    referents: tuple[str, ...]

    def label(self, lang: str = "en") -> str:
        """The name to show in this language, else in any."""
        labels = dict(self.labels)
        return labels.get(lang) or next(iter(labels.values()), self.names[0])


class Rank(enum.StrEnum):
    """How a fact stands among those of its slot, as in Wikibase."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Fact:
    """What the claims of all articles say together: one per subject entity, predicate, object entity and slot.

    ``claims`` are the ids of the supporting claims, sorted; ``sources`` counts articles, ``independent`` those of a text of
    their own (reprints and near-copies of one text count once; 12 means 12 or more); ``first_report`` and ``last_report`` are
    publication dates (the clock of reporting), ``qualifiers`` hold the slot and the clock of truth.
    """

    id: str
    subject: str
    predicate: str
    object: str | None
    qualifiers: Qualifiers
    claims: tuple[str, ...]
    sources: int
    confidence: float
    first_report: str | None
    last_report: str | None
    rank: Rank = Rank.NORMAL
    reason: str | None = None
    independent: int = 1


@dataclass(frozen=True, slots=True)
class Change:
    """What one step (an article put or taken away, a judgement) changes in what is derived, as pairs of before and after.

    ``None`` before means that it is new, ``None`` after that it is gone.  Entities carry no ``referents`` and facts no
    ``claims`` here: those links stand in ``leads`` (ref, entity before, after) and ``supports`` (claim, fact before, after),
    so that a change is as small as what it changes.  ``notes`` (key, text before, after) is the bookkeeping of the entities room.
    """

    entities: tuple[tuple[Entity | None, Entity | None], ...] = ()
    facts: tuple[tuple[Fact | None, Fact | None], ...] = ()
    leads: tuple[tuple[str, str | None, str | None], ...] = ()
    supports: tuple[tuple[str, str | None, str | None], ...] = ()
    notes: tuple[tuple[str, str | None, str | None], ...] = ()


def digest(content: object) -> str:
    """``sha256:`` and the hash of ``content`` written as canonical JSON (UTF-8, no spaces): the one way ids are made here."""
    return "sha256:" + _sha256()(_ENCODE(content).encode("utf-8")).hexdigest()


@functools.cache
def _sha256() -> Callable[[bytes], hashlib._Hash]:
    from hashlib import sha256  # OpenSSL takes 2 ms to load, and whoever only asks makes no ids

    return sha256

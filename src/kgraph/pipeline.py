"""Articles in, graph out: the only file that knows the order of the rooms.

read -> find -> extract -> store -> resolve, one atomic transaction an article.  What is in the graph depends on which
articles and judgements are in it and on nothing else: not on their order, on batches, on workers, or on how often they were
put.
"""

from __future__ import annotations

import enum
import gc
import multiprocessing
import unicodedata
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from kgraph import claims as claims_room
from kgraph import documents, entities, mentions, ontology
from kgraph.entities import Reading, Step
from kgraph.errors import EvidenceError, InputError, KgraphError, NotFoundError
from kgraph.text.births import is_birth

if TYPE_CHECKING:
    from kgraph.model import Article, Claim, Judgement, Referent
    from kgraph.store.base import Store, Writer

TOGETHER = 256  # articles that are restored at once: more would hardly be faster, and take more memory
_NEVER = 1 << 30  # collections of the middle generation


class Outcome(enum.StrEnum):
    """What became of an article."""

    NEW = "new"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Done:
    """One article done: what became of it, and how much was read out of it."""

    article: str
    outcome: Outcome
    referents: int = 0
    claims: int = 0


Progress = Callable[[Done], None]
Skip = Callable[[InputError], None]


def read_article(article: Article) -> Reading:
    """What one article says: its referents and claims, checked against its text.

    Raises :class:`~kgraph.errors.EvidenceError` for a claim whose words do not stand where it says.
    """
    document = documents.read(article)
    found = mentions.find(document)
    return make_reading(article, found.referents, claims_room.extract(document, found))


def make_reading(article: Article, referents: Iterable[Referent], claims: Iterable[Claim]) -> Reading:
    """A reading in its one form: referents by ref with their names in a fixed order, claims by place, each once."""
    claims = tuple(claims)
    by_ref = {referent.ref: _in_order(referent) for referent in (*_ends(claims), *referents)}
    ready = {claim.id: claim for claim in (_with_ends(claim, by_ref) for claim in claims)}
    for referent in by_ref.values():
        check_referent(article, referent)
    for claim in ready.values():
        check_evidence(article, claim)
    ordered = sorted(ready.values(), key=lambda claim: (claim.evidence.start, claim.trigger.start, claim.id))
    return Reading(article.id, article.published, tuple(by_ref[ref] for ref in sorted(by_ref)), tuple(ordered), article.text)


def check_referent(article: Article, referent: Referent) -> None:
    """Raise :class:`~kgraph.errors.InputError` unless the referent is this article's, and of a type and name that can be
    stored.
    """
    if referent.ref.rpartition("#")[0] != article.id:
        raise InputError(f"expected a referent of article {article.id}, found {referent.ref}")
    if referent.type not in {found.name for found in ontology.classes()}:
        raise InputError(f"expected a type of the ontology for {referent.ref}, found {referent.type!r}")
    if referent.born is not None and not is_birth(referent.born):
        raise InputError(f"expected a birth year (1990, 1989/1990) for {referent.ref}, found {referent.born!r}")


def check_evidence(article: Article, claim: Claim) -> None:
    """Raise :class:`~kgraph.errors.EvidenceError` unless the claim is this article's and its words stand where it says."""
    if claim.article != article.id:
        raise EvidenceError(f"expected a claim of article {article.id}, found one of {claim.article} ({claim.rule})")
    if claim.predicate not in {predicate.name for predicate in ontology.predicates()}:
        raise InputError(f"expected a predicate of the ontology, found {claim.predicate!r} ({claim.rule})")
    for span in (claim.evidence, claim.trigger):
        found = article.text[span.start : span.end]
        if found != span.text or not span.text:
            raise EvidenceError(
                f"expected {span.text!r} at {span.start}-{span.end} of {article.id}, found {found!r} ({claim.rule})"
            )


@contextmanager
def without_pauses() -> Iterator[None]:
    """Put off Python's full garbage collections, which look at all that is kept at hand: a second or more where that is a large
    graph in memory, to find next to nothing.  What is short-lived is still collected.
    """
    young, middle, full = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    try:
        yield
    finally:
        gc.set_threshold(young, middle, full)


@without_pauses()
def build(
    articles: Iterable[Article],
    store: Store,
    *,
    workers: int = 1,
    progress: Progress | None = None,
    on_skip: Skip | None = None,
) -> list[Done]:
    """Put articles into the store.

    An article that is there unchanged is passed over; one whose text or date changed is replaced.  ``workers`` processes read
    articles side by side; what is stored is the same for any number.  ``progress`` is called after each article, which is
    then safely in the store.  An article out of which something unfit to be stored was read goes to ``on_skip``, whole;
    without one the error is raised.
    """
    done = []
    for article, reading in _read_all(articles, store, workers):
        if isinstance(reading, KgraphError):
            _skip(article, reading, on_skip)
            continue
        result = put_reading(article, reading, store) if reading else Done(article.id, Outcome.UNCHANGED)
        done.append(result)
        if progress:
            progress(result)
    return done


def _skip(article: Article, error: KgraphError, on_skip: Skip | None) -> None:
    if on_skip is None:
        raise error
    on_skip(InputError(f"{article.id}: {error}"))


def put_reading(article: Article, reading: Reading, store: Store) -> Done:
    """Put one article with what was read out of it into the store, in one transaction."""
    with store.transaction() as writer:
        before = _stored_reading(article.id, writer)
        writer.put_article(article, reading.referents, reading.claims)
        writer.apply(entities.resolve(Step(removed=before, added=reading), writer))
    outcome = Outcome.REPLACED if before else Outcome.NEW
    return Done(article.id, outcome, len(reading.referents), len(reading.claims))


def put_together(articles: Iterable[tuple[Article, Reading]], store: Store) -> list[Done]:
    """Put articles with what was read out of them into the store, the new ones in one transaction.

    What is stored is what :func:`put_reading` stores one after the other; what they change together is worked out once.
    """
    new = {article.id: (article, reading) for article, reading in articles}
    there = [new.pop(id_) for id_ in list(new) if store.reader().article(id_) is not None]
    done = [put_reading(*one, store) for one in there]
    if not new:
        return done
    with store.transaction() as writer:
        for article, reading in new.values():
            writer.put_article(article, reading.referents, reading.claims)
        writer.apply(entities.resolve(Step(more=tuple(reading for _, reading in new.values())), writer))
    return done + [Done(id_, Outcome.NEW, len(read.referents), len(read.claims)) for id_, (_, read) in new.items()]


def remove(article_id: str, store: Store) -> Done:
    """Take an article out; the graph is then as if it had never been in.  Raises :class:`~kgraph.errors.NotFoundError`."""
    with store.transaction() as writer:
        before = _stored_reading(article_id, writer)
        if before is None:
            raise NotFoundError(f"expected the id of a stored article, found {article_id!r}")
        writer.remove_article(article_id)
        writer.apply(entities.resolve(Step(removed=before), writer))
    return Done(article_id, Outcome.REMOVED, len(before.referents), len(before.claims))


def judge(judgement: Judgement, store: Store) -> None:
    """Store a judgement and what follows from it; one that is there already changes nothing."""
    with store.transaction() as writer:
        writer.put_judgement(judgement)
        writer.apply(entities.resolve(Step(judged=(judgement,)), writer))


def retract(judgement_id: str, store: Store) -> Judgement:
    """Take a judgement back; the graph is then as if it had never been made.  Raises :class:`~kgraph.errors.NotFoundError`."""
    judgement = next((found for found in store.reader().judgements() if found.id == judgement_id), None)
    if judgement is None:
        raise NotFoundError(f"expected the id of a stored judgement, found {judgement_id!r}")
    with store.transaction() as writer:
        writer.remove_judgement(judgement_id)
        writer.apply(entities.resolve(Step(retracted=(judgement,)), writer))
    return judgement


@without_pauses()
def restore(
    articles: Iterable[tuple[Article, tuple[Referent, ...], tuple[Claim, ...]]],
    judgements: Iterable[Judgement],
    store: Store,
    progress: Progress | None = None,
) -> list[Done]:
    """Put articles that were read before, and judgements, into the store, and derive anew what follows from them.

    An article that is there unchanged is passed over; the others come some at once.  Evidence is checked as when it was first
    read.
    """
    done = []
    remaining = iter(articles)
    while some := list(islice(remaining, TOGETHER)):
        new = [one for one in some if not _is_stored(one[0], store)]
        found = {one.article: one for one in put_together(((one[0], make_reading(*one)) for one in new), store)}
        for article, _, _ in some:
            result = found.get(article.id, Done(article.id, Outcome.UNCHANGED))
            done.append(result)
            if progress:
                progress(result)
    for judgement in judgements:
        judge(judgement, store)
    return done


def _read_all(articles: Iterable[Article], store: Store, workers: int) -> Iterator[tuple[Article, Reading | KgraphError | None]]:
    """Articles in their order, each with its reading or why there is none; ``None`` for one that is stored already."""
    if workers <= 1:
        for article in articles:
            yield article, None if _is_stored(article, store) else _try_to_read(article)
        return
    # spawn: a forked child would inherit the open store
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        waiting: deque[tuple[Article, Future[Reading | KgraphError] | None]] = deque()
        for article in articles:
            waiting.append((article, None if _is_stored(article, store) else pool.submit(_try_to_read, article)))
            if len(waiting) > 4 * workers:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())


def _try_to_read(article: Article) -> Reading | KgraphError:
    """The reading; or the error, as a value that can come back from another process without ending the ingest."""
    try:
        return read_article(article)
    except (InputError, EvidenceError) as error:
        return error


def _result(article: Article, future: Future[Reading | KgraphError] | None) -> tuple[Article, Reading | KgraphError | None]:
    return article, future.result() if future else None


def _is_stored(article: Article, store: Store) -> bool:
    stored = store.reader().article(article.id)
    return stored is not None and stored.hash == article.hash


def _stored_reading(article_id: str, writer: Writer) -> Reading | None:
    article = writer.reader().article(article_id)
    if article is None:
        return None
    referents, claims = writer.referents(article=article_id), writer.reader().claims(article=article_id)
    return Reading(article_id, article.published, tuple(referents), tuple(claims), article.text)


def _ends(claims: Iterable[Claim]) -> Iterator[Referent]:
    for claim in claims:
        yield claim.subject
        if claim.object is not None:
            yield claim.object


def _in_order(referent: Referent) -> Referent:
    """The fullest name first, the others in code point order, each once."""
    if not all(referent.names) or not referent.names:
        raise InputError(f"expected a name for {referent.ref}, found none")
    first, *others = (unicodedata.normalize("NFC", name) for name in referent.names)
    return replace(referent, names=(first, *sorted(set(others) - {first})))


def _with_ends(claim: Claim, by_ref: Mapping[str, Referent]) -> Claim:
    target = by_ref[claim.object.ref] if claim.object else None
    return replace(claim, subject=by_ref[claim.subject.ref], object=target, confidence=float(claim.confidence))

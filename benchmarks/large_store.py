"""Makes an embedded store of a made-up world of about so many facts, in minutes instead of days.

    python benchmarks/large_store.py PLACE [--facts 1000000] [--workers 2]

The quads are those that the pipeline would write (kgraph.store.shape, kgraph.store.index), loaded in bulk.  What the entities
room notes for the next article is left out: the store is there to be asked, and ``kgraph verify`` finds every sentence.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph

from kgraph import ontology
from kgraph.entities.assemble import language
from kgraph.entities.slots import fact_key
from kgraph.entities.tally import assemble_fact, tally_article
from kgraph.model import Article, Claim, Entity, Referent, Span
from kgraph.pipeline import make_reading
from kgraph.store import index, open_store, shape
from kgraph.text.keys import make_ref, name_key
from large_world import ORGANIZATION, PERSON, WORK, Statement, Thing, World, names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PART = 1_000  # works, or eight times as many people, that are made and loaded together
ROSTER = 8  # people of whom one article tells
KINDS = {PERSON: (None,), WORK: ("series", "series", "film"), ORGANIZATION: ("broadcaster", "platform", "studio", "agency")}
VERBS = {
    "directed": "directed|연출했다",
    "wrote": "wrote|집필했다",
    "acted_in": "appeared in|출연했다",
    "aired_on": "aired on|방송됐다",
    "composed_for": "wrote the music for|음악을 맡았다",
    "produced_by": "was produced by|제작했다",
    "released_on": "came out on|공개됐다",
    "ranked": "ranked|순위에 올랐다",
    "rated": "was rated|시청률을 기록했다",
    "signed_with": "signed with|전속 계약을 맺었다",
    "friend_of": "is a friend of|친구다",
    "dating": "is dating|열애 중이다",
    "married_to": "is married to|결혼했다",
}
FILLER = {
    "en": "The rest of the evening was given over to questions from the audience, few of which got an answer.",
    "ko": "이날 행사에는 많은 관객이 몰렸고 질문이 이어졌지만 답을 들은 사람은 많지 않았다.",
}


@dataclass
class Draft:
    """An article while it is being written."""

    id: str
    lang: str
    published: str
    text: str = ""
    referents: dict[Thing, Referent] = field(default_factory=dict)
    claims: list[tuple[Statement, Claim]] = field(default_factory=list)

    def referent(self, thing: Thing) -> Referent:
        """The referent of a thing, made when it is first named."""
        if thing not in self.referents:
            names = names_of(thing)[:: 1 if self.lang == "en" else -1]
            taken = sum(names_of(other)[0] == names_of(thing)[0] and other.type == thing.type for other in self.referents)
            ref = make_ref(self.id, thing.type, names[0], taken + 1)
            self.referents[thing] = Referent(ref, thing.type, names, kind_of(thing))
        return self.referents[thing]

    def state(self, statements: Sequence[Statement], confidence: float) -> None:
        """Write one sentence that states them all: of one predicate and one object."""
        subjects = [self.referent(each.subject) for each in statements]
        first = statements[0]
        target = self.referent(first.object) if first.object else None
        verb = VERBS[first.predicate].split("|")[self.lang == "ko"]
        rest = target.names[0] if target else ", ".join(str(value) for _, value in first.said.items())
        listed = ", ".join(subject.names[0] for subject in subjects)
        start = len(self.text)
        self.text += f"{listed} {verb} {rest}.\n" if self.lang == "en" else f"{listed}, {rest} {verb}.\n"
        evidence = self._span(start, len(self.text) - 1)
        place = self.text.index(verb, start + len(listed))
        trigger = self._span(place, place + len(verb))
        for each, subject in zip(statements, subjects, strict=True):
            place_of = (evidence, trigger, "made.sentence", confidence, each.said)
            self.claims.append((each, Claim(self.id, each.predicate, subject, target, *place_of)))
        self.text += FILLER[self.lang] + "\n"

    def _span(self, start: int, end: int) -> Span:
        return Span(start, end, self.text[start:end])

    def finished(self) -> Article:
        """The article."""
        return Article(self.id, self.text, self.lang, title=self.text.split("\n")[0], published=self.published)


def kind_of(thing: Thing) -> str | None:
    """A series, a film; a broadcaster..."""
    kinds = KINDS[thing.type]
    return kinds[thing.number % len(kinds)]


def entity_id(thing: Thing) -> str:
    """The number tells those of one name apart."""
    return f"{thing.type.lower()}-{name_key(names_of(thing)[0])}-{thing.number}"


def make_entity(thing: Thing) -> Entity:
    """The entity of a thing."""
    names = names_of(thing)
    labels = tuple(sorted((language(name), name) for name in names))
    return Entity(entity_id(thing), thing.type, kind_of(thing), labels, tuple(sorted(names)), ())


def write_articles(label: str, statements: Iterable[Statement]) -> list[Draft]:
    """One article that states everything, and of what is well known one or two more that state a part of it."""
    draw = random.Random(label)
    sentences = [list(group) for _, group in groupby(statements, key=lambda each: (each.predicate, each.object, each.said.date))]
    drafts = []
    for number in range(draw.choice((1, 1, 1, 2, 2, 3))):
        published = f"{2001 + int(24 * draw.random() ** 0.6)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        draft = Draft(f"{label}-{number}", draw.choice(("en", "ko")), published)
        for sentence in sentences if number == 0 else draw.sample(sentences, max(1, len(sentences) // 4)):
            draft.state(sentence, draw.choice((0.6, 0.8, 0.9, 0.9, 0.97)))
        drafts.append(draft)
    return drafts


def quads_of(drafts: Iterable[Draft]) -> Iterator[shape.Quad]:
    """All quads of these articles and of the facts that only they state."""
    stated: dict[Statement, list[tuple[str, str, Claim]]] = {}
    for draft in drafts:
        article = draft.finished()
        reading = make_reading(article, draft.referents.values(), (claim for _, claim in draft.claims))
        yield from shape.article_quads(article, reading.referents, reading.claims)
        yield from (shape.lead_quad(referent.ref, entity_id(thing)) for thing, referent in draft.referents.items())
        ready = {_content(claim): claim for claim in reading.claims}
        for statement, claim in draft.claims:
            stated.setdefault(statement, []).append((draft.published, article.text, ready[_content(claim)]))
    for statement, claims in stated.items():
        yield from fact_quads(statement, claims)


def _content(claim: Claim) -> tuple[int, str, str]:
    return claim.evidence.start, claim.predicate, claim.subject.ref


def fact_quads(statement: Statement, claims: list[tuple[str, str, Claim]]) -> Iterator[shape.Quad]:
    """The fact that these claims state, one an article."""
    target = entity_id(statement.object) if statement.object else None
    key = fact_key(claims[0][2], entity_id(statement.subject), target)
    tallies = [tally_article(key, [claim], published, text) for published, text, claim in claims]
    total = tallies[0]
    for tally in tallies[1:]:
        total = total.plus(tally)
    fact = assemble_fact(total)
    yield from shape.fact_quads(fact)
    yield from index.fact_index_quads(fact)
    yield from (shape.support_quad(claim.id, fact.id) for *_, claim in claims)


def make_part(part: tuple[str, int], *, facts: int, folder: str) -> tuple[str, int]:
    """Write a part of the world to a file; its path and how many quads it has."""
    world, (what, start) = World(facts), part
    if what == WORK:
        drafts = (write_articles(f"work{n}", world.about_work(n)) for n in range(start, min(start + PART, world.works)))
        quads = chain.from_iterable(map(quads_of, drafts))
    elif what == PERSON:
        firsts = range(start, min(start + PART * ROSTER, world.people), ROSTER)
        rosters = ((n, range(n, min(n + ROSTER, world.people))) for n in firsts)
        drafts = (write_articles(f"people{n}", chain.from_iterable(map(world.about_person, each))) for n, each in rosters)
        quads = chain.from_iterable(map(quads_of, drafts))
    else:
        type_, _, _ = what.partition(" ")
        counts = {PERSON: world.people, WORK: world.works, ORGANIZATION: world.organizations}
        things = (Thing(type_, n) for n in range(start, min(start + PART * ROSTER, counts[type_])))
        entities = map(make_entity, things)
        quads = chain.from_iterable((*shape.entity_quads(each), *index.entity_index_quads(each)) for each in entities)
    return _write(quads, Path(folder) / f"{what}-{start}.nq")


def _write(quads: Iterable[shape.Quad], path: Path) -> tuple[str, int]:
    lines = list(dict.fromkeys(map(shape.to_line, quads)))
    path.write_text("".join(lines), encoding="utf-8")
    return str(path), len(lines)


def parts_of(world: World) -> list[tuple[str, int]]:
    """All parts, in order."""
    names = [
        (f"{type_} names", n) for type_, n in ((PERSON, world.people), (WORK, world.works), (ORGANIZATION, world.organizations))
    ]
    named = [(name, start) for name, count in names for start in range(0, count, PART * ROSTER)]
    works = [(WORK, start) for start in range(0, world.works, PART)]
    return [*named, *works, *((PERSON, start) for start in range(0, world.people, PART * ROSTER))]


def make_store(place: str, facts: int, workers: int) -> int:
    """Make the store; how many quads it has."""
    total = 0
    ontology.predicates()
    with tempfile.TemporaryDirectory(dir=Path(place).parent) as folder, closing(open_store(place)) as store:
        work = partial(make_part, facts=facts, folder=folder)
        with multiprocessing.get_context("spawn").Pool(workers) as pool:
            parts = parts_of(World(facts))
            for done, (path, count) in enumerate(pool.imap(work, parts), 1):
                store.graph.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_QUADS)  # type: ignore[attr-defined]
                Path(path).unlink()
                total += count
                print(f"\r{done} of {len(parts)} parts, {total:,} quads", end="", flush=True)
        store.graph.optimize()  # type: ignore[attr-defined]
    return total


def main() -> None:
    """Make it and say how long that took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place")
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    start = time.perf_counter()
    total = make_store(options.place, options.facts, options.workers)
    print(f"\n{total:,} quads in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()

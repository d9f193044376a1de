"""The corpus of benchmarks/identity.py: articles, the referents and claims that they state, and who each referent is.

A file under identity_corpus is a scene: a small world of people, works and companies whose names get in each other's way.

    @id Type kind | gloss              somebody or something that the scene speaks of (scenes may speak of those in common.txt)
    == lang date                       an article begins
    {id:words} and more text           one sentence a line; what stands in braces names that entity
    > predicate subject object key=value @n   what the article states; @n the sentence if it is not the first that names both ends

The kind of a work is given to the referent only where the article has a word for it.  Evidence spans are computed.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.mentions.births import with_births
from kgraph.model import Article, Claim, Document, Mention, Mentions, Qualifiers, Referent, Sentence, Span
from kgraph.pipeline import make_reading
from kgraph.text.keys import make_ref

if TYPE_CHECKING:
    from kgraph.entities import Reading

CORPUS = Path(__file__).resolve().parent / "identity_corpus"
MARK = re.compile(r"\{([a-z0-9-]+):([^{}]+)\}")
INTEGERS = {"rank", "episode", "days", "points"}
KIND_WORDS = {
    "series": r"드라마|시리즈|시즌|종영|\bseries\b|\bdrama|\bseason\b|\bepisode",
    "film": r"영화|개봉|극장|\bfilm|\bbox office\b|\bfeature\b",
    "variety": r"예능|\bshow\b",
    "webtoon": r"웹툰|\bwebtoon",
    "novel": r"소설|장편|\bnovel\b",
    "play": r"연극|\bthe play\b",
    "song": r"노래|신곡|솔로곡|발라드|음원|\d년 곡|부른|\bsong|\bsingle\b|\bballad|\bsings\b|\bsang\b",
    "album": r"앨범|\balbum",
}


@dataclass(frozen=True)
class Thing:
    """Somebody or something with its gold id."""

    id: str
    type: str
    kind: str | None


@dataclass(frozen=True)
class Named:
    """Where an article names whom."""

    thing: Thing
    span: Span
    sentence: int


@dataclass
class GoldArticle:
    """An article with everything that it says, as a careful reader would note it."""

    scene: str
    article: Article
    sentences: list[Span]
    named: list[Named]
    stated: list[str] = field(default_factory=list)

    @cached_property
    def referents(self) -> dict[str, Referent]:
        """Gold id -> referent; names in the order of the text, the first one first."""
        names: dict[str, list[str]] = {}
        things = {one.thing.id: one.thing for one in self.named}
        for one in self.named:
            names.setdefault(one.thing.id, []).append(one.span.text)
        seen: Counter[str] = Counter()
        made = {}
        for id_, said in names.items():
            thing = things[id_]
            base = make_ref(self.article.id, thing.type, said[0])
            seen[base] += 1
            ref = make_ref(self.article.id, thing.type, said[0], seen[base])
            made[id_] = Referent(ref, thing.type, tuple(dict.fromkeys(said)), self._kind(thing))
        return self._with_births(made)

    @cached_property
    def gold(self) -> dict[str, str]:
        """Ref -> gold id."""
        return {referent.ref: id_ for id_, referent in self.referents.items()}

    @cached_property
    def reading(self) -> Reading:
        """Referents and claims, as the pipeline takes them."""
        return make_reading(self.article, self.referents.values(), [self._claim(line) for line in self.stated])

    def _with_births(self, made: dict[str, Referent]) -> dict[str, Referent]:
        """The referents with the birth years that the text gives, read as the pipeline reads them."""
        document = Document(self.article, tuple(Sentence(span, 0) for span in self.sentences))
        mentions = tuple(Mention(one.span, made[one.thing.id].ref) for one in self.named)
        found = {one.ref: one for one in with_births(document, Mentions(mentions, tuple(made.values()))).referents}
        return {id_: found[one.ref] for id_, one in made.items()}

    def _kind(self, thing: Thing) -> str | None:
        words = KIND_WORDS.get(thing.kind or "") if thing.type == "Work" else None
        return thing.kind if words is None or re.search(words, self.article.text, re.IGNORECASE) else None

    def _claim(self, line: str) -> Claim:
        predicate, subject, *rest = line.split()
        ends = [word for word in rest if "=" not in word and not word.startswith("@")]
        place = next((int(word[1:]) - 1 for word in rest if word.startswith("@")), None)
        values = dict(word.split("=", 1) for word in rest if "=" in word)
        evidence = self.sentences[self._first_with({subject, *ends}, line) if place is None else place]
        if not {subject, *ends} <= self.referents.keys():
            raise ValueError(f"expected ends that {self.article.id} names, found {line!r}")
        target = self.referents[ends[0]] if ends else None
        qualifiers = Qualifiers(**{key: _value(key, value) for key, value in values.items()})  # type: ignore[arg-type]
        rule = f"gold.{predicate}"
        return Claim(self.article.id, predicate, self.referents[subject], target, evidence, evidence, rule, 0.9, qualifiers)

    def _first_with(self, ids: set[str], line: str) -> int:
        for place in range(len(self.sentences)):
            if ids <= {one.thing.id for one in self.named if one.sentence == place}:
                return place
        raise ValueError(f"expected a sentence of {self.article.id} that names both ends, found none: {line!r}")


def is_aside(scene: str) -> bool:
    """True for the third of the scenes that nobody looks at while judging is tuned: chosen by the hash of the scene's name.

    Whole scenes are kept aside, so that no two names of one story stand on both sides.  The number was chosen once, before
    anything was measured, so that a third of the articles and every type of entity is there.
    """
    return int(hashlib.sha256(f"16/{scene}".encode()).hexdigest(), 16) % 3 == 0


def read_corpus(corpus: Path = CORPUS) -> list[GoldArticle]:
    """All articles, sorted by id."""
    things = _things((corpus / "common.txt").read_text("utf-8"))
    found: list[GoldArticle] = []
    for path in sorted(corpus.glob("*/*.txt")):
        if is_aside(path.stem) != (path.parent.name == "aside"):
            raise ValueError(f"expected {path.name} in the other folder: its hash decides")
        text = path.read_text("utf-8")
        found += _articles(path.stem, text, things | _things(text))
    return found


def _things(text: str) -> dict[str, Thing]:
    rows = [line[1:].partition("|")[0].split() for line in text.splitlines() if line.startswith("@")]
    return {id_: Thing(id_, type_, kind[0] if kind else None) for id_, type_, *kind in rows}


def _articles(scene: str, text: str, things: dict[str, Thing]) -> list[GoldArticle]:
    blocks = re.split(r"^== ", text, flags=re.MULTILINE)[1:]
    return [_article(f"{scene}-{number:02}", scene, block, things) for number, block in enumerate(blocks, 1)]


def _article(id_: str, scene: str, block: str, things: dict[str, Thing]) -> GoldArticle:
    head, *lines = [line for line in block.splitlines() if line]
    lang, published = head.split()
    text, sentences, named = "", [], []
    for line in lines:
        if line.startswith(">"):
            continue
        start = len(text) + 1 if text else 0
        plain, marks = _unmark(line)
        text = f"{text} {plain}" if text else plain
        sentences.append(Span(start, start + len(plain), plain))
        named += [
            Named(things[who], Span(start + at, start + at + len(name), name), len(sentences) - 1) for who, at, name in marks
        ]
    article = Article(id_, text, lang, published=published)
    return GoldArticle(scene, article, sentences, named, [line[1:].strip() for line in lines if line.startswith(">")])


def _unmark(line: str) -> tuple[str, list[tuple[str, int, str]]]:
    """The sentence without braces, and who is named where."""
    plain, marks, end = "", [], 0
    for match in MARK.finditer(line):
        plain += line[end : match.start()]
        marks.append((match[1], len(plain), match[2]))
        plain += match[2]
        end = match.end()
    return plain + line[end:], marks


def _value(key: str, text: str) -> str | int | float:
    if key in INTEGERS:
        return int(text)
    return float(text) if key == "percent" else text.replace("_", " ")

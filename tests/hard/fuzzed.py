"""One input that is almost right, made by chance and given to a part of kgraph: read, or refused in a line, within seconds."""

from __future__ import annotations

import io
import signal
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from mutants import PIECES, mutate

from conftest import ARTICLES
from kgraph.documents.fields import Fields, make_article
from kgraph.documents.frontmatter import split_front_matter
from kgraph.documents.markdown import plain_text
from kgraph.documents.sources import read_articles
from kgraph.errors import EvidenceError, InputError
from kgraph.pipeline import build, read_article, restore
from kgraph.store import open_store
from kgraph.store.restored import open_export
from kgraph.text import dates_english, dates_korean, keys, names, numbers_english, numbers_korean

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

    from kgraph.model import Article

HANG = 5.0  # seconds of processor time for what is some thousand characters long


@contextmanager
def quick(what: str) -> Iterator[None]:
    """Fail if the block takes longer than anything of this size may."""

    def late(_: int, __: FrameType | None) -> None:
        raise AssertionError(f"took more than {HANG} s: {what[:2000]!r}")

    before = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, HANG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def samples() -> tuple[Article, ...]:
    """The sample articles, whose texts are changed."""
    return tuple(read_articles([str(ARTICLES)]))


def short(article: Article, chance: random.Random) -> str:
    """Some sentences of an article: what goes wrong goes wrong in a sentence, and short texts are read fast."""
    start = chance.randrange(len(article.text))
    return article.text[start : start + chance.choice((80, 200, 400, 900))]


def try_article(chance: random.Random) -> bool:
    """The whole way of reading, in the article's language and now and then in the other's; whether it was refused."""
    article = chance.choice(samples())
    text = mutate(short(article, chance), chance)
    lang = article.lang if chance.random() < 0.9 else {"en": "ko", "ko": "en"}[article.lang]
    with quick(text):
        try:
            made = make_article(text, Fields(id="a", lang=lang, published="2021-05-05"), "text")
        except InputError:
            return True
        try:
            read_article(made)  # checks the evidence of every claim
        except Exception as error:
            raise AssertionError(f"{lang}: {made.text!r}") from error
    return False


def try_value(chance: random.Random) -> None:
    """A name, a date, a number, a bit of markup."""
    text = mutate(chance.choice(PIECES) + chance.choice(("", " ", ", ")) + chance.choice(PIECES), chance)[:400]
    with quick(text):
        try:
            keys.name_key(text)
            names.compare(text, chance.choice(PIECES))
            names.parse_name(text)
            dates_english.find_date_phrases(text)
            dates_korean.find_dates(text)
            numbers_english.find_percents(text)
            numbers_korean.find_ranks(text)
            plain_text(text)
            split_front_matter("---\n" + text)
        except Exception as error:
            raise AssertionError(repr(text)) from error


def try_file(chance: random.Random, folder: Path) -> None:
    """Bytes that are almost a page, a line of JSON, a text: read or refused, never more."""
    text = mutate(short(chance.choice(samples()), chance), chance)
    ending = chance.choice((".txt", ".md", ".html", ".jsonl"))
    frame = {".html": f"<html><head><title>a</title></head><body><p>{text}</p>", ".jsonl": f'{{"text": "{text}", "id": 1}}'}
    data = bytearray(frame.get(ending, text).encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice((0, 0, 1, 5)) if data else 0):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = folder / f"a{ending}"
    path.write_bytes(data)
    said: list[InputError] = []
    with quick(text):
        try:
            list(read_articles([str(path)], on_skip=said.append))
        except Exception as error:
            raise AssertionError(f"{ending}: {bytes(data)!r}") from error
    assert all("\n" not in str(error) for error in said), said


@cache
def exported() -> tuple[str, ...]:
    """The lines of a small graph's export."""
    store = open_store("memory:")
    build(samples()[:2], store)
    return tuple("".join(store.reader().quads()).splitlines(keepends=True))


def try_graph(chance: random.Random) -> None:
    """An export with a few changes: back as it was, or refused in one line with nothing stored."""
    kept = list(exported())
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(kept))
        kept[at] = chance.choice((mutate(kept[at], chance), "", kept[at] * 2, chance.choice(exported())))
    data, store = "".join(kept).encode("utf-8", "surrogatepass"), open_store("memory:")
    refusal: InputError | EvidenceError | None = None
    try:
        with open_export(io.BytesIO(data), "nquads", "graph") as restored:
            restore(restored.articles(), restored.judgements(), store)
    except (InputError, EvidenceError) as error:
        refusal = error
    except Exception as error:
        raise AssertionError(f"{[line for line in kept if line not in exported()]!r}") from error
    assert "\n" not in str(refusal or "")
    assert not isinstance(refusal, InputError) or list(store.reader().article_ids()) == []

"""Anything may come in: no uncaught exception, no wait, and evidence still stands where it says."""

from __future__ import annotations

import io
import random
import signal
import sys
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pytest
from mutants import ODD, PIECES, mutate
from sizes import COMMANDS, GRAPHS, MUTANTS, VALUES

from conftest import ARTICLES, Run
from kgraph.cli.commands import COMMANDS as COMMAND_NAMES
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


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX timer")


@cache
def samples() -> tuple[Article, ...]:
    return tuple(read_articles([str(ARTICLES)]))


def short(article: Article, chance: random.Random) -> str:
    """Some sentences of an article: what goes wrong goes wrong in a sentence, and short texts are read fast."""
    start = chance.randrange(len(article.text))
    return article.text[start : start + chance.choice((80, 200, 400, 900))]


@pytest.mark.parametrize("part", range(4))
def test_articles(part: int) -> None:
    """The whole way of reading, in the article's language and now and then in the other's."""
    chance, refused = random.Random(f"articles {part}"), 0
    for _ in range(MUTANTS // 4):
        article = chance.choice(samples())
        text = mutate(short(article, chance), chance)
        lang = article.lang if chance.random() < 0.9 else {"en": "ko", "ko": "en"}[article.lang]
        with quick(text):
            try:
                made = make_article(text, Fields(id="a", lang=lang, published="2021-05-05"), "text")
            except InputError:
                refused += 1
                continue
            try:
                read_article(made)  # checks the evidence of every claim
            except Exception as error:
                raise AssertionError(f"{lang}: {made.text!r}") from error
    assert refused < MUTANTS // 8


def test_names_dates_and_numbers() -> None:
    chance = random.Random("values")
    for _ in range(VALUES):
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


def test_files(tmp_path: Path) -> None:
    """Bytes that are almost a page, a line of JSON, a text: read or refused, never more."""
    chance = random.Random("files")
    for number in range(VALUES // 10):
        text = mutate(short(chance.choice(samples()), chance), chance)
        ending = chance.choice((".txt", ".md", ".html", ".jsonl"))
        frame = {".html": f"<html><head><title>a</title></head><body><p>{text}</p>", ".jsonl": f'{{"text": "{text}", "id": 1}}'}
        data = bytearray(frame.get(ending, text).encode("utf-8", "surrogatepass"))
        for _ in range(chance.choice((0, 0, 1, 5))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = tmp_path / f"a{ending}"
        path.write_bytes(data)
        said: list[InputError] = []
        with quick(text):
            list(read_articles([str(path)], on_skip=said.append))
        assert all("\n" not in str(error) for error in said), (number, said)


@cache
def exported() -> str:
    store = open_store("memory:")
    build(samples()[:2], store)
    return "".join(store.reader().quads())


def test_graphs() -> None:
    """An export with a few changes: back as it was, or refused in one line with nothing stored."""
    chance = random.Random("graphs")
    lines = exported().splitlines(keepends=True)
    for _ in range(GRAPHS):
        kept = list(lines)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(kept))
            kept[at] = chance.choice((mutate(kept[at], chance), "", kept[at] * 2, chance.choice(lines)))
        store = open_store("memory:")
        try:
            with open_export(io.BytesIO("".join(kept).encode("utf-8", "surrogatepass")), "nquads", "graph") as restored:
                restore(restored.articles(), restored.judgements(), store)
        except (InputError, EvidenceError) as error:
            said = str(error)
            whole = list(store.reader().article_ids()) == [] or isinstance(error, EvidenceError)
            assert ("\n" in said, whole) == (False, True)


def test_commands(run: Run, sample_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any words after a command: an exit code that is documented, and no trace of Python."""
    monkeypatch.chdir(tmp_path)
    chance = random.Random("commands")
    options = ("--store", "--format", "json", "--limit", "-1", "0", "99999999999999999999", "--help", "--as-of", "2021-13-45")
    words = (*options, "-", "--", "--wait", "nan", "-o", "", *PIECES, *ODD)
    slow = ("ingest", "copy", "eval", "validate", "doctor", "extract", "resolve")
    reading = [name for name in COMMAND_NAMES if name not in slow]
    for _ in range(COMMANDS):
        name = chance.choice(reading)
        given = [chance.choice(words).replace("\0", "") for _ in range(chance.randint(0, 4))]
        ran = run(name, *given, store=sample_store if name not in WRITERS else tmp_path / "none", stdin=b"")
        assert ran.code in {0, 2, 3, 4, 5, 6, 7}, (name, given, ran.err[-500:])
        assert "Traceback" not in ran.err
        assert "\x1b" not in ran.out + ran.err, (name, given)


WRITERS = ("remove", "same", "different", "undo", "log", "import", "restore", "upgrade")


# Finds, each mended and named.
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    "text",
    [
        'Busan," whİch was dİrected by Seo Ha-rin and starred Han Bora.',  # matched in any case, in no list
        "'Paper Moons' ranked No. 1 in the Unıted States with 12 percent in Seoul, natıonwide.",
        "서하린 " * 1500,  # a piece without a token
        "2021-11-" * 1500,
        "1." * 3000,
        "AlphaBetaGamma" * 1000,
        "1위 " * 3000,
    ],
)
def test_finds(text: str, lang: str) -> None:
    with quick(text):
        read_article(make_article(text, Fields(id="a", lang=lang), "text"))

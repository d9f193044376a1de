"""Anything may come in: no uncaught exception, no wait, and evidence still stands where it says."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from fuzzed import quick, try_article, try_file, try_graph, try_value
from mutants import ODD, PIECES
from sizes import COMMANDS, GRAPHS, MUTANTS, VALUES

from kgraph.cli.commands import COMMANDS as COMMAND_NAMES
from kgraph.documents.fields import Fields, make_article
from kgraph.model import Article
from kgraph.pipeline import read_article

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX timer")


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """Models are loaded once, and not by what is measured."""
    for lang, text in (("en", "Seo Ha-rin directed 'Paper Moons'."), ("ko", "서하린 감독이 ‘종이달’을 연출했다.")):
        read_article(Article("a", text, lang))


@pytest.mark.parametrize("part", range(4))
def test_articles(part: int) -> None:
    chance = random.Random(f"articles {part}")
    refused = sum(try_article(chance) for _ in range(MUTANTS // 4))
    assert refused < MUTANTS // 8


def test_names_dates_and_numbers() -> None:
    chance = random.Random("values")
    for _ in range(VALUES):
        try_value(chance)


def test_files(tmp_path: Path) -> None:
    chance = random.Random("files")
    for _ in range(VALUES // 10):
        try_file(chance, tmp_path)


def test_graphs() -> None:
    chance = random.Random("graphs")
    for _ in range(GRAPHS):
        try_graph(chance)


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
        "The drama “Tin Moon” stars Han Bora and her chıldhood frıend Cho San. It aırs on Frıday and thıs sprıng.",
        "The serieſ “Tin Moon” airſ on Auguſt 3 and laſt Saturday, after ‘Paper Moons’, a Parıſ premıere.",
        "ITS CAST WAS LED BY SONG JOONG-" + "OONG-" * 60,  # one word that could be read as many
        "배우 한보라는 신인" + "()" * 100 + " 김하린의 동생이 아니다.",  # a bracket, or signs
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

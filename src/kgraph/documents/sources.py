"""Files, folders and standard input, turned into articles.

Order never matters to the graph, but a person sees it: files of a folder come sorted by name.  A document that cannot be read is
left out with one line that says what was expected and what was found; the others are read.
"""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from kgraph.documents.fields import Fields, make_article, refusal
from kgraph.documents.files import decode_page, decode_text, open_regular, page_limit, read_bytes, text_limit
from kgraph.documents.frontmatter import split_front_matter
from kgraph.errors import InputError
from kgraph.model import Article, digest

TEXT = (".txt", ".text", "")
MARKDOWN = (".md", ".markdown")
PAGE = (".html", ".htm", ".xhtml")
LINES = (".jsonl", ".ndjson")
NOTHING_KNOWN = Fields()
ENDINGS = tuple(ending for ending in (*TEXT, *MARKDOWN, *PAGE, *LINES) if ending)
STDIN = "-"

Skip = Callable[[InputError], None]


def read_articles(paths: Iterable[str], overrides: Fields = NOTHING_KNOWN, *, on_skip: Skip | None = None) -> Iterator[Article]:
    """All articles of these files, folders and ``-``, one at a time.

    ``overrides`` stand above what a file says of itself.  What cannot be read goes to ``on_skip``; without one it is raised.
    Two different articles of one id are not both read: the second is left out.
    """
    seen: dict[str, tuple[str, str]] = {}
    for path in list_files(paths):
        for outcome in _read_file(path, overrides):
            read = _once(outcome, path, seen) if isinstance(outcome, Article) else outcome
            if isinstance(read, Article):
                yield read
            elif read is not None:
                _skip(read, on_skip)


def _skip(error: InputError, on_skip: Skip | None) -> None:
    if on_skip is None:
        raise error
    on_skip(error)


def list_files(paths: Iterable[str]) -> list[str]:
    """The files that these paths stand for.

    A folder gives those inside whose ending is known, sorted, without hidden ones and README files.
    """
    return [file for path in paths for file in (_walk(path) if path != STDIN and Path(path).is_dir() else [path])]


def count_articles(files: Iterable[str]) -> int | None:
    """How many articles these files hold at most, for a progress bar; ``None`` where standard input is among them."""
    total = 0
    for file in files:
        if file == STDIN:
            return None
        total += _count_lines(Path(file)) if _ending(file) in LINES and Path(file).is_file() else 1
    return total


def _count_lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) + 1


def _walk(folder: str) -> list[str]:
    closed: list[str] = []
    # A folder that cannot be opened stands in the list itself, so that reading it says why.
    folders = os.walk(folder, onerror=lambda error: closed.append(str(error.filename)))
    found = [str(Path(place) / name) for place, _, names in folders for name in names if _is_wanted(name)]
    return sorted(found + closed)


def _is_wanted(name: str) -> bool:
    return _ending(name) in ENDINGS and not name.startswith(".") and not name.upper().startswith("README")


def _once(article: Article, place: str, seen: dict[str, tuple[str, str]]) -> Article | InputError | None:
    """The article unless its id was read before: nothing if it is the same article, a refusal if it is another."""
    before = seen.get(article.id)
    if before is None:
        seen[article.id] = (article.hash, place)
        return article
    if before[0] == article.hash:
        return None
    return refusal(place, "an id of its own for each article", f"the id {article.id!r} of {before[1]} again")


def _read_file(path: str, overrides: Fields) -> Iterator[Article | InputError]:
    try:
        if path == STDIN:
            yield from _read_stdin(sys.stdin.buffer, overrides)
        elif _ending(path) in LINES:
            with os.fdopen(open_regular(Path(path)), "rb") as file:
                yield from _lines(file, path, overrides)
        else:
            yield _read_one(path, overrides)
    except InputError as error:
        yield error


def _lines(file: BinaryIO, place: str, overrides: Fields) -> Iterator[Article | InputError]:
    from kgraph.documents.jsonl import read_lines

    return read_lines(file, place, overrides)


def _read_one(path: str, overrides: Fields) -> Article:
    ending = _ending(path)
    stem = Fields(id=unicodedata.normalize("NFC", Path(path).stem))
    if ending in PAGE:
        fields, text = _page(decode_page(read_bytes(Path(path), page_limit()), path), path)
    elif ending in TEXT or ending in MARKDOWN:
        fields, text = _text(decode_text(read_bytes(Path(path), text_limit()), path), markdown=ending in MARKDOWN)
    else:
        raise refusal(path, "a file ending in " + ", ".join(ENDINGS), ending)
    return make_article(text, overrides.over(fields).over(stem), path)


def _page(page: str, place: str) -> tuple[Fields, str]:
    from kgraph.documents.html import read_page

    return read_page(page, place)


def _text(text: str, *, markdown: bool) -> tuple[Fields, str]:
    fields, body = split_front_matter(text.replace("\r\n", "\n"))
    if not markdown:
        return fields, body
    from kgraph.documents.markdown import first_heading, plain_text

    return fields.over(Fields(title=first_heading(body))), plain_text(body)


def _read_stdin(file: BinaryIO, overrides: Fields) -> Iterator[Article | InputError]:
    """Standard input: JSON lines where it begins with ``{``, a page where it begins with ``<``, else one text."""
    head = file.peek(64).lstrip()[:1] if hasattr(file, "peek") else b""
    if head == b"{":
        yield from _lines(file, "stdin", overrides)
        return
    limit = page_limit() if head == b"<" else text_limit()
    data = file.read(limit + 1)
    if len(data) > limit:
        raise refusal("stdin", f"at most {limit:,} bytes", "more")
    fields, text = (
        _page(decode_page(data, "stdin"), "stdin") if head == b"<" else _text(decode_text(data, "stdin"), markdown=False)
    )
    named = Fields(id="stdin-" + digest(text).partition(":")[2][:12])
    yield make_article(text, overrides.over(fields).over(named), "stdin")


def _ending(path: str) -> str:
    return Path(path).suffix.lower()

"""What comes in: endings, fields, folders, standard input, and everything that is refused."""

from __future__ import annotations

import io
import json
import os
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from kgraph.documents.fields import Fields
from kgraph.documents.markdown import plain_text
from kgraph.documents.sources import NOTHING_KNOWN, count_articles, list_files, read_articles
from kgraph.errors import InputError
from kgraph.model import Article
from spent import is_quick

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Director Yoo Min made Glass Harbor."


def read(*paths: Path | str, overrides: Fields = NOTHING_KNOWN) -> tuple[list[Article], list[str]]:
    skipped: list[InputError] = []
    articles = list(read_articles([str(path) for path in paths], overrides, on_skip=skipped.append))
    return articles, [str(error) for error in skipped]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    articles, skipped = read(write(tmp_path / "a1.txt", f"  {TEXT}\r\n\r\nIt aired.\n"))
    assert skipped == []
    assert articles == [Article("a1", f"  {TEXT}\n\nIt aired.\n", "en")]


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("title: Glass Harbor: a talk\npublished: 2022-02-07", {"title": "Glass Harbor: a talk", "published": "2022-02-07"}),
        (
            "title: \"A 'quoted' name\"\nurl: https://example.org/a#b",
            {"title": "A 'quoted' name", "url": "https://example.org/a#b"},
        ),
        ("publisher: Daily # a comment\ntags:\n  - drama\n# note\nlang: ko", {"publisher": "Daily", "lang": "ko"}),
        ("date: 2022.2.7\nid: own-id", {"published": "2022-02-07", "id": "own-id"}),
        ("published: 2022-02-07T09:00:00+09:00\nauthor: Min", {"published": "2022-02-07"}),
        ("published: 2022-02", {"published": "2022-02"}),
        ("title: 블랙 디자이어\nlang: en-US", {"title": "블랙 디자이어", "lang": "en"}),
    ],
)
def test_front_matter(tmp_path: Path, head: str, fields: dict[str, str]) -> None:
    articles, skipped = read(write(tmp_path / "a.txt", f"---\n{head}\n---\n\n{TEXT}"))
    assert skipped == []
    assert articles[0].text == TEXT
    assert {name: getattr(articles[0], name) for name in fields} == fields


@pytest.mark.parametrize(
    "text",
    ["---\nNo front matter here at all\n---\n", "---\ntitle: open\nText", "--- \n\n---\nText", "---\ncolour: red\n---\nText"],
)
def test_a_rule_at_the_head_is_text(tmp_path: Path, text: str) -> None:
    assert read(write(tmp_path / "a.txt", text))[0][0].text == text


def test_markdown_becomes_plain(tmp_path: Path) -> None:
    source = (
        "# Glass *Harbor*\n\n> **Yoo Min** met [Park](https://example.org/x).\n![still](a.png)\n"
        "```\ncode\n```\nA snake_case_name and 2 * 3 * 4.\n"
    )
    articles, _ = read(write(tmp_path / "a.md", source))
    assert articles[0].title == "Glass Harbor"
    assert articles[0].text == "Glass Harbor\n\nYoo Min met Park.\n\nA snake_case_name and 2 * 3 * 4.\n"


PAGE = """<html><head><meta charset="{charset}"><title>x</title><meta property="og:title" content="유리 항구의 감독">
<meta property="article:published_time" content="2022-02-07T09:00:00"><meta property="og:site_name" content="Sample Daily">
<script>alert(1)</script></head><body><nav>Home Menu Login</nav><article><h1>유리 항구의 감독</h1>{body}</article>
<footer>Leave a Reply</footer></body></html>"""
BODY = "".join(
    f"<p>윤민 감독이 {number}년 드라마 '유리 항구'을 연출했다고 제작사가 밝혔다. 극본은 박솔 작가가 썼으며 방송사는 미정이다.</p>"
    for number in (2020, 2021)
)


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("euc-kr", "cp949")])
def test_page(tmp_path: Path, charset: str, encoding: str) -> None:
    articles, skipped = read(write(tmp_path / "a.html", PAGE.format(charset=charset, body=BODY).encode(encoding)))
    assert skipped == []
    article = articles[0]
    assert (article.title, article.published, article.lang) == ("유리 항구의 감독", "2022-02-07", "ko")
    assert article.text.startswith("유리 항구의 감독\n")
    assert "연출했다고" in article.text
    assert "alert" not in article.text


def test_lines(tmp_path: Path) -> None:
    rows = [
        {"id": "one", "text": TEXT, "published": "2022"},
        {"text": "윤민 감독이 연출했다."},
        {"id": 7, "text": TEXT, "lang": "en"},
    ]
    path = write(tmp_path / "many.jsonl", "\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    articles, skipped = read(path)
    assert skipped == []
    assert [article.lang for article in articles] == ["en", "ko", "en"]
    assert articles[0].id == "one"
    assert articles[1].id.startswith("many-")
    assert articles[2].id == "7"


def test_a_line_without_id_is_known_by_its_words(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"{TEXT} {number}"}) for number in range(3)]
    forward, _ = read(write(tmp_path / "many.jsonl", "\n".join(rows)))
    backward, _ = read(write(tmp_path / "many.jsonl", "\n".join(reversed(rows))))
    assert sorted(article.id for article in forward) == sorted(article.id for article in backward)


def test_a_folder_is_read_in_order_without_readme(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/README.md", ".hidden.txt", "notes.json", "a/가.txt"):
        write(tmp_path / name, TEXT)
    assert [article.id for article in read(tmp_path)[0]] == ["z", "가", "b"]


def test_nfd_equals_nfc(tmp_path: Path) -> None:
    text = "윤민 감독이 연출했다."
    nfc, _ = read(write(tmp_path / "1" / "가나.txt", text))
    nfd, _ = read(write(tmp_path / "2" / unicodedata.normalize("NFD", "가나.txt"), unicodedata.normalize("NFD", text)))
    assert nfc == nfd


def test_overrides_stand_above_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", f"---\npublished: 2020-01-01\nlang: ko\ntitle: Kept\n---\n{TEXT}")
    articles, _ = read(path, overrides=Fields(published="2022-02-07", lang="en"))
    assert (articles[0].published, articles[0].lang, articles[0].title) == ("2022-02-07", "en", "Kept")


REFUSED = {
    "empty.txt": (b"  \n", "expected an article, found no text"),
    "binary.txt": (b"ab\x00cd", "expected UTF-8 text, found binary data"),
    "control.txt": (b"\x1b\x1b\x1babc", "expected plain text, found binary data (3 control characters)"),
    "utf16.txt": (TEXT.encode("utf-16"), "found UTF-16"),
    "cp949.txt": ("윤민 감독이 연출했다".encode("cp949"), "EUC-KR or CP949"),
    "broken.txt": (TEXT.encode() + b"\xff\xfe\xfa", "expected UTF-8 text, found other bytes (byte 35)"),
    "foreign.txt": ("これは日本語の記事です。".encode(), "expected English or Korean text"),
    "date.txt": (
        b"---\ntitle: x\npublished: 2022-13-45\n---\nText here.",
        "expected a publication date like 2022-02-07, found '2022-13-45'",
    ),
    "lang.txt": (b"---\nlang: fr\n---\nText here.", "expected lang en or ko, found 'fr'"),
    "none.html": (b"<html><body></body></html>", "expected an article in the page, found none"),
    "kind.pdf": (b"%PDF-1.7", "expected a file ending in"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_refused_with_one_clear_line_and_the_rest_is_read(tmp_path: Path, name: str) -> None:
    content, message = REFUSED[name]
    articles, skipped = read(write(tmp_path / name, content), write(tmp_path / "good.txt", TEXT))
    assert [article.id for article in articles] == ["good"]
    assert len(skipped) == 1
    assert skipped[0].startswith(f"{tmp_path / name}: ")
    assert message in skipped[0]
    assert "\n" not in skipped[0]


def test_broken_lines_are_named_by_number(tmp_path: Path) -> None:
    rows = [
        '{"text": "Director Yoo Min made it."',
        "[1]",
        '{"text": 5}',
        '{"id": "x"}',
        '{"text": "a b", "url": []}',
        "[" * 100_000,
    ]
    rows += ['{"text": "half \\ud800 pair"}', '{"id": "good", "text": "Yoo Min made it."}']
    articles, skipped = read(write(tmp_path / "x.jsonl", "\n".join(rows)))
    assert [article.id for article in articles] == ["good"]
    assert [line.partition("x.jsonl:")[2].partition(":")[0] for line in skipped] == ["1", "2", "3", "4", "5", "6", "7"]
    assert "surrogate" in skipped[6]


HEAVY = {
    "tags": ("<p>x</p>" * 30_000, "at most 20,000 tags"),
    "items": ("<ul>" + "<li>x</li>" * 3_000 + "</ul>", "at most 2,500 list items"),
    "attributes": (f"<article {' '.join(f'a{number}=1' for number in range(9_000))}>", "attributes in long tags"),
    "deep": ("<div>" * 15_000, "expected an article in the page, found none"),
}


@pytest.mark.parametrize("name", HEAVY)
def test_pages_made_to_break_the_reader_are_refused_soon(tmp_path: Path, name: str) -> None:
    content, message = HEAVY[name]
    path = write(tmp_path / "page.html", f"<html><body>{content}{'' if name == 'deep' else BODY}")
    articles, skipped = read(path)
    assert (articles, len(skipped)) == ([], 1)
    assert message in skipped[0]
    assert is_quick(lambda: read(path), 10)


def test_entities_of_a_page_are_not_unfolded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    articles, _ = read(write(tmp_path / "page.html", f"{bomb}<html><body><article>{BODY}<p>&b;</p></article></body></html>"))
    assert not any("aaaa" in article.text for article in articles)


LONG = [
    "*" * 900_000,
    "**a " * 200_000,
    "[" * 900_000,
    "[a](" * 200_000,
    "![a" * 200_000,
    "_a" * 400_000,
    "#" * 900_000,
    "# a" + " #" * 99_000,
]


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_markdown_takes_linear_time(text: str) -> None:
    assert is_quick(lambda: plain_text(text), 3)


def test_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_MAX_ARTICLE", "1000")
    long = write(tmp_path / "long.txt", "word " * 400)
    huge = write(tmp_path / "huge.txt", "word " * 4000)
    lines = write(tmp_path / "l.jsonl", json.dumps({"text": "word " * 20_000}) + "\n" + json.dumps({"id": "ok", "text": TEXT}))
    articles, skipped = read(long, huge, lines)
    assert [article.id for article in articles] == ["ok"]
    assert "at most 1,000 characters (KGRAPH_MAX_ARTICLE), found 2,000" in skipped[0]
    assert "at most 4,003 bytes" in skipped[1]
    assert "l.jsonl:1: expected a line of at most" in skipped[2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_loops_and_missing_files_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    write(tmp_path / "good.txt", TEXT)
    articles, skipped = read(tmp_path, tmp_path / "absent.txt", "/dev/null")
    assert [article.id for article in articles] == ["good"]
    assert "too many levels of symbolic links" in skipped[0]
    assert "expected a regular file (use - for standard input), found a named pipe" in skipped[1]
    assert "no such file" in skipped[2]
    assert "a device or socket" in skipped[3] or "a file ending" in skipped[3]


def test_one_id_one_article(tmp_path: Path) -> None:
    same = [write(tmp_path / folder / "a.txt", TEXT) for folder in ("1", "2")]
    other = write(tmp_path / "3" / "a.txt", TEXT + " Or not.")
    articles, skipped = read(*same, other)
    assert len(articles) == 1
    assert skipped == [f"{other}: expected an id of its own for each article, found the id 'a' of {same[0]} again"]


def test_without_a_listener_the_first_refusal_is_raised(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="found no text"):
        list(read_articles([str(write(tmp_path / "a.txt", ""))]))


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (TEXT.encode(), 1),
        (b'{"text": "Yoo Min made it."}\n{"text": "Park wrote it."}\n', 2),
        (PAGE.format(charset="utf-8", body=BODY).encode(), 1),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))  # type: ignore[type-var]
    articles, skipped = read("-")
    assert skipped == []
    assert len(articles) == count
    assert all(article.id.startswith("stdin-") for article in articles)


def test_stray_control_characters_become_spaces(tmp_path: Path) -> None:
    text = TEXT * 10 + "\x1b[31mred\x9b"
    articles, _ = read(write(tmp_path / "a.txt", text))
    assert articles[0].text == TEXT * 10 + " [31mred "


def test_count(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.jsonl", "{}\n{}\n{}")
    assert count_articles(list_files([str(tmp_path)])) == 4
    assert count_articles(["-"]) is None

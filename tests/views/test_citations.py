"""Sources are read back by pybtex and citeproc, and by no parser of ours."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text

from graphs import ListReader, sample_graph
from kgraph.errors import QueryError
from kgraph.model import Article
from kgraph.views.citations import write_citations
from kgraph.views.formats.bibtex import bibtex_entry, bibtex_key, escape_latex

if TYPE_CHECKING:
    from kgraph.store.base import Reader

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=40)
ODD = st.text(st.sampled_from("ab{}\\\"%$&#_~^@,=+-'` 가é\n"), min_size=1, max_size=12)


def written(reader: Reader, format_: str) -> str:
    sink = io.StringIO()
    write_citations(reader, format_, sink)
    return sink.getvalue()


def reader_of(*articles: Article) -> ListReader:
    return ListReader(articles={article.id: article for article in articles})


def plain(latex: str) -> str:
    """What LaTeX prints; pylatexenc knows no name for braces and takes the circumflex for its modifier letter."""
    known = latex.replace(r"\textbraceleft{}", r"\{").replace(r"\textbraceright{}", r"\}")
    return LatexNodes2Text(keep_braced_groups=False).latex_to_text(known).replace("\u02c6", "^")


@settings(max_examples=60, deadline=None)
@given(TEXT | ODD, TEXT | ODD, TEXT | ODD)
def test_no_title_breaks_out_of_its_field(id_: str, title: str, publisher: str) -> None:
    article = Article(id_, "Text.", "en", title=title, publisher=publisher, published="2022-02", url=f"https://x.org/{title}")
    parsed = parse_string(bibtex_entry(article), "bibtex")
    assert list(parsed.entries) == [bibtex_key(id_)]
    entry = parsed.entries[bibtex_key(id_)]
    assert entry.type == "online"
    assert set(entry.fields) == {"title", "organization", "date", "year", "url", "langid", "note"}
    assert entry.fields["title"] == f"{{{escape_latex(title)}}}"
    assert (entry.fields["date"], entry.fields["year"]) == ("2022-02", "2022")


@pytest.mark.parametrize("title", ["50% of {A} & B_1", r"C:\new \input{x}", "a ~ b ^ c # d $e$", '봉준호 "기생충"', "é – ’"])
def test_latex_prints_what_was_written(title: str) -> None:
    assert plain(escape_latex(title)) == title


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT | ODD, min_size=2, max_size=6, unique=True))
def test_no_two_articles_share_a_key(ids: list[str]) -> None:
    assert len(set(map(bibtex_key, ids))) == len(ids)


def test_every_article_is_a_source() -> None:
    reader = sample_graph()
    parsed = parse_string(written(reader, "bibtex"), "bibtex")
    assert list(parsed.entries) == [bibtex_key(id_) for id_ in reader.article_ids()]
    first = next(iter(parsed.entries.values())).fields
    assert (first["title"], first["organization"], first["date"]) == ("{Article 1}", "{Daily}", "2022-02-07")
    assert first["url"] == "https://example.org/1"


def test_citeproc_reads_csl() -> None:
    from citeproc.source.json import CiteProcJSON

    items = json.loads(written(sample_graph(), "csl"))
    bibliography = CiteProcJSON(items)
    assert list(bibliography) == [item["id"] for item in items]
    first = bibliography[items[0]["id"]]
    assert (str(first["title"]), str(first["container_title"])) == ("Article 1", "Daily")
    assert (first["issued"].year, first["issued"].month, first["issued"].day) == (2022, 2, 7)


def test_what_is_not_known_is_left_out() -> None:
    reader = reader_of(Article("a", "Text.", "ko"), Article("b", "Text.", "en", published="2022"))
    one, two = json.loads(written(reader, "csl"))
    assert "issued" not in one
    assert "container-title" not in one
    assert two["issued"] == {"date-parts": [[2022]]}
    assert json.loads(written(ListReader(), "csl")) == []
    assert written(ListReader(), "bibtex") == ""


def test_an_unknown_format() -> None:
    with pytest.raises(QueryError, match="bibtex, csl"):
        written(sample_graph(), "ris")

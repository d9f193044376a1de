r"""BibTeX of the sources: one ``@online`` entry an article (biblatex; BibTeX itself takes it for ``@misc``).

Text is escaped for LaTeX: no title can end its field or run a command.  A key is made of the article's id, and no two ids give
the same one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.model import Article

# Braces are written by name: BibTeX counts them even behind a backslash.
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
}  # fmt: skip
_SPECIAL = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9._:/\-\uAC00-\uD7A3]")
_NOT_IN_URLS = re.compile(r"[\\{}^`\"<>|\x00-\x20\x7f-\x9f]")
_LANGUAGES = {"en": "english", "ko": "korean"}


def bibtex_entry(article: Article) -> str:
    """The entry of one article, ending in a line feed."""
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(article)]
    return f"@online{{{bibtex_key(article.id)},\n" + ",\n".join(lines) + "\n}\n"


def bibtex_key(article_id: str) -> str:
    """The key of an article: its id, with every sign that has a meaning in BibTeX written as ``+`` and its code.

    >>> bibtex_key("en, 2022"), bibtex_key("인터뷰")
    ('en+2c++20+2022', '인터뷰')
    """
    return _NOT_IN_KEYS.sub(lambda match: f"+{ord(match[0]):x}+", article_id)


def escape_latex(text: str) -> str:
    r"""Text on one line that LaTeX prints as it is.

    >>> escape_latex("50% of {A} & B_1")
    '50\\% of \\textbraceleft{}A\\textbraceright{} \\& B\\_1'
    """
    return _SPECIAL.sub(lambda match: _LATEX[match[0]], " ".join(_printable(text).split()))


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{escape_latex(article.title or article.id)}}}"  # braces keep the case of names
    if article.publisher:
        yield "organization", f"{{{escape_latex(article.publisher)}}}"
    if article.published:
        yield "date", article.published
        yield "year", article.published[:4]
    if article.url:
        yield "url", _NOT_IN_URLS.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), article.url)
    yield "langid", _LANGUAGES.get(article.lang, article.lang)
    yield "note", escape_latex(f"kgraph article {article.id}, {article.hash}")

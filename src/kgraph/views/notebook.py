"""Rows and cards that show themselves in a notebook: plain lists and dictionaries that also know how to be drawn.

Whatever comes from an article is escaped: in a notebook it is text, never markup.
"""

from __future__ import annotations

from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

from kgraph.views.rows import Row, flat_fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

MOST_SHOWN = 60  # rows drawn; the list holds all
LONGEST = 300  # characters of a cell that are drawn
_STYLE = "text-align:left;vertical-align:top;padding:2px 8px"
_DOUBT = "opacity:.6;text-decoration:line-through"


class Rows(list[Row]):
    """What a question gives: a list of dictionaries, drawn as a table, and one step from pandas."""

    def to_pandas(self) -> pd.DataFrame:
        """The rows as a data frame; lists and dictionaries stay what they are.  Needs pandas (``pip install kgraph[pandas]``)."""
        from kgraph.views.frames import frame_of

        return frame_of(self)

    def _repr_html_(self) -> str:
        if not self:
            return "<p>no rows</p>"
        left_out = f"<p>{len(self) - MOST_SHOWN:,} more rows</p>" if len(self) > MOST_SHOWN else ""
        return _table(islice(map(_flat, self), MOST_SHOWN)) + left_out


class Card(dict[str, Any]):
    """What is shown of a name: a dictionary, drawn as a card with its facts."""

    @property
    def facts(self) -> Rows:
        """The facts as rows."""
        return Rows(self["facts"])

    def _repr_html_(self) -> str:
        kind = ", ".join(filter(None, (self["type"], self["kind"])))
        names = " · ".join(escape(name) for name in self["names"])
        head = f"<h4 style='margin:.2em 0'>{escape(self['label'])} <small>{escape(kind)}</small></h4>"
        facts = _table(_fact(row) for row in islice(self["facts"], MOST_SHOWN))
        more = max(0, self["facts_in_all"] - MOST_SHOWN)
        left_out = f"<p>{more:,} more facts</p>" if more else ""
        return f"<div lang='ko'>{head}<p>{names}</p><p><code>{escape(self['id'])}</code></p>{facts}{left_out}</div>"


def _fact(row: Row) -> Row:
    """A fact with the first sentence that states it; one not to be trusted is struck through."""
    sentence = row["sentences"][0] if row["sentences"] else {"text": "", "article": ""}
    return {**flat_fact(row), "sentence": sentence["text"], "article": sentence["article"]}


def _flat(row: Mapping[str, Any]) -> Row:
    """Only what fits into cells; a sentence is its words, a list of sentences the first."""
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: object) -> object:
    if isinstance(value, dict):
        return value["text"] if "text" in value else ", ".join(f"{key} {each}" for key, each in value.items())
    if isinstance(value, (list, tuple)):
        return "; ".join(str(_cell(each)) for each in value[:5]) + (" …" if len(value) > 5 else "")
    return value


def _table(rows: Iterable[Row]) -> str:
    """An HTML table of which every cell is escaped."""
    listed = list(rows)
    if not listed:
        return ""
    head = "".join(f"<th style='{_STYLE}'>{escape(str(name).replace('_', ' '))}</th>" for name in listed[0])
    body = "".join(_line(row) for row in listed)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _line(row: Row) -> str:
    doubt = f" style='{_DOUBT}'" if row.get("rank") == "deprecated" else ""
    cells = "".join(f"<td style='{_STYLE}'>{escape(_short(value))}</td>" for value in row.values())
    return f"<tr{doubt}>{cells}</tr>"


def _short(value: object) -> str:
    text = "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"

"""The map's data in columns: what repeats (dates, qualifiers, sentences, rules) stands once, and rows point at it.

Ten thousand names with thirty thousand facts stay a file that a browser opens within three seconds.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kgraph.views.map_data import MapData, Row

NODE_COLUMNS = ("id", "kind", "names", "sound", "far", "more", "x", "y")
FACT_COLUMNS = ("id", "s", "confidence", "sources", "rank", "reason", "evidence", "bend")


class Places:
    """Values in the order in which they were first met, each once, and the place of each."""

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self.values: list[Any] = []
        self._places: dict[str, int] = {}
        for value in values:
            self.place(value)

    def place(self, value: Any) -> int:
        """Where the value stands; -1 for none."""
        if value is None:
            return -1
        key = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if key not in self._places:
            self._places[key] = len(self.values)
            self.values.append(value)
        return self._places[key]


def pack_map(data: MapData, classes: Iterable[str], predicates: Iterable[str]) -> dict[str, Any]:
    """Columns for the page's scripts; ``classes`` and ``predicates`` give the numbers of types and predicates."""
    dates = Places(sorted({date for fact in data.facts for date in _dates(fact)}))
    qualifiers, texts, rules = Places(), Places(), Places()
    types, names = Places(classes), Places(predicates)
    nodes = {column: [node.get(column) for node in data.nodes] for column in NODE_COLUMNS}
    facts = {column: [fact.get(column) for fact in data.facts] for column in FACT_COLUMNS}
    return {
        "nodes": nodes
        | {"type": [types.place(node["type"]) for node in data.nodes]}
        | {lang: [node["labels"][lang] for node in data.nodes] for lang in ("en", "ko")},
        "facts": facts
        | {"p": [names.place(fact["p"]) for fact in data.facts], "q": [qualifiers.place(fact["q"]) for fact in data.facts]}
        | {"o": [-1 if fact["o"] is None else fact["o"] for fact in data.facts]}
        | {end: [dates.place(fact[end]) for fact in data.facts] for end in ("first", "last")},
        "said": _sentences(data.evidence, texts, rules),
        "dates": dates.values,
        "qualifiers": qualifiers.values,
        "texts": texts.values,
        "rules": rules.values,
        "articles": data.articles,
    }


def _dates(fact: Row) -> list[str]:
    return [date for date in (fact["first"], fact["last"]) if date is not None]


def _sentences(evidence: list[Row], texts: Places, rules: Places) -> dict[str, list[int]]:
    return {
        "text": [texts.place(said["text"]) for said in evidence],
        "from": [said["mark"][0] for said in evidence],
        "to": [said["mark"][1] for said in evidence],
        "cut": [int(said["cut"][0]) + 2 * int(said["cut"][1]) for said in evidence],
        "start": [said["start"] for said in evidence],
        "end": [said["end"] for said in evidence],
        "rule": [rules.place(said["rule"]) for said in evidence],
        "article": [said["article"] for said in evidence],
    }

"""``kgraph query``: questions in SPARQL, or by name."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading
from kgraph.cli.options import Listing, StoreOption, example, grouped
from kgraph.cli.output import print_rows
from kgraph.documents.files import decode_text, read_bytes
from kgraph.errors import QueryError
from kgraph.store import Store
from kgraph.views.named import NamedQuery, named_queries, run_named
from kgraph.views.query import Answer, run_query

app = typer.Typer(rich_markup_mode=None, add_completion=False)

LONGEST_QUERY = 1_000_000
FILES = (".rq", ".sparql")

QUESTION = "The name of a query, a file ending in .rq, SPARQL text, or - for standard input."
Question = Annotated[str, typer.Argument(metavar="QUERY", help=QUESTION, show_default=False)]
Values = Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter of a named query.")]
List = Annotated[bool, typer.Option("--list", help="List the named queries with their parameters, and leave.")]
EXAMPLES = (
    "kgraph query --list",
    "kgraph query works-of --param person='봉준호'",
    "kgraph query 'SELECT ?one ?other { ?one kg:friendOf ?other }'",
)


@app.command(epilog=example(*EXAMPLES))
@grouped
def query(
    listing: Listing, question: Question = "", param: Values = None, store: StoreOption = None, list_: List = False
) -> None:
    """Ask the graph in SPARQL, or by a named query.  Nothing that is asked can change it.

    The prefixes kg, entity, article, fact, rdf, rdfs, skos, xsd, oa, prov and dct need not be declared.
    """
    if list_ or not question:
        print_rows(map(_query_row, named_queries()), listing.format, guard=listing.guard)
        return
    with open_for_reading(store) as opened:
        answer = ask(opened, question, read_parameters(param or []))
    print_rows(list(answer.records()), listing.format, columns=answer.columns, guard=listing.guard)


def ask(store: Store, question: str, parameters: dict[str, str]) -> Answer:
    """The answer to a named query, a file, SPARQL text or standard input."""
    if not question.isascii() or " " in question or question.endswith(FILES) or question == "-":
        return run_query(store, _text_of(question), parameters)
    return run_named(store, question, parameters)


def _text_of(question: str) -> str:
    if question == "-":
        return decode_text(sys.stdin.buffer.read(LONGEST_QUERY), "stdin")
    if question.endswith(FILES) and " " not in question:
        return decode_text(read_bytes(Path(question), LONGEST_QUERY), question)
    return question


def read_parameters(values: list[str]) -> dict[str, str]:
    """What ``--param NAME=VALUE`` gives."""
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not equals:
            message = f"expected NAME=VALUE, found {name!r}"
            raise QueryError(message)
    return {name: value for name, _, value in pairs}


def _query_row(named: NamedQuery) -> dict[str, str]:
    parameters = ", ".join(f"{each.name} ({each.type}): {each.description}" for each in named.parameters)
    return {"name": named.name, "description": named.description, "parameters": parameters, "example": named.example}

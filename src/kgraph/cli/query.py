"""``kgraph query``: questions in SPARQL, in Cypher, or by name."""

from __future__ import annotations

import enum
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from kgraph.cli.asking import Asking
from kgraph.cli.options import example, grouped
from kgraph.cli.output import print_rows, printable
from kgraph.documents.files import decode_text, read_bytes
from kgraph.errors import QueryError
from kgraph.settings import store_url
from kgraph.views.answer import Answer
from kgraph.views.answer_formats import to_sparql_csv, to_sparql_json, to_sparql_tsv, to_turtle
from kgraph.views.clocks import Clocks
from kgraph.views.limited import Question, ask_within
from kgraph.views.named import NamedQuery, named_queries

app = typer.Typer(rich_markup_mode=None, add_completion=False)

LONGEST_QUERY = 1_000_000
FILES = (".rq", ".sparql", ".cypher")


class ResultFormat(enum.StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    TURTLE = "turtle"


QUESTION = "The name of a query, a file ending in .rq or .cypher, SPARQL or Cypher text, or - for standard input."
FORMAT = "How to print; json, csv and tsv are SPARQL's own, turtle is for CONSTRUCT and DESCRIBE."
Text = Annotated[str, typer.Argument(metavar="QUERY", help=QUESTION, show_default=False)]
Values = Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="A parameter of a named query.")]
Cypher = Annotated[bool, typer.Option("--cypher", help="The query is Cypher, for a store on Neo4j.")]
List = Annotated[bool, typer.Option("--list", help="List the named queries with their parameters, and leave.")]
EXAMPLES = (
    "kgraph query --list",
    "kgraph query works-of --param person='봉준호'",
    "kgraph query 'SELECT ?one ?other { ?one kg:friendOf ?other }' --format tsv",
    "kgraph query 'DESCRIBE entity:person-bongjoonho' --format turtle --timeout 10",
)


@dataclass(frozen=True, slots=True)
class Results:
    """How the answer is printed, and how long it may take."""

    format: Annotated[ResultFormat, typer.Option("--format", help=FORMAT)] = ResultFormat.TABLE
    guard: Annotated[bool, typer.Option("--guard", help="In CSV, keep spreadsheets from reading cells as formulas.")] = False
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="End the query after so long.")] = 60.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and in which language."""

    question: Text = ""
    param: Values = None
    cypher: Cypher = False


@app.command(epilog=example(*EXAMPLES))
@grouped
def query(asked: Asked, results: Results, asking: Asking, list_: List = False) -> None:
    """Ask the graph in SPARQL, or by a named query.  Nothing that is asked can change it.

    The prefixes kg, entity, article, fact, rdf, rdfs, skos, xsd, oa, prov and dct need not be declared. A query that is
    not answered in time is ended, with exit code 4.
    A store on Neo4j is asked in Cypher with --cypher.
    """
    if list_ or not asked.question:
        _print_list(results)
        return
    clocks = Clocks(asking.as_of, asking.known_at)
    question = make_question(asked.question, asked.param or [], clocks, is_cypher=asked.cypher)
    _print_answer(ask_within(store_url(asking.store), question, results.timeout), results)


def make_question(question: str, values: list[str], clocks: Clocks, *, is_cypher: bool = False) -> Question:
    """What ``QUERY`` and ``--param`` ask: a named query, a file, SPARQL or Cypher text, or standard input."""
    parameters = tuple(read_parameters(values).items())
    if is_cypher or question.endswith(".cypher"):
        return Question(_text_of(question), parameters=parameters, clocks=clocks, is_cypher=True)
    if not question.isascii() or " " in question or question.endswith(FILES) or question == "-":
        return Question(_text_of(question), parameters=parameters, clocks=clocks)
    return Question(question, is_name=True, parameters=parameters, clocks=clocks)


def read_parameters(values: list[str]) -> dict[str, str]:
    """What ``--param NAME=VALUE`` gives."""
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not equals:
            message = f"expected NAME=VALUE, found {name!r}"
            raise QueryError(message)
    return {name: value for name, _, value in pairs}


def _text_of(question: str) -> str:
    if question == "-":
        return decode_text(sys.stdin.buffer.read(LONGEST_QUERY), "stdin")
    if question.endswith(FILES) and " " not in question:
        return decode_text(read_bytes(Path(question), LONGEST_QUERY), question)
    return question


def _print_answer(answer: Answer, results: Results) -> None:
    if results.format in (ResultFormat.TABLE, ResultFormat.JSONL):
        print_rows(list(answer.records()), results.format, columns=answer.columns)
    elif results.format == ResultFormat.CSV:
        sys.stdout.write(printable(to_sparql_csv(answer, guard=results.guard).replace("\r\n", "\n")))
    else:
        write = {ResultFormat.JSON: to_sparql_json, ResultFormat.TSV: to_sparql_tsv, ResultFormat.TURTLE: to_turtle}
        sys.stdout.write(printable(write[results.format](answer)))


def _print_list(results: Results) -> None:
    nested = results.format in (ResultFormat.JSON, ResultFormat.JSONL)
    rows = map(_nested_row if nested else _flat_row, named_queries())
    is_listing = nested or results.format == ResultFormat.CSV
    print_rows(rows, results.format if is_listing else ResultFormat.TABLE, guard=results.guard)


def _flat_row(named: NamedQuery) -> dict[str, object]:
    parameters = ", ".join(f"{each.name} ({each.type}): {each.description}" for each in named.parameters)
    return {"name": named.name, "description": named.description, "parameters": parameters, "example": named.example}


def _nested_row(named: NamedQuery) -> dict[str, object]:
    parameters = [{"name": each.name, "type": each.type, "description": each.description} for each in named.parameters]
    return {"name": named.name, "description": named.description, "parameters": parameters, "example": named.example}

"""The list of commands: where each lives and what it does in a line.  The one list that help, docs and tests read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command of ``kgraph``: the module whose ``app`` holds it, and its line in the help."""

    module: str
    line: str


COMMANDS: dict[str, Command] = {
    "ingest": Command("kgraph.cli.ingest", "Read articles into the store."),
    "extract": Command("kgraph.cli.extract", "Print what articles state; store nothing."),
    "remove": Command("kgraph.cli.ingest", "Take an article, and all that only it states, out of the store."),
    "show": Command("kgraph.cli.ask", "Show who or what a name stands for, and every fact about it."),
    "explain": Command("kgraph.cli.explain", "Print every sentence for a fact, and against it."),
    "search": Command("kgraph.cli.explain", "Look for words in names and sentences."),
    "query": Command("kgraph.cli.query", "Ask in SPARQL, or by a named query."),
    "stats": Command("kgraph.cli.ask", "Count what is in the store."),
    "map": Command("kgraph.cli.map", "Write the graph as a page to look at, without any network."),
    "export": Command("kgraph.cli.export", "Write the graph as RDF."),
    "verify": Command("kgraph.cli.check", "Look up every quoted sentence again in its article."),
    "validate": Command("kgraph.cli.check", "Check the graph against the shapes of the ontology (SHACL)."),
    "names": Command("kgraph.cli.names", "Korean personal names: spellings, comparison, parts."),
    "eval": Command("kgraph.cli.evaluate", "Score what is extracted against articles annotated by hand."),
}

HEAD = """\
kgraph: a provable knowledge graph of Korean content creators and works, built from articles.

Usage: kgraph COMMAND [OPTIONS] [ARGUMENTS]
       kgraph COMMAND --help

Commands:"""

TAIL = """
The graph lives where --store says, else where KGRAPH_STORE says, else in ./kgraph-store.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 input skipped, 4 wrong query, 5 not found, 6 store, 7 evidence,
130 interrupted.

Example:
  kgraph extract data/articles"""


def main_help() -> str:
    """What ``kgraph --help`` prints."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.line}" for name, command in COMMANDS.items()]
    return "\n".join([HEAD, *lines, TAIL])

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
    "search": Command("kgraph.cli.search", "Look for words in names and sentences."),
    "path": Command("kgraph.cli.connect", "Print the best paths between two names, each step with its sentence."),
    "neighbours": Command("kgraph.cli.connect", "List every name one step away."),
    "between": Command("kgraph.cli.connect", "List what links two or more names."),
    "timeline": Command("kgraph.cli.chronicle", "List the facts about a name by when they were true."),
    "rank": Command("kgraph.cli.chronicle", "List chart places, or who was first, longest at the top."),
    "diff": Command("kgraph.cli.chronicle", "List what was learnt between two dates."),
    "compare": Command("kgraph.cli.together", "Put two names side by side."),
    "teams": Command("kgraph.cli.together", "List people who keep working together."),
    "top": Command("kgraph.cli.network", "List the names in the middle of the network."),
    "communities": Command("kgraph.cli.network", "List names that are joined to each other more than to others."),
    "query": Command("kgraph.cli.query", "Ask in SPARQL, or by a named query."),
    "stats": Command("kgraph.cli.ask", "Count what is in the store."),
    "map": Command("kgraph.cli.map", "Write the graph as a page to look at, without any network."),
    "export": Command("kgraph.cli.export", "Write the graph as RDF, or for tools that read networks."),
    "import": Command("kgraph.cli.import_", "Read an exported graph back in."),
    "copy": Command("kgraph.cli.copy", "Copy the graph to another store."),
    "backup": Command("kgraph.cli.backup", "Write the whole graph into one file."),
    "restore": Command("kgraph.cli.backup", "Bring a backup back."),
    "upgrade": Command("kgraph.cli.backup", "Renew a store that an older kgraph made."),
    "doctor": Command("kgraph.cli.doctor", "Look whether a store is sound, and say how to mend it."),
    "same": Command("kgraph.cli.identity", "Say that two names stand for one person, work or organisation."),
    "different": Command("kgraph.cli.identity", "Say that two names stand for two."),
    "undo": Command("kgraph.cli.identity", "Take such a judgement back."),
    "why": Command("kgraph.cli.identity", "Explain why two names are, or are not, taken for one."),
    "resolve": Command("kgraph.cli.resolve", "Look at the pairs of names that are in doubt."),
    "log": Command("kgraph.cli.log", "Write and read judgements as lines of text."),
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

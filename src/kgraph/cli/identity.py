"""``kgraph same``, ``different``, ``undo`` and ``why``: what a person says of who is who, and what the machine thinks."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kgraph.cli.opening import open_for_reading, open_for_writing
from kgraph.cli.options import Listing, StoreOption, example, grouped
from kgraph.cli.output import one_line, print_rows, printable, to_json
from kgraph.errors import NotFoundError
from kgraph.model import Judgement, Verdict
from kgraph.pipeline import judge, retract
from kgraph.views.identity import explain_pair, make_judgement

app = typer.Typer(rich_markup_mode=None, add_completion=False)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Any spelling, an entity's id or a referent's.", show_default=False)]
By = Annotated[str, typer.Option("--by", metavar="WHO", help="Who says so.")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the judgement.")]
JudgementId = Annotated[
    str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement, or its beginning.", show_default=False)
]
SAMPLE = "kgraph ingest data/articles --quiet"


@app.command(epilog=example(SAMPLE, "kgraph same 'Lantern Bay' 'Peninsula' --why 'a working title'"))
@grouped
def same(left: Name, right: Name, by: By = "person", why: Why = "", store: StoreOption = None) -> None:
    """Say that two names stand for one; it outranks what the machine thinks, and can be undone."""
    _say((left, right), Verdict.SAME, Judgement("", "", Verdict.SAME, by, why), store)


@app.command(epilog=example(SAMPLE, "kgraph different 'Lantern Bay' 'Peninsula'"))
@grouped
def different(left: Name, right: Name, by: By = "person", why: Why = "", store: StoreOption = None) -> None:
    """Say that two names, or two referents of one name, stand for two; it outranks ``same`` and the machine."""
    _say((left, right), Verdict.DIFFERENT, Judgement("", "", Verdict.DIFFERENT, by, why), store)


@app.command(epilog=example(SAMPLE, "kgraph different 'Lantern Bay' 'Peninsula'", "kgraph undo last"))
@grouped
def undo(judgement: JudgementId, store: StoreOption = None) -> None:
    """Take a judgement back: the graph is then as if it had never been made.  ``last`` does where there is only one."""
    with open_for_writing(store) as opened:
        said = [one for one in opened.reader().judgements() if one.judge != "machine"]
        wanted = [
            one
            for one in said
            if judgement == "last" or one.id.removeprefix("sha256:").startswith(judgement.removeprefix("sha256:"))
        ]
        if len(wanted) != 1:
            raise NotFoundError(f"expected one judgement, found {len(wanted)} for {judgement!r}")
        taken = retract(wanted[0].id, opened)
    print(printable(f"undone: {taken.left} and {taken.right} are {taken.verdict.value}"))


@app.command(epilog=example(SAMPLE, "kgraph why 'Lantern Bay' 'Peninsula'"))
@grouped
def why(left: Name, right: Name, listing: Listing, store: StoreOption = None) -> None:
    """Explain why two names are, or are not, taken for one: every feature with its score in nats, and their sum.

    json prints one object; jsonl and csv print the features.
    """
    with open_for_reading(store) as opened:
        found = explain_pair(opened.reader(), left, right)
    if listing.format == "json":
        sys.stdout.write(to_json(found, indent=2) + "\n")
        return
    if listing.format == "table":
        now = "one entity" if found["one_entity"] else "two entities"
        print(f"{one_line(found['left'])} and {one_line(found['right'])}: {now} now")
        print(f"machine: {found['verdict']}, probability of being one {found['probability']}\n")
    print_rows(found["features"], listing.format, guard=listing.guard)
    for said in found["judgements"] if listing.format == "table" else ():
        print(f"\n{one_line(said['judge'])}: {said['verdict']} {one_line(said['reason'])} ({said['id'][7:19]})")


def _say(names: tuple[str, str], verdict: Verdict, draft: Judgement, store: str | None) -> None:
    with open_for_writing(store) as opened:
        said = make_judgement(opened.reader(), names, verdict, draft.judge, draft.reason)
        judge(said, opened)
    print(printable(f"{said.id[7:19]}: {said.left} and {said.right} are {verdict.value}"))

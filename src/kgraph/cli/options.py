"""Options that several commands share."""

from __future__ import annotations

import dataclasses
import enum
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, get_type_hints

import typer

from kgraph.cli.opening import patient


class Format(enum.StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or - for standard input.", show_default=False)]
StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="PLACE", help="Where the graph lives (else KGRAPH_STORE, else ./kgraph-store).", show_default=False
    ),
]
WaitOption = Annotated[
    float,
    typer.Option(
        "--wait",
        min=0,
        max=86_400,
        metavar="SECONDS",
        help="Wait at most so long for a store that another process holds.",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Listing:
    """How a command prints its rows."""

    format: Annotated[Format, typer.Option("--format", help="How to print.")] = Format.TABLE
    guard: Annotated[bool, typer.Option("--guard", help="In CSV, keep spreadsheets from reading cells as formulas.")] = False


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose parameters of the classes above are spelled out as one option for each of their fields.

    One that opens a store has ``--wait`` too.
    """
    groups: dict[str, type] = {}
    parameters: list[inspect.Parameter] = []
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        if dataclasses.is_dataclass(hints[name]):
            groups[name] = hints[name]
            parameters += _spelled_out(hints[name])
        else:
            parameters.append(parameter.replace(annotation=hints[name]))
    if any(parameter.name == "store" for parameter in parameters):
        parameters.append(inspect.Parameter("wait", inspect.Parameter.KEYWORD_ONLY, default=0.0, annotation=WaitOption))

    def run(**values: Any) -> None:
        made = {
            name: group(**{field.name: values.pop(field.name) for field in dataclasses.fields(group)})
            for name, group in groups.items()
        }
        with patient(values.pop("wait", 0.0)):
            command(**values, **made)

    run.__name__, run.__doc__, run.__module__ = command.__name__, command.__doc__, command.__module__
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    run.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
    )
    return run


def _spelled_out(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    return [
        inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])
        for field in dataclasses.fields(group)
    ]


def example(*lines: str) -> str:
    """The end of a help text: an example that runs."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)

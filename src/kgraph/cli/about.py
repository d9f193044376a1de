"""What a person says of the articles that a command reads."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Annotated

import typer

from kgraph.documents.fields import Fields


@dataclass(frozen=True, slots=True)
class About:
    """What a person says of the articles, above what the files say."""

    published: Annotated[str | None, typer.Option(metavar="DATE", help="Publication date, such as 2022-02-07.")] = None
    lang: Annotated[str | None, typer.Option(metavar="en|ko", help="Language; told from the text when not given.")] = None
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the articles.")] = None
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Title, for a single article.")] = None
    url: Annotated[str | None, typer.Option(metavar="URL", help="Address, for a single article.")] = None

    def fields(self) -> Fields:
        """The same as the documents room understands it."""
        return Fields(**dataclasses.asdict(self))

"""The address of a Neo4j database, and who asks: ``neo4j://[USER@]HOST[:PORT][/DATABASE]``."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from kgraph import settings
from kgraph.errors import StoreError

SHAPE = "neo4j://[USER@]HOST[:PORT][/DATABASE]"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is and who wants in; written out it never shows the password.

    ``url`` is what the driver takes, ``place`` what messages say.
    """

    url: str
    user: str | None
    database: str | None
    password: str | None = field(repr=False)

    @property
    def place(self) -> str:
        """The address as messages show it."""
        return f"{self.url}/{self.database}" if self.database else self.url


def read_address(url: str) -> Address:
    """The parts of an address; what it leaves out, KGRAPH_NEO4J_USER, _PASSWORD and _DATABASE say.

    >>> read_address("neo4j+s://reader@graph.example.org/films").place
    'neo4j+s://graph.example.org/films'
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError(f"expected {SHAPE}, found {error}") from error
    if not host:
        raise StoreError(f"expected {SHAPE}, found no host")
    bare = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{f':{port}' if port else ''}"
    return Address(
        url=f"{bare}?{parts.query}" if parts.query else bare,
        user=_part(parts.username) or settings.neo4j_user(),
        database=_part(parts.path.strip("/")) or settings.neo4j_database(),
        password=_part(parts.password) or settings.neo4j_password(),
    )


def _part(text: str | None) -> str | None:
    return unquote(text) if text else None

"""Where a SPARQL dataset is reached, and as whom.

``https://host/kg`` is one address for questions, updates and whole graphs, as Apache Jena Fuseki has it.  What a server keeps
elsewhere stands behind ``#``, which is never sent: ``https://host/repositories/kg#update=statements&data=statements``.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit, urlunsplit

from kgraph.errors import StoreError

ELSEWHERE = ("update", "data")
PATIENCE = 60.0  # seconds for one answer, if KGRAPH_SPARQL_TIMEOUT does not say otherwise


@dataclass(frozen=True, slots=True)
class Address:
    """Addresses for questions, updates and whole graphs; ``user`` and ``password`` show in no text made of it."""

    query: str
    update: str
    data: str
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    patience: float = PATIENCE


def read_address(url: str) -> Address:
    """The address as its parts; the user is the one in it, else KGRAPH_SPARQL_USER with KGRAPH_SPARQL_PASSWORD.

    ``read_address("http://h/kg#update=up").update`` is ``http://h/kg/up``.  Raises :class:`~kgraph.errors.StoreError`.
    """
    try:
        parts = urlsplit(url)
        place = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        place += f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise StoreError(f"expected the address of a SPARQL dataset, found one that cannot be read ({error})") from error
    if not place or parts.scheme not in ("http", "https"):
        raise StoreError("expected the address of a SPARQL dataset such as https://host/dataset, found no host")
    query = urlunsplit((parts.scheme, place, parts.path, parts.query, ""))
    elsewhere = _elsewhere(parts.fragment)
    update, data = (urljoin(f"{query.rstrip('/')}/", elsewhere[name]) if name in elsewhere else query for name in ELSEWHERE)
    user, password = _login(parts.username, parts.password)
    return Address(query, update, data, user, password, _patience())


def _elsewhere(fragment: str) -> dict[str, str]:
    found = dict(parse_qsl(fragment, keep_blank_values=True))
    unknown = sorted(found.keys() - set(ELSEWHERE))
    if unknown or (fragment and not found):
        raise StoreError(f"expected update= or data= behind # in the address, found {', '.join(unknown) or fragment!r}")
    return found


def _login(user: str | None, password: str | None) -> tuple[str | None, str | None]:
    if user:
        return unquote(user), unquote(password or "")
    named = os.environ.get("KGRAPH_SPARQL_USER")
    return (named, os.environ.get("KGRAPH_SPARQL_PASSWORD", "")) if named else (None, None)


def _patience() -> float:
    given = os.environ.get("KGRAPH_SPARQL_TIMEOUT", "")
    if not given:
        return PATIENCE
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0.0 < seconds < 1e6:
        raise StoreError(f"expected a number of seconds in KGRAPH_SPARQL_TIMEOUT, found {given!r}")
    return seconds

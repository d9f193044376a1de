"""What a Neo4j server or its driver complains of, as one line that says who must act."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from neo4j import exceptions

from kgraph.errors import KgraphError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.store.neo4j_address import Address

_RESOLVED = re.compile(r" \(resolved to .*?\)(?=:|$)")
_SCHEMA = "Neo.ClientError.Schema."
_UNKNOWN_DATABASE = "Neo.ClientError.Database.DatabaseNotFound"
_AUTHENTICATE = ("Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.AuthenticationRateLimit")


@contextmanager
def telling(address: Address, *, reads: bool = False) -> Iterator[None]:
    """Turn what the driver raises into a :class:`~kgraph.errors.StoreError`; what it says never holds the password.

    ``reads`` where nothing is written: a connection that is lost while such a transaction ends leaves nothing in doubt.
    """
    try:
        yield
    except exceptions.Neo4jError as error:
        raise _of_server(error, address) from error
    except (exceptions.DriverError, OSError, ValueError, UnicodeError) as error:
        raise _of_driver(error, address, reads=reads) from error


def _of_server(error: exceptions.Neo4jError, address: Address) -> KgraphError:
    code, message = error.code or "", _line(error.message or error)
    if code in _AUTHENTICATE:
        known = "KGRAPH_NEO4J_USER and KGRAPH_NEO4J_PASSWORD"
        return StoreError(f"expected a user and password that {address.place} lets in ({known}), found: {message}")
    if code == _UNKNOWN_DATABASE:
        return StoreError(f"expected a database of the server, found no {address.database!r} at {address.url}")
    if code.startswith(_SCHEMA):
        return StoreError(f"expected constraints and indexes that can be made in {address.place}, found: {message}")
    if isinstance(error, exceptions.Forbidden):
        return StoreError(f"expected the right to do this in {address.place}, found: {message}")
    return StoreError(f"expected {address.place} to do what was asked, found: {message} ({code})")


def _of_driver(error: Exception, address: Address, *, reads: bool) -> KgraphError:
    message = _line(error)
    if isinstance(error, exceptions.IncompleteCommit) and not reads:
        return StoreError(
            f"expected {address.place} to confirm what was written, found the connection lost: run the same again ({message})"
        )
    if isinstance(error, exceptions.ConfigurationError):
        return StoreError(f"expected a Neo4j server at {address.place}, found: {message}")
    if isinstance(error, (exceptions.DriverError, OSError)):
        return StoreError(f"expected a server that answers at {address.place}, found: {message}")
    return StoreError(f"expected what {address.place} can hold, found: {message}")


def _line(error: object) -> str:
    """A message as one line: the first, and the second where it says why."""
    first, *others = (str(error).strip() or type(error).__name__).splitlines()
    reason = f" {others[0].strip()}" if others and first.endswith(":") else ""
    return f"{_RESOLVED.sub('', first)}{reason}".rstrip(". ")[:300]

"""Speaks the SPARQL 1.1 Protocol: questions, updates, whole graphs.  What goes wrong is one clear line, without a password."""

from __future__ import annotations

import shutil
from typing import IO, TYPE_CHECKING
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from kgraph.errors import StoreError

if TYPE_CHECKING:
    from kgraph.store.sparql_address import Address

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
QUADS = "application/n-quads"

CONNECT = 10.0  # seconds: a server that is there takes the connection at once
LATER = (429, 502, 503, 504)
# Tried again is what surely did not arrive, and a question that a busy server puts off; of updates the store knows more.
LATER_AGAIN = urllib3.Retry(
    total=3, read=False, redirect=False, status_forcelist=LATER, allowed_methods=None, backoff_factor=0.2,
    raise_on_status=False, respect_retry_after_header=False,
)  # fmt: skip
ARRIVE_AGAIN = urllib3.Retry(total=3, read=False, redirect=False, status=0, other=0, backoff_factor=0.2, raise_on_status=False)


class UnansweredError(StoreError):
    """The server went away or stayed silent before it said whether an update was made."""


class CutError(UnansweredError):
    """The connection ended before the answer did."""


class RefusedError(StoreError):
    """The server does not understand what it was asked."""


class Endpoint:
    """One dataset of a server, over connections that stay open."""

    def __init__(self, address: Address) -> None:
        self.address = address
        timeout = urllib3.Timeout(connect=min(CONNECT, address.patience), read=address.patience)
        self._pool = urllib3.PoolManager(num_pools=4, timeout=timeout)
        self._headers = {"User-Agent": "kgraph"}
        if address.user is not None:
            login = f"{address.user}:{address.password or ''}"
            self._headers |= urllib3.make_headers(basic_auth=login.encode("utf-8").decode("latin-1"))

    def ask(self, query: str, accept: str = ROWS, default_graph: str = "") -> bytes:
        """The answer to a question, as it came; ``default_graph`` is an IRI that stands for the default graph."""
        url = self.address.query
        if default_graph:
            url += f"{'&' if '?' in url else '?'}{urlencode({'default-graph-uri': default_graph})}"
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        body = query.encode("utf-8")
        try:
            return self._send(url, headers, body)
        except CutError:  # a server may close an idle connection just when it is used again
            return self._send(url, headers, body)

    def update(self, update: str) -> None:
        """Make an update.  Raises :class:`UnansweredError` where it may have been made or not."""
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        self._send(self.address.update, headers, update.encode("utf-8"), ARRIVE_AGAIN)

    def dump(self, file: IO[bytes]) -> bool:
        """Write all quads of the dataset as N-Quads; ``False`` where the server does not give them in one go."""
        url, headers = self.address.data, self._headers | {"Accept": QUADS}
        try:
            with self._pool.request("GET", url, headers=headers, retries=LATER_AGAIN, preload_content=False) as answer:
                if answer.status != 200 or QUADS not in answer.headers.get("Content-Type", ""):
                    return False
                shutil.copyfileobj(answer, file, 1 << 20)
        except HTTPError as error:
            raise self._failed(url, error) from error
        return True

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def _send(self, url: str, headers: dict[str, str], body: bytes, again: urllib3.Retry = LATER_AGAIN) -> bytes:
        try:
            answer = self._pool.request("POST", url, body=body, headers=self._headers | headers, retries=again, redirect=False)
        except HTTPError as error:
            raise self._failed(url, error) from error
        if not 200 <= answer.status < 300:
            raise _refused(url, answer)
        return answer.data

    def _failed(self, url: str, error: HTTPError) -> StoreError:
        url, reason = _shown(url), error.reason if isinstance(error, MaxRetryError) and error.reason else error
        if isinstance(reason, NewConnectionError):
            return StoreError(f"expected a SPARQL server at {url}, found none that takes a connection")
        if isinstance(reason, (ReadTimeoutError, ConnectTimeoutError)):
            seconds = f"{self.address.patience:g} s"
            return UnansweredError(
                f"expected an answer from {url} within {seconds}, found none (KGRAPH_SPARQL_TIMEOUT sets the time)"
            )
        if isinstance(reason, SSLError):
            return StoreError(f"expected a trusted certificate at {url}, found: {reason}")
        if isinstance(reason, ProtocolError):
            return CutError(f"expected a whole answer from {url}, found the connection cut")
        return UnansweredError(f"expected an answer from {url}, found: {reason}")


def _refused(url: str, answer: urllib3.BaseHTTPResponse) -> StoreError:
    """What the server says no with, for who must act."""
    url = _shown(url)
    if answer.status in (401, 403):
        return StoreError(
            f"expected a user and password that {url} accepts, found {answer.status}"
            " (set KGRAPH_SPARQL_USER and KGRAPH_SPARQL_PASSWORD)"
        )
    if answer.status in (404, 405):
        return StoreError(f"expected a SPARQL dataset at {url}, found {answer.status} (see docs/stores.md on update addresses)")
    said = " ".join(answer.data[:2000].decode("utf-8", "replace").split())[:200]
    kind = RefusedError if answer.status == 400 else StoreError
    return kind(f"expected {url} to do as asked, found {answer.status}: {said or 'no reason given'}")


def _shown(url: str) -> str:
    """The address without what may be a key in it."""
    return url.partition("?")[0]

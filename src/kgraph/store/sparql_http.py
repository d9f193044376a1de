"""Speaks the SPARQL 1.1 Protocol: questions, updates, whole graphs.  What goes wrong is one clear line, without a password."""

from __future__ import annotations

import shutil
from typing import IO, TYPE_CHECKING, Self
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
    from types import TracebackType

    from urllib3.connectionpool import ConnectionPool

    from kgraph.store.sparql_address import Address

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"
QUADS = "application/n-quads"

CONNECT = 10.0  # seconds: a server that is there takes the connection at once
LATER = (429, 502, 503, 504)


class Again(urllib3.Retry):
    """Tries again what failed at once, and not what was waited for in vain."""

    def increment(
        self,
        method: str | None = None,
        url: str | None = None,
        response: urllib3.BaseHTTPResponse | None = None,
        error: Exception | None = None,
        _pool: ConnectionPool | None = None,
        _stacktrace: TracebackType | None = None,
    ) -> Self:
        """One try less; what stayed silent is not tried again."""
        if isinstance(error, ReadTimeoutError):
            raise error
        return super().increment(method, url, response, error, _pool, _stacktrace)


# A question may be asked again; an update is sent again only where it surely did not arrive (the store sees to the rest).
ASK_AGAIN = Again(
    total=3, read=1, redirect=False, status_forcelist=LATER, allowed_methods=None, backoff_factor=0.2,
    raise_on_status=False, respect_retry_after_header=False,
)  # fmt: skip
SEND_AGAIN = Again(total=3, read=False, redirect=False, status=0, other=0, backoff_factor=0.2, raise_on_status=False)


class UnansweredError(StoreError):
    """The server went away or stayed silent before it said whether an update was made."""


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
        return self._send("POST", url, headers, query.encode("utf-8"), ASK_AGAIN)

    def update(self, update: str) -> None:
        """Make an update.  Raises :class:`UnansweredError` where it may have been made or not."""
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        self._send("POST", self.address.update, headers, update.encode("utf-8"), SEND_AGAIN)

    def dump(self, file: IO[bytes]) -> bool:
        """Write all quads of the dataset as N-Quads; ``False`` where the server does not give them in one go."""
        try:
            answer = self._open("GET", self.address.data, {"Accept": QUADS}, None, ASK_AGAIN, whole=False)
            with answer:
                if answer.status != 200 or QUADS not in answer.headers.get("Content-Type", ""):
                    return False
                shutil.copyfileobj(answer, file, 1 << 20)
        except HTTPError as error:
            raise self._failed(self.address.data, error) from error
        return True

    def load(self, file: IO[bytes]) -> None:
        """Send quads (N-Quads) into the dataset, in one request."""
        self._send("POST", self.address.data, {"Content-Type": QUADS}, file, SEND_AGAIN)

    def close(self) -> None:
        """Close the connections."""
        self._pool.clear()

    def _send(self, method: str, url: str, headers: dict[str, str], body: bytes | IO[bytes], retries: urllib3.Retry) -> bytes:
        try:
            answer = self._open(method, url, headers, body, retries)
        except HTTPError as error:
            raise self._failed(url, error) from error
        if not 200 <= answer.status < 300:
            raise _refused(url, answer)
        return answer.data

    def _open(
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        body: bytes | IO[bytes] | None,
        retries: urllib3.Retry,
        *,
        whole: bool = True,
    ) -> urllib3.BaseHTTPResponse:
        every = self._headers | headers
        return self._pool.request(method, url, body=body, headers=every, retries=retries, redirect=False, preload_content=whole)

    def _failed(self, url: str, error: HTTPError) -> StoreError:
        url, reason = _shown(url), error.reason if isinstance(error, MaxRetryError) and error.reason else error
        if isinstance(reason, (ReadTimeoutError, ConnectTimeoutError)):
            seconds = f"{self.address.patience:g} s"
            return UnansweredError(
                f"expected an answer from {url} within {seconds}, found none (KGRAPH_SPARQL_TIMEOUT sets the time)"
            )
        if isinstance(reason, NewConnectionError):
            return StoreError(f"expected a SPARQL server at {url}, found none that takes a connection")
        if isinstance(reason, SSLError):
            return StoreError(f"expected a trusted certificate at {url}, found: {reason}")
        if isinstance(reason, ProtocolError):
            return UnansweredError(f"expected a whole answer from {url}, found the connection cut")
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
    return StoreError(f"expected {url} to do as asked, found {answer.status}: {said or 'no reason given'}")


def _shown(url: str) -> str:
    """The address without what may be a key in it."""
    return url.partition("?")[0]

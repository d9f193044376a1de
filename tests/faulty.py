"""A server between us and Fuseki that does as a bad day would: says no, hangs, cuts the connection before or after the work."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import urllib3

if TYPE_CHECKING:
    from collections.abc import Iterator

HANG = 5.0  # seconds: longer than the patience of the tests


class Between:
    """Passes requests on to ``target``; the update of number ``at`` meets ``fault``, and if ``always`` all after it."""

    def __init__(self, target: str) -> None:
        self.target, self.url = target, ""
        self.fault, self.at, self.always = "", 0, False
        self.updates = 0
        self.seen: list[dict[str, str]] = []

    def break_at(self, number: int, fault: str, *, always: bool = False) -> None:
        """From now on count updates, and let the one of this number meet the fault."""
        self.updates, self.at, self.fault, self.always = 0, number, fault, always

    def is_due(self, *, update: bool) -> bool:
        """Whether this request meets the fault."""
        self.updates += update
        if not self.fault or self.updates < self.at:
            return False
        return self.always or (update and self.updates == self.at)


@contextmanager
def between(target: str) -> Iterator[Between]:
    """Such a server, as long as the block runs."""
    state, pool = Between(target), urllib3.PoolManager()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            state.seen.append(dict(self.headers))
            due = state.is_due(update="update" in self.headers["Content-Type"])
            if due and state.fault in ("hang", "cut", "refuse"):
                self._misbehave()
                return
            answer = self._passed_on("POST", body)
            if due and state.fault == "cut after":
                self.close_connection = True
                return
            self._answer(answer.status, answer.data, answer.headers.get("Content-Type", "text/plain"))

        def do_GET(self) -> None:
            answer = self._passed_on("GET", None)
            self._answer(answer.status, answer.data, answer.headers.get("Content-Type", "text/plain"))

        def _passed_on(self, method: str, body: bytes | None) -> urllib3.BaseHTTPResponse:
            kept = {name: self.headers[name] for name in ("Content-Type", "Accept", "Authorization") if name in self.headers}
            query = f"?{self.path.partition('?')[2]}" if "?" in self.path else ""
            return pool.request(method, f"{state.target}{query}", body=body, headers=kept)

        def _misbehave(self) -> None:
            if state.fault == "refuse":
                self._answer(500, b"disk full\x1b[31m", "text/plain")
                return
            if state.fault == "hang":
                time.sleep(HANG)
            self.close_connection = True

        def _answer(self, status: int, body: bytes, type_: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", type_)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.url = f"http://127.0.0.1:{server.server_port}/kg"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()

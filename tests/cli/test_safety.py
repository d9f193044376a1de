"""Articles are untrusted and machines fail: no network, no raw escapes, a clean stop."""

from __future__ import annotations

import json
import os
import pty
import signal
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from conftest import ARTICLES, Run
from kgraph.documents.sources import count_articles, list_files

if TYPE_CHECKING:
    from pathlib import Path

MAIN = [sys.executable, "-c", "import sys; from kgraph.cli import main; main(sys.argv[1:])"]


def test_the_main_job_needs_no_network(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        message = "the network was asked for"
        raise AssertionError(message)

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    store = tmp_path / "store"
    assert run("ingest", ARTICLES, store=store).code == 0
    for words in (("stats",), ("show", "서하린"), ("verify",), ("export", "-o", "g.ttl"), ("map", "-o", "m.html")):
        monkeypatch.chdir(tmp_path)
        assert run(*words).code == 0


def test_what_an_article_says_reaches_no_terminal_raw(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    path.write_text("Director Yoo Min directed 'Glass \x1b[2J\u202eHarbor'. " * 3 + "word " * 400, encoding="utf-8")
    for format_ in ("table", "json", "jsonl", "csv"):
        ran = run("extract", path, "--format", format_)
        assert not set("\x1b\u202e\x9b\x07") & set(ran.out + ran.err)


def test_names_of_files_lead_nowhere(run: Run, tmp_path: Path) -> None:
    """An id made of a path stays an id: nothing is written outside the store."""
    line = '{"id": "../../../escape", "text": "Director Yoo Min directed the drama \'Glass Harbor\'."}'
    store = tmp_path / "inside" / "store"
    assert run("ingest", "-", store=store, stdin=line.encode()).code == 0
    assert sorted(path.name for path in tmp_path.rglob("*escape*")) == []
    assert run("remove", "../../../escape").code == 0


def test_a_query_cannot_be_slipped_into_a_name(run: Run, sample_store: Path) -> None:
    before = run("stats", "--format", "json", store=sample_store).out
    for name in ('x" } ; DELETE WHERE { ?s ?p ?o } #', "x'} INSERT DATA { <a> <b> <c> }", "\\u0022", "<script>"):
        assert run("show", name).code == 5
        ran = run("query", "works-of", "--param", f"person={name}", "--format", "json")
        assert (ran.code, json.loads(ran.out)["results"]["bindings"]) == (0, [])
    assert run("stats", "--format", "json").out == before


def test_an_update_is_refused(run: Run, sample_store: Path) -> None:
    for text in ("DELETE WHERE { ?s ?p ?o }", "INSERT DATA { <a:a> <b:b> <c:c> }", "CLEAR ALL", "LOAD <file:///etc/passwd>"):
        ran = run("query", text, store=sample_store)
        assert ran.code == 4
        assert ran.err.startswith("kgraph query: expected ")


def test_a_wrong_query_says_where(run: Run, sample_store: Path) -> None:
    ran = run("query", "SELECT ?s WHERE {\n  ?s kg:directed", store=sample_store)
    assert ran.code == 4
    assert "line 2, column" in ran.err


def _as_from_a_terminal() -> None:
    """Take Ctrl-C, although tests that a shell runs in the background are told to pass it over."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_stops_at_a_clean_point_and_the_same_command_goes_on(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    text = "Director Yoo Min directed the drama 'Glass Harbor'. It was written by Park Sol."
    lines.write_text("".join(f'{{"id": "a{number}", "text": "{text} {number}"}}\n' for number in range(5000)), encoding="utf-8")
    environment = {**os.environ, "KGRAPH_STORE": str(tmp_path / "store")}

    def interrupted() -> float:
        """Seconds from Ctrl-C, once articles come in, to the end."""
        process = subprocess.Popen(
            [*MAIN, "ingest", str(lines)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_as_from_a_terminal,  # noqa: PLW1509
        )
        while process.poll() is None and not (tmp_path / "store").exists():
            time.sleep(0.05)
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        asked = time.monotonic()
        try:
            _, complaint = process.communicate(timeout=20)
        finally:
            process.kill()
        assert process.returncode == 130
        assert complaint == "kgraph ingest: interrupted; what is stored is complete, the same command goes on from here\n"
        return time.monotonic() - asked

    assert any(interrupted() < 3 for _ in range(3)), "three times a busy machine is a slow end"
    verify = subprocess.run([*MAIN, "verify"], env=environment, capture_output=True, text=True, check=False)
    assert (verify.returncode, verify.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")
def test_a_terminal_sees_a_progress_bar(tmp_path: Path) -> None:
    environment = {**os.environ, "KGRAPH_STORE": str(tmp_path / "store"), "TERM": "xterm", "COLUMNS": "100"}
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*MAIN, "ingest", str(ARTICLES)], env=environment, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    seen = b""
    while chunk := _read(ours):
        seen += chunk
    assert process.wait(timeout=60) == 0
    assert b"reading" in seen
    assert f"/{count_articles(list_files([str(ARTICLES)]))}".encode() in seen


def _read(handle: int) -> bytes:
    try:
        return os.read(handle, 4096)
    except OSError:  # Linux says so when the other end is closed
        return b""

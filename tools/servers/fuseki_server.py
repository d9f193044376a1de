"""Start Apache Jena Fuseki with an empty dataset: ``make fuseki``, or with ``--help`` for what can be chosen.

Needs Java 17 and, the first time, Maven, which fetches the one jar.  One line on standard output says that the server
answers: ``ready http://127.0.0.1:PORT/kg``, followed by user and password if it wants them.  Ctrl-C or SIGTERM stops the
server, and its temporary data goes with it.
"""

from __future__ import annotations

import argparse
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from fetching import alone

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "5.2.0"
ARTIFACT = f"org.apache.jena:jena-fuseki-server:{VERSION}"
JAR = Path(__file__).resolve().parents[2] / ".servers" / f"jena-fuseki-server-{VERSION}.jar"
MISSING = 69  # the exit code where this machine lacks Java or Maven
PATIENCE = 60.0  # seconds until the server must answer; it needs 2 on an idle machine

CONFIGURATION = """\
PREFIX : <#>
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>

[] a fuseki:Server ; fuseki:services ( :kg_service :memory_service :union_service ) .

:kg_service a fuseki:Service ; fuseki:name "kg" ; fuseki:dataset :kg ; fuseki:endpoint {endpoints} .
:kg a tdb2:DatasetTDB2 ; tdb2:location "{data}" .

# Keeps numbers as they were written, where TDB2 has a form of its own.
:memory_service a fuseki:Service ; fuseki:name "memory" ; fuseki:dataset :memory ; fuseki:endpoint {endpoints} .
:memory a ja:MemoryDataset .

# Patterns without GRAPH see every named graph here, as in GraphDB and Virtuoso.
:union_service a fuseki:Service ; fuseki:name "union" ; fuseki:dataset :union ; fuseki:endpoint {endpoints} .
:union a tdb2:DatasetTDB2 ; tdb2:location "--mem--" ; tdb2:unionDefaultGraph true .
"""
ENDPOINTS = (
    "[ fuseki:operation fuseki:query ] , [ fuseki:operation fuseki:update ] , [ fuseki:operation fuseki:gsp-rw ] , "
    '[ fuseki:operation fuseki:query ; fuseki:name "query" ] , [ fuseki:operation fuseki:update ; fuseki:name "update" ] , '
    '[ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ]'
)


def main() -> None:
    """Serve until told to stop."""
    options = _options()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    _find("java", "Java 17 or newer")
    jar = fetch_jar()
    if options.fetch:
        print(jar)
        return
    try:
        with data_folder(options.data) as data, running(data, port=options.port, heap=options.heap, user=options.user) as server:
            login = (options.user, server.password) if options.user else ()
            print("ready", server.address, *login, flush=True)
            print(
                f"Fuseki {VERSION}, process {server.process.pid}; try: kgraph ingest data/articles --store {server.address}",
                flush=True,
            )
            server.process.wait()
            sys.exit(f"Fuseki stopped by itself with code {server.process.returncode}")
    except KeyboardInterrupt:
        return


def fetch_jar() -> Path:
    """The jar of the pinned version, fetched from Maven Central when it is not there."""
    with alone(JAR.parent):
        if not JAR.is_file():
            _fetch(JAR.parent)
    return JAR


def _fetch(folder: Path) -> None:
    mvn = _find("mvn", f"Maven to fetch {ARTIFACT}")
    goal = ["dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
    fetched = subprocess.run([mvn, "-q", "-B", *goal], stdout=sys.stderr, check=False)
    if fetched.returncode or not JAR.is_file():
        _miss(f"expected {ARTIFACT} from Maven, found an error (see above)")


class Server:
    """A running Fuseki: its address, process, and password if it asks for one."""

    def __init__(self, process: subprocess.Popen[bytes], root: str, password: str | None) -> None:
        self.process, self.root, self.password = process, root, password
        self.address = f"{root}/kg"


@contextmanager
def data_folder(data: Path | None) -> Iterator[Path]:
    """The folder that was asked for, or one that is gone at the end."""
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
        yield data.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="kgraph-fuseki-") as temporary:
        yield Path(temporary)


@contextmanager
def running(data: Path, *, port: int = 0, heap: str = "1g", user: str | None = None) -> Iterator[Server]:
    """A server that answers; SIGTERM goes to its process when the block ends."""
    port, password = port or _free_port(), secrets.token_urlsafe(12) if user else None
    java, config = _find("java", "Java 17 or newer"), _configure(data)
    command = [java, f"-Xmx{heap}", "-jar", str(JAR), "--localhost", f"--port={port}", "--ping", f"--config={config}"]
    if user:
        (data / "passwd").write_text(f"{user}: {password}\n", encoding="utf-8")
        command += [f"--passwd={data / 'passwd'}", "--auth=basic"]
    with (data / "fuseki.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd=data)
        try:
            _wait(process, f"http://127.0.0.1:{port}/$/ping", data / "fuseki.log")
            yield Server(process, f"http://127.0.0.1:{port}", password)
        finally:
            process.terminate()
            process.wait()


def _find(program: str, what: str) -> str:
    found = shutil.which(program)
    return found or _miss(f"expected {what}, found no {program}")


def _miss(what: str) -> NoReturn:
    print(what, file=sys.stderr)
    sys.exit(MISSING)


def _configure(data: Path) -> Path:
    (data / "tdb2").mkdir(exist_ok=True)
    path = data / "fuseki.ttl"
    path.write_text(CONFIGURATION.format(endpoints=ENDPOINTS, data=data / "tdb2"), encoding="utf-8")
    return path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Until the server answers, even if only to say that it wants a password."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"expected Fuseki to answer at {url}, found:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fetch", action="store_true", help="only fetch the jar and print where it is")
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (else a free one)")
    parser.add_argument("--data", type=Path, help="folder that keeps the data (else a temporary one)")
    parser.add_argument("--heap", default="1g", help="memory of the server, as java -Xmx takes it")
    parser.add_argument("--user", help="ask for this user's name and a password that is printed")
    return parser.parse_args()


if __name__ == "__main__":
    main()

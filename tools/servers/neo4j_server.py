"""A real Neo4j Community on this machine, for tests and for trying things out: Java 17 and Maven are all it needs.

    python tools/servers/neo4j_server.py                    start, say where, stop with Ctrl-C or SIGTERM
    python tools/servers/neo4j_server.py --load out/csv     import what `kgraph export --format neo4j-csv` wrote, then start

The jars come from Maven Central once, pinned, and stay in .servers/.  Ports are free ones of 127.0.0.1; data stand in a
temporary folder that goes when the server stops (`--home DIR` keeps them).  Two lines on standard output say that it is ready
and which process it is:

    ready neo4j://127.0.0.1:40001 http://127.0.0.1:40002 neo4j PASSWORD
    Neo4j 5.26.16, process 4711
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from fetching import alone

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent.parent / ".servers"
VERSION = "5.26.16"
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
START_SECONDS, STOP_SECONDS = 120, 60
HANDSHAKE = bytes.fromhex("6060b017 00000405 00000004 00000003 00000000")
CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.max_size={heap}
server.memory.pagecache.size=256m
server.directories.import={load}
"""


class ServerError(Exception):
    """The server did not start or did not stay.  ``exit_code`` is what the script then ends with."""

    exit_code = 1


class MissingError(ServerError):
    """Something that the server needs is not on this machine and cannot be fetched: Java, Maven, the jars."""

    exit_code = 69


@dataclass(frozen=True)
class Settings:
    """Where one server stands and how it is reached."""

    version: str
    home: Path
    heap: str
    password: str
    bolt: int
    http: int
    load: Path | None

    @property
    def ready_line(self) -> str:
        """What is printed once Bolt answers."""
        return f"ready neo4j://127.0.0.1:{self.bolt} http://127.0.0.1:{self.http} neo4j {self.password}"


def main(words: list[str] | None = None) -> int:
    """Start a server, wait for its end."""
    options = _options(words)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        with ExitStack() as stack:
            home = options.home or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kgraph-neo4j-")))
            bolt, http = free_ports()
            password = os.environ.get("KGRAPH_NEO4J_PASSWORD") or secrets.token_urlsafe(12)
            load = options.load.resolve() if options.load else None
            run(Settings(options.version, home.resolve(), options.heap, password, bolt, http, load))
    except ServerError as error:
        print(f"neo4j_server: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return 0


def run(settings: Settings) -> None:
    """The server from its first file to its last breath."""
    lib = fetch(settings.version)
    conf = settings.home / "conf"
    conf.mkdir(parents=True, exist_ok=True)
    (conf / "neo4j.conf").write_text(
        CONF.format(bolt=settings.bolt, http=settings.http, heap=settings.heap, load=settings.load or settings.home),
        encoding="utf-8",
    )
    if not (settings.home / "data" / "dbms" / "auth.ini").exists():
        admin(settings, lib, "dbms", "set-initial-password", settings.password)
    if settings.load:
        if not (settings.load / "import.args").is_file():
            raise ServerError(f"expected a folder of `kgraph export --format neo4j-csv`, found no import.args in {settings.load}")
        admin(settings, lib, "database", "import", "full", "neo4j", "--overwrite-destination", "@import.args")
    server = subprocess.Popen(
        [*java(lib, settings.heap), main_class(settings.version), f"--home-dir={settings.home}", f"--config-dir={conf}"],
        env=environment(settings),
        stdout=subprocess.DEVNULL,
        stderr=(settings.home / "stderr.txt").open("wb"),
        start_new_session=True,  # Ctrl-C is ours: the server is told with SIGTERM
    )
    try:
        wait_for_bolt(server, settings)
        print(settings.ready_line, flush=True)
        print(f"Neo4j {settings.version}, process {server.pid}", flush=True)
        server.wait()
        raise ServerError(f"expected a running server, found that it ended with {server.returncode}\n{logs(settings)}")
    finally:
        stop(server)


def fetch(version: str) -> Path:
    """The folder of the server's jars, fetched if it is not there."""
    lib = CACHE / f"neo4j-{version}" / "lib"
    with alone(lib.parent):
        return lib if lib.is_dir() else _fetched(version, lib)


def _fetched(version: str, lib: Path) -> Path:
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingError(f"expected Maven (mvn) to fetch Neo4j {version}, found none")
    unfinished = lib.with_name("lib.unfinished")
    print(f"fetching Neo4j {version} from Maven Central (130 MB) into {lib}", file=sys.stderr)
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={unfinished}"]
    command = [maven, "-q", "-B", "-f", str(HERE / "neo4j.xml"), f"-Dneo4j.version={version}", *goal]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    if found.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise MissingError(f"expected Neo4j {version} from Maven Central, found:\n{found.stdout}{found.stderr}")
    return unfinished.rename(lib)


def java(lib: Path, heap: str) -> list[str]:
    """The start of a command that runs one of the jars' main classes."""
    home = os.environ.get("JAVA_HOME")
    program = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if program is None:
        raise MissingError("expected Java 17, found none")
    opened = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    opens = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in opened]
    return [program, f"-Xmx{heap}", *opens, "-Dfile.encoding=UTF-8", "-cp", f"{lib}/*"]


def main_class(version: str) -> str:
    """The server's main class, which got another name with the versions that are named for years."""
    return "org.neo4j.server.CommunityEntryPoint" if version.startswith("5.") else "org.neo4j.server.Neo4jCommunity"


def environment(settings: Settings) -> dict[str, str]:
    """The environment that tells the jars where home is."""
    return {**os.environ, "NEO4J_HOME": str(settings.home), "NEO4J_CONF": str(settings.home / "conf")}


def admin(settings: Settings, lib: Path, *words: str) -> None:
    """Run neo4j-admin while the server does not."""
    command = [*java(lib, settings.heap), ADMIN, *words]
    place = settings.load or settings.home
    found = subprocess.run(command, env=environment(settings), cwd=place, capture_output=True, text=True, check=False)
    if found.returncode:
        raise ServerError(f"expected `neo4j-admin {' '.join(words[:3])}` to succeed, found:\n{found.stdout}{found.stderr}")


def free_ports() -> tuple[int, int]:
    """Two ports of 127.0.0.1 that nobody uses."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def wait_for_bolt(server: subprocess.Popen[bytes], settings: Settings) -> None:
    """Come back once the server shakes hands over Bolt; raise with its log where it does not."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if server.poll() is not None:
            raise ServerError(f"expected a server that starts, found that it ended with {server.returncode}\n{logs(settings)}")
        if shakes_hands(settings.bolt):
            return
        time.sleep(0.2)
    raise ServerError(f"expected Bolt to answer within {START_SECONDS} s, found no answer\n{logs(settings)}")


def shakes_hands(port: int) -> bool:
    """True if something at this port speaks Bolt."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            connection.sendall(HANDSHAKE)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def logs(settings: Settings) -> str:
    """What the server wrote about itself."""
    files = (settings.home / "logs" / "neo4j.log", settings.home / "stderr.txt")
    return "\n".join(f"--- {file.name}\n{file.read_text(errors='replace')}" for file in files if file.is_file())


def stop(server: subprocess.Popen[bytes]) -> None:
    """Tell the server to stop, by its process id; no child is left behind."""
    if server.poll() is not None:
        return
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _options(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--version", default=os.environ.get("KGRAPH_NEO4J_VERSION", VERSION), help=f"default {VERSION}")
    parser.add_argument("--home", type=Path, help="where data stand and stay; else a temporary folder")
    parser.add_argument("--heap", default="1g", help="memory of the server, default 1g")
    parser.add_argument("--load", type=Path, metavar="DIR", help="import what `kgraph export --format neo4j-csv` wrote")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())

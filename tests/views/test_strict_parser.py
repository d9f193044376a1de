"""What we write, Apache Jena reads: a strict parser that is not ours, and counts as many statements."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from kgraph.model import Qualifiers, Referent
from kgraph.pipeline import put_reading
from kgraph.store import open_store
from worlds import make_article

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

ENDINGS = {"nquads": "nq", "ntriples": "nt", "turtle": "ttl", "trig": "trig", "jsonld": "jsonld", "rdfxml": "rdf"}


@pytest.fixture(scope="module")
def hostile_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Names that try to end what they stand in."""
    place = tmp_path_factory.mktemp("hostile") / "store"
    store = open_store(str(place))
    names = ['O"Neil > <x> \\', "한\n줄 ''' \"\"\"", "]]> <!-- & &amp; --> <?x?>", "} . { @prefix", "\u200f\ufe0f𐀀😀 \\u0022"]
    for number, name in enumerate(names):
        key = f'a {number}> "{{x}}/..'
        person, work = Referent(f"{key}#p", "Person", (name,)), Referent(f"{key}#w", "Work", (name[::-1],), "film")
        put_reading(*make_article(key, "2021-05-01", [("directed", person, work, Qualifiers(date="2021-03"))]), store)
    store.close()
    return place


@pytest.mark.parametrize("which", ["sample_store", "hostile_store"])
def test_jena_reads_every_export(which: str, request: pytest.FixtureRequest, jena_jar: Path, tmp_path: Path, run: Run) -> None:
    store, java = request.getfixturevalue(which), shutil.which("java")
    assert java
    files = []
    for format_, ending in ENDINGS.items():
        files.append(tmp_path / f"{format_}.{ending}")
        assert run("export", "--format", format_, "--output", files[-1], store=store).code == 0
    riot = [java, "-Xmx512m", "-cp", str(jena_jar), "riotcmd.riot"]
    judged = subprocess.run([*riot, "--validate", "--strict", *files], capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stderr
    assert not re.search("WARN|ERROR", judged.stdout + judged.stderr)
    counted = subprocess.run(
        [*riot, "--count", *files], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
    ).stdout
    lines = len(files[0].read_text(encoding="utf-8").splitlines())
    for file in files:
        said = next(line for line in counted.splitlines() if line.startswith(str(file)))
        numbers = [int(number.replace(",", "")) for number in re.findall(r"= ([\d,]+)", said)]
        assert sum(numbers) == lines, said

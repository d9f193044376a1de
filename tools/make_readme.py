"""Runs the commands of README.md and docs/ask.md in order, each page on a store of its own, and puts what they print under them.

python tools/make_readme.py           write both anew
python tools/make_readme.py --check   only run them, and fail if one fails
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "ask.md")
BLOCK = re.compile(r"```console\n(.*?)```\n", re.DOTALL)


def run(line: str, store: str) -> str:
    """What a command prints; a failing one ends it all."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "KGRAPH_STORE": store, "PATH": path}
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if ran.returncode or ran.stderr:
        sys.exit(f"{line}\n{ran.stderr or ran.returncode}")
    return re.sub(r"[ \t]+$", "", ran.stdout, flags=re.MULTILINE)


def main() -> None:
    """Run every block, and write the pages unless they are only checked."""
    for path in PAGES:
        page = fill_page(path)
        if "--check" not in sys.argv:
            path.write_text(page, encoding="utf-8")


def fill_page(path: Path) -> str:
    """The page with what its commands print now."""
    with tempfile.TemporaryDirectory() as folder:

        def fill(block: re.Match[str]) -> str:
            commands = [line for line in block[1].splitlines() if line.startswith("$ ")]
            parts = [f"{line}\n{run(line.removeprefix('$ '), f'{folder}/store')}" for line in commands]
            return "```console\n" + "\n".join(parts) + "```\n"

        return BLOCK.sub(fill, path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()

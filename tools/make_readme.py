"""Runs the commands of README.md in order, on a store of their own, and puts what they print under them.

python tools/make_readme.py           write README.md anew
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
README = ROOT / "README.md"
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
    """Run every block, and write the page unless it is only checked."""
    with tempfile.TemporaryDirectory() as folder:

        def fill(block: re.Match[str]) -> str:
            commands = [line for line in block[1].splitlines() if line.startswith("$ ")]
            parts = [f"{line}\n{run(line.removeprefix('$ '), f'{folder}/store')}" for line in commands]
            return "```console\n" + "\n".join(parts) + "```\n"

        page = BLOCK.sub(fill, README.read_text(encoding="utf-8"))
    if "--check" not in sys.argv:
        README.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

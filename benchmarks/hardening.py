"""What hostile inputs meet: a table of what was said of each, processor seconds, and megabytes above those before.

    python benchmarks/hardening.py
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "hostile"))

from kinds import make_kinds
from measured import meet


def main() -> None:
    """Make them, meet them, print them."""
    with tempfile.TemporaryDirectory(prefix="kgraph-hostile-") as folder:
        made = make_kinds(Path(folder))
        met = meet([path for _, path in made], Path(folder))
    print("| kind | seconds | MB | what is said |")
    print("| --- | --- | --- | --- |")
    for (kind, path), found in zip(made, met, strict=True):
        said = found.said[0].replace(str(path), "FILE")[:90] if found.said else "read"
        print(f"| {kind.name} | {found.seconds:.2f} | {found.memory} | {said} |")
    print(f"\n{len(made)} kinds: worst {max(one.seconds for one in met):.2f} s, {max(one.memory for one in met)} MB")


if __name__ == "__main__":
    main()

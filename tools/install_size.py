"""Measures what a default install weighs: a fresh virtual environment with the locked versions, and nothing else.

    python tools/install_size.py [--json] [--limit MB]

Counts every file below site-packages (packages, the compiled files that pip makes, without pip itself); fails above the limit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 480
MEGABYTE = 1_000_000
NOT_OURS = ("pip", "setuptools", "wheel", "_distutils_hack")


def measure(folder: Path) -> Counter[str]:
    """Bytes by package folder of a fresh install made in ``folder``."""
    venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    build = folder.parent / "build"
    venv.create(build, with_pip=True)
    build_pip = [build / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*build_pip, "install", "--require-hashes", "-r", ROOT / "requirements" / "build.lock"], check=True)
    wheels = folder.parent / "wheels"
    subprocess.run([*build_pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ROOT], check=True)
    subprocess.run([*pip, "--require-hashes", "-r", ROOT / "requirements" / "run.lock"], check=True)
    subprocess.run([*pip, "--no-deps", *wheels.glob("*.whl")], check=True)
    sizes: Counter[str] = Counter()
    (packages,) = folder.glob("lib/python*/site-packages")
    for path in packages.rglob("*"):
        if path.is_file() and not path.is_symlink():
            sizes[path.relative_to(packages).parts[0]] += path.stat().st_size
    return Counter({name: size for name, size in sizes.items() if not name.startswith(NOT_OURS)})


def main() -> None:
    """Print the sum and the heaviest packages."""
    parser = argparse.ArgumentParser(description="What a default install weighs.")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--limit", type=int, default=LIMIT, help="megabytes (default %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sizes = measure(Path(folder) / "environment")
    total = sum(sizes.values()) / MEGABYTE
    heaviest = {name: round(size / MEGABYTE, 1) for name, size in sizes.most_common(12)}
    if options.json:
        versions = {"python": sys.version.split()[0]}
        print(json.dumps({"megabytes": round(total, 1), "limit": options.limit, "heaviest": heaviest, "versions": versions}))
    else:
        print("\n".join(f"{size:8.1f} MB  {name}" for name, size in heaviest.items()))
        print(f"{total:8.1f} MB  in all (limit {options.limit})")
    sys.exit(total > options.limit)


if __name__ == "__main__":
    main()

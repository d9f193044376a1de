"""Lists the licence of everything that kgraph needs, or fails where one is unknown or not fit for everybody's use.

python tools/licences.py            what a default install needs, as installed here
python tools/licences.py --all      and what the extras need (learn, pandas, parquet, dev)
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

FIT = (
    *("apache", "bsd", "mit", "mpl", "mozilla", "psf", "python software foundation", "isc"),
    *("lgpl", "lesser general", "zlib", "0bsd", "unlicense", "w3c", "hpnd"),
)


def needed(name: str, seen: dict[str, str], *, extras: bool = False) -> None:
    """The licence of this distribution and of all that it needs (with its own extras if asked for), by name."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    try:
        found = distribution(name)
    except PackageNotFoundError:  # for another system or another Python
        return
    seen[key] = licence_of(found)
    for line in found.requires or ():
        if extras or "extra ==" not in line:
            needed(re.split(r"[\s\[;<>=!~(]", line, maxsplit=1)[0], seen)


def licence_of(found: Distribution) -> str:
    """What the metadata says, the newest field first, or else the first line of the licence that lies beside it."""
    fields = found.metadata.get_all
    told = [line for line in fields("Classifier") or () if line.startswith("License ::") and not line.endswith("OSI Approved")]
    classifiers = [line.rpartition("::")[2].strip() for line in told]
    texts = [path.read_text().strip() for path in found.files or () if path.stem.upper() in ("LICENSE", "LICENCE")]
    for said in (fields("License-Expression"), classifiers, fields("License"), texts):
        if said and str(said[0]).strip():
            return ", ".join(str(one).strip().split("\n")[0][:60] for one in said)
    return "UNKNOWN"


def is_fit(licence: str) -> bool:
    """Whether it is one that lets everybody use what it is for.

    >>> is_fit("MIT License"), is_fit("BSD-3-Clause"), is_fit("Limited use"), is_fit("GPL-3.0-only")
    (True, True, False, False)
    """
    return re.search(rf"\b(?:{'|'.join(FIT)})", licence.lower()) is not None


def main() -> None:
    """Print the list; the exit code is 1 if a licence is unknown or not fit."""
    seen: dict[str, str] = {}
    needed("kgraph", seen, extras="--all" in sys.argv[1:])
    odd = [name for name, licence in sorted(seen.items()) if not is_fit(licence)]
    for name, licence in sorted(seen.items()):
        print(f"{name:<24} {licence}{'   <- look at this one' if name in odd else ''}")
    sys.exit(1 if odd else 0)


if __name__ == "__main__":
    main()

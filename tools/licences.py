"""Lists the licence of everything that kgraph needs, or fails where one is unknown or not fit for everybody's use.

python tools/licences.py            what a default install needs, as installed here
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution

FIT = (
    *("apache", "bsd", "mit", "mpl", "mozilla", "psf", "python software foundation", "isc"),
    *("lgpl", "lesser general", "zlib", "0bsd", "unlicense", "w3c", "hpnd"),
)


def needed(name: str, seen: dict[str, str]) -> None:
    """The licence of this distribution and of all that it needs, by name."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return
    try:
        found = distribution(name)
    except PackageNotFoundError:  # for another system or another Python
        return
    seen[key] = licence_of(found.metadata)
    for line in found.requires or ():
        if "extra ==" not in line:
            needed(re.split(r"[\s\[;<>=!~(]", line, maxsplit=1)[0], seen)


def licence_of(metadata: object) -> str:
    """What the metadata says, the newest field first."""
    fields = metadata.get_all  # type: ignore[attr-defined]
    told = [line for line in fields("Classifier") or () if line.startswith("License ::") and not line.endswith("OSI Approved")]
    classifiers = [line.rpartition("::")[2].strip() for line in told]
    for said in (fields("License-Expression"), classifiers, fields("License")):
        if said and str(said[0]).strip():
            return ", ".join(str(one).strip().split("\n")[0][:60] for one in said)
    return "UNKNOWN"


def main() -> None:
    """Print the list; the exit code is 1 if a licence is unknown or not fit."""
    seen: dict[str, str] = {}
    needed("kgraph", seen)
    odd = [name for name, licence in sorted(seen.items()) if not any(word in licence.lower() for word in FIT)]
    for name, licence in sorted(seen.items()):
        print(f"{name:<24} {licence}{'   <- look at this one' if name in odd else ''}")
    sys.exit(1 if odd else 0)


if __name__ == "__main__":
    main()

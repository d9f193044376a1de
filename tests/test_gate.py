"""What is extracted from the sample and golden articles does not get worse: the floors of tools/gate.py hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_no_figure_is_below_its_floor() -> None:
    ran = subprocess.run([sys.executable, ROOT / "tools" / "gate.py"], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert ran.stdout.count("floor") == 24

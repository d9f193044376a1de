"""How much is done: as much as fits beside every change, or all (``KGRAPH_HARD=full``)."""

from __future__ import annotations

import os

FULL = os.environ.get("KGRAPH_HARD") == "full"
KILLS = 200 if FULL else 20  # ingests killed once
CHAINS, KILLS_A_CHAIN = (10, 20) if FULL else (1, 5)  # ingests killed again and again
SCHEDULES = 500 if FULL else 25
ROUNDS = 100 if FULL else 5
MUTANTS = 1_000_000 if FULL else 1_500  # whole articles, read with all rules
VALUES = 1_000_000 if FULL else 8_000  # names, dates, numbers, keys
GRAPHS = 20_000 if FULL else 250  # exported graphs with changes in them
COMMANDS = 20_000 if FULL else 300  # lines of arguments

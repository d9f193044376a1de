"""Models learned from annotated articles, as whole numbers: the same sums, and so the same claims, on every machine.

:mod:`.trees` sums what many small decision trees say.  It knows no language: each language has features of its own.
"""

from __future__ import annotations

from kgraph.claims.learned.trees import Trees, read_trees, write_trees

__all__ = ["Trees", "read_trees", "write_trees"]

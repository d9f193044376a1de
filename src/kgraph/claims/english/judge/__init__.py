"""What an article is taken to state, all things weighed: claims of rules and what the words around two names make likely.

Rules' claims and pairs (:mod:`..pairs`) -> cases (:mod:`.cases`) -> what speaks for and against each (:mod:`.rows`) -> a
probability (:mod:`.model`) -> claims (:mod:`.claims`).  ``tools/learn_pairs.py`` learns it from annotated articles.
"""

from __future__ import annotations

from kgraph.claims.english.judge.claims import judged

__all__ = ["judged"]

"""What no rule reads but the words around a person and a work together make likely: a small linear model over pairs.

Article -> lines of word classes (:mod:`.lines`) -> pairs with what stands around them (:mod:`.candidates`, :mod:`.features`) ->
probabilities (:mod:`.model`) -> claims (:mod:`.claims`).  ``tools/learn_pairs.py`` learns the weights from annotated articles.
"""

from __future__ import annotations

from kgraph.claims.english.pairs.claims import pair_claims

__all__ = ["pair_claims"]

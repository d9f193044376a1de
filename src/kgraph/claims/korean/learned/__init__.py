"""What is learned from annotated Korean articles: which of the rules' claims are likely right, and what no rule reads.

Reading -> rows of words (:mod:`.rows`) -> pairs that a row may tie (:mod:`.candidates`), days, prizes and sources with whose they
may be (:mod:`.worths`), and what stands around them (:mod:`.features`, :mod:`.deeds`, :mod:`.worth_features`) -> sums of linear
models (:mod:`.linear`, :mod:`.sums`) -> one row of numbers for each fact of the article, claimed by rules or not (:mod:`.units`,
:mod:`.looks`) -> trees -> claims with their probability (:mod:`.verdicts`).
``tools/learn_pairs_korean.py`` learns both from annotated articles.
"""

from __future__ import annotations

from kgraph.claims.korean.learned.verdicts import judged

__all__ = ["judged"]

"""What the words around two things of a line make of them: a linear model over pairs of a person, a work, an organisation.

Article -> lines of word classes (:mod:`.lines`) -> pairs (:mod:`.candidates`) with what stands around them (:mod:`.features`) ->
log odds of each predicate (:mod:`.model`).  ``tools/learn_pairs.py`` learns the weights from annotated articles.
"""

from __future__ import annotations

from kgraph.claims.english.pairs.model import load
from kgraph.claims.english.pairs.setting import Setting
from kgraph.claims.english.pairs.sightings import Sighting, sightings

__all__ = ["Setting", "Sighting", "load", "sightings"]

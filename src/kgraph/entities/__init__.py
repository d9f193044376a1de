"""Who is who: the referents of all articles become entities, their claims become facts.

``resolve`` takes a :class:`~kgraph.entities.known.Step` (an article or a judgement that comes or goes) and what is known
before it, and gives the :class:`~kgraph.model.Change` of everything that is derived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.entities.known import Known, Reading, Step

if TYPE_CHECKING:
    from kgraph.model import Change

__all__ = ["Known", "Reading", "Step", "resolve"]


def resolve(step: Step, known: Known) -> Change:
    """What changes in entities and facts when the step is taken.

    ``resolve(Step(added=reading), writer).entities[0][1].label("ko")`` -> ``"이재규"``
    """
    from kgraph.entities.derive import resolve_step

    return resolve_step(step, known)

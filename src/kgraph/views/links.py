"""Which facts join one name to another: the graph as something to walk on."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.errors import QueryError
from kgraph.model import Rank
from kgraph.views.explain import check_predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgraph.model import Fact
    from kgraph.store.base import Reader

DOUBTFUL = frozenset({"denied", "declined", "rumoured"})
MOST_FACTS = 5_000  # of one name that are walked: a broadcaster of a million facts would join everything to everything


@dataclass(frozen=True, slots=True)
class Which:
    """Which facts count: of these predicates, over names of these classes, at least so sure; doubtful ones only if asked."""

    predicates: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    min_confidence: float = 0.0
    doubtful: bool = False

    def allows(self, fact: Fact) -> bool:
        """True if the fact counts; the classes are those of names and judged elsewhere."""
        if self.predicates and fact.predicate not in self.predicates:
            return False
        return fact.confidence >= self.min_confidence and (self.doubtful or not is_doubtful(fact))


def is_doubtful(fact: Fact) -> bool:
    """True for what is denied, declined or only rumoured, and for what a better fact outranks."""
    return fact.rank is Rank.DEPRECATED or fact.qualifiers.status in DOUBTFUL


def make_which(
    predicates: Iterable[str] = (), classes: Iterable[str] = (), *, min_confidence: float = 0.0, doubtful: bool = False
) -> Which:
    """Filters whose names the ontology has.  Raises QueryError for others."""
    return Which(tuple(map(check_predicate, predicates)), tuple(map(check_class, classes)), min_confidence, doubtful)


def check_class(name: str) -> str:
    """The same name.  Raises QueryError for one that is no class of names."""
    names = [class_.name for class_ in ontology.classes()]
    if name not in names:
        raise QueryError(f"expected one of {', '.join(names)}, found {name!r}")
    return name


def best_first(fact: Fact) -> tuple[bool, float, int, str]:
    """The order of facts that join the same two names: firm before doubtful, then the surer, then the better sourced."""
    return is_doubtful(fact), -fact.confidence, -fact.sources, fact.id


@dataclass(slots=True)
class Walk:
    """Steps from name to name, each read once."""

    reader: Reader
    which: Which = field(default_factory=Which)
    _steps: dict[str, dict[str, tuple[Fact, ...]]] = field(default_factory=dict)
    _classes: dict[str, str | None] = field(default_factory=dict)

    def steps(self, entity_id: str) -> dict[str, tuple[Fact, ...]]:
        """All names one step away, by id, with the facts that join them, the best first."""
        if entity_id not in self._steps:
            found: dict[str, list[Fact]] = {}
            for fact in islice(self.reader.facts(entity=entity_id), MOST_FACTS):
                other = fact.object if fact.subject == entity_id else fact.subject
                if other is not None and other != entity_id and self.which.allows(fact):
                    found.setdefault(other, []).append(fact)
            self._steps[entity_id] = {other: tuple(sorted(facts, key=best_first)) for other, facts in sorted(found.items())}
        return self._steps[entity_id]

    def may_cross(self, entity_id: str) -> bool:
        """True if a name of this class may stand between others."""
        return not self.which.classes or self.class_of(entity_id) in self.which.classes

    def class_of(self, entity_id: str) -> str | None:
        """Person, Work or Organization."""
        if entity_id not in self._classes:
            entity = self.reader.entity(entity_id)
            self._classes[entity_id] = entity.type if entity else None
        return self._classes[entity_id]

    def label(self, entity_id: str) -> str:
        """The name to show."""
        entity = self.reader.entity(entity_id)
        return entity.label() if entity else entity_id


def role(fact: Fact, entity_id: str) -> str:
    """The fact as seen from one of its ends: ``directed``, or ``is directed`` from the work; with its status."""
    backwards = fact.subject != entity_id and not ontology.predicate(fact.predicate).symmetric
    status = f" ({fact.qualifiers.status})" if fact.qualifiers.status else ""
    return f"{'< ' if backwards else ''}{fact.predicate}{status}"


def roles(facts: Sequence[Fact], entity_id: str) -> list[str]:
    """What all these facts say of one end, each once."""
    return list(dict.fromkeys(role(fact, entity_id) for fact in facts))

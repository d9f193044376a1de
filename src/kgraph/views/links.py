"""Which facts join one name to another: the graph as something to walk on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph import ontology
from kgraph.errors import QueryError
from kgraph.model import Rank
from kgraph.store.lookup import lookup
from kgraph.views.explain import check_predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kgraph.model import Entity, Fact
    from kgraph.store.base import Reader

DOUBTFUL = frozenset({"denied", "declined", "rumoured"})


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
    _entities: dict[str, Entity] = field(default_factory=dict)
    _degrees: dict[str, int] = field(default_factory=dict)

    def steps(self, entity_id: str) -> dict[str, tuple[Fact, ...]]:
        """All names one step away, by id, with the facts that join them, the best first."""
        self.read_steps([entity_id])
        return self._steps[entity_id]

    def read_steps(self, ids: Iterable[str]) -> None:
        """Read the steps from all these names together, which is quicker than one by one."""
        wanted = [id_ for id_ in ids if id_ not in self._steps]
        facts = lookup(self.reader).facts_of(wanted) if wanted else {}
        for id_ in wanted:
            found: dict[str, list[Fact]] = {}
            for fact in facts.get(id_, ()):
                other = fact.object if fact.subject == id_ else fact.subject
                if other is not None and other != id_ and self.which.allows(fact):
                    found.setdefault(other, []).append(fact)
            self._steps[id_] = {other: tuple(sorted(each, key=best_first)) for other, each in sorted(found.items())}

    def degrees(self, ids: Iterable[str]) -> dict[str, int]:
        """How many facts there are about each of these names, whichever count."""
        ids = list(ids)
        if wanted := [id_ for id_ in ids if id_ not in self._degrees]:
            self._degrees |= lookup(self.reader).degrees(wanted)
        return {id_: self._degrees[id_] for id_ in ids}

    def may_cross(self, entity_id: str) -> bool:
        """True if a name of this class may stand between others."""
        return not self.which.classes or self.class_of(entity_id) in self.which.classes

    def class_of(self, entity_id: str) -> str | None:
        """Person, Work or Organization."""
        self.read_names([entity_id])
        return self._entities[entity_id].type if entity_id in self._entities else None

    def label(self, entity_id: str) -> str:
        """The name to show."""
        self.read_names([entity_id])
        return self._entities[entity_id].label() if entity_id in self._entities else entity_id

    def read_names(self, ids: Iterable[str]) -> None:
        """Read the names and classes of all these together."""
        if wanted := [id_ for id_ in ids if id_ not in self._entities]:
            self._entities |= lookup(self.reader).entities(wanted)


def role(fact: Fact, entity_id: str) -> str:
    """The fact as seen from one of its ends: ``directed``, or ``is directed`` from the work; with its status."""
    backwards = fact.subject != entity_id and not ontology.predicate(fact.predicate).symmetric
    status = f" ({fact.qualifiers.status})" if fact.qualifiers.status else ""
    return f"{'< ' if backwards else ''}{fact.predicate}{status}"


def roles(facts: Sequence[Fact], entity_id: str) -> list[str]:
    """What all these facts say of one end, each once."""
    return list(dict.fromkeys(role(fact, entity_id) for fact in facts))

"""Which words tell which predicate (classes of ``data/english/pair_words.yaml``)."""

from __future__ import annotations

TELLING = {
    "acted_in": frozenset(("HOST", "JOIN", "PLAY", "STAR")),
    "directed": frozenset(("DIRECT",)),
    "wrote": frozenset(("WRITE",)),
    "produced": frozenset(("PRODUCE",)),
    "composed_for": frozenset(("MUSIC",)),
    "performed": frozenset(("SING",)),
    "created": frozenset(("CREATE",)),
    "aired_on": frozenset(("AIR",)),
    "produced_by": frozenset(("PRODUCE",)),
    "member_of": frozenset(("MEMBER",)),
    "signed_with": frozenset(("AGENCY",)),
    "based_on": frozenset(("ADAPT",)),
    "remake_of": frozenset(("REMAKE",)),
    "sequel_of": frozenset(("SEQUEL",)),
    "dating": frozenset(("DATE", "SPLIT")),
    "friend_of": frozenset(("FRIEND",)),
    "married_to": frozenset(("MARRY", "SPLIT")),
    "parent_of": frozenset(("PAR",)),
    "sibling_of": frozenset(("SIB",)),
    "released_on": frozenset(("AIR", "OPEN")),
    "rated": frozenset(("RATE",)),
    "ranked": frozenset(("RANK",)),
    "won": frozenset(("WIN",)),
    "nominated_for": frozenset(("NOM",)),
}
PREDICATES = tuple(TELLING)
ANY_TELLING = frozenset[str]().union(*TELLING.values())

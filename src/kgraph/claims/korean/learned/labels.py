"""What the model tells apart: predicates, with their status and with who is the subject where both ends are of one type."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kgraph.model import Qualifiers

if TYPE_CHECKING:
    from kgraph.model import Claim, Referent

FAMILIES = {"PW": "PW", "WP": "PW", "WO": "WO", "OW": "WO", "PO": "PO", "OP": "PO", "PP": "PP", "WW": "WW"}
SYMMETRIC = frozenset(("friend_of", "married_to", "dating", "sibling_of"))
_SUBJECT = {"PW": "Person", "PO": "Person", "WO": "Work"}
_PERFORMED = "performed"


class Key(NamedTuple):
    """A predicate with its status (``acted_in``, ``acted_in/talks``) and the refs of its ends; ``object`` may be a value."""

    label: str
    subject: str
    object: str


def label_of(claim: Claim) -> str:
    """``acted_in``, ``acted_in/talks``."""
    return f"{claim.predicate}/{claim.qualifiers.status}" if claim.qualifiers.status else claim.predicate


def qualifiers_of(label: str) -> Qualifiers:
    """The status in a label."""
    return Qualifiers(status=label.partition("/")[2] or None)


def key_of(label: str, subject: str, object_: str) -> Key:
    """The key of a fact; a symmetric one has its ends in one order."""
    if label.partition("/")[0] in SYMMETRIC and object_ < subject:
        subject, object_ = object_, subject
    return Key(label, subject, object_)


def key_of_claim(claim: Claim) -> Key:
    """The key of the fact that a claim states."""
    if claim.object is not None:
        return key_of(label_of(claim), claim.subject.ref, claim.object.ref)
    return Key(label_of(claim), claim.subject.ref, value_of(claim))


def value_of(claim: Claim) -> str:
    """What tells a claim of a value from others: its prize, its day, its rank or rating, or all that it tells."""
    told = claim.qualifiers
    if claim.predicate == "released_on":
        return told.date or ""
    return told.award or number_of(told) or " ".join(f"{name}={value}" for name, value in told.items())


def number_of(told: Qualifiers) -> str:
    """A rank or a rating, wherever and whenever it was: ranks of one number in two charts are told together."""
    return f"rank={told.rank}" if told.rank is not None else f"percent={told.percent}" if told.percent is not None else ""


def class_of(label: str, subject: str, left: Referent, right: Referent) -> str:
    """The class of a fact for two referents in text order: with both of one type, ``<`` says that the later is the subject."""
    if left.type != right.type or label.partition("/")[0] in SYMMETRIC:
        return label
    return f"{label}{'>' if subject == left.ref else '<'}"


def key_in(class_: str, left: Referent, right: Referent) -> Key:
    """The fact that a class states of two referents in text order."""
    label = class_.rstrip("<>")
    first, second = left, right
    if class_.endswith("<"):
        first, second = right, left
    elif left.type != right.type:
        family = FAMILIES[left.type[0] + right.type[0]]
        subject = "Organization" if family == "WO" and label == _PERFORMED else _SUBJECT[family]
        first, second = (left, right) if left.type == subject else (right, left)
    return key_of(label, first.ref, second.ref)

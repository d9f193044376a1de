"""How much a Korean word looks like a personal name: by its syllables, by Kiwi's segmentation, by the gazetteer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kgraph.text import gazetteer
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from kgraph.model import Token

# Weights tuned by hand on the Korean development articles, 2026-11.
SHAPED, RARE, SHORT, FOREIGN = 1.0, 0.5, 0.5, -0.5
_NAME, _UNKNOWN, _WORD, _COMPOUND = 1.5, 1.0, -1.5, -0.5
_SWALLOWED = 0.5  # a name that Kiwi does not know, taken together with its particle: 이지훈도
_VERBAL = frozenset(("EF", "EP", "EC"))
_NOT_LAST = frozenset(
    "회률극곡팀측팬편작품액쇼급층점"
)  # no given name ends so, but many a word that begins like a surname does: 최종회, 전작
_PARTICLE_LAST = frozenset("로를는에의와께들")  # a word of three syllables that ends so is two and a particle
_PARTICLE_LIKE = frozenset("가도과")


@cache
def _surnames() -> dict[str, float]:
    return {surname: float(facts["share"]) for surname, facts in load_words("names/surnames.yaml").items()}


@cache
def _syllables() -> frozenset[str]:
    rows = load_words("names/syllables.yaml")
    return frozenset("".join(str(row) for row in rows.values()))


@cache
def is_shaped(name: str) -> bool:
    """True for a Korean surname and a given name of usual length made of usual syllables: 이재규, 남궁민."""
    return shape_weight(name) >= SHAPED


@cache
def shape_weight(name: str) -> float:
    """What the syllables say: a surname with a given name of two syllables most, other words least."""
    surnames = _surnames()
    length = 2 if len(name) > 2 and name[:2] in surnames else 1
    share, given = surnames.get(name[:length], 0.0), name[length:]
    if not share or not given or any(letter not in _syllables() for letter in given):
        return FOREIGN
    if length == 2:
        return SHAPED if len(given) == 2 else SHORT
    if given[-1] in _NOT_LAST:
        return 0.0
    if len(given) == 2:
        return -1.5 if given[-1] in _PARTICLE_LAST else (SHAPED if share >= 3 else RARE) - 0.5 * (given[-1] in _PARTICLE_LIKE)
    return (SHORT if share >= 3 else 0.0) if len(given) == 1 else FOREIGN


@cache
def _listed() -> dict[str, float]:
    people: dict[str, float] = {}
    for entry in gazetteer.load().entries:
        if entry.type == "Person":
            people.update({name: 0.75 if name in entry.common else 2.0 for name in entry.names})
    return people


def listed_weight(name: str) -> float:
    """What the gazetteer adds for a listed person; less where the name is an ordinary word too."""
    return _listed().get(name, 0.0)


def segment_weight(place: tuple[int, int, int], starts: dict[int, Token], *, shaped: bool) -> float:
    """What Kiwi's segmentation adds: its proper nouns speak for a name, its words and endings against one.

    ``place`` is where the name starts and ends and where its word ends; ``starts`` gives the first morpheme at a place.
    """
    start, end, word_end = place
    token = starts.get(start)
    if token is None:
        return 0.0
    if token.end == end and token.tag in ("NNP", "NF"):
        return _NAME if token.tag == "NNP" else _UNKNOWN
    if shaped and end - start > 2 and token.tag in ("NNP", "NF") and token.end == word_end:
        return _SWALLOWED
    last = starts.get(end - 1)
    weight = (-2.0 if shaped and token.tag != "NNG" else -4.0) * (last is not None and last.tag[0] == "J" and last.start > start)
    if token.end >= end:
        return weight + (_WORD if token.end > end or token.tag[0] in "NMV" else 0.0)
    if not shaped and any(starts[at].tag in _VERBAL for at in range(start, end) if at in starts):
        return weight - 3.0
    behind = [starts[at].tag for at in range(start + 1, word_end) if at in starts]
    return weight + _pieces_weight(token, behind, whole=word_end == end)


def _pieces_weight(first: Token, tags: list[str], *, whole: bool) -> float:
    """What it says that Kiwi cuts the word up: 이혼한 is a verb form, 이서진 an unknown name in pieces."""
    describing = not {"ETM", "XSV", "XSA"}.isdisjoint(tags)
    if first.tag[0] not in "NVM" or first.tag in ("NNP", "NF") or (len(first.text) == 1 and not describing):
        return 0.0
    return -3.0 if describing and whole else _COMPOUND

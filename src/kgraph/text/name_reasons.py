"""Why two names are, may be or cannot be one: a sentence a reader can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.text.hangul import is_hangul
from kgraph.text.name_candidates import candidates
from kgraph.text.name_forms import Form, form_of

if TYPE_CHECKING:
    from kgraph.text.name_match import Match


def reason_for(a: str, b: str, match: Match | None, verdict: str) -> str:
    """One sentence: what was compared and what it says."""
    left, right = form_of(a), form_of(b)
    if left is None or right is None:
        what = " and ".join(f"“{name[:40]}”" for name, form in ((a, left), (b, right)) if form is None)
        return f"{what} cannot be read as a Korean personal name."
    if match is None or not match.pairs:
        return _nothing_fits(a, b)
    if match.kind == "equal":
        return _equal(left, right)
    return _aligned(match, verdict)


def _equal(left: Form, right: Form) -> str:
    what = "Hangul syllables" if left.hangul else "Latin letters"
    return f"The same {what}: {left.key} and {right.key}."


def _nothing_fits(a: str, b: str) -> str:
    left, right = _hangul(a), _hangul(b)
    if left and right:
        return f"Hangul names that differ in a syllable are different names: {_difference(left, right)}."
    if not left and not right:
        return f"No Korean name is written both “{a}” and “{b}”."
    hangul, latin = (left, b) if left else (right, a)
    best = candidates(latin, limit=1)
    instead = f"; it would rather be {best[0][0]}" if best and best[0][0] != hangul else ""
    return f"“{latin}” is no way to write {hangul}{instead}."


def _difference(a: str, b: str) -> str:
    if len(a) != len(b):
        return f"{a} has {len(a)} syllables, {b} has {len(b)}"
    return ", ".join(f"{x} is not {y}" for x, y in zip(a, b, strict=True) if x != y)


def _aligned(match: Match, verdict: str) -> str:
    pairs = ", ".join(f"{x} = {y}" for x, y in match.pairs)
    if match.kind == "sounds":
        changed = ", ".join(f"{x} and {y}" for x, y in match.pairs if x != y)
        return f"{changed} may be two spellings of one syllable (initial ㄹ kept or dropped): one name or two."
    if match.kind == "initials":
        return f"The initials fit, but they fit many names: {pairs}."
    if match.kind == "part":
        return f"One of them has no surname; the given names fit: {pairs}."
    return {"same": "The syllables fit: ", "unsure": "The syllables fit only in rare spellings: "}.get(
        verdict, "The syllables fit badly: "
    ) + f"{pairs}."


def alternatives_for(a: str, b: str, limit: int = 5) -> tuple[tuple[str, float], ...]:
    """Other Hangul names that the Latin spelling (or both) may stand for, with weights; empty between Hangul names."""
    given = {name for name in (_hangul(a), _hangul(b)) if name}
    latin = [name for name in (a, b) if not _hangul(name)]
    if not latin:
        return ()
    found = dict(candidates(latin[0], limit=50))
    if len(latin) == 2:
        other = dict(candidates(latin[1], limit=50))
        found = {name: round(weight * other[name], 6) for name, weight in found.items() if name in other}
    ranked = sorted(((name, weight) for name, weight in found.items() if name not in given), key=lambda item: (-item[1], item[0]))
    return tuple(ranked[:limit])


def _hangul(name: str) -> str | None:
    form = form_of(name)
    return form.key if form is not None and is_hangul(form.key) else None

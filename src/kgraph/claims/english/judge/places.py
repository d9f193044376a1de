"""Where a case is told: the line of its surest claim, else the line where its pair looks likeliest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.english.judge.cases import UNSEEN

if TYPE_CHECKING:
    from kgraph.claims.english.judge.cases import Case
    from kgraph.claims.english.judge.court import Court
    from kgraph.claims.english.lines import Line
    from kgraph.model import Claim

_NONE = -1
_LAST = 99
_NO_LINE = {"line": _NONE, "line_tokens": _NONE, "line_P": _NONE, "topic": _NONE}


def place(court: Court, case: Case) -> dict[str, int]:
    """How the line tells the case: which form its ends have in it, how far they stand from the trigger."""
    claim = max(case.claims, key=lambda claim: claim.confidence, default=None)
    line, best = _line(court, claim), case.best
    if line is None and best is not None:
        line = best[1].line.line
    found = _ends(court, case, line, claim)
    found.update(_NO_LINE)
    if line is not None:
        shown = court.setting.lines[line.index]
        found["line"], found["line_tokens"] = min(_LAST, line.index), min(_LAST, len(shown.words))
        found["line_P"] = len(set(shown.refs_of["P"]))
        topic = court.setting.topic(line)
        found["topic"] = 0 if topic is None else 1 if topic in (case.key.subject, case.key.object) else 2
    at = line.index if line else _NONE
    found["sum_here"] = max((total for total, seen in case.seen if seen.line.line.index == at), default=UNSEEN)
    return found


def _line(court: Court, claim: Claim | None) -> Line | None:
    """The line of a claim; what a rule quotes from within a line has none."""
    return court.lines_by_start.get(claim.evidence.start) if claim else None


def _ends(court: Court, case: Case, line: Line | None, claim: Claim | None) -> dict[str, int]:
    found = {}
    for side, ref in (("s", case.key.subject), ("o", case.key.object)):
        found[f"{side}_form"] = court.forms.get((line.index, ref), _NONE) if line else _NONE
        found[f"far_{side}"] = found[f"between_{side}"] = _NONE
        starts = [mention.span.start for mention in line.mentions if mention.ref == ref] if line and claim else []
        if starts and claim and line:
            trigger = claim.trigger.start
            nearest = min(starts, key=lambda start: abs(start - trigger))
            low, high = sorted((nearest, trigger))
            found[f"far_{side}"] = abs(nearest - trigger)
            found[f"between_{side}"] = sum(low < mention.span.start < high for mention in line.mentions)
    return found

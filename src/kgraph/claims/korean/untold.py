"""The work that a sentence leaves out, unless somebody untold of stands between: quoted names that nobody could place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Referent

_QUOTED = re.compile(
    r"(?:[‘’'](?P<a>[^‘’'\n]{1,40})[’']|[“\"](?P<b>[^“”\"\n]{1,40})[”\"]|"
    r"[<〈《「『](?P<c>[^<>〈〉《》「」『』\n]{1,40})[>〉》」』])(?:\([^()]{0,40}\))?(?P<case>[은는이가도](?![가-힣])|)"
)
_CHART = re.compile(r"핫 ?100|200|글로벌|차트|톱 ?\d|TOP|톱10", re.IGNORECASE)


def unquoted(text: str) -> str:
    """The text with short quoted names blanked: the throne in ‘왕좌의 그늘’ is no rank."""
    return _QUOTED.sub(lambda match: " " * len(match[0]) if len(match[0]) < 30 else match[0], text)


def unknown_title(line: Line, start: int, end: int, *, subject: bool = False) -> bool:
    """True if a quoted name that is no mention stands between two offsets (``subject``: as topic or subject)."""
    known = {phrase.mention.span.start for phrase in line.phrases}
    for match in _QUOTED.finditer(line.words(start, end)):
        name = match["a"] or match["b"] or match["c"]
        if _CHART.search(name) or (subject and not match["case"]) or " 역" in name:
            continue
        inside = start + match.start() + 1
        if not any(inside <= place < inside + len(name) for place in known):
            return True
    return False


def topic_work(reading: Reading, line: Line) -> Referent | None:
    """The work under discussion when the line begins; none if a quoted name that nobody could place was the last subject."""
    earlier = reading.lines[line.number - 1] if line.number else None
    if unknown_title(line, line.start, line.end, subject=True):
        return None
    if earlier is not None and earlier.sentence.block == line.sentence.block:
        works_end = max((phrase.end for phrase in earlier.works), default=earlier.start)
        if unknown_title(earlier, works_end, earlier.end, subject=True):
            return None
    return reading.work_before(line)

"""Whether a part in a work is taken, thought over (talks) or turned down (declined), from the words around 출연,
역 and the like.
"""

from __future__ import annotations

import re
from functools import cache

from kgraph.text.word_lists import either, load_words

UNSAID = "unsaid"  # the words deny or only wish it: no claim
_BEHIND = 60  # signs of the shape that are read behind the verb and before it
_UNSETTLED = re.compile(
    r"(?:확정|결정|정해)(?:된|진)? ?(?:것|바|건|사항|상황)?[은이도]? ?(?:아니|없)|(?:확정|결정)되지 않|확정 전|결정 전"
)
_SUPPOSED = re.compile(
    r"(?:출연|캐스팅|합류|확정|결정|성사|수락)[이을를]? ?(?:최종 )?(?:확정|결정|성사|수락)?"
    r"(?:(?:하|되|된다|한다|지으|짓)면(?!서)|(?:할|될|한|된) ?경우)"
)  # *출연을 확정하면*: not yet
_SENTENCE = re.compile(r"[.!?](?=\s|$)")


@cache
def _words() -> dict[str, re.Pattern[str]]:
    lists = load_words("korean/casting.yaml")
    return {name: re.compile(either(lists[name])) for name in ("talks", "declined", "settled", "unsaid")}


def status_of(text: str, start: int, end: int) -> str | None:
    """``talks``, ``declined``, ``UNSAID`` or None (plainly so) for a part told between two places of a sentence.

    >>> status_of("출연 제안을 고사했다.", 0, 2)
    'declined'
    >>> status_of("출연을 확정하면 3년 만의 스크린 복귀다.", 17, 21)
    'talks'
    """
    stop = _SENTENCE.search(text, end)
    window = text[start : min(end + _BEHIND, stop.start() if stop else len(text))]
    words = _words()
    if words["unsaid"].search(window):
        return UNSAID
    if words["declined"].search(window):
        return "declined"
    if (
        _UNSETTLED.search(window)
        or _SUPPOSED.search(window)
        or _SUPPOSED.search(_SENTENCE.split(text[max(0, start - _BEHIND) : start])[-1])
    ):
        return "talks"
    if words["settled"].search(window):
        return None
    return "talks" if words["talks"].search(window) else None

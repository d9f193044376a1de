"""How the likeliest line of a fact looks, as whole numbers: particles, roles, verbs and what stands between, for the trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.wording import class_of
from kgraph.claims.korean.learned.worth_features import place_of
from kgraph.claims.korean.learned.worths import Worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kgraph.claims.korean.learned.candidates import Pair
    from kgraph.claims.korean.learned.labels import Key
    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Referent

    _End = tuple[Referent | None, int | None]

NAMES = (
    *("subject case", "object case", "subject role", "object role", "subject kind", "object kind"),
    *("subject main", "object main", "subject count", "object count", "subject order", "object order"),
    *("apart", "names apart", "subject first", "depth", "verb", "verb ending", "verb far", "verb inside"),
    *("word between", "word behind", "word before", "words told", "headline", "row names"),
)
_CASES = ("-", "은", "이", "을", "의", "도", "와", "에", "에서", "로", "에게", "이다")
_ROLES = ("", "배우", "감독", "작가", "가수", "PD", "연출", "씨", "대표", "멤버", "프로듀서", "신인", "음악감독")
_KINDS = (None, "series", "film", "variety", "webtoon", "novel", "song", "album", "play", "game", "broadcaster", "platform")
_CLASSES = (
    *("", "STAR", "DIRECT", "WRITE", "MAKE", "AIR", "RELEASE", "SING", "MUSIC", "AWARD", "SOURCE", "MEMBER", "AGENCY", "MARRY"),
    *("PARENT", "SIBLING", "FRIEND", "DATE", "SAY", "RANK", "PAST", "PLAN", "WORK", "SEQUEL", "REMAKE", "PRODUCE", "CREATE"),
)
_ENDINGS = ("", "ETM", "EC", "EF", "ETN")
_MOST = 99


def look(setting: Setting, key: Key, found: Pair | Worth | None) -> list[int]:
    """The numbers of a line; all -1 where there is none."""
    if found is None:
        return [-1] * len(NAMES)
    row = found.row
    subject, object_, spots = _ends(key, found)
    first = subject[1] is not None and (object_[1] is None or subject[1] < object_[1])
    own = [_case(row, subject[1]), _case(row, object_[1]), _role(row, subject[1]), _role(row, object_[1])]
    told = [*_of(setting, subject[0]), *_of(setting, object_[0])]
    return own + told[0::4] + told[1::4] + told[2::4] + told[3::4] + _line(row, spots, first=first)


def _ends(key: Key, found: Pair | Worth) -> tuple[_End, _End, tuple[int, int, int]]:
    """Subject and object with their numbers in the row, and where in it the first, the second and its list end (-1: nowhere)."""
    spots = found.row.spots
    left = spots[found.first] if found.first is not None else -1
    if isinstance(found, Worth):
        start, end = place_of(found.row, found.value)
        return (found.subject, found.first), (None, None), (left, start, end - 1)
    ends: dict[str, _End] = {found.left.ref: (found.left, found.first), found.right.ref: (found.right, found.second)}
    return ends[key.subject], ends[key.object], (left, spots[found.second], spots[found.row.leads[found.second]])


def _of(setting: Setting, referent: Referent | None) -> list[int]:
    if referent is None:
        return [-1] * 4
    main = setting.reading.main_work
    return [
        _at(_KINDS, referent.kind),
        int(main is not None and main.ref == referent.ref),
        min(_MOST, setting.counts[referent.ref]),
        min(_MOST, setting.order.get(referent.ref, _MOST)),
    ]


def _case(row: Row, number: int | None) -> int:
    return -1 if number is None else _at(_CASES, row.cases[number])


def _role(row: Row, number: int | None) -> int:
    return -1 if number is None else _at(_ROLES, row.phrases[number].role)


def _at(listed: Sequence[str | None], word: str | None) -> int:
    return listed.index(word) if word in listed else len(listed)


def _line(row: Row, spots: tuple[int, int, int], *, first: bool) -> list[int]:
    left, right, head = spots
    words = row.words[left + 1 : right]
    verb = row.verb_from(head)
    names = sum(word in "PWO" for word in words)
    told = [class_of(word) for word in words[:_MOST] if class_of(word)]
    behind = next((class_of(word) for word in row.words[head + 1 : head + 6] if class_of(word)), "")
    before = next((class_of(word) for word in row.words[max(0, left - 3) : max(0, left)][::-1] if class_of(word)), "")
    return [
        *(min(_MOST, len(words)), min(_MOST, names), int(first), row.depths[right] if right < len(row.depths) else 0),
        *(_at(_CLASSES, class_of(verb.word)) if verb else -1, _at(_ENDINGS, verb.ending) if verb else -1),
        *(min(_MOST, verb.at - head) if verb else -1, int(any(left < one.at < right for one in row.verbs[:_MOST]))),
        *(_at(_CLASSES, told[-1] if told else ""), _at(_CLASSES, behind), _at(_CLASSES, before), len(row.classes)),
        *(int(row.line.number == 0), min(_MOST, len(row.phrases))),
    ]

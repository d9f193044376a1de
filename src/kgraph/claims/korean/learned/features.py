"""What stands around a pair, as names of features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.rows import classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kgraph.claims.korean.learned.candidates import Pair
    from kgraph.claims.korean.learned.rows import Row
    from kgraph.claims.korean.learned.setting import Setting
    from kgraph.model import Referent

_MOST = 24  # words between two names that are looked at
_NEAR = 8
_SAYS = {
    "영화": "film",
    "드라마": "series",
    "시리즈": "series",
    "웹툰": "webtoon",
    "소설": "novel",
    "예능": "variety",
    "연극": "play",
    "뮤지컬": "play",
    "노래": "song",
    "곡": "song",
    "앨범": "album",
    "작품": "work",
}
_MARKS = frozenset(("'", '"', "·", ",", "(", ")", ".", "-"))


def features(setting: Setting, pair: Pair) -> list[str]:
    """The names of the features of a pair; a name may come twice."""
    row = pair.row
    found = _context(setting, pair) if pair.first is None else _together(pair)
    stand = found[0]
    found += _line(stand, row)
    found += _done(setting, stand, pair)
    for side, referent in (("l", pair.left), ("r", pair.right)):
        found += _who(setting, stand, side, referent)
    return found


def _together(pair: Pair) -> list[str]:
    row, first, second = pair.row, pair.first or 0, pair.second
    stand = pair.type
    left, right = row.case(first), row.case(second)
    start, end = row.spots[first], row.spots[second]
    tail, head = row.spots[row.leads[first]], row.spots[row.leads[second]]
    beside = row.leads[first] == row.leads[second]
    between = row.words[(start if beside or tail > end else tail) + 1 : end]
    found = [stand, f"{stand} {left}|{right}", f"{stand} #{_length(len(between))}", f"{stand} beside{int(beside)}"]
    found.append(f"{stand} own:{row.phrases[first].case}|{row.phrases[second].case}")
    found.append(f"{stand} in{row.depths[start]}{row.depths[end]}")
    roles = row.phrases[first].role, row.phrases[second].role
    found += (f"{stand} roles:{roles[0]}|{roles[1]}", f"{stand} {left} roles:{roles[0]}|{roles[1]} {right}")
    found += (f"{stand} forms:{row.phrases[first].mention.form}|{row.phrases[second].mention.form}",)
    found += _between(stand, f"{stand} {left}", between)
    found += _around(stand, "l", row, start, tail)
    found += _around(stand, "r", row, end, head)
    found += _rivals(stand, row, first, second)
    ahead, behind = row.verb_from(tail), row.verb_from(head)
    if behind:
        found += _verb(f"{stand} {left}|{right} v", behind.word, behind.ending)
        found += _verb(f"{stand} v", behind.word, behind.ending)
        found.append(f"{stand} gap{_length(behind.at - head)}")
    if ahead and ahead != behind:
        inside = ahead.at < end
        found += _verb(f"{stand} {left}>{'in' if inside else 'out'}", ahead.word, ahead.ending)
    endings = [verb.ending for verb in row.verbs if start < verb.at < end]
    found.append(f"{stand} endings:{'_'.join(endings[:3])}")
    found.append(f"{stand} {left}|{right} endings:{'_'.join(endings[:2])}")
    return found


def _context(setting: Setting, pair: Pair) -> list[str]:
    row, second = pair.row, pair.second
    stand = f"c{pair.type}"
    case = row.case(second)
    end, head = row.spots[second], row.spots[row.leads[second]]
    rivals = [phrase for phrase in row.phrases if phrase.type == pair.left.type]
    found = [stand, f"{stand} {case}", f"{stand} {case} rivals{min(2, len(rivals))}", f"{stand} in{row.depths[end]}"]
    for way in pair.ways:
        found += (f"{stand} way:{way}", f"{stand} way:{way} rivals{min(2, len(rivals))}", f"{stand} way:{way} {case}")
    found.append(f"{stand} ways:{'+'.join(sorted(pair.ways))}")
    found.append(f"{stand} only{min(3, setting.many.get(pair.left.type, 0))}")
    found += (f"{stand} role:{row.phrases[second].role}", f"{stand} role:{row.phrases[second].role} {case}")
    found.append(f"{stand} form:{row.phrases[second].mention.form}")
    found += _around(stand, "r", row, end, head)
    behind = row.verb_from(head)
    if behind:
        found += _verb(f"{stand} {case} v", behind.word, behind.ending)
        found += _verb(f"{stand} v", behind.word, behind.ending)
    found += (f"{stand} b:{word}" for word in _telling(row.words[max(0, end - _NEAR) : end]))
    found += (f"{stand} a:{word}" for word in _telling(row.words[head + 1 : head + 1 + _NEAR]))
    for word in row.words:
        if word in _SAYS and pair.left.type == "Work":
            found.append(f"{stand} says:{_SAYS[word]} {pair.left.kind}")
    since, case = setting.last(row, pair.left)
    found += (f"{stand} since:{since}", f"{stand} since:{since} was:{case}")
    found += (f"{stand} start:{word}" for word in row.words[:2])
    return found


def _done(setting: Setting, stand: str, pair: Pair) -> Iterator[str]:
    """What verbs of the line tell of the two."""
    person, work = (pair.left, pair.right) if pair.left.type == "Person" else (pair.right, pair.left)
    if person.type != "Person" or work.type != "Work":
        return
    told = setting.deeds(pair.row)
    own = told.get((person.ref, work.ref), ())
    yield f"{stand} deeds{min(2, len(own) // 3)}"
    for deed in own:
        yield f"{stand} deed:{deed}"
        yield f"PW deed:{deed}"
    for (other, another), deeds in told.items():
        if (other == person.ref) != (another == work.ref):
            side = "his" if other == person.ref else "its"
            for deed in deeds[2::3]:
                yield f"{stand} {side}:{deed}"


def _class(word: str) -> str:
    return classes().get(word, "")


def _telling(words: Sequence[str]) -> Iterator[str]:
    for word in words:
        if word in _MARKS:
            continue
        yield word
        name = classes().get(word)
        if name:
            yield name


def _between(stand: str, cased: str, between: Sequence[str]) -> Iterator[str]:
    told = between[:_MOST]
    for word in _telling(told):
        yield f"{stand} m:{word}"
        if len(between) < _NEAR:
            yield f"{cased} m:{word}"
    coarse = [_class(word) or word for word in told]
    if len(between) < _NEAR:
        for left, right in zip(["^", *coarse], [*coarse, "$"], strict=True):
            yield f"{stand} mm:{left}_{right}"
        yield f"{stand} all:{'_'.join(coarse)}"
    names = [_class(word) for word in told if _class(word)]
    yield f"{stand} classes:{'+'.join(dict.fromkeys(names[-3:]))}"
    if names:
        yield f"{stand} firstclass:{names[0]}"
        yield f"{cased} lastclass:{names[-1]}"
    for letter in "PWO":
        yield f"{stand} n{letter}{min(3, sum(word == letter for word in between))}"


def _around(stand: str, side: str, row: Row, start: int, tail: int) -> Iterator[str]:
    before = row.words[max(0, start - 3) : start]
    after = row.words[tail + 1 : tail + 4]
    for at, word in enumerate(reversed(before)):
        yield f"{stand} {side}-{at}:{word}"
        if _class(word):
            yield f"{stand} {side}-:{_class(word)}"
    for at, word in enumerate(after):
        yield f"{stand} {side}+{at}:{word}"
        if _class(word):
            yield f"{stand} {side}+:{_class(word)}"
    coarse = [_class(word) or word for word in after[:2]]
    if len(coarse) == 2:
        yield f"{stand} {side}++:{'_'.join(coarse)}"
    coarse = [_class(word) or word for word in before[-2:]]
    if len(coarse) == 2:
        yield f"{stand} {side}--:{'_'.join(coarse)}"


def _verb(stand: str, word: str, ending: str) -> Iterator[str]:
    yield f"{stand}:{word}"
    yield f"{stand}:{word} {ending}"
    name = _class(word)
    if name:
        yield f"{stand}:{name} {ending}"
        yield f"{stand}:{name}"
    yield f"{stand} {ending}"


def _rivals(stand: str, row: Row, first: int, second: int) -> Iterator[str]:
    """Whether one of the pair stands nearer to the other than all of its type."""
    start, end = row.spots[first], row.spots[second]
    nearer = [number for number in range(first + 1, second) if row.letter(number) == row.letter(second)]
    between = [number for number in range(first + 1, second) if row.letter(number) == row.letter(first)]
    yield f"{stand} rivals{min(2, len(between))}{min(2, len(nearer))}"
    listed = (all(row.leads[n] == row.leads[first] for n in between), all(row.leads[n] == row.leads[second] for n in nearer))
    yield f"{stand} lists{int(listed[0])}{int(listed[1])}"
    others = [row.spots[n] for n in range(second + 1, len(row.spots)) if row.letter(n) == row.letter(first)]
    yield f"{stand} later{int(any(spot - end < end - start for spot in others))}"


def _line(stand: str, row: Row) -> Iterator[str]:
    yield f"{stand} kind:{row.line.sentence.kind}"
    for name in sorted(row.classes):
        yield f"{stand} line:{name}"
        yield f"K line:{name}"
    if row.verbs:
        last = row.verbs[-1]
        yield f"{stand} end:{last.word}"
        if _class(last.word):
            yield f"{stand} end:{_class(last.word)}"


def _who(setting: Setting, stand: str, side: str, referent: Referent) -> Iterator[str]:
    name = referent.name
    yield f"{stand} {side}many{min(3, setting.counts[referent.ref])}"
    if referent.type == "Person":
        yield f"{stand} {side}long{min(5, len(name))}{int(' ' in name)}{int(name[:1] >= '가')}"
        for role in sorted(setting.reading.roles(referent)) or ["none"]:
            yield f"{stand} {side}role:{role}"
            yield f"K role:{role}"
    else:
        yield f"{stand} {side}kind:{referent.kind}"
    if referent.type == "Work":
        main = setting.reading.main_work
        yield f"{stand} {side}{'main' if main and main.ref == referent.ref else 'side'}"
    yield f"{stand} {side}titled{int(referent.ref in setting.titled)}"
    yield f"{stand} {side}order{min(2, setting.order.get(referent.ref, 9))}"


def _length(count: int) -> str:
    return "0" if not count else "1" if count == 1 else "S" if count < 5 else "M" if count < 11 else "L" if count < _MOST else "X"

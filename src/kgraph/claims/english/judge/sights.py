"""How the pair of a case stands in the line where it looks likeliest: words that tell the predicate, lists that it stands in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.claims.english.judge.cases import UNSEEN, Key
from kgraph.claims.english.pairs.arguments import place_at
from kgraph.claims.english.pairs.around import look_around
from kgraph.claims.english.pairs.telling import TELLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.judge.cases import Case
    from kgraph.claims.english.judge.court import Court
    from kgraph.claims.english.pairs import Sighting
    from kgraph.claims.english.pairs.lines import PairLine

_WAYS = (">", "<", "t", "p", "o")
_STANDS = ("", "own", "same", "beside", "other", "in", "+", "in+")
_ABOUT = ("topic", "main", "last", "first", "paragraph", "near", "opening", "title")
_FAR = 99
_NONE = -1
_DOUBTS = (  # words that turn what a line tells
    *("NO", "HYP", "TALK", "SAY", "KNOWN", "PREV", "SPLIT", "ADAPT", "REMAKE", "WIN", "NOM", "LOSE"),
)
_TELLS = tuple(f"tells_{kind}" for kind in _DOUBTS)
_PLACES = ("-", "L", "R", "B", "l", "r")  # at the word that tells the predicate
_SENTENCES = ("text", "item", "headline")
_NAMES = (
    *("other_here", "sum_margin", "way", "stand", "gap", "gapP", "gapW", "gapO", "ways", "n_ways"),
    *("told_between", "told_before", "away_one", "away_two", "nearer_two"),
    *("list_first", "list_second", "mates_best", "mates_ruled"),
    *("stands_one", "stands_two", "sentence", "quoted", "said_by"),
    *_TELLS,
)
_NOTHING = frozenset[str]()


def sight(court: Court, case: Case) -> dict[str, int]:
    """The features of the likeliest line; of a case that stands in none all are -1."""
    best = case.best
    if best is None:
        return dict.fromkeys(_NAMES, _NONE)
    total, seen = best
    others = max((other for other in seen.sums if other != total), default=UNSEEN)
    found = {"other_here": others, "sum_margin": total - others}
    for told in (_stand(court, seen), _told(case, seen), _mates(court, case, seen), _words(case, seen)):
        found.update(told)
    return found


def _stand(court: Court, seen: Sighting) -> dict[str, int]:
    around = look_around(seen.line, seen.pair)
    ways = court.setting.ways(seen.line, seen.pair) if seen.pair.first is None else _NOTHING
    count = around.between.count
    return {
        "way": _WAYS.index(seen.pair.way),
        "stand": _STANDS.index(around.stand[1:]),
        "gap": min(40, len(around.between)),
        "ways": sum([1 << at for at, way in enumerate(_ABOUT) if way in ways]) if ways else 0,
        "n_ways": len(ways),
        "gapP": count("P") + count("PP"),
        "gapW": count("W") + count("WW"),
        "gapO": count("O") + count("OO"),
    }


def _told(case: Case, seen: Sighting) -> dict[str, int]:
    """How far the words stand that tell the predicate, and whether they are the nearest of all that tell any."""
    telling, kinds = TELLING.get(case.key.predicate, _NOTHING), seen.line.kinds
    first, second = seen.pair.first if seen.pair.first is not None else _NONE, seen.pair.second
    at = [place for place in seen.line.telling if kinds[place] in telling]
    if not at:
        return _UNTOLD if first >= 0 else _UNTOLD_ALONE
    nearest = min([(abs(place - second), kinds[place] in telling) for place in seen.line.telling])
    return {
        "told_between": len([place for place in at if first < place < second]),
        "told_before": min([first - place for place in at if place < first], default=_FAR),
        "away_one": min([abs(place - first) for place in at]) if first >= 0 else _NONE,
        "away_two": min([abs(place - second) for place in at]),
        "nearer_two": int(nearest[1]),
    }


_UNTOLD = {"told_between": 0, "told_before": _FAR, "away_one": _FAR, "away_two": _FAR, "nearer_two": 0}
_UNTOLD_ALONE = {**_UNTOLD, "away_one": _NONE}


def _words(case: Case, seen: Sighting) -> dict[str, int]:
    """Where the two stand at the nearest word that tells the predicate, and which words of the line may turn what it tells."""
    line, pair, telling = seen.line, seen.pair, TELLING.get(case.key.predicate, _NOTHING)
    at = min([at for at in line.telling if line.kinds[at] in telling], key=lambda at: abs(at - pair.second), default=None)
    ends = (pair.first, pair.second)
    places = [_PLACES.index(place_at(line, at, token)) if at is not None else _NONE for token in ends]
    found = {
        "stands_one": places[0],
        "stands_two": places[1],
        "sentence": _SENTENCES.index(line.line.sentence.kind) if line.line.sentence.kind in _SENTENCES else _NONE,
        "quoted": len([at for at in line.marks if at < pair.second]) % 2,
        "said_by": len(line.marks),
    }
    found.update(zip(_TELLS, map(line.told.count, _DOUBTS), strict=True))
    return found


def _mates(court: Court, case: Case, seen: Sighting) -> dict[str, int]:
    """What is said of those that stand in one list with an end."""
    line, pair = seen.line, seen.pair
    tokens = [at for at in (pair.first, pair.second) if at is not None]
    mates = [mate for at in tokens for mate in _beside(court, case, line, at)]
    return {
        "list_first": len(line.members(pair.first)) if pair.first is not None else _NONE,
        "list_second": len(line.members(pair.second)),
        "mates_best": max((mate.sum for mate in mates if mate.seen), default=UNSEEN),
        "mates_ruled": sum(bool(mate.claims) for mate in mates),
    }


def _beside(court: Court, case: Case, line: PairLine, at: int) -> Iterator[Case]:
    """The same case of each other member of the list that an end stands in."""
    mine, key, told = line.ref(at), case.key, line.value(at)
    if told is not None:
        values = sorted({line.ref(member) for member in line.members(at)} - {mine})
        turns = (replace(key, value=value[2:]) for value in values)
        yield from (court.cases[turned] for turned in turns if turned in court.cases)
        return
    members = line.members(at)
    for ref in sorted({line.ref(member) for member in members} - {mine}) if len(members) > 1 else ():
        subject, object_ = (ref, key.object) if key.subject == mine else (key.subject, ref)
        turned = Key(key.predicate, subject, object_, key.status, key.value)
        if turned in court.cases:
            yield court.cases[turned]

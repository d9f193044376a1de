"""What stands around a stretch that may be a name, as names of features."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from kgraph.claims.korean.learned.wording import class_of
from kgraph.text.name_hangul import hangul_cuts, read_hangul

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kgraph.claims.korean.learned.guesses import Covered, Guess
    from kgraph.claims.korean.reading import Reading
    from kgraph.model import Sentence, Token

_MARKS = "’'”\"〉》」』>‘“〈《「『<"
_NEAR = 8  # signs between a guess and a mention beside it


class Around:
    """What stands around the guesses of a sentence; ``counts`` says how often each is guessed in the article."""

    def __init__(self, reading: Reading, sentence: Sentence, covered: Covered, counts: Mapping[str, int]) -> None:
        self.text = reading.document.article.text
        self.sentence, self.covered, self.counts = sentence, covered, counts
        self.tokens = sentence.tokens
        self.starts = [token.start for token in sentence.tokens]


def guess_features(around: Around, guess: Guess) -> list[str]:
    """The features of a guess; one may come twice."""
    text, tokens = around.text, around.tokens
    first, last = (bisect_left(around.starts, place) for place in (guess.start, guess.end))
    close = guess.end + bool(guess.marks)
    rest = text[guess.end : guess.tail] or text[close : close + 1].strip()
    before = _words(tokens, first, -1, guess.marks)
    behind = _words(tokens, bisect_left(around.starts, guess.tail), 1, guess.marks)
    found = [*_shape(guess), *_tags(tokens, first, last, guess), f"rest:{rest}", f"kind:{around.sentence.kind}"]
    found += (*_told("-", before), *_told("+", behind))
    found += (f"{before[0] if before else '^'}|{rest}", f"{behind[0] if behind else '$'}|{rest}")
    found += (
        f"{before[0] if before else '^'}|{guess.words}{len(guess.text)}",
        f"{text[max(0, guess.start - 1) : guess.start].strip()}<>{rest}",
    )
    count = min(4, around.counts.get(guess.text, 0))
    found += (*_beside(text, guess, around.covered), f"count{count}", f"count{count} {rest}")
    return found


def _told(side: str, words: list[str]) -> Iterator[str]:
    """What the words on a side of a guess say."""
    for far, word in enumerate(words):
        name = class_of(word)
        yield f"{side}{far}:{word}"
        if name:
            yield from (f"{side}:{name}", f"{side}{far}:{name}")
    yield f"{side}{side}:{'_'.join([class_of(word) or word for word in words[:2]])}"


def _shape(guess: Guess) -> Iterator[str]:
    name = guess.text
    yield f"long{guess.words}.{min(9, len(name))}{''.join(sorted({_script(sign) for sign in name if sign != ' '}))}"
    yield from (f"marks:{guess.marks}", f"marks:{bool(guess.marks)} over:{guess.over}{int(guess.same)}")
    yield from (f"first:{name[0]}", f"last:{name[-1]}", f"first2:{name[:2]}", f"last2:{name[-2:]}", f"last3:{name[-3:]}")
    if guess.words > 1:
        parts = name.split(" ")
        yield from (f"head:{parts[0]}", f"tail:{parts[-1]}", "lengths:" + "".join([str(min(6, len(part))) for part in parts]))
    cuts = hangul_cuts(name)
    weight = read_hangul(name, cuts)
    yield f"name{len(name)}:{round(max(-8.0, min(8.0, weight[0])) / 2) if weight is not None else 'none'}"


def _script(sign: str) -> str:
    return "H" if "가" <= sign <= "힣" else "A" if sign.isascii() and sign.isalpha() else "0"


def _tags(tokens: Sequence[Token], first: int, last: int, guess: Guess) -> Iterator[str]:
    inside = tokens[first:last]
    tags = [token.tag for token in inside]
    whole = bool(inside) and inside[0].start == guess.start and inside[-1].end == guess.end
    yield from (f"tags:{'+'.join(tags[:4])}", f"whole{int(whole)} {len(guess.text)}", *(f"tag:{tag}" for tag in tags))
    yield f"tag-:{tokens[first - 1].tag if first else '^'}"
    yield f"tag+:{tokens[last].tag if last < len(tokens) else '$'} {tags[-1] if tags else ''}"


def _words(tokens: Sequence[Token], at: int, step: int, marks: str) -> list[str]:
    """The three morphemes before or behind a guess, its own marks left out."""
    at += min(0, step)
    if marks and 0 <= at < len(tokens):
        at += step
    places = [place for place in range(at, at + 3 * step, step) if 0 <= place < len(tokens)]
    return ["0" if tokens[place].tag == "SN" else tokens[place].lemma for place in places]


def _between(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].strip(_MARKS).split())


def _beside(text: str, guess: Guess, covered: Covered) -> Iterator[str]:
    """The mentions right before and right behind."""
    at = bisect_right(covered.ends, guess.start) - 1
    if at >= 0 and 0 <= guess.start - covered.ends[at] <= _NEAR:
        gap = _between(text, covered.ends[at], guess.start)
        yield from (f"after:{covered.letters[at]} {gap}", f"after:{covered.letters[at]}")
    at = bisect_left(covered.starts, guess.tail)
    if at < len(covered.starts) and covered.starts[at] - guess.tail <= _NEAR:
        gap = _between(text, guess.end, covered.starts[at])
        yield from (f"before:{covered.letters[at]} {gap}", f"before:{covered.letters[at]}")

"""Korean articles as sentences: headlines, running text, list items, and the noise that stands around a story.

Invariant: sentences are in text order, do not overlap and never cross a line end.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kgraph.documents.lengths import cut_sentence, cut_words
from kgraph.model import Sentence, Span, Token
from kgraph.text.korean import morphemes
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"[^\n]*\S")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")
_STAMP = re.compile(r"(?:19|20)\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}\.?\s+(?:오[전후]\s)?\d{1,2}:\d\d")
_DATE_LINE = re.compile(r"\W*(?:19|20)\d\d[-./]\s?\d{1,2}[-./]\s?\d{1,2}\W*")
_MENU = re.compile(r"\S{1,8}(?: [|·] \S{1,8}){2,}")
_MARKS = re.compile(r"[\s\[\](){}<>〈〉▶▷■□◆◇●○※*▲△☞=|/-]*")
_BYLINE = re.compile(
    r"[\[(【][^\[\]()【】]{0,30}(?:기자|특파원|리포터|에디터|"
    r"=)[^\[\]()【】]{0,20}[\])】]\s*(?:[가-힣]{2,4} (?:\S{1,6} )?기자\s?=\s*)?"
)
_REPORTER = re.compile(r"(?:^|[\s=/|])[가-힣]{2,4}\s?(?:인턴|객원|시민|영상)?\s?(?:기자|특파원|리포터|에디터)(?:$|[\s=/|,.])")
_TAIL = re.compile(r"\s*[/|\[(<]?\s*(?:사진|영상|제공|자료)\s?(?:제공)?\s?[=|ㅣ][^.\n]{0,60}$")
_ITEM = re.compile(r"[△▷•●○◦☆★▲■□◆◇](?=\s?[가-힣A-Za-z0-9‘'\"“<〈《「『\[(])")
_SUBHEAD = re.compile(r"[◇◆■□●▶#]\s*\S|<[^<>]{2,40}>$")
_OPENING = frozenset("“‘(〈《「『[<")
_CLOSING = frozenset("”’)〉》」』]>")
_DOUBLE = frozenset('“”"')
_DOUBLE_MARK = re.compile(r'[“”"]')
_STRUCTURE = re.compile(r"[“”‘’()〈〉《》「」『』\[\]<>\"]|(?<=[가-힣A-Za-z)\]%’”'\"〉》」』>])[.!?]+['’]*(?=\s)")
_TOLD = re.compile(r"[가-힣][.](?=\s|['\"’”)]|\n|$)|[다요죠까][!?](?=\s|$)", re.MULTILINE)
_POLITE = re.compile(r"(?:니다|세요|까요|어요|십시오|시오)[.!?]?$")
_SENTENCE_END = re.compile(r"[다요죠까네음임함][.!?]['\"’”)]*$")


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a Korean text, each with its kind, and with its morphemes where claims are read."""
    parts = [(*piece, block, kind) for start, end, block, kind in _parts(text) for piece in cut_words(text, start, end)]
    told = [(start, text[start:end]) for start, end, _, kind in parts if kind != "noise"]
    tokens = morphemes(told)
    sentences: list[Sentence] = []
    for start, end, block, kind in parts:
        if kind == "noise":
            sentences.append(Sentence(Span(start, end, text[start:end]), block, kind))
        else:
            sentences.extend(_sentences(text, (start, end), next(tokens), (block, kind)))
    return tuple(sentences)


def _sentences(text: str, part: tuple[int, int], tokens: list[Token], place: tuple[int, str]) -> Iterator[Sentence]:
    """The sentences of a part; a headline or item stays in one piece."""
    block, kind = place
    cuts = list(sentence_ends(text, *part)) if kind == "text" else []
    start, at = part[0], 0
    for stop in [*cuts, part[1]]:
        for begin, end in cut_sentence(text, start, stop):
            first = at
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            yield Sentence(Span(begin, end, text[begin:end]), block, kind, tuple(tokens[first:at]))
        start = stop + len(text[stop : part[1]]) - len(text[stop : part[1]].lstrip())


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end inside a line: after a full stop that stands outside brackets and quotations."""
    whole = text[start] in _DOUBLE and text[end - 1] in _DOUBLE and not _DOUBLE_MARK.search(text, start + 1, end - 1)
    depth, opened = 0, False
    for mark in _STRUCTURE.finditer(text, start + whole, end):
        sign = mark[0]
        if sign in _OPENING:
            depth += 1
        elif sign in _CLOSING:
            depth = max(0, depth - 1)
        elif sign == '"':
            opened = not opened
        elif not depth and not opened and mark.end() < end:
            yield mark.end()


def _parts(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Lines and the pieces of lines: start, end, block, kind."""
    block, last, told, signed = 0, 0, False, False
    for line in _LINE.finditer(text):
        start = line.start() + len(line[0]) - len(line[0].lstrip())
        words = text[start : line.end()]
        block += "\n\n" in text[last:start] or bool(_SUBHEAD.match(words))
        last = line.end()
        signed = signed or bool(told and _EMAIL.search(words) and len(words) < 80)
        if is_noise(words) or (signed and _POLITE.search(words)):
            yield start, last, block, "noise"
            continue
        for begin, end, kind in _pieces(text, start, last):
            told = told or (kind == "text" and bool(_TOLD.search(text, begin, end)))
            yield begin, end, block, kind if told or kind != "text" else "headline"


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """A line without its byline and its photo credit, cut at its bullets."""
    byline = _BYLINE.match(text, start, end)
    if byline and byline.end() < end:
        yield start, start + len(byline[0].rstrip()), "noise"
        start = byline.end()
    tail = _TAIL.search(text, max(start, end - 90), end)
    stop = tail.start() if tail and tail.start() > start else end
    line = text[start:stop]
    if len(_ITEM.findall(line)) > 1:
        cuts = [start + mark.start() for mark in _ITEM.finditer(line)] + [stop]
        yield from ((a, b, "item") for a, b in zip([start, *cuts], cuts, strict=False) if text[a:b].strip())
    elif _SUBHEAD.match(line) and not _SENTENCE_END.search(line):
        yield start, stop, "headline"
    else:
        yield start, stop, "item" if _ITEM.match(line) else "text"
    if stop < end:
        yield stop + len(text[stop:end]) - len(text[stop:end].lstrip()), end, "noise"


@cache
def _noise_words() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    words = load_words("korean/noise.yaml")
    return tuple(words["anywhere"]), tuple(words["beginnings"]), tuple(words["short"])


def is_noise(line: str) -> bool:
    """True for a line that is no part of the story: byline, time stamp, photo credit, menu, copyright.

    >>> is_noise("입력 2022-02-08 07:00"), is_noise("이재규 감독은 웃었다.")
    (True, False)
    """
    anywhere, beginnings, short = _noise_words()
    if any(word in line for word in anywhere):
        return True
    marks = _MARKS.match(line)
    if line[marks.end() if marks else 0 :].startswith(beginnings) and not _SENTENCE_END.search(line):
        return True
    if _EMAIL.search(line) and (_REPORTER.search(line) or len(line) < 60):
        return True
    if len(line) > 80:
        return False
    return bool(
        (
            (_STAMP.search(line) or _DATE_LINE.fullmatch(line) or _MENU.search(line) or _REPORTER.search(line))
            and not _SENTENCE_END.search(line)
        )
        or (len(line) < 60 and any(word in line for word in short) and not _SENTENCE_END.search(line))
    )

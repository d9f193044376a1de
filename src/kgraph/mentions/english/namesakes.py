"""Works that an article names only through another: "a webtoon of the same name", "the novel it's based on", "his own webtoon".

Such a source has the title of the work that was made from it, and is a work of its own: its kind tells the two apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kgraph.model import Mention, Span

if TYPE_CHECKING:
    from kgraph.mentions.english.canvas import Canvas
    from kgraph.mentions.english.referents import Cast, Draft

_KINDS = {
    "webtoon": "webtoon",
    "webcomic": "webtoon",
    "web comic": "webtoon",
    "comic": "webtoon",
    "comics": "webtoon",
    "manhwa": "webtoon",
    "manga": "webtoon",
    "web novel": "novel",
    "web-novel": "novel",
    "webnovel": "novel",
    "novel": "novel",
    "book": "novel",
    "memoir": "novel",
    "short story": "novel",
    "light novel": "novel",
    "bestseller": "novel",
    "play": "play",
    "stage play": "play",
    "musical": "play",
    "game": "game",
}
_SCREEN = {
    "film": "film",
    "movie": "film",
    "drama": "series",
    "series": "series",
    "show": "series",
    "classic": None,
    "original": None,
    "hit": None,
}
_SOURCE = "|".join(sorted(_KINDS, key=lambda word: (-len(word), word)))
_ANY = "|".join(sorted({**_KINDS, **_SCREEN}, key=lambda word: (-len(word), word)))
_TITLED = (
    r"(?!(?:[ ,]*(?:called|titled|entitled|named|series|serial|,)?[ ,]*[\"“‘'「『<《])|(?: series)? (?-i:[A-Z\ue000-\uf8ff]))"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<n>{_ANY})(?: series)? (?:of|with|by|under) (?:the |an )?(?:very )?(?:same|identical) (?:name|title)\b",
        rf"\b(?:same-named?|same-titled?|eponymous|namesake|identically titled|same name) (?:[a-z-]+ ){{0,2}}?(?P<n>{_ANY})\b",
        (
            rf"\b(?P<n>{_SOURCE}) (?=(?:that )?(?:it|they|the (?:drama|film|series|show|movie))(?:['’]s| "
            rf"is| was| are) (?:based|adapted))"
        ),
        rf"\b(?P<n>{_ANY}) (?=by [^.;\n]{{3,50}} of (?:the )?same (?:name|title))",
    )
)
_MADE_FROM = re.compile(
    rf"\b(?:based (?:up)?on|adapted from|adapt(?:s|ed|ing)?|adaptation of|turn(?:s|ed|ing)|comes "
    rf"from|drawn from|original(?:ly)? (?:from )?) "
    rf"(?:the |an? |his |her |their |its |own |popular |hit |naver |kakao |original |best-?selling "
    rf"|award-winning |[a-z]+ |[\w-]+ [\w-]+['’]s ){{0,4}}?"
    rf"(?P<n>{_SOURCE})\b{_TITLED}",
    re.IGNORECASE,
)
_AUTHORED = re.compile(r"\b(?:his|her|their|own)\b|['’]s?\b")  # a source without title or author is nobody's work in particular
_REACH = 3  # sentences; farther back the work is no longer what is spoken of


def with_namesakes(canvas: Canvas, cast: Cast, mentions: list[Mention]) -> list[Mention]:
    """The mentions and those of unnamed sources; a source's mention takes the place of a role that stands in the same words."""
    found = _find_namesakes(canvas, cast, mentions)
    kept = [
        mention for mention in mentions if mention.form != "role" or not any(mention.span.overlaps(other.span) for other in found)
    ]
    return kept + found


def _find_namesakes(canvas: Canvas, cast: Cast, mentions: list[Mention]) -> list[Mention]:
    """Mentions of unnamed sources, each with a referent of the title of the work made from it."""
    works = sorted(
        (
            mention
            for mention in mentions
            if cast.drafts[mention.ref].type == "Work" and mention.form in ("name", "role", "pronoun", "alias")
        ),
        key=lambda mention: mention.span.start,
    )
    starts = [mention.span.start for mention in works]
    made: dict[tuple[str, str], Draft] = {}
    found: list[Mention] = []
    for index, sentence in enumerate(canvas.document.sentences):
        if sentence.kind == "noise":
            continue
        for match in _matches(canvas.text, sentence.span.start, sentence.span.end):
            start, end = match.start("n"), max(match.end("n"), match.end() if match.re is _PATTERNS[0] else 0)
            work = _work_made(canvas, (works, starts), index, match)
            if work is None or any(start < taken.span.end and taken.span.start < end for taken in found):
                continue
            draft = _source(cast, made, cast.drafts[work.ref], match["n"].casefold())
            if draft is not None:
                found.append(Mention(Span(start, end, canvas.text[start:end]), draft.ref, "role"))
    return found


def _matches(text: str, start: int, end: int) -> list[re.Match[str]]:
    sentence = text[start:end].casefold()
    if not any(
        word in sentence
        for word in ("same", "base", "adapt", "turn", "namesake", "eponym", "comes from", "original", "drawn from")
    ):
        return []
    found = [match for pattern in (*_PATTERNS, _MADE_FROM) for match in pattern.finditer(text, start, end)]
    return [
        match
        for match in found
        if match.re is not _MADE_FROM
        or _AUTHORED.search(match.group())
        or (
            not re.search(r"\ban? ", match.group())
            and re.match(r" (?:series )?(?:by|of) [A-Z]", text[match.end() : match.end() + 30])
        )
    ]


def _work_made(canvas: Canvas, named: tuple[list[Mention], list[int]], index: int, match: re.Match[str]) -> Mention | None:
    """The work made from the source: "the novel *it*'s based on"; the sentence's work; what the sentences before are about."""
    sentences = canvas.document.sentences
    span, start = sentences[index].span, match.start("n")
    inside = [mention for mention in _within(named, span.start, span.end) if not _in_brackets(canvas.text, mention)]
    before, after = [m for m in inside if m.span.start < start], [m for m in inside if m.span.start > start]
    if match.re is _PATTERNS[2] and after:
        return after[0]
    if before:
        return before[0] if match.re is _MADE_FROM else before[-1]
    if after and re.match(r"\W*(?:[Bb]ased|[Aa]dapted|[Ff]rom|[Ii]nspired|[Dd]rawn)", span.text):
        return after[0]
    for back in range(1, _REACH + 1):
        if index >= back:
            earlier = [
                m
                for m in _within(named, sentences[index - back].span.start, sentences[index - back].span.end)
                if not _in_brackets(canvas.text, m)
            ]
            if earlier:
                return earlier[0]
    return after[0] if after else None


def _within(named: tuple[list[Mention], list[int]], start: int, end: int) -> list[Mention]:
    works, starts = named
    return works[bisect_left(starts, start) : bisect_left(starts, end)]


def _in_brackets(text: str, mention: Mention) -> bool:
    """True for what stands in brackets after a name, "PD Sohn (Personal Taste)": another work of that person."""
    return bool(re.search(r"\([\"“‘']?$", text[max(0, mention.span.start - 2) : mention.span.start]))


def _source(cast: Cast, made: dict[tuple[str, str], Draft], work: Draft, noun: str) -> Draft | None:
    kind = _KINDS.get(noun) or _SCREEN.get(noun) or work.kind or "film"
    if not work.names:
        return None
    if kind == work.kind and noun in _KINDS:
        return None
    key = work.ref, kind
    if key not in made:
        made[key] = cast.draft("Work", work.names[0], kind, new=True)
        for name in work.names:
            made[key].add(name, "name")
    return made[key]

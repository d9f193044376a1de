"""Where only titles stand: behind *the drama*, *starred in*, *tvN's*; before *(2016)*, *premiered*, *a 2019 film*."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kgraph.mentions.english.canvas import ORG, PERSON, WORK
from kgraph.mentions.english.capitals import OPENING_TITLE, TITLE
from kgraph.text.word_lists import either, load_words

_DASH = r"[-–—]"


_Kind = Callable[[re.Match[str]], "str | None"]


def noun_kind(found: re.Match[str]) -> str | None:
    """The kind of work that the pattern's noun tells."""
    kind: str | None = load_words("english/works.yaml")["nouns"].get(found["noun"].casefold())
    return kind


def no_kind(_: re.Match[str]) -> str | None:
    """No kind is told."""
    return None


def _kind_if_told(found: re.Match[str]) -> str | None:
    return noun_kind(found) if found["noun"] else None


def _song(_: re.Match[str]) -> str | None:
    return "song"


def _bracketed_kind(found: re.Match[str]) -> str | None:
    return "series" if found["noun"].startswith(("TV", "web")) else noun_kind(found)


_Context = tuple[str, _Kind, *tuple[str, ...]]
_TITLED = rf"(?P<title>{TITLE})"
_OPENING = rf"(?P<title>{OPENING_TITLE})"


@cache
def title_contexts() -> tuple[tuple[re.Pattern[str], _Kind, tuple[str, ...]], ...]:
    """Patterns with a group ``title``, each with what tells the kind of the work and of what a text must hold one."""
    noun = rf"(?P<noun>(?i:{either(load_words('english/works.yaml')['nouns'])}))"
    told = (*_led(noun), *_followed(noun), *_in_lists(), *_named(noun))
    return tuple((re.compile(pattern, re.MULTILINE), kind, tuple(needed) or ("",)) for pattern, kind, *needed in told)


def _led(noun: str) -> tuple[_Context, ...]:
    """*the drama X*, *tvN's new X*, *P (X)*, *starred in X*"""
    leads = either(load_words("english/works.yaml")["leads_title"])
    return (
        (rf"{_OPENING}(?=,? \((?:19|20)\d\d\))", no_kind, " (19", " (20"),
        (rf"\b{noun} (?:titled |called |entitled )?{_TITLED}", noun_kind),
        (rf"{ORG}['’]s (?:new |next |upcoming |latest |hit |original )?(?:{noun} )?{_TITLED}", _kind_if_told, "\ue004"),
        (rf"{PERSON} \((?P<title>{TITLE}(?:, {TITLE})?)\)", no_kind, " ("),
        (rf"\b(?:{leads}) (?:the (?:{noun} )?)?{_TITLED}", _kind_if_told),
    )


def _followed(noun: str) -> tuple[_Context, ...]:
    """*X premiered*, *X, a 2019 film*"""
    follows = either(load_words("english/works.yaml")["follows_title"])
    return (
        (rf"{_OPENING}(?= (?:{follows})\b)", no_kind),
        (rf"{_OPENING}(?=,? (?:an?|the|his|her) (?:\d{{4}} |{ORG} |[a-z-]+ ){{0,3}}{noun}\b)", noun_kind),
        (rf"{_OPENING}(?=, from the (?:director|writer|creator|maker|producer|team)s? (?:of|behind)\b)", no_kind, ", from the "),
    )


def _in_lists() -> tuple[_Context, ...]:
    """Songs with their singers; heads of entries: *1) X (tvN)*, *Stay With Me / P & Q*."""
    song = r"(?:OST|[Ss]ong|[Ss]oundtrack|[Tt]rack|[Ss]ingle)s?\b"
    return (
        (rf"{song}[^\n]{{0,160}}?{_OPENING}(?= by {PERSON})", _song, f" by {PERSON[0]}"),
        (rf"{WORK} by {PERSON} and {_TITLED}(?= by {PERSON})", _song, f" by {PERSON[0]}"),
        (rf"^[ \t]*\(?\d{{1,2}}[.)] ?{_TITLED}(?= / {PERSON})", _song, f" / {PERSON[0]}"),
        (rf"^[ \t]*(?:\(?\d{{1,3}}[.)]|#\d+|[•●]) ?{_TITLED}(?= \({ORG}|\s*{_DASH}|\s*/)", no_kind),
        (rf"{PERSON}['’]s {_TITLED}(?=[,.]| in which)", no_kind),
    )


def _named(noun: str) -> tuple[_Context, ...]:
    """*X is a 2021 series*, *X (TV series)*, *X (working title)*, *the X duo*, *X director P*"""
    makers = r"(?:director|writer|star|actor|actress|PD|creator|helmer|screenwriter|filmmaker)"
    bracketed = r"(?P<noun>TV series|film|web series|drama|series|movie|webtoon|novel|TV drama|variety show|album|song)"
    notes = r"(?:working|literal|tentative|English|Korean|provisional|temporary) title"
    return (
        (
            rf"{_OPENING}(?=(?: \([^()\n]{{1,80}}\))? (?:is|was) (?:an?|the) (?:\d{{4}} )?(?:[\w'’-]+ ){{0,5}}?{noun}\b)",
            noun_kind,
        ),
        (rf"^{_TITLED}(?= \({bracketed}\))", _bracketed_kind),
        (rf"(?P<title>{OPENING_TITLE}(?:, {TITLE}){{0,2}})(?= \({notes})", no_kind, " title"),
        (rf"{_OPENING}(?=,? {ORG}['’]s (?:[\w-]+ ){{0,4}}{noun}\b)", noun_kind, "\ue004"),
        (rf"\b[Tt]he {_TITLED}(?= (?:duo|team|director|writer|star|actor|actress|PD|creator|creators)\b)", no_kind),
        (rf"{_OPENING}(?= {makers} {PERSON})", no_kind),
    )

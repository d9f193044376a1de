"""Lines of English pages that are no part of the story: bylines, date lines, captions, share buttons, comments."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kgraph.text.word_lists import load_words

_DATE = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4}|\d{4}[-./] ?\d{1,2}[-./] ?\d{1,2})"
)
_STAMP = re.compile(
    rf"(?:(?:posted|published|updated|date|input|entered|written|last modified)\W{{0,4}}(?:on |at )?)?\W{{0,3}}{_DATE}",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:written |posted |story |words |compiled )?by (?:[A-Z][\w'’.-]*|the [\w ]+ desk|[a-z_0-9]+$)", re.IGNORECASE
)
_CAPTION = re.compile(
    r"\((?:[^()]*\b(?:yonhap|handout|getty|afp|reuters|newsis|press pool|courtesy|photo|provided|instagram|screenshot|herald "
    r"db)\b[^()]*)\)\s*$|"
    r"\b(?:poses?|posing) (?:for|during|at|on)\b|\((?:left|right|center|centre|second from (?:left|right)|from left)\)[^.]*$",
    re.IGNORECASE,
)
_STILL = re.compile(r"(?:an? |the )?(?:still|scene|poster|teaser|screenshot)s? (?:from|for|of) ", re.IGNORECASE)
_EMAIL = re.compile(r"\S@\S+\.\w")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*){1,40}$")
_BEFORE = re.compile(r"[\s\[(▶►<>»«•◆■▪*–—-]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’“‘)\]]*$")
_COUNTED = re.compile(r"\(?\d+\)? ")
_SHORT_LINE = 130  # characters: the longest byline or menu taken for one (set by hand on news pages seen in 2026)
_BLOCK_OF_NAMES = re.compile(r"[^a-z]*[|·•][^a-z]*")


@dataclass(slots=True)
class Sieve:
    """Tells story from noise line by line; remembers where a tail of comments or a list of other articles began."""

    tail: bool = False
    list_block: int = field(default=-1)

    def is_noise(self, line: str, block: int) -> bool:
        """True if the line, which stands in paragraph ``block``, is no part of the story."""
        words = load_words("english/noise.yaml")
        bare = _BEFORE.sub("", line, count=1) if _BEFORE.match(line) else line
        plain = bare.strip().casefold().replace("’", "'")
        if self.tail or block == self.list_block:
            return True
        counted = _COUNTED.sub("", plain, count=1) if _COUNTED.match(plain) else plain
        if counted.startswith(tuple(words["rest"])) and len(plain) < _SHORT_LINE:
            self.tail = _ends_the_story(counted, tuple(words["rest"]))
            return True
        if plain.rstrip(":") in words["list_heads"]:
            self.list_block = block
            return True
        return _is_noise(bare.strip(), plain)


def _ends_the_story(plain: str, heads: tuple[str, ...]) -> bool:
    """``Leave a Reply`` alone ends the story; ``Related posts: ...`` with its list in one line does not."""
    head = next(head for head in heads if plain.startswith(head))
    rest = plain[len(head) :].strip(" :.!")
    return not rest or head.startswith(("leave", "thoughts", "submit", "join", "recent"))


def _is_noise(line: str, plain: str) -> bool:
    words = load_words("english/noise.yaml")
    if any(phrase in plain for phrase in words["anywhere"]) and len(plain) < 2 * _SHORT_LINE:
        return True
    if _beginnings().match(plain) and not _is_story(line, plain):
        return True
    if _HASHTAGS.match(line) or not any(character.isalnum() for character in line):
        return True
    if len(line) > 2 * _SHORT_LINE:
        return False
    if _CAPTION.search(line) or (_EMAIL.search(line) and len(line) < _SHORT_LINE):
        return True
    if len(line) > _SHORT_LINE:
        return False
    return (not _SENTENCE_END.search(line) or "|" in line) and _is_furniture(line, plain)


def _is_story(line: str, plain: str) -> bool:
    """``Image`` or ``Photo`` may begin a true sentence: one that is long and ends like one."""
    return bool(_SENTENCE_END.search(line)) and len(plain) > _SHORT_LINE and ":" not in plain[:40]


def _is_furniture(line: str, plain: str) -> bool:
    if _STAMP.match(line) or _BYLINE.match(line) or _STILL.match(line):
        return True
    if _BLOCK_OF_NAMES.fullmatch(line):
        return True
    return bool(_furniture().search(plain)) and ("|" in plain or "·" in plain or "  " in plain or len(plain) < _SHORT_LINE // 2)


@cache
def _beginnings() -> re.Pattern[str]:
    return re.compile(
        "|".join(f"{re.escape(word)}(?!\\w)" if word[-1].isalnum() else re.escape(word) for word in _words("beginnings"))
    )


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, _words("short_line"))) + r")\b")


def _words(name: str) -> list[str]:
    return sorted(load_words("english/noise.yaml")[name], key=len, reverse=True)

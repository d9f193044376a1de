"""Documents built by hand: ``{P:Lee Jae Kyu} directed {W:Squid Game}``.

A mark is a letter (P person, W work, O organisation), optionally a kind (``O/group``), the words that stand in the text, and
after ``=`` the name of the referent where it is another: ``{P:he=Lee Jae Kyu}``.  Each line is a sentence; an empty line ends a
paragraph; ``# `` marks a headline and ``- `` an item.
"""

from __future__ import annotations

import re

from kgraph.claims.english.reading import Reading
from kgraph.model import Article, Claim, Document, Mention, Mentions, Referent, Sentence, Span

_MARK = re.compile(r"\{([PWO])(?:/(\w+))?:([^{}=]+)(?:=([^{}]+))?\}")
_TYPES = {"P": "Person", "W": "Work", "O": "Organization"}
_PRONOUNS = {"he", "she", "his", "her", "him", "it", "its", "they", "their", "them", "i", "my", "me", "we", "our"}


def read_marked(marked: str, published: str | None = None) -> Reading:
    """The reading of a marked text."""
    text, mentions, referents = "", [], {}
    done = 0
    for mark in _MARK.finditer(marked):
        text += marked[done : mark.start()]
        letter, kind, words, name = mark.groups()
        ref = (
            f"a#{letter}-{kind or ''}-{name or words}" if kind in ("novel", "webtoon", "song") else f"a#{letter}-{name or words}"
        )
        pronoun = words.lower() in _PRONOUNS
        form = (
            ("speaker" if words.lower() in ("i", "my", "me", "we", "our") else "pronoun")
            if pronoun
            else "part"
            if name
            else "name"
        )
        mentions.append(Mention(Span(len(text), len(text) + len(words), words), ref, form))
        referents.setdefault(ref, Referent(ref, _TYPES[letter], (name or words,), kind))
        text += words
        done = mark.end()
    text += marked[done:]
    article = Article("a", text, "en", published=published)
    return Reading(Document(article, _sentences(text)), Mentions(tuple(mentions), tuple(referents.values())))


def _sentences(text: str) -> tuple[Sentence, ...]:
    found, at, block = [], 0, 0
    for line in text.split("\n"):
        kind = {"# ": "headline", "- ": "item"}.get(line[:2], "text")
        skip = 2 if kind != "text" else 0
        if line.strip():
            found.append(Sentence(Span(at + skip, at + len(line), line[skip:]), block, kind))
        else:
            block += 1
        at += len(line) + 1
    return tuple(found)


def told(claims: tuple[Claim, ...] | list[Claim]) -> list[str]:
    """Claims as short lines, sorted: ``friend_of Lee, Hwang`` or ``ranked Squid Game rank=1 region=world``."""
    lines = set()
    for claim in claims:
        ends = [claim.subject.name] + ([claim.object.name] if claim.object else [])
        extra = "".join(f" {name}={value}" for name, value in claim.qualifiers.items())
        lines.add(f"{claim.predicate} {', '.join(ends)}{extra}")
    return sorted(lines)

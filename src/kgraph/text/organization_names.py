"""Names of companies without what every company's name has: legal forms, and the words for its trade in one spelling."""

from __future__ import annotations

import functools
import re
import unicodedata

from kgraph.text.keys import name_key
from kgraph.text.word_lists import load_words

_BRACKETED = re.compile(r"\(\s*(?:주|유|재|사)\s*\)|[㈜㈲]")


def organization_key(name: str) -> str:
    """The key of a company's name: (주)가론픽쳐스 and 가론픽쳐스 meet, and so do Garon Pictures and Garon Pictures Co., Ltd.

    >>> organization_key("㈜가론픽쳐스"), organization_key("Garon Pictures Co., Ltd.")
    ('가론픽쳐스', 'garonpictures')
    """
    plain = _bare(name)
    return name_key(plain) or name_key(name)


def split_trade(name: str) -> tuple[str, str]:
    """The company's own name and its trade in one spelling (empty where the name says none).

    >>> split_trade("화람픽쳐스"), split_trade("Hwaram Pictures")
    (('화람', 'pictures'), ('Hwaram', 'pictures'))
    """
    plain = _bare(name)
    folded = plain.casefold()
    for word, trade in _trades():
        head = plain[: -len(word)]
        if folded.endswith(word) and name_key(head) and not (word.isascii() and head[-1].isascii() and head[-1].isalnum()):
            return head.strip(" -·&"), trade
    return plain, ""


@functools.lru_cache(maxsize=1 << 14)
def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFC", _BRACKETED.sub(" ", name)).strip()
    before = None
    while plain != before:
        before = plain
        for form in _forms():
            plain = _without(plain, form)
    return plain or name


def _without(name: str, form: str) -> str:
    folded = name.casefold()
    if folded.endswith(" " + form) or (not form.isascii() and folded.endswith(form)):
        return name[: -len(form)].rstrip(" ,.") or name
    if not form.isascii() and folded.startswith(form):
        return name[len(form) :].lstrip() or name
    return name


@functools.cache
def _forms() -> tuple[str, ...]:
    return tuple(sorted(load_words("organization_forms.yaml")["legal"], key=lambda form: (-len(form), form)))


@functools.cache
def _trades() -> tuple[tuple[str, str], ...]:
    trades: dict[str, str] = load_words("organization_forms.yaml")["trades"]
    return tuple(sorted(trades.items(), key=lambda row: (-len(row[0]), row[0])))

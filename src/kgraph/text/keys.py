"""Keys under which names meet: what is left of a name when case, spaces, hyphens and marks are taken off."""

from __future__ import annotations

import re
import unicodedata

_NOT_A_LETTER = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """The key of a name: NFKC, case folded, letters and digits only.

    >>> name_key("Lee Jae-kyoo")
    'leejaekyoo'
    >>> name_key("지금 우리 학교는")
    '지금우리학교는'
    """
    folded = name.casefold()
    if not name.isascii():  # plain ASCII is its own normal form
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return folded if folded.isalnum() else _NOT_A_LETTER.sub("", folded)


def make_ref(article_id: str, type_: str, name: str, ordinal: int = 1) -> str:
    """The id of a referent: ``article#type-key``, with an ordinal where one article has two of that key.

    >>> make_ref("a1", "Person", "Lee Jae Kyu")
    'a1#person-leejaekyu'
    """
    tail = f"-{ordinal}" if ordinal > 1 else ""
    return f"{article_id}#{type_.lower()}-{name_key(name) or 'x'}{tail}"

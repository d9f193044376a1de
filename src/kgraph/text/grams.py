"""Short pieces of a name's key by which it is found when only a part of it is known.

Two characters where one of them is Hangul (or another script of syllables), else three; and the beginning, by its first
character and, in Latin, its first two.  The pieces of a part are among the pieces of the whole, so that looking for one of
them misses nothing.
"""

from __future__ import annotations

HEAD = "^"
_LATIN_END = 0x0250  # the last letter of Latin Extended-B; what comes later is looked for by pairs


def grams(key: str) -> tuple[str, ...]:
    """All pieces of a key, each once, in order.

    >>> grams("이재규")
    ('^이', '이재', '재규')
    >>> grams("goblin")
    ('^g', '^go', 'gob', 'obl', 'bli', 'lin')
    """
    return tuple(dict.fromkeys((*heads(key), *inner_grams(key))))


def heads(key: str) -> tuple[str, ...]:
    """The pieces that stand for the beginning of a key."""
    if not key:
        return ()
    two = len(key) > 1 and _is_latin(key[0]) and _is_latin(key[1])
    return (HEAD + key[0], HEAD + key[:2]) if two else (HEAD + key[0],)


def inner_grams(key: str) -> tuple[str, ...]:
    """The pieces that may stand anywhere in a longer key.

    >>> inner_grams("go"), inner_grams("규")
    ((), ())
    """
    pieces = (key[place : place + _size(key, place)] for place in range(len(key) - 1))
    return tuple(dict.fromkeys(piece for place, piece in enumerate(pieces) if len(piece) == _size(key, place)))


def is_head(part: str) -> bool:
    """True for a part so short that it is looked for at the beginning of names only: one character, or two of Latin."""
    return not inner_grams(part)


def _size(key: str, place: int) -> int:
    return 3 if _is_latin(key[place]) and _is_latin(key[place + 1]) else 2


def _is_latin(char: str) -> bool:
    return ord(char) < _LATIN_END

"""What a foreign or invented name sounds like in either script: consonants alone, so that 오비탈레 and Orbitale meet.

Coarse on purpose: names that sound alike are only ever tied where the articles also tie them to the same things.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata

from kgraph.text.hangul import letters

_HANGUL = dict(zip("ㄱㄲㅋㄷㄸㅌㅂㅃㅍㅈㅉㅊㅅㅆㄴㄹㅁ", "KKKTTTPPPJJJSSNRM", strict=True))
_CODAS = dict(zip("ㄱㄲㅋㄳㄴㄵㄶㄷㅅㅆㅈㅊㅌㄹㄼㅀㅁㄻㅂㅍㅄㅇ", "KKKKNNNTTTTTTRRRMMPPPN", strict=True))
_NASALS = frozenset("ㅁㅇ")  # after these ㄹ is heard as ㄴ: 봉래, Bongnae
_LATIN = {
    **dict.fromkeys("gkq", "K"), **dict.fromkeys("dt", "T"), **dict.fromkeys("bpfv", "P"), **dict.fromkeys("jz", "J"),
    "c": "K", "s": "S", "n": "N", "m": "M", "r": "R", "l": "R", "x": "KS",
}  # fmt: skip
_PAIRS = (("ch", "j"), ("sh", "s"), ("ph", "p"), ("th", "s"), ("ck", "k"), ("ce", "se"), ("ci", "si"), ("ng", "n"))
_SILENT_R = re.compile(r"r(?=[^aeiouyrl]|$)")
LONGEST = 60


@functools.lru_cache(maxsize=1 << 15)
def sound_key(name: str) -> str:
    """The consonants that are heard in a name, runs of one as one.

    >>> sound_key("오비탈레"), sound_key("Orbitale")
    ('PTR', 'PTR')
    """
    words = unicodedata.normalize("NFC", name[:LONGEST]).casefold()
    heard = _hangul_sound(words) if re.search("[가-힣]", words) else _latin_sound(words)
    return "".join(sound for sound, _ in itertools.groupby(heard))


def _hangul_sound(words: str) -> str:
    heard, coda = "", ""
    for char in words:
        parts = letters(char)
        if parts is None:
            heard += "".join(_LATIN.get(letter, "") for letter in char)
            coda = ""
            continue
        onset = "ㄴ" if parts[0] == "ㄹ" and coda in _NASALS else parts[0]
        coda = parts[2]
        heard += _HANGUL.get(onset, "") + _CODAS.get(coda, "")
    return heard


def _latin_sound(words: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFD", words) if char.isascii())
    for letters_, sound in _PAIRS:
        plain = plain.replace(letters_, sound)
    plain = " ".join(_SILENT_R.sub("", word) for word in re.findall("[a-z]+", plain))
    return "".join(_LATIN.get(char, "") for char in plain)

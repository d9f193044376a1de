"""Which of our two languages a text is written in, told from its letters."""

from __future__ import annotations

import re

SAMPLE = 20_000  # characters looked at: enough to tell, and the time stays the same for any length
HANGUL_WEIGHT = 5  # Korean text is full of Latin names; English text outside brackets has next to no Hangul
OTHER_WEIGHT = 2.5  # a Chinese or Japanese letter says about as much as 2.5 Latin ones

_BRACKETED = re.compile(r"[(（\[][^()（）\[\]\n]{0,80}[)）\]]")
_HANGUL = re.compile("[\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER = re.compile("[\u0370-\u052f\u0590-\u0dff\u0e00-\u0eff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def tell_language(text: str) -> str | None:
    """``ko`` or ``en``; ``None`` where the text is written mostly in other letters or in none.

    Names in the other script decide nothing: an English article that gives every name in Hangul as well stays English.

    >>> tell_language("이재규 감독이 '지금 우리 학교는'을 연출했다.")
    'ko'
    >>> tell_language("Lee Jae Kyu (이재규) directed All of Us Are Dead (지금 우리 학교는).")
    'en'
    """
    sample = _BRACKETED.sub(" ", text[:SAMPLE])
    hangul = HANGUL_WEIGHT * len(_HANGUL.findall(sample))
    latin = len(_LATIN.findall(sample))
    other = OTHER_WEIGHT * len(_OTHER.findall(sample))
    if other > max(hangul, latin) or not hangul + latin:
        return None
    return "ko" if hangul >= latin else "en"

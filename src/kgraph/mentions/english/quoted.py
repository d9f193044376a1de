"""What stands in quotation marks: a title, the name of a group or person, a character, or somebody's words."""

from __future__ import annotations

import re
from functools import cache

from kgraph.mentions.english.canvas import Canvas, Spot
from kgraph.mentions.english.listed import listed_as
from kgraph.mentions.english.people import stop_words
from kgraph.text.koreanish import is_given, is_surname
from kgraph.text.quotes import Quote, find_quotes
from kgraph.text.word_lists import either, load_words

_LINE = re.compile(r"[^\n]+")
_SPEECH_VERB = (
    r"(?:said|says|say|saying|added|adds|adding|asked|asks|asking|replied|replies|answered|wrote|writes|writing|told|tells|"
    r"telling|explained|"
    r"explains|explaining|continued|recalled|remarked|commented|commenting|joked|confessed|revealed|shared|stated|noted|"
    r"admitted|praised|"
    r"thought|think|quipped|shouted|laughed|called|calling|dubbed|nicknamed|nickname|hashtag|slogan|catchphrase|phrase|word|"
    r"words|line|chanting)"
)
_BEFORE_SPEECH = re.compile(rf"\b{_SPEECH_VERB}(?: (?:that|him|her|them|me|us|it))?[,:]? ?$", re.IGNORECASE)
_AFTER_SPEECH = re.compile(rf",? ?(?:(?:he|she|they|it|I|we) {_SPEECH_VERB}|{_SPEECH_VERB} )")
_BEFORE_TITLE = re.compile(r"\b(?:in|of|for|with|on|from|like|after|since|directed|wrote|starred in|helmed|penned|['’]s) $")
_BEFORE_CHARACTER = re.compile(
    r"\b(?:plays?|played|playing|portrays?|portrayed|portraying|(?:role|part|roles) (?:of|as)|character(?:s)?(?: named| called)?|"
    r"(?<!known )(?<!titled )(?<!released )(?<!renamed )as) (?:the |a |an )?(?:(?!of\b|in\b|from\b|for\b|on\b)[a-z-]+ ){0,3}$"
)
_RETITLED = re.compile(
    r"\b(?:remade|released|translated|adapted|known|aired|titled?|retitled|renamed|works?|projects?|dramas?|films?|hits|"
    r"series)\b[^.]{0,60} as $"
)
_BEFORE_GROUP = re.compile(
    r"\b(?:(?:member|members|leader|vocalist|rapper|maknae|part|idols?|singers?) of|(?:group|band|duo|trio|label|brand|company|"
    r"agency|magazine|"
    r"newspaper|restaurant|cafe|channel|club|unit|team))(?: called| named)?,? ?(?:the )?$",
    re.IGNORECASE,
)
_PRIZE = re.compile(
    r"\b(?:awards?|prize|daesang|grand prix|best (?:new |supporting )?(?:actor|actress|director|picture|film|screenplay|song))\b",
    re.IGNORECASE,
)
_FUNCTION = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "du",
        "for",
        "from",
        "in",
        "into",
        "is",
        "it",
        "la",
        "le",
        "my",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "or",
        "out",
        "so",
        "than",
        "that",
        "the",
        "to",
        "up",
        "us",
        "vs",
        "vs.",
        "we",
        "with",
    ]
)
_LONGEST_TITLE = 12  # words; longer ones in quotation marks are nearly always somebody's words
_NEAR = 40  # characters; the longest noun for a work with *entitled* behind it is shorter, a verb of saying with *them* too
_TRAILING = ",.;:"


def line_quotes(canvas: Canvas) -> list[Quote]:
    """All quotations of the article's lines that are not noise."""
    return [
        quote
        for line in _LINE.finditer(canvas.refresh())
        if line[0].strip()
        for quote in find_quotes(canvas.shadow, line.start(), line.end())
    ]


def find_quoted(canvas: Canvas, quotes: list[Quote]) -> list[Quote]:
    """Paints titles and other names in quotation marks; gives the quotations that are somebody's words."""
    speech: list[Quote] = []
    undecided: list[Quote] = []
    for quote in quotes:
        verdict = _judge(canvas, quote)
        if verdict == "speech":
            speech.append(quote)
        elif verdict == "unsure":
            undecided.append(quote)
        elif isinstance(verdict, Spot):
            _paint(canvas, quote, verdict)
    known = {_key(canvas.name(spot)) for spot in canvas.spots if spot.type == "Work"}
    for quote in undecided:
        if _key(_inner(canvas, quote)[2]) in known or _similar(_inner(canvas, quote)[2], known):
            _paint(canvas, quote, Spot(0, 0, "Work"))
    return speech


def _paint(canvas: Canvas, quote: Quote, spot: Spot) -> None:
    start, end, _ = _inner(canvas, quote)
    if start < end:
        canvas.add(Spot(start, end, spot.type, spot.kind, listed=spot.listed))


def _inner(canvas: Canvas, quote: Quote) -> tuple[int, int, str]:
    """The quoted words without the comma or full stop that American style puts inside."""
    start, end = quote.inner_start, quote.inner_end
    text = canvas.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and (
        text[end - 1].isspace() or (text[end - 1] in _TRAILING and not text[start:end].endswith(("Mr.", "Dr.", "Jr.", "D.P.")))
    ):
        end -= 1
    return start, end, text[start:end]


def _judge(canvas: Canvas, quote: Quote) -> Spot | str | None:
    """A typed spot, ``speech``, ``unsure`` (a title only if the text shows it elsewhere) or None (no name of ours)."""
    start, end, inner = _inner(canvas, quote)
    before, after = canvas.shadow[max(0, quote.start - 80) : quote.start], canvas.shadow[quote.end : quote.end + 40]
    words = inner.split()
    if not words or not quote.closed:
        return "speech"
    if len(words) > _LONGEST_TITLE or (
        re.search(r"(?<!\d)[.!?]['’”\"]? [A-Z]", inner[2:]) and not re.search(r"\b(?:Mr|Mrs|Ms|Dr|vs|St)\. [A-Z]", inner)
    ):
        return "speech" if quote.mark != "angle" else Spot(start, end, "Work")
    listed = [entry for entry in listed_as(inner) if entry.type != "Work"]
    noun = _noun_before(before)
    if listed and not noun:
        return Spot(start, end, listed[0].type, listed[0].kind, listed=True)
    if _ends_with(_BEFORE_GROUP, before):
        return Spot(
            start, end, "Organization", "group" if re.search(r"group|band|duo|trio|member|unit|idol", before) else "other"
        )
    if _is_person(words) and not noun:
        return Spot(start, end, "Person")
    if _PRIZE.search(inner) and not noun:
        return None
    if noun or quote.mark.startswith("angle"):
        return Spot(start, end, "Work", _kind_of(noun)) if not _sounds_spoken(words, before, after) or noun else None
    if _BEFORE_CHARACTER.search(before) and not _RETITLED.search(before) and not _retitled_as(words, before):
        return None
    if _sounds_spoken(words, before, after):
        return "speech" if len(words) > 2 else None
    return Spot(start, end, "Work") if _is_title_case(words) else "unsure"


def _retitled_as(words: list[str], before: str) -> bool:
    """*came back in 2006 as "The Lake House"*: behind *as*, an article or three words in capitals make a title."""
    return (
        bool(re.search(r"\bas $", before)) and (words[0] in ("The", "A", "My", "Our") or len(words) > 2) and _is_title_case(words)
    )


def _is_person(words: list[str]) -> bool:
    return (
        2 <= len(words) <= 3
        and is_surname(words[0])
        and all(word[0].isupper() for word in words)
        and is_given("-".join(words[1:]))
        and "-" in words[1]
    )


def _sounds_spoken(words: list[str], before: str, after: str) -> bool:
    if _ends_with(_BEFORE_TITLE, before) and len(words) < 6 and _is_title_case(words):
        return False
    if (_ends_with(_BEFORE_SPEECH, before) or _AFTER_SPEECH.match(after)) and not _noun_before(before):
        return True
    return len(words) > 3 and not _is_title_case(words) and words[0][0].isupper()


def _is_title_case(words: list[str]) -> bool:
    """True if the content words begin with capitals: a third of small ones is let pass (Romance is a Bonus Book)."""
    content = [word for word in words if word.casefold() not in _FUNCTION]
    small = sum(word[0].islower() for word in content)
    first = words[0][0]
    if not (first.isupper() or first.isdigit() or "가" <= first <= "힣" or not first.isalpha()):
        return False
    return 3 * small <= len(content) if len(words) > 1 else words[0].casefold() not in _FUNCTION


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(
        rf"\b({either(load_words('english/works.yaml')['nouns'])})(?: (?:titled|called|named|entitled))?,? ?$", re.IGNORECASE
    )


def _ends_with(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """Where a short pattern that is tied to the end of a text is found."""
    return pattern.search(before, max(0, len(before) - _NEAR))


def _noun_before(before: str) -> str | None:
    found = _ends_with(_nouns(), before)
    return found[1].casefold() if found else None


def _kind_of(noun: str | None) -> str | None:
    kind: str | None = load_words("english/works.yaml")["nouns"].get(noun) if noun else None
    return kind


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold()).removeprefix("the")


def _similar(name: str, known: set[str]) -> bool:
    """True if a known title shares most words: a machine translation spells one title in several ways."""
    return any(_key(name) in title or title in _key(name) for title in known if min(len(title), len(_key(name))) > 7)


__all__ = ["find_quoted", "line_quotes", "stop_words"]

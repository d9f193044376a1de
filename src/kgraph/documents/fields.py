"""What is known of an article besides its text, and the one place where an article is made and checked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from kgraph.errors import InputError
from kgraph.model import Article
from kgraph.settings import article_limit
from kgraph.text.language import tell_language

MAX_ID = 200
MAX_FIELD = 2_000
STRAY = 0.01  # the share of control characters up to which a text is an article with stray ones in it, and not binary data
LANGUAGES = ("en", "ko")
_A = {"id": "an", "title": "a", "url": "a", "publisher": "a"}

_DATE = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?(?:\.?$|[T ])")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n?|\u2028|\u2029|\x85")


@dataclass(frozen=True, slots=True)
class Fields:
    """Where and when an article appeared, as far as a file, its front matter or a person says so."""

    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    lang: str | None = None

    def over(self, other: Fields) -> Fields:
        """These fields, and those of ``other`` where nothing stands here."""
        mine = dataclasses.asdict(self)
        theirs = dataclasses.asdict(other)
        return Fields(**{name: mine[name] if mine[name] is not None else theirs[name] for name in mine})


FIELD_NAMES = tuple(field.name for field in dataclasses.fields(Fields))


def make_article(text: str, fields: Fields, place: str) -> Article:
    """The article of this text: NFC, line feeds as line ends, fields checked; anything wrong raises InputError with the place."""
    _check_text(text, place)
    text = clean_text(text)
    ident = _line(fields.id, "id", place)
    if not ident or len(ident) > MAX_ID:
        raise refusal(place, f"an id of 1 to {MAX_ID} characters", f"one of {len(ident or '')}")
    return Article(
        ident,
        text,
        _language(fields.lang, text, place),
        title=_line(fields.title, "title", place),
        url=_line(fields.url, "url", place),
        publisher=_line(fields.publisher, "publisher", place),
        published=_date(fields.published, place),
    )


def clean_text(text: str) -> str:
    """NFC, one kind of line end, no byte order mark.

    A stray control character becomes a space: no screen, no export may carry it on.
    """
    return _CONTROL.sub(" ", _BREAKS.sub("\n", unicodedata.normalize("NFC", text.removeprefix("\ufeff"))))


def refusal(place: str, expected: str, found: str) -> InputError:
    """The one line that says why a document is left out."""
    return InputError(f"{place}: expected {expected}, found {found}")


def _check_text(text: str, place: str) -> None:
    limit = article_limit()
    if len(text) > limit:
        raise refusal(place, f"at most {limit:,} characters (KGRAPH_MAX_ARTICLE)", f"{len(text):,}")
    if not text.strip():
        raise refusal(place, "an article", "no text")
    if wrong := _SURROGATE.search(text):
        raise refusal(place, "Unicode text", f"half of a surrogate pair at character {wrong.start():,}")
    if (strays := len(_CONTROL.findall(text))) > STRAY * len(text):
        raise refusal(place, "plain text", f"binary data ({strays:,} control characters)")


def _line(value: str | None, name: str, place: str) -> str | None:
    if value is None:
        return None
    line = " ".join(clean_text(value).split())
    if _SURROGATE.search(line):
        raise refusal(place, f"{_A[name]} {name} in Unicode", "bytes that are none")
    if len(line) > MAX_FIELD:
        raise refusal(place, f"{_A[name]} {name} of at most {MAX_FIELD:,} characters", f"{len(line):,}")
    return line or None


def _language(given: str | None, text: str, place: str) -> str:
    if given and (code := given.strip().lower().replace("_", "-").split("-")[0]):
        if code not in LANGUAGES:
            raise refusal(place, "lang en or ko", repr(given[:20]))
        return code
    told = tell_language(text)
    if told is None:
        raise refusal(place, "English or Korean text", "another language, or no words")
    return told


def _date(given: str | None, place: str) -> str | None:
    """ISO, as exact as given; ``2022.02.07`` and a time after the date are understood."""
    if given is None or not given.strip():
        return None
    found = _DATE.match(given.strip())
    if found is None or not _is_day(*(int(part or 1) for part in found.groups())):
        raise refusal(place, "a publication date like 2022-02-07", repr(given.strip()[:40]))
    year, *rest = (part for part in found.groups() if part)
    return "-".join([year, *(f"{int(part):02}" for part in rest)])


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True

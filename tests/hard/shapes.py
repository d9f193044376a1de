"""Texts of any length that are made of one nasty thing: what a careless pattern or a loop in a loop chokes on."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FAMILY = ("Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Cho", "Yoon", "Jang", "Lim", "Han", "Shin", "Seo", "Kwon", "Hwang")
GIVEN = ("Ha-rin", "Do-yun", "Bo-ra", "Seo-jin", "Min-ho", "Ji-won", "Tae-o", "Yu-na", "Sol", "Eun-bi", "Jae-in")
GIVEN_KO = ("하린", "도윤", "보라", "서진", "민호", "지원", "태오", "유나", "은비", "재인", "수아")
FAMILY_KO = tuple("김이박최정강조윤장임한신서권황")


def person(number: int) -> str:
    """An invented name, some thousand of them before they come again."""
    return f"{FAMILY[number % 15]} {GIVEN[number % 11]}{'' if number < 165 else chr(97 + number // 165 % 26)}"


def person_ko(number: int) -> str:
    """An invented name in Hangul."""
    return FAMILY_KO[number % 15] + GIVEN_KO[number % 11]


def of(piece: str) -> Callable[[int], str]:
    """A text of one piece again and again."""
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def filled(make: Callable[[int], str], head: str = "", tail: str = "") -> Callable[[int], str]:
    """A text of numbered pieces, between a head and a tail."""

    def text(size: int) -> str:
        made, long = [], 0
        for piece in map(make, count()):
            made.append(piece)
            long += len(piece)
            if long >= size:
                break
        return head + "".join(made) + tail

    return text


def nested(left: str, right: str, inner: str) -> Callable[[int], str]:
    """Brackets in brackets."""

    def text(size: int) -> str:
        depth = size // (len(left) + len(right))
        return f"{left * depth}{inner}{right * depth}"

    return text


def alternating(*pieces: str) -> Iterator[str]:
    """These pieces one after the other without end."""
    return (pieces[number % len(pieces)] for number in count())


def mixed(*pieces: str) -> Callable[[int], str]:
    """A text of several pieces in turn."""
    return lambda size: "".join(islice(alternating(*pieces), size * len(pieces) // sum(map(len, pieces))))


EN = "Director Seo Ha-rin directed the drama 'Paper Moons', written by Han Bora. "
KO = "서하린 감독이 드라마 '종이달'을 연출했다. 극본은 한보라 작가가 맡았다. "

SHAPES: dict[str, Callable[[int], str]] = {
    "english names, commas": filled(lambda n: f"{person(n)}, ", "The cast includes ", "and Han Bora."),
    "english names, and": filled(lambda n: f"{person(n)} and ", "The drama 'Paper Moons' stars ", "Han Bora."),
    "english one name": of("Seo Ha-rin "),
    "english one name, sentences": of("Seo Ha-rin smiled. "),
    "english capitals": of("Alpha Beta Gamma Delta "),
    "english capitals, no spaces": of("AlphaBetaGamma"),
    "english initials": of("J. K. "),
    "english of the of the": of("The King of the "),
    "english possessives": filled(lambda n: f"{person(n)}'s "),
    "english many sentences": of(EN),
    "english many people": filled(lambda n: f"{person(n)} directed the drama 'Paper Moons {n}'. "),
    "english one long sentence": of("Seo Ha-rin directed the drama 'Paper Moons' and "),
    "english pronouns": of("She directed it and he wrote it. "),
    "english married": filled(lambda n: f"{person(n)} married {person(n + 1)} and "),
    "english who said": filled(lambda n: f"{person(n)}, who said that ", EN),
    "english titles in a row": filled(lambda n: f"'Paper Moons {n}', ", "Seo Ha-rin wrote ", "and 'Salt'."),
    "english roles": filled(lambda n: f"{person(n)} as {person(n + 3)}, ", "'Paper Moons' stars ", "and others."),
    "english dates": of("on March 3, 2021 "),
    "english ranks": of("ranked No. 1 on the chart in 2021, "),
    "english awards": of("won Best Actor at the Moon Awards and "),
    "english ceremonies": of("MAMA, "),
    "english prizes": of("Audience Award, "),
    "single quotes": of("'"),
    "quotes open": of(" 'Paper Moons"),
    "quotes closed": of("Moons' "),
    "apostrophes": of("it's "),
    "double quotes": of('"'),
    "double quotes open": of(' "Paper'),
    "curly open": of("\u201cPaper "),
    "curly single open": of(" \u2018Paper"),
    "guillemets open": of("\u300aPaper "),
    "korean brackets open": of("\u300c종이"),
    "round open": of("("),
    "round open names": filled(lambda n: f"{person(n)} ("),
    "round nested": nested("(", ")", "Seo Ha-rin"),
    "round pairs": of("()"),
    "square open": of("["),
    "square nested": nested("[", "]", "Seo"),
    "angle open": of("<"),
    "angle pairs": of("<종이>"),
    "name glosses": filled(lambda n: f"{person(n)} ({person_ko(n)}), "),
    "digits": of("1"),
    "digits spaced": of("1 2 3 "),
    "digits dots": of("1."),
    "digits commas": of("1,111,"),
    "digits slashes": of("11/11/"),
    "digits dashes": of("2021-11-"),
    "dots": of("."),
    "dots spaced": of(". "),
    "exclamations": of("?!"),
    "commas": of(","),
    "hyphens": of("-"),
    "hyphened words": of("Ha-"),
    "letters": of("a"),
    "capital letters": of("A"),
    "capital letters spaced": of("A "),
    "spaces": lambda size: "Seo" + " " * size + "Ha-rin",
    "tabs": lambda size: "Seo" + "\t" * size + "Ha-rin wrote it.",
    "new lines": lambda size: "Seo" + "\n" * size + "Ha-rin wrote it.",
    "short lines": of("Seo Ha-rin\n"),
    "list lines": of("- Seo Ha-rin\n"),
    "wide spaces": lambda size: EN + "\u3000" * size + "x",
    "narrow spaces": lambda size: EN + "\u200b" * size + "x",
    "stars": of("*"),
    "stars words": of("*a "),
    "underscores": of("_a "),
    "links": of("[a]("),
    "links whole": of("[a](b) "),
    "pictures": of("!["),
    "headings": of("# "),
    "quoting": of("> "),
    "fences": of("```\n"),
    "front matter": lambda size: "---\n" + of("a: b\n")(size),
    "hangul syllable": of("가"),
    "hangul no spaces": of("서하린감독이드라마를연출했다"),
    "hangul name": of("서하린"),
    "hangul names spaced": filled(lambda n: f"{person_ko(n)} "),
    "hangul names, commas": filled(lambda n: f"{person_ko(n)}, ", "드라마 '종이달'에는 배우 ", "등이 출연한다."),
    "hangul names, dots": filled(lambda n: f"{person_ko(n)}\u00b7", "배우 ", "이 출연한다."),
    "hangul names, particles": filled(lambda n: f"{person_ko(n)}와 ", "", "서하린은 결혼했다."),
    "hangul sentences": of(KO),
    "hangul one sentence": of("서하린 감독이 드라마 '종이달'을 연출했고 "),
    "hangul no stop": of("서하린이 말했다고 "),
    "hangul roles": filled(lambda n: f"{person_ko(n)} 역의 {person_ko(n + 4)}, "),
    "hangul titles": of("'종이달' "),
    "hangul titles open": of("'종이달 "),
    "hangul possessives": of("서하린의 "),
    "hangul married": filled(lambda n: f"{person_ko(n)}는 {person_ko(n + 1)}와 결혼했고 "),
    "hangul awards": of("문 시상식에서 최우수상을 받았고 "),
    "hangul prizes": filled(lambda n: f"{person_ko(n)} 작가상 "),
    "hangul contracts": filled(lambda n: f"{person_ko(n)}와 {person_ko(n + 1)}, {person_ko(n + 2)}는 전속계약 "),
    "hangul dates": of("2021년 3월 3일 "),
    "hangul numbers": of("삼백육십오만 "),
    "hangul units": of("1위 "),
    "hangul glosses": filled(lambda n: f"{person_ko(n)}({person(n)}) "),
    "hangul jamo": of("\u1100\u1161"),
    "hangul compatibility jamo": of("ㅋ"),
    "hanja": of("金"),
    "combining marks": lambda size: "Seo Ha-rin" + "\u0301" * size,
    "combining after each": of("e\u0301\u0323"),
    "emoji": of("\U0001f600"),
    "emoji joined": of("\U0001f468\u200d"),
    "right to left": of("\u202eabc"),
    "mixed scripts": mixed("Seo 하린 ", "'종이 Moons' "),
    "addresses": of("http://a.b/"),
    "mails": of("a@b."),
    "ampersands": of("&amp;"),
    "backslashes": of("\\"),
    "semicolons": filled(lambda n: f"{person(n)}; "),
    "slashes": filled(lambda n: f"{person(n)}/"),
    "colons": filled(lambda n: f"{person(n)}: "),
    "lines with colons": filled(lambda n: f"Director: {person(n)}\n"),
    "lines with dashes": filled(lambda n: f"{person(n)} - actor\n"),
    "dash insertions": of("Seo \u2014 who \u2014 "),
    "ellipses": of("\u2026"),
    "organizations": filled(lambda n: f"Moon{n} Entertainment and "),
    "agencies": filled(lambda n: f"{person(n)} signed with Moon{n} Entertainment, "),
    "groups": filled(lambda n: f"{person(n)} of the group Orbit{n}, "),
    "releases": filled(lambda n: f"'Paper Moons {n}' was released on May {n % 28 + 1}, 2021. "),
    "charts": filled(lambda n: f"{n}. 'Paper Moons {n}' \u2014 {person(n)}\n"),
    "same first name": filled(lambda n: f"Ha-rin {'abcdefghij'[n % 10].upper()}o. "),
    "parts of one name": mixed("Seo Ha-rin spoke. ", "Seo left. ", "Ha-rin stayed. "),
}

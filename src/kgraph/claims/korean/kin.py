"""Words of kinship and what they make of two people: 아내 -> married, 아들 -> parent of, 누나 -> siblings."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.shape import ORGANIZATION, PERSON
from kgraph.model import Claim, Qualifiers
from kgraph.text.word_lists import either, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line
    from kgraph.claims.korean.phrases import Phrase

ROLES = (
    "(?:[가-힣]{1,5} )?[가-힣]{0,5}(?:배우|가수|감독|작가|모델|개그맨|개그우먼|코미디언|희극인|국악인|성악가|탤런트|"
    "방송인|연예인|아나운서|앵커|아이돌|래퍼|"
    "명창|소설가|연기자|톱스타|스타|사업가|기업인|화가|작곡가|작사가|음악가|피아니스트|무용가|발레리나|선수|의사|변호사|"
    "프로골퍼|셰프|요리사|유튜버|인플루언서|"
    "사진가|회사원|직장인|댄서|PD|피디|대표|교수|기자|멤버|출신|씨)|고\\(故\\)|故|고|겸|뮤지컬|인기|신인|중견|원로|톱|"
    "아역|동료|후배|선배|영화|트로트|유명|힙합|재즈|현"
)
JOINT = (
    r"(?:와|과|이?랑)?\s?(?:[·ㆍ,&/♥]|-|–)?\s?(?:그리고 |및 )?(?:"
    + ORGANIZATION
    + r"(?:의|\([^()]{0,12}\))? ?)?(?:(?:"
    + ROLES
    + r") ){0,2}"
)
OTHER = f"[^{PERSON}\n]"
BRACKET = r"(?:\([^()]{0,40}\))?"
COPULA = (
    r"(?:이?다(?![가-힣])|이?자(?=[ ,])|이?며(?=[ ,])|이?고(?=[ ,])|이?기도|였|이었|이?라는|이?라고|으?로 (?:알려|유명|"
    r"잘 알)|으?로,|으?로서|인데|입니다|이에요|예요|[.,]|$)"
)
NEXT = f"(?>{JOINT}{PERSON})"  # atomic: however a joint is split, it leads to the same person
PEOPLE = f"{PERSON}{NEXT}{{0,5}}"


def relation_words() -> dict[str, Any]:
    """The word lists of relations (data/korean/relations.yaml)."""
    words: dict[str, Any] = load_words("korean/relations.yaml")
    return words


@cache
def kin_nouns() -> str:
    """A pattern for any word of kinship of one towards another; the group is named ``noun``."""
    words = relation_words()
    nouns = either(noun for kind in words["kin"].values() for noun in kind)
    not_before = "".join(rf"(?<!{re.escape(word)} )(?<!{re.escape(word)})" for word in words["not_kin_before"])
    child = r"(?:(?:첫째|둘째|셋째|넷째|막내|큰|작은|외동|늦둥이|쌍둥이) ?)?"
    return rf"(?<![가-힣]){not_before}{child}(?P<noun>{nouns})"


@cache
def together_nouns() -> str:
    """A pattern for any word of kinship of several with each other; the group is named ``noun``."""
    return rf"(?P<noun>{either(noun for kind in relation_words()['together'].values() for noun in kind)})"


@cache
def _kinds() -> dict[str, str]:
    words = relation_words()
    return {noun: kind for table in ("kin", "together") for kind, nouns in words[table].items() for noun in nouns}


def kind_of(noun: str) -> str:
    """The kind of relation that a word names: ``spouse``, ``ended``, ``planned``, ``child``, ``parent`` or ``sibling``."""
    return _kinds()[re.sub(r"\s+", " ", noun)]


_PLAYED = (
    r"으?로 (?:다시 |특별 ?|처음 )?(?:만[나난났]|나[오온왔와]|분[하한했해]|출연|등장|변신|호흡|연기|열연|재회|합류|"
    r"캐스팅|뭉[치친쳐]|맞[붙추춘췄])"
)


@cache
def _story() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = relation_words()
    return re.compile(rf" ?(?:{either(words['story_after'])}|{_PLAYED})"), re.compile(either(words["story_before"]))


def is_story(before: str, after: str) -> bool:
    """True if a relation is one of the story and not of life: 극 중 자매, 부부로 호흡을 맞춘다, 아들 역."""
    later, earlier = _story()
    return later.match(after) is not None or earlier.search(before) is not None


def ordered(kind: str, owner: Phrase, kin: Phrase) -> Iterator[tuple[str, Phrase, Phrase, str | None]]:
    """Predicate, subject, object and status of ``kin`` being the owner's relation of that kind."""
    if owner.referent.ref == kin.referent.ref:
        return
    if kind in ("spouse", "ended", "planned"):
        yield "married_to", owner, kin, None if kind == "spouse" else kind
    elif kind == "sibling":
        yield "sibling_of", owner, kin, None
    else:
        yield ("parent_of", owner, kin, None) if kind == "child" else ("parent_of", kin, owner, None)


def told(line: Line, match: re.Match[str]) -> bool:
    """False where the relation belongs to the story, is denied, or a name of a part stands in a bracket beside it."""
    noun_end = match.end("noun")
    shape = line.shape.text
    clause = shape[max(0, match.start() - 25) : match.start("noun")]
    after = shape[noun_end : noun_end + 12]
    return (
        not is_story(clause, after) and not re.match(r"[이가]? 아니", after) and shape[match.end() : match.end() + 3] != " 역을"
    )


def claims_of(
    reading: Reading, line: Line, match: re.Match[str], ends: tuple[tuple[Phrase, ...], tuple[Phrase, ...]], said: Said
) -> Iterator[Claim]:
    """The claims of a match for its owners and their kin (``ends``)."""
    kind = kind_of(match["noun"])
    owners, kin = ends
    if kind in ("spouse", "ended", "planned"):
        owners = owners[-1:]
    if kind not in ("child", "sibling"):
        kin = kin[:1]
    for owner in owners:
        for one in kin:
            for predicate, subject, object_, status in ordered(kind, owner, one):
                yield reading.claim(predicate, (subject.referent, object_.referent), line, with_status(said, status))


def with_status(said: Said, status: str | None) -> Said:
    """The same said with a status."""
    return Said(said.rule, said.trigger, said.confidence, Qualifiers(status=status), said.since)

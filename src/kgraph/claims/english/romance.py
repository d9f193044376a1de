"""married_to and dating where a verb says it: weddings past and to come, romances confirmed, denied and ended."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.claims.english.cues import LOVE, says_any
from kgraph.claims.english.fiction import is_staged
from kgraph.claims.english.grammar import MENTION
from kgraph.claims.english.love_words import love_patterns
from kgraph.claims.english.reading import Ground, Reading, clause_start
from kgraph.claims.english.when import dates_in
from kgraph.model import Claim, Mention, Qualifiers
from kgraph.text.word_lists import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.english.lines import Line

_PLANNED = re.compile(
    r"\b(?:will|'ll|to|set|plan\w*|soon|upcoming|engaged|going to|about to|are getting|is getting|"
    r"announc\w+ (?:\w+ ){0,3}(?:wedding|marriage|engagement)|next|coming|expected|"
    r"marrying in|marrying next|(?:are|is|be) (?:marrying|tying|getting married)|ready|prepar\w+|"
    r"becomes? (?:a |an )?(?:\w+ )?bride|walks? (?:the )?wedding|walks? down)\b"
)
_RUMOUR = re.compile(
    (
        r"\b(?:rumou?r\w*|speculat\w*|report(?:s|ed) (?:that|of|to)|reportedly|said to|believed to|"
        r"alleged\w*|linked|paired|gossip|suspicion\w*|fans (?:ship|want))\b"
    ),
    re.IGNORECASE,
)
_DENIAL = re.compile(
    (
        r"\b(?:den(?:y|ies|ied|ying)|not (?:\w+ )?(?:true|dating|in a|a couple|lovers|together|"
        r"seeing)|untrue|false|groundless|baseless|unfounded|shut(?:s|ting)? down|dismiss\w*|refut\w*|"
        r"(?:just|only|merely|no more than|nothing more than) (?:\w+ )?(?:friends?|colleagues?|"
        r"co-stars?|acquaintances?)|more than (?:friends|colleagues))\b"
    ),
    re.IGNORECASE,
)
_CONFIRMED = re.compile(r"\b(?:confirm|admit|acknowledg|announc|offici|went public|go public|agenc)\w*", re.IGNORECASE)
_PLAYED = re.compile(
    (
        r"\b(?:plays?|played|playing|roles?|characters?|drama couple|on-screen|onscreen|as a "
        r"(?:married )?couple|story|plot|episodes? \d+|finale|chemistry|in the (?:film|movie|drama|series|show)|"
        r"film about|portray\w*|fictional|we got married)\b"
    ),
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\b(?:ended|dissolved|annulled|was over|divorced|separated|split up|parted ways|filed for divorce|got divorced|broke up)\b"
)
_UNSURE = re.compile(r"\b(?:if|whether|would|could|might|may|hope\w*|wish\w*|not|never|n't)\b|n't\b", re.IGNORECASE)
_SOON = 400  # characters: a parting told so soon is that of the romance just told


def read_romance(reading: Reading) -> Iterator[Claim]:
    """As in "A will marry B in November" -> married_to, planned; "A denied dating B" -> dating, denied."""
    told: list[Claim] = []
    for line in reading.lines:
        if says_any(line, LOVE) and line.of_type("Person"):
            told += (*_weddings(reading, line), *_partings(reading, line), *_romances(reading, line))
    yield from _over(told)


def _over(told: list[Claim]) -> Iterator[Claim]:
    """What is told of a couple before the sentence that tells of its end has ended too."""
    ends = {(claim.predicate, _couple(claim)): claim.evidence.start for claim in told if claim.qualifiers.status == "ended"}
    for claim in told:
        end = ends.get((claim.predicate, _couple(claim)))
        over = end is not None and 0 < end - claim.evidence.start < _SOON and claim.qualifiers.status is None
        yield replace(claim, qualifiers=Qualifiers(status="ended")) if over else claim


def _couple(claim: Claim) -> frozenset[str]:
    return frozenset((claim.subject.ref, claim.object.ref if claim.object else ""))


def _weddings(reading: Reading, line: Line) -> Iterator[Claim]:
    for name in ("marry_both", "marry_to", "marry_own", "marriage_of", "mrs"):
        for found in love_patterns()[name].finditer(line.mask):
            if (
                not _is_played(line, found)
                and not _UNSURE.search(found.group()[: found.start("t") - found.start()])
                and not _RUMOUR.search(line.mask[: found.start("t")])
            ):
                status = (
                    "planned"
                    if _is_planned(reading, line, found)
                    else "ended"
                    if _PARTED.search(line.mask, found.end())
                    else None
                )
                yield from _claim(reading, line, ("married_to", status, f"romance.{name}", 0.92), found)
    for found in love_patterns()["partner"].finditer(line.mask):
        before = reading.previous(line)
        people = line.between(0, found.start(), "Person") or (
            before.of_type("Person") if before and re.search(r"wedding|marr|bride|groom|knot", before.mask) else ()
        )
        other = line.at(found.start("b"))
        if people and other and people[0].ref != other.ref:
            ground = Ground(line, line.trigger(found, "t"), "romance.partner", 0.75)
            planned = (before is not None and bool(_PLANNED.search(before.mask))) or _is_planned(reading, line, found)
            yield reading.claim("married_to", (people[0], other), ground, Qualifiers(status="planned" if planned else None))


def _is_planned(reading: Reading, line: Line, found: re.Match[str]) -> bool:
    """True if the wedding lies ahead: the verb says so, or a date after the article's."""
    low = clause_start(line, found.start("t"))
    if re.match(r"set\b|get(?:ting|s)?\b", found["t"], re.IGNORECASE):
        return True
    if (
        re.search(r"(?:ed\b|\bwed$|\bheld|\bgot|\bsaid)", found["t"])
        and not re.search(r"engaged", found["t"])
        and not re.search(r"\b(?:will|to)\b[^,]{0,20}$", line.mask[low : found.start("t")])
    ):
        return False
    if _PLANNED.search(line.mask, low, found.end("t")) or re.match(
        r"[^.;]{0,40}\b(?:next|this coming|upcoming|later)\b", line.mask[found.end() :]
    ):
        return True
    published = reading.published or ""
    return any(
        when.iso is not None and published and when.iso > published for when in dates_in(reading, line) if when.start > low
    ) or (line.sentence.kind == "headline" and bool(re.search(r"\bSet\b|\bto\b", line.mask)))


def _partings(reading: Reading, line: Line) -> Iterator[Claim]:
    for name in ("part_both", "part_from"):
        for found in love_patterns()[name].finditer(line.mask):
            if _is_played(line, found) or _UNSURE.search(found.group()) or _RUMOUR.search(line.mask[: found.start("t")]):
                continue
            wedded = re.search(r"divorc|marri|husband|wife", line.mask) or "marri" in _before(reading, line)
            yield from _claim(reading, line, ("married_to" if wedded else "dating", "ended", f"romance.{name}", 0.85), found)


def _before(reading: Reading, line: Line) -> str:
    previous = reading.previous(line)
    return previous.mask if previous else ""


def _romances(reading: Reading, line: Line) -> Iterator[Claim]:
    for name in ("not_dating", "pair", "date_both", "date_with", "rumour", "rumour_with", "rumour_pair", "rumour_of_both"):
        for found in love_patterns()[name].finditer(line.mask):
            if _is_played(line, found) or re.search(
                r"romance (?:drama|film|series|movie|between [a-z]|of)", line.mask[found.start("t") : found.end("t") + 12]
            ):
                continue
            denied = (
                name == "not_dating"
                or _DENIAL.search(line.mask)
                or (name.startswith("rumour") and _DENIAL.search(_after(reading, line)))
            )
            unsure = _RUMOUR.search(line.mask) or (_UNSURE.search(found.group()) and not denied)
            if (name.startswith("rumour") or unsure or line.mask.rstrip().endswith("?")) and not denied:
                continue
            ended = (
                re.search(
                    (
                        rf"\b(?:{'|'.join(load_words('english/relations.yaml')['part'])}|used to|once|formerly|former|"
                        rf"had dated|had been dating)\b"
                    ),
                    line.mask,
                )
                or found["t"] == "dated"
            )
            status = "denied" if denied else "ended" if ended else None
            sure = "_confirmed" if status is None and _CONFIRMED.search(line.mask) else ""
            yield from _claim(reading, line, ("dating", status, f"romance.{name}{sure}", 0.85), found)


def _after(reading: Reading, line: Line) -> str:
    return reading.lines[line.index + 1].mask if line.index + 1 < len(reading.lines) else ""


def _is_played(line: Line, found: re.Match[str]) -> bool:
    low = clause_start(line, found.start("t"))
    if is_staged(line, found.end("t")) or is_staged(line, found.end()):
        return True
    return bool(_PLAYED.search(line.mask, min(low, found.start()), found.end())) or bool(
        re.search(rf"\b(?:in|between) {MENTION}, $", line.mask[: found.start()])
    )


def _claim(reading: Reading, line: Line, told: tuple[str, str | None, str, float], found: re.Match[str]) -> Iterator[Claim]:
    predicate, status, rule, confidence = told
    first, second = line.at(found.start("a")), line.at(found.start("b"))
    if isinstance(first, Mention) and isinstance(second, Mention) and first.ref != second.ref:
        yield reading.claim(
            predicate, (first, second), Ground(line, line.trigger(found, "t"), rule, confidence), Qualifiers(status=status)
        )


RULES = (read_romance,)

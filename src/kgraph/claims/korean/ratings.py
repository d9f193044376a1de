"""Viewership (rated): 닐슨코리아 전국 기준 7.8%, 수도권 8.1%, 1회 5%."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kgraph.claims.korean.charts import day_told, region_in, untitled, word_pattern
from kgraph.claims.korean.reading import Reading, Said
from kgraph.claims.korean.releases import read_releases
from kgraph.claims.korean.untold import topic_work, unknown_title
from kgraph.model import Claim, Qualifiers, Referent
from kgraph.text.numbers_korean import NumberMention, find_episodes, find_percents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kgraph.claims.korean.lines import Line

_ABOUT = re.compile(r"회 \d{1,2}(?:\.\d)?%|시청률|닐슨|TNS|TNMS|TNmS|AGB|가구 기준|유료가구|유료플랫폼")
_OTHER_DAY = re.compile(r"전작|지난|이전|앞서|마지막|최종|종영|역대|최고|평균|첫|방송분|직전")
_EACH = re.compile(r"(\d{1,3})[,·∼~-] ?\d{1,3}회[^%]{0,20}각각")  # 5, 6회는 각각 5.7%, 7.9%


def read_ratings(reading: Reading) -> Iterator[Claim]:
    """Ratings of works in articles that speak of ratings; a first episode with its day is also a release."""
    if not any(_ABOUT.search(line.text) for line in reading.lines):
        return
    claims = [_finale(reading, claim) for claim in _carried(reading)]
    days = {
        (claim.subject.ref, claim.qualifiers.episode): claim.qualifiers.date
        for claim in reversed(claims)
        if claim.qualifiers.date
    }
    for release in read_releases(reading):
        if (day := _whole(release.qualifiers.date)) is not None:
            days.setdefault((release.subject.ref, 1), day)
    for claim in claims:
        known = days.get((claim.subject.ref, claim.qualifiers.episode)) if claim.qualifiers.episode is not None else None
        told = replace(claim.qualifiers, date=claim.qualifiers.date or known)
        yield replace(claim, qualifiers=told)
        if told.episode == 1 and len(told.date or "") == 10:
            yield replace(claim, predicate="released_on", rule="ratings.first", qualifiers=Qualifiers(date=told.date))


def _finale(reading: Reading, claim: Claim) -> Claim:
    """The rating of a last episode has the day on which the article says that the work ended (지난 6일 종영한)."""
    text = reading.document.article.text
    before = text[max(claim.evidence.start, claim.trigger.start - 24) : claim.trigger.start]
    if claim.qualifiers.date is not None or not re.search(r"마지막 ?회|최종회", before):
        return claim
    for line in reading.lines:
        for date in reading.dates(line):
            if _whole(date.iso) and re.match(r" ?(?:종영|막을 내린|끝난|막 내린)", text[date.end : date.end + 6]):
                return replace(claim, qualifiers=replace(claim.qualifiers, date=date.iso))
    return claim


def _carried(reading: Reading) -> Iterator[Claim]:
    """The ratings in text order; in a paragraph that compares programmes of one day they share it."""
    block, day = -1, None
    for line in reading.lines:
        if line.sentence.block != block:
            block, day = line.sentence.block, None
        for claim in _ratings(reading, line):
            date = claim.qualifiers.date
            if date is None and day is not None and claim.qualifiers.episode is None and not _OTHER_DAY.search(line.text):
                yield replace(claim, qualifiers=replace(claim.qualifiers, date=day))
            else:
                yield claim
            day = date or day


def _ratings(reading: Reading, line: Line) -> Iterator[Claim]:
    at, carried = line.start, Qualifiers()
    bracketed = (
        region_in(" ".join(re.findall(r"\(([^()]*(?:전국|수도권)[^()]*)\)", line.text))) if line.text.count("기준") < 2 else None
    )
    for found in find_percents(line.text):
        percent = NumberMention(found.start + line.start, found.end + line.start, found.value)
        before, after = line.words(at, percent.start), line.words(percent.end, percent.end + 8)
        peak = re.search(r"최고(?: 시청률)?(?:은|는|이)? ?$", before) is not None and (
            "평균" in line.text or after.startswith("까지")
        )
        if peak or not _is_rating(before, after):
            at = percent.end
            continue
        qualifiers = _qualifiers(reading, line, (at, percent), carried)
        if qualifiers.region is None and bracketed:
            qualifiers = replace(qualifiers, region=bracketed)
        work = _work(reading, line, percent)
        if work is not None:
            said = Said("ratings.percent", (percent.start, percent.end), 0.9, qualifiers)
            yield reading.claim("rated", (work, None), line, said)
        at, carried = percent.end, qualifiers


def _is_rating(before: str, after: str) -> bool:
    near = before[-28:]
    return (
        word_pattern("not_rating").search(near) is None
        and re.match(r"[를을이가에의]? ?(?:" + word_pattern("not_exact").pattern + ")", after) is None
    )


def _qualifiers(reading: Reading, line: Line, segment: tuple[int, NumberMention], carried: Qualifiers) -> Qualifiers:
    """Region, day and episode from the words since the last percentage; a twin (전국 5%, 수도권 6%) shares day and episode."""
    at, percent = segment
    before = untitled(line, at, percent.start)
    after = re.match(r" ?\(([^()]*)\)", line.words(percent.end, percent.end + 60))
    region = region_in(before) or (region_in(after[1]) if after else None)
    episodes = [found for found in find_episodes(before) if not re.search(r"[전지]회|회차", before)]
    average = "평균" in before and not episodes
    episode = int(episodes[-1].value) if episodes else None
    date = _whole(day_told(reading, line, (at, percent.start)))
    twin = (
        re.fullmatch(
            r"[,·/ ]*(?:로|를|을|에|의|이며|이고|이었고|였고|였으며)?,? ?(?:(?:유료 ?가구|가구|시청률|기준|수도권|전국|[1-4]부|"
            r"[(),]|은|는|으로|로는) ?)*",
            before,
        )
        is not None
    )
    if average:
        return Qualifiers(percent=percent.value, region=region)
    if twin:
        region = region or carried.region
        episode = carried.episode + 1 if carried.episode and _EACH.search(line.words(line.start, at)) else carried.episode
    elif (each := _EACH.search(before)) is not None:
        episode = int(each[1])
    return Qualifiers(percent=percent.value, region=region, episode=episode, date=date or carried.date)


def _whole(date: str | None) -> str | None:
    """A broadcast has a day; a mere year beside it (2020년 방영된 ‘X’) is the work's."""
    return date if date is not None and len(date) == 10 else None


def _work(reading: Reading, line: Line, percent: NumberMention) -> Referent | None:
    """The work named last before the percentage, unless only compared with (X보다); else the next one (7%로 출발한 X)."""
    before = [phrase for phrase in line.works if phrase.mention.span.end <= percent.start]
    while before and re.search(r"보다|에 비해|대비|후속|이어", line.words(before[-1].mention.span.end, percent.start)):
        before.pop()
    if before:
        return None if unknown_title(line, before[-1].end, percent.start) else before[-1].referent
    after = next((phrase for phrase in line.works if phrase.start >= percent.end), None)
    if after is not None and re.match(r"[^.,\n]{0,24}(?:한|된|은|던|인|의) [^.,\n]{0,20}$", line.words(percent.end, after.start)):
        return after.referent
    return topic_work(reading, line)


RULES = (read_ratings,)

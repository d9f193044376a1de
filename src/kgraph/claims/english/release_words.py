"""The words and shapes with which English news says when a work came out."""

from __future__ import annotations

import re
from functools import cache

from kgraph.claims.english.grammar import BRACKET, MENTION, ORG, WORK
from kgraph.text.word_lists import load_words

MAY_DATE = re.compile(
    r"\d|day\b|month|year|summer|spring|autumn|fall\b|tonight|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
YEAR = r"(?:19|20)\d\d"
WORD = r"(?!(?:and|or|but|at|with|by|which|who|that|the|in|of|on|was|is)\b)[\w'&-]{1,20}"
OWNER = r"(?:[\ue000-\ue7ff\uf000-\uf7ff](?:'s)? ){0,2}"
IN_BRACKETS = re.compile(rf"(?P<w>{WORK})(?: ?\([^()]{{0,60}}\))? ?\((?P<b>[^()]{{0,60}})\)")
BRACKET_YEAR = re.compile(
    rf"(?:^|[,;/] ?|^(?:[\w\uf000-\uf7ff-]+ ){{1,3}})(?P<y>{YEAR})(?: ?[-~] ?(?:{YEAR}|\d\d|present|now)?)?(?:$|[,;/]| (?:\w+)$)"
)
LAST_BREAK = re.compile(r", (?=[\ue800-\uefff])|[;:]|[!?] |\. (?=\D)|, (?:and|but|while|whereas) (?=[\ue000-\uf7ff])| - ")
NEXT_BREAK = re.compile(r"[;:]|[!?] |\. (?=\D)|, (?:and|but|while|whereas) (?=[\ue000-\uf7ff])| - ")
NOT_SUBJECT = re.compile(
    rf"\b(?:by|starring|with|from|featuring|of|opposite|between|for|stars|to|against|than|after|"
    rf"following|before|behind|like|succeeding|replacing) "
    rf"(?:(?!and\b|or\b)[a-z-]+ ){{0,3}}(?:{MENTION}(?:'s)?[ ,]*(?:and |& )?){{1,12}}$"
)
DATED_OTHERWISE = re.compile(
    (
        r"\b(?:end(?:s|ed|ing)?|wrap(?:s|ped)?|wins?|winning|film(?:ed|ing)|shoot(?:s|ing)?|shot|cast|"
        r"announc\w+|confirm\w+|report\w+|finale|final|last episode|conclu\w+|"
        r"finish\w*|goodbye|farewell|won|awards?|prize|trophy|set in|plays in|rank\w*|topped|ratings?|"
        r"percent|script reading|press conference|episode \d+|"
        r"[2-9]th episode|\d\dth episode|million|tickets|views|poster|teaser|trailer|interview|signed|"
        r"married|wedding|born|died|renew\w*|postpon\w*|delay\w*|"
        r"cancel\w*|rights|contract|enlist\w*|production|crank\w*|audition\w*|read|met|named|"
        r"honou?red|left|joined|quit|talks|since then|fan meeting|pop-up|special|version of|remake of|"
        r"(?:second|third|fourth|new|next|final) season|watch\w*|visit\w*|host\w*|contestant|"
        r"compet\w+|appear\w* as a guest)\b|%"
    ),
    re.IGNORECASE,
)
LATER_EPISODE = re.compile(
    r"\b(?:(?!1st)\d+(?:st|nd|rd|th)|second|third|fourth|final|last|latest|previous|next|upcoming|"
    r"recent|special) (?:\w+ ){0,2}?episodes?\b|\b[Ee]pisodes? \d+|\bfinale\b"
)
A_SLOT = re.compile(
    r"(?:'s)?(?: ?(?:&|and|-|/|to) ?\w+)? (?:time slot|slot|drama|series|nights?|evenings?|lineup|"
    r"block|miniseries|variety|special)\b"
)
THE_WORK = re.compile(
    r"(?:[Tt]he|[Tt]his) (?!\w*(?:actor|actress|singer|star|couple|pair|duo|group|network|"
    r"broadcaster|company|agency|awards?|ceremony|festival|idol|rapper|director|"
    r"writer|news|cast|team|band|platform|streamer|teaser|trailer|poster|wedding|concert|event|"
    r"exhibition)\b)(?:[a-z]+-)?[a-z]+(?: (?!of\b|in\b|at\b)[a-z-]+){0,3}"
)
POSTPONED = re.compile(
    r"[^.;]{0,20}\bbut (?:\w+ ){0,4}(?:pushed|postponed|delayed|moved|cancel\w*)|'s (?!premiere|"
    r"debut|release|broadcast|\w+ (?:film|drama|series|hit|movie))"
)
CALENDAR = re.compile(r"\W{0,4}(?:(?:on|from) )?$")
AFTER_DATE = re.compile(
    rf"(?: ?\([^()]{{0,12}}\))? ?[-:|•·,]{{1,2}} ?(?:{ORG}(?:'s)? |[\w'-]+ "
    rf"){{0,3}}?(?P<w>{WORK})(?:{BRACKET}|[^\ue800-\uefff]{{0,60}}$)"
)
OF_YEAR = re.compile(
    rf"(?P<a>{MENTION})'s (?:\w+ ){{0,2}}(?:film|movie|drama|series|hit|comedy|romance|thriller|novel|show) of (?P<y>{YEAR})\b"
)
NOT_BEGUN = re.compile(
    r"(?:\b(?:until|till|through|by|before|after|for|every|each)(?: the)? ?$)|\b(?:every|each) \w+ (?:and|&) $|"
    r"\b(?:born|founded|established|married|wed)(?: in| on)? ?$|\b(?:until|by)$",
    re.IGNORECASE,
)
OPENED_WITH = re.compile(r"^ ?(?:with|to|at) (?:an? )?(?:[\w.-]+ ){0,4}?(?:\d+(?:\.\d+)? ?(?:%|percent)|ratings?)")
PREPARED = re.compile(
    (
        r"\b(?:filming|shooting|production|shoot|tickets?|pre-?sales?|voting|auditions?|rehearsals?|"
        r"readings?|contract|wedding|enlist\w*|trial)\b"
    ),
    re.IGNORECASE,
)
AUXILIARY = re.compile(
    r"(?:[ ,](?:which|that|will|would|is|was|are|were|be|been|has|had|have|also|finally|first|now|"
    r"to|set|due|slated|scheduled|expected|then|officially|just|both|each|only))*\s*$"
)
PROMOTION = re.compile(
    r"\b(?:teasers?|trailers?|posters?|stills?|photos?|clips?|OST|soundtrack|music video|MV|"
    r"previews?|scripts?|highlights?|pictorials?|merchandise|"
    r"figures|documentary about|behind-the-scenes)\b"
)
LATER_SEASON = re.compile(
    r"\b(?:(?:second|third|fourth|fifth|final|last|new|next|another) (?:season|part|installment|"
    r"half|volume)|(?:[Ss]eason|[Pp]art|[Vv]olume) (?:[2-9]|two|three)|"
    r"remake|sequel|prequel|spin-off|adaptation|version|reboot|follow-up) (?:of|to) (?:[a-z'-]+ ){0,3}$"
)
OWNS_WORK = re.compile(rf"'s (?:{WORD} ){{0,4}}?{WORK}")
GOES_ON = re.compile(r"\b(?:and|then) (?:\w+ )?(?:is|was|has|had|moved|went|left|later|then)\b")
RELATIVE = re.compile(r"\b(?:who|which|that) $")
UNTRUE = re.compile(r"\b(?:not|never|n't|cannot)\b|n't\b")
SUPPOSED = re.compile(r"\b(?:[Ii]f|whether|consider\w*|review\w*|talks|mulling|offered|waiting)\b")
AS_WORK = re.compile(rf",? (?P<t>as|under the title|with the title) (?P<w>{WORK})")
DIRECT = re.compile(
    rf"(?P<w>{WORK}){BRACKET},? ?(?:(?:on|for|from|at|by) [\uf000-\uf7ff] )?(?:back )?(?P<t>in|from|of|since)? ?$"
)
SINCE = re.compile(rf"\b(?:since|after) {WORK}{BRACKET} in $")
SEASON = re.compile(r" (?:season|part|vol(?:ume)?\.?) ?\d", re.IGNORECASE)


@cache
def kinds() -> str:
    """What a work is called after its year, as alternatives of a pattern."""
    return "|".join(load_words("english/releases.yaml")["kinds"])


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The pattern of this name, over masks."""
    words = load_words("english/releases.yaml")
    of_kind = rf"(?:{WORD} |[\uf000-\uf7ff](?:'s)? ){{0,3}}?(?:{kinds()})"
    patterns = {
        "verbs": rf"\b(?:{'|'.join(words['verbs'])})\b",
        "nouns": rf"\b(?:{'|'.join(words['nouns'])})\b",
        "shows": rf"\b(?:{'|'.join(words['shows'])})\b",
        "career": rf"\b(?:{'|'.join(words['career'])})\b",
        "year_kind": (
            rf"(?<![-/\d])(?P<y>{YEAR})(?:'s)? (?!and |but |or |at |with |by |of )(?P<t>{of_kind})s?,? "
            rf"(?:(?:of|called|titled|named|entitled|by|from|the|in|version) )?{OWNER}(?P<w>{WORK})"
        ),
        "kind_before": rf"(?P<w>WORK),? (?:an?|the|{MENTION}'s|his|her|their) (?:{WORD} ){{0,3}}?{of_kind} (?:of|from|in)? ?$",
        "kind_of_year": (
            rf"(?P<w>WORK){BRACKET}(?:,| -| is| was) (?:an?|the|another|{MENTION}'s|his|her|their) "
            rf"(?:{WORD} |[\uf000-\uf7ff](?:'s)? ){{0,3}}?(?P<t>{of_kind} of (?P<y>{YEAR}))\b"
        ),
        "kind_after": (
            rf"(?P<w>{WORK}){BRACKET}(?:,| -| is| was) (?:an?|the|another|{MENTION}'s|[Hh]is|[Hh]er|"
            rf"[Tt]heir) (?:{WORD} ){{0,3}}?(?P<y>{YEAR}) (?P<t>{of_kind})\b"
        ),
    }
    return re.compile(patterns[name].replace("WORK", WORK).replace("ORG", ORG), re.IGNORECASE)

"""The words and shapes with which English news gives prizes.  Patterns run over masks on which prizes are painted."""

from __future__ import annotations

import re

from kgraph.claims.english.grammar import BRACKET, PEOPLE, PERSON, WORK, WORKS
from kgraph.claims.english.prizes import CATEGORY, CEREMONY, PRIZE

WIN = (
    r"(?:w[io]n(?:s|ning)?|took(?: home)?|tak(?:es?|ing)(?: home)?|receiv(?:ed|es|ing)|earn(?:ed|"
    r"s|ing)|bagg(?:ed|ing)|picked up|pick(?:s|ing) up|collect(?:ed|s)|also collected|"
    r"claim(?:ed|s)|scoop(?:ed|s)(?: up)?|clinch(?:ed|es)|land(?:ed|s)|nabb?(?:ed|s)|got|gets|"
    r"gained|secured|snagg?(?:ed|s)|grabb?(?:ed|s)|swept|garnered|"
    r"(?:was|were|has been|been|is) (?:also )?(?:awarded|named|honou?red with|given|presented "
    r"with|crowned|chosen as|selected as|recogni[sz]ed with)|lifted|brought home|walked away with|"
    r"went home with)"
)
NOMINATED = (
    r"(?:(?:was|were|is|are|been|also|being)? ?(?:also )?nominated(?: as| in| at)?|(?:received|"
    r"earned|got|scored|landed|picked up) (?:an? |\w+ )?(?:\w+ )?nominations?(?: for| in| at)?|up "
    r"for|in the running for|"
    r"contend(?:s|ed|ing) for|vying for|compet(?:es|ed|ing) for|nominees? (?:for|in|at)|nods? for)"
)
FILL = (
    (
        r"(?:(?:(?:his|her|their|its|the|an?|first|second|third|both|also|career|two|three|four|five|"
        r"for|as|in|at|of|prestigious|coveted|top|prizes?|awards?|trophy|trophies|including|such|top|"
        r"honou?rs?|title|category|and|from|on|with|by|\d{4}|\d+(?:st|nd|rd|th)|"
        r"[\ue000-\ue7ff\uf000-\uf7ff]'s)|\W|(?:"
    )
    + CEREMONY
    + r")) ?){0,10}?"
)
PRIZES = (  # atomic: however the words between two prizes are split, they lead to the same prize
    rf"(?P<z>{PRIZE}(?>(?:'s?)?(?:,| and|, and| as well as| or|;| plus)? ?(?:the |both |for |at |"
    rf"of |in |from |\d+(?:st|nd|rd|th) |award |prize |trophy |\(|\) |including |among them |[,:] "
    rf"?)*{PRIZE}){{0,12}})"
)
SUBJECT = rf"(?P<x>{PEOPLE}|{WORKS})(?:,[^.;]{{0,90}}?,)?,? (?:[a-z]+ ){{0,3}}?"
WINS = re.compile(rf"(?P<t>\b{WIN}),? {FILL}{PRIZES}(?!\uf8ff| nomin| nod)")
WON_A_NOD = re.compile(
    rf"\b(?P<t>won|earned|got|brought|gave|landed|scored) (?P<x>{PERSON}) (?:an? |the |[a-z]+ )?"
    rf"(?P<z>{PRIZE} (?:nominations?|nods?)(?: (?:for|as|in) {PRIZE})?)"
)
WON_FOR = re.compile(rf" (?P<x>{PERSON}) (?!and\b|,)")
NOMS = re.compile(rf"(?P<t>\b{NOMINATED}),? {FILL}{PRIZES}")
TO = re.compile(
    rf"{PRIZES}(?:[^.;\ue000-\uefff]{{0,40}}?) "
    r"(?P<t>went to|goes to|going to|(?:had |has |have )?been (?:given|awarded|presented) to|was awarded to|was given to|"
    rf"was presented to|were awarded to|was won by|belonged to|to|was|is|:|-) "
    rf"(?:[^.;,\ue000-\uefff]{{0,40}} )?(?P<x>{PEOPLE}|{WORKS})"
)
LISTED = re.compile(rf"^ ?(?:[-•*] ?|\d{{1,2}}[.)] ?)?{PRIZES} ?(?P<t>:|-|\|)+ ?(?P<x>{PEOPLE}|{WORKS})")
WINNER = re.compile(
    rf"(?P<z>{PRIZE})(?: {PRIZE})?[ -](?P<t>winner|winning|nominee|nominated|winners|nominees)s?,? "
    rf"(?:(?!who\b|that\b|of\b|for\b|with\b|is\b|in\b|and\b|was\b|at\b|to\b|has\b)[a-z-]+ "
    rf"){{0,4}}?(?P<x>{PERSON}|{WORK})"
)
IS_WINNER = re.compile(
    rf"(?P<x>{PERSON}|{WORK}){BRACKET},? (?:is |was |and |who is )?(?:an? |the )?(?:owner|"
    rf"(?P<b>{PRIZE})[ -](?:winner|nominee)|winner|nominee)(?: of| for)? ?(?:the "
    rf")?(?P<z>{PRIZE})?(?P<t>)"
)
MADE = re.compile(
    rf"(?P<w>{WORK}){BRACKET} (?P<t>made|earned|won|brought|gave|got|helped|landed) "
    rf"(?P<x>{PERSON}) (?:win |to win )?{FILL}{PRIZES}"
)
FOR = re.compile(
    rf"[^.;]{{0,60}}?\b(?:(?:for|with|by) (?:(?!and\b|while\b|but\b|to\b|"
    rf"lost\b)[\w'\ue000-\ue7ff\uf000-\uf7ff-]+ ){{0,9}}?|in )(?P<w>{WORKS})"
)
FOR_BEFORE = re.compile(
    rf"(?<!known )(?<!famous )(?<!remembered )\b(?:for|with) (?:[a-z]+ ){{0,3}}(?P<w>{WORKS}),? (?:{PERSON} )?$"
)
WHICH = re.compile(
    rf"{PRIZES}[^.;\ue000-\uefff]{{0,20}}?,? (?:which|that) (?P<x>{PEOPLE}|{WORKS}) (?:had |has |also )?(?P<t>{WIN})\b"
)
LOST = re.compile(
    rf"\b(?P<t>lost) (?:out on )?(?:the )?(?P<z>{PRIZE})(?: award| prize)? to (?:[a-z]+ ){{0,3}}(?P<x>{PERSON}|{WORK})"
)
SHARED = re.compile(rf"(?P<z>{PRIZE}),? which (?P<x>{PERSON}) (?P<t>shared) with (?:[a-z]+ ){{0,3}}(?P<y>{PERSON})")
ROW = re.compile(r" ?[-|•,:\t] ?\(?(?P<t>Won|Winner|Win|Nominated|Nominee|Nomination|won|nominated)\)?\W*$")
BRACKETED = re.compile(rf"(?P<x>{PERSON}|{WORK}) \((?:[^()]{{0,30}} )?(?P<z>{PRIZE})(?: award)?[ -](?P<t>winner|nominee)\b")
AS_BEST = re.compile(rf"(?:,| and|, and|;) (?P<x>{PERSON}){BRACKET} (?P<t>as) (?P<z>{CATEGORY})")
WAS_BEST = re.compile(
    rf"(?P<x>{PERSON}){BRACKET}(?:, [^,.;]{{1,60}},)? "
    rf"(?P<t>was|is) (?:also )?(?:the )?(?P<z>{CATEGORY})(?! (?:winner|nominee|of\b))"
)
FOR_PERSON = re.compile(
    rf"(?P<z>{CATEGORY}) (?P<t>for) (?:(?:its|the|their|[a-z]+) ){{0,3}}(?P<x>{PERSON}(?:(?:, | and |, and ){PERSON})*)(?!'s)"
)
WHOSE = re.compile(rf"(?P<p>{PERSON}){BRACKET},? whose (?:[\w'-]+ ){{0,4}}{WORK},? (?:also )?$")
LINKED = re.compile(rf"(?P<x>{WORK}) (?:the |for )?{PRIZES}")
DOUBT = re.compile(
    r"\b(?:not|never|n't|if|would|could|may|might|hopes?|hoping|should|will|wants?|dreams?|"
    r"expected|predict\w*|lost|los(?:es|ing)|miss(?:ed|es)|fail\w*|vote|tonight|ceremony will|"
    r"host\w*|presenter)\b|n't\b"
)

// Works for which articles report more than one release date.
MATCH (work:Work)-[fact:RELEASED_ON]->()
WITH work, count(DISTINCT fact.date) AS dates, min(fact.date) AS earliest, max(fact.date) AS latest
WHERE dates > 1
RETURN work.name AS title, dates, earliest, latest
ORDER BY title

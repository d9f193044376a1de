// What a person, work or group won or was nominated for.
MATCH (:Name {key: $entity})<-[:NAMED]-(:Entity)-[fact:WON|NOMINATED_FOR]->()
WHERE fact.award IS NOT NULL
RETURN CASE type(fact) WHEN 'WON' THEN 'won' ELSE 'nominated' END AS outcome,
  fact.award AS award, fact.date AS date, fact.sources AS sources
ORDER BY date IS NOT NULL, date, award, outcome

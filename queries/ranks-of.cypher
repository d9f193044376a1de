// The ranks that a work is reported to have held, by date.
MATCH (:Name {key: $work})<-[:NAMED]-(:Work)-[:RANKED]->(fact:Ranking)
WHERE fact.rank IS NOT NULL
RETURN fact.date AS date, fact.rank AS rank, fact.chart AS chart, fact.region AS region,
  fact.days AS days, fact.points AS points, fact.sources AS sources
ORDER BY date IS NOT NULL, date, chart IS NOT NULL, chart, region IS NOT NULL, region, rank

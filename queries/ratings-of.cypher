// The viewer ratings of a work, by date and episode.
MATCH (:Name {key: $work})<-[:NAMED]-(:Work)-[:RATED]->(fact:Rating)
WHERE fact.percent IS NOT NULL
RETURN fact.date AS date, fact.episode AS episode, fact.percent AS percent, fact.region AS region, fact.sources AS sources
ORDER BY date IS NOT NULL, date, episode IS NOT NULL, episode, region IS NOT NULL, region, percent

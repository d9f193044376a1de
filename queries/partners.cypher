// Directors and writers, and the actors that are in most of their works.
MATCH (c:Person)-[:DIRECTED|WROTE]->(work)<-[:ACTED_IN]-(a:Person)
WHERE a <> c
WITH c, a, count(DISTINCT work) AS works
RETURN c.name AS creator, a.name AS actor, works
ORDER BY works DESC, creator, actor
LIMIT 100

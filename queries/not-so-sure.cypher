// Facts that are talked of, planned, declined, denied, rumoured or ended: everything that is no plain edge.
MATCH (s:Entity)-[fact:REPORTED]->(o:Entity)
WHERE fact.status IS NOT NULL
RETURN fact.status AS status, s.name AS subject, fact.predicate AS predicate, o.name AS object,
  fact.sources AS sources, fact.last_report AS lastReport
ORDER BY status, subject, predicate, object

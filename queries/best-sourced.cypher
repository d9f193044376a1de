// Facts of one predicate, those with the most independent articles first.
MATCH (s:Entity)-[fact]->(o)
WHERE fact.predicate = $predicate
RETURN s.name AS subject, CASE WHEN o:Entity THEN o.name END AS object, fact.status AS status, fact.sources AS sources,
  fact.confidence AS confidence, fact.first_report AS firstReport, fact.last_report AS lastReport
ORDER BY sources DESC, subject, object IS NOT NULL, object, status IS NOT NULL, status
LIMIT 200

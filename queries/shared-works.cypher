// Works that two people both have to do with, by what is plainly stated.
MATCH (:Name {key: $one})<-[:NAMED]-(left:Person)-[p]->(work:Work)
MATCH (:Name {key: $other})<-[:NAMED]-(right:Person)-[q]->(work)
WHERE left <> right AND type(p) <> 'REPORTED' AND type(q) <> 'REPORTED'
RETURN DISTINCT work.label_en AS title, work.label_ko AS titleKo, p.predicate AS as, q.predicate AS otherAs
ORDER BY title IS NOT NULL, title, titleKo IS NOT NULL, titleKo, as, otherAs

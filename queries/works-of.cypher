// What a person has to do with which works: directed, wrote, acted in and so on, with status and how many articles say so.
MATCH (:Name {key: $person})<-[:NAMED]-(:Person)-[fact]->(work:Work)
RETURN fact.predicate AS predicate, work.label_en AS title, work.label_ko AS titleKo, work.kind AS kind,
  fact.status AS status, fact.character AS character, fact.sources AS sources, fact.confidence AS confidence
ORDER BY predicate, title IS NOT NULL, title, titleKo IS NOT NULL, titleKo, status IS NOT NULL, status

// Who has to do with a work, and how.
MATCH (:Name {key: $work})<-[:NAMED]-(:Work)<-[fact]-(person:Person)
RETURN fact.predicate AS predicate, person.label_en AS name, person.label_ko AS nameKo,
  fact.character AS character, fact.status AS status, fact.sources AS sources
ORDER BY predicate, name IS NOT NULL, name, nameKo IS NOT NULL, nameKo, status IS NOT NULL, status

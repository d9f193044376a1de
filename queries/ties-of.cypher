// The people that a person is said to be tied to: friends, family, partners, with status.
MATCH (:Name {key: $person})<-[:NAMED]-(:Person)-[fact]-(other:Person)
RETURN fact.predicate AS predicate, other.label_en AS name, other.label_ko AS nameKo, fact.status AS status,
  fact.sources AS sources, fact.first_report AS firstReport, fact.last_report AS lastReport
ORDER BY predicate, name IS NOT NULL, name, nameKo IS NOT NULL, nameKo, status IS NOT NULL, status

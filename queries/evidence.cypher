// The sentences behind every fact that two entities share: article, date of publication, words.
MATCH (:Name {key: $one})<-[:NAMED]-(left:Entity)
MATCH (:Name {key: $other})<-[:NAMED]-(right:Entity)
MATCH (left)-[fact]-(right)
MATCH (claim:Claim {fact: fact.id})-[:STATED_IN]->(source:Article)
RETURN fact.predicate AS predicate, fact.status AS status, coalesce(source.long_id, source.id) AS article,
  source.published AS published, claim.evidence AS sentence, claim.rule AS rule
ORDER BY published IS NOT NULL, published, article, predicate, sentence

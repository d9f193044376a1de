// Works on a broadcaster or platform, with release dates where one is reported.
MATCH (:Name {key: $platform})<-[:NAMED]-(:Organization)<-[:AIRED_ON]-(work)
OPTIONAL MATCH (work)-[released:RELEASED_ON]->()
RETURN work.label_en AS title, work.label_ko AS titleKo, work.kind AS kind, min(released.date) AS firstReleased
ORDER BY title IS NOT NULL, title, titleKo IS NOT NULL, titleKo

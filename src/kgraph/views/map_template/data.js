"use strict";
/* The data, taken out of its columns once: names, facts, and sentences when they are asked for. */
const byId = (id) => document.getElementById(id);
const DATA = unpack(JSON.parse(byId("data").textContent));

function unpack(raw) {
  const rows = (columns) => columns.id.map((_, place) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column[place]])));
  const types = Object.keys(raw.classes);
  const predicates = Object.keys(raw.predicates);
  const date = (at) => (at < 0 ? null : raw.dates[at]);
  const nodes = rows(raw.nodes).map((node) => ({ ...node, type: types[node.type], labels: { en: node.en, ko: node.ko } }));
  const facts = rows(raw.facts).map((fact) => ({
    ...fact, p: predicates[fact.p], o: fact.o < 0 ? null : fact.o, q: raw.qualifiers[fact.q], first: date(fact.first), last: date(fact.last),
  }));
  return { ...raw, nodes, facts };
}

/* The places are for a wide screen; on a tall one the map lies on its side. */
const turned = innerHeight > innerWidth * 1.1;
if (turned) for (const node of DATA.nodes) [node.x, node.y] = [node.y, node.x];

/* A sentence that states a fact, with the place of the words that count. */
function evidenceAt(place) {
  const said = DATA.said;
  return {
    text: DATA.texts[said.text[place]], mark: [said.from[place], said.to[place]], cut: [said.cut[place] & 1, said.cut[place] & 2],
    start: said.start[place], end: said.end[place], rule: DATA.rules[said.rule[place]], article: DATA.articles[said.article[place]],
  };
}

/* Facts of each name, the ones that join it to another among them, and the sources of each fact. */
const factsOf = DATA.nodes.map(() => []);
DATA.facts.forEach((fact, place) => {
  factsOf[fact.s].push(place);
  if (fact.o !== null && fact.o !== fact.s) factsOf[fact.o].push(place);
});
const joining = DATA.facts.map((_, place) => place).filter((place) => DATA.facts[place].o !== null);
const publishersOf = DATA.facts.map((fact) => new Set(fact.evidence.map((place) => publisherOf(DATA.articles[DATA.said.article[place]]))));

function publisherOf(article) {
  return article.publisher || "";
}

const isDoubtful = (fact) => fact.rank === "deprecated" || fact.q.status in DATA.statuses;
const otherEnd = (fact, place) => (fact.s === place ? fact.o : fact.s);

/* The best first: firm before doubtful, then the better sourced, then the surer. */
const weightOf = (fact) => (isDoubtful(fact) ? 0 : 10) + 2 * Math.min(fact.sources, 4) + fact.confidence;

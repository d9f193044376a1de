/* What is on the map now: after filters, time and folded neighbours. */
const shown = { facts: new Uint8Array(DATA.facts.length), nodes: new Uint8Array(DATA.nodes.length), degree: new Uint32Array(DATA.nodes.length) };

/* An end that an article states takes the relationship away from then on. */
const endings = new Map();
for (const fact of DATA.facts) {
  if (fact.q.status === "ended" && fact.q.date) endings.set([fact.s, fact.p, fact.o].join(" "), fact.q.date);
}

/* From when to when a fact counts on a clock; null where it has no date there. */
function lifeOf(fact, clock) {
  if (clock === "reported") return fact.first ? [fact.first, fact.last || fact.first] : null;
  if (fact.q.status === "ended") return fact.q.date ? ["", fact.q.date] : null;
  const ending = endings.get([fact.s, fact.p, fact.o].join(" "));
  if (!fact.q.date) return ending ? ["", ending] : null;
  return [fact.q.date, ending || ""];
}

const LAST = "~";

/* True if the fact counts at that time: begun by then, and not over before the shown stretch of time. */
function isInTime(fact) {
  if (!view.clock || !view.at) return true;
  const life = lifeOf(fact, view.clock);
  if (!life) return view.undated;
  const begins = life[0] <= view.at.padEnd(10, LAST);
  if (view.span) return begins && (life[1] || life[0]).padEnd(10, LAST) >= monthsBefore(view.at, view.span);
  const goes = view.clock === "true" && life[1] !== "" && life[1] <= view.at;
  return begins && !goes;
}

function monthsBefore(date, months) {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7) || "1")];
  const count = year * 12 + month - 1 - months;
  return String(Math.floor(count / 12)).padStart(4, "0") + "-" + String((count % 12) + 1).padStart(2, "0") + (date.slice(7) || "");
}

function passesFilters(fact, place) {
  return !view.hiddenPredicates.has(fact.p) && !view.hiddenStatuses.has(fact.q.status || "stated") && fact.confidence >= view.least
    && fact.sources >= view.sources && (view.publisher === null || publishersOf[place].has(view.publisher)) && isInTime(fact);
}

/* Names that are there at all: of a class that is shown, and not folded away. */
function findPresent() {
  const present = DATA.nodes.map((node) => !node.far && !view.hiddenTypes.has(node.type));
  for (const place of view.expanded) {
    for (const at of factsOf[place]) {
      const end = otherEnd(DATA.facts[at], place);
      if (end !== null && !view.hiddenTypes.has(DATA.nodes[end].type)) present[end] = true;
    }
  }
  return present;
}

function refreshShown() {
  const present = findPresent();
  shown.degree.fill(0);
  DATA.facts.forEach((fact, place) => {
    const ends = present[fact.s] && (fact.o === null || present[fact.o]);
    shown.facts[place] = ends && passesFilters(fact, place) ? 1 : 0;
    if (shown.facts[place]) {
      shown.degree[fact.s] += 1;
      if (fact.o !== null) shown.degree[fact.o] += 1;
    }
  });
  present.forEach((is, place) => { shown.nodes[place] = is && shown.degree[place] > 0 ? 1 : 0; });
}

/* Neighbours that are in the file but folded away. */
function foldedOf(place) {
  const ends = factsOf[place].map((at) => otherEnd(DATA.facts[at], place));
  return [...new Set(ends)].filter((end) => end !== null && DATA.nodes[end].far && !shown.nodes[end]);
}

/* Something about what is shown has changed: everything that shows it follows. */
function changed() {
  refreshShown();
  invalidate();
  drawCounts();
  if (view.table) drawTable();
  keepInAddress();
}

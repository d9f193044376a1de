/* The best paths between two names over what is shown: the weights are those of `kgraph path`. */
const MOST_STEPS = 6;
const PATHS = 3;
const MOST_TRIED = 20000;

function startPath(place) {
  view.pathFrom = place;
  announce(word("path_pick"));
  const note = byId("panel").querySelector(".pick") || make("p", { class: "pick note", role: "status" });
  note.textContent = word("path_pick");
  byId("panel").querySelector(".actions").after(note);
  byId("search").focus();
}

/* For each neighbour the best fact that joins it: the surest, then the best sourced; none that is doubtful. */
function stepsFrom(place) {
  const steps = new Map();
  for (const at of factsOf[place]) {
    const fact = DATA.facts[at];
    const end = fact.o === null ? null : otherEnd(fact, place);
    const doubtful = fact.rank === "deprecated" || ["denied", "declined", "rumoured"].includes(fact.q.status);
    if (!shown.facts[at] || doubtful || end === null || end === place || !shown.nodes[end]) continue;
    if (!steps.has(end) || isBetter(fact, DATA.facts[steps.get(end)])) steps.set(end, at);
  }
  return steps;
}

const isBetter = (one, other) => (one.confidence - other.confidence || one.sources - other.sources || (one.id < other.id ? 1 : -1)) > 0;

const years = (date) => (date ? Number(date.slice(0, 4)) + (Number(date.slice(5, 7) || "1") - 1) / 12 : null);

function stepCost(fact, newest) {
  const evidence = Math.max(fact.confidence, 0.01) * (1 - 0.5 ** fact.sources);
  const year = years(fact.last);
  return 1 - Math.log(Math.max(evidence, 0.01)) + 0.02 * (year === null ? 20 : Math.min(newest - year, 20));
}

/* A queue that gives the cheapest first. */
class Queue {
  constructor() { this.heap = []; }

  get size() { return this.heap.length; }

  put(cost, item) {
    const heap = this.heap;
    let at = heap.push([cost, item]) - 1;
    for (let up = (at - 1) >> 1; at && heap[up][0] > heap[at][0]; at = up, up = (at - 1) >> 1) [heap[up], heap[at]] = [heap[at], heap[up]];
  }

  take() {
    const heap = this.heap;
    const first = heap[0];
    const last = heap.pop();
    if (heap.length) {
      heap[0] = last;
      for (let at = 0, down = 1; down < heap.length; at = down, down = 2 * at + 1) {
        if (down + 1 < heap.length && heap[down + 1][0] < heap[down][0]) down += 1;
        if (heap[at][0] <= heap[down][0]) break;
        [heap[at], heap[down]] = [heap[down], heap[at]];
      }
    }
    return first;
  }
}

function hopsFrom(start, stepsOf) {
  const hops = new Map([[start, 0]]);
  for (const place of hops.keys()) {
    if (hops.get(place) === MOST_STEPS) break;
    for (const end of stepsOf(place).keys()) if (!hops.has(end)) hops.set(end, hops.get(place) + 1);
  }
  return hops;
}

/* What each step costs, among the names on paths that are short enough.  Names that are joined to very many cost more. */
function stepsBetween(from, to) {
  const known = new Map();
  const stepsOf = (place) => { if (!known.has(place)) known.set(place, stepsFrom(place)); return known.get(place); };
  const [there, back] = [hopsFrom(from, stepsOf), hopsFrom(to, stepsOf)];
  const isNear = (place) => there.has(place) && back.has(place) && there.get(place) + back.get(place) <= MOST_STEPS;
  const near = new Map([...there.keys()].filter(isNear).map((place) => [place, [...stepsOf(place)].filter(([end]) => isNear(end))]));
  const newest = [...near.values()].flat().reduce((latest, [, at]) => Math.max(latest, years(DATA.facts[at].last) || 0), 0);
  const hub = (place) => (place === from || place === to ? 0 : 0.25 * Math.log(factsOf[place].length));
  const cost = (place, end, at) => stepCost(DATA.facts[at], newest) + (hub(place) + hub(end)) / 2;
  return new Map([...near].map(([place, steps]) => [place, steps.map(([end, at]) => ({ end, at, cost: cost(place, end, at) }))]));
}

/* What the cheapest way to the goal costs from each name. */
function cheapestTo(goal, steps) {
  const found = new Map();
  const queue = new Queue();
  queue.put(0, goal);
  while (queue.size) {
    const [cost, place] = queue.take();
    if (found.has(place)) continue;
    found.set(place, cost);
    for (const step of steps.get(place) || []) if (!found.has(step.end)) queue.put(cost + step.cost, step.end);
  }
  return found;
}

function findPaths(from, to) {
  const steps = stepsBetween(from, to);
  const ahead = cheapestTo(to, steps);
  const found = [];
  const queue = new Queue();
  if (ahead.has(from)) queue.put(ahead.get(from), { path: [from], facts: [], cost: 0 });
  for (let tried = 0; queue.size && found.length < PATHS && tried < MOST_TRIED; tried += 1) {
    const [, { path, facts, cost }] = queue.take();
    const last = path[path.length - 1];
    if (last === to) { found.push({ path, facts }); continue; }
    for (const step of path.length <= MOST_STEPS ? steps.get(last) : []) {
      if (path.includes(step.end) || !ahead.has(step.end)) continue;
      queue.put(cost + step.cost + ahead.get(step.end), { path: [...path, step.end], facts: [...facts, step.at], cost: cost + step.cost });
    }
  }
  return found;
}

function showPaths(from, to) {
  const found = findPaths(from, to);
  view.selected = { path: [from, to] };
  openPanel(
    make("h2", {}, word("paths")),
    make("p", { class: "names" }, ...[from, to].map((place) => make("button", { type: "button", on: () => showNode(place) }, shorten(label(DATA.nodes[place]), 80)))),
    ...(found.length ? found.flatMap(pathCard) : [make("p", {}, word("no_path"))]),
  );
  goTo([...new Set(found.flatMap((each) => each.path).concat(from, to))], found.flatMap((each) => each.facts));
  keepInAddress();
}

function pathCard({ path, facts }, number) {
  const steps = facts.map((at, step) => {
    const evidence = evidenceAt(DATA.facts[at].evidence[0]);
    const forwards = DATA.facts[at].s === path[step] || (DATA.predicates[DATA.facts[at].p] || {}).symmetric;
    const says = label(DATA.nodes[path[step]]) + (forwards ? " → " : " ← ") + predicateLabel(DATA.facts[at].p) + (forwards ? " → " : " ← ") + label(DATA.nodes[path[step + 1]]);
    return make("li", {}, make("button", { class: "fact", type: "button", on: () => showFact(at) }, shorten(says, 200), make("small", {}, shorten(evidence.text, 240))));
  });
  return [make("h3", {}, word("path") + " " + (number + 1) + " · " + counted(facts.length, "steps_one", "steps")), make("ol", {}, ...steps)];
}

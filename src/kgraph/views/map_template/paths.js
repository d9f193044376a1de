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

/* For each name the best fact to each of its neighbours, and what the step costs. */
function stepsFrom(place, newest) {
  const steps = new Map();
  for (const at of factsOf[place]) {
    const fact = DATA.facts[at];
    const end = fact.o === null ? null : otherEnd(fact, place);
    const doubtful = fact.rank === "deprecated" || ["denied", "declined", "rumoured"].includes(fact.q.status);
    if (!shown.facts[at] || doubtful || end === null || end === place || !shown.nodes[end]) continue;
    const cost = stepCost(fact, newest);
    if (!steps.has(end) || cost < steps.get(end).cost) steps.set(end, { at, cost });
  }
  return steps;
}

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

function costs() {
  const newest = Math.max(0, ...DATA.dates.map(years));
  const known = new Map();
  const hub = (place, ends) => (ends.includes(place) ? 0 : 0.25 * Math.log(Math.max(1, steps(place).size)));
  const steps = (place) => {
    if (!known.has(place)) known.set(place, stepsFrom(place, newest));
    return known.get(place);
  };
  return { steps, hub };
}

/* What the cheapest way to the goal costs from each name. */
function cheapestTo(goal, way, ends) {
  const found = new Map();
  const queue = new Queue();
  queue.put(0, goal);
  while (queue.size) {
    const [cost, place] = queue.take();
    if (found.has(place)) continue;
    found.set(place, cost);
    for (const [end, step] of way.steps(place)) if (!found.has(end)) queue.put(cost + step.cost + (way.hub(place, ends) + way.hub(end, ends)) / 2, end);
  }
  return found;
}

function findPaths(from, to) {
  const way = costs();
  const ends = [from, to];
  const ahead = cheapestTo(to, way, ends);
  const found = [];
  const queue = new Queue();
  if (ahead.has(from)) queue.put(ahead.get(from), { path: [from], facts: [], cost: 0 });
  for (let tried = 0; queue.size && found.length < PATHS && tried < MOST_TRIED; tried += 1) {
    const [, { path, facts, cost }] = queue.take();
    const last = path[path.length - 1];
    if (last === to) { found.push({ path, facts }); continue; }
    for (const [end, step] of path.length <= MOST_STEPS ? way.steps(last) : []) {
      if (path.includes(end) || !ahead.has(end)) continue;
      const next = cost + step.cost + (way.hub(last, ends) + way.hub(end, ends)) / 2;
      queue.put(next + ahead.get(end), { path: [...path, end], facts: [...facts, step.at], cost: next });
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
  return [make("h3", {}, word("path") + " " + (number + 1) + " · " + facts.length + " " + word(facts.length === 1 ? "steps_one" : "steps")), make("ol", {}, ...steps)];
}

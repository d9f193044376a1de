/* The drawing: vis-network with places computed beforehand, colours from the ontology's classes and the page's theme. */
const factsOf = DATA.nodes.map(() => []);
DATA.facts.forEach((fact, place) => {
  factsOf[fact.s].push(place);
  if (fact.o !== null && fact.o !== fact.s) factsOf[fact.o].push(place);
});
const drawn = DATA.facts.map((fact, place) => place).filter((place) => DATA.facts[place].o !== null);
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
let network = null;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const FONT = () => colour("--font");

function nodeLook(place) {
  const node = DATA.nodes[place];
  const look = DATA.classes[node.type] || { colour: "#777777", shape: "dot" };
  return {
    id: place, x: node.x, y: node.y, label: shownLabels.has(place) ? shorten(label(node), 28) : "", shape: look.shape,
    size: (8 + Math.min(15, 3 * Math.sqrt(factsOf[place].length))) * Math.max(1, swell / 1.6),
    hidden: view.hiddenTypes.has(node.type),
    color: { background: look.colour, border: look.colour, highlight: { background: look.colour, border: colour("--ink") }, hover: { background: look.colour, border: colour("--ink") } },
    borderWidth: 2, borderWidthSelected: 3, opacity: !view.lit || view.lit.nodes.has(place) ? 1 : 0.22,
    font: { color: colour("--ink"), face: FONT(), size: labelSize, strokeWidth: labelSize / 4, strokeColor: colour("--halo"), vadjust: -2 },
    scaling: { label: { drawThreshold: 3 } },
  };
}

/* Far away only the best connected names are written, in letters that can be read; no two of them on each other. */
let shownLabels = new Set();
let labelSize = 14;
let swell = 1; // how much thicker things are drawn far away, so that they can still be seen
let detailAt = 0;

function chooseLabels() {
  const scale = network ? network.getScale() : 1;
  if (Math.abs(Math.log(scale / detailAt)) < 0.12) return;
  detailAt = scale;
  labelSize = scale < 0.9 ? 12.5 / scale : 14;
  swell = Math.min(3, Math.max(1, 0.75 / scale));
  const order = DATA.nodes.map((node, place) => place).filter((place) => !view.hiddenTypes.has(DATA.nodes[place].type));
  if (view.lit) order.splice(0, order.length, ...order.filter((place) => view.lit.nodes.has(place)));
  order.sort((left, right) => factsOf[right].length - factsOf[left].length || left - right);
  const taken = new Map();
  shownLabels = new Set(order.filter((place) => takeRoom(DATA.nodes[place], taken)));
  draw();
}

function takeRoom(node, taken) {
  const cell = labelSize * 1.6;
  const half = Math.min(30, Array.from(label(node)).reduce((sum, char) => sum + (char > "\u1100" ? 1 : 0.55), 0)) * labelSize / 2;
  const row = Math.floor(node.y / cell);
  const rows = [row - 1, row, row + 1].map((at) => taken.get(at) || []);
  if (rows.flat().some(([from, to, y]) => node.x + half > from && node.x - half < to && Math.abs(node.y - y) < cell)) return false;
  if (!taken.has(row)) taken.set(row, []);
  taken.get(row).push([node.x - half, node.x + half, node.y]);
  return true;
}

function redrawLabels() {
  detailAt = 0;
  chooseLabels();
}

function isDoubtful(fact) {
  return fact.rank === "deprecated" || fact.q.status in DATA.statuses;
}

function edgeLook(place) {
  const fact = DATA.facts[place];
  const predicate = DATA.predicates[fact.p] || {};
  const status = fact.q.status ? " (" + statusLabel(fact.q.status) + ")" : "";
  return {
    id: place, from: fact.s, to: fact.o, label: view.lit && !view.lit.facts.has(place) ? " " : predicateLabel(fact.p) + status,
    hidden: view.hiddenPredicates.has(fact.p) || [fact.s, fact.o].some((end) => view.hiddenTypes.has(DATA.nodes[end].type)),
    arrows: predicate.symmetric ? "" : { to: { enabled: true, scaleFactor: 0.55 } },
    dashes: isDoubtful(fact) ? [6, 5] : fact.confidence < 0.6 ? [2, 4] : false,
    width: Math.min(4, 1.2 + 0.6 * (fact.sources - 1)) * swell,
    color: { color: colour("--edge"), highlight: colour("--accent"), hover: colour("--accent"), opacity: view.lit && !view.lit.facts.has(place) ? 0.18 : fact.rank === "deprecated" ? 0.5 : 1 },
    font: { color: colour("--soft"), face: FONT(), size: 12, strokeWidth: 3, strokeColor: colour("--halo"), align: "middle" },
    smooth: fact.bend ? { enabled: true, type: fact.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(fact.bend) } : false,
    scaling: { label: { drawThreshold: 11 } }, selectionWidth: 1.5, hoverWidth: 0.5,
  };
}

function draw() {
  nodes.update(DATA.nodes.map((node, place) => nodeLook(place)));
  edges.update(drawn.map(edgeLook));
}

function startNetwork() {
  draw();
  network = new vis.Network(byId("map"), { nodes, edges }, {
    physics: false, layout: { improvedLayout: false },
    interaction: { hover: true, tooltipDelay: 1e9, multiselect: false, hideEdgesOnDrag: DATA.facts.length > 2000 },
  });
  byId("map").setAttribute("aria-label", DATA.nodes.length + " names and " + drawn.length + " relationships; search or the list lead to each of them");
  network.on("click", (event) => {
    if (event.nodes.length) showNode(event.nodes[0]);
    else if (event.edges.length) showFact(event.edges[0]);
    else closePanel();
  });
  network.on("zoom", chooseLabels);
  network.on("dragEnd", (event) => {
    for (const place of event.nodes) Object.assign(DATA.nodes[place], network.getPosition(place));
  });
  byId("map").addEventListener("keydown", moveByKey);
  fitAll();
}

function moveByKey(event) {
  const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
  const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  if (!step && !factor) return;
  event.preventDefault();
  const at = network.getViewPosition();
  const scale = network.getScale() * (factor || 1);
  network.moveTo({ position: { x: at.x + (step ? step[0] / scale : 0), y: at.y + (step ? step[1] / scale : 0) }, scale });
  chooseLabels();
}

/* The part of the screen that panel and legend leave free, so that what is looked at does not lie under them. */
function freeSpace() {
  const panel = byId("panel");
  const [width, height] = [byId("map").offsetWidth, byId("map").offsetHeight];
  if (innerWidth > 760) {
    const left = byId("legend").hidden ? 0 : 240;
    const right = panel.hidden ? 0 : 410;
    return { width: width - left - right, height, x: (left - right) / 2, y: 0 };
  }
  const below = panel.hidden ? 0 : panel.offsetHeight;
  return { width, height: height - below, x: 0, y: -below / 2 };
}

function fitAll() {
  const shown = DATA.nodes.map((node, place) => place).filter((place) => !view.hiddenTypes.has(DATA.nodes[place].type));
  if (shown.length) lookAt(shown, 0.01, 1.25);
}

/* Moves the camera so that these names fill the free space, no closer than `most`; where that would be farther away than
   `least`, it stays where it is. */
function lookAt(places, least, most) {
  const points = places.map((place) => DATA.nodes[place]);
  const [left, right] = [Math.min(...points.map((point) => point.x)), Math.max(...points.map((point) => point.x))];
  const [top, bottom] = [Math.min(...points.map((point) => point.y)), Math.max(...points.map((point) => point.y))];
  const free = freeSpace();
  const fitting = Math.min((free.width - 90) / (right - left + 60), (free.height - 90) / (bottom - top + 60));
  const scale = Math.min(most, fitting);
  if (scale < least && places.length > 2) return false;
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: free.x, y: free.y } });
  chooseLabels();
  return true;
}

/* Brings names into view and lets the rest of the map step back. */
function goTo(places, facts) {
  const near = facts.flatMap((at) => [DATA.facts[at].s, DATA.facts[at].o]).filter((place) => place !== null);
  view.lit = { nodes: new Set([...places, ...near]), facts: new Set(facts) };
  redrawLabels();
  const scale = Math.min(Math.max(network.getScale(), 0.9), 2);
  if (!lookAt([...view.lit.nodes], 0.55, scale)) lookAt(places, scale, scale);
}

function letGo() {
  view.lit = null;
  network.unselectAll();
  redrawLabels();
}

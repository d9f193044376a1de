/* On demand the layout moves: joined names pull, near names push (those in the cells around), until it is stopped or at rest. */
const NEAR = 130;
let heat = 0; // how far a name may move in a step; 0 is still

function togglePhysics() {
  heat = heat ? 0 : 14;
  drawWords();
  askFrame();
}

/* One step; true if anything moved. */
function stepPhysics() {
  if (!heat) return false;
  const places = DATA.nodes.map((_, place) => place).filter((place) => shown.nodes[place]);
  const force = new Map(places.map((place) => [place, [0, 0]]));
  pushApart(places, force);
  pullTogether(force);
  for (const [place, [x, y]] of force) {
    const long = Math.hypot(x, y) || 1;
    const node = DATA.nodes[place];
    node.x += (x / long) * Math.min(long, heat);
    node.y += (y / long) * Math.min(long, heat);
  }
  heat *= 0.985;
  if (heat < 0.4) togglePhysics();
  return true;
}

function pushApart(places, force) {
  const cells = new Map();
  const cellOf = (place) => [Math.floor(DATA.nodes[place].x / NEAR), Math.floor(DATA.nodes[place].y / NEAR)];
  for (const place of places) {
    const key = cellOf(place).join(" ");
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(place);
  }
  for (const place of places) {
    const [column, row] = cellOf(place);
    for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) {
      for (const other of (cells.get((column + dx) + " " + (row + dy)) || []).slice(0, 40)) pushFrom(place, other, force.get(place));
    }
  }
}

function pushFrom(place, other, force) {
  const [x, y] = [DATA.nodes[place].x - DATA.nodes[other].x, DATA.nodes[place].y - DATA.nodes[other].y];
  const far = Math.hypot(x, y);
  if (place === other || far >= NEAR) return;
  const push = (NEAR - far) * 0.25 / (far || 1);
  force[0] += (far ? x : place - other) * push;
  force[1] += (far ? y : 1) * push;
}

function pullTogether(force) {
  for (const at of joining) {
    const { s, o } = DATA.facts[at];
    if (!shown.facts[at] || s === o || !force.has(s) || !force.has(o)) continue;
    const [x, y] = [DATA.nodes[o].x - DATA.nodes[s].x, DATA.nodes[o].y - DATA.nodes[s].y];
    const pull = Math.max(0, Math.hypot(x, y) - NEAR) * 0.0006;
    force.get(s)[0] += x * pull;
    force.get(s)[1] += y * pull;
    force.get(o)[0] -= x * pull;
    force.get(o)[1] -= y * pull;
  }
}

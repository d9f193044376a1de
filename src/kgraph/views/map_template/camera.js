/* Where the camera stands. */
const NEAREST = 6;
const FARTHEST = 0.004;

function moveCamera(x, y, k) {
  camera.x = x;
  camera.y = y;
  camera.k = Math.min(NEAREST, Math.max(FARTHEST, k));
  movedAt = performance.now();
  askFrame();
}

/* The camera was moved by a person, or led somewhere: the address remembers it. */
function steer(x, y, k) {
  view.moved = true;
  moveCamera(x, y, k);
  keepInAddress();
}

/* Zooms so that the point under the pointer stays where it is. */
function zoomAt(left, top, factor) {
  const { width, height } = screenSize();
  const k = Math.min(NEAREST, Math.max(FARTHEST, camera.k * factor));
  const [x, y] = worldAt(left, top);
  steer(x - (left - width / 2) / k, y - (top - height / 2) / k, k);
}

function worldAt(left, top) {
  const { width, height } = screenSize();
  return [camera.x + (left - width / 2) / camera.k, camera.y + (top - height / 2) / camera.k];
}

/* The part of the map that the panels leave free, so that what is looked at does not lie under them. */
function freeSpace() {
  const { width, height } = screenSize();
  const [panel, legend, times] = [byId("panel"), byId("legend"), byId("times")];
  const below = times.hidden ? 0 : times.offsetHeight + 14;
  if (innerWidth > 760) {
    const left = legend.hidden ? 0 : legend.offsetWidth + 14;
    const right = panel.hidden ? 0 : panel.offsetWidth + 14;
    return { width: width - left - right, height: height - below, x: (left - right) / 2, y: -below / 2 };
  }
  const sheet = Math.max(below, panel.hidden ? 0 : panel.offsetHeight);
  return { width, height: height - sheet, x: 0, y: -sheet / 2 };
}

function fitAll() {
  const places = DATA.nodes.map((_, place) => place).filter((place) => shown.nodes[place]);
  view.moved = false;
  if (places.length) lookAt(places, 0, 1.25);
  keepInAddress();
}

/* Moves the camera so that these names fill the free space, no closer than `most`; where that would be farther away than
   `least`, it stays where it is. */
function lookAt(places, least, most) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const place of places) {
    const node = DATA.nodes[place];
    [left, right] = [Math.min(left, node.x), Math.max(right, node.x)];
    [top, bottom] = [Math.min(top, node.y), Math.max(bottom, node.y)];
  }
  const free = freeSpace();
  // Room for the labels at the edges.
  const fitting = Math.min((free.width - Math.min(170, free.width * 0.28)) / (right - left + 20), (free.height - 80) / (bottom - top + 30));
  const k = Math.max(FARTHEST, Math.min(most, fitting));
  if (k < least && places.length > 2) return false;
  moveCamera((left + right) / 2 - free.x / k, (top + bottom) / 2 - free.y / k, k);
  return true;
}

/* Brings names into view and lets the rest of the map step back. */
function goTo(places, facts) {
  const near = facts.flatMap((at) => [DATA.facts[at].s, DATA.facts[at].o]).filter((place) => place !== null && shown.nodes[place]);
  view.lit = { nodes: new Set([...places, ...near]), facts: new Set(facts) };
  invalidate();
  if (view.keepCamera) return;
  const k = Math.min(Math.max(camera.k, 0.9), 2);
  if (!lookAt([...view.lit.nodes], 0.35, k) && !lookAt(places, k, k)) lookAt(places, 0, k);
  view.moved = true;
}

function letGo() {
  view.lit = null;
  invalidate();
}

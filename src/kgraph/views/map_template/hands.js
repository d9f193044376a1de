/* Pointer, touch and keys on the map. */
const REACH = 7; // pixels beside a name or a line that still count as on it
const fingers = new Map();
let held = null; // what is being done: moving the map, a name, or two fingers

function nodeAt(left, top) {
  const { width, height } = screenSize();
  const eye = lens(camera, width, height, 40);
  let best = null;
  for (const place of byDegree) {
    if (!shown.nodes[place]) continue;
    const far = Math.hypot(eye.x(place) - left, eye.y(place) - top) - radiusAt(place, eye.k);
    if (far < REACH && (best === null || far < best.far)) best = { place, far };
  }
  return best && best.place;
}

function factAt(left, top) {
  const { width, height } = screenSize();
  const eye = lens(camera, width, height, 40);
  let best = null;
  for (const place of linesDrawn) {
    if (!shown.facts[place]) continue;
    const far = farFromLine(lineOf(place, eye), left, top) + (isLitFact(place) ? 0 : 3);
    if (far < REACH && (best === null || far < best.far)) best = { place, far };
  }
  return best && best.place;
}

function farFromLine([ax, ay, cx, cy, bx, by], x, y) {
  const middle = [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4];
  return Math.min(farFromStretch([ax, ay], middle, x, y), farFromStretch(middle, [bx, by], x, y));
}

function farFromStretch([ax, ay], [bx, by], x, y) {
  const long = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = long ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long)) : 0;
  return Math.hypot(ax + along * (bx - ax) - x, ay + along * (by - ay) - y);
}

const spotOf = (event) => [event.offsetX, event.offsetY];

function pointerDown(event) {
  surface.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, spotOf(event));
  if (fingers.size === 2) { held = { spread: spread() }; return; }
  const [left, top] = spotOf(event);
  held = { left, top, x: camera.x, y: camera.y, node: nodeAt(left, top), moved: false };
}

const spread = () => { const [one, two] = [...fingers.values()]; return Math.hypot(one[0] - two[0], one[1] - two[1]); };

function pointerMove(event) {
  if (!fingers.has(event.pointerId)) { hover(event); return; }
  fingers.set(event.pointerId, spotOf(event));
  if (fingers.size === 2 && held && held.spread) {
    const [one, two] = [...fingers.values()];
    const now = spread();
    zoomAt((one[0] + two[0]) / 2, (one[1] + two[1]) / 2, now / held.spread);
    held.spread = now;
  } else if (held && !held.spread) drag(event);
}

function drag(event) {
  const [left, top] = spotOf(event);
  const [right, down] = [(left - held.left) / camera.k, (top - held.top) / camera.k];
  if (!held.moved && Math.hypot(left - held.left, top - held.top) < 4) return;
  held.moved = true;
  if (held.node === null) { steer(held.x - right, held.y - down, camera.k); return; }
  const [x, y] = worldAt(left, top);
  Object.assign(DATA.nodes[held.node], { x, y });
  stale = true; // painted anew when the picture in hand is done: a large map would never be done otherwise
  askFrame();
}

function pointerUp(event) {
  fingers.delete(event.pointerId);
  if (held && !held.spread && !held.moved) pick(event);
  if (!fingers.size) held = null;
}

/* A name, a relationship, or nothing; with shift the paths between the name before and this one. */
function pick(event) {
  const [left, top] = spotOf(event);
  const node = nodeAt(left, top);
  const fact = node === null ? factAt(left, top) : null;
  if (node !== null && event.shiftKey && view.selected && view.selected.node !== undefined) showPaths(view.selected.node, node);
  else if (node !== null) chooseNode(node, true);
  else if (fact !== null) withStillCamera(() => showFact(fact));
  else closePanel();
}

/* What is clicked on lies before one's eyes already: the camera stays. */
function withStillCamera(act) {
  view.keepCamera = true;
  act();
  view.keepCamera = false;
}

let hoverAsked = false;

function hover(event) {
  if (event.pointerType === "touch" || hoverAsked) return;
  hoverAsked = true;
  const [left, top] = spotOf(event);
  requestAnimationFrame(() => {
    hoverAsked = false;
    const node = nodeAt(left, top);
    surface.style.cursor = node !== null || factAt(left, top) !== null ? "pointer" : "grab";
    if (node !== hovered) { hovered = node; askFrame(); }
  });
}

function moveByKey(event) {
  const step = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] }[event.key];
  const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  const { width, height } = screenSize();
  if (step) steer(camera.x + step[0] / camera.k, camera.y + step[1] / camera.k, camera.k);
  else if (factor) zoomAt(width / 2, height / 2, factor);
  else if (event.key === "Enter") openMiddle(width / 2, height / 2);
  else return;
  event.preventDefault();
}

function openMiddle(left, top) {
  const { width, height } = screenSize();
  const eye = lens(camera, width, height, 0);
  const far = (place) => Math.hypot(eye.x(place) - left, eye.y(place) - top);
  const nearest = byDegree.filter((place) => shown.nodes[place]).reduce((best, place) => (best === null || far(place) < far(best) ? place : best), null);
  if (nearest !== null) chooseNode(nearest, false);
}

function startHands() {
  surface.addEventListener("pointerdown", pointerDown);
  surface.addEventListener("pointermove", pointerMove);
  surface.addEventListener("pointerup", pointerUp);
  surface.addEventListener("pointercancel", (event) => { fingers.delete(event.pointerId); held = null; });
  surface.addEventListener("pointerleave", () => { hovered = null; askFrame(); });
  surface.addEventListener("dblclick", (event) => { const node = nodeAt(...spotOf(event)); if (node !== null) toggleExpanded(node); });
  surface.addEventListener("wheel", (event) => { event.preventDefault(); zoomAt(...spotOf(event), Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016))); }, { passive: false });
  surface.addEventListener("keydown", moveByKey);
  new ResizeObserver(() => invalidate()).observe(surface);
}

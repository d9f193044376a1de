/* The drawing on the screen.  A picture somewhat larger than the screen is painted in slices, a few layers a frame, and pushed
   about while the camera moves; so moving costs the same for ten names and for ten thousand. */
const camera = { x: 0, y: 0, k: 1 };
const MARGIN = 160; // pixels painted beyond each edge
const surface = byId("map");
const screenPen = surface.getContext("2d", { alpha: false });
let front = { canvas: document.createElement("canvas"), at: null };
let back = { canvas: document.createElement("canvas"), at: null };
let job = null; // the picture that is being painted
let stale = true;
let waiting = false;
let slice = 4; // layers painted in a frame, as many as keep it smooth
let lastFrame = 0;
let movedAt = -1000; // when the camera last moved
const CALM = 120; // milliseconds after which it counts as standing
const HASTE = 10; // layers painted in a frame then
let hovered = null;
let painted = false;
let linesCut = false; // whether this picture leaves out lines
let linesDrawn = []; // what can be seen can be clicked on

const themeColours = new Map();

function colour(name) {
  if (!name.startsWith("--")) return name;
  if (!themeColours.has(name)) themeColours.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return themeColours.get(name);
}

const screenSize = () => ({ width: surface.clientWidth, height: surface.clientHeight, ratio: Math.min(2, devicePixelRatio || 1) });

const OUTLINE = {
  dot: (pen, x, y, r) => { pen.moveTo(x + r, y); pen.arc(x, y, r, 0, 2 * Math.PI); },
  square: (pen, x, y, r) => pen.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8),
  diamond: (pen, x, y, r) => polygon(pen, [[x, y - r * 1.15], [x + r * 1.15, y], [x, y + r * 1.15], [x - r * 1.15, y]]),
  triangle: (pen, x, y, r) => polygon(pen, [[x, y - r * 1.1], [x + r * 1.05, y + r * 0.8], [x - r * 1.05, y + r * 0.8]]),
  star: (pen, x, y, r) => polygon(pen, Array.from({ length: 10 }, (_, i) => [x + Math.sin(i * Math.PI / 5) * r * (i % 2 ? 0.55 : 1.25), y - Math.cos(i * Math.PI / 5) * r * (i % 2 ? 0.55 : 1.25)])),
};

function polygon(pen, points) {
  points.forEach(([x, y], place) => (place ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.closePath();
}

const PAINT = {
  lines: (pen, layer) => {
    pen.lineWidth = layer.style.width;
    pen.setLineDash(layer.style.dash ? layer.style.dash.split(" ").map(Number) : []);
    pen.beginPath();
    for (const [ax, ay, cx, cy, bx, by] of layer.items) {
      pen.moveTo(ax, ay);
      if (Math.abs(cx - (ax + bx) / 2) + Math.abs(cy - (ay + by) / 2) < 1) pen.lineTo(bx, by);
      else pen.quadraticCurveTo(cx, cy, bx, by);
    }
    pen.stroke();
    pen.setLineDash([]);
  },
  heads: (pen, layer) => {
    pen.beginPath();
    for (const [ax, ay, bx, by, cx, cy] of layer.items) polygon(pen, [[ax, ay], [bx, by], [cx, cy]]);
    pen.fill();
  },
  shapes: (pen, layer) => {
    pen.beginPath();
    for (const [x, y, r] of layer.items) (r < 2.6 ? OUTLINE.square : OUTLINE[layer.shape] || OUTLINE.dot)(pen, x, y, r);
    pen.fill();
  },
  rings: (pen, layer) => {
    pen.lineWidth = layer.style.width;
    for (const [x, y, r] of layer.items) { pen.beginPath(); pen.arc(x, y, r, 0, 2 * Math.PI); pen.stroke(); }
  },
  texts: (pen, layer) => {
    pen.font = layer.style.size + "px " + colour("--font");
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = layer.style.size / 3.5;
    pen.strokeStyle = colour("--halo");
    for (const [x, y, text] of layer.items) { pen.strokeText(text, x, y); pen.fillText(text, x, y); }
  },
};

function paintLayer(pen, layer) {
  pen.globalAlpha = layer.style.alpha;
  pen.strokeStyle = pen.fillStyle = colour(layer.style.colour);
  PAINT[layer.kind](pen, layer);
  pen.globalAlpha = 1;
}

/* What is shown has changed: the picture is painted anew. */
function invalidate() {
  stale = true;
  job = null;
  askFrame();
}

function askFrame() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(frame);
}

function frame(now) {
  waiting = false;
  const took = now - lastFrame;
  lastFrame = now;
  if (took < 200) slice = Math.max(1, Math.min(200, took > 26 ? slice * 0.6 : slice * 1.3));
  if (stepPhysics()) stale = true;
  if (!job && (stale || !isSameView(front.at))) startJob();
  // Nobody sees a dropped frame while the camera stands still: then the picture is to be whole soon.
  if (job) continueJob(now - movedAt > CALM ? Math.max(slice, HASTE) : slice);
  push();
  if (job || stale || !isSameView(front.at)) askFrame();
}

function isSameView(at) {
  return at !== null && at.x === camera.x && at.y === camera.y && at.k === camera.k;
}

function startJob() {
  const { width, height, ratio } = screenSize();
  const [wide, high] = [width + 2 * MARGIN, height + 2 * MARGIN];
  if (back.canvas.width !== wide * ratio || back.canvas.height !== high * ratio) {
    back.canvas.width = wide * ratio;
    back.canvas.height = high * ratio;
  }
  const pen = back.canvas.getContext("2d", { alpha: false });
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = colour("--page");
  pen.fillRect(0, 0, wide, high);
  const at = { ...camera };
  job = { pen, at, wide, high, layers: sceneLayers(at, wide, high, MARGIN) };
  stale = false;
}

function continueJob(most) {
  for (let count = 0; count < most; count += 1) {
    const next = job.layers.next();
    if (next.done) {
      Object.assign(back, { at: job.at, wide: job.wide, high: job.high });
      [front, back] = [back, front];
      job = null;
      if (!painted) performance.mark("drawn");
      painted = true;
      byId("hint").hidden = !linesCut;
      return;
    }
    paintLayer(job.pen, next.value);
  }
}

/* Pushes the painted picture to where the camera is now, with what the pointer is on above it. */
function push() {
  const { width, height, ratio } = screenSize();
  if (surface.width !== width * ratio || surface.height !== height * ratio) {
    surface.width = width * ratio;
    surface.height = height * ratio;
  }
  screenPen.setTransform(ratio, 0, 0, ratio, 0, 0);
  const drawnAt = front.at || camera;
  const grown = camera.k / drawnAt.k;
  const moved = grown !== 1;
  // Whole pixels without smoothing are copied many times faster.
  const whole = (value) => (moved ? value : Math.round(value * ratio) / ratio);
  const x = whole((drawnAt.x - camera.x) * camera.k + width / 2 - ((front.wide || 0) / 2) * grown);
  const y = whole((drawnAt.y - camera.y) * camera.k + height / 2 - ((front.high || 0) / 2) * grown);
  const covers = front.at && x <= 0 && y <= 0 && x + front.wide * grown >= width && y + front.high * grown >= height;
  if (!covers) {
    screenPen.fillStyle = colour("--page");
    screenPen.fillRect(0, 0, width, height);
  }
  if (!front.at) return;
  screenPen.imageSmoothingEnabled = moved;
  screenPen.drawImage(front.canvas, x, y, front.wide * grown, front.high * grown);
  if (hovered !== null && shown.nodes[hovered]) paintHovered(lens(camera, width, height, 60));
}

function paintHovered(eye) {
  const lines = factsOf[hovered].filter((at) => DATA.facts[at].o !== null && shown.facts[at]).slice(0, 300);
  paintLayer(screenPen, { kind: "lines", style: { colour: "--accent", alpha: 0.9, width: 1.5, dash: "" }, items: lines.map((at) => lineOf(at, eye)) });
  const size = 14;
  const spot = [eye.x(hovered), eye.y(hovered), radiusAt(hovered, eye.k) + 2];
  paintLayer(screenPen, { kind: "rings", style: { colour: "--accent", alpha: 1, width: 2.5 }, items: [spot] });
  paintLayer(screenPen, { kind: "texts", style: { colour: "--ink", alpha: 1, size }, items: [[spot[0], spot[1] + spot[2] + size * 0.65, shorten(label(DATA.nodes[hovered]), 40)]] });
}

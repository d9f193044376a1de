/* What a picture of the map consists of at one camera, in layers of strokes and fills.  Canvas and SVG draw the same layers.
   Far away only the weightiest lines and the best connected names are taken, so that any graph is drawn in a bounded time. */
const MOST_LINES = 6000;
const LAYER = 900; // strokes in one layer: what is drawn at a time
const swell = DATA.nodes.length > 1200 ? 1.3 : 2.4; // how much thicker signs are drawn from afar than they are
const SIZE_OF = DATA.nodes.map((_, place) => 7 + Math.min(15, 2.6 * Math.sqrt(factsOf[place].length)));
const byWeight = joining.slice().sort((left, right) => weightOf(DATA.facts[right]) - weightOf(DATA.facts[left]) || left - right);
const byDegree = DATA.nodes.map((_, place) => place).sort((left, right) => factsOf[right].length - factsOf[left].length || left - right);

function radiusAt(place, k) {
  const far = Math.min(6, 1.2 + 0.35 * Math.sqrt(factsOf[place].length));
  return Math.max(far, SIZE_OF[place] * k * Math.min(swell, Math.max(1, 0.75 / k)));
}

/* The camera's view of a point; `margin` is how far beyond the edges things still count. */
function lens(at, width, height, margin) {
  const x = (place) => (DATA.nodes[place].x - at.x) * at.k + width / 2;
  const y = (place) => (DATA.nodes[place].y - at.y) * at.k + height / 2;
  const sees = (place) => {
    const [left, top] = [x(place), y(place)];
    return left > -margin && left < width + margin && top > -margin && top < height + margin;
  };
  const crosses = (from, to) => {
    const [ax, ay, bx, by] = [x(from), y(from), x(to), y(to)];
    return !((ax < 0 && bx < 0) || (ax > width && bx > width) || (ay < 0 && by < 0) || (ay > height && by > height));
  };
  return { x, y, sees, crosses, k: at.k, width, height };
}

/* All layers from the bottom to the top.  `edge` is how far the picture reaches beyond the screen on each side; none where it
   is saved. */
function* sceneLayers(at, width, height, edge = 0) {
  const eye = { ...lens(at, width, height, 60), edge };
  const lines = linesToDraw(eye);
  linesDrawn = lines;
  linesCut = lines.length >= MOST_LINES;
  yield* lineLayers(eye, lines);
  yield* nodeLayers(eye);
  yield* labelLayers(eye, lines);
}

function linesToDraw(eye) {
  const lines = [];
  // What is being looked at comes first, however many weightier lines there are.
  const order = view.lit ? [...[...view.lit.facts].filter((place) => DATA.facts[place].o !== null), ...byWeight.filter((place) => !view.lit.facts.has(place))] : byWeight;
  for (const place of order) {
    const fact = DATA.facts[place];
    if (!shown.facts[place] || !shown.nodes[fact.s] || !shown.nodes[fact.o] || !eye.crosses(fact.s, fact.o)) continue;
    lines.push(place);
    if (lines.length >= MOST_LINES) break;
  }
  return lines;
}

const isLitFact = (place) => !view.lit || view.lit.facts.has(place);
const isLitNode = (place) => !view.lit || view.lit.nodes.has(place);

function* lineLayers(eye, lines) {
  const crowd = lines.length > 2500 ? 0.45 : lines.length > 800 ? 0.7 : 1;
  const groups = new Map();
  for (const place of lines) {
    const style = lineStyle(place, eye, crowd);
    const key = [style.alpha, style.width, style.dash, style.colour].join(" ");
    if (!groups.has(key)) groups.set(key, { style, places: [] });
    groups.get(key).places.push(place);
  }
  const arrows = eye.k > 0.35 && lines.length < 2500;
  for (const { style, places } of [...groups.values()].sort((left, right) => left.style.alpha - right.style.alpha)) {
    for (let from = 0; from < places.length; from += LAYER) {
      const part = places.slice(from, from + LAYER);
      yield { kind: "lines", style, items: part.map((place) => lineOf(place, eye)) };
      const heads = arrows ? part.filter((place) => !(DATA.predicates[DATA.facts[place].p] || {}).symmetric).map((place) => headOf(place, eye)) : [];
      if (heads.length) yield { kind: "heads", style, items: heads };
    }
  }
}

function lineStyle(place, eye, crowd) {
  const fact = DATA.facts[place];
  const selected = view.selected && view.selected.fact === place;
  const alpha = !isLitFact(place) ? 0.14 * crowd : view.lit ? 1 : crowd * (fact.rank === "deprecated" ? 0.5 : 1);
  const thick = Math.min(3.6, 1.2 + 0.6 * (fact.sources - 1)) * Math.min(1.3, Math.max(0.6, eye.k));
  return {
    alpha: Math.round(alpha * 50) / 50, width: Math.round((selected ? thick + 1.4 : thick) * 2) / 2 || 0.5,
    dash: isDoubtful(fact) ? "6 5" : fact.confidence < 0.6 ? "2 4" : "", colour: selected ? "--accent" : "--edge",
  };
}

/* From, bend, to. Parallel relationships swing apart. */
function lineOf(place, eye) {
  const fact = DATA.facts[place];
  const [ax, ay, bx, by] = [eye.x(fact.s), eye.y(fact.s), eye.x(fact.o), eye.y(fact.o)];
  if (fact.s === fact.o) return [ax, ay, ax + 60 * eye.k, ay - 60 * eye.k, ax + 1, ay];
  const bend = fact.bend || 0;
  return [ax, ay, (ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend, bx, by];
}

function headOf(place, eye) {
  const fact = DATA.facts[place];
  const [, , cx, cy, bx, by] = lineOf(place, eye);
  const length = Math.hypot(bx - cx, by - cy) || 1;
  const [ux, uy] = [(bx - cx) / length, (by - cy) / length];
  const back = radiusAt(fact.o, eye.k) + 2;
  const size = 4 + 4 * Math.min(1, eye.k);
  const [tx, ty] = [bx - ux * back, by - uy * back];
  const [mx, my] = [tx - ux * size, ty - uy * size];
  return [tx, ty, mx - uy * size * 0.45, my + ux * size * 0.45, mx + uy * size * 0.45, my - ux * size * 0.45];
}

function* nodeLayers(eye) {
  for (const lit of view.lit ? [false, true] : [true]) {
    for (const [type, look] of Object.entries(DATA.classes)) {
      const places = byDegree.filter((place) => shown.nodes[place] && DATA.nodes[place].type === type && isLitNode(place) === lit && eye.sees(place));
      for (let from = 0; from < places.length; from += LAYER) {
        const items = places.slice(from, from + LAYER).map((place) => [eye.x(place), eye.y(place), radiusAt(place, eye.k)]);
        yield { kind: "shapes", style: { colour: look.colour, alpha: lit ? 1 : 0.2 }, shape: look.shape, items };
      }
    }
  }
  const chosen = chosenNodes().filter((place) => shown.nodes[place]);
  yield { kind: "rings", style: { colour: "--ink", alpha: 1, width: 2.5 }, items: chosen.map((place) => [eye.x(place), eye.y(place), radiusAt(place, eye.k) + 3]) };
}

function chosenNodes() {
  const selected = view.selected || {};
  if (selected.path) return selected.path;
  return selected.node !== undefined ? [selected.node] : [];
}

/* Which names are written: the best connected first, no two of them on each other, in letters that can be read. */
const LABEL_GAP = 6;
const MOST_LABELS = 170;
const MOST_FAR_LABELS = 60;
const CROWD = 300; // names in sight from which on those that step back are not written
const FAR = 0.16; // the scale below which a map is looked at as a whole
const MOST_LINE_LABELS = 120;

const letterWidth = (text) => Array.from(text).reduce((sum, char) => sum + (char > "\u1100" ? 0.95 : 0.56), 0);

/* The screen in rows, with the boxes that are taken. */
const ROW = 14;

class Room {
  constructor() { this.rows = new Map(); }

  isFree([left, top, right, bottom]) {
    for (let row = Math.floor(top / ROW); row <= Math.floor(bottom / ROW); row += 1) {
      for (const box of this.rows.get(row) || []) {
        if (left < box[2] && right > box[0] && top < box[3] && bottom > box[1]) return false;
      }
    }
    return true;
  }

  take(box) {
    for (let row = Math.floor(box[1] / ROW); row <= Math.floor(box[3] / ROW); row += 1) {
      if (!this.rows.has(row)) this.rows.set(row, []);
      this.rows.get(row).push(box);
    }
  }
}

function* labelLayers(eye, lines) {
  const size = eye.k > 1 ? Math.min(17, 13.5 * eye.k ** 0.35) : 13;
  const room = new Room();
  const names = nameLabels(eye, room, size);
  yield* lineLabels(eye, lines, room);
  yield { kind: "texts", style: { colour: "--soft", size, alpha: 0.75 }, items: names.filter((name) => !isLitNode(name[3])) };
  yield { kind: "texts", style: { colour: "--ink", size, alpha: 1 }, items: names.filter((name) => isLitNode(name[3])) };
}

/* A name stands below its sign, or beside or above it where that is taken; never on another sign. */
function nameLabels(eye, room, size) {
  const first = chosenNodes();
  const seen = byDegree.filter((place) => shown.nodes[place] && eye.sees(place));
  if (seen.length < MOST_OBSTACLES) for (const place of seen) room.take(boxAround(eye.x(place), eye.y(place), radiusAt(place, eye.k), radiusAt(place, eye.k)));
  const lit = seen.filter((place) => isLitNode(place) && !first.includes(place));
  const order = [...first.filter((place) => shown.nodes[place]), ...lit, ...(view.lit && seen.length < CROWD ? seen.filter((place) => !isLitNode(place)) : [])];
  if (eye.edge) for (const id of ["legend", "panel", "times"]) takeRoomOf(byId(id), eye, room);
  const items = [];
  for (const place of order) {
    const text = shorten(label(DATA.nodes[place]), 28);
    const spot = freeSpot(eye, room, place, [letterWidth(text) * size / 2 + 1, size * 0.62]);
    if (spot) items.push([...spot, text, place]);
    if (items.length >= (eye.k < FAR ? MOST_FAR_LABELS : MOST_LABELS)) break;
  }
  return items;
}

const MOST_OBSTACLES = 3000; // names in sight up to which no label may lie on a sign

const boxAround = (x, y, wide, high) => [x - wide, y - high, x + wide, y + high];

function freeSpot(eye, room, place, [wide, high]) {
  const [x, y, r] = [eye.x(place), eye.y(place), radiusAt(place, eye.k) + 1];
  const spots = [[x, y + r + high], [x + r + wide + 3, y], [x - r - wide - 3, y], [x, y - r - high]];
  const isWhole = (spot) => spot[0] - wide >= eye.edge && spot[0] + wide <= eye.width - eye.edge;
  // On the screen a name is written whole or not at all; beyond its edges it waits to be pushed in.
  const isSeen = x > eye.edge && x < eye.width - eye.edge;
  for (const spot of isSeen && !chosenNodes().includes(place) ? spots.filter(isWhole) : spots) {
    const box = boxAround(spot[0], spot[1], wide + LABEL_GAP / 2, high);
    if (room.isFree(box)) { room.take(box); return spot; }
  }
  return null;
}

/* No name is written where a panel covers it. */
function takeRoomOf(panel, eye, room) {
  if (panel.hidden) return;
  const [left, top] = [panel.offsetLeft + eye.edge, panel.offsetTop + eye.edge];
  room.take([left, top, left + panel.offsetWidth, top + panel.offsetHeight]);
}

/* What a line says stands in its middle where it is long enough, and where no other words stand. */
function* lineLabels(eye, lines, room) {
  const size = 11.5;
  const items = [];
  for (const place of eye.k > 0.4 || view.lit ? lines : []) {
    if (items.length >= MOST_LINE_LABELS) break;
    if (view.lit && !isLitFact(place)) continue;
    const fact = DATA.facts[place];
    const text = predicateLabel(fact.p) + (fact.q.status ? " (" + statusLabel(fact.q.status) + ")" : "");
    const [ax, ay, cx, cy, bx, by] = lineOf(place, eye);
    const wide = letterWidth(text) * size;
    if (Math.hypot(bx - ax, by - ay) < wide + radiusAt(fact.s, eye.k) + radiusAt(fact.o, eye.k) + 14) continue;
    const [x, y] = [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4];
    const box = boxAround(x, y, wide / 2 + 3, size * 0.6);
    if (!room.isFree(box)) continue;
    room.take(box);
    items.push([x, y, text]);
  }
  yield { kind: "texts", style: { colour: "--soft", size, alpha: 1 }, items };
}

/* The panel and the card of a name. */
let cameFrom = null; // where the keyboard was before the panel opened

function openPanel(...children) {
  const panel = byId("panel");
  if (panel.hidden) cameFrom = document.activeElement;
  panel.replaceChildren(make("button", { class: "close", type: "button", "aria-label": word("close"), on: closePanel }, "×"), ...children);
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
  if (innerWidth <= 760) showLegend(false);
}

function closePanel() {
  byId("panel").hidden = true;
  view.selected = null;
  view.pathFrom = null;
  keepInAddress();
  letGo();
  const back = cameFrom && cameFrom.isConnected && cameFrom !== document.body ? cameFrom : surface;
  if (!surface.hidden || back !== surface) back.focus({ preventScroll: true });
}

/* A name was chosen: its card, or the end of a path that is being looked for. */
function chooseNode(place, still) {
  const from = view.pathFrom;
  view.pathFrom = null;
  if (from !== null && from !== place) showPaths(from, place);
  else if (still) withStillCamera(() => showNode(place));
  else showNode(place);
}

function showNode(place) {
  view.selected = { node: place };
  const node = DATA.nodes[place];
  const others = node.names.filter((name) => name !== label(node));
  const facts = factsOf[place].filter((at) => shown.facts[at]);
  openPanel(
    make("h2", {}, shorten(label(node), 300)),
    make("p", { class: "soft" }, [className(node.type), node.kind && kindLabel(node.kind)].filter(Boolean).join(" · ")),
    others.length ? make("p", { class: "soft" }, word("also") + ": " + shorten(others.join(", "), 600)) : "",
    make("p", { class: "actions" }, ...nodeActions(place)),
    ...moreText(node, place),
    ...chartsOf(facts),
    ...groupFacts(facts, place),
  );
  goTo([place], facts.filter((at) => DATA.facts[at].o !== null));
  keepInAddress();
}

function nodeActions(place) {
  const folded = foldedOf(place).length;
  const actions = [make("button", { type: "button", on: () => startPath(place) }, word("path_to"))];
  if (folded || view.expanded.has(place)) {
    actions.unshift(make("button", { type: "button", on: () => toggleExpanded(place) }, word(view.expanded.has(place) ? "collapse" : "expand")));
  }
  return actions;
}

/* What joins the name to others but is not on the map: folded away, or not in this file. */
function moreText(node, place) {
  const folded = foldedOf(place).length;
  const lines = [];
  if (folded) lines.push(counted(folded, "hidden_here", "hidden_here") + ".");
  if (node.more > 0) lines.push(counted(node.more, "not_here", "not_here") + ".");
  if (node.more < 0) lines.push(word("unknown_more"));
  return lines.map((line) => make("p", { class: "soft note" }, line));
}

function groupFacts(facts, place) {
  const groups = new Map();
  for (const at of facts) {
    const fact = DATA.facts[at];
    const out = fact.s === place || (DATA.predicates[fact.p] || {}).symmetric;
    const title = (out ? "" : "← ") + predicateLabel(fact.p);
    if (!groups.has(title)) groups.set(title, []);
    groups.get(title).push(at);
  }
  return Array.from(groups, ([title, members]) => [
    make("h3", {}, title),
    make("ul", {}, ...members.map((at) => make("li", {}, factButton(at, place)))),
  ]).flat();
}

function factButton(at, place) {
  const fact = DATA.facts[at];
  const end = fact.o === null ? null : otherEnd(fact, place);
  const words = qualifierText(fact.q);
  const main = end === null ? words || predicateLabel(fact.p) : shorten(label(DATA.nodes[end]), 120);
  const small = [end === null ? "" : words, sourceText(fact)].filter(Boolean).join(" · ");
  return make("button", { class: "fact", type: "button", on: () => showFact(at) }, main, make("small", {}, small));
}

/* Neighbours that are folded away come out around the name, or go in again. */
function toggleExpanded(place) {
  if (!view.expanded.delete(place)) {
    const folded = foldedOf(place);
    if (!folded.length) return;
    settleAround(place, folded);
    view.expanded.add(place);
  }
  changed();
  showNode(place);
}

/* Places in rings around the name where nothing stands yet. */
function settleAround(place, folded) {
  const middle = DATA.nodes[place];
  const taken = DATA.nodes.filter((_, other) => shown.nodes[other]);
  let turn = 0;
  for (const each of folded) {
    for (let free = false; !free; turn += 1) {
      const radius = 130 + 9 * turn;
      Object.assign(DATA.nodes[each], { x: middle.x + radius * Math.cos(turn * 2.4), y: middle.y + radius * 0.8 * Math.sin(turn * 2.4) });
      free = turn > 400 || taken.every((other) => Math.abs(other.x - DATA.nodes[each].x) > 110 || Math.abs(other.y - DATA.nodes[each].y) > 46);
    }
    taken.push(DATA.nodes[each]);
  }
}

function showAgain() {
  const selected = view.selected;
  if (!selected) return;
  if (selected.path) showPaths(...selected.path);
  else if (selected.node !== undefined) showNode(selected.node);
  else showFact(selected.fact);
}

/* Search as you type: any spelling on the map, in Hangul, in Latin letters or by initial consonants. */
const MOST_RESULTS = 30;
let found = [];
let chosen = 0;

const asked = (text) => (isInitials(text.replace(/\s/g, "")) ? text.replace(/\s/g, "") : nameKey(text));

function findNames(text) {
  const query = asked(text);
  if (!query) return [];
  const hits = [];
  DATA.nodes.forEach((_, place) => {
    const far = distance(place, query);
    if (far !== null) hits.push({ place, far });
  });
  return hits.sort((left, right) => left.far - right.far || factsOf[right.place].length - factsOf[left.place].length || left.place - right.place)
    .slice(0, MOST_RESULTS).map((hit) => hit.place);
}

function showResults() {
  const box = byId("results");
  const text = byId("search").value;
  found = findNames(text);
  chosen = 0;
  const rows = found.map((place, row) => resultRow(DATA.nodes[place], row));
  box.replaceChildren(...(rows.length ? rows : [make("li", { role: "option", "aria-disabled": "true" }, word("nothing"))]));
  box.hidden = !asked(text);
  byId("search").setAttribute("aria-expanded", String(!box.hidden));
  markChosen();
  keepInAddress();
}

function resultRow(node, row) {
  const other = otherLabel(node);
  const small = [other && other !== label(node) ? shorten(other, 40) : "", className(node.type)].filter(Boolean).join(" · ");
  const line = make("li", { role: "option", id: "result-" + row }, shorten(label(node), 80), make("small", {}, small));
  line.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(row); });
  return line;
}

function markChosen() {
  Array.from(byId("results").children).forEach((line, row) => line.setAttribute("aria-selected", String(row === chosen && found.length > 0)));
  if (found.length) {
    byId("search").setAttribute("aria-activedescendant", "result-" + chosen);
    byId("results").children[chosen].scrollIntoView({ block: "nearest" });
  } else byId("search").removeAttribute("aria-activedescendant");
}

function hideResults() {
  byId("results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function choose(row) {
  const place = found[row];
  if (place === undefined) return;
  hideResults();
  bringOut(place);
  chooseNode(place, false);
}

/* What is looked for is shown, whatever hides it: a filter of its class, folding, or all filters and the time. */
function bringOut(place) {
  view.hiddenTypes.delete(DATA.nodes[place].type);
  const host = factsOf[place].map((at) => otherEnd(DATA.facts[at], place)).find((end) => end !== null && !DATA.nodes[end].far);
  if (DATA.nodes[place].far && host !== undefined) {
    settleAround(host, foldedOf(host));
    view.expanded.add(host);
  }
  refreshShown();
  if (!shown.nodes[place]) resetFilters();
  drawLegend();
  changed();
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", showResults);
  input.addEventListener("blur", hideResults);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") choose(chosen);
    else if (event.key === "Escape") hideResults();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.length) chosen = (chosen + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      markChosen();
    }
  });
}

/* Search as you type: any spelling on the map, in Hangul, in Latin letters or by initial consonants. */
const MOST_RESULTS = 30;
let found = [];
let chosen = 0;

function matches(node, query) {
  if (isInitials(query)) return node.keys.some((key) => initials(key).includes(query));
  return node.keys.some((key) => key.includes(query));
}

function quality(node, query) {
  if (node.keys.includes(query)) return 0;
  return node.keys.some((key) => key.startsWith(query)) ? 1 : 2;
}

function findNames(text) {
  const query = isInitials(text.replace(/\s/g, "")) ? text.replace(/\s/g, "") : nameKey(text);
  if (!query) return [];
  return DATA.nodes.map((node, place) => place)
    .filter((place) => matches(DATA.nodes[place], query))
    .sort((left, right) => quality(DATA.nodes[left], query) - quality(DATA.nodes[right], query) || factsOf[right].length - factsOf[left].length || left - right)
    .slice(0, MOST_RESULTS);
}

function showResults() {
  const box = byId("results");
  const text = byId("search").value;
  found = findNames(text);
  chosen = 0;
  const rows = found.map((place, row) => resultRow(DATA.nodes[place], row));
  box.replaceChildren(...(rows.length ? rows : [make("li", { "aria-disabled": "true" }, word("nothing"))]));
  box.hidden = !nameKey(text) && !isInitials(text);
  byId("search").setAttribute("aria-expanded", String(!box.hidden));
  markChosen();
}

function resultRow(node, row) {
  const other = otherLabel(node);
  const small = [other && other !== label(node) ? shorten(other, 40) : "", className(node.type)].filter(Boolean).join(" · ");
  const line = make("li", { role: "option", id: "result-" + row }, shorten(label(node), 80), make("small", {}, small));
  line.addEventListener("mousedown", (event) => { event.preventDefault(); choose(row); });
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
  if (view.hiddenTypes.delete(DATA.nodes[place].type)) { redrawLabels(); drawLegend(); }
  showNode(place);
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

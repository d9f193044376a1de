/* The legend is the filter: what is unticked leaves the map. */
const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  dot: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12Z", square: "M3 3H13V13H3Z", diamond: "M8 1L15 8L8 15L1 8Z",
  triangle: "M8 2L15 14H1Z", star: "M8 1L10 6L15 6L11 9.5L12.5 15L8 11.7L3.5 15L5 9.5L1 6L6 6Z",
};

function swatch(look) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  for (const [name, value] of [["width", 15], ["height", 15], ["viewBox", "0 0 16 16"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  path.setAttribute("d", OUTLINES[look.shape] || OUTLINES.dot);
  path.setAttribute("fill", look.colour);
  svg.append(path);
  return svg;
}

function count(items, nameOf) {
  const counts = new Map();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) || 0) + 1);
  return counts;
}

function filterRow(name, text, number, hidden, look) {
  const box = make("input", { type: "checkbox", value: name });
  box.checked = !hidden.has(name);
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(name);
    else hidden.add(name);
    redrawLabels();
  });
  return make("label", {}, box, look ? swatch(look) : "", text, make("output", {}, String(number)));
}

function drawLegend() {
  const types = count(DATA.nodes, (node) => node.type);
  const predicates = count(drawn, (place) => DATA.facts[place].p);
  const byCount = Array.from(predicates).sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  byId("legend").replaceChildren(
    make("h2", {}, word("names")),
    ...Object.keys(DATA.classes).filter((name) => types.has(name)).map((name) => filterRow(name, className(name), types.get(name), view.hiddenTypes, DATA.classes[name])),
    make("h2", {}, word("relationships")),
    ...byCount.map(([name, number]) => filterRow(name, predicateLabel(name), number, view.hiddenPredicates, null)),
  );
}

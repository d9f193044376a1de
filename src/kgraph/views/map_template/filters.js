/* The legend is the filter: what is unticked leaves the map.  Below it status, confidence, number of sources and source. */
function swatch(look) {
  const path = makeSvg("path", { d: outlineText(look.shape, [8, 8, 6]), fill: look.colour });
  return makeSvg("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, path);
}

function count(items, nameOf) {
  const counts = new Map();
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) || 0) + 1);
  return counts;
}

function filterRow(name, text, hidden, look) {
  const box = make("input", { type: "checkbox", value: name });
  box.checked = !hidden.has(name);
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(name);
    else hidden.add(name);
    changed();
  });
  return make("label", {}, box, look ? swatch(look) : "", text, make("output", { "data-of": name }));
}

/* A heading with a button that ticks all or none. */
function filterGroup(title, names, hidden, rowOf) {
  const some = names.some((name) => !hidden.has(name));
  const toggle = make("button", { class: "plain small", type: "button", "aria-label": word(title) + ": " + word(some ? "none" : "all") }, word(some ? "none" : "all"));
  toggle.addEventListener("click", () => {
    for (const name of names) { if (some) hidden.add(name); else hidden.delete(name); }
    drawLegend();
    changed();
  });
  return [make("h2", {}, word(title), toggle), ...names.map(rowOf)];
}

function drawLegend() {
  const types = count(DATA.nodes, (node) => node.type);
  const predicates = count(DATA.facts, (fact) => fact.p);
  const statuses = count(DATA.facts, (fact) => fact.q.status || "stated");
  const byCount = (counts) => Array.from(counts).sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([name]) => name);
  const classes = Object.keys(DATA.classes).filter((name) => types.has(name));
  byId("legend").replaceChildren(
    ...filterGroup("names", classes, view.hiddenTypes, (name) => filterRow(name, className(name), view.hiddenTypes, DATA.classes[name])),
    ...filterGroup("relationships", byCount(predicates), view.hiddenPredicates, (name) => filterRow(name, predicateLabel(name), view.hiddenPredicates, null)),
    ...(statuses.size > 1 ? filterGroup("status", byCount(statuses), view.hiddenStatuses, (name) => filterRow(name, name === "stated" ? word("stated") : statusLabel(name), view.hiddenStatuses, null)) : []),
    ...evidenceFilters(),
    make("button", { type: "button", id: "reset", on: () => { resetFilters(); drawLegend(); changed(); } }, word("reset")),
  );
  drawCounts();
}

function evidenceFilters() {
  const most = DATA.facts.reduce((max, fact) => Math.max(max, fact.sources), 1);
  const publishers = [...new Set(DATA.articles.map(publisherOf))].sort();
  const least = make("input", { type: "range", id: "least", min: 0, max: 1, step: 0.05, value: view.least });
  const value = make("output", { "data-of": "least" }, view.least.toFixed(2));
  least.addEventListener("input", () => { view.least = Number(least.value); value.textContent = view.least.toFixed(2); changed(); });
  const sources = make("input", { type: "number", id: "sources", min: 1, max: most, value: view.sources });
  sources.addEventListener("input", () => { view.sources = Math.max(1, Number(sources.value) || 1); changed(); });
  const option = (text, key) => make("option", { value: key }, text);
  const choice = make("select", { id: "publisher" }, option(word("every_source"), "*"), ...publishers.map((name) => option(shorten(name, 60) || word("no_source"), "=" + name)));
  choice.value = view.publisher === null ? "*" : "=" + view.publisher;
  choice.addEventListener("change", () => { view.publisher = choice.value === "*" ? null : choice.value.slice(1); changed(); });
  return [
    make("label", { class: "field" }, word("least"), value, least),
    most > 1 ? make("label", { class: "field" }, word("least_sources"), sources) : "",
    publishers.length > 1 ? make("label", { class: "field" }, word("source"), choice) : "",
  ];
}

function resetFilters() {
  const { clock, at, ...rest } = START;
  Object.assign(view, rest);
  for (const name of Object.values(SETS)) view[name].clear();
  if (view.clock) { view.clock = clock; view.at = at; drawTime(); }
}

/* How many of each are on the map now. */
function drawCounts() {
  const here = (place) => shown.facts[place];
  const counts = new Map([
    ...count(DATA.nodes.filter((_, place) => shown.nodes[place]), (node) => node.type),
    ...count(DATA.facts.filter((_, place) => here(place)), (fact) => fact.p),
    ...count(DATA.facts.filter((_, place) => here(place)), (fact) => fact.q.status || "stated"),
  ]);
  for (const output of byId("legend").querySelectorAll("label:not(.field) output")) output.textContent = String(counts.get(output.dataset.of) || 0);
  const names = shown.nodes.reduce((sum, is) => sum + is, 0);
  const facts = shown.facts.reduce((sum, is) => sum + is, 0);
  byId("count").textContent = counted(names, "one_name", "many_names") + " · " + counted(facts, "one_fact", "many_facts")
    + (DATA.left_out ? " · " + counted(DATA.left_out, "left_out", "left_out") : "");
  surface.setAttribute("aria-label", word("map") + ": " + byId("count").textContent + "; " + word("map_keys"));
}

function showLegend(on) {
  byId("legend").hidden = !on;
  byId("legend-toggle").setAttribute("aria-expanded", String(on));
  invalidate();
}

/* What is on the map as two tables: for screen readers, for copying, and for whoever prefers rows. */
const ROWS = 200;
let tableRows = ROWS;
let tableOf = "names";

function showTable(on) {
  view.table = on;
  byId("table").hidden = !on;
  surface.hidden = on;
  byId("table-toggle").setAttribute("aria-pressed", String(on));
  if (on) drawTable();
  else invalidate();
  keepInAddress();
}

function drawTable() {
  const names = DATA.nodes.map((_, place) => place).filter((place) => shown.nodes[place]);
  const facts = DATA.facts.map((_, place) => place).filter((place) => shown.facts[place]);
  const tab = (name, text, number) => make("button", { type: "button", "aria-pressed": String(tableOf === name), on: () => { tableOf = name; tableRows = ROWS; drawTable(); } }, text + " (" + number + ")");
  const [places, draw] = tableOf === "names" ? [sortedNames(names), namesTable] : [sortedFacts(facts), factsTable];
  const rest = places.length - tableRows;
  byId("table").replaceChildren(
    make("div", { class: "tabs" }, tab("names", word("table_names"), names.length), tab("facts", word("table_facts"), facts.length)),
    draw(places.slice(0, tableRows)),
    rest > 0 ? make("button", { type: "button", on: () => { tableRows += ROWS; drawTable(); } }, word("more_rows") + " (" + rest + ")") : "",
  );
}

function sortedNames(places) {
  const order = new Intl.Collator([view.lang, "ko", "en"]);
  return places.sort((left, right) => order.compare(label(DATA.nodes[left]), label(DATA.nodes[right])) || left - right);
}

function sortedFacts(places) {
  const keys = new Map(places.map((place) => [place, predicateLabel(DATA.facts[place].p) + " " + label(DATA.nodes[DATA.facts[place].s])]));
  const order = new Intl.Collator([view.lang, "ko", "en"]);
  return places.sort((left, right) => order.compare(keys.get(left), keys.get(right)) || left - right);
}

function rowsUnder(caption, heads, rows) {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, word(text))));
  return make("table", {}, make("caption", {}, word(caption)), make("thead", {}, head), make("tbody", {}, ...rows));
}

const nameCell = (place) => make("button", { class: "plain", type: "button", on: () => chooseNode(place, false) }, shorten(label(DATA.nodes[place]), 100));
const cells = (head, ...rest) => make("tr", {}, make("th", { scope: "row" }, head), ...rest.map((content) => make("td", {}, content)));

function namesTable(places) {
  const rows = places.map((place) => {
    const node = DATA.nodes[place];
    const others = node.names.filter((name) => name !== label(node)).join(", ");
    return cells(nameCell(place), [className(node.type), node.kind && kindLabel(node.kind)].filter(Boolean).join(" · "), shorten(others, 120), String(shown.degree[place]));
  });
  return rowsUnder("table_names", ["name", "kind", "also", "facts"], rows);
}

function factsTable(places) {
  const rows = places.map((place) => {
    const fact = DATA.facts[place];
    const open = make("button", { class: "plain", type: "button", on: () => showFact(place) }, predicateLabel(fact.p));
    return cells(nameCell(fact.s), open, fact.o === null ? "" : nameCell(fact.o), qualifierText(fact.q), fact.first || "", String(fact.sources), fact.confidence.toFixed(2));
  });
  return rowsUnder("table_facts", ["subject", "predicate", "object", "details_column", "first", "sources", "confidence"], rows);
}

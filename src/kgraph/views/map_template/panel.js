/* The address keeps what is open, so that a link leads back to it: #id of a name or of a fact. */
function keepInAddress(id) {
  history.replaceState(null, "", id ? "#" + encodeURIComponent(id) : location.pathname + location.search);
}

function openFromAddress() {
  let id = "";
  try {
    id = decodeURIComponent(location.hash.slice(1));
  } catch (error) {
    return false;
  }
  const node = DATA.nodes.findIndex((each) => each.id === id);
  const fact = DATA.facts.findIndex((each) => each.id === id);
  if (node >= 0) showNode(node);
  else if (fact >= 0) showFact(fact);
  return node >= 0 || fact >= 0;
}

/* The card of a name, the sentences behind a fact, and the list of all names. */
function openPanel(...children) {
  const panel = byId("panel");
  panel.replaceChildren(make("button", { class: "close", type: "button", "aria-label": word("close"), on: closePanel }, "×"), ...children);
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
}

function closePanel() {
  byId("panel").hidden = true;
  view.selected = null;
  keepInAddress("");
  letGo();
}

function showNode(place) {
  view.selected = { node: place };
  keepInAddress(DATA.nodes[place].id);
  const node = DATA.nodes[place];
  const others = node.names.filter((name) => name !== label(node));
  const facts = factsOf[place].filter((at) => !view.hiddenPredicates.has(DATA.facts[at].p));
  openPanel(
    make("h2", {}, shorten(label(node), 300)),
    make("p", { class: "soft" }, [className(node.type), node.kind && kindLabel(node.kind)].filter(Boolean).join(" · ")),
    others.length ? make("p", { class: "soft" }, word("also") + ": " + shorten(others.join(", "), 600)) : "",
    ...groupFacts(facts, place),
  );
  goTo([place], factsOf[place].filter((at) => DATA.facts[at].o !== null));
  network.setSelection({ nodes: [place], edges: [] });
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
  const end = fact.o === null ? null : fact.s === place ? fact.o : fact.s;
  const words = qualifierText(fact.q);
  const main = end === null ? words || predicateLabel(fact.p) : shorten(label(DATA.nodes[end]), 120);
  const small = [end === null ? "" : words, sourceText(fact)].filter(Boolean).join(" · ");
  return make("button", { class: "fact", type: "button", on: () => showFact(at) }, main, make("small", {}, small));
}

const sourceText = (fact) => counted(fact.sources, "source") + " · " + word("confidence") + " " + fact.confidence.toFixed(2);

function showFact(at) {
  view.selected = { fact: at };
  keepInAddress(DATA.facts[at].id);
  const fact = DATA.facts[at];
  const ends = [fact.s, fact.o].filter((end) => end !== null);
  const reported = [fact.first, fact.last].filter(Boolean).filter((date, place, dates) => dates.indexOf(date) === place);
  openPanel(
    make("h2", {}, predicateLabel(fact.p)),
    make("p", { class: "names" }, ...ends.map((end) => make("button", { type: "button", on: () => showNode(end) }, shorten(label(DATA.nodes[end]), 80)))),
    Object.keys(fact.q).length ? make("p", {}, qualifierText(fact.q)) : "",
    make("p", { class: "soft" }, sourceText(fact) + (reported.length ? " · " + word("reported") + " " + reported.join(" " + word("to") + " ") : "")),
    fact.rank === "deprecated" ? make("p", {}, make("span", { class: "doubt" }, word("deprecated") + (fact.reason ? ": " + fact.reason : ""))) : "",
    ...fact.evidence.map((place) => sentence(DATA.evidence[place])),
  );
  goTo(ends, [at]);
  network.setSelection(fact.o === null ? { nodes: [fact.s], edges: [] } : { nodes: [], edges: [at] });
}

function sentence(evidence) {
  const [from, to] = evidence.mark;
  const letters = Array.from(evidence.text);
  const part = (start, end) => letters.slice(start, end).join("");
  const words = make("p", {}, evidence.cut[0] ? "… " : "", part(0, from), make("mark", {}, part(from, to)), part(to), evidence.cut[1] ? " …" : "");
  return make("blockquote", {}, words, source(DATA.articles[evidence.article], evidence));
}

function source(article, evidence) {
  const name = shorten(article.title || article.id, 200);
  const link = article.url && safeLink(article.url);
  const title = link ? make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, name) : name;
  const rest = [article.publisher, article.published].filter(Boolean).map((text) => " · " + text).join("");
  return make("footer", {}, title, rest, make("br"), word("characters") + " " + evidence.start + "–" + evidence.end + " · " + word("rule") + " " + evidence.rule);
}

function showList() {
  view.selected = { list: true };
  const shown = DATA.nodes.map((node, place) => place).filter((place) => !view.hiddenTypes.has(DATA.nodes[place].type));
  const order = new Intl.Collator([view.lang, "ko", "en"]);
  shown.sort((left, right) => order.compare(label(DATA.nodes[left]), label(DATA.nodes[right])));
  const row = (place) => make("li", {}, make("button", { class: "fact", type: "button", on: () => showNode(place) },
    shorten(label(DATA.nodes[place]), 120), make("small", {}, className(DATA.nodes[place].type) + " · " + counted(factsOf[place].length, "fact"))));
  openPanel(make("h2", {}, word("all")), make("p", { class: "soft" }, shown.length + " " + word("on_map")), make("ul", {}, ...shown.map(row)));
}

function showAgain() {
  const selected = view.selected;
  if (!selected) return;
  if (selected.list) showList();
  else if (selected.node !== undefined) showNode(selected.node);
  else showFact(selected.fact);
}

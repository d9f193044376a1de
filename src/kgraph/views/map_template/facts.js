/* The card of a fact: every sentence that states it, with the words marked, its article, and a citation to copy. */
function showFact(at) {
  view.selected = { fact: at };
  const fact = DATA.facts[at];
  const ends = [fact.s, fact.o].filter((end) => end !== null);
  const reported = [...new Set([fact.first, fact.last].filter(Boolean))];
  openPanel(
    make("h2", {}, predicateLabel(fact.p)),
    make("p", { class: "names" }, ...ends.map((end) => make("button", { type: "button", on: () => showNode(end) }, shorten(label(DATA.nodes[end]), 80)))),
    Object.keys(fact.q).length ? make("p", {}, qualifierText(fact.q)) : "",
    make("p", { class: "soft" }, sourceText(fact) + (reported.length ? " · " + word("reported") + " " + reported.join(" " + word("to") + " ") : "")),
    fact.rank === "deprecated" ? make("p", {}, make("span", { class: "doubt" }, word("deprecated") + (fact.reason ? ": " + fact.reason : ""))) : "",
    ...fact.evidence.map((place) => sentence(at, evidenceAt(place))),
  );
  goTo(ends, [at]);
  keepInAddress();
}

/* Offsets count code points, as in the article's text. */
function sentence(at, evidence) {
  const [from, to] = evidence.mark;
  const letters = Array.from(evidence.text);
  const part = (start, end) => letters.slice(start, end).join("");
  const words = make("p", {}, evidence.cut[0] ? "… " : "", part(0, from), make("mark", {}, part(from, to)), part(to), evidence.cut[1] ? " …" : "");
  const cite = make("button", { class: "cite", type: "button", on: () => copyText(citation(at, evidence)) }, word("cite"));
  return make("blockquote", {}, words, source(evidence.article, evidence), cite);
}

function source(article, evidence) {
  const name = shorten(article.title || article.id, 200);
  const link = article.url && safeLink(article.url);
  const title = link ? make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, name) : name;
  const rest = [article.publisher, article.published].filter(Boolean).map((text) => " · " + text).join("");
  return make("footer", {}, title, rest, make("br"), word("characters") + " " + evidence.start + "–" + evidence.end + " · " + word("rule") + " " + evidence.rule);
}

/* What is stated, who says so in which words, and the IRI of the fact, as one line of text. */
function citation(at, evidence) {
  const fact = DATA.facts[at];
  const statement = [label(DATA.nodes[fact.s]), predicateLabel(fact.p), fact.o === null ? "" : label(DATA.nodes[fact.o])].filter(Boolean).join(" ");
  const details = qualifierText(fact.q);
  const article = evidence.article;
  const quoted = (evidence.cut[0] ? "… " : "") + evidence.text.replace(/\s+/g, " ") + (evidence.cut[1] ? " …" : "");
  const where = [article.title && "“" + article.title + "”", article.publisher, article.published, article.url && safeLink(article.url), !article.title && !article.url ? article.id : ""];
  return statement + (details ? " (" + details + ")" : "") + ": “" + quoted + "” " + where.filter(Boolean).join(", ")
    + ", " + word("characters") + " " + evidence.start + "–" + evidence.end + ". <" + DATA.iri + "fact/" + fact.id + ">";
}

async function copyText(text) {
  let done = copiedByHand(text);
  if (!done && navigator.clipboard) done = await navigator.clipboard.writeText(text).then(() => true, () => false);
  announce(word(done ? "copied" : "not_copied"));
  const box = byId("copied");
  box.replaceChildren(make("p", {}, word(done ? "copied" : "not_copied")), make("textarea", { readonly: "", rows: 4, "aria-label": word("copied") }));
  box.querySelector("textarea").value = text;
  box.hidden = false;
  clearTimeout(box.timer);
  box.timer = setTimeout(() => { box.hidden = true; }, 6000);
}

/* The old way first: it works in a page opened from disk, in every browser. */
function copiedByHand(text) {
  const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
  const before = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}

/* Puts the page together. */
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  byId("theme").textContent = theme === "dark" ? "Light" : "Dark";
  if (network) draw();
}

function setLanguage(lang) {
  view.lang = lang;
  byId("language").textContent = lang === "en" ? "한국어" : "English";
  redrawLabels();
  drawLegend();
  showAgain();
}

function showLegend(shown) {
  byId("legend").hidden = !shown;
  byId("legend-toggle").setAttribute("aria-expanded", String(shown));
}

function start() {
  const note = DATA.nodes.length + " names · " + DATA.facts.length + " facts" + (DATA.left_out ? " · " + DATA.left_out + " names left out" : "");
  byId("title").append(DATA.title, make("small", {}, note));
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  drawLegend();
  showLegend(innerWidth > 760);
  startNetwork();
  startSearch();
  byId("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  byId("language").addEventListener("click", () => setLanguage(view.lang === "en" ? "ko" : "en"));
  byId("fit").addEventListener("click", fitAll);
  byId("list").addEventListener("click", showList);
  byId("legend-toggle").addEventListener("click", () => showLegend(byId("legend").hidden));
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !byId("panel").hidden) closePanel(); });
  addEventListener("hashchange", openFromAddress);
  if (!openFromAddress() && DATA.focus !== null) showNode(DATA.focus);
}

start();

/* Puts the page together. */
function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  themeColours.clear();
  drawWords();
  invalidate();
}

/* The words of the page itself in the language that is chosen. */
function drawWords() {
  document.documentElement.lang = view.lang;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
  byId("search").placeholder = word("search");
  byId("theme").textContent = word(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  byId("physics").textContent = word(heat ? "still" : "physics");
}

function setLanguage(lang) {
  view.lang = lang;
  drawWords();
  drawTime();
  drawLegend();
  changed();
  showAgain();
}

/* The page as the address has it; without an address, the whole map, or what it was made around. */
function openView(state) {
  ticks = view.clock ? ticksOf(view.clock) : [];
  if (view.clock && !ticks.includes(view.at)) view.at = ticks[ticks.length - 1] || "";
  showTimes(view.clock !== "");
  for (const place of view.expanded) settleAround(place, foldedOf(place));
  setLanguage(view.lang);
  showTable(view.table);
  const opened = state ? openById(state.open) : DATA.focus !== null && (showNode(DATA.focus), true);
  if (!opened && !byId("panel").hidden) closePanel();
  if (!opened || !state) fitAll();
  if (state && state.camera) steer(state.camera.x, state.camera.y, state.camera.k);
}

/* Escape closes the menu if it is open, else the card. */
function closeTopmost() {
  if (byId("save").open) { byId("save").open = false; byId("save").querySelector("summary").focus(); }
  else if (!byId("panel").hidden) closePanel();
}

function start() {
  byId("title").prepend(DATA.title);
  setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  showLegend(innerWidth > 760);
  startHands();
  startSearch();
  startTime();
  startSave();
  byId("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark"));
  byId("language").addEventListener("click", () => setLanguage(view.lang === "en" ? "ko" : "en"));
  byId("fit").addEventListener("click", fitAll);
  byId("table-toggle").addEventListener("click", () => showTable(!view.table));
  byId("legend-toggle").addEventListener("click", () => showLegend(byId("legend").hidden));
  addEventListener("keydown", (event) => { if (event.key === "Escape") closeTopmost(); });
  addEventListener("hashchange", () => { const state = readAddress(); if (state) openView(state); });
  const state = readAddress();
  refreshShown();
  openView(state);
}

start();

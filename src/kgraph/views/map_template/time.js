/* Time: a slider with play over the dates at which something changes, on one of two clocks. */
const SPANS = [0, 1, 3, 12, 60];
const STEP_MS = 450;
const MOST_TICKS = 600;
let ticks = [];
let playing = 0;
let pulseOf = null; // the clock whose bars stand above the slider

/* Every date at which something comes or goes; months where there are very many days. */
function ticksOf(clock) {
  const dates = new Set();
  for (const fact of DATA.facts) for (const date of lifeOf(fact, clock) || []) if (date) dates.add(date);
  const days = [...dates].sort();
  return days.length <= MOST_TICKS ? days : [...new Set(days.map((date) => date.slice(0, 7)))];
}

function setClock(clock) {
  stopPlaying();
  view.clock = clock;
  ticks = clock ? ticksOf(clock) : [];
  if (!ticks.includes(view.at)) view.at = ticks.length ? ticks[ticks.length - 1] : "";
  drawTime();
  changed();
}

function setTime(at) {
  view.at = ticks[Math.max(0, Math.min(ticks.length - 1, at))] || "";
  drawTime();
  changed();
}

function drawTime() {
  const slider = byId("when");
  slider.max = String(Math.max(0, ticks.length - 1));
  slider.value = String(Math.max(0, ticks.indexOf(view.at)));
  slider.disabled = byId("play").disabled = byId("span").disabled = byId("undated").disabled = !ticks.length;
  slider.setAttribute("aria-valuetext", view.at || word("clock_off"));
  byId("when-text").textContent = view.at || word("clock_off");
  byId("clock").value = view.clock;
  byId("span").value = String(view.span);
  byId("undated").checked = view.undated;
  byId("play").textContent = word(playing ? "pause" : "play");
  drawPulse();
}

/* Bars above the slider: how much happens at each date, and what lies behind the time that is shown. */
function drawPulse() {
  if (pulseOf !== view.clock) drawBars();
  Array.from(byId("pulse").children).forEach((bar, place) => bar.setAttribute("class", ticks[place] <= view.at ? "past" : "ahead"));
}

function drawBars() {
  pulseOf = view.clock;
  const counts = new Map(ticks.map((tick) => [tick, 0]));
  for (const fact of ticks.length ? DATA.facts : []) {
    const begins = (lifeOf(fact, view.clock) || [""])[0];
    const tick = counts.has(begins) ? begins : begins.slice(0, 7);
    if (counts.has(tick)) counts.set(tick, counts.get(tick) + 1);
  }
  const most = Math.max(1, ...counts.values());
  const wide = 100 / Math.max(1, ticks.length);
  const bars = ticks.map((tick, place) => {
    const high = 18 * Math.sqrt(counts.get(tick) / most);
    const broad = Math.min(2, wide * 0.7);
    return makeSvg("rect", { x: (place + 0.5) * wide - broad / 2, y: 18 - high, width: broad, height: high });
  });
  byId("pulse").replaceChildren(...bars);
}

function togglePlay() {
  if (playing) { stopPlaying(); drawTime(); return; }
  if (ticks.indexOf(view.at) === ticks.length - 1) setTime(0);
  playing = setInterval(() => {
    const at = ticks.indexOf(view.at) + 1;
    if (at >= ticks.length) stopPlaying();
    if (at < ticks.length) setTime(at);
    else drawTime();
  }, STEP_MS);
  drawTime();
}

function stopPlaying() {
  clearInterval(playing);
  playing = 0;
}

function showTimes(on) {
  byId("times").hidden = !on;
  byId("time-toggle").setAttribute("aria-expanded", String(on));
  invalidate();
}

function startTime() {
  byId("clock").addEventListener("change", (event) => setClock(event.target.value));
  byId("when").addEventListener("input", (event) => { stopPlaying(); setTime(Number(event.target.value)); });
  byId("span").addEventListener("change", (event) => { view.span = Number(event.target.value); changed(); });
  byId("undated").addEventListener("change", (event) => { view.undated = event.target.checked; changed(); });
  byId("play").addEventListener("click", togglePlay);
  byId("time-toggle").addEventListener("click", () => {
    const open = byId("times").hidden;
    showTimes(open);
    if (open && !view.clock) setClock(ticksOf("true").length > 2 ? "true" : "reported");
    else if (!open) setClock("");
  });
}

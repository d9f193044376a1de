/* Chart places and ratings of a work over time, as small line charts.  Only dates that the text gives: never the report's. */
const CHART = { width: 330, height: 108, left: 30, right: 12, top: 12, bottom: 22 };

function chartsOf(facts) {
  const courses = new Map();
  for (const at of facts) {
    const { p, q } = DATA.facts[at];
    const measure = p === "ranked" && q.rank ? "rank" : p === "rated" && q.percent ? "percent" : null;
    if (!measure || (!q.date && !q.episode)) continue;
    const scale = q.date ? "date" : "episode";
    const key = [measure, scale, q.chart || "", q.region || ""].join("\n");
    if (!courses.has(key)) courses.set(key, { measure, title: [q.chart, q.region].filter(Boolean).join(" · ") || predicateLabel(p), points: [] });
    courses.get(key).points.push({ at, label: scale === "date" ? q.date : qualifierText({ episode: q.episode }), x: scale === "date" ? dayNumber(q.date) : q.episode, y: q[measure] });
  }
  const drawn = [...courses.values()].filter((course) => new Set(course.points.map((point) => point.x)).size > 1);
  return drawn.length ? [make("h3", {}, word("charts")), ...drawn.map(lineChart)] : [];
}

const dayNumber = (date) => Date.parse((date + "-01-01").slice(0, 10)) / 86400000;

function lineChart(course) {
  const points = course.points.sort((left, right) => left.x - right.x || left.y - right.y);
  const [low, high] = [Math.min(...points.map((point) => point.y)), Math.max(...points.map((point) => point.y))];
  const [first, last] = [points[0], points[points.length - 1]];
  const { width, height, left, right, top, bottom } = CHART;
  const x = (point) => left + ((point.x - first.x) / (last.x - first.x)) * (width - left - right);
  const share = (value) => (high === low ? 0.5 : (value - low) / (high - low));
  // The first place of a chart is its top.
  const y = (value) => top + (course.measure === "rank" ? share(value) : 1 - share(value)) * (height - top - bottom);
  const unit = (value) => (course.measure === "percent" ? value + "%" : String(value));
  const svg = makeSvg("svg", { viewBox: "0 0 " + width + " " + height, role: "img", class: "chart", "aria-label": course.title + ": " + points.map((point) => point.label + " " + unit(point.y)).join(", ") });
  const text = (words, at, above, anchor) => { const element = makeSvg("text", { x: at, y: above, "text-anchor": anchor }); element.textContent = words; return element; };
  for (const value of new Set([low, high])) svg.append(makeSvg("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: "grid" }), text(unit(value), left - 5, y(value) + 4, "end"));
  svg.append(makeSvg("polyline", { points: points.map((point) => x(point).toFixed(1) + "," + y(point.y).toFixed(1)).join(" ") }));
  for (const point of points) {
    const dot = makeSvg("circle", { cx: x(point).toFixed(1), cy: y(point.y).toFixed(1), r: 4 });
    const title = makeSvg("title", {});
    title.textContent = point.label + ": " + unit(point.y);
    dot.append(title);
    dot.addEventListener("click", () => showFact(point.at));
    svg.append(dot);
  }
  svg.append(text(first.label, left, height - 5, "start"), text(last.label, width - right, height - 5, "end"));
  return make("figure", {}, make("figcaption", { class: "soft" }, shorten(course.title, 80)), svg);
}

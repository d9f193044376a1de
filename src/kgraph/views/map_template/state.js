/* What is looked at: filters, time, selection, camera, language.  All of it stands in the address after #, and comes back from it. */
const START = Object.freeze({ least: 0, sources: 1, publisher: null, clock: "", at: "", span: 0, undated: true });
const view = {
  lang: "en", ...START, hiddenTypes: new Set(), hiddenPredicates: new Set(), hiddenStatuses: new Set(), expanded: new Set(),
  selected: null, lit: null, moved: false, keepCamera: false, pathFrom: null, table: false,
};
const SETS = { notype: "hiddenTypes", notpred: "hiddenPredicates", notstatus: "hiddenStatuses" };

function viewAsFragment() {
  const parts = new URLSearchParams();
  const put = (name, value, usual) => { if (value !== usual) parts.set(name, String(value)); };
  put("open", selectedId(), "");
  put("lang", view.lang, "en");
  for (const [short, name] of Object.entries(SETS)) put(short, [...view[name]].sort().join(","), "");
  put("least", view.least, START.least);
  put("sources", view.sources, START.sources);
  if (view.publisher !== null) parts.set("publisher", view.publisher);
  put("clock", view.clock, "");
  if (view.clock) put("at", view.at, "");
  put("span", view.span, 0);
  put("undated", view.undated ? 1 : 0, 1);
  put("expanded", [...view.expanded].map((place) => DATA.nodes[place].id).sort().join(" "), "");
  put("table", view.table ? 1 : 0, 0);
  put("find", byId("search").value, "");
  const stands = turned ? [camera.y, camera.x] : [camera.x, camera.y];
  if (view.moved) parts.set("camera", [...stands, camera.k].map((value) => Number(value.toPrecision(5))).join(","));
  return parts.toString();
}

function selectedId() {
  const selected = view.selected;
  if (!selected) return "";
  if (selected.path) return selected.path.map((place) => DATA.nodes[place].id).join(" ");
  return selected.node !== undefined ? DATA.nodes[selected.node].id : DATA.facts[selected.fact].id;
}

let keeping = 0;
let kept = "";

/* The address follows the view, a moment later so that a moving camera does not write it at each frame. */
function keepInAddress() {
  clearTimeout(keeping);
  keeping = setTimeout(writeAddress, 120);
}

function writeAddress() {
  clearTimeout(keeping);
  if (location.protocol === "about:") return; // in a notebook's frame there is no address to keep it in
  kept = viewAsFragment();
  history.replaceState(null, "", kept ? "#" + kept : location.pathname + location.search);
}

/* Takes the view from the address; false if there is none.  An address may be the bare id of a name or a fact. */
function readAddress() {
  const text = location.hash.slice(1);
  if (text === kept || text === "") return false;
  const parts = /^[a-z]+=/.test(text) ? new URLSearchParams(text) : new URLSearchParams([["open", decoded(text)]]);
  view.lang = parts.get("lang") === "ko" ? "ko" : "en";
  for (const [short, name] of Object.entries(SETS)) view[name] = new Set((parts.get(short) || "").split(",").filter(Boolean));
  view.least = Math.min(1, Math.max(0, Number(parts.get("least")) || 0));
  view.sources = Math.max(1, Number.parseInt(parts.get("sources") || "1", 10) || 1);
  view.publisher = parts.get("publisher");
  view.clock = ["true", "reported"].includes(parts.get("clock")) ? parts.get("clock") : "";
  view.at = parts.get("at") || "";
  view.span = SPANS.includes(Number(parts.get("span"))) ? Number(parts.get("span")) : 0;
  view.undated = parts.get("undated") !== "0";
  view.expanded = new Set((parts.get("expanded") || "").split(" ").map(placeOf).filter((place) => place >= 0));
  view.table = parts.get("table") === "1";
  byId("search").value = parts.get("find") || "";
  const at = (parts.get("camera") || "").split(",").map(Number);
  const known = at.length === 3 && at.every(Number.isFinite) && at[2] > 0;
  return { open: parts.get("open") || "", camera: known ? { x: at[turned ? 1 : 0], y: at[turned ? 0 : 1], k: at[2] } : null };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    return "";
  }
}

const placeOf = (id) => DATA.nodes.findIndex((node) => node.id === id);

/* Opens a name, a fact or the paths between two names by their ids. */
function openById(id) {
  const fact = DATA.facts.findIndex((each) => each.id === id);
  const places = id.split(" ").map(placeOf);
  if (fact >= 0) showFact(fact);
  else if (places.length === 2 && places.every((place) => place >= 0)) showPaths(places[0], places[1]);
  else if (places[0] >= 0) showNode(places[0]);
  else return false;
  return true;
}

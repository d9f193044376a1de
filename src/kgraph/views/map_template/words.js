/* What the page itself says, beside the ontology's labels.  Text reaches the page through textContent alone. */
const WORDS = {
  en: {
    also: "Also", names: "Names", relationships: "Relationships", nothing: "Nothing of that name", search: "Search · 찾기",
    search_label: "Search names, in Hangul or Latin letters", found: "Names found", confidence: "confidence", reported: "reported", to: "to",
    characters: "characters", rule: "rule", deprecated: "deprecated", close: "Close", language: "한국어",
    dark: "Dark", light: "Light", fit: "Fit", table: "Table", filters: "Filter", time: "Time", save: "Save",
    png: "Picture (PNG)", svg: "Drawing (SVG)", link: "Copy link to this view", physics: "Loosen the layout", still: "Stop moving",
    details: "Details", legend: "Legend and filter", timebar: "Time", stated: "stated", status: "Status", least: "Confidence at least",
    least_sources: "Sources at least", source: "Source", every_source: "every source", no_source: "no publisher", reset: "Show all again",
    expand: "Show its neighbours", collapse: "Hide its neighbours", hidden_here: "neighbours are folded away: a double click shows them",
    not_here: "more neighbours are not in this file", unknown_more: "What else joins it is not in this file.", path_to: "Path to …",
    path_pick: "Choose the other name: click it, or search for it.", path: "Path", paths: "Paths", no_path: "No path over what is shown.",
    steps_one: "step", steps: "steps", cite: "Copy as citation", copied: "Copied", not_copied: "The browser did not let the page copy; here it is:",
    clock_off: "any time", clock_true: "when it was true", clock_reported: "when it was reported", clock: "Clock", play: "Play", pause: "Pause",
    until: "until then", months_1: "that month", months_3: "3 months", months_12: "a year", months_60: "5 years", span: "Shown",
    undated: "without a date", by: "as of", table_names: "Names", table_facts: "Relationships and facts", name: "Name", kind: "Kind", facts: "Facts",
    subject: "Who or what", predicate: "Relationship", object: "With", details_column: "Details", first: "First reported", sources: "Sources",
    more_rows: "Show more rows", charts: "Course",
    lines_left: "Only the weightiest relationships are drawn at this distance; come closer for all.", map: "Map",
    map_keys: "arrow keys move, plus and minus zoom, Enter opens the name in the middle, Tab leads to the list", left_out: "names left out", one_fact: "fact", many_facts: "facts",
    one_name: "name", many_names: "names", one_source: "source", many_sources: "sources", all: "all", none: "none",
  },
  ko: {
    also: "다른 이름", names: "종류", relationships: "관계", nothing: "그런 이름이 없습니다", search: "찾기 · Search",
    search_label: "이름 찾기 (한글, 초성, 로마자)", found: "찾은 이름", confidence: "신뢰도", reported: "보도", to: "~",
    characters: "글자 위치", rule: "규칙", deprecated: "신뢰하지 않음", close: "닫기", language: "English",
    dark: "어둡게", light: "밝게", fit: "전체", table: "표", filters: "거르기", time: "시간", save: "저장",
    png: "그림 (PNG)", svg: "도면 (SVG)", link: "이 화면의 링크 복사", physics: "배치 풀기", still: "멈추기",
    details: "자세히", legend: "범례와 거르기", timebar: "시간", stated: "사실로 서술", status: "상태", least: "신뢰도 하한",
    least_sources: "출처 수 하한", source: "출처", every_source: "모든 출처", no_source: "매체 없음", reset: "모두 다시 보기",
    expand: "이웃 보기", collapse: "이웃 접기", hidden_here: "개의 이웃이 접혀 있습니다. 두 번 누르면 보입니다",
    not_here: "개의 이웃은 이 파일에 없습니다", unknown_more: "그 밖의 관계는 이 파일에 없습니다.", path_to: "경로 찾기 …",
    path_pick: "다른 이름을 고르세요. 누르거나 찾으면 됩니다.", path: "경로", paths: "경로", no_path: "보이는 것만으로는 경로가 없습니다.",
    steps_one: "단계", steps: "단계", cite: "인용문 복사", copied: "복사했습니다", not_copied: "브라우저가 복사를 막았습니다. 내용은 다음과 같습니다.",
    clock_off: "모든 때", clock_true: "사실이던 때", clock_reported: "보도된 때", clock: "시계", play: "재생", pause: "멈춤",
    until: "그때까지", months_1: "그 한 달", months_3: "3개월", months_12: "1년", months_60: "5년", span: "보이는 기간",
    undated: "날짜 없는 것", by: "기준일", table_names: "이름", table_facts: "관계와 사실", name: "이름", kind: "종류", facts: "사실 수",
    subject: "누가·무엇이", predicate: "관계", object: "상대", details_column: "내용", first: "첫 보도", sources: "출처 수",
    more_rows: "더 보기", charts: "추이",
    lines_left: "이 거리에서는 비중이 큰 관계만 그립니다. 가까이 가면 모두 보입니다.", map: "지도",
    map_keys: "화살표로 움직이고 더하기와 빼기로 확대하며, 엔터는 가운데 이름을 엽니다", left_out: "개 이름 제외", one_fact: "건의 사실", many_facts: "건의 사실",
    one_name: "개의 이름", many_names: "개의 이름", one_source: "건의 출처", many_sources: "건의 출처", all: "모두 켜기", none: "모두 끄기",
  },
};
const word = (name) => WORDS[view.lang][name];
const counted = (number, one, many) => number.toLocaleString("en") + (view.lang === "ko" ? "" : " ") + word(number === 1 ? one : many);

/* An element with attributes; children that are strings become text. */
function make(tag, options, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(options || {})) {
    if (name === "class") element.className = value;
    else if (name === "on") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

const SVG_NAMES = "http://www.w3.org/2000/svg";

function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG_NAMES, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

const label = (node) => node.labels[view.lang] || node.names[0];
const otherLabel = (node) => node.labels[view.lang === "en" ? "ko" : "en"];
const predicateLabel = (name) => (DATA.predicates[name] || {})[view.lang] || name.replace(/_/g, " ");
const kindLabel = (name) => (DATA.kinds[name] || {})[view.lang] || name;
const statusLabel = (name) => (DATA.statuses[name] || {})[view.lang] || name;
const className = (name) => capital((DATA.classes[name] || {})[view.lang] || name);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function shorten(text, length) {
  if (text.length <= length) return text;
  const letters = Array.from(text);
  return letters.length > length ? letters.slice(0, length - 1).join("") + "…" : text;
}

const QUALIFIER_WORDS = {
  en: { rank: (value) => "no. " + value, percent: (value) => value + "%", days: (value) => value + " days", points: (value) => value + " points ahead", episode: (value) => "episode " + value, character: (value) => "as " + value },
  ko: { rank: (value) => value + "위", percent: (value) => value + "%", days: (value) => value + "일간", points: (value) => value + "점 앞섬", episode: (value) => value + "회", character: (value) => value + " 역" },
};

function qualifierText(qualifiers) {
  return Object.entries(qualifiers)
    .map(([name, value]) => (name === "status" ? statusLabel(value) : QUALIFIER_WORDS[view.lang][name] ? QUALIFIER_WORDS[view.lang][name](value) : String(value)))
    .join(" · ");
}

const sourceText = (fact) => counted(fact.sources, "one_source", "many_sources") + " · " + word("confidence") + " " + fact.confidence.toFixed(2);

function safeLink(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch (error) {
    return null;
  }
}

/* Tells screen readers what has just changed. */
function announce(text) {
  byId("status").textContent = text;
}

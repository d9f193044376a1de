"use strict";
/* The data, and small pure functions over it.  Text reaches the page through textContent alone. */
const DATA = JSON.parse(document.getElementById("data").textContent);
const view = { lang: "en", hiddenTypes: new Set(), hiddenPredicates: new Set(), selected: null, lit: null };

/* What the page itself says, beside the ontology's labels. */
const WORDS = {
  en: {
    also: "Also", names: "Names", relationships: "Relationships", all: "All names", on_map: "on the map", nothing: "Nothing of that name",
    source: "source", sources: "sources", confidence: "confidence", reported: "reported", to: "to", fact: "fact", facts: "facts",
    characters: "characters", rule: "rule", deprecated: "deprecated", close: "Close",
  },
  ko: {
    also: "다른 이름", names: "종류", relationships: "관계", all: "모든 이름", on_map: "개가 지도에 있음", nothing: "그런 이름이 없습니다",
    source: "건의 출처", sources: "건의 출처", confidence: "신뢰도", reported: "보도", to: "~", fact: "건의 사실", facts: "건의 사실",
    characters: "글자 위치", rule: "규칙", deprecated: "신뢰하지 않음", close: "닫기",
  },
};
const word = (name) => WORDS[view.lang][name];
const counted = (number, name) => number + " " + word(number === 1 ? name : name + "s");

const byId = (id) => document.getElementById(id);

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

const label = (node) => node.labels[view.lang] || node.names[0];
const otherLabel = (node) => node.labels[view.lang === "en" ? "ko" : "en"];
const predicateLabel = (name) => (DATA.predicates[name] || {})[view.lang] || name.replace(/_/g, " ");
const kindLabel = (name) => (DATA.kinds[name] || {})[view.lang] || name;
const statusLabel = (name) => (DATA.statuses[name] || {})[view.lang] || name;
const className = (name) => capital((DATA.classes[name] || {})[view.lang] || name);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

function shorten(text, length) {
  const letters = Array.from(text);
  return letters.length > length ? letters.slice(0, length - 1).join("") + "…" : text;
}

const QUALIFIER_WORDS = {
  rank: (value) => "no. " + value, percent: (value) => value + "%", days: (value) => value + " days",
  status: (value) => statusLabel(value), points: (value) => value + " points ahead", episode: (value) => "episode " + value, character: (value) => "as " + value,
};

function qualifierText(qualifiers) {
  return Object.entries(qualifiers)
    .map(([name, value]) => (QUALIFIER_WORDS[name] ? QUALIFIER_WORDS[name](value) : String(value)))
    .join(" · ");
}

/* The same as kgraph.text.keys.name_key: case, spaces, hyphens and marks do not count. */
function nameKey(text) {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC").replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

const INITIALS = Array.from("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
const isInitials = (text) => text !== "" && Array.from(text).every((char) => INITIALS.includes(char));

function initials(text) {
  return Array.from(text, (char) => {
    const place = char.codePointAt(0) - 0xac00;
    return place >= 0 && place < 11172 ? INITIALS[Math.floor(place / 588)] : char;
  }).join("");
}

function safeLink(url) {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol) ? url : null;
  } catch (error) {
    return null;
  }
}

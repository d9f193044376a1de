/* Under what a name is found: its letters, its initial consonants, and for people every way that its syllables are spelled. */
const INITIALS = Array.from("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ");
const isInitials = (text) => text !== "" && Array.from(text).every((char) => INITIALS.includes(char));

/* The same as kgraph.text.keys.name_key: case, spaces, hyphens and marks do not count. */
function nameKey(text) {
  return text.normalize("NFKC").toLowerCase().replace(/ß/g, "ss").normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
}

function initials(text) {
  return Array.from(text, (char) => {
    const place = char.codePointAt(0) - 0xac00;
    return place >= 0 && place < 11172 ? INITIALS[Math.floor(place / 588)] : char;
  }).join("");
}

const keysOf = new Map();

function keys(place) {
  if (!keysOf.has(place)) keysOf.set(place, DATA.nodes[place].names.map(nameKey).filter(Boolean));
  return keysOf.get(place);
}

/* A Hangul name as slots of spellings: [surname, given syllables...]. */
function slotsOf([hangul, cut]) {
  const letters = Array.from(hangul);
  const surname = letters.slice(0, cut).join("");
  const given = letters.slice(cut).map((char) => DATA.spellings.given[char] || []);
  return { surname: cut ? DATA.spellings.surnames[surname] || [] : null, given };
}

/* How well Latin letters fit spellings one after another: 2 all of it, 1 its beginning, 0 not. */
function fits(query, slots) {
  if (!slots.length) return query === "" ? 2 : 0;
  let best = 0;
  for (const spelling of slots[0]) {
    if (query.startsWith(spelling)) best = Math.max(best, query.length === spelling.length && slots.length > 1 ? 1 : fits(query.slice(spelling.length), slots.slice(1)));
    else if (spelling.startsWith(query)) best = Math.max(best, 1);
    if (best === 2) return 2;
  }
  return best;
}

function soundsLike(place, query) {
  let best = 0;
  for (const sound of DATA.nodes[place].sound) {
    const { surname, given } = slotsOf(sound);
    const orders = surname ? [[surname, ...given], [...given, surname], given] : [given];
    for (const slots of orders) best = Math.max(best, fits(query, slots));
  }
  return best;
}

/* How near a name is to what was asked: 0 is it, larger is farther, null is something else. */
function distance(place, query) {
  const known = keys(place);
  if (isInitials(query)) {
    const heads = [...known, ...DATA.nodes[place].sound.map(([hangul]) => hangul)].map(initials);
    return heads.some((head) => head.startsWith(query)) ? 1 : heads.some((head) => head.includes(query)) ? 3 : null;
  }
  if (known.includes(query)) return 0;
  if (known.some((key) => key.startsWith(query))) return 1;
  const sound = /^[a-z]{2,}$/.test(query) ? soundsLike(place, query) : DATA.nodes[place].sound.some(([hangul]) => hangul.startsWith(query)) ? 2 : 0;
  if (sound) return sound === 2 ? 1.5 : 2.5;
  return known.some((key) => key.includes(query)) ? 3 : null;
}

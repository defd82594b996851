// Where somebody lives: src/platform/base/street_address.cpp. A sign, not a proof.
// "Storgatan 12 B", "Nedre Långgatan 4", "Olav Tryggvasons gate 24", "Kirkeveien 3C", "Skolegata 7".
const endings = ["gatan", "vägen", "gränden", "gränd", "stigen", "backen", "allén", "torget", "kroken", "slingan", "gata", "gaten",
  "gate", "veien", "vegen", "vei", "veg", "väg", "allé", "stien", "bakken", "svingen", "tunet", "plass"];
// After the number: then it counts something.
const counted = new Set(["min", "minuter", "minutter", "kr", "kronor", "kroner", "st", "stk", "personer", "gånger", "ganger"]);

const called = new Set(["nr", "nr.", "nummer", "no."]);

const capitalised = /^[A-ZÅÄÆÖØÉ]/;
const withoutBrackets = (word) => word.replace(/^[("']+/, "");
const isNumber = (word) => /^\d{1,3}[A-Za-z]?[.,;!?)]*$/.test(word);

function isStreet(words, at) {
  const word = withoutBrackets(words[at]);
  const lower = word.toLowerCase();
  if (endings.includes(lower)) return at > 0 && capitalised.test(withoutBrackets(words[at - 1]));
  return capitalised.test(word) && endings.some((ending) => lower.endsWith(ending));
}

export function holdsStreetAddress(text) {
  const words = text.split(/[ \n\t\r]+/).filter((word) => word !== "");
  // "Storgatan nr 5": where the street stands.
  const before = (at) => at - (at > 1 && called.has(words[at - 1].toLowerCase()) ? 2 : 1);
  return words.some((word, at) => at > 0 && isNumber(word) && isStreet(words, before(at)) && !counted.has(words[at + 1] ?? ""));
}

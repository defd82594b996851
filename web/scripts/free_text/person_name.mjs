// Names of people in a text: src/platform/base/person_name.cpp. A sign, not a proof.
import list from "../../../data/given-names.txt";

// true: also a word or the name of something else; it counts only before another capitalised word.
const givenNames = new Map(list.split("\n").filter((line) => line && !line.startsWith("#"))
  .map((line) => [line.replace(/\+$/, "").toLowerCase(), line.endsWith("+")]));
const isOfName = (c) => /[a-zA-Z-]/.test(c) || c.charCodeAt(0) >= 0x80;
const introductions = new Set(["heter", "hette", "heiter", "het", "hedder", "named"]);

/** Pieces of letters and hyphens, and "" where anything but a single space stands between two. */
function nameLikeWords(text) {
  const words = [];
  let afterLast = 0;
  for (let at = 0; at < text.length;) {
    if (!isOfName(text[at])) {
      ++at;
      continue;
    }
    const begin = at;
    while (at < text.length && isOfName(text[at])) ++at;
    if (words.length && text.slice(afterLast, begin) !== " ") words.push("");
    words.push(text.slice(begin, at));
    afterLast = at;
  }
  return words;
}

const isCapitalised = (word) => /^[A-ZÄÅÆÖØÉ]/.test(word) && (word.length > 1 || word.charCodeAt(0) >= 0x80);

// A name that ends in s has no other s for whose it is: "Klass 7B" is not Klas.
function isGivenName(word, beforeCapital) {
  if (!isCapitalised(word) || new TextEncoder().encode(word).length > 40) return false;
  const lower = word.toLowerCase();
  const found = givenNames.get(lower) ?? (/[^s]s$/.test(lower) ? givenNames.get(lower.slice(0, -1)) : undefined);
  return found !== undefined && (!found || beforeCapital);
}

export function holdsPersonName(text) {
  const words = nameLikeWords(text);
  return words.some((word, at) => {
    const next = words[at + 1] ?? "";
    if (isGivenName(word, isCapitalised(next))) return true;
    if (isCapitalised(next) && next.endsWith("sson") && isCapitalised(word)) return true;
    // "heter Xerxes Olof": whoever has two names, whichever they are.
    return introductions.has(word) && isCapitalised(next) && isCapitalised(words[at + 2] ?? "");
  });
}

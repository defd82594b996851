// Names of people in a text: src/platform/base/person_name.cpp. A sign, not a proof.
import given from "../../../data/given-names.txt";
import family from "../../../data/family-names.txt";

// true: also a word or the name of something else; it counts only before another capitalised word.
const namesOf = (list) => new Map(list.split("\n").filter((line) => line && !line.startsWith("#"))
  .map((line) => [line.replace(/\+$/, "").toLowerCase(), line.endsWith("+")]));
const givenNames = namesOf(given);
const familyNames = namesOf(family);
const isOfName = (c) => /[a-zA-Z-]/.test(c) || c.charCodeAt(0) >= 0x80;
const introductions = new Set(["heter", "hette", "heiter", "het", "hedder", "named"]);

const titles = new Set(["fru", "herr", "fröken", "frøken", "frk", "hr"]);
const shortTitles = new Set(["Fr", "Hr", "hr", "Frk", "frk"]);
const whose = new Set(["min", "din", "sin", "hans", "mi", "en", "ei", "hennes"]);

/** Pieces of letters and hyphens, "" where anything but a single space stands between two, "." where that is a full stop. */
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
    const between = text.slice(afterLast, begin);
    if (words.length && between !== " ") words.push(between === ". " ? "." : "");
    words.push(text.slice(begin, at));
    afterLast = at;
  }
  return words;
}

const isCapitalised = (word) => /^[A-ZÄÅÆÖØÉ]/.test(word) && (word.length > 1 || word.charCodeAt(0) >= 0x80);

/** true, false as above, whatever its letters, also whose something is; undefined where it is no name. */
function weightOf(names, word) {
  if (new TextEncoder().encode(word).length > 40) return undefined;
  const lower = word.toLowerCase();
  // A name that ends in s has no other s for whose it is: "Klass 7B" is not Klas.
  return names.get(lower) ?? (/[^s]s$/.test(lower) ? names.get(lower.slice(0, -1)) : undefined);
}

function isGivenName(word, beforeCapital) {
  const weight = isCapitalised(word) ? weightOf(givenNames, word) : undefined;
  return weight !== undefined && (!weight || beforeCapital);
}

/** "Sven-Erik": both are given names. */
function isDoubleName(word) {
  const parts = word.split("-");
  return parts.length === 2 && parts.every((part) => isGivenName(part, true));
}

/** "Fru Lindberg", "hr. Hansen"; "min fru Skype" is whose wife she is. */
function isTitled(words, at) {
  if (at === 0 || !isCapitalised(words[at])) return false;
  if (at > 1 && words[at - 1] === "." && shortTitles.has(words[at - 2])) return true;
  return titles.has(words[at - 1].toLowerCase()) && !whose.has((words[at - 2] ?? "").toLowerCase());
}

/** "Johansson" by itself; Ericsson is also what makes phones. */
const bytes = (word) => new TextEncoder().encode(word).length;
const isSonsName = (word) => isCapitalised(word) && bytes(word) > 7 && word.endsWith("sson") && word !== "Ericsson";
const isFamilyName = (word) => isCapitalised(word) && weightOf(familyNames, word) !== undefined;

/** "anna svensson", as somebody in a hurry writes. */
function isInSmallLetters(first, last) {
  if (isCapitalised(first) || isCapitalised(last) || weightOf(givenNames, first) === undefined) return false;
  return weightOf(familyNames, last) !== undefined || (bytes(last) > 7 && last.endsWith("sson"));
}

export function holdsPersonName(text) {
  const words = nameLikeWords(text);
  return words.some((word, at) => {
    const next = words[at + 1] ?? "";
    if (isGivenName(word, isCapitalised(next)) || isDoubleName(word) || isTitled(words, at)) return true;
    if (isSonsName(word) || isFamilyName(word) || isInSmallLetters(word, next)) return true;
    if (isCapitalised(next) && next.endsWith("sson") && isCapitalised(word)) return true;
    // "heter Xerxes Olof": whoever has two names, whichever they are.
    return introductions.has(word) && isCapitalised(next) && isCapitalised(words[at + 2] ?? "");
  });
}

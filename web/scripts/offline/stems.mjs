// Words under their inflections, and phrases that name a topic: what the search of a device asks by (words_of.mjs folds them).
import { fold, wordsOf } from "./words_of.mjs";

// Swedish and Norwegian, folded, the longest first.
const endings = ["arnas", "ernas", "ornas", "arna", "erna", "orna", "aste", "ades", "ande", "ende", "aren", "enes", "ene", "ade", "are",
  "ers", "ens", "ets", "ar", "er", "or", "en", "et", "an", "as", "es", "at", "te", "a", "e", "n", "s", "t"];
const shortestStem = 4, mostRounds = 3;

export function stem(word) {
  for (let round = 0; round < mostRounds; ++round) {
    const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
    if (!ending) break;
    word = word.slice(0, -ending.length);
  }
  return word;
}

const stemsOf = (text) => wordsOf(text).map(stem);

/** Of topics with `phrases` ("skriva ut|printa"): asked with the words of a question, the topics that it names, and by which words. */
export function phraseFinder(topics) {
  const known = new Map();   // "skriv ut" → keys
  let longest = 0;
  for (const { key, phrases = [] } of topics) for (const phrase of phrases) {
    const stems = stemsOf(phrase);
    if (stems.length === 0) continue;
    longest = Math.max(longest, stems.length);
    const name = stems.join(" ");
    known.set(name, [...new Set([...known.get(name) ?? [], key])]);
  }
  return (words) => {
    const stems = words.map(stem), found = [];
    for (let at = 0; at < stems.length; ++at) {
      for (let count = Math.min(longest, stems.length - at); count > 0; --count) {
        const keys = known.get(stems.slice(at, at + count).join(" "));
        if (!keys) continue;
        found.push({ keys, at, count });
        at += count - 1;
        break;
      }
    }
    return found;
  };
}

/** What holds sentences together and names nothing, unless nothing else is said. */
export function tellingOf(words, weak) {
  const telling = words.filter((word) => word.length > 1 && !weak.has(word));
  return telling.length > 0 ? telling : words;
}

export const weakWords = (text) => new Set(fold(text).split(" ").filter(Boolean));

// Whether what somebody looks for is danger, by the phrases that the server has (data/danger_phrases.csv, src/referral/danger.cpp):
// a/b one of them, word* any ending, *word any beginning, ~ up to three words between, <set>, $ the end. Slips are not mended here.
import { fold } from "./words_of.mjs";

const longestGap = 3, mostWords = 40;
const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, mostWords);

function choiceOf(written) {
  if (written === "$") return { isEnd: true };
  const bare = fold(written.replace(/^\*|\*$/g, ""));
  const begins = written.endsWith("*"), ends = written.startsWith("*");
  const fits = begins && ends ? (word) => word.includes(bare) : begins ? (word) => word.startsWith(bare)
    : ends ? (word) => word.endsWith(bare) : (word) => word === bare;
  return { fits };
}

function phraseOf(text, sets) {
  const steps = [];
  let afterGap = false;
  for (const part of text.split(" ").filter(Boolean)) {
    if (part === "~") afterGap = true;
    else {
      const choices = part.split("/").flatMap((one) => one.startsWith("<") ? (sets.get(one.slice(1, -1)) ?? "").split("/") : [one]);
      steps.push({ choices: choices.map(choiceOf), afterGap });
      afterGap = false;
    }
  }
  return steps;
}

/** By kind: "fraud", "none", "none:violence". */
function read(phrases) {
  const rows = phrases.split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(";"));
  const sets = new Map(rows.filter(([kind]) => kind === "set").map(([, name, words]) => [name, words]));
  const byKind = new Map();
  for (const [kind, , texts] of rows.filter(([first]) => first !== "set"))
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...texts.split("|").map((text) => phraseOf(text, sets))]);
  return byKind;
}

const fits = ({ choices }, words, at, harmless) => at >= words.length
  ? at === words.length && choices.some(({ isEnd }) => isEnd)
  : !harmless[at] && choices.some((choice) => !choice.isEnd && choice.fits(words[at]));

/** Where the phrase's words stand, from `start`; null where it is not said there. */
function match(phrase, words, start, harmless) {
  const places = [];
  let at = start;
  for (const step of phrase) {
    const last = step.afterGap ? at + longestGap : at;
    while (at < words.length && at < last && !fits(step, words, at, harmless)) ++at;
    if (!fits(step, words, at, harmless)) return null;
    places.push(at++);
  }
  return places;
}

function find(phrase, words, harmless) {
  for (let start = 0; start < words.length; ++start) {
    const places = match(phrase, words, start, harmless);
    if (places) return places;
  }
  return null;
}

/** (text) → one of `dangers`, the gravest; null where none is said. */
export function dangerFinder(dangers, phrases) {
  const byKind = read(phrases);
  const mark = (words, harmless, kind) => {
    for (const phrase of byKind.get(kind) ?? []) for (const at of find(phrase, words, harmless) ?? []) harmless[at] = true;
  };
  return (text) => {
    const words = wordsOf(text), harmless = words.map(() => false);
    mark(words, harmless, "none");
    return dangers.find(({ kind }) => {
      const others = [...harmless];
      mark(words, others, `none:${kind}`);
      return (byKind.get(kind) ?? []).some((phrase) => find(phrase, words, others) !== null);
    }) ?? null;
  };
}

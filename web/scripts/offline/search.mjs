// Finding among what the device keeps: each word begins a word of what is found, or stands in a long one; of a question in several
// words those that say something, under their inflections and by the topics that they name.
import { dangerFinder } from "./danger.mjs";
import { phraseFinder, stem, tellingOf, weakWords } from "./stems.mjs";
import { distance, wordsOf } from "./words_of.mjs";

export { fold } from "./words_of.mjs";

const cacheOf = (scope) => caches.open(`digilots-search ${scope}`);

/** Takes the data anew, where there is a network and somebody is signed in. Thrown where nobody answers, or only what stands
 *  before the server; who is signed out is led elsewhere, and that is an answer. */
export async function refreshSearch(address, scope) {
  const answer = await fetch(address, { cache: "no-store", redirect: "manual", headers: { Accept: "application/json" } });
  if (answer.status >= 502 && answer.status <= 504) throw new Error("the server does not answer");
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) return;
  await (await cacheOf(scope)).put(address, answer);
}

/** {madeAt, find}; null where nothing is kept. */
export async function openSearch(address, scope) {
  const kept = await (await cacheOf(scope)).match(address);
  if (!kept) return null;
  const data = await kept.json();
  const prepared = (all) => all.map((one) => ({ ...one, first: wordsOf(one.title), rest: wordsOf(one.words) }));
  const find = finder(prepared(data.records), prepared(data.topics), prepared(data.answers ?? []), data.weak);
  const danger = dangerFinder(data.dangers ?? [], data.danger_phrases ?? "");
  return { madeAt: new Date(data.made_at), sessions: data.sessions ?? [], leftOut: data.answers_left_out ?? 0,
    find: (text) => ({ ...find(text), danger: danger(text), fallback: data.fallback ?? null }) };
}

const shortestMended = 5, twoSlipsFrom = 10;

/** {records, topics, answers, corrected}: where nothing is found, what is nearest to each word is looked for instead. */
export function finder(records, topics, answers = [], weak = "") {
  // What is recorded for the shared topic is for a municipality's own one below it, too.
  const shared = new Map(topics.map((one) => [one.key, one.shared ?? one.key]));
  const finding = { phrases: phraseFinder(topics), weak: weakWords(weak), shared };
  for (const one of [...records, ...topics, ...answers]) one.stems = new Set([...one.first, ...one.rest].map(stem));
  const known = new Set();
  for (const { first, rest } of [...records, ...topics, ...answers]) for (const word of [...first, ...rest]) known.add(word);
  const nearest = (word) => {
    if (word.length < shortestMended || /\d/.test(word)) return word;
    let found = word, least = word.length < twoSlipsFrom ? 2 : 3;
    for (const one of known) {
      const slips = one.length < shortestMended ? least : distance(word, one, least - 1);
      if (slips < least) [found, least] = [one, slips];
    }
    return found;
  };
  const look = (text) => ({ records: filled(best(records, text, 5), ofQuestion(records, text, finding), 5),
    topics: filled(best(topics, text, 3), named(topics, text, finding), 3), answers: bestAnswers(answers, text, 3), corrected: "" });
  return (text) => {
    const found = look(text);
    if (found.records.length + found.topics.length + found.answers.length > 0) return found;
    const words = wordsOf(text), corrected = words.map(nearest).join(" ");
    return corrected === words.join(" ") ? found : { ...look(corrected), corrected };
  };
}

const wholeInTitle = 5, wholeElsewhere = 3, behindOthers = 1.5;

function weight(word, { first, rest }) {
  if (first.some((one) => one === word)) return wholeInTitle;
  if (first.some((one) => one.startsWith(word))) return 4;
  if (rest.some((one) => one === word)) return wholeElsewhere;
  if (rest.some((one) => one.startsWith(word))) return 2;
  return word.length >= 4 && [...first, ...rest].some((one) => one.includes(word)) ? 1 : 0;
}

function best(all, text, most) {
  const words = wordsOf(text);
  if (words.length === 0 || words.join("").length < 2) return [];
  const found = [];
  for (const one of all) {
    const weights = words.map((word) => weight(word, one));
    const named = one.first.join(" ") === words.join(" ");
    const whole = weights.every((each) => each === wholeInTitle || each === wholeElsewhere);
    // Who answers for their own field alone stands behind the others.
    const sum = weights.reduce((a, b) => a + b) - (one.of_its_field ? behindOthers : 0);
    if (!weights.includes(0)) found.push({ one: { ...one, named, whole }, sum });
  }
  return found.sort((a, b) => b.one.named - a.one.named || b.sum - a.sum).slice(0, most).map(({ one }) => one);
}

/** With what comes after, up to so many. */
function filled(found, more, most) {
  const rest = more.filter((one) => !found.some(({ title, target, key }) => (target ?? key ?? title) === (one.target ?? one.key ?? one.title)));
  return [...found, ...rest].slice(0, most);
}

/** Topics by what people call them: those of the longest phrase first. */
function named(topics, text, { phrases }) {
  const found = phrases(wordsOf(text)).sort((a, b) => b.count - a.count);
  const keys = [...new Set(found.flatMap((one) => one.keys))];
  return keys.map((key) => topics.find((topic) => topic.key === key)).map((one) => ({ ...one, named: false, whole: true }));
}

const ofTopic = 4, ofStem = 2, leastOfWords = 0.5;

/** Of a question in several words: what answers at least half of what it says, where rare words say more than common ones. Words that
 *  nothing here has say nothing. */
function ofQuestion(all, text, { phrases, weak, shared }) {
  const words = wordsOf(text), said = phrases(words);
  const inPhrase = new Set(said.flatMap(({ at, count }) => words.slice(at, at + count)));
  const asked = [...said.map(({ keys }) => (one) => (one.topics?.some((topic) => keys.some((key) => (shared.get(key) ?? key) === topic)) ? ofTopic : 0)),
    ...tellingOf(words, weak).filter((word) => !inPhrase.has(word) || weak.has(word))
      .map((word) => (one) => Math.max(weight(word, one), one.stems.has(stem(word)) ? ofStem : 0)),
    // What is called so comes before what is for that topic.
    ...tellingOf([...inPhrase], weak).map((word) => Object.assign((one) => (weight(word, one) > 3 ? 1 : 0), { isBeside: true }))];
  const parts = asked.map((ask) => ({ weights: all.map(ask), isBeside: ask.isBeside })).map(({ weights, isBeside }) => {
    const number = weights.filter(Boolean).length;
    return { weights, isBeside, rare: number && !isBeside ? Math.log(1 + all.length / number) : 0 };
  });
  const whole = parts.reduce((sum, { rare }) => sum + rare, 0);
  return all.map((one, at) => {
    const covered = parts.reduce((sum, { weights, rare }) => sum + (weights[at] ? rare : 0), 0);
    const score = parts.reduce((sum, { weights, rare, isBeside }) => sum + weights[at] * (isBeside ? 1 : rare), 0);
    return { one: { ...one, named: false, whole: false }, covered, score: score - (one.of_its_field ? behindOthers : 0) };
  }).filter(({ covered }) => covered > 0 && covered >= leastOfWords * whole)
    .sort((a, b) => b.score - a.score).map(({ one }) => one);
}

const leastOfQuestion = 0.6, shortestTelling = 4, longEnoughToEnd = 6;
/** "ansöka" is asked where "ansöker" was answered. */
const beginning = (word) => (word.length >= longEnoughToEnd ? word.slice(0, -1) : word);

/** A question is asked in other words than it was before: most of those that say something are enough, one of them in its title. */
function bestAnswers(all, text, most) {
  const words = wordsOf(text), telling = words.filter((word) => word.length >= shortestTelling);
  const asked = (telling.length > 0 ? telling : words).map(beginning);
  if (asked.length === 0 || asked.join("").length < 2) return [];
  const found = [];
  for (const one of all) {
    const weights = asked.map((word) => weight(word, one)), fit = weights.filter((each) => each > 1).length;
    const inTitle = asked.some((word) => one.first.some((each) => each.startsWith(word)));
    const named = one.first.join(" ") === words.join(" ");
    if (named || (inTitle && fit >= leastOfQuestion * asked.length))
      found.push({ one: { ...one, named }, sum: weights.reduce((a, b) => a + b) / asked.length });
  }
  return found.sort((a, b) => b.one.named - a.one.named || b.sum - a.sum).slice(0, most).map(({ one }) => one);
}

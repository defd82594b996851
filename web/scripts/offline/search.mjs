// Finding among what the device keeps: each word begins a word of what is found, or stands in a long one.
import { dangerFinder } from "./danger.mjs";
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
  const find = finder(prepared(data.records), prepared(data.topics), prepared(data.answers ?? []));
  const danger = dangerFinder(data.dangers ?? [], data.danger_phrases ?? "");
  return { madeAt: new Date(data.made_at), sessions: data.sessions ?? [], leftOut: data.answers_left_out ?? 0,
    find: (text) => ({ ...find(text), danger: danger(text), fallback: data.fallback ?? null }) };
}

const shortestMended = 5, twoSlipsFrom = 10;

/** {records, topics, answers, corrected}: where nothing is found, what is nearest to each word is looked for instead. */
export function finder(records, topics, answers = []) {
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
  const look = (text) => ({ records: best(records, text, 5), topics: best(topics, text, 3),
    answers: bestAnswers(answers, text, 3), corrected: "" });
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

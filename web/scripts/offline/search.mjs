// Finding among what the device keeps: each word begins a word of what is found, or stands in a long one.
const letters = { "ø": "o", "æ": "a", "đ": "d", "ß": "ss" };
export const fold = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[øæđß]/g, (letter) => letters[letter]);
const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

const cacheOf = (scope) => caches.open(`digilots-search ${scope}`);

/** Takes the data anew, where there is a network and somebody is signed in. */
export async function refreshSearch(address, scope) {
  const answer = await fetch(address, { cache: "no-store", redirect: "error", headers: { Accept: "application/json" } });
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) return;
  await (await cacheOf(scope)).put(address, answer);
}

/** {madeAt, find}; null where nothing is kept. */
export async function openSearch(address, scope) {
  const kept = await (await cacheOf(scope)).match(address);
  if (!kept) return null;
  const data = await kept.json();
  const prepared = (all) => all.map((one) => ({ ...one, first: wordsOf(one.title), rest: wordsOf(one.words) }));
  const records = prepared(data.records), topics = prepared(data.topics);
  return { madeAt: new Date(data.made_at), sessions: data.sessions ?? [], find: (text) => ({ records: best(records, text, 5), topics: best(topics, text, 3) }) };
}

function weight(word, { first, rest }) {
  if (first.some((one) => one === word)) return 5;
  if (first.some((one) => one.startsWith(word))) return 4;
  if (rest.some((one) => one === word)) return 3;
  if (rest.some((one) => one.startsWith(word))) return 2;
  return word.length >= 4 && [...first, ...rest].some((one) => one.includes(word)) ? 1 : 0;
}

function best(all, text, most) {
  const words = wordsOf(text);
  if (words.length === 0 || words.join("").length < 2) return [];
  const found = [];
  for (const one of all) {
    const weights = words.map((word) => weight(word, one));
    if (!weights.includes(0)) found.push({ one, sum: weights.reduce((a, b) => a + b) });
  }
  return found.sort((a, b) => b.sum - a.sum).slice(0, most).map(({ one }) => one);
}

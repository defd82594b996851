// What waits is sent by whoever has the desk open, one tab at a time: the server takes each once, whatever got lost on the way.
import { allEntries, changeEntry } from "./store.mjs";

const atOnce = 10;
const longestAnswer = 30_000;

const refused = (code) => (entry, answer) => Object.assign(entry, { state: "refused", code, reasons: answer.reasons ?? null });
const sent = (entry) => Object.assign(entry, { state: "sent", box: null, reasons: null, code: "", sentAt: Date.now() });
const outcomes = { stored: sent, already: sent, refused: refused("refused"), unreadable: refused("unreadable"),
  unknown_author: refused("lost_author"), ended: refused("lost_author") };

async function sendSome(some, address) {
  // Before the first byte: one that may have arrived is not taken back on the device.
  for (const entry of some) await changeEntry(entry.id, (stored) => stored.state === "waiting" && Object.assign(stored, { attempted: true }));
  const answer = await fetch(address, {
    method: "POST", credentials: "omit", cache: "no-store", redirect: "error", signal: AbortSignal.timeout(longestAnswer),
    headers: { "Content-Type": "application/json", "Accept": "application/json", "Accept-Language": document.documentElement.lang },
    body: JSON.stringify({ now: new Date().toISOString(), entries: some.map(({ id, keyId, box }) => ({ id, key: keyId, box })) }),
  });
  if (answer.status === 429) return "later";
  if (!answer.ok) return "no_answer";
  const { entries } = await answer.json();
  for (const one of entries) {
    const outcome = outcomes[one.state];
    // Mended meanwhile it waits again, as something else.
    const box = some.find(({ id }) => id === one.id)?.box;
    if (outcome) await changeEntry(one.id, (stored) => stored.state === "waiting" && stored.box === box && outcome(stored, one));
  }
  return entries.some(({ state }) => outcomes[state]) ? "some" : "later";
}

async function sendWaiting(municipality, address) {
  for (;;) {
    const waiting = (await allEntries(municipality)).filter(({ state }) => state === "waiting");
    if (waiting.length === 0) return "done";
    const outcome = await sendSome(waiting.slice(0, atOnce), address);
    if (outcome !== "some") return outcome;
  }
}

/** "done": nothing waits any more; "no_answer"; "later": the server wants no more for now; "busy": another tab is at it. */
export async function send(municipality, address) {
  // The device itself says that it has no network: nothing leaves it, and what waits can be taken back.
  if (!navigator.onLine) return "no_answer";
  const work = async () => {
    try {
      return await sendWaiting(municipality, address);
    } catch {
      return "no_answer";   // no network, or it broke off: asked again later
    }
  };
  // Without locks two tabs may send the same, which the server takes once.
  if (!navigator.locks) return work();
  return navigator.locks.request(`digilots offline send ${municipality}`, { ifAvailable: true }, (lock) => lock ? work() : "busy");
}

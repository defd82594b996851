// Who has the desk open. Keys stand in memory alone: a tab that is killed is locked.
import { openVault } from "./seal.mjs";
import { allPeople, changeDevice, changePerson } from "./store.mjs";

export const mostTries = 5;
const firstWait = 5 * 60_000, longestWait = 24 * 3_600_000;

/** How long it is closed after so many wrong tries: nothing up to the fifth, then longer after each five. */
const waitAfter = (tries) => (tries % mostTries ? 0 : Math.min(firstWait * 2 ** (tries / mostTries - 1), longestWait));

/** The person whose PIN it is, those before others who are named first; {keys, person}, or null. */
async function whoseItIs(people, pin) {
  for (const person of people) {
    const keys = await openVault(person.vault, pin);
    if (keys) return { keys, person };
  }
  return null;
}

/**
 * Tries are the device's, not a person's: whoever mistypes, or has the wrong number chosen, takes nobody's PIN away. `id`: the
 * number that was chosen; a PIN of another number opens that one. {keys, person} where it is somebody's; {left} how many tries are
 * left; {until} when the next one may be made.
 */
export async function tryPin(municipality, id, pin) {
  const people = (await whoCanOpen(municipality)).sort((a, b) => (b.id === id) - (a.id === id));
  let until = 0;
  // Counted before it is tried: a tab killed in between gives no try back.
  const device = await changeDevice(municipality, (stored) => {
    until = stored.until > Date.now() ? stored.until : 0;
    if (until) return;
    stored.tries += 1;
    const wait = waitAfter(stored.tries);
    stored.until = wait ? Date.now() + wait : 0;
  });
  if (until) return { until };
  const opened = await whoseItIs(people, pin);
  if (!opened) return device.until ? { until: device.until } : { left: mostTries - device.tries % mostTries };
  await changeDevice(municipality, (stored) => Object.assign(stored, { tries: 0, until: 0 }));
  const person = await changePerson(opened.person.id, (stored) => Object.assign(stored, { openedAt: Date.now() }));
  return { keys: opened.keys, person };
}

export const whoCanOpen = async (municipality) => (await allPeople(municipality)).filter(({ vault }) => vault);

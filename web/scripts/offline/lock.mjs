// Who has the desk open. Keys stand in memory alone: a tab that is killed is locked.
import { openVault } from "./seal.mjs";
import { allEntries, allPeople, changeEntry, changePerson } from "./store.mjs";

export const mostTries = 5;

/** {keys} where it is the PIN; {left} how many tries are left; {left: 0} where the PIN is gone. */
export async function tryPin(id, pin) {
  // Counted before it is tried: a tab killed in between gives no try back.
  let vault = null;
  const person = await changePerson(id, (stored) => {
    ({ vault } = stored);
    if (!vault) return;
    stored.tries += 1;
    if (stored.tries > mostTries) stored.vault = stored.draft = vault = null;
  });
  if (!vault) return { left: 0 };
  const keys = await openVault(vault, pin);
  if (keys) {
    await changePerson(id, (stored) => Object.assign(stored, { tries: 0, openedAt: Date.now() }));
    return { keys, person };
  }
  if (person.tries < mostTries) return { left: mostTries - person.tries };
  await changePerson(id, (stored) => { stored.vault = stored.draft = null; });
  await forgetCopies(person);
  return { left: 0 };
}

/** Nobody can read them any more; what is sealed to the server is still sent. */
async function forgetCopies(person) {
  for (const entry of await allEntries(person.municipality))
    if (entry.person === person.id) await changeEntry(entry.id, (stored) => Object.assign(stored, { own: null }));
}

export const whoCanOpen = async (municipality) => (await allPeople(municipality)).filter(({ vault }) => vault);

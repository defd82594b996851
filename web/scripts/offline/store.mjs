// What stands on the device: who may open the desk here, and entries on their way. What a person wrote stands sealed in it.
// A change is there when its transaction is complete, also after the tab or the machine is killed (durability "strict").
const name = "digilots-offline";
const people = "people", entries = "entries";

let opened = null;

function openStore() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(people, { keyPath: "id" });
      request.result.createObjectStore(entries, { keyPath: "id" });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      request.result.onclose = () => { opened = null; };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => { opened = null; });
  return opened;
}

// Tabs beside this one show what it did.
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(name) : null;
export const whenChanged = (work) => channel?.addEventListener("message", () => work());

const answer = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function change(kind, work) {
  const transaction = (await openStore()).transaction(kind, "readwrite", { durability: "strict" });
  const complete = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
  const [result] = await Promise.all([work(transaction.objectStore(kind)), complete]);
  channel?.postMessage(kind);
  return result;
}

const all = async (kind, municipality) => {
  const found = await answer((await openStore()).transaction(kind).objectStore(kind).getAll());
  return found.filter((one) => one.municipality === municipality);
};

/** Of the municipality; in the order of their numbers. */
export const allPeople = async (municipality) => (await all(people, municipality)).sort((a, b) => a.number - b.number);
/** The first one written in front. */
export const allEntries = async (municipality) => (await all(entries, municipality)).sort((a, b) => a.made - b.made);

export const removePerson = (id) => change(people, (store) => answer(store.delete(id)));

export const putPerson = (person) => change(people, (store) => answer(store.put(person)));

/** As another one, in one step: never under both numbers, never under none. null where it is gone. */
export const renumberEntry = (id, newId) => change(entries, async (store) => {
  const entry = await answer(store.get(id));
  if (!entry) return null;
  const renumbered = { ...entry, id: newId, reasons: null };
  await answer(store.put(renumbered));
  await answer(store.delete(id));
  return renumbered;
});

/** Changes a person as they are stored now: nothing that another tab did is undone. null where they are gone. */
export const changePerson = (id, work) => change(people, async (store) => {
  const person = await answer(store.get(id));
  if (!person) return null;
  work(person);
  await answer(store.put(person));
  return person;
});

/** What is the device's own and no person's: {tries, until}. Under another municipality than any, so that it is nobody. */
export const changeDevice = (municipality, work) => change(people, async (store) => {
  const id = `device ${municipality}`;
  const device = await answer(store.get(id)) ?? { id, municipality: "", tries: 0, until: 0 };
  work(device);
  await answer(store.put(device));
  return device;
});

export const putEntry = (entry) => change(entries, (store) => answer(store.put(entry)));

/** The same for entries: `work` gives false for one that is to stay as it is, null for one that is to go. */
export const changeEntry = (id, work) => change(entries, async (store) => {
  const entry = await answer(store.get(id));
  if (!entry) return null;
  const kept = work(entry);
  if (kept === false) return entry;
  await answer(kept === null ? store.delete(id) : store.put(entry));
  return entry;
});

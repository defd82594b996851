// What was saved, sealed, among what waits.
import { sealForSelf, sealForServer } from "./seal.mjs";
import { putEntry } from "./store.mjs";

/** `kind`: "count" of who came at a session, "" of an entry. `before`: the refused one that it mends. */
export async function keepSealed({ person, keys }, { kept, id: newId, before, kind = "", pressed = Date.now() }) {
  const made = before?.made ?? pressed;
  const id = before?.id ?? newId;
  const content = { at: new Date(made).toISOString(), kind, form: kept };
  const box = await sealForServer(person, id, { secret: keys.secret, ...content });
  await putEntry({ id, municipality: person.municipality, person: person.id, made, kind, keyId: person.keyId, box,
    own: await sealForSelf(keys.ownKey, content), state: "waiting", code: "", reasons: null, attempted: false, sentAt: null });
}

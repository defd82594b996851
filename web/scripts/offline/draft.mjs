// What stands in the form and is not saved yet, sealed under the key that the PIN opens: a tab that is killed loses nothing of it,
// and a locked desk shows nothing of it. Kept with the person, one each.
import { openForSelf, sealForSelf } from "./seal.mjs";
import { allEntries, changePerson } from "./store.mjs";

const pause = 300;

export function draftKeeper() {
  let author = null, read = null, timer = 0, atFirst = "", isKept = false;
  let writing = Promise.resolve();

  /** At once, as it stands in the form at this moment. */
  function keepNow() {
    clearTimeout(timer);
    timer = 0;
    if (!author) return writing;
    const { person, keys } = author, draft = read(), text = JSON.stringify(draft.form);
    const isEmpty = text === atFirst && !draft.mending;
    if (isEmpty && !isKept) return writing;
    isKept = !isEmpty;
    writing = writing.then(async () => {
      const sealed = isEmpty ? null : await sealForSelf(keys.ownKey, draft);
      await changePerson(person.id, (stored) => { stored.draft = sealed; });
    }).catch(() => {});   // a full device: it stands in the form
    return writing;
  }

  return {
    /** `readForm`: {id, mending, form} as it stands. What is kept of this person: the same, or null. */
    async begin(opened, readForm) {
      author = opened;
      read = readForm;
      atFirst = JSON.stringify(readForm().form);
      const kept = opened.person.draft ? await openForSelf(opened.keys.ownKey, opened.person.draft) : null;
      isKept = Boolean(opened.person.draft);
      if (!kept || author !== opened) return null;
      const entries = await allEntries(opened.person.municipality);
      const entry = entries.find(({ id }) => id === (kept.mending || kept.id));
      // Saved before the tab was killed: it stands among the entries, and not in the form once more.
      if (kept.mending ? entry?.state !== "refused" : entry) return null;
      return { ...kept, entry: kept.mending ? entry : null };
    },
    changed() {
      clearTimeout(timer);
      if (author) timer = setTimeout(keepNow, pause);
    },
    keepNow,
    end() {
      if (timer) keepNow();
      author = null;
    },
  };
}

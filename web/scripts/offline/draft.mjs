// What stands in the form and is not saved yet, sealed under the key that the PIN opens: a tab that is killed loses nothing of it,
// and a locked desk shows nothing of it. Kept with the person, one each.
import { openForSelf, sealForSelf } from "./seal.mjs";
import { allEntries, changePerson } from "./store.mjs";

const pause = 300;
const textOf = ({ form, count }) => JSON.stringify([form, count]);

/** {id, mending, form, entry}; null where nothing was counted, or it was saved before the tab was killed. */
function countOf(count, entries) {
  const entry = count && entries.find(({ id }) => id === (count.mending || count.id));
  if (!count || (count.mending ? entry?.state !== "refused" : entry)) return null;
  return { ...count, entry: count.mending ? entry : null };
}

export function draftKeeper() {
  let author = null, read = null, timer = 0, atFirst = "", isKept = false;
  let writing = Promise.resolve();

  /** At once, as it stands in the form at this moment. */
  function keepNow() {
    clearTimeout(timer);
    timer = 0;
    if (!author) return writing;
    const { person, keys } = author, draft = read(), text = textOf(draft);
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
    /** `readForm`: {id, mending, form, count} as it stands. What is kept of this person: the same, or null. */
    async begin(opened, readForm) {
      author = opened;
      read = readForm;
      atFirst = textOf(readForm());
      const kept = opened.person.draft ? await openForSelf(opened.keys.ownKey, opened.person.draft) : null;
      isKept = Boolean(opened.person.draft);
      if (!kept || author !== opened) return null;
      const entries = await allEntries(opened.person.municipality);
      const entry = entries.find(({ id }) => id === (kept.mending || kept.id));
      // Saved before the tab was killed: it stands among the entries, and not in the form once more.
      const isSaved = kept.mending ? entry?.state !== "refused" : Boolean(entry);
      const count = countOf(kept.count, entries);
      if (isSaved && !count) return null;
      return { ...kept, form: isSaved ? null : kept.form, entry: kept.mending ? entry : null, count };
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

// What this person saved at the desk while the network went: drafts.js keeps it until somebody has it.
import { isKept } from "./form.mjs";

/** {id, made, form, forget} of the account; null where there is none. */
export function unsentOf(account) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(`draft ${account} `)) continue;
      const { values, unsent } = JSON.parse(localStorage.getItem(key)) ?? {};
      if (!unsent?.id || !Array.isArray(values)) continue;
      const kept = values.filter(([name, value]) => isKept(name) && value !== "");
      // The key by which it counts once, where only the answer was lost; and whether it was changed after that.
      const isChanged = values.some(([name, value]) => name === "unsent" && value !== "");
      const known = [["form_key", unsent.form_key], ...(isChanged ? [["unsent", "1"]] : [])];
      return { id: unsent.id, made: unsent.at, form: [...kept, ...known], forget: () => localStorage.removeItem(key) };
    }
  } catch { /* no storage, or something else stands there */ }
  return null;
}

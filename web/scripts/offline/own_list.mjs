// What is the person's own on this device: each entry with how it stands, and what may be done about it.
import { openForSelf, openFromServer } from "./seal.mjs";
import { countTitle } from "./counting.mjs";
import { titleOf } from "./form.mjs";
import { timeOf } from "./words.mjs";

/** {entry, content, reasons}: content null where it was written under an earlier PIN. */
export async function ownEntries(all, person, keys) {
  const own = all.filter((entry) => entry.person === person.id);
  return Promise.all(own.reverse().map(async (entry) => ({
    entry,
    content: entry.own ? await openForSelf(keys.ownKey, entry.own) : null,
    reasons: entry.reasons ? await openFromServer(keys.secret, person.municipalityId, entry.id, entry.reasons) : null,
  })));
}

function button(text, title, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ds-button";
  made.dataset.variant = "tertiary";
  made.dataset.size = "sm";
  const about = document.createElement("span");
  about.className = "visually-hidden";
  about.textContent = ` ${title}`;
  made.append(text, about);
  made.addEventListener("click", action);
  return made;
}

function stateOf({ entry, reasons }, say) {
  if (entry.state !== "refused") return say(`state_${entry.state}`);
  if (entry.code !== "refused") return say(`state_${entry.code}`);
  return [say("state_refused"), ...(reasons ?? []).map(({ text }) => text)].join(": ");
}

function titleOfOwn(content, form, say) {
  if (!content) return say("no_own_key");
  return content.kind === "count" ? countTitle(content.form, say) : titleOf(form, content.form);
}

/** `does`: {mend, takeBack, throwAway}, each of one of ownEntries(). */
export function showOwn(list, own, form, say, does) {
  list.replaceChildren(...own.map((one) => {
    const { entry, content } = one;
    const line = document.createElement("li");
    line.dataset.entry = entry.id;
    line.dataset.state = entry.state;
    const time = document.createElement("span"), text = document.createElement("span"), state = document.createElement("span");
    time.textContent = timeOf(entry.made, { timeStyle: "short" });
    const title = titleOfOwn(content, form, say);
    state.className = entry.state === "refused" ? "field-error" : "muted";
    state.textContent = stateOf(one, say);
    text.append(title, document.createElement("br"), state);
    const actions = document.createElement("p");
    actions.className = "actions";
    if (entry.state === "waiting") actions.append(button(say("take_back"), title, () => does.takeBack(one)));
    if (entry.state === "refused" && content) actions.append(button(say("mend"), title, () => does.mend(one)));
    if (entry.state === "refused") actions.append(button(say("throw_away"), title, () => does.throwAway(one)));
    line.append(time, text, actions);
    return line;
  }));
}

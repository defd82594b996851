// Nothing typed is lost: what stands in a staff form and is not saved is kept in this browser, for this person and this
// page, and offered again: after a closed tab, a lost network, the back button. Saving and signing out delete it. What was
// chosen is kept with what was typed; where nothing was typed there is nothing to offer.
// Passwords and codes are never kept. Beside it: leaving with unsaved text asks.
import "./waiting_chats.mjs";

const person = document.body.dataset.person;
const words = document.querySelector("template[data-draft-offer]");
const days = 7;
const prefix = "draft ";
// Of this tab: the draft whose form is on its way, and the one whose form came back unsaved.
const sentKey = "draft sent";
const refusedKey = "draft refused";
// The page says why nothing was saved; what stands in the form that was sent is unsaved as it is.
const isRefusal = document.body.hasAttribute("data-refused");

// A note that holds somebody's number is kept nowhere (note_check.js, or the server's answer).
const isRefusedText = (field) => field.getAttribute("aria-invalid") === "true" && field.closest("[data-free-text]") !== null;
const keepable = (field) => field.name && !field.disabled && field.name !== "csrf_token" && field.name !== "form_of" &&
  field.name !== "form_key" && !/^(password|file|submit|button|reset|image)$/.test(field.type) &&
  !/one-time-code|password/.test(field.autocomplete ?? "") && !isRefusedText(field);
const isText = (field) => field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && !/^(hidden|radio|checkbox)$/.test(field.type));

/** [name, value, ...] as it would be sent. */
function contents(form) {
  const found = [];
  for (const field of form.elements) {
    if (!keepable(field) || (/^(radio|checkbox)$/.test(field.type) && !field.checked)) continue;
    found.push([field.name, field.value]);
  }
  return found;
}

function fill(form, kept) {
  const values = new Map();
  for (const [name, value] of kept) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!keepable(field)) continue;
    const all = values.get(field.name) ?? [];
    if (/^(radio|checkbox)$/.test(field.type)) field.checked = all.includes(field.value);
    else if (all.length) field.value = all.shift();
  }
  for (const details of form.querySelectorAll("details")) details.open = true;
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

// A form shown again after an error or a sign-in stands at another address and says itself where it stood first.
function pageOf(form) {
  const said = form.querySelector("input[name=form_of]")?.value ?? "";
  const address = said.slice(said.indexOf(" ") + 1);
  return address.startsWith("/") ? new URL(address, location.origin).pathname : location.pathname;
}
const keyOf = (form) => `${prefix}${person} ${pageOf(form)} ${new URL(form.getAttribute("action") ?? "", location.href).pathname}`;
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function each(use) {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) use(key);
  } catch { /* no storage: everything else works */ }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function store(area, key, value) {
  try {
    if (value === null) area.removeItem(key);
    else area.setItem(key, value);
  } catch { /* full or forbidden */ }
}

function marked(mark) {
  try {
    return sessionStorage.getItem(mark);
  } catch {
    return null;
  }
}

// Only the answer to what was sent tells that it was saved: not the page one goes back to, nor one whose address is typed.
const way = performance.getEntriesByType("navigation")[0]?.type;
const isAnswer = way === "reload" || (way === "navigate" && document.referrer.startsWith(location.origin + "/"));

/** Forgets what was saved; gives the key of the form that came back unsaved, "" where none did. */
function takeAnswer() {
  const sent = marked(sentKey);
  const before = marked(refusedKey);
  const now = isRefusal ? sent ?? before : null;
  store(sessionStorage, sentKey, null);
  store(sessionStorage, refusedKey, now);
  const saved = sent ?? (way === "reload" ? before : null);    // a refused form that was sent once more by loading anew
  if (saved && !isRefusal && isAnswer) store(localStorage, saved, null);
  return now ?? "";
}

/** What is too old, or is somebody else's who worked at this browser before. */
function tidy() {
  each((key) => {
    const old = Date.now() - (read(key)?.at ?? 0) > days * 86_400_000;
    if (old || !key.startsWith(`${prefix}${person} `)) store(localStorage, key, null);
  });
}

function offer(form, draft, key) {
  const box = words.content.firstElementChild.cloneNode(true);
  const time = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const text = box.querySelector("[data-draft-text]");
  text.textContent = text.textContent.replace("{time}", time);
  box.querySelector("[data-draft-back]").addEventListener("click", () => {
    fill(form, draft.values);
    if (draft.unsent && form.elements.form_key) form.elements.form_key.value = draft.unsent.form_key;
    if (draft.unsent && form.elements.unsent) form.elements.unsent.value = "1";
    box.remove();
    (form.querySelector("textarea, input:not([type=hidden])") ?? form).focus();
  });
  box.querySelector("[data-draft-away]").addEventListener("click", () => {
    store(localStorage, key, null);
    box.remove();
  });
  form.before(box);
  return box;
}

/** Text that the page itself did not bring, or that it brought back unsaved. */
const hasText = (form, cameBack) => [...form.elements].some((field) =>
  keepable(field) && isText(field) && field.value !== (cameBack ? "" : field.defaultValue));

const forms = new Map();

function watch(form, cameBackKey) {
  const key = keyOf(form);
  const state = { before: contents(form), dirty: false, cameBack: key === cameBackKey };
  forms.set(form, state);
  const draft = read(key);
  let box = null;
  if (draft && !state.cameBack && !same(draft.values, state.before)) box = offer(form, draft, key);
  const keep = () => {
    const now = contents(form);
    state.dirty = !same(now, state.before) || (state.cameBack && hasText(form, true));
    box?.remove();
    const isKept = state.unsent || state.dirty && hasText(form, state.cameBack);
    store(localStorage, key, isKept ? JSON.stringify({ at: Date.now(), values: now, unsent: state.unsent }) : null);
  };
  // Sent beside the page (desk_saving.mjs). What did not arrive is kept whatever stands in it, with the key by which it counts once.
  form.addEventListener("sending", ({ detail }) => {
    const hasFailed = detail === "failed";
    state.sent = !hasFailed && detail !== "anew";
    if (hasFailed) {
      state.unsent ??= { id: crypto.randomUUID?.(), form_key: form.elements.form_key?.value ?? "", at: Date.now() };
      keep();
    }
    store(sessionStorage, sentKey, detail === "whole" ? key : null);
    if (detail === "saved") store(localStorage, key, null);
    if (detail !== "anew") return;
    Object.assign(state, { before: contents(form), dirty: false, sent: false, cameBack: false, unsent: undefined });
    keep();
  });
  if (state.cameBack) keep();
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    state.sent = true;
    if (event.submitter?.name === "show" && !state.dirty) return;   // it only looks elsewhere: a draft stays
    store(sessionStorage, sentKey, key);
  });
}

function unsavedText() {
  return [...forms].some(([form, state]) => state.dirty && !state.sent && hasText(form, state.cameBack));
}

// Signing in first: what was sent is not saved, and comes back afterwards.
if (!person && marked(sentKey)) {
  store(sessionStorage, refusedKey, marked(sentKey));
  store(sessionStorage, sentKey, null);
}

if (person && words) {
  const cameBackKey = takeAnswer();
  tidy();
  for (const form of document.querySelectorAll("main form[method=post]")) {
    if ([...form.elements].some((field) => keepable(field) && field.type !== "hidden" && field.tagName !== "BUTTON")) watch(form, cameBackKey);
  }
  addEventListener("beforeunload", (event) => {
    if (unsavedText()) event.preventDefault();
  });
  // Coming back with the back button: the form is as it was, and unsent.
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const mark of [sentKey, refusedKey]) store(sessionStorage, mark, null);
    for (const state of forms.values()) state.sent = false;
  });
  document.querySelector("form.sign-out")?.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    each((key) => store(localStorage, key, null));
  });
}

// The desk without a network. Locked it shows how much waits and for how many; open, what is one's own.
import { sessionCounter } from "./offline/counting.mjs";
import { draftKeeper } from "./offline/draft.mjs";
import { atPlace, contents, empty, fill, hasTopic } from "./offline/form.mjs";
import { showHits } from "./offline/hits.mjs";
import { keepSealed } from "./offline/keeping.mjs";
import { tryPin, whoCanOpen } from "./offline/lock.mjs";
import { ownEntries, showOwn } from "./offline/own_list.mjs";
import { openSearch, refreshSearch } from "./offline/search.mjs";
import { send } from "./offline/sending.mjs";
import { allEntries, changeEntry, renumberEntry, whenChanged } from "./offline/store.mjs";
import { unsentOf } from "./offline/unsent.mjs";
import { nameManifest, timeOf, wordsIn } from "./offline/words.mjs";
import { keepWorker } from "./offline/worker.mjs";

const desk = document.querySelector("[data-offline-desk]");
const { municipality, worker, reach, scope, manifest } = desk.dataset;
const addresses = { search: desk.dataset.search, entries: desk.dataset.entries };
const say = wordsIn(desk);
const form = desk.querySelector("[data-log-form]"), search = desk.querySelector("input[type=search]");
const part = (name) => desk.querySelector(`[data-${name}]`);
const day = 86_400_000, idle = 10 * 60_000, again = 20_000, longestNote = 500;

let open = null;       // {person, keys} while unlocked
let mending = null;    // the refused entry that stands in the form
let nextId = crypto.randomUUID();   // of the entry that stands in the form
let asked = null;      // the note that was asked about
let found = null;      // what the device can search
// Whether the server answered last; null before it was asked. The worker leads here where it did not.
let isThere = /^#(no-network|not-sent)$/.test(location.hash) ? false : null;
let counting = { id: crypto.randomUUID(), entry: null };   // what stands in the form of a session; the refused one that it mends
let isTakenOver = false;   // an entry, from the desk with a network
const draft = draftKeeper();
const counter = sessionCounter(part("count"), say, () => draft.changed());

// ---- How it stands ----

let turns = 0;
async function showState() {
  const turn = ++turns;
  const all = await allEntries(municipality);
  const number = (state) => all.filter((entry) => entry.state === state).length;
  const waiting = number("waiting"), refused = number("refused");
  const network = isThere === null ? [] : [say(isThere ? "network" : navigator.onLine ? "no_answer" : "no_network")];
  part("state").textContent = [...network, waiting ? say("waiting", { n: waiting }) : say("nothing_waits"),
    ...(refused ? [say("refused_number", { n: refused })] : [])].join(" ");
  part("state").dataset.waiting = waiting;
  part("state").dataset.refused = refused;
  showWays();
  if (!open) return showWho(all);
  const own = await ownEntries(all, open.person, open.keys);
  if (!open || turn !== turns) return undefined;   // locked meanwhile, or shown anew
  part("number").textContent = `(${own.length})`;
  return showOwn(part("entries-list"), own, form, say, { mend, takeBack, throwAway });
}

const mayLeave = () => navigator.onLine && isThere !== false;

/** Without a network no link leads out: the browser would show an error of its own. */
function showWays() {
  part("to-desk").hidden = !(mayLeave() && isThere);
  if (mayLeave() && isThere) part("no-way").hidden = true;
  for (const footer of document.querySelectorAll(".site-footer")) footer.hidden = !mayLeave();
}

/** By number and by how much waits: no name stands on a locked desk. */
async function showWho(all) {
  const people = await whoCanOpen(municipality);
  part("locked").hidden = people.length === 0;
  part("not-ready").hidden = people.length > 0;
  part("who").hidden = people.length < 2;
  const list = part("who-list"), before = list.value;
  list.replaceChildren(...people.map(({ id, number }) => {
    const n = all.filter((entry) => entry.person === id && entry.state !== "sent").length;
    return new Option(say("who", { number, n }), id, false, id === before);
  }));
}

function showAge() {
  const line = part("age");
  line.hidden = !found;
  if (!found) return;
  const age = say(Date.now() - found.madeAt > 7 * day ? "old" : "age", { time: timeOf(found.madeAt) });
  line.textContent = [age, ...(found.leftOut ? [say("left_out", { n: found.leftOut })] : [])].join(" ");
}

// ---- Opening and locking ----

async function unlock(event) {
  event.preventDefault();
  const field = part("pin"), error = part("pin-error");
  const id = part("who-list").value, pin = field.value;
  field.value = "";
  if (!id || !pin || field.disabled) return;
  field.disabled = true;
  try {
    const tried = await tryPin(municipality, id, pin);
    error.textContent = tried.keys ? "" : tried.until ? say("pin_waits", { time: timeOf(tried.until) }) : say("wrong_pin", { n: tried.left });
    error.hidden = Boolean(tried.keys);
    if (tried.keys) {
      empty(form);   // a digit pressed on the locked desk chose something
      open = { person: tried.person, keys: tried.keys };
      atPlace(form, tried.person.place);
      showSessions();
      if (tried.person.id !== id) sayDone(say("other_number", { number: tried.person.number }));
      await bringBack(open);
      await takeUnsent(open);
    }
  } finally {
    field.disabled = false;
  }
  await showOpen();
  if (open) document.activeElement?.blur();
  else field.focus();
  if (isTakenOver) {
    isTakenOver = false;
    document.dispatchEvent(new Event("taken-over"));
    sendNow();
  }
}

/** Refused notes are not kept, as at the desk. */
const readForm = () => ({ id: nextId, mending: mending?.id ?? null,
  form: contents(form).filter(([name]) => form.elements[name]?.getAttribute?.("aria-invalid") !== "true"),
  count: counter.read() && { id: counting.id, mending: counting.entry?.id ?? null, form: counter.read() } });

/** What stood in the form when the tab was closed or killed, or the desk was locked. */
async function bringBack(author) {
  const kept = await draft.begin(author, readForm);
  if (!kept || open !== author) return;
  if (kept.form) {
    nextId = kept.id;
    mending = kept.entry;
    fill(form, kept.form);
  }
  if (kept.count) {
    counting = { id: kept.count.id, entry: kept.count.entry };
    counter.fill(kept.count.form);
    part("leave-count").hidden = !counting.entry;
  }
  part("leave-mending").hidden = !mending;
  sayDone(say("brought_back"));
}

/** What did not arrive from the desk with a network is kept here as if it had been pressed here; then what was typed after it. */
async function takeUnsent(author) {
  const unsent = unsentOf(author.person.account);
  if (!unsent) return;
  try {
    await keepSealed(author, { kept: unsent.form, id: unsent.id, pressed: unsent.made });
  } catch {
    return sayProblems(say("not_kept"));
  }
  unsent.forget();
  if (open === author) sayDone(say("unsent_kept"));
  isTakenOver = true;
}

async function showOpen() {
  for (const name of ["open", "mine"]) part(name).hidden = !open;
  if (open) part("locked").hidden = true;
  await showState();
}

/** Nothing of whoever had it open stays on the page. */
function lock() {
  draft.end();
  nextId = crypto.randomUUID();
  open = mending = asked = null;
  emptyCount();
  for (const name of ["open", "mine"]) part(name).hidden = true;
  empty(form);
  search.value = "";
  showHits(document.getElementById("desk-hits"), null, say, form);
  part("entries-list").replaceChildren();
  part("number").textContent = "";
  hideSaid();
  showOpen();
}

let sleep = 0;
function stayAwake() {
  clearTimeout(sleep);
  sleep = setTimeout(() => { if (open) lock(); }, idle);
}

// ---- Logging ----

function hideSaid() {
  for (const name of ["done", "problems"]) part(name).hidden = true;
}

function sayDone(text) {
  hideSaid();
  part("done").hidden = false;
  part("done").querySelector("p").textContent = text;
}

function sayProblems(title, lines = [], field = part("problems")) {
  hideSaid();
  const box = part("problems");
  box.querySelector("p").textContent = title;
  box.querySelector("ul").replaceChildren(...lines.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  box.hidden = false;
  field.focus();
}

const sayButton = (text) => { form.querySelector("[data-log-it]").firstChild.textContent = `${text} `; };
const usualButton = form.querySelector("[data-log-it]").firstChild.textContent.trim();

/** What note_check.js warns of is asked about once, as at the desk. */
function isDoubtful() {
  const note = form.querySelector("[name=note]")?.value ?? "";
  const said = form.querySelector("[data-free-text] [data-warned]")?.textContent ?? "";
  if (!said || asked === note) return false;
  asked = note;
  sayProblems(say("doubt"), [said]);
  sayButton(say("save_anyway"));
  return true;
}

let isKeeping = false;
async function log() {
  await logIt();
  document.dispatchEvent(new Event("kept"));
}

async function logIt() {
  const author = open, kept = contents(form);
  if (!author || isKeeping) return;
  if (!hasTopic(kept)) return sayProblems(say("no_topic"));
  if ([...form.querySelector("[name=note]")?.value ?? ""].length > longestNote) return sayProblems(say("note_long"));
  if (isDoubtful()) return;
  isKeeping = true;
  try {
    await keepSealed(author, { kept, id: nextId, before: mending });
  } catch {
    return sayProblems(say("not_kept"));
  } finally {
    isKeeping = false;
  }
  if (open !== author) return;   // locked meanwhile: it is kept
  leaveMending();
  sayDone(say("kept"));
  document.activeElement?.blur();
  await showState();
  sendNow();
}

// ---- Who came at a session ----

const showSessions = () => counter.show(found?.sessions ?? [], form.querySelector("[name=place]").value);

function emptyCount() {
  counting = { id: crypto.randomUUID(), entry: null };
  counter.empty();
  part("leave-count").hidden = true;
}

async function saveCount() {
  const author = open, kept = counter.read(), fault = counter.fault();
  if (!author || isKeeping) return;
  if (fault) {
    hideSaid();
    return counter.sayAt(fault, say(fault.name === "session" ? "no_session" : "no_count"));
  }
  isKeeping = true;
  try {
    await keepSealed(author, { kept, id: counting.id, before: counting.entry, kind: "count" });
  } catch {
    return sayProblems(say("not_kept"));
  } finally {
    isKeeping = false;
  }
  if (open !== author) return;   // locked meanwhile: it is kept
  emptyCount();
  draft.keepNow();
  sayDone(say("kept"));
  part("count").querySelector("summary").focus();
  await showState();
  sendNow();
}

counter.form.addEventListener("submit", (event) => {
  event.preventDefault();
  event.stopPropagation();
  saveCount();
});

// Before desk.js: what is sealed here goes no further. After note_check.js, which lets nothing through that may not be kept.
document.addEventListener("submit", (event) => {
  if (event.target !== form) return;
  event.preventDefault();
  event.stopPropagation();
  log();
}, true);

// ---- What is one's own ----

async function mend({ entry: refused, content, reasons }) {
  const author = open, texts = (reasons ?? []).map(({ text }) => text);
  // Another's entry came in under its number: it waits under a new one.
  const isTaken = (reasons ?? []).some(({ field }) => field === "number");
  const entry = isTaken ? await renumberEntry(refused.id, crypto.randomUUID()) : refused;
  if (!entry || open !== author) return undefined;
  if (isTaken) await showState();
  if (content.kind === "count") {
    counting = { id: entry.id, entry };
    counter.fill(content.form, reasons?.[0]?.seen);
    part("leave-count").hidden = false;
    draft.keepNow();
    return sayProblems(say("refused_because"), texts);
  }
  mending = entry;
  fill(form, content.form);
  part("leave-mending").hidden = false;
  return sayProblems(say("refused_because"), texts);
}

function leaveMending() {
  mending = asked = null;
  nextId = crypto.randomUUID();
  part("leave-mending").hidden = true;
  sayButton(usualButton);
  empty(form);
  search.value = "";
  showHits(document.getElementById("desk-hits"), null, say, form);
  draft.keepNow();
}

/** Only what has never been sent: what may have arrived is taken back at the desk. */
async function takeBack({ entry, content }) {
  let isGone = false;
  await changeEntry(entry.id, (stored) => {
    isGone = stored.state === "waiting" && !stored.attempted;
    return isGone ? null : false;
  });
  if (!isGone) sayProblems(say("on_its_way"));
  else if (content?.kind === "count") {
    emptyCount();
    counter.fill(content.form);
  } else if (content) fill(form, content.form);
  await showState();
  return isGone;
}

const isFilledIn = () => hasTopic(contents(form)) || contents(form).some(([name]) => name === "note");

/** Ctrl+Z: the last one that waits, as at the desk. Where something else stands in the form it says so. */
async function undoLast() {
  const author = open, all = await allEntries(municipality);
  const last = (await ownEntries(all, author.person, author.keys)).find(({ entry }) => entry.state === "waiting");
  if (open !== author) return undefined;
  if (!last) return sayProblems(say("nothing_to_undo"));
  if (last.content?.kind !== "count" && isFilledIn()) return sayProblems(say("form_is_filled"));
  if (await takeBack(last)) sayDone(say("undone"));
  return undefined;
}

async function throwAway({ entry }) {
  await changeEntry(entry.id, (stored) => stored.state === "refused" ? null : false);
  if (mending?.id === entry.id) leaveMending();
  if (counting.entry?.id === entry.id) emptyCount();
  await showState();
}

// ---- Sending ----

let isSending = false;
async function sendNow(isAsked = false) {
  if (isSending) return;
  isSending = true;
  try {
    const waiting = (await allEntries(municipality)).filter(({ state }) => state === "waiting");
    const hadWork = waiting.length > 0;
    const outcome = await send(municipality, addresses.entries);
    if (hadWork && outcome !== "busy") isThere = outcome !== "no_answer";
    if (isAsked === true && !hadWork) await takeAnew();
    if (hadWork && outcome === "done") await sayArrived(waiting);
    // What stands of the session is another now: who counts it once more does so from that.
    if (outcome === "done" && waiting.some(({ kind }) => kind === "count")) await takeAnew();
    for (const entry of await allEntries(municipality))
      if (entry.state === "sent" && Date.now() - entry.sentAt > day) await changeEntry(entry.id, () => null);
  } finally {
    isSending = false;
  }
  await showState();
}

/** "It is sent when there is a network" is no longer so. */
async function sayArrived(waited) {
  const done = part("done");
  if (done.hidden || done.querySelector("p").textContent !== say("kept")) return;
  const all = await allEntries(municipality);
  const areSent = waited.every(({ id }) => all.find((entry) => entry.id === id)?.state === "sent");
  if (areSent) sayDone(say("kept_and_sent"));
  else done.hidden = true;
}

async function takeAnew() {
  try {
    await refreshSearch(addresses.search, scope);
    isThere = true;
    await (await navigator.serviceWorker.getRegistration(scope))?.update().catch(() => {});
  } catch {
    isThere = false;
  }
  await openKept();
}

async function openKept() {
  found = await openSearch(addresses.search, scope).catch(() => null);
  showAge();
  showSessions();
}

// ---- Searching ----

let typed = 0;
search.addEventListener("input", () => {
  clearTimeout(typed);
  typed = setTimeout(() => {
    if (open) showHits(document.getElementById("desk-hits"), search.value.trim() && found ? found.find(search.value) : null, say, form);
  }, 60);
});

// ---- Start ----

for (const kind of ["input", "change"]) form.addEventListener(kind, () => draft.changed());
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || mayLeave() || new URL(link.href).pathname === location.pathname) return;
  event.preventDefault();
  part("no-way").hidden = false;
});

part("unlock").addEventListener("submit", unlock);
part("lock").addEventListener("click", lock);
part("send").addEventListener("click", () => sendNow(true));
part("leave-mending").addEventListener("click", () => { leaveMending(); hideSaid(); });
part("leave-count").addEventListener("click", () => { emptyCount(); draft.keepNow(); hideSaid(); });
// Before desk.js, which undoes what the server has. In a field that holds words it is the browser's own.
const holdsWords = (field) => Boolean(field?.closest?.("textarea, input:not([type=radio], [type=checkbox])")?.value);
document.addEventListener("keydown", (event) => {
  const isUndo = event.ctrlKey && !event.shiftKey && !event.altKey && !event.metaKey && event.key.toLowerCase() === "z";
  if (!open || !isUndo || holdsWords(event.target)) return;
  event.preventDefault();
  undoLast();
});
for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, stayAwake, { passive: true });
addEventListener("pagehide", lock);
addEventListener("online", () => { takeAnew().then(sendNow); });
addEventListener("offline", () => { isThere = false; showState(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) sendNow(); });
setInterval(async () => {
  if ((await allEntries(municipality)).some(({ state }) => state === "waiting")) sendNow();
  else if (isThere === false && navigator.onLine) takeAnew().then(showState);
}, again);

async function start() {
  nameManifest(manifest);
  whenChanged(showState);
  part("no-way").hidden = location.hash !== "#no-network";
  part("not-sent").hidden = location.hash !== "#not-sent";
  keepWorker(worker, reach, scope).catch(() => {});
  await showOpen();
  desk.dataset.started = "";
  await openKept();
  await takeAnew();
  await sendNow();
}
start();

// The desk by keyboard. Letters typed anywhere go into the search field, so do digits in a run; one digit chooses a topic,
// Shift with one an outcome, L alone leads to the topics and "." to the button that repeats the last entry, Enter in the search
// refers to the chosen hit, Ctrl+Enter saves, Ctrl+Z undoes the last entry. No letter, no digit and no "." saves anything.
import { chosenHitIn } from "./chosen_hit.mjs";
import "./desk_foot.mjs";
import { saveBesideThePage } from "./desk_saving.mjs";

const desk = document.querySelector("[data-desk]");
const search = desk.querySelector("input[type=search]");
const log = desk.querySelector("[data-log-form]");
const keysOn = desk.dataset.keys === "on";
const isAway = desk.hasAttribute("data-offline-desk");
const { chosen, choose, chooseFirst, move } = chosenHitIn(desk);

desk.querySelector("[data-keys-help]").hidden = false;
const showHints = () => { for (const hint of desk.querySelectorAll("[data-key-hint]")) hint.hidden = !keysOn; };
showHints();

if (keysOn) for (const field of log.querySelectorAll("[data-outcome-key]"))
  field.setAttribute("aria-keyshortcuts", `Shift+${field.dataset.outcomeKey}`);

// What was logged or undone is said once the page stands there: what stands in it from the beginning is read by no one.
function announce() {
  const done = desk.querySelector("[data-done] .notice");
  if (done) setTimeout(() => { desk.querySelector("[data-announced]").textContent = done.textContent.trim(); }, 300);
}
announce();

const typing = (element) => element instanceof HTMLElement &&
  (element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
    (element instanceof HTMLInputElement && !/^(radio|checkbox|button|submit)$/.test(element.type)));

// Five minutes a tap, for those who have no hand free to type.
for (const more of log.querySelectorAll("[data-more-minutes]")) {
  more.hidden = false;
  more.addEventListener("click", () => {
    const minutes = log.querySelector("[name=minutes]");
    minutes.value = String((Number.parseInt(minutes.value, 10) || 0) + Number(more.dataset.moreMinutes));
    minutes.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Nobody is referred to the place that stands in the form.
const place = log.querySelector("[name=place]");
function markHere() {
  for (const button of desk.querySelectorAll("#desk-hits .hit [data-refer]")) {
    const note = button.parentElement.querySelector("[data-here]");
    button.hidden = note !== null && button.dataset.refer === `place:${place.value}`;
    if (note) note.hidden = !button.hidden;
  }
}
const allHits = () => desk.querySelectorAll("#desk-hits [data-hit]");
// Where it is said that somebody is referred, and what it is about, Enter takes whom: a topic would take the place of the one chosen.
const asksForReceiver = () => log.querySelector("[name=outcome]:checked")?.value === "referred" &&
  log.querySelector("[name=topic]:checked") !== null && !log.querySelector("[name=referred_to]").value;
function chooseBest() {
  const receivers = asksForReceiver() ? [...allHits()].filter((hit) => hit.querySelector('[data-refer]:not([data-refer=""], [hidden])')) : [];
  const receiver = receivers.find((hit) => hit.hasAttribute("data-named")) ?? receivers[0];
  if (receiver) choose(receiver);
  else chooseFirst();
}
log.addEventListener("change", () => {
  markHere();
  if (chosen()?.querySelector("[data-refer][hidden]")) chooseBest();
});

// What no button says is chosen from the list of all topics, which "something else" opens.
const otherTopic = log.querySelector("[data-other-topic]");
const allTopics = log.querySelector("[data-other-topics] select");

function chooseTopic(key) {
  const tile = log.querySelector(`[name=topic][value="${CSS.escape(key)}"]`);
  if (!tile && ![...allTopics.options].some((option) => option.value === key)) return;
  allTopics.value = tile ? "" : key;
  (tile ?? otherTopic).checked = true;
  (tile ?? otherTopic).dispatchEvent(new Event("change", { bubbles: true }));
}

// What the search or the list took instead of a button goes when a button is taken after all; what stands beside a button stays.
let wasOther = otherTopic.checked;
log.addEventListener("change", (event) => {
  if (event.target.name !== "topic") return;
  if (wasOther && event.target !== otherTopic) allTopics.value = "";
  wasOther = otherTopic.checked;
});

// Which one it is stands in the button: the list may stand below the edge of the window.
const otherSaid = log.querySelector("[data-other-said]");
function sayOther() {
  const option = otherTopic.checked && allTopics.value ? allTopics.selectedOptions[0] : null;
  otherSaid.textContent = option ? `: ${option.textContent.trim()}` : "";
}
log.addEventListener("change", sayOther);
sayOther();

// By mouse or thumb; with arrow keys one passes it on the way to another button.
otherTopic.addEventListener("click", (event) => {
  if (event.detail === 0) return;
  allTopics.focus();
  try {
    allTopics.showPicker();
  } catch { /* it stands there and has the focus */ }
});
otherTopic.addEventListener("keydown", (event) => {
  if (event.key !== " " || !otherTopic.checked) return;
  event.preventDefault();
  allTopics.focus();
});

// Beside the button stands when it was, also while its fields are folded away.
const when = log.querySelector("[data-when]");
const sayWhen = () => {
  const said = [...when.querySelectorAll("input")].map((field) => field.value).filter(Boolean);
  when.querySelector("[data-when-text]").textContent = said.join(" ") || when.dataset.when;
};
log.addEventListener("change", sayWhen);

// At a sensitive topic the helper's rules open by themselves; what is done here with a topic stands as soon as it is chosen.
const helperRules = log.querySelector("#helper-rules");
const sensitive = new Set(helperRules.dataset.sensitive.split(" "));
const topicRules = log.querySelectorAll(":scope > [data-rule]");
const chosenTopics = () => [log.querySelector("[name=topic]:checked")?.value,
  ...[...log.querySelectorAll("[name=topics]")].map((field) => field.value)].filter(Boolean);
const followed = helperRules.querySelector("[name=rules_followed]");
let askedFor = [];   // the topics that the rules stand for

function showRules(event) {
  const topics = chosenTopics();
  const body = log.querySelector("[name=body]")?.value ?? "";
  const asked = topics.filter((topic) => sensitive.has(topic));
  // What was ticked was so of the topic that is gone.
  const isGone = /^topics?$/.test(event?.target.name ?? "") && askedFor.some((topic) => !asked.includes(topic));
  if (isGone && followed) followed.checked = false;
  if (isGone && asked.length === 0) helperRules.open = false;
  if (asked.some((topic) => !askedFor.includes(topic))) helperRules.open = true;
  // Of other topics they would only stand in the way.
  helperRules.hidden = asked.length === 0 && !helperRules.open;
  askedFor = asked;
  for (const rule of topicRules) {
    const of = rule.dataset.ruleTopics.split(" ").filter(Boolean);
    const isTheBodys = rule.dataset.ruleBodyTopics.split(" ").some((topic) => topics.includes(topic));
    const isTopic = of.length === 0 || isTheBodys || of.some((topic) => topics.includes(topic));
    const isBody = rule.dataset.ruleBodies === "" || rule.dataset.ruleBodies === body || (body === "" && isTheBodys);
    rule.hidden = !isTopic || !isBody;
    const button = rule.querySelector("[data-refer]");
    if (button) button.hidden = button.dataset.refer === log.querySelector("[name=referred_to]").value;
  }
}
log.addEventListener("change", showRules);
showRules();

// Whom the entry refers to: the line stands while the outcome says that somebody is referred (staff.css).
const refers = log.querySelector("[data-refers]");
const referAwayButton = refers.querySelector("[data-refer-away]");
let outcomeBefore = "answered";

// Beside the button, which stands in sight where the outcome does not: how it went, or to whom.
const outcomeBeside = log.querySelector("[data-outcome-beside]");
function sayBeside() {
  const outcome = log.querySelector("[name=outcome]:checked");
  const refersTo = outcome?.value === "referred" ? log.querySelector("[name=refers]").value : "";
  outcomeBeside.textContent = outcome ? refersTo || log.querySelector(`label[for="${outcome.id}"]`).firstChild.textContent.trim() : "";
  outcomeBeside.hidden = !outcome;
}
log.addEventListener("change", sayBeside);
sayBeside();

/** It is said now whom: the question goes, and what the button says because of it. */
function answerReceiver() {
  const asked = log.querySelector("[data-asked-receiver]");
  if (!asked) return;
  log.querySelector("[name=asked_receiver]").remove();
  if (asked.dataset.askedReceiver) log.querySelector("[data-log-it]").firstChild.textContent = `${asked.dataset.askedReceiver} `;
  asked.remove();
}

function sayRefers(text) {
  answerReceiver();
  log.querySelector("[name=refers]").value = text;
  refers.querySelector("[data-refers-text]").textContent = text;
  refers.hidden = false;
  sayBeside();
}

/** To nobody, and the outcome is what it was before. */
function referAway() {
  log.querySelector("[name=referred_to]").value = "";
  log.querySelector("[name=refers]").value = "";
  refers.hidden = true;
  const outcome = log.querySelector(`[name=outcome][value="${CSS.escape(outcomeBefore)}"]`);
  outcome.checked = true;
  outcome.focus();
  outcome.dispatchEvent(new Event("change", { bubbles: true }));
}
referAwayButton.hidden = false;
referAwayButton.addEventListener("click", referAway);

// What was taken: of the rest nothing is left but what one reads about it (staff.css), until the search has the focus again.
// The second click of a double one meets what moved below it, and does nothing.
const longestDoubleClick = 700;
let takenAt = -Infinity;

function take(hit) {
  takenAt = performance.now();
  for (const one of allHits()) one.toggleAttribute("data-taken", one === hit);
}

function offerAll() {
  for (const one of allHits()) one.removeAttribute("data-taken");
}
search.addEventListener("focus", offerAll);
log.addEventListener("click", (event) => {
  if (event.detail < 2 || performance.now() - takenAt > longestDoubleClick) return;
  event.preventDefault();
  event.stopPropagation();
}, true);

// Whom one asks for by name says nothing of what it is about: the topic is asked for, and Enter takes the one that is named.
const asksTopic = log.querySelector("[data-asks-topic]");
let suggested = "";

function askTopic({ suggested: topic, suggests }) {
  suggested = topic && !log.querySelector("[name=topic]:checked") ? topic : "";
  asksTopic.hidden = !suggested;
  asksTopic.textContent = suggested ? suggests : "";
}

log.addEventListener("keydown", (event) => {
  const isFree = suggested && event.key === "Enter" && !event.altKey && !event.metaKey && event.target.name === "topic";
  if (!isFree || log.querySelector("[name=topic]:checked")) return;
  event.preventDefault();
  event.stopPropagation();
  chooseTopic(suggested);
  (log.querySelector("[name=topic]:checked") ?? otherTopic).focus();
});
log.addEventListener("change", (event) => { if (/^topics?$/.test(event.target.name)) askTopic({}); });

/** A rule with a body of its own says whose question it is; any other leaves that as it stands. */
function sayWhose(body) {
  const field = log.querySelector("[name=body]");
  if (!body || !field) return;
  field.value = body;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// The form is filled in where it stands: what is typed in it stays.
function refer(link) {
  const { refer: target, referTopic: topic, referBody: whose, referText: text } = link.dataset;
  take(link.closest("[data-hit]"));
  if (topic && (!target || !log.querySelector("[name=topic]:checked"))) chooseTopic(topic);
  if (target) {
    const before = log.querySelector("[name=outcome]:checked")?.value ?? "referred";
    if (before !== "referred") outcomeBefore = before;
    log.querySelector("[name=referred_to]").value = target;
    log.querySelector("[name=outcome][value=referred]").checked = true;
    sayRefers(text);
  }
  sayWhose(whose);
  askTopic(link.dataset);
  const next = log.querySelector("[name=topic]:checked") ?? log.querySelector("[name=topic]");
  next.focus();
  next.closest(".tile").scrollIntoView({ block: "nearest" });
  log.dispatchEvent(new Event("input", { bubbles: true }));
}

desk.addEventListener("click", (event) => {
  const link = event.target.closest("[data-refer]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  refer(link);
});

// The hits come while typing; loading the page anew would take the form along. Where none came the server is asked.
search.form.addEventListener("submit", (event) => {
  if (search.form.dataset.unanswered) return;
  event.preventDefault();
  search.dispatchEvent(new Event("input", { bubbles: true }));
});

// What is searched for goes with the form, and comes back with it. Signing in again takes both along.
const searched = log.querySelector("[name=searched]");
log.addEventListener("submit", () => { searched.value = search.value; });
desk.addEventListener("click", (event) => {
  if (!event.target.closest("[data-sign-in]")) return;
  event.preventDefault();
  const button = document.createElement("button");
  Object.assign(button, { name: "then", value: "search", hidden: true });
  log.append(button);
  log.requestSubmit(button);
  button.remove();
});

function onSearchKey(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && chosen()) {
    event.preventDefault();
    chosen().querySelector("[data-refer]")?.click();
  } else if (event.key === "Escape") {
    search.blur();
  }
}

// While an entry is on its way what is typed waits, in order, and is done on the next page.
const waitingKey = "desk keys";
const longestWait = isAway ? 600_000 : 10_000;   // there somebody types a PIN first
let onItsWay = false, isCarryingOut = false, pressedAt = 0;
const waiting = [];
log.addEventListener("submit", () => { onItsWay = true; });
// Come back to as it was left. Of a page that still loads pageshow comes after the first keys.
addEventListener("pageshow", ({ persisted }) => { if (persisted) onItsWay = false; });

/** As it waits, also over a page made anew, whose clock begins anew; nothing where the desk has no use of it. */
function toWait(event) {
  const outcome = outcomeKey(event);
  const isEnter = event.key === "Enter";
  const undoes = event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === "z";
  const waits = isEnter || undoes || outcome || !event.ctrlKey && (/^[\p{L}\d /.]$/u.test(event.key) || event.key === "Backspace");
  if (!waits) return null;
  return { key: undoes ? "undo" : outcome ? "outcome" : event.key, outcome, saves: isEnter && event.ctrlKey,
    at: performance.timeOrigin + event.timeStamp };
}

function keepWaiting() {
  try {
    if (waiting.length) sessionStorage.setItem(waitingKey, JSON.stringify({ at: Date.now(), keys: waiting }));
    else sessionStorage.removeItem(waitingKey);
  } catch { /* no storage: they are lost with the page */ }
}

// However long an answer takes, what was typed for the page that it brings waits until then.
addEventListener("pagehide", () => { if (waiting.length) keepWaiting(); });

function wait(event) {
  // The buttons that say what to do with an entry that did not arrive.
  if (/^(Enter| )$/.test(event.key) && !event.ctrlKey && event.target.matches?.("[data-unsent] :is(a, button)")) return;
  const key = toWait(event);
  if (!key) return;
  event.preventDefault();
  pressedAt = performance.now();
  waiting.push(key);
  keepWaiting();
}

function takeWaiting() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(waitingKey));
    sessionStorage.removeItem(waitingKey);
    return kept && Date.now() - kept.at < longestWait ? kept.keys : [];
  } catch {
    return [];
  }
}

if (!isAway) saveBesideThePage(desk, log, {
  begins() { onItsWay = true; },
  lastKey: () => pressedAt,
  leaves: keepWaiting,
  renewed: standAnew,
  /** It stands in the form and may be changed, then saved again. */
  givenBack() {
    onItsWay = false;
    lastDigit = null;   // a digit after it is no number with the one before
  },
});

/** "2" of Shift+2 or of what stands on that key; nothing of other keys. */
const outcomeKey = ({ shiftKey, ctrlKey, code }) => (shiftKey && !ctrlKey && /^Digit([1-6])$/.exec(code)?.[1]) || undefined;

function chooseOutcome(key) {
  const field = log.querySelector(`[data-outcome-key="${key}"]`);
  field?.focus();
  field?.click();
  if (lastDigit) lastDigit.at = -Infinity;   // a digit after it is no number with the one before
}

// The last entry is taken back, and the one before it where that was just done; where something new stands in the form already,
// or nothing was done just now, only after one more key.
let isFilledIn = false;
for (const kind of ["input", "change"]) log.addEventListener(kind, () => { isFilledIn = true; });

const undoSaid = desk.querySelector("[data-undo-said]");
function sayOfUndo(text) {
  undoSaid.textContent = text;
  undoSaid.hidden = false;
}

function undoLast(event) {
  event?.preventDefault();
  const button = desk.querySelector("[data-undo]");
  const last = button ?? desk.querySelector(".log-list form[action$='/undo'] button");
  if (!last) return sayOfUndo(undoSaid.dataset.nothing);
  last.focus();
  if (isFilledIn || !(button || desk.querySelector("[data-undone]"))) return sayOfUndo(undoSaid.dataset.asks);
  onItsWay = true;
  last.click();
}

const topicTile = (key) => log.querySelector(`[data-key="${key}"]`);

// A digit shortly after another chooses nothing: they are a number that is looked for, such as 1177.
const longestPause = 1000;
const isDigit = (key) => /^\d$/.test(key);
const isRun = (one, next) => one !== null && isDigit(next.key) && next.at - one.at < longestPause;
let lastDigit = null;   // the key, when it was pressed, its tile, and the choice and the tick before it

function chooseByDigit(key, at) {
  const tile = topicTile(key);
  lastDigit = { key, at, tile, before: log.querySelector("[name=topic]:checked"), followed: followed?.checked };
  tile?.focus();
  tile?.click();
}

function takeChoiceBack({ tile, before, followed: wasFollowed }) {
  if (!tile) return;
  tile.checked = false;
  if (before) before.checked = true;
  tile.dispatchEvent(new Event("change", { bubbles: true }));
  if (followed && wasFollowed) followed.checked = true;
}

// Where topics have numbers such as 1.17, "." after a digit goes on with the number, however late it comes: topic 1 was not meant.
const numbered = new Set(log.querySelector("[data-numbered]").dataset.numbered.split(" "));
const goesOn = (digit) => digit !== null && numbered.has(digit.key);

function searchForNumber() {
  takeChoiceBack(lastDigit);
  searchFor(lastDigit.key + ".");
  lastDigit = null;
}

// L leads to the topics; with a letter shortly after it is the beginning of a word that is looked for.
const longestWord = 1000;
let lastL = null;   // the letter and when it was pressed

function toTopics(key, at) {
  lastL = { key, at };
  (log.querySelector("[name=topic]:checked") ?? log.querySelector("[name=topic]")).focus();
}

/** The entry that was logged last, else the newest of the day. */
function toRepeat() {
  const id = new URLSearchParams(location.search).get("logged");
  const entry = id && desk.querySelector(`[data-entry="${CSS.escape(id)}"]`);
  (entry ?? desk).querySelector("[data-repeat]")?.focus();
}

function onLetter(event) {
  const { key, timeStamp: at } = event;
  const before = lastL;
  lastL = null;
  if (before && at - before.at < longestWord) {
    event.preventDefault();
    searchFor(before.key + key);
  } else if (/^l$/i.test(key)) {
    event.preventDefault();
    if (!event.repeat) toTopics(key, at);
  } else {
    search.focus();
    search.select();   // the letter itself lands in the field
  }
}

function searchFor(text) {
  search.value = text;
  search.focus();
  search.dispatchEvent(new Event("input", { bubbles: true }));
}

const isWhereDigitLed = () => lastDigit !== null && (!lastDigit.tile || lastDigit.tile === document.activeElement);

function onDigit(event) {
  event.preventDefault();
  if (event.repeat) return;
  const next = { key: event.key, at: event.timeStamp };
  if (!isWhereDigitLed() || !isRun(lastDigit, next)) return chooseByDigit(next.key, next.at);
  takeChoiceBack(lastDigit);
  searchFor(lastDigit.key + next.key);
  lastDigit = null;
}

/** The form is as the server shows it after an entry; what waits is done in it. */
function standAnew() {
  const address = location.href;
  search.value = "";
  search.dispatchEvent(new Event("input", { bubbles: true }));
  history.replaceState(null, "", address);   // live_search.mjs names the page that it searched from
  for (const note of log.querySelectorAll("[name=note]")) note.dispatchEvent(new Event("input", { bubbles: true }));
  askTopic({});
  if (!log.querySelector("[name=refers]").value) refers.hidden = true;
  log.dispatchEvent(new Event("change", { bubbles: true }));
  [wasOther, outcomeBefore, lastDigit, lastL, isFilledIn, onItsWay] = [otherTopic.checked, "answered", null, null, false, false];
  undoSaid.hidden = true;
  showHints();
  announce();
  document.dispatchEvent(new Event("renewed"));
  if (keysOn) doWaiting();
}

/** The hits of what is looked for are there, or do not come. */
const answered = (name, longest = 5000) => new Promise((resolve) => {
  const timer = setTimeout(resolve, longest);
  document.addEventListener(name, () => { clearTimeout(timer); resolve(); }, { once: true });
});

/** Enter in the search, as soon as the hits are there. False where there is nothing to take. */
async function takeFirstOf(words) {
  const come = answered("results");
  searchFor(words);
  if ([...words].length < 2) return false;
  await come;
  const button = chosen()?.querySelector("[data-refer]");
  button?.click();
  return Boolean(button);
}

// As if typed now. Saving only what was chosen with them: Enter pressed twice logs nothing twice. What comes after an entry is
// logged or undone belongs to the next page.
async function doWaiting() {
  let words = "", isChosen = false, isStopped = false;
  isCarryingOut = true;
  while (waiting.length && !onItsWay && !isStopped) {
    const { key, outcome, saves, at } = waiting.shift();
    if (key === "undo") {
      undoLast();
      isStopped = true;
    } else if (outcome) {
      chooseOutcome(outcome);
    } else if (key === "Enter" && words && !saves) {
      isStopped = !await takeFirstOf(words);
      isChosen = !isStopped;
      words = "";
    } else if (words || key === "/" || /^\p{L}$/u.test(key)) {
      if (key === "Backspace") words = words.slice(0, -1);
      else if (key !== "Enter" && key !== "/") words += key;
    } else if (isRun(lastDigit, { key, at })) {
      takeChoiceBack(lastDigit);
      words = lastDigit.key + key;
      lastDigit = null;
    } else if (isDigit(key)) {
      chooseByDigit(key, at);
    } else if (key === "." && goesOn(lastDigit)) {
      takeChoiceBack(lastDigit);
      words = lastDigit.key + key;
      lastDigit = null;
    } else if (key === ".") {
      lastDigit = null;
      toRepeat();
    } else if (key === "Enter" && suggested && !log.querySelector("[name=topic]:checked")) {
      chooseTopic(suggested);
    } else if (key === "Enter" && (lastDigit?.tile || isChosen)) {
      const kept = isAway ? answered("kept") : null;
      log.requestSubmit();
      await kept;
      isStopped = !isAway;
      lastDigit = null;
      isChosen = false;
    } else if (key === "Enter" && document.activeElement.matches("[data-repeat]")) {
      document.activeElement.click();
      isStopped = true;   // unless it is on its way
    }
  }
  lastDigit = null;
  isCarryingOut = false;
  if (words) searchFor(words);
  if (isStopped && !onItsWay) waiting.length = 0;
  keepWaiting();
}

document.addEventListener("keydown", (event) => {
  if ((onItsWay || isCarryingOut) && keysOn && !event.altKey && !event.metaKey && !event.isComposing) return wait(event);
  if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing) return;
  if (event.ctrlKey) {
    if (event.key.toLowerCase() === "z" && keysOn && !event.shiftKey && !typing(event.target)) return undoLast(event);
    if (!keysOn) return;
    // Anywhere but where it means something else: after a click beside the form the page itself has the focus.
    const elsewhere = !log.contains(event.target) && event.target.closest?.("a, button, input, select, textarea, summary");
    if (event.key !== "Enter" || elsewhere || !keysOn) return;
    event.preventDefault();
    log.requestSubmit();
    return;
  }
  if (event.target === search) return onSearchKey(event);
  if (!keysOn || typing(event.target)) return;
  const outcome = outcomeKey(event);
  if (outcome) {
    event.preventDefault();
    chooseOutcome(outcome);
  } else if (isDigit(event.key)) {
    onDigit(event);
  } else if (event.key === ".") {
    event.preventDefault();
    if (isWhereDigitLed() && goesOn(lastDigit)) searchForNumber();
    else toRepeat();
  } else if (event.key === "/") {
    event.preventDefault();
    search.focus();
    search.select();
  } else if (/^\p{L}$/u.test(event.key)) {
    onLetter(event);
  }
});

// What a draft or a new sign-in brought back.
const sayKept = () => {
  const kept = log.querySelector("[name=refers]").value;
  if (kept) sayRefers(kept);
};
sayKept();
log.addEventListener("change", sayKept);
// Hits of other words are nobody's choice.
desk.addEventListener("input", (event) => {
  if (event.target === search) choose(null);
}, true);
document.addEventListener("results", () => {
  offerAll();
  markHere();
  chooseBest();
});
markHere();
chooseBest();
// What was searched for before signing in again.
if (searched.value && !search.value) searchFor(searched.value);
const carryOn = () => {
  waiting.push(...takeWaiting(), ...(globalThis.earlyKeys?.() ?? []).map(toWait).filter(Boolean));
  if (waiting.length) doWaiting();
};
if (keysOn && !isAway) carryOn();
// What was typed after an entry that waited for this desk, by the same person.
document.addEventListener("taken-over", carryOn);

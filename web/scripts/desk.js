// The desk by keyboard. Letters typed anywhere go into the search field, digits choose a topic, Enter in the search
// refers to the chosen hit, Ctrl+Enter saves. No letter and no digit saves anything.
const desk = document.querySelector("[data-desk]");
const search = desk.querySelector("input[type=search]");
const log = desk.querySelector("[data-log-form]");
const keysOn = desk.dataset.keys === "on";

desk.querySelector("[data-keys-help]").hidden = false;
for (const hint of desk.querySelectorAll("[data-key-hint]")) hint.hidden = !keysOn;

const typing = (element) => element instanceof HTMLElement &&
  (element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
    (element instanceof HTMLInputElement && !/^(radio|checkbox|button|submit)$/.test(element.type)));

// Nobody is referred to the place that stands in the form.
const place = log.querySelector("[name=place]");
function markHere() {
  for (const button of desk.querySelectorAll("[data-hits] [data-refer]")) {
    const note = button.parentElement.querySelector("[data-here]");
    button.hidden = note !== null && button.dataset.refer === `place:${place.value}`;
    if (note) note.hidden = !button.hidden;
  }
}
log.addEventListener("change", () => {
  markHere();
  if (chosen()?.querySelector("[data-refer][hidden]")) choose(hits()[0]);
});

const hits = () => [...desk.querySelectorAll("[data-hits] [data-hit]")].filter((hit) => !hit.querySelector("[data-refer][hidden]"));
const chosen = () => desk.querySelector("[data-hits] [data-selected]");

function choose(hit) {
  chosen()?.removeAttribute("data-selected");
  if (!hit) return;
  hit.setAttribute("data-selected", "");
  hit.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = hits();
  choose(all[Math.max(0, Math.min(all.length - 1, all.indexOf(chosen()) + step))]);
}

function chooseTopic(key) {
  const tile = log.querySelector(`[name=topic][value="${CSS.escape(key)}"]`);
  const more = log.querySelector("[name=topics]");
  if (tile) tile.checked = true;
  else if ([...more.options].some((option) => option.value === key)) more.value = key;
  (tile ?? more).dispatchEvent(new Event("change", { bubbles: true }));
}

function sayRefers(text) {
  const line = log.querySelector("[data-refers]");
  const kept = log.querySelector("[name=refers]");
  if (kept) kept.value = text;
  line.textContent = text;
  line.hidden = false;
}

// The form is filled in where it stands: what is typed in it stays.
function refer(link) {
  const { refer: target, referTopic: topic, referText: text } = link.dataset;
  if (topic && (!target || !log.querySelector("[name=topic]:checked"))) chooseTopic(topic);
  if (target) {
    log.querySelector("[name=referred_to]").value = target;
    log.querySelector("[name=outcome][value=referred]").checked = true;
    sayRefers(text);
  }
  const next = log.querySelector("[name=topic]:checked") ?? log.querySelector("[name=topic]");
  next.focus();
  log.scrollIntoView({ block: "nearest" });
  log.dispatchEvent(new Event("input", { bubbles: true }));
}

desk.addEventListener("click", (event) => {
  const link = event.target.closest("[data-refer]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  refer(link);
});

// The hits come while typing; loading the page anew would take the form along.
search.form.addEventListener("submit", (event) => {
  event.preventDefault();
  search.dispatchEvent(new Event("input", { bubbles: true }));
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

// While an entry is on its way the page is made anew: what is typed meanwhile waits and is done on the next page.
const waitingKey = "desk keys";
const longestWait = 10_000;
let onItsWay = false;
const waiting = [];
log.addEventListener("submit", () => { onItsWay = true; });
addEventListener("pageshow", () => { onItsWay = false; });

function wait(event) {
  const saves = event.ctrlKey && event.key === "Enter";
  if (!saves && (event.ctrlKey || !/^[\p{L}\d /]$/u.test(event.key) && event.key !== "Backspace")) return;
  event.preventDefault();
  waiting.push(event.key);
  try {
    sessionStorage.setItem(waitingKey, JSON.stringify({ at: Date.now(), keys: waiting }));
  } catch { /* no storage: they are lost */ }
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

const topicTile = (key) => /^\d$/.test(key) && log.querySelector(`[data-key="${key}"]`);

// As if typed now. Saving only what was chosen with them: Enter pressed twice logs nothing twice.
function doWaiting(keys) {
  let searched = "";
  let chose = false;
  for (const key of keys) {
    const tile = searched ? null : topicTile(key);
    if (tile) {
      tile.focus();
      tile.click();
      chose = true;
    } else if (key === "Enter") {
      if (chose) log.requestSubmit();
    } else if (key === "Backspace") {
      searched = searched.slice(0, -1);
    } else if (key !== "/" && (searched || /^\p{L}$/u.test(key))) {
      searched += key;
    }
  }
  if (!searched) return;
  search.value = searched;
  search.focus();
  search.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("keydown", (event) => {
  if (onItsWay && keysOn && !event.altKey && !event.metaKey && !event.isComposing) return wait(event);
  if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing) return;
  if (event.ctrlKey) {
    // Anywhere but where it means something else: after a click beside the form the page itself has the focus.
    const elsewhere = !log.contains(event.target) && event.target.closest?.("a, button, input, select, textarea, summary");
    if (event.key !== "Enter" || elsewhere) return;
    event.preventDefault();
    log.requestSubmit();
    return;
  }
  if (event.target === search) return onSearchKey(event);
  if (!keysOn || typing(event.target)) return;
  const tile = topicTile(event.key);
  if (tile) {
    event.preventDefault();
    tile.focus();
    tile.click();
  } else if (event.key === "/" || /^\p{L}$/u.test(event.key)) {
    if (event.key === "/") event.preventDefault();
    search.focus();
    search.select();   // the letter itself lands in the field
  }
});

// What a draft or a new sign-in brought back.
const sayKept = () => {
  const kept = log.querySelector("[name=refers]")?.value;
  if (kept) sayRefers(kept);
};
sayKept();
log.addEventListener("change", sayKept);
document.addEventListener("results", () => {
  markHere();
  choose(hits()[0]);
});
markHere();
choose(hits()[0]);
if (keysOn) doWaiting(takeWaiting());

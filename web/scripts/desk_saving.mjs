// An entry is sent beside the page, which stays with all that was typed until the server has it: what a network loses is tried again,
// with the same key, so that it counts once where only the answer was lost. Where the server says anything else than that it is
// logged, the form is sent as without scripts, and its answer is shown.
import { renew } from "./desk_renewal.mjs";
import { allPeople } from "./offline/store.mjs";

const longestAnswer = 20_000, again = 4_000;
// No page is left while keys come, where it has to be: what falls between two pages is lost.
const calmAfterSaving = 120, calm = 200, longestHold = 3_000;

const pause = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/** {location, page}: it is logged, and the page that says so; {isRefused}: something else was answered; {}: nothing was. */
async function send(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", headers: { Accept: "application/json" }, body,
      signal: AbortSignal.timeout(longestAnswer) });
    if (answer.status >= 500 || answer.status === 429) return {};
    const isLogged = answer.ok && answer.headers.get("content-type")?.startsWith("application/json");
    if (!isLogged) return { isRefused: true };
    const { location } = await answer.json();
    const shown = await fetch(location, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(longestAnswer) });
    return shown.ok ? { location, page: await shown.text() } : {};
  } catch {
    return {};
  }
}

/** `does`: begins() when an entry is on its way; lastKey() when a key last waited; leaves() before the page is left; renewed() once the
 *  page stands for the next one; givenBack() once the form may be changed. */
export function saveBesideThePage(desk, log, does) {
  const box = desk.querySelector("[data-unsent]");
  const part = (name) => box.querySelector(`[data-unsent-${name}]`);
  let goOn = null;    // of an entry that waits: true tries again, false gives it back
  let wanted = null;  // what was pressed while it is on its way once more
  let isFocused = false;

  async function mayGoOnAway(form) {
    if (form !== log || !isSecureContext || !navigator.serviceWorker) return false;
    const people = await allPeople(desk.dataset.municipality).catch(() => []);
    return people.some(({ account, vault }) => vault && account === document.body.dataset.person);
  }

  async function sayUnsent(form) {
    form.dispatchEvent(new CustomEvent("sending", { detail: "failed" }));
    log.inert = true;
    box.hidden = false;
    if (!isFocused) box.focus();
    isFocused = true;
    part("away").hidden = !await mayGoOnAway(form);
  }

  function hide() {
    box.hidden = true;
    log.inert = isFocused = false;
  }

  async function leave(address) {
    const savedAt = performance.now(), now = () => performance.now();
    while (now() - savedAt < longestHold && (now() - savedAt < calmAfterSaving || now() - does.lastKey() < calm)) await pause(20);
    does.leaves();
    const next = new URL(address, location.href);
    const isHere = next.pathname === location.pathname && next.search === location.search;
    if (!isHere) return location.assign(next);
    location.hash = next.hash;
    return location.reload();
  }

  async function save(form, address) {
    const body = new URLSearchParams(new FormData(form));
    for (;;) {
      const outcome = await send(address, body);
      if (outcome.location) {
        form.dispatchEvent(new CustomEvent("sending", { detail: "saved" }));
        hide();
        wanted = null;
        if (!renew(desk, outcome.page, outcome.location)) return leave(outcome.location);
        delete log.dataset.sent;
        log.dispatchEvent(new CustomEvent("sending", { detail: "anew" }));
        does.renewed();
        return undefined;
      }
      if (outcome.isRefused) {
        hide();
        form.dispatchEvent(new CustomEvent("sending", { detail: "whole" }));
        form.action = address;
        does.leaves();
        return HTMLFormElement.prototype.submit.call(form);
      }
      await sayUnsent(form);
      const isTriedAgain = wanted ?? await Promise.race([new Promise((resolve) => { goOn = resolve; }), pause(again).then(() => true)]);
      goOn = wanted = null;
      if (!isTriedAgain) break;
    }
    hide();
    delete form.dataset.sent;
    if (form.elements.unsent) form.elements.unsent.value = "1";   // the server asks what it is, where the first had arrived
    does.givenBack();
    form.querySelector("[name=topic]:checked")?.focus();
    return undefined;
  }

  const want = (isTriedAgain) => {
    if (goOn) goOn(isTriedAgain);
    else wanted = isTriedAgain;
  };
  part("again").addEventListener("click", () => want(true));
  part("change").addEventListener("click", () => want(false));
  part("away").addEventListener("click", () => {
    log.dispatchEvent(new CustomEvent("sending", { detail: "taken-over" }));
    does.leaves();
  });
  addEventListener("online", () => goOn?.(true));
  // After all that may hold it back, and that notes that it is sent.
  addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    const isEntry = form === log && !submitter?.name, isRepeat = submitter?.matches("[data-repeat]") ?? false;
    if (event.defaultPrevented || !(isEntry || isRepeat)) return;
    event.preventDefault();
    does.begins();
    save(form, submitter?.hasAttribute("formaction") ? submitter.formAction : form.action);
  });
}

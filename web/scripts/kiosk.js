// A browser that people use one after the other: without a touch for a minute it asks, then everything is cleared and it begins
// anew. Going back in the history never shows what somebody before did.
const turn = document.body.dataset.kiosk;
const done = document.querySelector("form[data-kiosk-done]");
const warning = document.querySelector("[data-kiosk-warning]");
const asksAfter = 60_000, clearsAfter = 15_000;
const start = done?.getAttribute("action").replace(/\/done$/, "");

const turnNow = () => /(?:^|; )kiosk=([^;]*)/.exec(document.cookie)?.[1];

function leave() {
  document.documentElement.hidden = true;
  location.replace(start);
}

// Each page of the history says whose turn it was.
if (turn && history.state?.kiosk && history.state.kiosk !== turn) leave();
else if (turn) history.replaceState({ ...history.state, kiosk: turn }, "");
addEventListener("pageshow", (event) => {
  if (turn && event.persisted && turnNow() !== turn) leave();
});

function clear() {
  for (const form of document.forms) form.reset();
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch { /* no storage: nothing is in it */ }
  document.documentElement.hidden = true;
  done.submit();
}

let waiting;
function wait() {
  clearTimeout(waiting);
  if (warning.open) warning.close();
  waiting = setTimeout(() => {
    warning.showModal();
    waiting = setTimeout(clear, clearsAfter);
  }, asksAfter);
}

if (turn && done && warning) {
  // What is typed is not offered to the next person by the browser itself.
  for (const form of document.forms) form.autocomplete = "off";
  for (const kind of ["pointerdown", "keydown", "input", "wheel", "touchstart"]) addEventListener(kind, wait, { passive: true });
  document.querySelector("[data-kiosk-stay]").addEventListener("click", wait);
  // At the start nobody is there until somebody touches it.
  if (location.pathname.replace(/^\/[a-z-]{2,7}(?=\/.+\/kiosk)/, "") !== start) wait();
  done.addEventListener("submit", () => { for (const form of document.forms) if (form !== done) form.reset(); });
}

// Visitors by thumb: each press is sent on its own, one after the other, with a key of its own. What did not come through
// is sent again with the same key, and said on the page meanwhile. Without it each press is a form.
const form = document.querySelector("form[data-visitors]");
const waiting = document.querySelector("[data-visitors-waiting]");
const parts = ["#visitors-day", ".visitors-now", ".visitors-seen"];
const pause = 3000;

const presses = [];
let isSending = false, isStopped = false, again;

function freshKey() {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** How many are not counted, where that does not pass by itself at once. */
function tell(isLate) {
  waiting.hidden = !isLate || presses.length === 0;
  const words = isStopped ? waiting.dataset.visitorsStopped : waiting.dataset.visitorsWaiting;
  waiting.textContent = waiting.hidden ? "" : `${words} ${presses.length}`;
}

/** "counted", "later" (nobody knows whether it came: the same key tells) or "refused". */
async function send(press) {
  let answer;
  try {
    answer = await fetch(form.getAttribute("action"), { method: "POST", body: press });
    if (answer.status === 429 || answer.status >= 500) return "later";
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!answer.ok || !page.querySelector("form[data-visitors]")) return "refused";
    for (const part of parts) document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
    return "counted";
  } catch {
    return "later";
  }
}

async function sendAll() {
  if (isSending || isStopped) return;
  clearTimeout(again);
  isSending = true;
  let came = "counted";
  while (presses.length > 0 && came === "counted") {
    came = await send(presses[0]);
    if (came === "counted") presses.shift();
  }
  isSending = false;
  isStopped = came === "refused";
  tell(came !== "counted");
  if (came === "later") again = setTimeout(sendAll, pause);
}

if (form) {
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name !== "more") return;   // another place is looked at
    event.preventDefault();
    const press = new URLSearchParams(new FormData(form, event.submitter));
    press.set("form_key", freshKey());
    presses.push(press);
    if (isStopped) tell(true);
    sendAll();
  });
  addEventListener("online", sendAll);
  addEventListener("beforeunload", (event) => { if (presses.length > 0) event.preventDefault(); });
}

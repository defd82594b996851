// Whom an entry refers to is found as at the desk: hits come while one types, the arrow keys choose one and Enter takes it, with
// all that stands in the form. Enter before they have come searches; in every other field of the form it saves.
import { chosenHitIn } from "./chosen_hit.mjs";

const input = document.querySelector("[data-find-target]");
const target = input && document.getElementById("desk-hits");
const wait = 180;
const shortest = 2;

function start() {
  const { chosen, choose, chooseFirst, move } = chosenHitIn(target);
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  target.before(status);
  let timer = 0;
  let running = null;

  const ask = async () => {
    const words = input.value.trim();
    running?.abort();
    running = new AbortController();
    // Nothing of the form but what is searched for goes into an address.
    const address = input.dataset.findTarget + "?fragment=1&q=" + encodeURIComponent(words);
    try {
      const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
      const page = answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
      const found = page?.getElementById("desk-hits");
      if (!found || input.value.trim() !== words) return;
      target.replaceChildren(...found.childNodes);
      status.textContent = found.dataset.status ?? "";
      chooseFirst();
    } catch { /* the button asks the server, and what it then says is said */ }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    running?.abort();
    choose(null);   // hits of other words are nobody's choice
    if (input.value.trim().length >= shortest) timer = setTimeout(ask, wait);
    else target.replaceChildren();
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      (chosen()?.querySelector("[data-refer]") ?? input.form.querySelector("button[name=then][value=search]")).click();
    }
  });
  if (document.activeElement === input) chooseFirst();
}

if (target) start();

// As at the desk, in whichever field one stands.
const save = input?.form.querySelector("[data-log-it]");
if (save) {
  save.querySelector("[data-key-hint]").hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    event.preventDefault();
    save.form.requestSubmit(save);
  });
}

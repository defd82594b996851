// Search as you type. <input data-live="/sundsvall/search" data-live-target="results">: the page at that address is
// fetched with ?q=…&fragment=1 and the element with the target's id is replaced by its own from the answer.
const wait = 180;
const mostCached = 30;

function start(input) {
  const target = document.getElementById(input.dataset.liveTarget);
  if (!target) return;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  target.before(status);
  const answers = new Map();
  let timer = 0;
  let running = null;

  const show = (text) => {
    const answer = new DOMParser().parseFromString(text, "text/html").getElementById(target.id);
    if (!answer) return;
    target.replaceChildren(...answer.childNodes);
    status.textContent = answer.dataset.status ?? target.dataset.status ?? "";
    target.dispatchEvent(new CustomEvent("results", { bubbles: true }));
  };

  const ask = async () => {
    const words = input.value.trim();
    const address = new URL(input.dataset.live, location.href);
    for (const [name, value] of new FormData(input.form)) {
      if (name !== "csrf_token") address.searchParams.append(name, value);
    }
    address.searchParams.set("fragment", "1");
    running?.abort();
    if (answers.has(words)) return show(answers.get(words));
    running = new AbortController();
    try {
      const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const text = await answer.text();
      if (answers.size >= mostCached) answers.delete(answers.keys().next().value);
      answers.set(words, text);
      if (input.value.trim() === words) show(text);
    } catch {
      // Without a network the button still works when it is back.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, wait);
  });
}

for (const input of document.querySelectorAll("input[data-live][data-live-target]")) start(input);

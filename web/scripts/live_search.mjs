// Search as you type. <input data-live="/sundsvall/search" data-live-target="results">: the page at that address is
// fetched with ?q=…&fragment=1 and the element with the target's id is replaced by its own from the answer. What is no such
// answer (the sign-in page, an error, nothing at all) is not kept: the page says what it is, and the button asks the server.
const wait = 180;
const shortest = 2;
const mostCached = 30;

function addStatus(target) {
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  target.before(status);
  return status;
}

/** What came instead of hits. */
const isSignedOut = (answer) => answer.redirected && new URL(answer.url).pathname.endsWith("/login");

// ↓ from the field goes into the hits, ↑ and ↓ between them, Escape back. The desk has its own keys.
function addKeys(input, target, restore) {
  const links = () => [...target.querySelectorAll(".hit h3 a")];
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && links().length) {
      event.preventDefault();
      links()[0].focus();
    } else if (event.key === "Escape" && restore()) {
      event.preventDefault();
    }
  });
  target.addEventListener("keydown", (event) => {
    const all = links();
    const at = all.indexOf(event.target);
    if (event.key === "Escape") {
      input.focus();
    } else if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      (event.key === "ArrowDown" ? all[Math.min(at + 1, all.length - 1)] : all[at - 1] ?? input).focus();
    }
  });
}

function start(input) {
  const target = document.getElementById(input.dataset.liveTarget);
  if (!target) return;
  const status = addStatus(target);
  const own = new URL(input.dataset.live, location.href).pathname === location.pathname;
  const before = { words: input.value.trim(), nodes: [...target.childNodes], title: document.title, address: location.href };
  const heading = document.querySelector("h1");
  const beforeHeading = heading?.textContent;
  const answers = new Map();
  let timer = 0;
  let running = null;

  // Only where the page at this address is the list itself, and it is no desk with work on it.
  const nameThePage = (title, address) => {
    if (!own || !title || !heading) return;
    document.title = document.title.replace(heading.textContent, title);
    heading.textContent = title;
    history.replaceState(history.state, "", address);
  };

  /** The hits in a page; nothing where it is another page. */
  const hitsIn = (text) => new DOMParser().parseFromString(text, "text/html").getElementById(target.id);

  const show = (answer, words) => {
    target.replaceChildren(...answer.cloneNode(true).childNodes);
    target.removeAttribute("aria-busy");
    delete input.form.dataset.unanswered;
    status.textContent = answer.dataset.status ?? target.dataset.status ?? "";
    nameThePage(answer.dataset.title, "?q=" + encodeURIComponent(words));
    target.dispatchEvent(new CustomEvent("results", { bubbles: true }));
  };

  /** In words, in the place of the hits: what stood there belongs to other words. */
  const sayProblem = (kind, words) => {
    const said = input.form.querySelector("template[data-live-problems]")?.content.querySelector(`[data-problem="${kind}"]`);
    target.replaceChildren(...(said ? [said.cloneNode(true)] : []));
    target.removeAttribute("aria-busy");
    const link = target.querySelector("a[data-sign-in]");
    if (link) {
      const here = new URL(input.form.action).pathname + "?q=" + encodeURIComponent(words);
      link.href = link.getAttribute("href") + "?next=" + encodeURIComponent(here);
    }
    status.textContent = target.textContent;
    input.form.dataset.unanswered = kind;
    target.dispatchEvent(new CustomEvent("results", { bubbles: true }));
  };

  const stop = () => {
    clearTimeout(timer);
    running?.abort();
    target.removeAttribute("aria-busy");
  };

  /** Back to what the page said before anybody typed; false where it says that already. */
  const restore = () => {
    stop();
    const stands = target.firstChild === (before.nodes[0] ?? null) && input.value.trim() === before.words;
    if (!stands) putBack();
    target.dispatchEvent(new CustomEvent("results", { bubbles: true }));
    return !stands;
  };

  const putBack = () => {
    input.value = before.words;
    target.replaceChildren(...before.nodes);
    status.textContent = "";
    delete input.form.dataset.unanswered;
    nameThePage(beforeHeading, before.address);
  };

  const ask = async () => {
    const words = input.value.trim();
    const address = new URL(input.dataset.live, location.href);
    for (const [name, value] of new FormData(input.form)) {
      if (name !== "csrf_token") address.searchParams.append(name, value);
    }
    address.searchParams.set("fragment", "1");
    running?.abort();
    if (answers.has(words)) return show(answers.get(words), words);
    running = new AbortController();
    target.setAttribute("aria-busy", "true");
    let problem = "no-answer";
    try {
      const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
      const hits = answer.ok ? hitsIn(await answer.text()) : null;
      if (isSignedOut(answer)) problem = "signed-out";
      if (hits) {
        if (answers.size >= mostCached) answers.delete(answers.keys().next().value);
        answers.set(words, hits);
        problem = "";
      }
    } catch (error) {
      if (error.name === "AbortError") return;
      problem = "no-network";
    }
    if (input.value.trim() !== words) return;
    if (problem) sayProblem(problem, words);
    else show(answers.get(words), words);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    const words = input.value.trim();
    if (words === before.words) restore();
    else if (words.length >= shortest || before.words) timer = setTimeout(ask, wait);
  });
  input.form.addEventListener("submit", stop);
  if (!input.dataset.key) addKeys(input, target, restore);
}

for (const input of document.querySelectorAll("input[data-live][data-live-target]")) start(input);

// The desk by keyboard: "/" search, "L" log, Enter refers to the chosen hit, "R" repeats the last entry (data-key).
const typing = (element) => element instanceof HTMLElement &&
  (element.isContentEditable || /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
    (element instanceof HTMLInputElement && !/^(radio|checkbox|button|submit)$/.test(element.type)));

const act = (element) => {
  if (element instanceof HTMLInputElement && !/^(radio|checkbox|button|submit)$/.test(element.type)) {
    element.focus();
    element.select();
  } else if (/^(TEXTAREA|SELECT|FIELDSET)$/.test(element.tagName)) {
    (element.matches("fieldset") ? element.querySelector("input, button") : element)?.focus();
  } else {
    element.focus();
    element.click();
  }
};

const hits = () => [...document.querySelectorAll("[data-hits] [data-hit]")];
const chosen = () => document.querySelector("[data-hits] [data-selected]");

function choose(hit) {
  chosen()?.removeAttribute("data-selected");
  if (!hit) return;
  hit.setAttribute("data-selected", "");
  hit.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = hits();
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(chosen()) + step))];
  choose(next);
}

function onSearchKey(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && chosen()) {
    const refer = chosen().querySelector("[data-refer]");
    if (!refer) return;
    event.preventDefault();
    refer.click();
  } else if (event.key === "Escape") {
    event.target.blur();
  }
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.metaKey || event.isComposing) return;
  const form = event.target instanceof Element ? event.target.closest("[data-log-form]") : null;
  if (form && event.ctrlKey && event.key === "Enter") {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (event.ctrlKey) return;
  if (event.target instanceof HTMLInputElement && event.target.type === "search") {
    onSearchKey(event);
    return;
  }
  if (typing(event.target)) return;
  const wanted = [...document.querySelectorAll("[data-key]")]
    .find((element) => element.dataset.key.split(" ").includes(event.key) && element.checkVisibility?.() !== false);
  if (wanted) {
    event.preventDefault();
    act(wanted);
  }
});

document.addEventListener("results", () => choose(hits()[0]));
document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLElement && event.target.matches("[data-log-form] [data-topic]")) {
    const next = event.target.closest("[data-log-form]").querySelector("[data-next]");
    if (event.target.type === "radio") next?.focus({ preventScroll: true });
  }
});

if (document.querySelector("[data-hits] [data-hit]")) choose(hits()[0]);

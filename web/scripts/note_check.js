// What a note may not hold is refused while it is written, with what it is and where it stands; what may be personal is warned
// of. The same as the server says (web/scripts/free_text/check.mjs). A refused note is not sent, and no draft keeps it (drafts.js).
import { doubtsAbout, find } from "./free_text/check.mjs";

const textOf = (box, selector) => box.querySelector(selector)?.content.textContent ?? "";

const mostSaid = 5;

/** All that may not stand there, at once; and the rest of the text. */
function refusal(box, text) {
  const said = [];
  let rest = text;
  for (let found = refusedIn(box, rest); found && said.length < mostSaid; found = refusedIn(box, rest)) {
    const where = textOf(box, "template[data-where]").replace("{from}", found.from).replace("{to}", found.to);
    said.push(`${textOf(box, `template[data-refusal="${found.kind}"]`)} ${where}`);
    const [from, to] = stretchOf(rest, found);
    if (to <= from) break;
    rest = rest.slice(0, from) + "·".repeat(to - from) + rest.slice(to);
  }
  return { said: said.join(" "), rest };
}

/** Counted as JavaScript counts: some characters are two. */
function stretchOf(text, { from, to }) {
  const all = [...text];
  const before = all.slice(0, from - 1).join("").length;
  return [before, before + all.slice(from - 1, to).join("").length];
}

/** What may stand there has no words against it: an answer names the phone numbers of desks. */
function refusedIn(box, text) {
  const found = find(text);
  return found && box.querySelector(`template[data-refusal="${found.kind}"]`) ? found : null;
}

/** What is said stands below the field: both, and at once. The selection comes into view by itself a frame later, not smoothly. */
function bringIntoView(all) {
  const page = document.documentElement;
  page.style.scrollBehavior = "auto";
  const bring = () => all.forEach((seen) => seen.scrollIntoView({ block: "nearest" }));
  bring();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    bring();
    page.style.scrollBehavior = "";
  }));
}

const warningsOf = (box, text) =>
  doubtsAbout(text).map((code) => textOf(box, `template[data-warning="${code}"]`)).filter((said) => said).join(" ");

function line(id, name) {
  const said = document.createElement("p");
  said.id = id;
  said.className = name;
  said.setAttribute("role", "status");
  return said;
}

function watch(box) {
  const field = box.querySelector("textarea");
  const said = line(`${field.id}-said`, "field-error"), warned = line(`${field.id}-warned`, "muted");
  warned.dataset.warned = "";
  field.after(said, warned);
  field.setAttribute("aria-describedby", `${field.getAttribute("aria-describedby") ?? ""} ${said.id} ${warned.id}`.trim());

  const check = () => {
    const found = refusedIn(box, field.value);
    if (found) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    // What may be personal stands beside what is refused: both are put right at once.
    const refused = found ? refusal(box, field.value) : { said: "", rest: field.value };
    for (const [part, text] of [[said, refused.said], [warned, warningsOf(box, refused.rest)]])
      if (part.textContent !== text) part.textContent = text;
    // What the server said of it is no longer true, or stands here.
    for (const old of box.querySelectorAll(`#${field.id}-error`)) old.hidden = true;
    return found;
  };
  // Before drafts.js keeps what stands in the form.
  document.addEventListener("input", (event) => { if (event.target === field) check(); }, true);
  document.addEventListener("submit", (event) => {
    if (event.target !== field.form) return;
    const found = check();
    if (!found || event.submitter?.name === "then") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    field.closest("details")?.setAttribute("open", "");
    field.focus({ preventScroll: true });
    field.setSelectionRange(...stretchOf(field.value, found));
    bringIntoView([said, field]);
  }, true);
}

for (const box of document.querySelectorAll("[data-free-text]")) watch(box);

// Small helps on every page; everything works without them.
import "./live_search.mjs";

// A server answer with errors: begin at the summary.
document.querySelector("[data-error-summary]")?.focus();

// A choice that was missing or not right is right once one is made: what is said against it goes, in the summary too.
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement || target.type === "radio") || !target.value) return;
  const instead = target.closest("[data-mends]")?.dataset.mends;
  const field = instead ? document.getElementById(instead) : target.closest("fieldset, .field");
  const errors = field?.querySelectorAll(".field-error") ?? [];
  if (!errors.length) return;
  for (const error of errors) {
    for (const one of document.querySelectorAll(`[aria-describedby~="${error.id}"]`)) {
      const others = one.getAttribute("aria-describedby").split(" ").filter((id) => id && id !== error.id);
      if (others.length) one.setAttribute("aria-describedby", others.join(" "));
      else one.removeAttribute("aria-describedby");
      one.removeAttribute("aria-invalid");
    }
    error.remove();
  }
  field.classList.remove("field-wrong");
  const summary = document.querySelector("[data-error-summary]");
  for (const link of summary?.querySelectorAll("a[href^='#']") ?? []) {
    const named = document.getElementById(link.hash.slice(1));
    if (named && field.contains(named)) link.closest("li").remove();
  }
  if (summary && !summary.querySelector("li")) summary.remove();
});

// On a narrow screen the menu opens and closes by its button.
const menu = document.querySelector("[data-menu]");
menu?.addEventListener("click", () => {
  menu.setAttribute("aria-expanded", String(menu.getAttribute("aria-expanded") !== "true"));
});
// Escape closes what the button opened and gives the focus back to it.
if (menu) document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || menu.getAttribute("aria-expanded") !== "true") return;
  menu.setAttribute("aria-expanded", "false");
  menu.focus();
});

// A form is sent once: a second press while the first is under way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== "post" || event.defaultPrevented) return;
  // A file is opened beside the page, that may ask for another one.
  if (/\.pdf(\?|$)/.test(event.submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? "")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

// Selects marked data-submit send their form when changed.
document.addEventListener("change", (event) => {
  if (event.target instanceof HTMLSelectElement && event.target.hasAttribute("data-submit")) event.target.form?.requestSubmit();
});

// What chooses what a form is for loads it for that, where nothing else in it was touched; the choice keeps the focus.
const touched = (field) => {
  if (field.tagName === "SELECT") {
    const given = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return given !== undefined && field.value !== given.value;
  }
  if (/^(radio|checkbox)$/.test(field.type)) return field.checked !== field.defaultChecked;
  return field.tagName === "TEXTAREA" || (field.tagName === "INPUT" && field.type !== "hidden") ? field.value !== field.defaultValue : false;
};
document.addEventListener("change", ({ target }) => {
  const form = target.form;
  if (!form?.matches("[data-choosing]") || document.body.hasAttribute("data-refused")) return;
  const chooses = (field) => field.name && form.elements.namedItem(`shown_for.${field.name}`) !== null;
  if (!chooses(target) || [...form.elements].some((field) => !chooses(field) && touched(field))) return;
  try {
    sessionStorage.setItem("chosen", target.id);
  } catch { /* the focus begins at the top */ }
  form.requestSubmit(form.querySelector("button[name=show]"));
});
try {
  const chosen = sessionStorage.getItem("chosen");
  sessionStorage.removeItem("chosen");
  if (chosen) document.getElementById(chosen)?.focus();
} catch { /* no storage: everything else works */ }

// Typed dates hold, and a named period puts them back: what the choice says is what is shown.
document.addEventListener("change", (event) => {
  const { form, type, name } = event.target;
  const period = form?.querySelector?.("select[name=period]");
  const dates = [...(form?.querySelectorAll?.("input[type=date]") ?? [])];
  if (!period?.querySelector("option[value=dates]") || !dates.length) return;
  if (type === "date") period.value = "dates";
  else if (name === "period" && period.value !== "dates") for (const field of dates) field.value = field.defaultValue;
});

// A page that is left quickly does not stand behind the button back.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-leave]");
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
});

// The desk after an entry without a page made anew, for between two pages keys are lost: what was done, the entries of the day and
// the form as the server's page has them take the place of what stands there. Its scripts go on.

const fieldsOf = (form) => [...form.elements].filter(({ tagName }) => /^(INPUT|SELECT|TEXTAREA)$/.test(tagName));
const shapeOf = (form) => fieldsOf(form).map(({ tagName, type, name, id, value }) =>
  [tagName, type, name, id, /^(radio|checkbox)$/.test(type) ? value : ""].join(" ")).join("\n");

/** Not of what was searched for, which stands in the form. */
const foldsOf = (form) => [...form.querySelectorAll("details")].filter((details) => !details.closest("#desk-hits"));

function fillAs(form, shown) {
  form.reset();
  const fields = fieldsOf(form);
  fieldsOf(shown).forEach((field, at) => {
    if (/^(radio|checkbox)$/.test(field.type)) fields[at].checked = field.checked;
    else fields[at].value = field.value;
  });
  const open = foldsOf(shown).map((details) => details.open);
  foldsOf(form).forEach((details, at) => { details.open = open[at] ?? false; });
}

const partsOf = (desk) => ({ form: desk?.querySelector("[data-log-form]"), today: desk?.querySelector("section[aria-labelledby=today]"),
  done: desk?.querySelector("[data-done]"), errors: desk?.querySelector("[data-error-summary]") });

/** False where the page is another one than what stands there, such as after an entry was taken back: then it is loaded. */
export function renew(desk, text, address) {
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const without of page.querySelectorAll("noscript")) without.remove();
  const shown = partsOf(page.querySelector("[data-desk]")), now = partsOf(desk);
  const isSame = shown.form && shown.today && shown.done && !now.errors && !shown.errors && !desk.querySelector("[data-undone]") &&
    now.form.id === shown.form.id && shapeOf(now.form) === shapeOf(shown.form) && desk.dataset.keys === page.querySelector("[data-desk]").dataset.keys;
  if (!isSame) return false;
  document.activeElement?.blur();
  now.today.replaceWith(document.adoptNode(shown.today));
  now.done?.remove();
  desk.querySelector("h1").after(document.adoptNode(shown.done));
  fillAs(now.form, shown.form);
  const next = new URL(address, location.href);
  history.replaceState(null, "", next.pathname + next.search);
  location.replace(next.hash || "#");   // the next Tab is on what was done
  return true;
}

// The desk's form as what is sealed, and back.
const notKept = new Set(["csrf_token", "form_of", "form_key", "asked_about", "searched", "pinned", "unsent", "q"]);

export const isKept = (name) => !notKept.has(name);

/** [[name, value], …] as the desk sends it. */
export const contents = (form) => [...new FormData(form)].filter(([name, value]) => isKept(name) && value !== "");

export function fill(form, kept) {
  const values = new Map();
  for (const [name, value] of kept) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || notKept.has(field.name)) continue;
    const all = values.get(field.name) ?? [];
    if (/^(radio|checkbox)$/.test(field.type)) field.checked = all.includes(field.value);
    else field.value = all.shift() ?? "";
  }
  const other = form.querySelector("[data-other-topic]");
  if (!form.querySelector("[name=topic]:checked")) other.checked = true;
  for (const details of form.querySelectorAll("details:has([name=note])")) details.open = true;
  show(form);
}

/** As it stood first; where one is and how people come stay. */
export function empty(form) {
  const stays = ["place", "channel"].map((name) => form.querySelector(`[name=${name}]`)).filter(Boolean).map((field) => [field, field.value]);
  form.reset();
  for (const [field, value] of stays) field.value = value;
  for (const name of ["referred_to", "refers", "searched"]) form.querySelector(`[name=${name}]`).value = "";
  for (const details of form.querySelectorAll("details")) details.open = false;
  show(form);
}

/** Where this person works, as long as it is still there. */
export function atPlace(form, place) {
  const field = form.querySelector("select[name=place]");
  if (!place || ![...field.options].some((option) => option.value === place)) return;
  field.value = place;
  show(form);
}

function show(form) {
  if (!form.querySelector("[name=refers]").value) form.querySelector("[data-refers]").hidden = true;
  for (const field of form.querySelectorAll("[name=note]")) field.dispatchEvent(new Event("input", { bubbles: true }));
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

const labelOf = (form, name, value) => {
  const choice = form.querySelector(`input[name="${name}"][value="${CSS.escape(value)}"]`);
  if (choice) return form.querySelector(`label[for="${CSS.escape(choice.id)}"]`)?.firstChild.textContent.trim() ?? value;
  const option = [...form.querySelectorAll(`select[name="${name}"] option`)].find((one) => one.value === value);
  return option?.textContent.trim() ?? value;
};

/** "Skriva ut · Besvarad": in the words of the form. */
export function titleOf(form, kept) {
  const said = (...names) => kept.filter(([name, value]) => names.includes(name) && value).map(([name, value]) => labelOf(form, name, value));
  return [said("topic", "topics").join(", "), said("outcome").join(), kept.find(([name]) => name === "refers")?.[1]].filter(Boolean).join(" · ");
}

export const hasTopic = (kept) => kept.some(([name, value]) => /^topics?$/.test(name) && value !== "");

// Whose question a topic is by itself stands beside the button as soon as it is chosen, until somebody says otherwise. Comes
// before desk.js, which shows what is done here with a body.
const form = document.querySelector("[data-log-form]");
const chip = form.querySelector("[data-bodies]");
if (chip) {
  const ofTopics = new Map(chip.dataset.bodies.split(" ").map((pair) => pair.split(":")));
  const field = chip.querySelector("[name=body]");
  let isSaid = field.value !== "";
  form.addEventListener("change", (event) => {
    // The form itself changes where all of it is another (offline/form.mjs).
    if (event.target === field || event.target === form) isSaid = field.value !== "";
    if (isSaid || event.target === field) return;
    const topics = [form.querySelector("[name=topic]:checked"), ...form.querySelectorAll("[name=topics]")];
    // An e-service of the register is the municipality's.
    const ofService = form.querySelector("[name=e_service]")?.value ? "municipality" : "";
    field.value = ofService || topics.map((topic) => ofTopics.get(topic?.value)).find(Boolean) || "";
  });
}

// So is the unit of whom it is about: of the e-service, else of whom it refers to. A unit says that it is the municipality's.
const unitChip = form.querySelector("[data-units]");
if (unitChip) {
  const unitOf = new Map(unitChip.dataset.units.split(" ").map((pair) => pair.split("=")));
  const unit = unitChip.querySelector("[name=body_unit]");
  const body = form.querySelector("[name=body]");
  const own = "municipality";
  let isUnitSaid = unit.value !== "";
  const fillUnit = (event) => {
    if (event.target === form) isUnitSaid = unit.value !== "";
    if (event.target === unit) {
      isUnitSaid = unit.value !== "";
      if (!isUnitSaid || !body || body.value === own) return;
      body.value = own;
      body.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    const isAnothers = body !== null && body.value !== "" && body.value !== own;
    if (isAnothers && event.target === body) isUnitSaid = false;
    if (isUnitSaid) return;
    const isReferred = form.querySelector("[name=outcome]:checked")?.value === "referred";
    const target = isReferred ? form.querySelector("[name=referred_to]")?.value : "";
    const found = unitOf.get(`e_service:${form.querySelector("[name=e_service]")?.value}`) ?? unitOf.get(target) ?? "";
    unit.value = isAnothers ? "" : found;
    if (unit.value && body && body.value === "") body.value = own;
  };
  for (const kind of ["change", "input"]) form.addEventListener(kind, fillUnit);
}

// Whose question a topic is by itself stands beside the button as soon as it is chosen, until somebody says otherwise. Comes
// before desk.js, which shows what is done here with a body.
const form = document.querySelector("[data-log-form]");
const chip = form.querySelector("[data-bodies]");
if (chip) {
  const ofTopics = new Map(chip.dataset.bodies.split(" ").map((pair) => pair.split(":")));
  const field = chip.querySelector("[name=body]");
  let isSaid = field.value !== "";
  form.addEventListener("change", (event) => {
    if (event.target === field) isSaid = field.value !== "";
    if (isSaid || event.target === field) return;
    const topics = [form.querySelector("[name=topic]:checked"), ...form.querySelectorAll("[name=topics]")];
    // An e-service of the register is the municipality's.
    const ofService = form.querySelector("[name=e_service]")?.value ? "municipality" : "";
    field.value = ofService || topics.map((topic) => ofTopics.get(topic?.value)).find(Boolean) || "";
  });
}

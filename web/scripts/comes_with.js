// Parts of a form that come with a choice: shown, and sent, only while it is the one. What was typed in them stays until the choice
// is made again. Without scripts all of them stand there, below what says when they are needed.
const forms = new Set([...document.querySelectorAll("[data-comes-with]")].map((part) => part.closest("form")));
for (const form of forms) {
  const parts = [...form.querySelectorAll("[data-comes-with]")];
  const isChosen = (choice) => {
    const [name, value] = choice.split("=");
    return form.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]:checked`) !== null;
  };
  const show = () => {
    for (const part of parts) {
      part.hidden = !part.dataset.comesWith.split(" ").some(isChosen);
      for (const field of part.querySelectorAll("input, select, textarea")) field.disabled = part.hidden;
    }
  };
  for (const said of form.querySelectorAll("[data-only-without-scripts]")) said.hidden = true;
  form.addEventListener("change", show);
  // What the browser brings back after the button back comes later than this.
  addEventListener("pageshow", show);
  show();
}

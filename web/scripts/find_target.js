// Enter in the search of whom an entry refers to searches; in every other field of the form it saves.
document.querySelector("[data-find-target]")?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  event.target.form.querySelector("button[name=then][value=search]").click();
});

// An answer of the bank was told somebody: it is counted for the place in the form, and what is being typed stays as it is.
const told = document.querySelector("[data-told]");
told?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.submitter, said = button.parentElement.querySelector("[role=status]");
  const place = told.querySelector("[name=told_at]");
  place.value = document.querySelector("[data-log-form] [name=place]")?.value ?? place.value;
  button.disabled = true;
  try {
    const answer = await fetch(button.formAction, { method: "POST", headers: { Accept: "application/json" },
      body: new URLSearchParams(new FormData(told)) });
    if (!answer.ok || !answer.headers.get("content-type")?.startsWith("application/json")) throw new Error("not counted");
    button.hidden = true;
    said.textContent = button.dataset.counted;
  } catch {
    said.textContent = button.dataset.failed;
    button.disabled = false;
  }
});

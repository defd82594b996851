// An answer of the bank was told somebody: it is counted for the place in the form, and what is being typed stays as it is.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-told]");
  if (!form) return;
  event.preventDefault();
  const [place, button, said] = [form.querySelector("[name=place]"), form.querySelector("button"), form.querySelector("[data-counted]")];
  place.value = document.querySelector("[data-log-form] [name=place]")?.value ?? place.value;
  const body = new URLSearchParams(new FormData(form));
  button.disabled = true;
  said.hidden = false;
  try {
    const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body });
    const isCounted = answer.ok && answer.headers.get("content-type")?.startsWith("application/json");
    if (!isCounted) return form.submit();   // the session has ended: the page says so
    button.hidden = true;
    said.textContent = said.dataset.counted;
  } catch {
    said.textContent = said.dataset.failed;
  }
  button.disabled = false;
});

// The wheel: one stop for the Tab key, arrow keys walk it, and a line under it says what is pointed at. A slider goes
// through the years, and the page follows. Without this script every part is a plain link and the years are a list.

function walk(figure) {
  const wheel = figure?.querySelector(".wheel");
  if (!wheel) return;
  const caption = figure.querySelector("[data-wheel-caption]");
  const circles = ["wheel-goal", "wheel-target", "wheel-ring"].map((name) => [...wheel.querySelectorAll(`a.${name}[href]`)]);
  const parts = circles.flat();
  if (!parts.length) return;
  const hint = caption?.textContent ?? "";

  const angleOf = (part) => {
    const box = part.querySelector(".wheel-area").getBBox();
    return Math.atan2(box.x + box.width / 2, -(box.y + box.height / 2));
  };
  const stop = (part) => { for (const one of parts) one.tabIndex = one === part ? 0 : -1; };
  const say = (part) => { if (caption) caption.textContent = part ? part.getAttribute("aria-label") : hint; };

  function nearest(circle, part) {
    const angle = angleOf(part);
    const away = (one) => { const turn = Math.abs(angleOf(one) - angle); return Math.min(turn, 2 * Math.PI - turn); };
    return circle.reduce((best, one) => (away(one) < away(best) ? one : best), circle[0]);
  }

  // Left and right go round; up and down go outwards and inwards: goals, targets, own goals.
  function next(part, key) {
    const at = circles.findIndex((circle) => circle.includes(part));
    const circle = circles[at];
    const place = circle.indexOf(part);
    const rings = at === 2;
    if (key === "Home") return circle[0];
    if (key === "End") return circle[circle.length - 1];
    if (rings && key === "ArrowUp" && place > 0) return circle[place - 1];
    if (rings && key === "ArrowDown") return circle[Math.min(place + 1, circle.length - 1)];
    if (key === "ArrowRight") return circle[(place + 1) % circle.length];
    if (key === "ArrowLeft") return circle[(place - 1 + circle.length) % circle.length];
    const other = circles.slice(0, key === "ArrowUp" ? at : undefined).slice(key === "ArrowUp" ? -1 : at + 1).find((one) => one.length);
    if (!other) return part;
    return circles.indexOf(other) === 2 ? other[0] : nearest(other, part);
  }

  stop(parts[0]);
  wheel.addEventListener("keydown", (event) => {
    if (!/^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const part = event.target.closest("a");
    if (!parts.includes(part)) return;
    event.preventDefault();
    const wanted = next(part, event.key);
    stop(wanted);
    wanted.focus();
  });
  wheel.addEventListener("focusin", (event) => { const part = event.target.closest("a"); stop(part); say(part); });
  wheel.addEventListener("focusout", () => say(null));
  wheel.addEventListener("pointerover", (event) => say(event.target.closest("a") ?? null));
  wheel.addEventListener("pointerleave", () => say(parts.includes(document.activeElement) ? document.activeElement : null));
}

function slide(form) {
  const list = form.querySelector("select");
  const field = form.querySelector("[data-year-field]");
  if (list.options.length < 3) return;
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: list.options.length - 1, step: 1, value: list.selectedIndex, id: list.id });
  const shown = document.createElement("output");
  shown.htmlFor = list.id;
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  const year = () => list.options[slider.value].value;
  const show = () => { shown.value = year(); slider.setAttribute("aria-valuetext", year()); };
  list.removeAttribute("id");
  list.setAttribute("aria-label", form.querySelector("label").textContent);
  list.hidden = true;
  field.querySelector("button").hidden = true;
  field.classList.add("has-slider");
  list.after(slider, shown);
  form.after(status);
  show();

  let asked;
  async function turn() {
    const fields = new FormData(form);
    const url = `${form.getAttribute("action")}?${new URLSearchParams(fields)}`;
    asked?.abort();
    asked = new AbortController();
    const old = [...document.querySelectorAll("[data-of-year]")];
    for (const part of old) part.classList.add("is-turning");
    try {
      const answer = await fetch(url, { signal: asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = [...page.querySelectorAll("[data-of-year]")];
      if (!answer.ok || fresh.length !== old.length) { location.assign(url); return; }
      old.forEach((part, index) => part.replaceWith(document.adoptNode(fresh[index])));
      document.title = page.title;
      history.replaceState(null, "", url);
      status.textContent = document.querySelector(".lead[data-of-year]")?.textContent ?? year();
      walk(document.querySelector(".wheel-figure"));
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    }
  }
  let waiting;
  slider.addEventListener("input", () => {
    list.selectedIndex = slider.value;
    show();
    clearTimeout(waiting);
    waiting = setTimeout(turn, 120);
  });
}

walk(document.querySelector(".wheel-figure"));
document.querySelectorAll("[data-year-choice]").forEach(slide);

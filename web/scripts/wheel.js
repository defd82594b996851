// The wheel: one stop for the Tab key, arrow keys walk it, and a line under it says what is pointed at.
// Without this script every part is a plain link.
const wheel = document.querySelector(".wheel-figure .wheel");
const caption = document.querySelector("[data-wheel-caption]");
const circles = ["wheel-goal", "wheel-target", "wheel-ring"].map((name) => [...wheel.querySelectorAll(`a.${name}[href]`)]);
const parts = circles.flat();
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

if (parts.length) {
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

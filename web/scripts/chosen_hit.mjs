// Which of the hits within an element is chosen by the keyboard: the arrow keys go through those that Enter can take. An answer is
// read, and nobody is referred to what has ended.
export function chosenHitIn(root) {
  const hits = () => [...root.querySelectorAll("[data-hits] [data-hit]")].filter((hit) => hit.querySelector("[data-refer]:not([hidden])"));
  const chosen = () => root.querySelector("[data-hits] [data-selected]");

  function choose(hit) {
    chosen()?.removeAttribute("data-selected");
    if (!hit) return;
    hit.closest("details")?.setAttribute("open", "");
    hit.setAttribute("data-selected", "");
    hit.scrollIntoView({ block: "nearest" });
  }

  // What is called as was typed, or nothing where nobody is referred to it: the place where one is, an answer.
  function chooseFirst() {
    const isNamed = root.querySelector("[data-hits] [data-named]") !== null;
    choose(isNamed ? hits().find((hit) => hit.hasAttribute("data-named")) : hits()[0]);
  }

  function move(step) {
    const all = hits();
    choose(all[Math.max(0, Math.min(all.length - 1, all.indexOf(chosen()) + step))]);
  }

  return { chosen, choose, chooseFirst, move };
}

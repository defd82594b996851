// One Tab stop for each entry of the day: its link. The arrow keys to the left and right lead to the buttons beside it. Where the
// keys of the desk are off every button is a stop of its own.
function addSteps(entry) {
  const steps = [...entry.querySelectorAll("a, button")];
  for (const step of steps.slice(1)) step.tabIndex = -1;
  entry.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = steps.indexOf(document.activeElement) + { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!steps[at]) return;
    event.preventDefault();
    steps[at].focus();
  });
}

const addAllSteps = () => document.querySelectorAll("[data-desk][data-keys=on] [data-entry]").forEach(addSteps);
addAllSteps();
document.addEventListener("renewed", addAllSteps);   // the entries are others

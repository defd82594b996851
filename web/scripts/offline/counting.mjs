// Who came at a session, counted on the device: one of today's or yesterday's that it keeps.
import { timeOf } from "./words.mjs";

const day = 86_400_000;
const dayOf = (moment) => timeOf(moment, { dateStyle: "short" });

/** The number of people who came, as it stands in what was kept. */
const cameIn = (kept) => kept.filter(([name]) => /^(women|men|girls|boys|not_stated)$/.test(name))
  .reduce((sum, [, number]) => sum + (Number(number) || 0), 0);

export const countTitle = (kept, say) => say("count_of", { session: kept.find(([name]) => name === "title")?.[1] ?? "", n: cameIn(kept) });

/** `changed`: something was typed or chosen. */
export function sessionCounter(box, say, changed) {
  const form = box.querySelector("[data-count-form]"), list = form.querySelector("[name=session]");
  const isCounted = box.querySelector("[data-count-seen]");
  const inputs = [...form.querySelectorAll("input[name]")];
  let sessions = [];
  let chosen = null;   // {id, seen, title}: as it was read when it was chosen; whoever counts meanwhile is found by it

  const titleOf = ({ title, where, starts }) => say("count_title", { session: [title || say("not_shown"), where].filter(Boolean).join(", "), time: timeOf(starts) });

  function showList() {
    const rest = chosen && !sessions.some(({ id }) => id === chosen.id) ? [new Option(chosen.title, chosen.id)] : [];
    list.replaceChildren(new Option("", ""), ...rest, ...sessions.map((one) => new Option(titleOf(one), one.id)));
    list.value = chosen?.id ?? "";
    box.hidden = list.options.length < 2;
  }

  function setNumbers(numbers) {
    const values = new Map(numbers);
    for (const input of inputs) {
      input.value = values.get(input.name) ?? "";
      input.removeAttribute("aria-invalid");
    }
    for (const details of form.querySelectorAll("details"))
      details.open = [...details.querySelectorAll("input")].some(({ value }) => value !== "");
  }

  function choose(id) {
    const one = sessions.find((session) => session.id === id);
    chosen = one ? { id, seen: one.seen, title: titleOf(one) } : null;
    setNumbers(one?.counted ?? []);
    isCounted.textContent = one?.is_counted ? say("is_counted") : "";
    isCounted.hidden = !one?.is_counted;
  }

  list.addEventListener("change", () => { choose(list.value); changed(); });
  form.addEventListener("input", (event) => { if (event.target !== list) changed(); });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    const input = form.querySelector(`[name="${button.dataset.of}"]`);
    input.value = String(Math.max(0, (Number.parseInt(input.value, 10) || 0) + Number(button.dataset.step)));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  // The keys of the desk are for its own form: here Ctrl+Enter saves what was counted, and digits are numbers.
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" || !event.ctrlKey) return;
    event.preventDefault();
    form.requestSubmit();
  });

  return {
    form,
    /** Of the device, those at `place` first, the latest first. */
    show(kept, place) {
      const days = [dayOf(Date.now()), dayOf(Date.now() - day)];
      const isElsewhere = (one) => Number(one.place !== "" && one.place !== place);
      sessions = kept.filter(({ starts }) => days.includes(dayOf(starts)))
        .sort((a, b) => isElsewhere(a) - isElsewhere(b) || Date.parse(b.starts) - Date.parse(a.starts));
      showList();
    },
    /** [[name, value], …]; null where no session is chosen. */
    read: () => chosen && [["session", chosen.id], ["seen", chosen.seen], ["title", chosen.title],
      ...inputs.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value !== "")],
    /** What stands in a field and is no number, else where the first number belongs; null where all is well. */
    fault() {
      const wrong = inputs.filter(({ value }) => !/^\d{0,4}$/.test(value.trim()));
      for (const input of inputs) input.toggleAttribute("aria-invalid", wrong.includes(input));
      for (const input of wrong) input.setAttribute("aria-invalid", "true");
      if (!chosen) return list;
      return wrong[0] ?? (inputs.every(({ value }) => value.trim() === "") ? inputs[0] : null);
    },
    /** Back into the form; `seen` where both figures were read since. */
    fill(kept, seen) {
      const of = (name) => kept.find(([one]) => one === name)?.[1] ?? "";
      chosen = { id: of("session"), seen: seen || of("seen"), title: of("title") };
      showList();
      setNumbers(kept);
      isCounted.hidden = true;
      box.open = true;
    },
    empty() {
      choose("");
      showList();
      box.open = false;
    },
  };
}

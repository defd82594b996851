// Keys that are pressed before the desk's own script runs wait for it: the page of an entry that was just logged is made anew
// while the next one is typed.
{
  const keys = [];
  const keep = (event) => {
    if (event.altKey || event.metaKey || event.isComposing || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    const { key, code, shiftKey, ctrlKey } = event;
    const saves = ctrlKey && key === "Enter", undoes = ctrlKey && !shiftKey && key.toLowerCase() === "z";
    const takes = key === "Enter" && !event.target.closest("a, button, summary");
    if (!saves && !undoes && !takes && (ctrlKey || !(/^[\p{L}\d /.]$/u.test(key) || key === "Backspace" || /^Digit[1-6]$/.test(code) && shiftKey)))
      return;
    event.preventDefault();
    keys.push({ key, code, shiftKey, ctrlKey, timeStamp: event.timeStamp });
  };
  addEventListener("keydown", keep, true);
  /** Once: what was pressed, and the listener is gone. */
  globalThis.earlyKeys = () => {
    removeEventListener("keydown", keep, true);
    return keys.splice(0);
  };
}

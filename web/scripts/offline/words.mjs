// Texts stand in the page, translated.
export const wordsIn = (box) => (name, values = {}) => {
  const text = box.querySelector(`template[data-text="${name}"]`)?.content.textContent ?? "";
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
};
/** In the municipality's zone, wherever the device thinks it is; hours from 0 to 23. */
export const timeOf = (moment, style = { dateStyle: "medium", timeStyle: "short" }) => new Date(moment).toLocaleString(
  document.documentElement.lang, { timeZone: document.querySelector("[data-zone]")?.dataset.zone, hourCycle: "h23", ...style });

/** Browsers read it when they offer to install. */
export function nameManifest(address) {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = address;
  document.head.append(link);
}

// What the search on the device found, as the desk shows it: desk.js chooses among it.
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const button = (data, ...children) => make("button", { class: "ds-button", "data-variant": "secondary", type: "button", ...data }, ...children);
const hidden = (text) => make("span", { class: "visually-hidden" }, text);

/** What is called as was typed is what Enter takes. */
const nameOf = ({ named }) => (named ? { "data-named": "" } : {});

function hitOf(record, say) {
  const lines = record.lines.map((line) => make("p", { class: "muted" }, line));
  const refer = button({ "data-refer": record.target, "data-refer-topic": "", "data-refer-text": say("refers_to", { target: record.title }) },
    say("refer"), hidden(`: ${record.title}`));
  return make("li", { class: "hit", "data-hit": "", ...nameOf(record) }, make("div", {}, make("h3", {}, record.title), ...lines),
    make("p", { class: "hit-side" }, refer));
}

const topicOf = (topic, say) => make("li", { "data-hit": "", ...nameOf(topic) },
  button({ "data-refer": "", "data-refer-topic": topic.key }, hidden(`${say("choose_topic")}: `), topic.title));

/** As components/danger_card has it. */
function dangerCard({ title, advice, numbers }) {
  const ringing = ({ number, name, about }) => make("li", {}, make("span", { class: "phone phone-large" },
    make("span", { class: "phone-label" }, name), " ",
    make("a", { class: "ds-link", href: `tel:${number.replace(/[^+\d]/g, "")}`, dir: "ltr" }, number)),
    " ", make("span", { class: "danger-about" }, about));
  return make("section", { class: "danger-card", "aria-labelledby": "danger-title" }, make("h2", { id: "danger-title" }, title),
    make("ul", {}, ...numbers.map(ringing)), make("p", {}, advice));
}

/** Takes the place of the hits before; `found` null: nothing is looked for. */
export function showHits(box, found, say) {
  const parts = [];
  if (found?.corrected) parts.push(make("p", {}, say("corrected", { text: found.corrected })));
  const lists = [];
  if (found?.topics.length) lists.push(make("ul", { class: "topic-hits", "data-hits": "" }, ...found.topics.map((one) => topicOf(one, say))));
  if (found?.records.length) lists.push(make("ul", { class: "hits", "data-hits": "" }, ...found.records.map((one) => hitOf(one, say))));
  if (found?.records[0]?.named && !found.topics[0]?.named) lists.reverse();
  parts.push(...lists);
  const number = found ? found.records.length + found.topics.length : 0;
  if (found) parts.unshift(make("p", number ? { class: "visually-hidden", role: "status" } : { role: "status" },
    number ? say("found", { n: number }) : say("no_hits")));
  if (found?.danger) parts.unshift(dangerCard(found.danger));
  const last = found?.fallback;
  if (last?.title) parts.push(make("p", { class: "muted" }, say(last.phone ? "fallback_phone" : "fallback", last)));
  box.replaceChildren(...parts);
  box.dispatchEvent(new CustomEvent("results", { bubbles: true }));
}

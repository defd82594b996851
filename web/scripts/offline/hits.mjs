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

/** Nobody is referred to the place that stands in the form; desk.js follows where it is changed. */
function hitOf(record, say, place) {
  const lines = record.lines.map((line) => make("p", { class: "muted" }, line));
  const isPlace = record.target.startsWith("place:"), isHere = isPlace && record.target === `place:${place}`;
  const hiddenIf = (is) => (is ? { hidden: "" } : {});
  const here = isPlace ? [make("span", { class: "muted", "data-here": "", ...hiddenIf(!isHere) }, say("here"))] : [];
  const refer = button({ ...hiddenIf(isHere), "data-refer": record.target, "data-refer-topic": "", "data-refer-text": say("refers_to", { target: record.title }) },
    say("refer"), hidden(`: ${record.title}`));
  return make("li", { class: "hit", "data-hit": "", ...nameOf(record) }, make("div", {}, make("h3", {}, record.title), ...lines),
    make("p", { class: "hit-side" }, ...here, refer));
}

/** An answer is read; nobody is referred to it. */
const answerOf = (answer, say) => make("li", { class: "hit", "data-hit": "", ...nameOf(answer) },
  make("div", {}, make("h3", {}, answer.title), make("details", { class: "hit-note" },
    make("summary", {}, say("the_answer"), hidden(`: ${answer.title}`)), ...answer.lines.map((line) => make("p", {}, line)))));

/** As the server shows it with hits: a copy of what stands in the form; what was typed is what it is about. */
function ruleOf(rule, topics) {
  const copy = rule.cloneNode(true);
  const of = `${rule.dataset.ruleTopics} ${rule.dataset.ruleBodyTopics}`.split(" ");
  const asked = topics.find((topic) => of.includes(topic));
  for (const name of [...copy.getAttributeNames()]) if (name === "hidden" || name.startsWith("data-rule")) copy.removeAttribute(name);
  for (const one of copy.querySelectorAll("[data-refer]")) {
    one.hidden = false;
    if (asked) one.dataset.referTopic = asked;
  }
  return make("div", { class: "rule-hit", "data-hits": "" }, make("div", { "data-hit": "" }, copy));
}

/** Those in the form that stand with one of these topics. */
export function rulesOf(form, topics) {
  const isOne = (keys) => keys.split(" ").some((key) => topics.includes(key));
  return [...form.querySelectorAll(":scope > [data-rule]")].filter(({ dataset }) => isOne(dataset.ruleTopics) || isOne(dataset.ruleBodyTopics));
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

/** Takes the place of the hits before; `found` null: nothing is looked for. `form`: with the rules, and the place where one is. */
export function showHits(box, found, say, form) {
  const parts = [];
  if (found?.corrected) parts.push(make("p", {}, say("corrected", { text: found.corrected })));
  const lists = [];
  if (found?.topics.length) lists.push(make("ul", { class: "topic-hits", "data-hits": "" }, ...found.topics.map((one) => topicOf(one, say))));
  const asked = (found?.topics ?? []).filter(({ whole }) => whole).map(({ key }) => key);
  lists.push(...rulesOf(form, asked).map((rule) => ruleOf(rule, asked)));
  const list = (all, of) => (all?.length ? [make("ul", { class: "hits", "data-hits": "" }, ...all.map(of))] : []);
  const place = form.querySelector("[name=place]")?.value ?? "";
  const records = list(found?.records, (one) => hitOf(one, say, place)), answers = list(found?.answers, (one) => answerOf(one, say));
  const isNamed = found?.records[0]?.named && !found.topics[0]?.named;
  if (isNamed) lists.unshift(...records);
  lists.push(...answers, ...(isNamed ? [] : records));
  parts.push(...lists);
  const number = found ? found.records.length + found.topics.length + found.answers.length : 0;
  if (found) parts.unshift(make("p", number ? { class: "visually-hidden", role: "status" } : { role: "status" },
    number ? say("found", { n: number }) : say("no_hits")));
  if (found?.danger) parts.unshift(dangerCard(found.danger));
  const last = found?.fallback;
  if (last?.title) parts.push(make("p", { class: "muted" }, say(last.phone ? "fallback_phone" : "fallback", last)));
  box.replaceChildren(...parts);
  box.dispatchEvent(new CustomEvent("results", { bubbles: true }));
}

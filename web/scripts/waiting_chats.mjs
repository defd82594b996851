// A chat that begins is told on whatever page of staff stands open: the menu's number, the title and a line that is read out.
// Without scripts the next page says it. Asked for while somebody sees the page, and not for longer than two hours.
const link = document.querySelector(".site-navigation a[href$='/staff/questions/chat']");
const every = 15000;
const longest = 2 * 3600 * 1000;
const begun = Date.now();
const name = document.title;
const told = Object.assign(document.createElement("p"), { className: "chat-told" });
told.setAttribute("role", "status");
let known = Number(/\((\d+)\)\s*$/.exec(link?.textContent ?? "")?.[1] ?? 0);
let first = known;
let timer = 0;

function tell(number, words) {
  const to = Object.assign(document.createElement("a"), { href: link.href, textContent: words, className: "ds-link" });
  if (number > known) told.replaceChildren(to);
  if (number < known || number === 0) told.replaceChildren();
  document.title = number > first ? `(${number}) ${name}` : name;
  first = Math.min(first, number);
  known = number;
}

async function look() {
  const answer = await fetch(`${link.href}/waiting`, { headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) return;
  const { number, title, told: words } = await answer.json();
  link.textContent = title;
  if (number !== known) tell(number, words);
}

async function goOn() {
  clearTimeout(timer);
  if (!document.hidden) await look().catch(() => {});
  if (Date.now() - begun < longest) timer = setTimeout(goOn, every);
}

if (link) {
  document.querySelector("main")?.append(told);
  timer = setTimeout(goOn, every);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) goOn(); });
}

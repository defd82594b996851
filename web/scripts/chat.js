// New lines of a chat come in by themselves; without this one opens the page again. Asked for seldom where nothing comes, never
// in a page that nobody sees, and not for longer than two hours.
const talk = document.querySelector("[data-talk]");
const soonest = 4000;
const slowest = 30000;
const longest = 2 * 3600 * 1000;
let last = Number(talk?.dataset.last ?? 0);
let wait = soonest;
const begun = Date.now();

function add(line) {
  const item = document.createElement("li");
  if (line.own) item.className = "talk-own";
  const about = document.createElement("p");
  about.className = "muted";
  about.textContent = `${line.who}, ${line.time}`;
  item.append(about, ...line.words.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  talk.append(item);
}

function end() {
  talk.dataset.over = "yes";
  document.querySelector("[data-talk-over]")?.removeAttribute("hidden");
}

async function look() {
  if (document.hidden) return;
  const answer = await fetch(`${talk.dataset.lines}?after=${last}`, { headers: { Accept: "application/json" } });
  if (answer.status === 404 || answer.redirected) return end();
  if (!answer.ok) return void (wait = slowest);
  const { state, lines, here } = await answer.json();
  document.querySelector("[data-talk-kept]")?.toggleAttribute("hidden", here || state !== "waiting");
  for (const line of lines) {
    if (line.number <= last) continue;
    last = line.number;
    add(line);
  }
  wait = lines.length ? soonest : Math.min(wait * 1.15, slowest);
  if (state !== "waiting") end();
}

async function goOn() {
  try {
    await look();
  } catch {
    wait = slowest;
  }
  if (talk.dataset.over !== "yes" && Date.now() - begun < longest) setTimeout(goOn, wait);
}

if (talk && talk.dataset.over !== "yes") setTimeout(goOn, wait);
document.addEventListener("visibilitychange", () => { wait = soonest; });

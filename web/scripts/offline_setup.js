// Makes a device ready: a PIN for this person on it, the desk kept on it.
import { allEntries, allPeople, putPerson, removePerson } from "./offline/store.mjs";
import { canSeal, newVault } from "./offline/seal.mjs";
import { refreshSearch } from "./offline/search.mjs";
import { nameManifest, wordsIn } from "./offline/words.mjs";
import { keepWorker } from "./offline/worker.mjs";

const box = document.querySelector("[data-offline]");
const { municipality, account, devices, worker, reach, scope, manifest } = box.dataset;
const say = wordsIn(box);
const form = box.querySelector("[data-setup]"), busy = form.querySelector("[data-busy]");
const pin = form.querySelector("[data-pin]"), again = form.querySelector("[data-pin-again]");
const mostPeople = 30, longestUnused = 90 * 86_400_000;
const id = `${municipality} ${account}`;

const isWeak = (digits) => !/^\d{6,}$/.test(digits) || new Set(digits).size === 1 ||
  [1, -1].some((step) => [...digits].every((digit, at) => at === 0 || (Number(digit) - Number(digits[at - 1]) - step) % 10 === 0));

function fail(name, field) {
  const error = form.querySelector("[data-setup-error]");
  error.querySelector("p").textContent = say(name);
  error.hidden = false;
  busy.textContent = "";
  for (const one of [pin, again]) one.setAttribute("aria-invalid", String(one === field));
  (field ?? error).focus();
}

async function showReady() {
  const person = (await allPeople(municipality)).find((one) => one.id === id);
  const isReady = Boolean(person?.vault);
  const ready = box.querySelector("[data-ready]");
  ready.hidden = !isReady;
  form.hidden = false;
  form.querySelector("[data-title-new]").hidden = isReady;
  form.querySelector("[data-title-again]").hidden = !isReady;
  if (!isReady) return;
  const waiting = (await allEntries(municipality)).filter((entry) => entry.person === id && entry.state !== "sent").length;
  const line = ready.querySelector("[data-waiting]"), number = line.parentElement.firstChild;
  number.textContent = number.textContent.replace("{number}", person.number);
  line.textContent = waiting ? say("waiting", { n: waiting }) : "";
}

async function keepDesk() {
  await keepWorker(worker, reach, scope);
  await refreshSearch(`${scope}search.json`, scope);
}

/** Without those who have not opened the desk here for long, unless something of theirs is still on its way. */
async function peopleHere() {
  const all = await allPeople(municipality), entries = await allEntries(municipality);
  const isGone = (person) => person.id !== id && Date.now() - person.openedAt > longestUnused &&
    !entries.some((entry) => entry.person === person.id && entry.state !== "sent");
  for (const person of all.filter(isGone)) await removePerson(person.id);
  return all.filter((person) => !isGone(person));
}

async function makeReady() {
  const all = await peopleHere();
  const before = all.find((one) => one.id === id);
  if (!before && all.length >= mostPeople) return fail("full");
  await keepDesk();
  const answer = await fetch(devices, { method: "POST", redirect: "error", headers: { Accept: "application/json" },
    body: new URLSearchParams(new FormData(form)) });
  if (answer.status === 409) return fail("full");
  if (!answer.ok) return fail("no_network");
  const { device, secret, key_id, public_key, municipality_id, place } = await answer.json();
  const taken = new Set(all.map((one) => one.number));
  let number = 1;
  while (taken.has(number)) ++number;
  await putPerson({ id, municipality, account, number: before?.number ?? number, device, keyId: key_id, publicKey: public_key,
    municipalityId: municipality_id, place, vault: await newVault(pin.value, secret), tries: 0, openedAt: Date.now() });
  await navigator.storage?.persist?.();
  location.assign(location.pathname);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  event.stopPropagation();
  if (busy.textContent) return;
  if (isWeak(pin.value)) return fail("pin_short", pin);
  if (pin.value !== again.value) return fail("pin_differs", again);
  form.querySelector("[data-setup-error]").hidden = true;
  busy.textContent = say("busy");
  try {
    await makeReady();
  } catch {
    fail("no_network");
  }
});

async function start() {
  const isAble = isSecureContext && canSeal && "serviceWorker" in navigator && "indexedDB" in globalThis;
  try {
    if (!isAble) throw new Error("not able");
    await showReady();
  } catch {
    box.querySelector("[data-unable]").hidden = false;
    form.hidden = true;
    return;
  }
  nameManifest(manifest);
  // What is kept is made anew while there is a network.
  if (await navigator.serviceWorker.getRegistration(scope)) keepDesk().catch(() => {});
}
start();

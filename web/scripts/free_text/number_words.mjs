// What the words around a number say that it is: src/platform/personal/number_words.cpp.

const reach = 60;
const wordsBefore = 6;
const wordsAfter = 3;
// Letters beside a-z are "x" in plain text: "ärende" → "xrende", "nås" → "nxs".
const phoneWords = new Set(["ring", "ringa", "ringe", "ringje", "ringer", "ringde", "ringt", "tlf", "tel", "tfn", "mob", "sms",
  "smsa", "call", "calls", "called", "text", "texted", "phone", "whatsapp", "viber", "nxs", "nxr", "nxdd", "kontakt", "kontakta",
  "kontakte", "contact", "dial", "reach", "ringte", "oppringt", "skriv", "skrive", "nummeret", "tlfnr", "telnr", "vipps",
  "signal", "svarer", "svarar", "treffes", "treffast"]);
const phoneStems = ["telefon", "mobil", "phone", "hemnummer", "telenr"];
const ordinaryWords = new Set(["id", "ref", "sak", "saken", "dnr", "jnr", "org", "kid", "ocr", "sum", "kod", "kode", "code", "kr",
  "sek", "nok", "eur", "usd", "case", "kort", "pris", "vare", "dok", "isbn", "imei", "nr",
  "buss", "bussen", "linje", "linjen", "side", "sida", "sider", "sidor", "sidorna", "rum", "rom", "sal", "puk", "bg", "pg", "mxl", "mxlnr",
  "ismn", "issn", "doi", "postnord", "dhl", "lot", "batch"]);
const ordinaryStems = ["xrende", "saks", "diarie", "referen", "order", "ordre", "bestxll", "bestill", "faktur", "invoice", "kund",
  "customer", "artikel", "artikkel", "varen", "serie", "serial", "kvitt", "receipt", "bokning", "booking", "journal", "ticket",
  "biljett", "billett", "lxnekort", "bibliotek", "modell", "model", "version", "versjon", "price", "kostar", "koster", "kostet",
  "belopp", "belxp", "summa", "konto", "account", "arkiv", "dokument", "vedtak", "xrendenr",
  "avgxr", "avgang", "avgxng", "telefontid", "xppet", "xppnings", "xpnings", "xpent", "bankgiro", "plusgiro", "paket", "pakke",
  "kontrolln"];
// Right before a number they tell whose it is, not what: "kund: 070-…".
const whoItIs = new Set(["kund", "kunden", "kunde", "kundens", "customer", "customers"]);
const fillers = new Set(["nr", "nummer", "number", "no", "num", "er", "xr", "is", "pa", "px", "har", "has"]);
const units = ["kr", "sek", "nok", "eur", ":-", "%", ",-", "usd"];

const isPhoneWord = (word) => phoneWords.has(word) || phoneStems.some((stem) => word.startsWith(stem));
const isOrdinaryWord = (word) => ordinaryWords.has(word) || ordinaryStems.some((stem) => word.startsWith(stem));
const wordsIn = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const endsWithShortForm = (text) => /(?:tlf|tel|tfn|mob|nr|ref|dnr)$/i.test(text.slice(-3));

/** After the last point, or the like, that has a space behind it, or line break: "tlf. 5…" is one sentence. */
function lastSentence(text) {
  for (let at = text.length - 1; at >= 0; --at) {
    const stops = ".!?;".includes(text[at]) && text[at + 1] === " ";
    if (text[at] === "\n" || (stops && !endsWithShortForm(text.slice(0, at)))) return text.slice(at + 1);
  }
  return text;
}

function isSumAfter(after) {
  const next = [...after].filter((c) => c !== " ").slice(0, 4).join("").toLowerCase();
  return units.some((unit) => next.startsWith(unit));
}

/** The word that the number belongs to: "ärende nr 5…", "sak: 5…". */
function isNumberedThing(before) {
  for (const [back, word] of before.slice(-3).reverse().entries()) {
    if (isOrdinaryWord(word) && word !== "nr" && !(back === 0 && whoItIs.has(word))) return true;
    if (!fillers.has(word)) return false;
  }
  return false;
}

export const isMoney = (plain, end) => isSumAfter(plain.slice(end, end + reach));

/** "unknown", "phone" or "ordinary", of the number from `begin` to `end`. */
export function kindOfNumber(plain, begin, end) {
  const after = plain.slice(end, end + reach);
  if (isSumAfter(after)) return "ordinary";
  const before = wordsIn(lastSentence(plain.slice(Math.max(0, begin - reach), begin)));
  if (isNumberedThing(before)) return "ordinary";
  if (before.slice(-wordsBefore).some(isPhoneWord)) return "phone";
  return wordsIn(/^[^\n.!?;]*/.exec(after)[0]).slice(0, wordsAfter).some(isPhoneWord) ? "phone" : "unknown";
}


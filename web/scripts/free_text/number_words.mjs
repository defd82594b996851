// What the words around a number say that it is: src/platform/personal/number_words.cpp.

const reach = 60;
const wordsBefore = 6;
const wordsAfter = 3;
// Letters beside a-z are "x" in plain text: "ärende" → "xrende", "nås" → "nxs".
const phoneWords = new Set(["ring", "ringa", "ringe", "ringje", "ringer", "ringde", "ringt", "tlf", "tel", "tfn", "mob",
  "sms", "smsa", "call", "calls", "called", "text", "texted", "phone", "whatsapp", "viber", "nxs", "nxr", "nxdd", "kontakt",
  "kontakta", "kontakte", "contact", "dial", "reach", "ringte", "oppringt", "skriv", "skrive", "nummeret", "tlfnr", "telnr",
  "vipps", "signal", "svarer", "svarar", "treffes", "treffast", "ringes", "ringast", "ringjast", "nxast", "uppringd",
  "uppringning", "oppringing", "tilbakeringing", "mms", "smsar", "smser"]);
const phoneStems = ["telefon", "mobil", "phone", "telenr", "operatxr"];
// By whom somebody may be reached: a number beside them that may be a phone is one.
const people = new Set(["son", "sonen", "sxn", "sxnn", "sxnnen", "dotter", "dottern", "dotra", "datter", "datteren",
  "dattera", "mamma", "mor", "moren", "mora", "mamman", "pappa", "far", "faren", "fadern", "pappan", "make", "maken", "maka",
  "makan", "fru", "frun", "hustru", "hustrun", "mannen", "kona", "kone", "konen", "ektefelle", "ektefellen", "sambo",
  "sambon", "samboer", "samboeren", "sambuar", "bror", "broren", "brodern", "broder", "syster", "systern", "systera",
  "sxster", "sxsteren", "sxstera", "granne", "grannen", "nabo", "naboen", "kompis", "kompisen", "venn", "vennen", "venninne",
  "venninna", "vxninna", "vxninnan", "vxnnen", "pxrxrende", "pxrxrande", "anhxrig", "anhxriga", "anhxrigs", "verge",
  "vergen", "verje", "verja", "fxrvaltare", "fxrvaltaren", "fullmektig", "barnbarn", "barnbarnet", "barnebarn",
  "barnebarnet", "svxrson", "svxrdotter", "svigersxnn", "svigerdatter", "svxrmor", "svigermor", "mormor", "morfar", "farmor",
  "farfar", "bestemor", "bestefar", "kusin", "kusinen", "fetter", "tante", "moster", "faster", "onkel", "daughter",
  "husband", "wife", "mother", "father", "brother", "sister", "neighbour", "neighbor", "friend", "hennes", "hennar", "hans",
  "brukeren", "brukaren", "besxkaren", "besxkende", "damen", "dama", "herren", "mannens", "sonens", "kundens", "her", "his"]);
const pronouns = new Set(["hun", "hon", "han", "ho", "hen", "she", "he", "him", "henne", "honom", "ham"]);
// "hans nummer", "bytte nummer"
const whoseNumber = new Set(["nytt", "nye", "ny", "bytte", "byta", "byt", "byttet", "hans", "hennes", "hennar", "sitt",
  "mitt", "ditt", "deras", "deres", "rxtt", "rett", "riktig", "privat", "privata", "eget", "egna", "samma", "samme",
  "gammalt", "gammelt", "new", "his", "her", "their"]);
const ordinaryWords = new Set(["id", "ref", "sak", "saken", "dnr", "jnr", "org", "kid", "ocr", "sum", "kod", "kode", "code",
  "kr", "sek", "nok", "eur", "usd", "case", "kort", "pris", "vare", "dok", "imei", "nr", "buss", "bussen", "linje", "linjen",
  "side", "sida", "sider", "sidor", "sidorna", "rum", "rom", "sal", "puk", "bg", "pg", "mxl", "mxlnr", "ismn", "issn", "doi",
  "postnord", "dhl", "lot", "batch", "avi", "sn", "iccid", "sim", "skylt", "best", "budget", "budsjett", "budsjettet",
  "saldo", "passord", "lxsen", "lxsenord", "password", "pin", "error", "feil", "felmeddelande", "mxlet", "dom", "beslut",
  "kx", "kxlapp", "gnr", "bnr", "ups", "fedex", "gls", "bring", "schenker", "posten", "licens", "lisens", "key", "ean",
  "gtin", "vin", "zon", "sone"]);
const ordinaryStems = ["xrende", "saks", "diarie", "referen", "order", "ordre", "bestxll", "bestill", "faktur", "invoice",
  "kund", "customer", "artikel", "artikkel", "varen", "serie", "serial", "kvitt", "receipt", "bokning", "booking", "journal",
  "ticket", "biljett", "billett", "lxnekort", "bibliotek", "modell", "model", "version", "versjon", "price", "kostar",
  "koster", "kostet", "belopp", "belxp", "summa", "konto", "account", "arkiv", "dokument", "vedtak", "avgxr", "avgang",
  "avgxng", "telefontid", "xppet", "xppnings", "xpnings", "xpent", "bankgiro", "plusgiro", "paket", "pakke", "kontrolln",
  "mxtar", "mxler", "elmxt", "strxmmxl", "vattenm", "vannm", "anlxgg", "anlegg", "produkt", "product", "aktivering",
  "xterstxll", "gjenopprett", "bitlocker", "kolli", "sxndning", "sending", "spxrning", "sporing", "tracking", "fxrsxnd",
  "forsend", "maskin", "chassi", "tillv", "inventar", "medlem", "avtal", "betalningsmott", "betalingsmott", "licensn",
  "poxng", "poeng", "utgxva", "isbn", "mxlepunkt", "autogiro", "anmxl", "ansxk", "sxknad", "fxrfrxgan"];
// Of things that have numbers of ten figures and more.
const thingWords = new Set(["ocr", "kid", "imei", "iccid", "ean", "gtin", "sn", "batch", "lot", "avi", "vin", "dhl", "ups",
  "gls", "postnord", "bring", "schenker", "mxl", "best", "bg", "pg"]);
const thingStems = ["order", "ordre", "bestxll", "bestill", "serie", "serial", "artikel", "artikkel", "varen", "paket",
  "pakke", "kolli", "sxndning", "sending", "spxrning", "sporing", "tracking", "fxrsxnd", "forsend", "mxtar", "mxler",
  "elmxt", "strxmmxl", "vattenm", "vannm", "anlxgg", "anlegg", "produkt", "product", "maskin", "chassi", "tillv", "inventar",
  "faktur", "invoice", "biljett", "billett", "licens", "lisens", "aktivering", "isbn", "mxlepunkt", "bankgiro", "plusgiro",
  "autogiro"];
// "mobilnr", "jobbnummer": no numbers of things, as "mätarnr" and "medlemsnummer" are. Nor are "kortnr" and "personnummer".
const reachedStems = ["tel", "tlf", "tfn", "mob", "hem", "hjem", "heim", "jobb", "arb", "privat", "swish", "vipps",
  "kontakt", "direkt", "ring", "sms", "fasttel", "fastnett", "reserv", "nxd", "anhxr", "pxrxr", "hus", "nytt", "nye", "mam",
  "pap", "pnr", "fnr", "pers"];
const personStems = ["kort", "bankkort", "visa", "konto", "bankkonto", "clearing", "iban", "personn", "persn", "fxd",
  "samord", "pass", "kund", "kunde", "customer", "client"];
const officeStems = ["kommun", "kontaktcenter", "kundcenter", "kundtjxnst", "kundservice", "kundeservice", "kundesenter",
  "servicecenter", "servicetorg", "medborgar", "medborger", "innbygger", "vxxel", "sentralbord", "reception", "resepsjon",
  "bibliotek", "bank", "myndighet", "etat", "vxrdcentral", "sjukhus", "sykehus", "legekontor", "legevakt", "tannlege",
  "fxrvaltning", "regionen", "helsestasjon", "skolan"];
// Right before a number they tell whose it is, not what: "kund: 070-…".
const whoItIs = new Set(["kund", "kunden", "kunde", "kundens", "customer", "customers"]);
const fillers = new Set(["nr", "nummer", "number", "no", "num", "er", "xr", "is", "pa", "px", "har", "has"]);
// "ring om du hinner" speaks of ringing; "ring om räkningen" of a bill.
const whoRings = new Set(["du", "han", "hon", "hun", "ho", "hen", "jag", "jeg", "eg", "vi", "ni", "de", "dei", "dere",
  "dykk", "det", "man", "nxgon", "noen", "nokon", "mxjligt", "mulig", "mogleg", "nxdvxndigt", "nxdvendig"]);
const units = ["kr", "sek", "nok", "eur", ":-", "%", ",-", "usd"];

const beginsWithAny = (word, stems) => stems.some((stem) => word.startsWith(stem));
const isPhoneWord = (word) => phoneWords.has(word) || beginsWithAny(word, phoneStems);

/** "mätarnr", "medlemsnummer", "felkod": whatever has one, but what people are reached by. */
function isNumberedWord(word) {
  if (/.(?:kod|koden|kode|koda|code|nyckel)$/.test(word)) return true;
  return /.(?:nr|nummer|nummeret|numret|nummern|number)$/.test(word) && !beginsWithAny(word, reachedStems);
}

const isOrdinaryWord = (word) => ordinaryWords.has(word) || beginsWithAny(word, ordinaryStems) || isNumberedWord(word);
const isGoodsWord = (word) => thingWords.has(word) || beginsWithAny(word, thingStems);
const isThingWord = (word) => isGoodsWord(word) || (isNumberedWord(word) && !beginsWithAny(word, personStems));
const isBareNumber = (word) => ["nummer", "nr", "numret", "nummeret", "number"].includes(word);
const wordsIn = (text) => text.match(/[A-Za-z0-9]+/g) ?? [];
const small = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
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

const before = (plain, begin) => lastSentence(plain.slice(Math.max(0, begin - reach), begin));

/** "Dnr BUN", "mål nr T", "ISBN-10": a board, a kind or a length, between the word and its number. */
function isMark(word) {
  if (small(word) === "id") return true;
  return /^[0-9]{1,3}$/.test(word) || (/^[A-Z]{1,5}$/.test(word) && !isPhoneWord(small(word)));
}

/** The word that the number belongs to: "ärende nr 5…", "sak: 5…". */
function isNumberedThing(sentence, isNamedSo) {
  if (/s\/n[^a-z0-9]*$/i.test(sentence)) return true;
  for (const [back, written] of wordsIn(sentence).slice(-4).reverse().entries()) {
    const word = small(written);
    if (isNamedSo(word) && word !== "nr" && !(back === 0 && whoItIs.has(word))) return true;
    if (!fillers.has(word) && !isMark(written)) return false;
  }
  return false;
}

/** "SE28759366", "watch?v=28759366": capitals that stand against it belong to it, and so does what an address calls it. */
function isMarked(sentence) {
  const written = wordsIn(sentence).at(-1) ?? "";
  const word = small(written);
  if (sentence.endsWith("=")) return /[a-z]/.test(word) && !isPhoneWord(word);
  if (!/[A-Z]$/.test(sentence) || !/^[A-Z]{1,3}$/.test(written)) return false;
  return !isPhoneWord(word) && !fillers.has(word) && word !== "nr";
}

const saidOfPeople = (word) => (people.has(word) ? "person" : pronouns.has(word) ? "somebody" : "unknown");

/** What the sentence before it says of a number. */
function saidIn(sentence) {
  const words = wordsIn(small(sentence)).slice(-wordsBefore);
  for (let at = words.length - 1; at >= 0; --at) {
    const next = words[at + 1] ?? "";
    const isAbout = next === "om" && !whoRings.has(words[at + 2] ?? "");
    if (isPhoneWord(words[at]) && !isAbout) return "phone";
    if (isBareNumber(next) && whoseNumber.has(words[at])) return "phone";
    if (["til", "till"].includes(next) && ["melding", "meddelande"].includes(words[at])) return "phone";
  }
  return together(...words.map(saidOfPeople));
}

export const isMoney = (plain, end) => isSumAfter(plain.slice(end, end + reach));

/** Of goods, parcels, payments and meters alone, which no number of a person is ever called. */
export const namesGoods = (plain, begin) => isNumberedThing(before(plain, begin), isGoodsWord);

/** The word before `begin` names a thing that has numbers as long as phones and cards: "serienr 0701234567". */
export function namesThing(plain, begin) {
  const sentence = before(plain, begin);
  return (!/[a-z0-9]$/i.test(sentence) && isNumberedThing(sentence, isThingWord)) || isMarked(sentence);
}

/** One of the words before `begin` is an office: "växeln 060-19 10 00". */
export const namesOffice = (plain, begin) => wordsIn(small(before(plain, begin))).slice(-4).some((word) =>
  beginsWithAny(word, officeStems));

export function saidBefore(plain, begin) {
  const sentence = before(plain, begin);
  return isNumberedThing(sentence, isOrdinaryWord) || isMarked(sentence) ? "ordinary" : saidIn(sentence);
}

export function saidBehind(plain, end) {
  const after = plain.slice(end, end + reach);
  if (isSumAfter(after)) return "ordinary";
  const words = wordsIn(small(/^[^\n.!?;]*/.exec(after)[0])).slice(0, wordsAfter);
  if (words.some(isPhoneWord)) return "phone";
  return together(...words.map(saidOfPeople));
}

export const together = (...said) => ["ordinary", "phone", "person", "somebody"].find((kind) => said.includes(kind)) ?? "unknown";

/** "unknown", "phone", "person", "somebody" or "ordinary", of the number from `begin` to `end`. */
export const kindOfNumber = (plain, begin, end) => together(saidBefore(plain, begin), saidBehind(plain, end));

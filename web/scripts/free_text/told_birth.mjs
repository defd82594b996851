// A date of birth, and in words behind it the last figures of the number: src/platform/personal/told_birth.cpp.
// "född 9 juli 1985, sista fyra 9805", "850709 med sista 9805", "sista fyra 9805, född 850709".
import { digitsOf } from "./digits.mjs";
import { monthOf } from "./number_spelling.mjs";
import { holdsPersonalNumber } from "./personal_number.mjs";
import { isDigit, isLetter } from "./plain.mjs";
import { wordsOf } from "./readings.mjs";

// What may stand between, whatever the figures look like. Letters beside a-z are "x": "på" → "px".
const joining = new Set(["sista", "siste", "sist", "last", "fyra", "fire", "four", "fem", "siffror", "siffrorna", "siffer", "sifre",
  "sifrene", "sifra", "tal", "tall", "och", "og", "samt", "med", "av", "de", "dei", "den", "det", "xr", "er", "slutar", "slutter",
  "sluttar", "px", "pa", "avslutas", "avsluttes", "ender", "endar", "sen", "sedan", "sx", "dxrefter", "deretter", "etterfulgt",
  "efterfxljt", "fxljt", "fulgt", "plus", "pluss", "resten", "kontrollsiffror", "kontrollsiffrorna", "kontrollsiffer",
  "personnummer", "personnumret", "personnummeret", "personnr", "pnr", "fxdselsnummer", "fxdselsnummeret", "fnr", "nummer", "nr",
  "nummret", "numret", "nummeret", "slutet", "slutten", "slut", "slutt", "streck", "strek", "bindestreck", "bindestrek", "fxdd",
  "fxdt", "fxdelsedatum", "fxdselsdato", "hon", "han", "hun", "hennes", "hans", "mitt", "sitt", "blir", "and", "the", "digits", "x",
  "xx", "i"]);
const naming = ["sista", "siste", "last", "fxdd", "fxdt", "slutar", "slutter", "personnummer", "kontrollsiffror", "kontrollsiffer"];
// Then the figures are of something else.
const other = new Set(["kl", "klockan", "klokka", "klokken", "kr", "kronor", "kroner", "rum", "rom", "sal", "buss", "bussen", "linje", "blankett",
  "skjema", "xr", "till", "til", "postnr", "xrende", "sak", "dnr", "nr", "tim", "st", "stk", "modell", "sida", "side", "version", "kod",
  "kode", "faktura", "order", "bord", "m", "km", "kg",
  "vecka", "uke"]);
const longestBetween = 48, mostOther = 3;

const digitsFrom = (text, at) => /^\d*/.exec(text.slice(at, at + 12))[0];
const twoOf = (digits) => digits.padStart(2, "0").slice(-2);

/** Day, month and year of the three parts, in the orders that fit. */
function orders(first, second, third) {
  const fits = (day, month, year) => day.length <= 2 && month.length <= 2 && Number(month) >= 1 && Number(month) <= 12 &&
    (year.length === 2 || year.length === 4) && Number(day) >= 1 && Number(day) <= 91;
  const found = [];
  if (fits(third, second, first)) found.push({ day: twoOf(third), month: twoOf(second), year: first });
  if (fits(first, second, third)) found.push({ day: twoOf(first), month: twoOf(second), year: third });
  return found;
}

/** "850709", "19850709", "090785", "09071985" */
function ordersOfOne(digits) {
  const cut = (...sizes) => orders(digits.slice(0, sizes[0]), digits.slice(sizes[0], sizes[0] + sizes[1]), digits.slice(sizes[0] + sizes[1]));
  if (digits.length === 6) return cut(2, 2);
  return digits.length === 8 ? [...cut(4, 2), ...cut(2, 2)] : [];
}

function pastSigns(text, at, signs, most) {
  let past = at;
  while (past < text.length && past - at < most && signs.includes(text[past])) ++past;
  return past;
}

/** " juli " behind the day: where the year begins. */
function monthAt(text, at) {
  let begin = pastSigns(text, at, ".: ", 2);
  let end = begin;
  while (end < text.length && isLetter(text[end])) ++end;
  // "9:e juli", "9e juli"
  if (["e", "a", "de", "te"].includes(text.slice(begin, end))) {
    begin = pastSigns(text, end, " ", 1);
    end = begin;
    while (end < text.length && isLetter(text[end])) ++end;
  }
  const month = monthOf(text.slice(begin, end));
  return month > 0 ? { month: String(month), year: pastSigns(text, end, " .,-'", 2) } : null;
}

/** "77 0 8 19": figures in parts, as they are said. */
function spreadDateAt(text, at) {
  let figures = "", end = at;
  for (let here = at; here < text.length; ++here) {
    if (isDigit(text[here])) figures += text[here];
    else if (!(" -./".includes(text[here]) && isDigit(text[here + 1] ?? "|"))) break;
    if (isDigit(text[here])) end = here + 1;
    if (figures.length > 8) return { orders: [], end, isNamed: false };
  }
  return { orders: ordersOfOne(figures), end, isNamed: false };
}

/** The dates that begin here: {orders, end, isNamed}. */
function dateAt(text, at) {
  const first = digitsFrom(text, at);
  const end = at + first.length;
  if (first.length > 4) return { orders: ordersOfOne(first), end, isNamed: false };
  const named = monthAt(text, end);
  if (named) {
    const year = digitsFrom(text, named.year);
    return { orders: orders(first, named.month, year).filter(({ day }) => day === twoOf(first)), end: named.year + year.length, isNamed: true };
  }
  const at2 = pastSigns(text, end, " -./", 2), second = digitsFrom(text, at2);
  const at3 = pastSigns(text, at2 + second.length, " -./", 2), third = digitsFrom(text, at3);
  if (at2 === end || second === "" || at3 === at2 + second.length || third === "") return spreadDateAt(text, at);
  const found = orders(first, second, third);
  return found.length > 0 ? { orders: found, end: at3 + third.length, isNamed: false } : spreadDateAt(text, at);
}

/** "9805", "98 05", "9 8 0 5", "123 45": the figures that begin here and where they end; "" where they are too many. */
function lastFigures(text, at) {
  let figures = "", end = at;
  for (let here = at; here < text.length; ++here) {
    if (isDigit(text[here])) figures += text[here];
    else if (!(" -".includes(text[here]) && isDigit(text[here + 1] ?? "|"))) break;
    if (isDigit(text[here])) end = here + 1;
    if (figures.length > 5) return { figures: "", end };
  }
  return { figures: figures.length >= 4 ? figures : "", end };
}

const isYearOfNow = (year) => Number(year.slice(-2)) >= 20 && Number(year.slice(-2)) <= 39 && (year.length === 2 || year.startsWith("20"));

function mayBeOther(figures) {
  const isClock = figures.length === 4 && Number(figures.slice(0, 2)) <= 24 && Number(figures.slice(2)) < 60;
  return isClock || (figures.length === 4 && Number(figures) >= 1900 && Number(figures) <= 2099);
}

const isNumber = ({ day, month, year }, figures) => holdsPersonalNumber(digitsOf(
  figures.length === 5 ? day + month + year.slice(-2) + figures : year.slice(-2) + month + day + figures));

/** What the words between say: "joins", "may" join, or "no". */
function kindOfBetween(between) {
  if (between.length > longestBetween) return "no";
  const words = between.toLowerCase().match(/[a-z]+/g) ?? [];
  if (words.every((word) => joining.has(word))) return words.length > 0 ? "joins" : "signs";
  if (words.some((word) => other.has(word)) || /[.!?;\n]/.test(between)) return "no";
  return words.filter((word) => !joining.has(word)).length <= mostOther ? "may" : "no";
}

const isBegin = (text, at) => isDigit(text[at]) && (at === 0 || !(isDigit(text[at - 1]) || isLetter(text[at - 1])));

function nextDigit(text, at) {
  let next = at;
  while (next < text.length && !isDigit(text[next])) ++next;
  return next;
}

function isToldForward(text, at) {
  const date = dateAt(text, at);
  if (date.orders.length === 0) return false;
  const begin = nextDigit(text, date.end);
  const { figures } = lastFigures(text, begin);
  if (figures === "" || begin === date.end) return false;
  const between = text.slice(date.end, begin);
  const kind = kindOfBetween(between);
  if (kind === "no" || (kind === "signs" && !date.isNamed)) return false;
  const says = naming.some((word) => between.toLowerCase().includes(word));
  return date.orders.some((order) => {
    if (!says && mayBeOther(figures) && (kind !== "joins" || isYearOfNow(order.year))) return false;
    return (kind !== "may" || !isYearOfNow(order.year)) && isNumber(order, figures);
  });
}

/** "sista fyra 9805, född 850709" */
function isToldBackward(text, at) {
  const { figures, end } = lastFigures(text, at);
  const begin = nextDigit(text, end);
  if (figures === "" || begin === text.length) return false;
  const between = text.slice(end, begin).toLowerCase();
  const says = kindOfBetween(between) === "joins" && naming.some((word) => between.includes(word));
  const told = says || (kindOfBetween(between) !== "no" && /(?:sista|siste)[^0-9]{0,24}$/.test(text.slice(Math.max(0, at - 34), at).toLowerCase()));
  return told && dateAt(text, begin).orders.some((order) => isNumber(order, figures));
}

/** Without the number in "sista 4" and "5 siste", which counts figures and is none of them. Of the same length. */
function withoutCounts(text) {
  const words = wordsOf(text);
  const wordAt = (i) => (words[i] ? text.slice(words[i].begin, words[i].end) : "");
  const isLast = (i) => ["sista", "siste", "last"].includes(wordAt(i));
  const made = [...text];
  words.forEach(({ begin }, i) => {
    if (["4", "5"].includes(wordAt(i)) && (isLast(i - 1) || isLast(i + 1))) made[begin] = " ";
  });
  return made.join("");
}

export function holdsToldBirth(plain) {
  const text = withoutCounts(plain.toLowerCase());
  for (let at = 0; at < text.length; ++at) {
    if (isBegin(text, at) && (isToldForward(text, at) || isToldBackward(text, at))) return true;
  }
  return false;
}

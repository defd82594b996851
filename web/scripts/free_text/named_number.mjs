// Numbers that the words beside them call a personal, an account or a card number: src/platform/personal/named_number.cpp.
import { digitsOf } from "./digits.mjs";
import { holdsPersonalNumber } from "./personal_number.mjs";

// Letters beside a-z are "x" in plain text: "fødselsnr" → "fxdselsnr".
const personalNames = ["pers nr", "pers nummer", "fxdsels nummer", "sam nr", "pnr", "persnr", "personnr", "personnummer",
  "personnummeret", "personnumret", "person nr", "person nummer", "fnr", "fxdselsnr", "fxdselsnummer", "fxdselsnummeret",
  "fxdselnummer", "fxdselsnummar", "fxdselsnummaret", "fxdsels nr", "fxdselenr", "fxdelsenummer", "fxdelsenr",
  "samordningsnummer", "samordningsnr", "ssn", "d nummer", "personal number", "personal no", "social security number",
  "identity number", "national id", "personal id", "birth number"];
const accountNames = ["kontonr", "konto nr", "kontonummer", "konto nummer", "kontonummeret", "kontonumret", "kontonummret",
  "kontonummar", "kontonummaret", "bankkonto", "bankkontot", "bankkontoen", "bankkontonr", "bankkontonummer", "clearing",
  "clearingnr", "clearingnummer", "account number", "account no", "bank account", "bank konto"];
const cardNames = ["kortnr", "kort nr", "kortnummer", "kortnummeret", "kortnumret", "bankkort", "bankkortnr", "card number",
  "card no", "bankkortnummer"];
// Of goods, books, phones, payments and parcels: their check digits fit a card's, often or always.
const otherNames = ["ean", "ean kod", "ean kode", "gtin", "isbn", "imei", "ocr", "kid", "streckkod", "streckkoden", "strekkode",
  "strekkoden", "barcode", "sscc", "kolli", "kollinr", "kollinummer", "kolli id", "sporing", "sporingsnr", "sporingsnummer",
  "tracking", "ocr nr", "kid nr", "serienummer", "serienr", "fakturanummer", "fakturanr"];
const smallWords = new Set(["nr", "nummer", "number", "no", "num", "xr", "er", "is", "var", "was", "mitt", "sitt", "my", "his",
  "her", "hennes", "hans", "med", "pa", "the", "a", "som"]);

/** The check digit of Norwegian accounts. */
export function passesModulus11(eleven) {
  const sum = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1].reduce((all, weight, at) => all + weight * Number(eleven[at]), 0);
  return sum % 11 === 0;
}

function togetherFrom(digits, at) {
  let end = at + 1;
  while (end < digits.length && digits[end].gap === "") ++end;
  return end - at;
}

/** "8327-9, 123 456 789-0" is one number; a comma or a colon before one or two digits tells a list, a price or a time. */
function goesOn(digits, at) {
  const { gap } = digits[at];
  if (["", " ", "-", ".", "/", "+"].includes(gap)) return true;
  return [",", ":", "_", "'", "*", "(", ")"].includes(gap) && togetherFrom(digits, at) >= 3;
}

function runsOf(digits) {
  const runs = [];
  for (let from = 0; from < digits.length;) {
    let to = from + 1;
    while (to < digits.length && goesOn(digits, to)) ++to;
    runs.push({ digits: digits.slice(from, to), begin: digits[from].position, end: digits[to - 1].position + 1 });
    from = to;
  }
  return runs;
}

const wordsBeside = (text) => text.toLowerCase().replace(/[^a-z]+/g, " ").replace(/^ /, "").replace(/ $/, "");
const lookedAt = 40;

function wordsAheadOf(plain, begin) {
  const text = plain.slice(Math.max(0, begin - lookedAt), begin);
  return wordsBeside(text.slice(text.search(/[0-9\n][^0-9\n]*$/) + 1));
}

const wordsFollowing = (plain, end) => wordsBeside(/^[^0-9\n.;,]*/.exec(plain.slice(end, end + lookedAt))[0]);

function endsWithName(words, names) {
  for (let skipped = 0; skipped < 4; ++skipped) {
    if (names.some((name) => words === name || words.endsWith(` ${name}`))) return true;
    const space = words.lastIndexOf(" ");
    if (space < 0 || !smallWords.has(words.slice(space + 1))) return false;
    words = words.slice(0, space);
  }
  return false;
}

function beginsWithName(words, names) {
  for (let skipped = 0; skipped < 4; ++skipped) {
    if (names.some((name) => words === name || words.startsWith(`${name} `))) return true;
    const space = words.indexOf(" ");
    if (space < 0 || !smallWords.has(words.slice(0, space))) return false;
    words = words.slice(space + 1);
  }
  return false;
}

/** 2026-11-26 */
function isWrittenDate({ digits }) {
  if (digits.length !== 8 || digits[4].gap === "" || digits[6].gap === "") return false;
  return ["19", "20"].includes(digits[0].value + digits[1].value);
}

const anyNamed = (plain, digits, names, least, most) => runsOf(digits).some((run) =>
  run.digits.length >= least && run.digits.length <= most && !isWrittenDate(run) &&
  (endsWithName(wordsAheadOf(plain, run.begin), names) || beginsWithName(wordsFollowing(plain, run.end), names)));

/** "8601 11 17947" */
function isInAccountShape({ digits }) {
  if (digits.length !== 11) return false;
  for (let at = 1; at < 11; ++at) if ((at === 4 || at === 6) === (digits[at].gap === "")) return false;
  return digits[4].gap === digits[6].gap;
}

/** "86011117947" */
const isUnbrokenAccount = ({ digits }) => digits.length === 11 && togetherFrom(digits, 0) === 11 &&
  passesModulus11(digits.map((digit) => digit.value));

/** "8327-9,1234567890", "6789 123 456 789" */
function isInClearingShape({ digits }) {
  if (digits.length < 11 || digits.length > 15 || togetherFrom(digits, 0) !== 4) return false;
  // "konto 3010 4010 5010": accounts of the books
  const isRowOfFours = digits.length === 12 && togetherFrom(digits, 4) === 4;
  return !isRowOfFours && !(togetherFrom(digits, 4) === 2 && digits[6].gap !== "");
}

/** "1234 5678 9012 3456": four groups of four, or all together. */
function isInCardShape({ digits }) {
  if (digits.length !== 16) return false;
  if (togetherFrom(digits, 0) === 16) return true;
  return [0, 4, 8, 12].every((at) => togetherFrom(digits, at) === 4);
}

function spelledParts(digits) {
  const parts = [];
  for (const digit of digits) {
    if (!parts.length || digit.gap !== "") parts.push({ digits: "", gap: digit.gap });
    parts.at(-1).digits += digit.value;
  }
  return parts;
}

const mayBeClock = (four) => four.length === 4 && Number(four.slice(0, 2)) < 24 && Number(four.slice(2)) < 60;

function isYearOfMeetings(year) {
  const two = Number(year.slice(-2));
  return two >= 20 && two <= 39 && (year.length === 2 || year.startsWith("20"));
}

function isSpelledBirth(four) {
  const [day, month, year, last] = four.map((part) => part.digits);
  if (day.length > 2 || month.length > 2 || (year.length !== 2 && year.length !== 4)) return false;
  if (last.length !== 4 && last.length !== 5) return false;
  const isWrittenSo = four[1].gap.length === 1 && "/.-".includes(four[1].gap);
  if (!isWrittenSo || four[2].gap === "|" || four[3].gap === "|" || four[3].gap === "\n") return false;
  if (mayBeClock(last) && isYearOfMeetings(year)) return false;
  const short = year.slice(-2);
  const number = last.length === 5 ? day.padStart(2, "0") + month.padStart(2, "0") + short + last
    : short + month.padStart(2, "0") + day.padStart(2, "0") + last;
  return holdsPersonalNumber(digitsOf(number));
}

/** The word before it says that it is a number of something else. */
export const namesOtherThing = (plain, begin) => endsWithName(wordsAheadOf(plain, begin), otherNames);

export const namesPersonalNumber = (plain, digits) => anyNamed(plain, digits, personalNames, 10, 12);

/** "12/3-85 1231": a date of birth as it is said, with the last figures behind it. */
export function holdsSpelledBirthNumber(digits) {
  const parts = spelledParts(digits);
  for (let from = 0; from + 4 <= parts.length; ++from) if (isSpelledBirth(parts.slice(from, from + 4))) return true;
  return false;
}

export function namesAccountNumber(plain, digits) {
  if (anyNamed(plain, digits, accountNames, 7, 20)) return true;
  const tellsClearing = plain.includes("learing") || plain.includes("LEARING");
  return runsOf(digits).some((run) =>
    (isInAccountShape(run) || isUnbrokenAccount(run) || isInClearingShape(run) || (tellsClearing && run.digits.length >= 7)) &&
    endsWithName(wordsAheadOf(plain, run.begin), ["konto", "kontoen", "kontot", "account"]));
}

export function namesCardNumber(plain, digits) {
  if (anyNamed(plain, digits, cardNames, 14, 19)) return true;
  return runsOf(digits).some((run) =>
    isInCardShape(run) && endsWithName(wordsAheadOf(plain, run.begin), ["kort", "kortet", "bankkortet", "card"]));
}

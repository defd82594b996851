// What a free text may not hold, and what it may: the same as src/platform/personal/personal_data.cpp, so that a browser refuses
// before anything is kept and the server says the same. tests/free_text/cases.txt holds both to it.
import { holdsCardNumber, holdsIban, holdsNorwegianAccount } from "./card_number.mjs";
import { digitsOf, withoutHarmlessNumbers } from "./digits.mjs";
import { holdsCutEmail, holdsEmail } from "./email_address.mjs";
import { holdsSpelledBirthNumber, namesAccountNumber, namesCardNumber, namesPersonalNumber } from "./named_number.mjs";
import { dayOfOrdinal, figuresOfWord, monthOf } from "./number_spelling.mjs";
import { namesPassportNumber } from "./passport_number.mjs";
import { holdsPersonName } from "./person_name.mjs";
import { holdsInterimNumber, holdsPersonalNumber } from "./personal_number.mjs";
import { isPhoneOverLines, isSpreadPhone, phoneSign, sign } from "./phone_number.mjs";
import { isDigit, plain } from "./plain.mjs";
import { withLettersAsFigures, withLinesAsSpaces, withSignsAsHyphens, withWordsAsFigures } from "./readings.mjs";
import { holdsSpelledPhone } from "./spelled_phone.mjs";
import { holdsStreetAddress } from "./street_address.mjs";
import { holdsToldBirth } from "./told_birth.mjs";

const holdsAnyPersonalNumber = (read, digits) => holdsPersonalNumber(digits) || holdsInterimNumber(read) ||
  holdsSpelledBirthNumber(digits) || namesPersonalNumber(read, digits) || namesPassportNumber(read);

/** As it stands. */
function kindAsWritten(read) {
  const digits = digitsOf(read);
  if (holdsAnyPersonalNumber(read, digits)) return "personal_number";
  if (holdsCardNumber(read, digits) || namesCardNumber(read, digits)) return "card_number";
  if (holdsIban(read) || holdsNorwegianAccount(read, digits) || namesAccountNumber(read, digits)) return "account_number";
  if (holdsEmail(read)) return "email";
  return phoneSign(read, digits) === sign.certain ? "phone_number" : "none";
}

/** With letters and words in place of figures, and signs and words between them. */
function kindAsMeant(asWritten) {
  const lettered = withLettersAsFigures(asWritten);
  const worded = withoutHarmlessNumbers(withWordsAsFigures(lettered));
  const joined = withSignsAsHyphens(worded);
  const isBirth = holdsToldBirth(lettered) || (worded !== lettered && holdsToldBirth(worded));
  const digits = digitsOf(worded);
  const digitsJoined = joined === worded ? digits : digitsOf(joined);
  if (isBirth || holdsAnyPersonalNumber(worded, digits) || holdsAnyPersonalNumber(joined, digitsJoined)) return "personal_number";
  if (holdsCardNumber(worded, digits) || holdsCardNumber(joined, digitsJoined)) return "card_number";
  if (phoneSign(worded, digits) === sign.certain || isSpreadPhone(joined, digitsJoined)) return "phone_number";
  return "none";
}

/** With numbers that go on over the end of a line. */
function kindOverLines(read) {
  const lined = withLinesAsSpaces(read);
  if (lined === read) return "none";
  const digits = digitsOf(lined);
  if (holdsAnyPersonalNumber(lined, digits)) return "personal_number";
  if (holdsCardNumber(lined, digits) || namesCardNumber(lined, digits)) return "card_number";
  if (holdsNorwegianAccount(lined, digits) || namesAccountNumber(lined, digits)) return "account_number";
  return isPhoneOverLines(lined, digits) ? "phone_number" : "none";
}

/** "personal_number", "card_number", "account_number", "email", "phone_number", or "none". */
export function kindOf(text) {
  const read = withoutHarmlessNumbers(plain(text));
  let kind = kindAsWritten(read);
  if (kind === "none") kind = kindAsMeant(read);
  return kind === "none" ? kindOverLines(read) : kind;
}

/** "phone_number", "email", "name", "address": what may be personal and may be ordinary. */
export function doubtsAbout(text) {
  const doubts = [];
  const read = withoutHarmlessNumbers(plain(text));
  if (phoneSign(read, digitsOf(read)) === sign.maybe || holdsSpelledPhone(read)) doubts.push("phone_number");
  if (!holdsEmail(read) && holdsCutEmail(read)) doubts.push("email");
  if (holdsPersonName(text)) doubts.push("name");
  if (holdsStreetAddress(text)) doubts.push("address");
  return doubts;
}

const isInWord = (c) => c !== undefined && /[\p{L}\p{N}]/u.test(c);

/** " 67" */
const belongsTo = (all, at) => " -.".includes(all[at] ?? "|") && isDigit(all[at + 1] ?? "") && isDigit(all[at + 2] ?? "") &&
  !isInWord(all[at + 3]);

const isBetween = (c) => c !== undefined && "._-+".includes(c);
const isOfAddress = (c) => isInWord(c) || isBetween(c);

/** "berg@gmail" → "anna.berg@gmail.com": from the first character to the one behind the last. */
function wholeAddress(all, from, to) {
  while (from > 0 && isOfAddress(all[from - 1])) --from;
  while (to < all.length && isOfAddress(all[to])) ++to;
  while (from + 1 < to && isBetween(all[from])) ++from;
  while (to > from + 1 && isBetween(all[to - 1])) --to;
  return [from, to];
}

const hasFigures = (letters) => /[0-9]/.test(plain(letters.join("")));

/** A word that stands for no figure: it says what the number beside it is. */
function isMereWord(letters) {
  const word = letters.map((letter) => plain(letter)).join("").toLowerCase();
  return word.length > 1 && !/[0-9]/.test(word) && figuresOfWord(word) === "" && dayOfOrdinal(word) === "" && monthOf(word) === 0;
}

/** "ring 47901234" → "47901234": without the words around that say what it is. */
function numberAlone(all, from, to) {
  while (!"+(".includes(all[from])) {
    let end = from;
    while (end < to && isInWord(all[end])) ++end;
    if ((end > from && !isMereWord(all.slice(from, end))) || !hasFigures(all.slice(end, to))) break;
    from = end > from ? end : from + 1;
  }
  for (;;) {
    let begin = to;
    while (begin > from && isInWord(all[begin - 1])) --begin;
    if ((begin < to && !isMereWord(all.slice(begin, to))) || !hasFigures(all.slice(from, begin))) break;
    to = begin < to ? begin : to - 1;
  }
  return [from, to];
}

/** {kind, from, to}: the whole address, the number alone, in characters from 1; null where there is nothing. */
export function find(text) {
  const kind = kindOf(text);
  if (kind === "none") return null;
  const all = [...text];
  const isWhole = (at) => !(isInWord(all[at - 1]) && isInWord(all[at]));
  const holds = (from, to) => kindOf(all.slice(from, to).join("")) === kind;
  let to = 1;
  while (to < all.length && !(isWhole(to) && holds(0, to))) ++to;
  let from = to - 1;
  while (from > 0 && !(isWhole(from) && holds(from, to))) --from;
  // The last figures too: "070-123 45" would do, and "67" belongs to it.
  while (isDigit(all[to - 1]) && belongsTo(all, to)) to += 3;
  [from, to] = kind === "email" ? wholeAddress(all, from, to) : numberAlone(all, from, to);
  return { kind, from: from + 1, to };
}

// Numbers of cards and IBANs: src/platform/personal/account_number.cpp.
import { namesOtherThing, passesModulus11 } from "./named_number.mjs";
import { kindOfNumber, namesThing } from "./number_words.mjs";
import { isLetter, isWord } from "./plain.mjs";

const shapes = [["4444", 16], ["88", 16], ["465", 15], ["4443", 15], ["A5", 15], ["464", 14], ["4442", 14], ["44443", 19], ["6D", 19],
  ["4446", 18], ["4445", 17], ["4333", 13], ["445", 13],
  ["", 16], ["", 15], ["", 14], ["", 19]];   // the last ones however somebody groups them
const lengthOfGroup = (group) => parseInt(group, 16);

function hasKnownBeginning(card) {
  const two = Number(card.slice(0, 2));
  const four = Number(card.slice(0, 4));
  if (card.length === 13) return card[0] === "4";
  if (card.length === 15) return two === 34 || two === 37;
  if (card.length === 14) return two === 36 || two === 38 || two === 39 || (four >= 3000 && four <= 3059);
  const isSixteen = card.length === 16;
  const isMastercard = isSixteen && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
  const isOfCountry = (four >= 2200 && four <= 2204) || four === 8600 || four === 9792 || four === 9860 || two === 81;
  const isOther = isSixteen && ((four >= 3528 && four <= 3589) || isOfCountry);
  return card[0] === "4" || isMastercard || isOther || two === 50 || (two >= 56 && two <= 58) || card[0] === "6";
}

function passesCheck(card) {
  let sum = 0;
  for (let back = 0; back < card.length; ++back) {
    const digit = Number(card[card.length - 1 - back]) * (back % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** All together, each digit apart, or a gap of one kind before every group but the first. */
function isGrouped(card, groups) {
  let next = lengthOfGroup(groups[0]);
  let group = 1;
  if (card.slice(1).every((digit) => digit.gap === "")) return true;
  const gap = card[next].gap;
  if (gap !== "|" && card.slice(1).every((digit) => digit.gap === gap)) return true;
  if (gap.length !== 1 || !" -./_,:*\n".includes(gap)) return false;
  for (let at = 1; at < card.length; ++at) {
    if (card[at].gap !== (at === next ? gap : "")) return false;
    if (at === next && group < groups.length) next += lengthOfGroup(groups[group++]);
  }
  return true;
}

/**
 * "4242 4242 42424242": groups of two digits or more, three on an average, with one sign between them (spaces and hyphens
 * together where all groups are long), and no part of a row that began before.
 */
function isGroupedOtherwise(card) {
  const begins = card.map((digit, at) => ({ at, gap: digit.gap })).filter(({ at, gap }) => at > 0 && gap !== "");
  const gaps = begins.map(({ gap }) => gap);
  if (!gaps.every((gap) => gap.length === 1 && " -./_".includes(gap))) return false;
  const edges = [0, ...begins.map(({ at }) => at), card.length];
  const shortest = Math.min(...edges.slice(1).map((edge, i) => edge - edges[i]));
  if (shortest < 2 || (gaps.length + 1) * 3 > card.length || card[0].gap === (gaps[0] ?? "")) return false;
  return gaps.every((gap) => gap === gaps[0]) || (shortest >= 4 && gaps.every((gap) => " -".includes(gap)));
}

/** Sixteen digits of a bank that no list has, where nothing around them says that they are of something else. */
function mayBeCard(plain, card, window) {
  if (card.length !== 16 || /^(?:0|19|20)/.test(card) || /^(.)\1*$/.test(card)) return false;
  return kindOfNumber(plain, window[0].position, window.at(-1).position + 1) !== "ordinary";
}

function isCard(plain, digits, from, [groups, length]) {
  const end = from + length;
  if (end > digits.length || digits[from].gap === "" || (end < digits.length && digits[end].gap === "")) return false;
  const window = digits.slice(from, end);
  const isAnyShape = groups === "";
  if (isAnyShape && isLetter(plain[window[0].position - 1])) return false;     // "DK56 …" is an IBAN
  if (isAnyShape ? !isGroupedOtherwise(window) : !isGrouped(window, groups)) return false;
  const card = window.map((digit) => digit.value).join("");
  const { position } = window[0];
  const isUnbroken = window.at(-1).position + 1 - position === window.length;
  return passesCheck(card) && !namesOtherThing(plain, position) && !(isUnbroken && namesThing(plain, position)) &&
    (hasKnownBeginning(card) || (!isAnyShape && mayBeCard(plain, card, window)));
}

export function holdsCardNumber(plain, digits) {
  for (let from = 0; from + 13 <= digits.length; ++from) {
    if (shapes.some((shape) => isCard(plain, digits, from, shape))) return true;
  }
  return false;
}

const countries = { SE: 24, NO: 15, DK: 18, FI: 18, IS: 26, DE: 22, GB: 22, PL: 28, EE: 20, LV: 21, LT: 20, NL: 18, BE: 16, FR: 27,
  ES: 24, PT: 25, IT: 27, AT: 20, CH: 21, IE: 22, LU: 20, CZ: 24, SK: 24, HU: 28, RO: 24, BG: 22, HR: 21, SI: 19, GR: 27, CY: 28,
  MT: 31, TR: 26, UA: 29, BA: 20, RS: 22, MK: 19, AL: 28 };

function passesModulus97(iban) {
  let rest = 0;
  for (const c of iban.slice(4) + iban.slice(0, 4)) {
    rest = isLetter(c) ? (rest * 100 + c.charCodeAt(0) - 55) % 97 : (rest * 10 + Number(c)) % 97;
  }
  return rest === 1;
}

function lettersFrom(plain, at, length) {
  let found = "";
  for (; at < plain.length && found.length < length; ++at) {
    const isSign = " -./_\n".includes(plain[at]);
    if (!isWord(plain[at]) && (!isSign || !isWord(plain[at - 1]))) return "";
    if (!isSign) found += plain[at].toUpperCase();
  }
  return found.length === length && (at === plain.length || !isWord(plain[at])) ? found : "";
}

/** "8601.11.17947", with the right check digit, and no part of a longer row of numbers. */
export function holdsNorwegianAccount(plain, digits) {
  for (let from = 0; from + 11 <= digits.length; ++from) {
    const { gap } = digits[from + 4];
    const after = digits[from + 11];
    if (![".", " ", "-"].includes(gap) || digits[from].gap === "" || digits[from].gap === gap) continue;
    if (after && (after.gap === "" || after.gap === gap)) continue;
    const window = digits.slice(from, from + 11);
    if (!window.every((digit, at) => at === 0 || digit.gap === (at === 4 || at === 6 ? gap : ""))) continue;
    if (passesModulus11(window.map((digit) => digit.value)) && !namesOtherThing(plain, window[0].position)) return true;
  }
  return false;
}

/** "SE35 5000 0000 0549 1000 0003": of a country that has them, its length, the right check digits. */
export function holdsIban(plain) {
  for (let at = 0; at + 15 <= plain.length; ++at) {
    const begins = (at === 0 || !isWord(plain[at - 1])) && /^[A-Za-z]{2}\d$/.test(plain.slice(at, at + 3));
    const length = begins ? countries[plain.slice(at, at + 2).toUpperCase()] : undefined;
    if (length === undefined) continue;
    const iban = lettersFrom(plain, at, length);
    if (iban && passesModulus97(iban)) return true;
  }
  return false;
}

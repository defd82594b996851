// The digits of a plain text and what stands between them; rows of digits that are nobody's number.
import { namesGoods } from "./number_words.mjs";
import { isDigit, isLetter, isWord } from "./plain.mjs";

const usual = " \n-+./_,:()'*";
const rare = ";|=~#\"\\[]";
const longest = 12;
const longestSign = 3;
const isOf = (text, signs) => [...text].every((c) => signs.includes(c));

/** What separates, without the spaces around it; "~" for a sign that seldom does; "|" where it is too long or something else. */
function gapOf(between) {
  if (between === "") return "";
  if (between.length > longest) return "|";
  const sign = between.replace(/^[ \n]+/, "").replace(/[ \n]+$/, "");
  if (sign === "") return between.includes("\n") ? "\n" : " ";
  if (sign.length > longestSign) return "|";
  if (isOf(sign, usual)) return sign;
  return isOf(sign, rare) ? "~" : "|";
}

/** [{value, position, gap}], in order. */
export function digitsOf(plain) {
  const digits = [];
  let afterLast = 0;
  for (let i = 0; i < plain.length; ++i) {
    if (!isDigit(plain[i])) continue;
    digits.push({ value: plain[i], position: i, gap: digits.length ? gapOf(plain.slice(afterLast, i)) : "|" });
    afterLast = i + 1;
  }
  return digits;
}

const versionWords = new Set(["version", "versionen", "versjon", "versjonen", "build", "firmware", "ver", "v", "programvara"]);
const clockWords = new Set(["kl", "klockan", "klokka", "klokken"]);

function smallWord(plain, at) {
  let word = "";
  while (at < plain.length && isLetter(plain[at]) && word.length < 13) word += plain[at++].toLowerCase();
  return word;
}

function pastSign(plain, at) {
  for (let i = 0; i < 3 && at < plain.length && ".: ".includes(plain[at]); ++i) ++at;
  return at;
}

/** Up to where "12.12.12-1212" goes: at least two points between digits. 0 where it is none. */
function endOfVersion(plain, begin) {
  let end = begin;
  let points = 0;
  while (end < plain.length && (isDigit(plain[end]) || ".-_".includes(plain[end]))) {
    if (plain[end] === "." && end > begin && end + 1 < plain.length && isDigit(plain[end + 1])) ++points;
    ++end;
  }
  return points >= 2 ? end : 0;
}

function twoDigitsAt(plain, at) {
  if (at + 2 > plain.length || !isDigit(plain[at]) || !isDigit(plain[at + 1])) return -1;
  if (at + 2 < plain.length && isDigit(plain[at + 2])) return -1;
  return Number(plain.slice(at, at + 2));
}

/** Up to where "10 11 12 13" goes: three hours or more, each later than the one before. */
function endOfHours(plain, begin) {
  let count = 0;
  let last = -1;
  let at = begin;
  for (;;) {
    const hour = twoDigitsAt(plain, at);
    if (hour <= last || hour > 24) return 0;
    last = hour;
    const end = at + 2;
    ++count;
    at = end;
    while (at < plain.length && at < end + 2 && " ,".includes(plain[at])) ++at;
    if (at === end || twoDigitsAt(plain, at) < 0) return count >= 3 ? end : 0;
  }
}

/** "010-123 45 67", which a personal number is never grouped like. */
function endOfServiceNumber(plain, begin) {
  const found = /^010-\d{3} \d\d \d\d(?!\d)/.exec(plain.slice(begin, begin + 14));
  return found ? begin + found[0].length : 0;
}

/** "62.3908, 17.3069": where a place is. */
function endOfPosition(plain, begin) {
  const found = /^\d{1,2}\.\d{4,8}[, ;/]{1,3}\d{1,3}\.\d{4,8}(?!\d)/.exec(plain.slice(begin, begin + 40));
  return found ? begin + found[0].length : 0;
}

/** "05 11 19 23 30 32 34": six numbers of two digits or more, each greater than the one before, with one sign between them. */
function endOfGrowingRow(plain, begin) {
  let count = 0;
  let last = -1;
  const gap = plain[begin + 2] ?? "";
  if (gap === "" || !" ,-;".includes(gap)) return 0;
  for (let at = begin; ;) {
    const value = twoDigitsAt(plain, at);
    if (value <= last) return 0;
    last = value;
    ++count;
    const end = at + 2;
    at = plain[end] === gap ? end + 1 : end;
    if (at > end && gap !== " " && plain[at] === " ") ++at;
    if (at === end || twoDigitsAt(plain, at) < 0) return count >= 6 ? end : 0;
  }
}

/** Past digits, and single hyphens and spaces between them, at most `most` of the digits. */
function endOfDigits(plain, begin, most) {
  let end = begin;
  for (let at = begin, count = 0; at < plain.length && count < most; ++at) {
    if (isDigit(plain[at])) {
      ++count;
      end = at + 1;
    } else if (at !== end || !"- ".includes(plain[at])) break;
  }
  return end;
}

/** "978-91-7000-123-4": with its check digit. */
function endOfIsbn(plain, begin) {
  if (!["978", "979"].includes(plain.slice(begin, begin + 3))) return 0;
  const end = endOfDigits(plain, begin, 13);
  const figures = [...plain.slice(begin, end)].filter(isDigit);
  const sum = figures.reduce((all, figure, at) => all + Number(figure) * (at % 2 === 0 ? 1 : 3), 0);
  return !isDigit(plain[end] ?? "") && figures.length === 13 && sum % 10 === 0 ? end : 0;
}

/** "ISBN 91-7000-123-4", "ISBN-10: 0306406152" */
function endOfNamedIsbn(plain, begin) {
  let at = plain[begin] === "-" ? begin + 1 : begin;
  if (["10", "13"].includes(plain.slice(at, at + 2))) at += 2;
  return endOfDigits(plain, pastSign(plain, at), 13);
}

/** "kollinr 8503121234": all of it together, behind the word for a thing that has such numbers. */
function endOfGoods(plain, begin) {
  const end = begin + /^[0-9]*/.exec(plain.slice(begin))[0].length;
  const goesOn = end + 1 < plain.length && " -+./".includes(plain[end]) && isDigit(plain[end + 1]);
  return end - begin >= 8 && !goesOn && namesGoods(plain, begin) ? end : 0;
}

function endOfHarmless(plain, at) {
  if (isDigit(plain[at])) {
    return Math.max(endOfServiceNumber(plain, at), endOfPosition(plain, at), endOfGrowingRow(plain, at), endOfIsbn(plain, at),
      endOfGoods(plain, at));
  }
  const word = smallWord(plain, at);
  const number = pastSign(plain, at + word.length);
  if (versionWords.has(word)) return endOfVersion(plain, number);
  if (word === "isbn") return endOfNamedIsbn(plain, at + word.length);
  return clockWords.has(word) ? endOfHours(plain, number) : 0;
}

/** Digits of versions, of hours one after the other, of books, goods and services' 010 numbers as "#". Of the same length. */
export function withoutHarmlessNumbers(plain) {
  const kept = [...plain];
  for (let at = 0; at < plain.length; ++at) {
    if ((at > 0 && isWord(plain[at - 1])) || !isWord(plain[at])) continue;
    const end = endOfHarmless(plain, at);
    for (let digit = at; digit < end; ++digit) if (isDigit(plain[digit])) kept[digit] = "#";
  }
  return kept.join("");
}

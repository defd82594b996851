// Swedish and Norwegian personal numbers: src/platform/personal/personal_number.cpp.
import { isDigit, isLetter, isWord } from "./plain.mjs";

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const number = (window, from, length) => Number(window.slice(from, from + length).map((d) => d.value).join(""));

function isDay(day, month, leapYear) {
  if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]) return false;
  return month !== 2 || day < 29 || leapYear;
}

function passesLuhn(ten) {
  let sum = 0;
  ten.forEach((digit, i) => {
    const doubled = Number(digit.value) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return sum % 10 === 0;
}

function isSwedish(window) {
  const withCentury = window.length === 12;
  const ten = window.slice(-10);
  let year = number(ten, 0, 2);
  if (withCentury) {
    const century = number(window, 0, 2);
    if (century < 18 || century > 20) return false;
    year += century * 100;
  }
  const leapYear = withCentury ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 : year % 4 === 0;
  const day = number(ten, 4, 2);
  if (!isDay(day > 60 ? day - 60 : day, number(ten, 2, 2), leapYear)) return false;
  return number(ten, 6, 3) !== 0 && passesLuhn(ten);
}

const weighed = (window, weights) => weights.reduce((sum, weight, i) => sum + Number(window[i].value) * weight, 0);
const passesModulus = (eleven) => weighed(eleven, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
  weighed(eleven, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

function isNorwegian(eleven) {
  let day = number(eleven, 0, 2);
  let month = number(eleven, 2, 2);
  if (day > 40) day -= 40;
  if (month > 80) month -= 80;
  else if (month > 65) month -= 65;
  else if (month > 40) month -= 40;
  return isDay(day, month, number(eleven, 4, 2) % 4 === 0) && passesModulus(eleven);
}

/** Of health care, for people without another number: it begins with 8 or 9 and holds no date. */
const isHealthNumber = (eleven) => eleven.every((digit, i) => i === 0 || i === 6 || digit.gap === "") &&
  eleven[0].value >= "8" && passesModulus(eleven);

function isUniform(window) {
  const gaps = new Set(window.slice(1).map((d) => d.gap).filter((gap) => gap !== ""));
  return gaps.size <= 1;
}
const hasGap = (window) => window.some((digit) => digit.gap !== "");

/** The year of 2026-11-26 behind another date. */
function beginsNextDate(serial, after) {
  if (serial.length !== 4 || !after || !["-", ".", "/"].includes(after.gap)) return false;
  const year = number(serial, 0, 4);
  return year >= 1900 && year <= 2099;
}

/** "13 06", "9 30" and "27 11": a clock time or the rest of a date; "98 76" is neither. */
const mayBeClockOrDay = (serial) => number(serial, 0, 2) <= 31 && number(serial, 2, 2) <= 59;

/**
 * "85.07.09/98.05": the end is split as its date is, behind another sign, and is neither a day nor a time; or the date is a
 * birth's, as no range of days begins.
 */
function isSplitAsItsDate(date, serial) {
  const border = serial[0].gap;
  const sign = date[date.length - 2].gap;
  if (border === sign || border.length !== 1 || !"-/+:,".includes(border)) return false;
  // "46 07.20, 17.30": a bus and its times.
  if (date[date.length - 4].gap !== sign) return false;
  if (sign.length !== 1 || serial[2].gap !== sign || hasGap([serial[1], serial[3]])) return false;
  const isOfBirth = date.length === 6 ? number(date, 0, 2) >= 40 : number(date, 0, 2) < 20;
  return isOfBirth || !mayBeClockOrDay(serial);
}

/** Five figures as nobody writes times: "10046", "100 46", and "100.46" behind a sign. */
function isSplitAsSerial(five) {
  if (hasGap([five[1], five[2], five[4]])) return false;
  const inside = five[3].gap;
  return inside === " " || (five[0].gap !== " " && inside.length === 1 && ".-/".includes(inside));
}

/** A date with a clock time or another date behind it looks like a personal number to the arithmetic one time in ten. */
function isDatesAndTimes(window, serialLength, after) {
  const serial = window.slice(-serialLength);
  if (beginsNextDate(serial, after)) return true;
  const isSpelledOut = window.every((digit) => digit.gap !== "");
  const date = window.slice(0, window.length - serialLength);
  const isVersion = window.slice(1).some((digit) => digit.gap === ".") && serial[0].gap === "";
  if ((isUniform(window) && !isVersion) || isSpelledOut) return false;
  const dateSplit = hasGap(date.slice(1));
  if (serial[0].gap === "") return true;     // a group reaches over the border
  if (hasGap(serial.slice(1))) {
    if (serialLength === 5) return !isSplitAsSerial(serial);
    if (dateSplit && isSplitAsItsDate(date, serial)) return false;
    const inside = serial[2].gap;
    if (inside === " " && !hasGap([serial[1], serial[3]])) return dateSplit && mayBeClockOrDay(serial);
    return dateSplit || inside === "." || inside === ":" || inside === "-";
  }
  return Boolean(dateSplit && after && after.gap !== "" && after.gap === date[date.length - 2].gap);
}

/** "16.11.2026 - 10.12.2026": the year of one date and the whole of the next. */
function isYearAndDate(window) {
  if (window.length !== 12 || hasGap([window[5], window[7]])) return false;
  const sign = window[6].gap;
  const isSign = sign.length === 1 && ".-/".includes(sign);
  const year = number(window, 8, 4);
  return isSign && window[0].gap === sign && window[8].gap === sign && window[4].gap !== "" && year >= 1900 && year <= 2099;
}

/** "16042023 15:45": the day of a year, and an hour. */
function isDayAndHour(window, after) {
  if (window.length !== 10 || !after || ![":", "."].includes(after.gap) || window[8].gap === "") return false;
  if (hasGap(window.slice(1, 8)) || window[9].gap !== "") return false;
  const year = number(window, 4, 4);
  return year >= 1900 && year <= 2099 && isDay(number(window, 0, 2), number(window, 2, 2), true) && number(window, 8, 2) <= 24;
}

function isPersonalNumber(digits, from, length) {
  if (from + length > digits.length) return false;
  const after = digits[from + length];
  if (digits[from].gap === "" || (after && after.gap === "")) return false;
  const window = digits.slice(from, from + length);
  if (window.slice(1).some((digit) => digit.gap === "|")) return false;
  if (length === 11 && isHealthNumber(window)) return true;
  const valid = length === 11 ? isNorwegian(window) : isSwedish(window);
  return valid && !isYearAndDate(window) && !isDayAndHour(window, after) && !isDatesAndTimes(window, length === 11 ? 5 : 4, after);
}

export function holdsPersonalNumber(digits) {
  for (let from = 0; from + 10 <= digits.length; ++from) {
    if ([10, 11, 12].some((length) => isPersonalNumber(digits, from, length))) return true;
  }
  return false;
}

/** The digits that end before `end`, at most eight, with single separators; "" where more digits stand before. */
function digitsBefore(plain, end) {
  let digits = "";
  let at = end;
  while (at > 0 && digits.length < 8) {
    const separated = at > 1 && " -./".includes(plain[at - 1]) && digits !== "";
    if (isDigit(plain[at - 1])) digits = plain[--at] + digits;
    else if (separated && isDigit(plain[at - 2])) --at;
    else break;
  }
  return at > 0 && isWord(plain[at - 1]) ? "" : digits;
}

function isInterimDate(digits) {
  const part = (from) => Number(digits.slice(from, from + 2));
  if (digits.length === 8 && (part(0) < 18 || part(0) > 20)) return false;
  if (digits.length !== 6 && digits.length !== 8) return false;
  const year = digits.length - 6;
  const day = part(year + 4);
  return isDay(day > 60 ? day - 60 : day, part(year + 2), part(year) % 4 === 0);
}

function isDayOfNow(digits) {
  const year = digits.length === 8 && digits.startsWith("20") ? digits.slice(2, 4) : digits.slice(0, 2);
  return (digits.length === 6 || digits.length === 8) && year >= "20" && year <= "39";
}

function isInterimSerial(plain, letter) {
  if (!isLetter(plain[letter]) || letter + 4 > plain.length) return false;
  const ends = letter + 4 === plain.length || !isWord(plain[letter + 4]);
  return ends && [...plain.slice(letter + 1, letter + 4)].every(isDigit);
}

/** With a letter in place of a digit: 850312-T124. They need no right check digit. */
export function holdsInterimNumber(plain) {
  for (let letter = 6; letter < plain.length; ++letter) {
    if (!isInterimSerial(plain, letter)) continue;
    const isUsual = "TRSUWXJKLMNtrsuwxjklmn".includes(plain[letter]);
    let end = letter;
    while (end > 0 && letter - end < 3 && " -+/.".includes(plain[end - 1])) --end;
    const date = digitsBefore(plain, end);
    const isApart = end + 1 === letter && plain[end] === " ";
    if (!isUsual && isApart && isDayOfNow(date)) continue;
    if (isInterimDate(date)) return true;
    const six = end >= 6 ? plain.slice(end - 6, end) : "";
    const standsAlone = end === 6 || (end > 6 && !isWord(plain[end - 7]));
    if (six.length === 6 && standsAlone && [...six].every(isDigit) && isInterimDate(six)) return true;
  }
  return false;
}

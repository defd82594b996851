// Phone numbers as people write them in Sweden and Norway: src/platform/personal/phone_number.cpp.
import { isMoney, namesOffice, namesThing, saidBefore, saidBehind, together } from "./number_words.mjs";
import { isLetter } from "./plain.mjs";
import { isServiceNumber } from "./service_numbers.mjs";

export const sign = { none: 0, maybe: 1, certain: 2 };

function groupsOf(plain, digits) {
  const groups = [];
  for (const digit of digits) {
    if (!groups.length || digit.gap !== "") groups.push({ digits: "", gap: digit.gap, begin: digit.position, isOfOther: false });
    groups.at(-1).digits += digit.value;
    groups.at(-1).end = digit.position + 1;
  }
  for (const group of groups) {
    group.saidBefore = saidBefore(plain, group.begin);
    group.saidBehind = saidBehind(plain, group.end);
  }
  return groups;
}

const kindOf = (first, last) => together(first.saidBefore, last.saidBehind);

const inside = new Set([" ", "-", ".", "/", "(", ")", "(-", ")-", "-(", "/(", ")/", "*", "_", "'"]);
const goesOn = (group) => inside.has(group.gap);
const isBetween = (digits, least, most) => Number(digits) >= least && Number(digits) <= most;
const isClock = (hours, minutes) => hours.length === 2 && minutes.length === 2 && isBetween(hours, 0, 24) && isBetween(minutes, 0, 59);
const isYear = (digits) => digits.length === 4 && isBetween(digits, 1900, 2099);

/** 08.00-16.30, 0800-1630, 08-16 09-12, 09.30 10.15 */
function beginsWithTimes(groups) {
  if (groups.length >= 2 && groups[0].digits.length === 4 && groups[1].digits.length === 4) {
    const [from, to] = [groups[0].digits, groups[1].digits];
    return isClock(from.slice(0, 2), from.slice(2)) && isClock(to.slice(0, 2), to.slice(2));
  }
  if (groups.length < 4 || groups.slice(0, 4).some((group) => group.digits.length !== 2)) return false;
  const pairs = groups[1].gap === groups[3].gap && groups[1].gap !== groups[2].gap;
  return pairs && isBetween(groups[0].digits, 0, 24) && isBetween(groups[2].digits, 0, 24);
}

function isDate(eight) {
  const part = (from, length) => eight.slice(from, from + length);
  return (isBetween(part(0, 4), 1900, 2099) && isBetween(part(4, 2), 1, 12) && isBetween(part(6, 2), 1, 31)) ||
    (isBetween(part(0, 2), 1, 31) && isBetween(part(2, 2), 1, 12) && isBetween(part(4, 4), 1900, 2099));
}

const areas = new Set(["011", "013", "016", "018", "019", "021", "023", "026", "031", "033", "035", "036", "040", "042", "044", "046",
  "054", "060", "063", "070", "072", "073", "076", "079", "090"]);

function isSwedish(digits) {
  if (digits.length < 8 || digits.length > 10 || digits[0] !== "0" || digits[1] === "0") return false;
  if (digits.length > 8) return true;
  return (digits.startsWith("08") || areas.has(digits.slice(0, 3))) && !isDate(digits);
}

/** All prefixes of the groups that go on from the first, at most 17 digits: whether `accept` takes one. */
function anyPrefix(groups, accept) {
  let digits = "";
  for (let i = 0; i < groups.length; ++i) {
    if (groups[i].isOfOther || (i > 0 && !goesOn(groups[i]))) return false;
    digits += groups[i].digits;
    if (digits.length > 17) return false;
    if (accept(digits, i)) return true;
  }
  return false;
}

const isSum = (first, last) => kindOf(first, last) === "ordinary";

function hasPlusBefore(plain, group) {
  let at = group.begin;
  while (at > 0 && (plain[at - 1] === " " || plain[at - 1] === "(") && group.begin - at < 2) --at;
  return at > 0 && plain[at - 1] === "+";
}

/** "00330-80000-00000-AA123", "C1B2-0701-2345": in parts with hyphens, one of which has capitals and figures. */
function isInKey(plain, [{ begin, end }]) {
  const before = /[0-9A-Z-]*$/.exec(plain.slice(Math.max(0, begin - 80), begin))[0];
  const key = before + plain.slice(begin, end) + /^[0-9A-Z-]*/.exec(plain.slice(end, end + 80))[0];
  const parts = key.split("-");
  return parts.length > 2 && parts.some((part) => part.length > 3 && /[0-9OI]/.test(part) && /[A-HJ-NP-Z]/.test(part));
}

function isInternational(plain, groups) {
  const plus = hasPlusBefore(plain, groups[0]);
  if (!plus && (!groups[0].digits.startsWith("00") || isInsideKey(plain, groups) || isInKey(plain, groups))) return false;
  return anyPrefix(groups, (all, last) => {
    // "004_37565649862e75e6": digits of a key or a file.
    if (!plus && isLetter(plain[groups[last].end])) return false;
    const digits = plus ? all : all.slice(2);
    const country = digits.slice(0, 2);
    if ((country === "46" || country === "47") && isServiceNumber(country, digits.slice(2))) return false;
    const fits = digits.length >= 9 && digits.length <= 15 && digits[0] !== "0";
    // Behind a plus no word makes it a number of something else.
    return fits && !(plus ? isMoney(plain, groups[last].end) : isSum(groups[0], groups[last]));
  });
}

/** 2026-11-26, 26.11.2026, 26/11 2026 */
function beginsWithDate(groups) {
  if (groups.length < 3) return false;
  const [first, second, third] = groups.map((group) => group.digits);
  const [, { gap }, { gap: next }] = groups;
  const isWrittenSo = (gap === next && (gap === "-" || gap === "." || gap === "/")) || (gap === "/" && next === " ");
  if (!isWrittenSo || first.length > 4 || second.length > 2 || third.length > 4 || !isBetween(second, 1, 12)) return false;
  if (first.length === 4 && isYear(first)) return third.length <= 2 && isBetween(third, 1, 31);
  return third.length === 4 && isYear(third) && first.length <= 2 && isBetween(first, 1, 31);
}

/** 08.30-16.00 */
function beginsWithHours(groups) {
  if (groups.length < 4 || groups[2].gap !== "-" || groups[1].gap !== groups[3].gap) return false;
  return (groups[1].gap === "." || groups[1].gap === ":") && isClock(groups[0].digits, groups[1].digits) &&
    isClock(groups[2].digits, groups[3].digits);
}

/**
 * How many groups "4134 0891 4417 6369" and "05101-35898-11832" have: three or more of as many figures with one sign between
 * them, as cards, keys and meters have.
 */
function lengthOfRow(plain, groups) {
  const size = groups[0].digits.length;
  if (size < 4 || size > 8) return 0;
  let count = 0;
  while (count < groups.length && groups[count].digits.length === size && (count === 0 || groups[count].gap === groups[1].gap)) ++count;
  if (count < 3 || !(groups[1].gap === "-" || (size === 4 && [" ", "."].includes(groups[1].gap)))) return 0;
  if ((size === 4 && groups[0].digits[0] === "0") || hasPlusBefore(plain, groups[0])) return 0;
  return kindOf(groups[0], groups[count - 1]) === "phone" ? 0 : count;
}

/** How many groups "08-508 00 000" has, "+46 8 508 00 000" behind the plus; 0 where no number of a service begins there. */
function lengthOfService(plain, groups) {
  const plus = hasPlusBefore(plain, groups[0]);
  if (!plus && groups[0].digits[0] !== "0") return 0;
  let length = 0;
  anyPrefix(groups, (all, last) => {
    const digits = !plus && all.startsWith("00") ? all.slice(2) : all;
    if (digits === "") return false;
    const isNational = !plus && digits[0] === "0";
    const national = isNational || digits.length < 2 ? digits : digits.slice(2);
    if (national.length > 10) return true;
    const country = isNational ? "46" : digits.slice(0, 2);
    const isService = (country === "46" || country === "47") && isServiceNumber(country, national);
    if (isService && national.length >= 7) length = last + 1;
    return false;
  });
  return length;
}

/** "70-0204926": the end of somebody's number is no service's. */
function mayGoOn(all, from) {
  if (from === 0 || !goesOn(all[from])) return false;
  const { digits } = all[from - 1];
  return digits.length < 3 || "047".includes(digits[0]);
}

/** No phone number begins or ends inside a date, hours, a service's or a longer number. */
function markOthers(plain, groups) {
  for (let from = 0; from < groups.length; ++from) {
    const rest = groups.slice(from);
    let length = beginsWithDate(rest) ? 3 : beginsWithHours(rest) ? 4 : 0;
    if (length === 0 && !mayGoOn(groups, from)) length = lengthOfService(plain, rest);
    if (length === 0) length = lengthOfRow(plain, rest);
    for (let at = from; at < from + length; ++at) groups[at].isOfOther = true;
    if (length > 0) from += length - 1;
  }
}

/** The number of a case that begins with its year: 2026-06051. */
const isBehindYear = (all, from) => from > 0 && isYear(all[from - 1].digits) && (all[from].gap === "-" || all[from].gap === "/") &&
  all[from].digits.length < 8;

const isInsideVersion = (plain, group) => group.gap === "." && group.begin > 0 && plain[group.begin - 1] === ".";

/** "55041-008-2345678-85012": a key. */
function isInsideKey(plain, groups) {
  const { begin } = groups[0];
  return groups.length > 1 && groups[1].gap === "-" && plain[begin - 1] === "-" && /[0-9]/.test(plain[begin - 2] ?? "");
}

/** "08301000": two times of day, of whole five minutes. */
function isTwoTimes(eight) {
  if (eight.length !== 8 || eight.slice(0, 4) >= eight.slice(4)) return false;
  const isTime = (four) => isClock(four.slice(0, 2), four.slice(2)) && "05".includes(four[3]);
  return isTime(eight.slice(0, 4)) && isTime(eight.slice(4));
}

/** "040927-4276": as personal numbers are written, here with a wrong check digit. */
function isDayAndFour([{ digits: day }, { digits: four }]) {
  if (day.length !== 6 || four.length !== 4 || !isBetween(day.slice(2, 4), 1, 12)) return false;
  return isBetween(day.slice(4), 1, 31) || isBetween(day.slice(4), 61, 91);
}

/** "04082026 10.00": a day. */
const isInDate = (digits) => digits.length === 8 && isDate(digits);

/** "Kontaktcenter 060-19 10 00": a switchboard's. Without a word for the office it may be anybody's. */
const isOfOffice = (plain, begin, digits) => digits.endsWith("00") && namesOffice(plain, begin);

function isNational(plain, groups) {
  if (groups[0].digits[0] !== "0" || beginsWithTimes(groups) || isInsideVersion(plain, groups[0])) return false;
  if (isInsideKey(plain, groups) || isInKey(plain, groups) || isInDate(groups[0].digits)) return false;
  if (isTwoTimes(groups[0].digits) && kindOf(groups[0], groups[0]) !== "phone") return false;
  return anyPrefix(groups, (digits, last) => {
    const isMobile = digits.length === 10 && digits.startsWith("07");
    if (last === 1 && isDayAndFour(groups) && kindOf(groups[0], groups[1]) !== "phone") return false;
    if (!isSwedish(digits) || isServiceNumber("46", digits)) return false;
    if (isMobile) return last > 0 || !isSum(groups[0], groups[0]) || !namesThing(plain, groups[0].begin);
    return !isSum(groups[0], groups[last]) && !isOfOffice(plain, groups[0].begin, digits);
  });
}

const isMobileWithoutZero = (nine) => nine.length === 9 && nine[0] === "7" && "02369".includes(nine[1]);

/** "20 30 40 50", "22 23 24 25": counting, nobody's number. */
function areSteps(pairs) {
  const [a, b, c, d] = pairs.map((group) => Number(group.digits));
  return [1, 2, 3, 4, 5, 10, 15, 20, 25].includes(b - a) && c - b === b - a && d - c === b - a;
}

const isInSizes = (groups, sizes) => groups.length === sizes.length && groups.every((group, at) =>
  group.digits.length === Number(sizes[at]));

/**
 * "tlf 47 22 33 44 55", "tel 46 63 12 34 56": a country's number without its plus, where a word says that it is a phone's; of a
 * Norwegian mobile phone in its own groups without one, too.
 */
function isOfCountry(digits, groups, kind) {
  const country = digits.slice(0, 2);
  const national = digits.slice(2);
  if (kind === "ordinary" || isServiceNumber(country, national)) return false;
  if (country === "46") {
    return isMobileWithoutZero(national) || (national[0] === "0" && isMobileWithoutZero(national.slice(1))) ||
      (kind === "phone" && isSwedish(`0${national}`));
  }
  if (country !== "47" || national.length !== 8 || national[0] < "2") return false;
  const isGrouped = isInSizes(groups, "2323") || (isInSizes(groups, "22222") && !areSteps(groups.slice(0, 4)));
  const isSaid = kind === "person" || (kind === "somebody" && groups.length > 1);
  return kind === "phone" || isSaid || ("49".includes(national[0]) && isGrouped);
}

/** "70 123 45 67", "72-7172758": without the nought, in the groups that follow it. */
const isGroupedWithoutZero = (groups) => ["2322", "27", "234", "2223", "243"].some((way) => isInSizes(groups, way));

/** "46 70 123 45 67", "mobil 701234567", "70 123 45 67": without the plus or the zero that belongs before it. */
function isCutShort(plain, groups) {
  if (groups[0].digits[0] !== "4" && groups[0].digits[0] !== "7") return false;
  return anyPrefix(groups, (digits, last) => {
    const kind = kindOf(groups[0], groups[last]);
    if (kind === "ordinary") return false;
    const own = groups.slice(0, last + 1);
    if (digits.length > 2 && isOfCountry(digits, own, kind)) return !isInKey(plain, groups);
    if (!isMobileWithoutZero(digits) || isServiceNumber("46", digits)) return false;
    return kind === "phone" || kind === "person" || (isGroupedWithoutZero(own) && !isInKey(plain, groups));
  });
}

/** "727172758", "4722334455" and nothing that says what it is. */
const mayBeCutShort = (group) => ["unknown", "somebody"].includes(kindOf(group, group)) &&
  (isMobileWithoutZero(group.digits) || /^47[2345679]\d{7}$/.test(group.digits));

/** Eight digits in one of the ways in which people group them; how much the grouping itself says. */
const shapes = [
  { groups: "8", certainFirst: "", maybeFirst: "2345679" },
  { groups: "2222", certainFirst: "23456789", maybeFirst: "" },
  { groups: "323", certainFirst: "4589", maybeFirst: "2367" },
  { groups: "44", certainFirst: "", maybeFirst: "2345679" },
  { groups: "422", certainFirst: "", maybeFirst: "2345679" },
  { groups: "233", certainFirst: "", maybeFirst: "" },
  { groups: "332", certainFirst: "", maybeFirst: "" },
  { groups: "26", certainFirst: "", maybeFirst: "" },
  { groups: "224", certainFirst: "", maybeFirst: "" },
  { groups: "11111111", certainFirst: "", maybeFirst: "" }];

function digitsInShape(shape, all, from) {
  const count = shape.groups.length;
  if (from + count > all.length) return "";
  const groups = all.slice(from, from + count);
  let digits = "";
  for (let i = 0; i < count; ++i) {
    const fits = !groups[i].isOfOther && groups[i].digits.length === Number(shape.groups[i]) &&
      (i === 0 || (groups[i].gap === groups[1].gap && goesOn(groups[i])));
    if (!fits) return "";
    digits += groups[i].digits;
  }
  const inner = count > 1 ? groups[1].gap : "-";
  const alone = groups[0].gap !== inner && (from + count === all.length || all[from + count].gap !== inner);
  return alone ? digits : "";
}

function norwegianSign(plain, all, from) {
  let strongest = sign.none;
  for (const shape of shapes) {
    const digits = digitsInShape(shape, all, from);
    if (digits === "" || digits[0] < "2" || isDate(digits) || isServiceNumber("47", digits)) continue;
    if (shape.groups === "44" && (beginsWithTimes(all.slice(from)) || isYear(all[from].digits))) continue;
    const kind = kindOf(all[from], all[from + shape.groups.length - 1]);
    if (shape.groups === "2222" && kind !== "phone" && areSteps(all.slice(from, from + 4))) continue;
    if (kind === "ordinary" || (shape.groups.length > 1 && isInKey(plain, all.slice(from)))) continue;
    if (kind === "phone" || shape.certainFirst.includes(digits[0])) return sign.certain;
    // "20261187": no number of Norway's begins so, and those of cases do.
    if (digits.startsWith("20")) continue;
    const isSaid = kind === "person" || (kind === "somebody" && shape.groups.length > 1);
    const isOfPerson = isSaid && digits[0] !== "8";
    if (isOfPerson && !(shape.groups === "233" && digits.endsWith("000"))) return sign.certain;
    if (shape.maybeFirst.includes(digits[0])) strongest = sign.maybe;
  }
  return strongest;
}

/** The strongest sign in the text. */
export function phoneSign(plain, digits) {
  const groups = groupsOf(plain, digits);
  markOthers(plain, groups);
  let strongest = sign.none;
  for (let from = 0; from < groups.length; ++from) {
    const rest = groups.slice(from);
    if (isInternational(plain, rest) || isCutShort(plain, rest) || (!isBehindYear(groups, from) && isNational(plain, rest))) {
      return sign.certain;
    }
    strongest = Math.max(strongest, norwegianSign(plain, groups, from));
    if (strongest === sign.certain) return strongest;
    if (mayBeCutShort(groups[from])) strongest = sign.maybe;
  }
  return strongest;
}

/** With unusual signs between the parts, which measures have too: Swedish and international numbers alone. */
export function isSpreadPhone(plain, digits) {
  const groups = groupsOf(plain, digits);
  markOthers(plain, groups);
  return groups.some((_, from) => {
    const rest = groups.slice(from);
    return isInternational(plain, rest) || (!isBehindYear(groups, from) && isNational(plain, rest));
  });
}

/** "22 33⏎44 55" may be two rows of a list; "tlf 22 33⏎44 55" is a number. */
function isInNorwegianLines(plain, all, from) {
  if (norwegianSign(plain, all, from) !== sign.certain) return false;
  const end = Math.min(from + 4, all.length) - 1;
  return kindOf(all[from], all[end]) === "phone" || all[from].digits.length === 3;
}

/** With the ends of lines as spaces. */
export function isPhoneOverLines(plain, digits) {
  const groups = groupsOf(plain, digits);
  markOthers(plain, groups);
  return groups.some((_, from) => {
    const rest = groups.slice(from);
    if (isInternational(plain, rest) || isCutShort(plain, rest) || isInNorwegianLines(plain, groups, from)) return true;
    return !isBehindYear(groups, from) && isNational(plain, rest);
  });
}

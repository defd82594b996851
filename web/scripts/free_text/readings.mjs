// A text as somebody reads it who wants the numbers in it: src/platform/personal/readings.cpp.
import { dayOfOrdinal, figuresOfWord, monthOf } from "./number_spelling.mjs";
import { isDigit, isWord } from "./plain.mjs";

/** [{begin, end}] of the words and numbers. */
export function wordsOf(plain) {
  const words = [];
  for (let at = 0; at < plain.length; ++at) {
    if (!isWord(plain[at])) continue;
    const begin = at;
    while (at < plain.length && isWord(plain[at])) ++at;
    words.push({ begin, end: at });
  }
  return words;
}

const isOf = (text, signs) => [...text].every((c) => signs.includes(c));
const isLookalike = (c) => "OoIl".includes(c);
const figureOf = (c) => (c === "O" || c === "o" ? "0" : c === "I" || c === "l" ? "1" : c);

/** "85O7O9", no "iPhone15". */
const isFiguresAndLetters = (word) => /^[0-9OoIl]*$/.test(word) && /[0-9]/.test(word) && /[OoIl]/.test(word);

/** "10l", but not in "70-5l-86". */
function isLitres(plain, { begin, end }) {
  const goesOn = (sign, beside) => [" ", "-"].includes(plain[sign]) && /[0-9OoIl]/.test(plain[beside] ?? "");
  const isOneLetter = end - begin <= 4 && plain[end - 1] === "l" && isDigit(plain[end - 2] ?? "");
  return isOneLetter && !(goesOn(begin - 1, begin - 2) && (plain[begin - 1] === "-" || goesOn(end, end + 1)));
}

/** "OO", "Ol", "ll" */
const isLookalikes = (word) => word.length <= 5 && [...word].every(isLookalike);
const hasNought = (word) => word.includes("O") || word.includes("oo");

/** "85O7O9-98O5" → "850709-9805". Of the same length. */
export function withLettersAsFigures(plain) {
  const words = wordsOf(plain);
  const made = [...plain];
  const put = ({ begin, end }) => {
    for (let at = begin; at < end; ++at) made[at] = figureOf(made[at]);
  };
  const textOf = ({ begin, end }) => plain.slice(begin, end);
  for (const word of words) if (isFiguresAndLetters(textOf(word)) && !isLitres(plain, word)) put(word);
  const isNumber = (word) => word !== undefined && isDigit(made[word.begin]) && isDigit(made[word.end - 1]);
  const isNear = (left, right) => right.begin - left.end === 1 && " -./".includes(plain[left.end]);
  words.forEach((word, i) => {
    const text = textOf(word);
    if (!isLookalikes(text)) return;
    const follows = isNumber(words[i - 1]) && isNear(words[i - 1], word);
    const leads = isNumber(words[i + 1]) && isNear(word, words[i + 1]);
    if ((follows && leads && text.length > 1) || ((follows || leads) && hasNought(text))) put(word);
  });
  return made.join("");
}

const leastOfRow = 4, leastAlone = 4;
const longestBetween = 3;

/** The figures of each word, "" where it is no number. "De sista fyra" counts figures and is none itself. */
function figuresOfWords(lower, words) {
  const texts = words.map(({ begin, end }) => lower.slice(begin, end));
  return texts.map((text, i) => {
    if ([...text].every(isDigit)) return text.length <= 8 ? text : "";
    const isOfLast = ["sista", "siste", "last"].some((last) => last === texts[i - 1] || last === texts[i + 1]);
    const counts = isOfLast && ["fyra", "fire", "fem"].includes(text);
    if (counts) return "";
    const day = monthOf(texts[i + 1] ?? "") > 0 ? dayOfOrdinal(text) : "";
    return day || figuresOfWord(text);
  });
}

/** "åttiofem noll sju noll nio nittioåtta noll fem" → "85 0 7 0 9 98 0 5": rows of numbers, and days and years beside months. */
export function withWordsAsFigures(plain) {
  const lower = plain.toLowerCase();
  const words = wordsOf(lower);
  const figures = figuresOfWords(lower, words);
  const isSpelled = (i) => figures[i] !== "" && !isDigit(lower[words[i].begin]);
  const isMonth = (i) => i >= 0 && i < words.length && monthOf(lower.slice(words[i].begin, words[i].end)) > 0;
  const goesOn = (i) => {
    const between = lower.slice(words[i - 1].end, words[i].begin);
    return figures[i] !== "" && between.length <= longestBetween && isOf(between, " \n,.-/+()");
  };
  let made = "";
  let copied = 0;
  for (let from = 0; from < words.length;) {
    let to = from + 1;
    if (figures[from] !== "") while (to < words.length && goesOn(to)) ++to;
    const row = figures.slice(from, to);
    const spelled = words.slice(from, to).filter((_, i) => isSpelled(from + i));
    // "må 08-16 ti 09-12": short words alone are of other things, but in "070 12 tre 45 67".
    const isInside = row.length > 2 && row[0][0] === "0" && isDigit(lower[words[from].begin]) && isDigit(lower[words[to - 1].begin]);
    const length = row.join("").length;
    const isOne = figures.slice(from, to).find((_, i) => isSpelled(from + i))?.length === 1;
    const isOfPhone = (first) => isInside && isOne && ((first === 3 && length === 9) || (row[0].startsWith("07") && length === 10));
    const lengthOfFirst = spelled.length > 0 ? spelled[0].end - spelled[0].begin : 0;
    const isSaid = spelled.length > 1 || (spelled.length === 1 && (lengthOfFirst >= leastAlone || isOfPhone(lengthOfFirst)));
    const isDateOfWords = spelled.length > 0 && (isMonth(from - 1) || isMonth(to));
    if ((isSaid && row.join("").length >= leastOfRow) || isDateOfWords) {
      made += plain.slice(copied, words[from].begin) + row.join(" ");
      copied = words[to - 1].end;
    }
    from = to;
  }
  return made + plain.slice(copied);
}

const signWords = ["streck", "bindestreck", "strek", "bindestrek", "minus", "dash", "mellanslag", "mellomrom", "punkt", "punktum",
  "snedstreck", "skrxstrek", "x", "xx", "xxx"];
const signs = " \n-+./_,:()'*;|=~#\"\\[]<>&{}!^`$";
const longestSigns = 24;

/** Signs and names of signs, nothing else. */
function isSignsOnly(between) {
  const words = wordsOf(between).map(({ begin, end }) => between.slice(begin, end).toLowerCase());
  return words.every((word) => signWords.includes(word)) && [...between].every((c) => isWord(c) || signs.includes(c));
}

/** "2026-12-31" */
function beginsWithDate(text) {
  const found = /^\d{1,4}([-./])\d{1,2}([-./])\d/.exec(text.slice(0, 10));
  return found !== null && found[1] === found[2];
}

/** As people part numbers: digitsOf reads it as it is. */
function isUsual(between) {
  const sign = between.replace(/^[ \n]+/, "").replace(/[ \n]+$/, "");
  return (sign.length <= 1 || ["(-", ")-", "-(", "/(", ")/"].includes(sign)) && isOf(sign, "-+./_,:()'*");
}

/** "850709 -> 9805", "850709 x 9805", "850709 streck 9805" → "850709-9805"; "plus 46 70" → "+46 70". */
export function withSignsAsHyphens(plain) {
  let made = "";
  let afterDigit = -1;
  for (let at = 0; at < plain.length; ++at) {
    if (!isDigit(plain[at])) continue;
    const between = plain.slice(Math.max(0, afterDigit), at);
    // "0x80070005"
    const isHex = afterDigit > 0 && "xX".includes(between[0] ?? "|") && plain[afterDigit - 1] === "0" && !isWord(plain[afterDigit - 2]);
    const isBetween = afterDigit >= 0 && !isHex && between.length <= longestSigns && isSignsOnly(between);
    if (isBetween && !isUsual(between) && !beginsWithDate(plain.slice(at))) made += "-";
    else if (between.toLowerCase().endsWith("plus ") && plain[at] === "4") made += `${between.slice(0, -5)}+`;
    else made += between;
    made += plain[at];
    afterDigit = at + 1;
  }
  return made + plain.slice(Math.max(0, afterDigit));
}

/** "08 30", "0830" at the beginning. */
function isTime(text) {
  const [, hours, minutes] = /^(\d\d)(?:\D?)(\d\d)(?!\d)/.exec(text) ?? [];
  return hours !== undefined && Number(hours) <= 24 && Number(minutes) < 60;
}

/** The figures at its end, and the signs between them, where they are no more than of one time: "Öppet 08 30". */
function lastRun(line) {
  const run = /[0-9 .:-]*$/.exec(line)[0].replace(/^ +/, "").replace(/ +$/, "");
  return run.length <= 5 ? run : "";
}

/** "070⏎1234567" → "070 1234567": a number that goes on in the next line, no list of numbers with one in each, no times. */
export function withLinesAsSpaces(plain) {
  const lines = plain.split("\n");
  let made = lines[0];
  let isBehindJoined = false;
  for (let i = 1; i < lines.length; ++i) {
    const [line, next] = [lines[i - 1], lines[i].replace(/^ +/, "")];
    const isBetween = /\d *$/.test(line) && isDigit(next[0] ?? "");
    const goesOn = isDigit(lines[i + 1]?.replace(/^ +/, "")[0] ?? "");
    const isList = isBehindJoined || (/^[0-9 .-]*$/.test(line) && goesOn);
    const areTimes = (isTime(line.replace(/^ +/, "")) || isTime(lastRun(line))) && isTime(next);
    made += (isBetween && !isList && !areTimes ? " " : "\n") + lines[i];
    isBehindJoined = isBetween;
  }
  return made;
}

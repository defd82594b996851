// Text as the checks read it: one character a character, whatever alphabet its digits and dashes come from.
// The same as src/platform/base/plain.cpp; tests/free_text holds both together.
const zeros = [0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
  0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0,
  0xA900, 0xA9D0, 0xAA50, 0xABF0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0];
// Nobody sees them; accents and frames stand on the character before them.
const ignorable = [[0xAD, 0xAD], [0x34F, 0x34F], [0x61C, 0x61C], [0x115F, 0x1160], [0x17B4, 0x17B5], [0x180B, 0x180F],
  [0x200B, 0x200F], [0x202A, 0x202E], [0x2060, 0x206F], [0x3164, 0x3164], [0xFE00, 0xFE0F], [0xFEFF, 0xFEFF], [0xFFA0, 0xFFA0],
  [0xFFF0, 0xFFFB], [0x1BCA0, 0x1BCA3], [0x1D173, 0x1D17A], [0xE0000, 0xE0FFF]];
const marks = [[0x300, 0x36F], [0x1AB0, 0x1AFF], [0x1DC0, 0x1DFF], [0x20D0, 0x20FF], [0xFE20, 0xFE2F]];
const spaces = new Set([0x20, 0x09, 0x0D, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0x2800]);
const dashes = new Set([0x2212, 0x2043, 0xFE58, 0xFE63, 0xFF0D, 0x02D7, 0x2E3A, 0x2796, 0x30FC]);
const points = new Set([0x3002, 0xFF61, 0x2024, 0xB7, 0x2022, 0x2027, 0xFE52]);

const isIn = (c, stretches) => stretches.some(([first, last]) => c >= first && c <= last);
const isControl = (c) => (c < 0x20 && c !== 0x0A && c !== 0x09 && c !== 0x0D) || (c >= 0x7F && c < 0xA0 && c !== 0x85);
const isInvisible = (c) => isControl(c) || (c >= 0xAD && isIn(c, ignorable));

function digitOf(c) {
  const zero = zeros.find((first) => c >= first && c <= first + 9);
  if (zero !== undefined) return String(c - zero);
  if (c === 0xB2 || c === 0xB3) return String(c - 0xB0);
  if (c === 0xB9) return "1";
  if (c === 0x2070 || (c >= 0x2074 && c <= 0x2079)) return String(c - 0x2070);
  if (c >= 0x2080 && c <= 0x2089) return String(c - 0x2080);
  if (c >= 0x2460 && c <= 0x2468) return String(c - 0x2460 + 1);
  return c === 0x24EA ? "0" : "";
}

function plainCharacter(c) {
  if (spaces.has(c) || (c >= 0x2000 && c <= 0x200A)) return " ";
  if (c < 0x80) return String.fromCharCode(c);
  const digit = digitOf(c);
  if (digit) return digit;
  if (dashes.has(c) || (c >= 0x2010 && c <= 0x2015)) return "-";
  if (c >= 0xFF01 && c <= 0xFF5E) return String.fromCharCode(c - 0xFEE0);
  if (c === 0xFE6B || c === 0x24B6 || c === 0x24D0) return "@";
  if (points.has(c)) return ".";
  if (c === 0x2044 || c === 0x2215) return "/";
  if (c === 0x2795 || c === 0xFE62) return "+";
  if (c === 0x2028 || c === 0x2029 || c === 0x85) return "\n";
  if (c === 0x41E || c === 0x39F) return "O";
  if (c === 0x43E || c === 0x3BF) return "o";
  return "x";
}

export const isDigit = (c) => c >= "0" && c <= "9" && c.length === 1;
export const isLetter = (c) => c !== undefined && c.length === 1 && ((c >= "a" && c <= "z") || (c >= "A" && c <= "Z"));
export const isWord = (c) => c !== undefined && c.length === 1 && (isDigit(c) || isLetter(c));

const isCrossedNought = (c) => c === 0xD8 || c === 0xF8 || c === 0x2205 || c === 0x2300;

/** "85Ø7Ø9": in a word of figures it stands for a nought, and is an "O" as other letters that do; elsewhere it is a letter. */
function withNoughts(made, crossed) {
  const letters = [...made];
  for (const at of crossed) {
    let begin = at;
    let end = at;
    while (begin > 0 && isWord(made[begin - 1])) --begin;
    while (end < made.length && isWord(made[end])) ++end;
    const isOther = (c, i) => isLetter(c) && !"OoIl".includes(c) && !crossed.includes(begin + i);
    if (![...made.slice(begin, end)].some(isOther)) letters[at] = "O";
  }
  return letters.join("");
}

/** Digits of every script become 0-9, dashes "-", spaces " "; what nobody sees is left out; any other letter becomes "x". */
export function plain(text) {
  let made = "";
  let isBehindControl = false;
  const crossed = [];
  for (const character of text) {
    const c = character.codePointAt(0);
    isBehindControl ||= isControl(c);
    if (isInvisible(c) || (c >= 0x300 && isIn(c, marks))) continue;
    const one = plainCharacter(c);
    // As the server parts them.
    if (isBehindControl && isLetter(made.at(-1)) && isLetter(one)) made += " ";
    isBehindControl = false;
    if (isCrossedNought(c)) crossed.push(made.length);
    made += one;
  }
  return crossed.length > 0 ? withNoughts(made, crossed) : made;
}

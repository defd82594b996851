// Numbers of passports: src/platform/personal/passport_number.cpp.
import { isDigit } from "./plain.mjs";

const isOfWord = (c) => c !== undefined && /[a-z0-9]/.test(c);
const named = /^pass(?:port|ets|et)?[ .:#-]*(?:nummeret|numret|nummer|number|nr|no)(?![a-z])[ .:#-]*(?:(?:xr|er|is|var)[ .:#-]*)?/;

/** "aa123456", "2807 4635": letters or none, six to nine figures, at most one space after another between them, and an end. */
function beginsWithNumber(text) {
  let at = /^[a-z]{0,3}/.exec(text)[0].length;
  if (at > 0 && text[at] === " ") ++at;
  let figures = 0;
  for (; at < text.length; ++at) {
    if (isDigit(text[at])) ++figures;
    else if (text[at] !== " " || !isDigit(text[at + 1] ?? "")) break;
  }
  return !isOfWord(text[at]) && figures >= 6 && figures <= 9;
}

/** "passnr AA123456", "pass nr. 2807 4635", "passport number is CCC012345". */
export function namesPassportNumber(plain) {
  const lower = plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  for (let at = lower.indexOf("pass"); at >= 0; at = lower.indexOf("pass", at + 1)) {
    const found = isOfWord(lower[at - 1]) ? null : named.exec(lower.slice(at));
    if (found && beginsWithNumber(lower.slice(at + found[0].length))) return true;
  }
  return false;
}

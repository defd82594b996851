// A phone number in words: src/platform/personal/spelled_phone.cpp. "noll sju noll, ett två tre fyra fem sex sju", "fire en to …".
// A sign, not a proof.

// Letters beside a-z are "x" in plain text: "två" → "tvx", "førti" → "fxrti".
const units = new Set(["noll", "nolla", "ett", "en", "tvx", "tre", "fyra", "fem", "sex", "sju", "xtta", "nio", "null", "to", "fire",
  "seks", "syv", "xtte", "ni", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]);
const teens = new Set(["tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton", "ti", "elleve",
  "tretten", "fjorten", "femten", "seksten", "sytten", "atten", "nitten"]);
const tens = ["tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "xttio", "nittio", "tjue", "tretti", "fxrti", "femti",
  "seksti", "sytti", "xtti", "nitti"];
const least = 8, most = 15, leastWords = 4;

/** How many figures a word stands for; 0 where it is no number. */
function figuresOf(word) {
  if (/^[0-9]/.test(word)) return /^[0-9]{1,4}$/.test(word) ? word.length : 0;
  if (units.has(word)) return 1;
  if (teens.has(word)) return 2;
  return tens.some((ten) => word.startsWith(ten) && (word.length === ten.length || units.has(word.slice(ten.length)))) ? 2 : 0;
}

const isFigure = (word) => word[0] >= "0" && word[0] <= "9";

/** Numbers that follow each other with nothing but spaces, commas, points and hyphens between; `plain`: see plain.mjs. */
export function holdsSpelledPhone(plain) {
  let figures = 0, spelled = 0, parts = new Set();
  const isNumber = () => figures >= least && figures <= most && spelled >= leastWords && parts.size > 2;
  let after = 0;
  for (const { 0: word, index } of plain.toLowerCase().matchAll(/[a-z0-9]+/g)) {
    const count = figuresOf(word);
    const goesOn = /^[ \n,.-]{1,3}$/.test(plain.slice(after, index));
    after = index + word.length;
    if ((count === 0 || !goesOn) && isNumber()) return true;
    if (count === 0 || !goesOn) {
      figures = spelled = 0;
      parts = new Set();
    }
    if (count === 0) continue;
    figures += count;
    spelled += isFigure(word) ? 0 : 1;
    parts.add(word);
  }
  return isNumber();
}

// Numbers in words: src/platform/personal/number_spelling.cpp. Letters beside a-z are "x" in plain text: "två" → "tvx".
const units = { noll: "0", nolla: "0", null: "0", zero: "0", ett: "1", en: "1", xn: "1", ein: "1", one: "1", tvx: "2", tva: "2",
  to: "2", two: "2", tre: "3", three: "3", fyra: "4", fire: "4", four: "4", fem: "5", five: "5", sex: "6", seks: "6", six: "6",
  sju: "7", syv: "7", seven: "7", xtta: "8", xtte: "8", atta: "8", eight: "8", nio: "9", ni: "9", nine: "9" };
const teens = { tio: "10", ti: "10", elva: "11", elleve: "11", tolv: "12", tretton: "13", tretten: "13", fjorton: "14",
  fjorten: "14", femton: "15", femten: "15", sexton: "16", seksten: "16", sjutton: "17", sytten: "17", arton: "18", atten: "18",
  nitton: "19", nitten: "19" };
const tens = { tjugo: "2", tjue: "2", tyve: "2", trettio: "3", tretti: "3", tredve: "3", fyrtio: "4", fyrti: "4", fxrti: "4", femtio: "5",
  femti: "5", sextio: "6", sexti: "6", seksti: "6", sjuttio: "7", sjutti: "7", sytti: "7", xttio: "8", xtti: "8", attio: "8", nittio: "9", nitti: "9" };
const ordinals = ["fxrsta fxrste", "andra andre", "tredje", "fjxrde fjerde", "femte", "sjxtte sjette", "sjunde syvende sjuende",
  "xttonde xttende", "nionde niende", "tionde tiende", "elfte ellevte", "tolfte tolvte", "trettonde trettende",
  "fjortonde fjortende", "femtonde femtende", "sextonde sekstende", "sjuttonde syttende", "artonde attende", "nittonde nittende",
  "tjugonde tjuende", "", "", "", "", "", "", "", "", "", "trettionde trettiende"];
const months = ["januari januar jan", "februari februar feb", "mars mar", "april apr", "maj mai", "juni jun", "juli jul",
  "augusti august aug", "september sept sep", "oktober okt", "november nov", "december desember dec des"];

const placeOf = (word, lines) => lines.findIndex((line) => line !== "" && line.split(" ").includes(word)) + 1;
/** 1 to 12; 0 where the word is no month. */
export const monthOf = (word) => placeOf(word, months);

/** "tjugofem", "fem", "femton", "femogtyve"; "" where it is none. */
function belowHundred(word) {
  if (word in units) return units[word];
  if (word in teens) return teens[word];
  for (const ten of Object.keys(tens)) {
    if (word === ten) return `${tens[ten]}0`;
    const unit = word.startsWith(ten) ? word.slice(ten.length) : word.endsWith(`og${ten}`) ? word.slice(0, -ten.length - 2) : "";
    if (unit in units && units[unit] !== "0") return tens[ten] + units[unit];
  }
  return "";
}

/** "nittonhundraåttiofem", "nittenåttifem" */
function withHundreds(word) {
  const century = ["nitton", "nitten"].find((one) => word.startsWith(one));
  const year = century ? belowHundred(word.slice(century.length)) : "";
  if (year.length === 2) return `19${year}`;
  const hundred = ["hundra", "hundre"].find((one) => word.includes(one));
  if (hundred === undefined) return "";
  const at = word.indexOf(hundred);
  const before = at === 0 ? "1" : belowHundred(word.slice(0, at));
  let rest = word.slice(at + hundred.length);
  if (rest.startsWith("og") || rest.startsWith("och")) rest = rest.slice(rest[1] === "g" ? 2 : 3);
  const behind = rest === "" ? "00" : belowHundred(rest);
  return before === "" || before === "0" || behind === "" ? "" : before + behind.padStart(2, "0");
}

/** The figures a word stands for: "98" of "nittioåtta", "1985" of "nittonhundraåttiofem", "07" of "nollsju". */
export function figuresOfWord(word) {
  const whole = belowHundred(word) || withHundreds(word);
  if (whole !== "") return whole;
  const nought = ["noll", "null"].find((one) => word.startsWith(one));
  const rest = nought ? figuresOfWord(word.slice(nought.length)) : "";
  return rest === "" ? "" : `0${rest}`;
}

/** "9" of "nionde", "21" of "tjugoförsta"; "" where it is none. */
export function dayOfOrdinal(word) {
  const day = placeOf(word, ordinals);
  if (day > 0) return String(day);
  for (const [ten, figure] of [["tjugo", "2"], ["tjue", "2"], ["trettio", "3"], ["tretti", "3"]]) {
    const unit = word.startsWith(ten) ? placeOf(word.slice(ten.length), ordinals) : 0;
    if (unit > 0 && unit < 10) return figure + unit;
  }
  return "";
}

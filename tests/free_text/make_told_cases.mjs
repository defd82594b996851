// Writes told.txt: identifiers as people tell them, with signs and words between the parts, letters and words in place of
// figures, in Swedish and bokmål; and ordinary notes of a desk that have such signs and words. The same each time. What a line
// expects comes from how it was made, never from the check. node make_told_cases.mjs > told.txt
let state = 20270115;
const random = (below) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const between = (from, to) => from + random(to - from + 1);
const one = (all) => all[random(all.length)];
const two = (number) => String(number).padStart(2, "0");
const digits = (count) => Array.from({ length: count }, () => random(10)).join("");

function luhn(head) {
  let sum = 0;
  [...head].reverse().forEach((digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return String((10 - (sum % 10)) % 10);
}

/** Born before 2000: what is told of later days may be a meeting. */
function swedish(coordination = false) {
  const [year, month, day] = [between(1930, 1999), between(1, 12), between(1, 28)];
  const date = two(year % 100) + two(month) + two(day + (coordination ? 60 : 0));
  // No figures that may be a time of the day.
  const three = String(between(260, 999));
  return { year, month, day, date, serial: three + luhn(date + three) };
}

function norwegian() {
  for (;;) {
    const [year, month, day] = [between(1930, 1999), between(1, 12), between(1, 28)];
    const nine = two(day + (random(4) === 0 ? 40 : 0)) + two(month) + two(year % 100) + digits(3);
    const check = (text, weights) => (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 11)) % 11;
    const first = check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = check(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return { year, month, day, date: nine.slice(0, 6), serial: nine.slice(6) + first + second };
  }
}

const svUnits = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton",
  "femton", "sexton", "sjutton", "arton", "nitton"];
const svTens = ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];
const nbUnits = ["null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
  "femten", "seksten", "sytten", "atten", "nitten"];
const nbTens = ["", "", "tjue", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti"];
const pairSaid = (pair, units, tens) => {
  const value = Number(pair);
  if (pair[0] === "0") return `${units[0]} ${units[Number(pair[1])]}`;
  return value < 20 ? units[value] : tens[Math.floor(value / 10)] + (value % 10 ? units[value % 10] : "");
};
const pairs = (text) => text.match(/../g);
const inPairs = (text, units, tens, gap = " ") => pairs(text).map((pair) => pairSaid(pair, units, tens)).join(gap);
const inFigures = (text, units, gap = " ") => [...text].map((digit) => units[Number(digit)]).join(gap);
const lettered = (text) => text.replaceAll("0", one(["O", "o", "О"])).replaceAll("1", one(["l", "I"]));

const svMonths = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
const nbMonths = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"];

const joints = [" -> ", "->", " → ", "→", " => ", " x ", "x", " X ", " >> ", " ➔ ", "....", " … ", " & ", " ! ", " <> ", "-->", " ---- ", " * * ",
  " streck ", " bindestreck ", " minus ", " strek ", " bindestrek ", "\u2003–\u2003", " \u2012 ", " ⟶ ", " {", " ^ ", "\n-> ", " × ", " ⁃ "];
const svJoints = [" sista ", " sista fyra ", ", sista fyra ", " och sista fyra ", " med sista fyra ", " sista siffrorna ", ", de fyra sista siffrorna är ",
  " slutar på ", " och sen ", " sedan ", " därefter ", " följt av ", " samt ", " och ", " plus ", " med slutet ", ", resten ", " (sista fyra) ",
  ", sista fyra: ", ". Sista fyra ", ", kontrollsiffrorna ", " fyra sista "];
const nbJoints = [" siste ", " siste fem ", ", siste fem ", " og siste fem ", " med siste fem ", " og så ", " deretter ", " etterfulgt av ", " samt ", " og ",
  " slutter på ", ", de fem siste ", " pluss ", ", resten ", ". Siste fem ", ", personnummer ", " siste fem siffer: "];
const svBefore = ["{}", "född {}", "Personnr {}", "Hon är {} och behöver BankID", "legitimation: {}", "Hjälp med Freja, {}, klart", "kund {} bokad", "({})"];
const nbBefore = ["{}", "født {}", "Fnr {}", "Hun er {} og trenger BankID", "legitimasjon: {}", "Hjelp med MinID, {}, ferdig", "({})"];

const lines = [];
const add = (kind, doubts, text) => lines.push(`${kind}\t${doubts}\t${JSON.stringify(text)}`);
const put = (kind, doubts, around, text) => add(kind, doubts, one(around).replace("{}", () => text));
const personal = (around, text, doubts = "*") => put("personal_number", doubts, around, text);

for (const joint of [...joints, ...svJoints]) {
  const { year, date, serial } = swedish(random(6) === 0);
  personal(svBefore, date + joint + serial);
  personal(svBefore, String(year).slice(0, 2) + date + joint + serial);
}
for (const joint of [...joints, ...nbJoints]) {
  const { date, serial } = norwegian();
  personal(nbBefore, date + joint + serial);
  personal(nbBefore, `${pairs(date).join(".")}${joint}${serial}`);
}
for (const joint of [" -> ", " x ", " → ", " streck "]) {
  const { date, serial } = swedish();
  personal(svBefore, [...pairs(date), serial].join(joint));
}
for (let round = 0; round < 8; ++round) {
  const sv = swedish(), nb = norwegian();
  const svDay = [`${sv.day} ${svMonths[sv.month - 1]} ${sv.year}`, `${sv.day}:e ${svMonths[sv.month - 1]} ${two(sv.year % 100)}`, `den ${sv.day} ${svMonths[sv.month - 1].slice(0, 3)} ${sv.year}`,
    `${sv.day}/${sv.month} ${sv.year}`, `${sv.day}/${sv.month}-${two(sv.year % 100)}`];
  for (const day of svDay) personal(["född {}", "{}", "Hon är född {}"], day + one([", sista fyra ", " sista fyra ", " och sista ", " med sista siffrorna ", " slutar på "]) + sv.serial);
  personal(["{}"], `sista fyra ${sv.serial}, född ${sv.day} ${svMonths[sv.month - 1]} ${sv.year}`);
  personal(["{}"], `Sista fyra är ${sv.serial} född ${sv.date}`);
  const nbDay = nb.date.startsWith("4") || nb.date.startsWith("5") || nb.date.startsWith("6") ? null : nb;
  if (nbDay) {
    personal(["født {}", "Han er født {}"], `${nb.day}. ${nbMonths[nb.month - 1]} ${nb.year}${one([", siste fem ", " siste fem ", " og siste "])}${nb.serial}`);
    personal(["{}"], `siste fem ${nb.serial}, født ${nb.day}. ${nbMonths[nb.month - 1]} ${nb.year}`);
  }
  for (const write of [({ date, serial }) => lettered(`${date}-${serial}`), ({ date, serial }) => lettered(date + serial), ({ date, serial }) => lettered(`19${date} ${serial}`),
    ({ date, serial }) => lettered(`${date} sista ${serial}`)]) {
    let number = swedish();
    while (!/[01]/.test(number.date)) number = swedish();
    personal(svBefore, write(number));
  }
  personal(nbBefore, lettered(`${nb.date} ${nb.serial}`));
  const said = swedish();
  personal(svBefore, inPairs(said.date + said.serial, svUnits, svTens));
  personal(svBefore, inFigures(said.date + said.serial, svUnits));
  personal(svBefore, inPairs(said.date, svUnits, svTens) + one([" streck ", ", ", " sista fyra ", " - ", " och sen "]) + inPairs(said.serial, svUnits, svTens));
  personal(svBefore, `${said.date} sista fyra ${inFigures(said.serial, svUnits, one([" ", ", ", "-"]))}`);
  personal(svBefore, `nitton ${inPairs(said.date, svUnits, svTens)} ${said.serial}`);
  const told = norwegian();
  personal(nbBefore, inFigures(told.date + told.serial, nbUnits));
  personal(nbBefore, `${inPairs(told.date, nbUnits, nbTens)} ${inFigures(told.serial, nbUnits)}`);
  personal(nbBefore, `${told.date} ${inFigures(told.serial, nbUnits, one([" ", ", "]))}`);
  const mobile = `07${one("02369")}${digits(7)}`;
  const groups = [mobile.slice(0, 3), mobile.slice(3, 6), mobile.slice(6, 8), mobile.slice(8)];
  const phone = (text, around = ["{}", "Nås på {}", "Hjälp med utskrift, {}", "mobil: {}"]) => put("phone_number", "*", around, text);
  phone(lettered(`${groups[0]}-${groups.slice(1).join("")}`));
  phone(lettered(groups.join(" ")));
  phone(groups.join(one([" -> ", " x ", " → ", " streck ", " ... "])));
  phone(inFigures(mobile, svUnits));
  phone(`noll ${pairSaid(mobile.slice(1, 3), svUnits, svTens)} ${groups.slice(1).join(" ")}`);
  phone(`${pairSaid(mobile.slice(1, 3), svUnits, svTens)} ${groups.slice(1).join(" ")}`);
  phone(`noll ${pairSaid(mobile.slice(1, 3), svUnits, svTens)}, ${inFigures(groups[1], svUnits)}, ${groups.slice(2).map((pair) => pairSaid(pair, svUnits, svTens)).join(", ")}`);
  phone(`plus 46 ${mobile.slice(1, 3)} ${groups.slice(1).join(" ")}`);
  const nbMobile = `${one("49")}${one("123456789")}${digits(6)}`;
  phone(`plus 47 ${pairs(nbMobile).join(" ")}`, ["{}", "Treffes på {}"]);
  phone(inFigures(nbMobile, nbUnits), ["ring {}", "mobil {}", "telefonnummer {}"]);
  phone(lettered(`+47 ${nbMobile}`), ["{}"]);
  const head = `${one(["4539", "5512", "4917"])}${digits(11)}`;
  const card = head + luhn(head);
  put("card_number", "*", ["kortet {}", "{}"], card.match(/..../g).join(one([" -> ", " x ", " → ", " streck "])));
  put("card_number", "*", ["kortet {}", "{}"], inFigures(card, svUnits));
  const person = one(["anna", "anna.berg", "kari_n", "per.olov"]), place = one([["example", "org"], ["gmail", "com"], ["post", "example", "no"]]);
  for (const sign of [" at-tecken ", " at-tegn ", " ät ", " snabel ", " (snabel) ", " [snabel-a] ", " <snabel-a> ", " kanelbulle ", " alfakrøll ", " krøllalfa ", " @-tegnet ", " snabel-A "]) {
    put("email", "*", ["{}", "mejla {}", "e-post {}"], person + sign + place.join(one([".", " punkt ", " dot ", " punktum ", " prick ", " (punkt) "])));
  }
}
for (const zero of [0x660, 0x6F0, 0x966, 0xFF10, 0x1D7CE, 0x9E6]) {
  for (const joint of ["\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uFF0D", "\u00A0", "\u202F", "\u2009", "\u200B", " \u2013 ", "\u0000", "\u0007"]) {
    const { date, serial } = swedish();
    personal(["{}", "född {}"], [...(date + joint + serial)].map((c) => (/[0-9]/.test(c) ? String.fromCodePoint(zero + Number(c)) : c)).join(""));
  }
}

const clock = (gap) => two(between(7, 20)) + gap + one(["00", "15", "30", "45"]);
const date = () => `${two(between(1, 28))}${two(between(1, 12))}`;
const amount = (units) => units[between(2, 12)];
const ordinary = [
  () => `Kom ${clock(".")} -> gick ${clock(".")}`, () => `Öppet ${clock("")} -> ${clock("")} i veckan`, () => `Åpent ${clock("")} - ${clock("")}, ${amount(nbUnits)} dager`,
  () => `${between(2, 9)} x ${between(10, 60)} minuter, ${amount(svUnits)} deltagare`, () => `${between(1920, 3840)} x ${between(1080, 2160)} x ${between(10, 60)} Hz`,
  () => `skärm ${between(20, 32)} tum, ${between(100, 999)} x ${between(100, 999)} x ${between(10, 99)} mm`, () => `Papper A4 x ${between(2, 40)}, ${between(1, 9)} kr x ${between(2, 40)}`,
  () => `Två av ${amount(svUnits)} klarade det, tre fick hjälp, en gick hem`, () => `To av ${amount(nbUnits)} klarte det, tre fikk hjelp, en gikk hjem`,
  () => `Fem gånger ${amount(svUnits)} är för mycket, sa hon om koderna`, () => `De sista fyra veckorna har ${between(10, 99)} personer kommit`, () => `De siste fem ukene kom ${between(10, 99)} personer`,
  () => `Sista ${amount(svUnits)} besöken gällde 1177`, () => `Sista bussen ${between(10, 99)} går ${clock(".")}`, () => `Siste buss ${between(100, 399)} går ${clock(".")}`,
  () => `Sista dagen för ansökan är ${between(1, 28)} ${one(svMonths)} ${between(2024, 2027)}, kl ${clock(".")}`, () => `Siste frist ${between(1, 28)}. ${one(nbMonths)} ${between(2024, 2027)} kl. ${clock(".")}`,
  () => `Mötet ${between(1, 28)} ${one(svMonths)} ${between(2024, 2027)} ${clock(".")}-${clock(".")}`, () => `Møte ${between(1, 28)}. ${one(nbMonths)} ${between(2024, 2027)}, rom ${between(1000, 4999)}`,
  () => `Född ${between(1, 28)} ${one(svMonths)} ${between(1930, 2005)}, ville ha lånekort`, () => `Født ${between(1, 28)}. ${one(nbMonths)} ${between(1930, 2005)}, trengte lånekort`,
  () => `Född ${between(1, 28)} ${one(svMonths)} ${between(1930, 1990)}, flyttade hit ${between(1991, 2026)}`, () => `Förfaller ${between(20, 27)}${date()}, faktura om ${between(1000, 9999)} kr`,
  () => `Windows 1O och Office ${between(2016, 2024)}`, () => `O365-licens för ${between(10, 99)} elever, ${between(1000, 9999)} kr`, () => `l0-serien, modell I${between(10, 99)}O`, () => `Dunk 10l, 20l och ${between(25, 99)}l`,
  () => `Bordet är ${between(60, 90)}x${between(100, 180)}x${between(70, 75)} cm`, () => `iPad ${between(5, 10)}, iOS ${between(12, 18)}.${between(0, 6)}.${between(0, 3)}, ${between(16, 256)} GB`, () => `Kopplade HDMI 2.${between(0, 1)} -> DVI, ${between(1024, 1920)}x${between(600, 1080)}`,
  () => `Steg 1 -> 2 -> 3 -> ${between(4, 9)} i guiden`, () => `Meny > Inställningar > Nätverk > ${between(2, 5)},${between(1, 9)} GHz`, () => `Rum ${between(100, 399)} -> rum ${between(400, 799)}`,
  () => `Felkod 0x8007${digits(4)}`, () => `feil 0x${digits(8)} ved oppdatering`, () => `Error ${between(400, 599)} x ${between(2, 9)} på 1177`, () => `KB50${digits(5)} installerad`,
  () => `Ärende KS ${between(2019, 2027)}/${digits(4)} streck ${between(1, 9)}`, () => `Sak ${between(2019, 2027)}/${digits(5)}-${between(1, 30)}`, () => `Dnr ${between(2019, 2027)}-${digits(5)}, sista sidan saknas`,
  () => `Org.nr 55${between(2, 9)}${digits(3)}-${digits(4)}, förening`, () => `Orgnr 9${digits(2)} ${digits(3)} ${digits(3)}, lag`, () => `ISBN 978-82-${between(10, 99)}-${between(10000, 99999)}-${between(0, 9)}`,
  () => `Postadress ${between(100, 899)} ${two(between(10, 99))} Ånge, box ${between(1, 999)}`, () => `Postboks ${between(10, 999)}, ${between(1000, 9999)} Losvik`, () => `Kartan 62.${digits(4)}, 17.${digits(4)}`, () => `N 62° ${between(10, 59)}' ${between(10, 59)}" E 17° ${between(10, 59)}'`,
  () => `Tjugo minuter i telefonkö, ${amount(svUnits)} försök`, () => `Tjue minutter i kø, ${amount(nbUnits)} forsøk`, () => `Nitton av tjugo svarade, trettio ${one(["kom", "uteblev"])}`, () => `En eller två, kanske tre, av ${amount(svUnits)} ville ha papper`,
  () => `Tel-tid ${clock(".")}–${clock(".")}, ${clock(".")}–${clock(".")}`, () => `Bokade ${between(1, 28)}/${between(1, 12)} x ${between(2, 4)}, kl ${clock(":")}`, () => `Priset ${between(1, 9)} ${digits(3)} kr -> ${between(1, 9)} ${digits(3)} kr`,
  () => `Pris fra ${between(100, 999)} kr til ${between(1000, 9999)} kroner for ti ganger`, () => `Åttio år, ville lära sig mejla, ${amount(svUnits)} träffar bokade`, () => `Åtti år, ville lære e-post, ${amount(nbUnits)} treff avtalt`,
  () => `Seriestart ${between(1, 28)}.${between(1, 12)}., ${amount(nbUnits)} ganger à ${between(30, 90)} min`, () => `Modell HP ${between(1000, 9999)} x ${between(2, 6)} st`, () => `Ricoh MP C${between(2000, 6000)} ${one(["skrev inte ut", "kärvade"])}`,
  () => `Buss ${between(10, 99)}, ${between(100, 199)} och ${between(200, 399)}, byte ${clock(".")}`, () => `Blankett ${between(1000, 9999)} -> ${between(1000, 9999)} har bytt nummer`, () => `SKV ${between(1000, 9999)} och FK ${between(1000, 9999)}, ${amount(svUnits)} sidor`,
  () => `Ringde 1177, ${amount(svUnits)} gånger, sedan 114 14`, () => `Ringte 116 117, deretter 02800`, () => `WiFi ${between(2, 5)},4 GHz, kanal ${between(1, 13)} -> ${between(36, 48)}`, () => `Batteri ${between(10, 99)} % -> ${between(10, 99)} % på ${amount(svUnits)} timmar`,
  () => `Laddade ner ${between(100, 999)} MB x ${between(2, 9)}`, () => `Vecka ${between(1, 52)} -> ${between(1, 52)}, ${between(2024, 2027)}`, () => `Skoleåret ${between(2020, 2026)}/${between(21, 27)}, ${amount(nbUnits)} klasser`, () => `Sjuttio personer på ${between(100, 300)} platser`,
  () => `Sytti personer på ${between(100, 300)} plasser`, () => `Noll av ${amount(svUnits)} nådde fram till Försäkringskassan`, () => `Null av ${amount(nbUnits)} kom gjennom til NAV`, () => `Snabel på skrivaren, punkt ${between(1, 9)} i manualen`,
  () => `Kanelbulle och kaffe vid träffen, ${between(10, 40)} kr`, () => `Ät frukost kl ${clock(".")}, kom sedan hit`, () => `Hon skrev snabel-a fel i adressen`, () => `Fikk ikke til krøllalfa på tastaturet`];
for (let round = 0; round < 7; ++round) for (const write of ordinary) add("none", "*", write());
console.log(lines.join("\n"));

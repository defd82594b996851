// Writes generated.txt: made-up identifiers in every usual writing, and ordinary texts that look a little like them. The same
// each time. What a line expects comes from how it was made, never from the check. node make_cases.mjs > generated.txt
let state = 20261128;
const random = (below) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const between = (from, to) => from + random(to - from + 1);
const one = (all) => all[random(all.length)];
const two = (number) => String(number).padStart(2, "0");
const digits = (count) => Array.from({ length: count }, () => random(10)).join("");

const luhn = (head) => {
  let sum = 0;
  [...head].reverse().forEach((digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return String((10 - (sum % 10)) % 10);
};

function swedish() {
  const coordination = random(5) === 0;
  const year = between(1915, 2020);
  const date = two(year % 100) + two(between(1, 12)) + two(between(1, 28) + (coordination ? 60 : 0));
  const three = String(between(1, 999)).padStart(3, "0");
  return { century: String(Math.floor(year / 100)), date, serial: three + luhn(date + three) };
}

function norwegian() {
  for (;;) {
    const day = between(1, 28) + (random(4) === 0 ? 40 : 0);
    const nine = two(day) + two(between(1, 12)) + two(between(0, 99)) + digits(3);
    const check = (text, weights) => (11 - (weights.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 11)) % 11;
    const first = check(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = check(nine + first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return nine + first + second;
  }
}

const groups = (text, sizes) => sizes.reduce(([made, at], size) => [[...made, text.slice(at, at + size)], at + size], [[], 0])[0];
const spread = (text, gap) => [...text].join(gap);

const swedishWritings = [
  ({ date, serial }) => `${date}-${serial}`, ({ date, serial }) => date + serial, ({ date, serial }) => `${date} ${serial}`,
  ({ date, serial }) => `${date}+${serial}`, ({ date, serial }) => `${date}.${serial}`, ({ date, serial }) => `${date}/${serial}`,
  ({ date, serial }) => `${date} - ${serial}`, ({ date, serial }) => `${date}–${serial}`, ({ date, serial }) => `${date}\u00A0${serial}`,
  ({ century, date, serial }) => `${century}${date}-${serial}`, ({ century, date, serial }) => century + date + serial,
  ({ century, date, serial }) => `${century}${date} ${serial}`, ({ century, date, serial }) => `${century} ${date} ${serial}`,
  ({ century, date, serial }) => `${century}${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}-${serial}`,
  ({ century, date, serial }) => `${century}${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)} ${serial}`,
  ({ date, serial }) => groups(date + serial, [2, 2, 2, 4]).join("-"), ({ date, serial }) => groups(date + serial, [2, 2, 2, 4]).join(" "),
  ({ date, serial }) => groups(date + serial, [2, 2, 2, 4]).join("."), ({ date, serial }) => groups(date + serial, [2, 2, 2, 2, 2]).join(" "),
  ({ date, serial }) => `${date} ${serial.slice(0, 2)} ${serial.slice(2)}`, ({ date, serial }) => spread(date + serial, " "),
  ({ date, serial }) => `${spread(date, " ")} - ${spread(serial, " ")}`, ({ date, serial }) => spread(date + serial, "."),
  ({ date, serial }) => spread(date + serial, "-"), ({ date, serial }) => `${date} , ${serial}`, ({ date, serial }) => `${date}_${serial}`];
const norwegianWritings = [(n) => n, (n) => `${n.slice(0, 6)} ${n.slice(6)}`, (n) => `${n.slice(0, 6)}-${n.slice(6)}`,
  (n) => `${groups(n, [2, 2, 2]).join(".")} ${n.slice(6)}`, (n) => `${groups(n, [2, 2, 2]).join(".")}-${n.slice(6)}`,
  (n) => `${groups(n, [2, 2, 2]).join(" ")} ${n.slice(6)}`, (n) => `${n.slice(0, 6)} ${n.slice(6, 9)} ${n.slice(9)}`,
  (n) => `${groups(n, [2, 2, 2]).join(".")} ${n.slice(6, 9)} ${n.slice(9)}`,
  (n) => groups(n, [3, 3, 3, 2]).join(" "), (n) => `${n.slice(0, 6)}.${n.slice(6)}`, (n) => `${n.slice(0, 6)} - ${n.slice(6)}`,
  (n) => spread(n, " "), (n) => spread(n, "."), (n) => spread(n, "-"), (n) => `${n.slice(0, 6)}\u202F${n.slice(6)}`];

const mobile = () => `7${one("02369")}${digits(7)}`;
const swedishPhones = [(n) => `0${n.slice(0, 2)}-${n.slice(2, 5)} ${n.slice(5, 7)} ${n.slice(7)}`, (n) => `0${n}`,
  (n) => `0${n.slice(0, 3)}-${n.slice(3, 5)} ${n.slice(5, 7)} ${n.slice(7)}`, (n) => `0${n.slice(0, 2)} ${n.slice(2, 5)} ${n.slice(5, 7)} ${n.slice(7)}`,
  (n) => `0${n.slice(0, 2)}-${n.slice(2)}`, (n) => `0${n.slice(0, 2)}.${n.slice(2, 5)}.${n.slice(5, 7)}.${n.slice(7)}`,
  (n) => `0${n.slice(0, 2)}/${n.slice(2, 5)} ${n.slice(5)}`, (n) => `+46${n}`, (n) => `+46 ${n.slice(0, 2)} ${n.slice(2, 5)} ${n.slice(5, 7)} ${n.slice(7)}`,
  (n) => `+46 (0)${n.slice(0, 2)}-${n.slice(2, 5)} ${n.slice(5)}`, (n) => `+46(0)${n}`, (n) => `0046${n}`, (n) => `0046 ${n.slice(0, 2)} ${n.slice(2)}`,
  (n) => `+46-${n.slice(0, 2)}-${n.slice(2, 5)}-${n.slice(5)}`, (n) => `46${n}`, (n) => `(0${n.slice(0, 2)}) ${n.slice(2, 5)} ${n.slice(5)}`,
  (n) => spread(`0${n}`, " "), (n) => `+ 46 ${n.slice(0, 2)} ${n.slice(2)}`, (n) => `0${n.slice(0, 2)}–${n.slice(2, 5)} ${n.slice(5, 7)} ${n.slice(7)}`,
  (n) => `00 46 ${n.slice(0, 2)} ${n.slice(2)}`, (n) => `0${n.slice(0, 2)}-${n.slice(2, 4)} ${n.slice(4, 6)} ${n.slice(6)}`];
const landlines = () => one([`060-${between(10, 99)} ${digits(2)} ${digits(2)}`, `08-${between(100, 999)} ${digits(3)} ${digits(2)}`,
  `08-${between(10, 99)} ${digits(2)} ${digits(2)}`, `0660-${between(10, 99)}${digits(1)} ${digits(2)}`, `(060) ${between(10, 99)}${digits(4)}`,
  `031-${between(100, 999)} ${digits(2)} ${digits(2)}`, `0620 ${between(10, 99)}${digits(3)}`, `0611-${between(10, 99)}${digits(4)}`]);
const norwegianPhone = () => `${one("49")}${digits(7)}`.replace(/^0/, "4");
const norwegianPhones = [(n) => `+47 ${n}`, (n) => `+47${n}`, (n) => `0047 ${groups(n, [2, 2, 2, 2]).join(" ")}`, (n) => groups(n, [3, 2, 3]).join(" "),
  (n) => groups(n, [2, 2, 2, 2]).join(" "), (n) => `(+47) ${groups(n, [3, 2, 3]).join(" ")}`, (n) => `tlf ${n}`, (n) => `tlf. ${n}`, (n) => `mobil ${n}`,
  (n) => `ring ${n}`, (n) => `Ring ham på ${n}`, (n) => `ringte ${n}`, (n) => `telefonnummer: ${n}`, (n) => `mob: ${n}`, (n) => `sms til ${n}`,
  (n) => `${n} (mobil)`, (n) => groups(n, [2, 2, 2, 2]).join("."), (n) => groups(n, [2, 2, 2, 2]).join("-"), (n) => `+47-${groups(n, [3, 2, 3]).join("-")}`];
const foreignPhone = () => one([`+358 40 ${digits(3)} ${digits(4)}`, `+44 20 7946 0${digits(3)}`, `+1 202-555-01${digits(2)}`, `+45 ${between(20, 99)} ${digits(2)} ${digits(2)} ${digits(2)}`,
  `0049 151 ${digits(8)}`, `+963 11 ${digits(7)}`, `+48 5${digits(2)} ${digits(3)} ${digits(3)}`, `+380 67 ${digits(3)} ${digits(4)}`, `+252 61 ${digits(7)}`]);

const people = ["anna", "anna.berg", "a.berg", "kari_n", "per.olov.ek", "berg-lund", "nils1948", "lottis", "kalle.k", "m.hansen"];
const domains = [["example", "org"], ["example", "se"], ["example", "no"], ["gmail", "com"], ["hotmail", "com"], ["post", "example", "no"], ["telia", "com"]];
const addressWritings = [(p, d) => `${p}@${d.join(".")}`, (p, d) => `${p}(at)${d.join(".")}`, (p, d) => `${p} (at) ${d.join(".")}`, (p, d) => `${p}[at]${d.join(".")}`,
  (p, d) => `${p} [at] ${d.join(" dot ")}`, (p, d) => `${p} snabel-a ${d.join(" punkt ")}`, (p, d) => `${p} snabela ${d.join(".")}`, (p, d) => `${p}＠${d.join(".")}`,
  (p, d) => `${p} krøllalfa ${d.join(" punktum ")}`, (p, d) => `${p} @ ${d.join(".")}`, (p, d) => `${p}(a)${d.join(".")}`, (p, d) => `${p} at ${d.join(" dot ")}`,
  (p, d) => `${p}{at}${d.join(".")}`, (p, d) => `${p} (snabel-a) ${d.join(".")}`, (p, d) => `${p.toUpperCase()}@${d.join(".").toUpperCase()}`, (p, d) => `<${p}@${d.join(".")}>`,
  (p, d) => `mailto:${p}@${d.join(".")}`, (p, d) => `${p}(at)${d.join("(dot)")}`, (p, d) => `${p} [at] ${d.join(" [dot] ")}`, (p, d) => `${p}-at-${d.join(".")}`,
  (p, d) => `${p} krøll-alfa ${d.join(".")}`, (p, d) => `${p} snabel a ${d.join(" punkt ")}`, (p, d) => `${p}@ ${d.join(".")}`, (p, d) => `${p} (snabela) ${d.join(" (punkt) ")}`];

function card() {
  const [begin, length] = one([["4", 16], ["4", 13], ["51", 16], ["55", 16], ["2221", 16], ["34", 15], ["37", 15], ["6011", 16], ["65", 16], ["3528", 16], ["36", 14], ["3000", 14],
    ["5018", 16], ["6759", 16], ["4", 19], ["62", 17], ["62", 18]]);
  const head = begin + digits(length - begin.length - 1);
  return head + luhn(head);
}
const cardSizes = { 13: [4, 3, 3, 3], 14: [4, 6, 4], 15: [4, 6, 5], 16: [4, 4, 4, 4], 17: [4, 4, 4, 5], 18: [4, 4, 4, 6], 19: [4, 4, 4, 4, 3] };
const cardWritings = [(n) => n, (n) => groups(n, cardSizes[n.length]).join(" "), (n) => groups(n, cardSizes[n.length]).join("-"), (n) => groups(n, cardSizes[n.length]).join("."),
  (n) => spread(n, " ")];

const around = ["{}", "Ville veta mer, {}", "{} behövde hjälp med utskrift", "Bad oss notera {} till i morgon", "Hjelp med skjema ({})", "Kom inn kl 10, {}.", "Logga in: {}",
  "Fekk hjelp, {}, takk", "fråga om BankID; {}", "bibliotek, bord 3, {}"];
const lines = [];
const add = (kind, doubts, text) => lines.push(`${kind}\t${doubts}\t${JSON.stringify(text)}`);
const put = (kind, text) => add(kind, "*", one(around).replace("{}", () => text));

for (let round = 0; round < 6; ++round) {
  for (const write of swedishWritings) put("personal_number", write(swedish()));
  for (const write of norwegianWritings) put("personal_number", write(norwegian()));
  for (const write of swedishPhones) put("phone_number", write(mobile()));
  for (let i = 0; i < 6; ++i) put("phone_number", landlines());
  for (const write of norwegianPhones) put("phone_number", write(norwegianPhone()));
  for (let i = 0; i < 6; ++i) put("phone_number", foreignPhone());
  for (const write of addressWritings) put("email", write(one(people), one(domains)));
  for (const write of cardWritings) put("card_number", write(card()));
}

const clock = (gap) => two(between(7, 20)) + gap + one(["00", "15", "30", "45"]);
const badSwedish = () => {
  const { date, serial } = swedish();
  return `${date}-${serial.slice(0, 3)}${(Number(serial[3]) + between(1, 9)) % 10}`;
};
const organisation = () => {
  const head = `${one(["55", "21", "80", "96"])}${between(2, 9)}${digits(3)}${digits(3)}`;
  const number = head + luhn(head);
  return `${number.slice(0, 6)}-${number.slice(6)}`;
};
const norwegianOrganisation = () => `9${digits(2)} ${digits(3)} ${digits(3)}`;
const day = () => one([`${between(2019, 2027)}-${two(between(1, 12))}-${two(between(1, 28))}`, `${between(1, 28)}/${between(1, 12)}`, `${two(between(1, 28))}.${two(between(1, 12))}.${between(2019, 2027)}`,
  `${between(1, 28)} mars ${between(2019, 2027)}`]);
const isbn = () => `978-91-${between(1000, 9999)}-${between(100, 999)}-${between(0, 9)}`;
const ordinary = [() => `Öppet ${clock("")}-${clock("")} hela veckan`, () => `Åpent ${clock(".")}–${clock(".")}`, () => `Öppettider ${clock(":")}-${clock(":")}, lördag ${clock(":")}-${clock(":")}`,
  () => `Född ${between(1930, 2010)}, ville ha lånekort`, () => `Mellan ${between(1990, 2010)} och ${between(2011, 2026)} bodde hon utomlands`, () => `Diarienummer KS ${between(2015, 2026)}/${digits(5)}`,
  () => `Ärende ${between(2020, 2026)}-${digits(5)} hos kommunen`, () => `Saksnr ${between(2020, 2026)}/${digits(4)}`, () => `Dnr ${between(2020, 2026)}-${digits(6)}-${between(1, 9)}`,
  () => `Kostar ${between(1, 99)} ${digits(3)} kr`, () => `Priset är ${between(100, 999)}:- styck`, () => `Betalte ${between(1, 9)} ${digits(3)} kroner for kurset`, () => `${between(1, 99)},${digits(2)} kr per sida`,
  () => `Mötet ${day()} kl ${clock(".")}`, () => `${day()} - ${day()}`, () => `Kursen börjar ${day()}`, () => `Organisationsnummer ${organisation()}`, () => `Föreningen har orgnr ${organisation()}`,
  () => `Org.nr. ${norwegianOrganisation()}`, () => `orgnr ${norwegianOrganisation()} MVA`, () => `Numret ${badSwedish()} godtogs inte`, () => `${badSwedish()}`, () => `Andel ${between(1, 99)},${digits(1)} % av besöken`,
  () => `Version ${between(1, 20)}.${between(0, 20)}.${between(0, 9999)}`, () => `Windows 11 ${between(22, 26)}H2, build ${between(10000, 26999)}.${between(1, 9999)}`, () => `${between(100, 989)} ${two(between(10, 99))} Sundsvall`,
  () => `Postnr ${digits(4).replace(/^0/, "1")} Trondheim`, () => `Sal ${between(1, 9)}${digits(2)}, plan ${between(1, 9)}`, () => `Rom ${between(1, 9)}${digits(3)}`, () => `${between(2, 200)} personer på ${between(1, 9)} timmar`,
  () => `Buss ${between(1, 999)} går ${clock(".")} och ${clock(".")}`, () => `Linje ${between(1, 99)}, ${between(100, 699)} och ${between(700, 999)}`, () => `IP 192.168.${between(0, 255)}.${between(0, 255)}`,
  () => `Skrivaren har 10.${between(0, 255)}.${between(0, 255)}.${between(1, 254)}`, () => `ISBN ${isbn()}`, () => `isbn ${isbn().replace(/-/g, "")}`, () => "Kortet spärrades av banken, konto finns kvar",
  () => `Bytte bank, kontot hade ${between(1, 9)} ${digits(3)} kr`, () => "Ville veta var kontonumret står", () => `Swish till bankkonto tar ${between(1, 5)} dagar`, () => `${between(1, 9)} st papper, ${between(10, 99)} kopior à ${between(1, 9)} kr`,
  () => `iPhone ${between(8, 16)} med iOS ${between(14, 18)}.${between(0, 6)}`, () => `Vecka ${between(1, 52)}, ${between(2020, 2027)}`, () => `Läsåret ${between(2019, 2025)}/${between(20, 27)}`, () => `Pinkod med ${between(4, 6)} siffror glömd`,
  () => `Ringde ${one(["112", "1177", "114 14", "116 117", "0771-567 567", "020-22 40 50", "02800", "800 80 000"])} om hjälp`, () => `Faktura ${digits(8).replace(/^0/, "3")} betald`, () => `OCR ${digits(14).replace(/^0/, "7")}`,
  () => `KID ${digits(16).replace(/^0/, "8")}`, () => `Ordernr ${digits(10).replace(/^0/, "5")}`, () => `Artikel ${digits(7)}`, () => `Streckkod 73${digits(11)}`, () => `fel 0x8007${digits(4)}`, () => `${between(1920, 3840)}x${between(1080, 2160)} pixlar`,
  () => `${between(1, 30)}-${between(31, 90)} år, ${between(2, 40)} deltagare`, () => `${between(1, 9)} av ${between(10, 20)} lyckades`, () => `kl ${clock(":")}, ${clock(":")} och ${clock(":")}`, () => `sidorna ${between(10, 99)}-${between(100, 199)}`,
  () => `${between(1, 12)}.${two(between(0, 59))}-${between(13, 20)}.${two(between(0, 59))}`, () => `Reg.nr ABC ${digits(3)}`, () => `Modell SM-G${digits(3)}B`, () => `Tog ${between(1, 9)} minuter, ${between(10, 60)} sekunder`,
  () => `temp ${between(-20, -1)} till +${between(1, 30)}`, () => `${between(1, 9)} ${digits(3)} ${digits(3)} kronor i budget`, () => `Bokning ${digits(8).replace(/^0/, "6")} bekräftad`, () => `Ärendenummer ${digits(8).replace(/^0/, "4")}`,
  () => `serienr ${digits(9)}`, () => `${between(5, 99)} GB av ${between(100, 999)} GB`, () => `skickade blankett ${between(1000, 9999)} utgåva ${between(1, 30)}`, () => `FK ${between(1000, 9999)} och SKV ${between(1000, 9999)}`];
for (let round = 0; round < 8; ++round) for (const write of ordinary) add("none", "", write());

const doubtful = () => `${one("234567")}${digits(7)}`;
for (let i = 0; i < 12; ++i) {
  let number = doubtful();
  while (/^(19|20)|^..(0[1-9]|1[0-2])(19|20)/.test(number)) number = doubtful();
  add("none", "phone_number", one(["Fikk {} på en lapp", "{}", "Noterte {} etterpå"]).replace("{}", number));
}
console.log(lines.join("\n"));

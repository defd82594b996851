// E-mail addresses, also as people spell them: src/inquiries/email_address.cpp.
import { holdsPersonName } from "./person_name.mjs";
import { isLetter, isWord } from "./plain.mjs";

// The first that fits; "x" stands for any letter beside a-z.
const spellings = [
  ...["at", "xt", "a"].flatMap((at) => ["()", "[]", "{}"].flatMap(([open, close]) => [[` ${open}${at}${close} `, "@"], [`${open}${at}${close}`, "@"],
    [` ${open} ${at} ${close} `, "@"]])),
  ["[.]", "."], ["(.)", "."], ["{.}", "."], [" <at> ", "@"], ["<at>", "@"], [" -at- ", "@"], ["-at-", "@"], ["-dot-", "."], ["_at_", "@"], ["/at/", "@"], ["|at|", "@"], [" (@) ", "@"],
  ["(@)", "@"], ["[@]", "@"],
  ...["snabel-a", "snabela", "snabel a", "krxllalfa", "krxll-alfa", "krxll alfa", "alfakrxll", "at-tecken", "at tecken",
    "at-tecknet", "at-tegn", "at tegn", "at-tegnet", "@-tecken", "@-tecknet", "@-tegn", "@-tegnet", "snabel", "kanelbulle"].flatMap((word) =>
    [[` ${word} `, "@"], [` <${word}> `, "@"], [`<${word}>`, "@"], [` (${word}) `, "@"], [`(${word})`, "@"], [` [${word}] `, "@"], [`[${word}]`, "@"]]),
  ...["dot", "punkt", "punktum", "prikk", "prick"].flatMap((word) =>
    [[` (${word}) `, "."], [`(${word})`, "."], [` [${word}] `, "."], [`[${word}]`, "."], [` ${word} `, "."]])];
const beginnings = " ([{<-_/|";

// Where people have addresses of their own; also without ".com".
const freeProviders = ["gmail", "googlemail", "hotmail", "outlook", "live", "icloud", "yahoo", "proton", "protonmail", "msn"];
const providers = [...freeProviders, "telia", "comhem", "bredband", "spray"];
// Before "@" these are offices, not people.
const functions = new Set(["info", "information", "kontakt", "kontakta", "contact", "kommun", "kommunen", "kommune", "kommuneinfo",
  "medborgarkontor", "medborgarkontoret", "medborgarservice", "kontaktcenter", "kundcenter", "servicecenter", "servicetorg",
  "servicetorget", "innbyggertorg", "innbyggerservice", "bibliotek", "biblioteket", "stadsbiblioteket", "folkebibliotek", "post",
  "postmottak", "postmottaket", "firmapost", "registrator", "registratur", "diarium", "arkiv", "support", "helpdesk",
  "kundservice", "kundeservice", "kundtjxnst", "kundtjanst", "reception", "resepsjon", "bygglov", "noreply", "no-reply"]);
// Before " at " and an address of the web these are words of English and Norwegian, no beginning of an e-mail address.
const wordsBeforeAt = new Set(["a", "an", "the", "and", "or", "us", "me", "him", "her", "them", "you", "it", "is", "are", "was",
  "were", "be", "been", "this", "that", "these", "here", "there", "meet", "met", "meeting", "meetings", "look", "looked", "looking",
  "looks", "visit", "visited", "see", "seen", "saw", "read", "found", "find", "available", "online", "more", "info", "apply",
  "applied", "book", "booked", "sign", "signed", "log", "logged", "in", "up", "on", "out", "form", "forms", "page", "pages",
  "site", "report", "order", "ordered", "buy", "bought", "pay", "paid", "register", "registered", "listed", "check", "checked",
  "work", "works", "worked", "working", "start", "stop", "error", "errors", "login", "account", "problem", "help", "helped",
  "service", "services", "hours", "good", "sier", "seier", "sa", "slik", "for", "om", "etter"]);
const ends = ["se", "no", "com", "net", "org", "nu", "eu", "dk", "fi", "info"];
const spelledPoints = [" dot ", " punkt ", " punktum ", " prikk ", " prick ", "(dot)", "[dot]", " [dot] ", " (dot) ",
  "(punkt)", " (punkt) "];

function skipSpaces(text, at) {
  let past = at;
  for (let i = 0; i < 2 && (text[past] === " " || text[past] === "\n"); ++i) ++past;
  return past;
}

/** "example.se", "xn--…", "[192.0.2.1]", and with a slip "example,se", at the beginning. */
function beginsWithDomain(text) {
  if (text[0] === "[" && isWord(text[1])) return true;
  let at = 0;
  let dotted = false;
  while (isWord(text[at])) {
    const begin = at;
    while (isWord(text[at]) || text[at] === "-" || text[at] === "_") ++at;
    if (dotted && at - begin >= 2 && isLetter(text[begin])) return true;
    if (text[at] === "," && beginsWithAny(text.slice(at + 1), ends)) return true;
    if (text[at] !== ".") return false;
    dotted = true;
    ++at;
  }
  return false;
}

const beginsWithAny = (text, names) => names.some((name) =>
  text.startsWith(name) && !(isWord(text[name.length]) || text[name.length] === "-"));

function localPart(text, end) {
  let begin = end;
  while (begin > 0 && (isWord(text[begin - 1]) || "._-+".includes(text[begin - 1]))) --begin;
  return text.slice(begin, end);
}

function holdsAddress(lower) {
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    let before = at;
    for (let i = 0; i < 2 && before > 0 && lower[before - 1] === " "; ++i) --before;
    if (before === 0 || !(isWord(lower[before - 1]) || "!#$%&'*+-/=?^_`{|}~.\"".includes(lower[before - 1]))) continue;
    const domain = lower.slice(skipSpaces(lower, at + 1));
    if (functions.has(localPart(lower, before)) && !beginsWithAny(domain, freeProviders)) continue;
    if (beginsWithAny(domain, providers) && before === at && domain.length === lower.length - at - 1) return true;
    if (beginsWithDomain(domain)) return true;
  }
  return false;
}

const dottedWord = (text) => /^[a-zA-Z0-9._-]*/.exec(text)[0].replace(/[._-]+$/, "");

/** " at " is a word of English and Norwegian. It stands for the sign where a spelled point follows the next word, before a
 *  provider of mail, behind what only an address looks like, and where the address ends the sentence. */
function isSpelledAt(text, at) {
  if (!text.startsWith(" at ", at) && !text.startsWith(" xt ", at)) return false;
  const domain = dottedWord(text.slice(at + 4));
  const after = text.slice(at + 4 + domain.length);
  if (domain !== "" && spelledPoints.some((point) => after.startsWith(point))) return true;
  const local = localPart(text, at);
  if (local === "" || !beginsWithDomain(domain) || domain.startsWith("www.")) return false;
  if (beginsWithAny(domain, providers) || /[._0-9]/.test(local)) return true;
  // "åt" is a word of its own.
  if (text[at + 1] === "x") return false;
  if (holdsPersonName(local[0].toUpperCase() + local.slice(1))) return true;
  return !(after[0] === " " || after[0] === "/") && !wordsBeforeAt.has(local);
}

/** The signs in place of the words that are written for them. */
function withSigns(lower) {
  let made = "";
  for (let at = 0; at < lower.length;) {
    const found = beginnings.includes(lower[at]) ? spellings.find(([spelled]) => lower.startsWith(spelled, at)) : undefined;
    if (isSpelledAt(lower, at)) {
      made += "@";
      at += 4;
    } else if (found) {
      made += found[1];
      at += found[0].length;
    } else {
      made += lower[at++];
    }
  }
  return made;
}

/** anna%40example.se, anna&#64;example.se, anna@@example.se, anna @ example . se */
function withPlainSigns(lower) {
  const codes = ["%40", "&#64;", "&#x40;", "&commat;"];
  let made = "";
  for (let at = 0; at < lower.length;) {
    const code = codes.find((one) => lower.startsWith(one, at));
    if (code || lower[at] === "@") {
      if (!made.endsWith("@")) made += "@";
      at += code ? code.length : 1;
      continue;
    }
    const isApart = lower[at] === "." && made.endsWith(" ");
    const next = isApart ? skipSpaces(lower, at + 1) - at : 1;
    if (isApart && beginsWithAny(lower.slice(at + next), ends)) made = `${made.replace(/ +$/, "")}.`;
    else made += lower.slice(at, at + next);
    at += next;
  }
  return made;
}

export function holdsEmail(plain) {
  const lower = withPlainSigns(plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  return holdsAddress(lower) || holdsAddress(withSigns(lower));
}

/** anna@example: an address whose end is missing, or somebody's name elsewhere. Not those of offices. A sign, not a proof. */
export function holdsCutEmail(plain) {
  const lower = withPlainSigns(plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    const local = localPart(lower, at);
    if (/[a-z]/.test(local) && !functions.has(local) && /^[a-z][a-z0-9-]{2}/.test(lower.slice(at + 1, at + 4))) return true;
  }
  return false;
}

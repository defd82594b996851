// E-mail addresses, also as people spell them: src/platform/personal/email_address.cpp.
import { holdsPersonName } from "./person_name.mjs";
import { isLetter, isWord } from "./plain.mjs";

// In place of the sign or the point; "x" stands for any letter beside a-z. The short ones stand in brackets, the next also run
// together with what is beside them; the longer of two that begin alike comes first.
const shortSigns = ["at", "xt", "a"];
const plainSigns = ["snabel-a", "snabela", "krxllalfa", "krxll-alfa", "alfakrxllen", "alfakrxll", "alfakrulle", "alfakrull",
  "alfakrxl", "krullalfa", "krull-alfa", "krxllealfa"];
const signWords = ["snabel a", "snabel", "krxll alfa", "krxll-a", "krxll a", "alfa krxll", "alfa-krxll", "alfa krulle", "alfa-krulle",
  "alfa krull", "krull alfa", "at-tecknet", "at-tecken", "at tecken", "at-tegnet", "at-tegn", "at tegn", "@-tecknet", "@-tecken",
  "@-tegnet", "@-tegn", "kanelbulle"];
const pointWords = ["dot", "punktum", "punkt", "prikk", "prick"];
const beginnings = " \n([{<_-/|*\"'.ska";
const openings = "([{<_-/|*\"'.";
const closings = ")]}>_-/|*\"'.";

// Where people have addresses of their own; also without ".com".
const freeProviders = ["gmail", "googlemail", "hotmail", "outlook", "live", "icloud", "yahoo", "proton", "protonmail", "msn"];
const providers = [...freeProviders, "telia", "comhem", "bredband", "spray", "getmail", "tele2", "passagen", "swipnet", "broadpark"];
// Names that stand for nothing else: also run together with what is before them.
const mailNames = ["gmail", "googlemail", "hotmail", "outlook", "icloud", "yahoo", "protonmail"];
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
const isSpace = (c) => c === " " || c === "\n";

function skipSpaces(text, at) {
  let past = at;
  for (let i = 0; i < 2 && isSpace(text[past]); ++i) ++past;
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

/** How many characters a spelled point has that begins the text: "punktcom" → 5. 0 where no end of an address follows. */
const lengthOfGluedPoint = (text) => pointWords.find((word) =>
  text.startsWith(word) && beginsWithAny(text.slice(word.length), ends))?.length ?? 0;

/** "gmailpunktcom", "example.comhemdotse": letters and figures with a spelled point before the end. */
function beginsWithGluedDomain(text) {
  for (let at = 0; isWord(text[at]) || text[at] === "-" || text[at] === "."; ++at) {
    if (at >= 2 && lengthOfGluedPoint(text.slice(at)) > 0) return true;
  }
  return false;
}

/** "gmailcom", "gmail com", "gmail ,com": a provider of mail and an end, without the point between them. */
const beginsWithSlippedProvider = (text) => providers.some((name) => {
  if (!text.startsWith(name)) return false;
  const rest = text.slice(name.length);
  const end = /^[ ,;.]*/.exec(rest)[0].length;
  return end <= 2 && beginsWithAny(rest.slice(end), ends);
});

function localPart(text, end) {
  let begin = end;
  while (begin > 0 && (isWord(text[begin - 1]) || "._-+".includes(text[begin - 1]))) --begin;
  return text.slice(begin, end);
}

function holdsAddress(lower) {
  for (let at = lower.indexOf("@"); at >= 0; at = lower.indexOf("@", at + 1)) {
    let before = at;
    for (let i = 0; i < 2 && before > 0 && isSpace(lower[before - 1]); ++i) --before;
    if (before === 0 || !(isWord(lower[before - 1]) || "!#$%&'*+-/=?^_`{|}~.\"".includes(lower[before - 1]))) continue;
    const domain = lower.slice(skipSpaces(lower, at + 1));
    if (functions.has(localPart(lower, before)) && !beginsWithAny(domain, freeProviders)) continue;
    if (beginsWithAny(domain, providers) && before === at && domain.length === lower.length - at - 1) return true;
    if (beginsWithDomain(domain) || beginsWithGluedDomain(domain) || beginsWithSlippedProvider(domain)) return true;
  }
  return false;
}

const dottedWord = (text) => /^[a-zA-Z0-9._-]*/.exec(text)[0].replace(/[._-]+$/, "");

/** What is written around a word that stands for a sign: "(at)", " [ at ] ", "_at_", "<punkt>", " snabel-a ". */
function wrapped(text, begin, word) {
  let at = skipSpaces(text, begin);
  const hasSpace = at > begin;
  const opening = at < text.length ? openings.indexOf(text[at]) : -1;
  if (opening >= 0) {
    ++at;
    if (text[at] === " ") ++at;
  }
  if (!text.startsWith(word, at)) return {};
  at += word.length;
  if (opening < 0) {
    const end = skipSpaces(text, at);
    return { isSpaced: hasSpace && end > at, end };
  }
  if (text[at] === " ") ++at;
  return text[at] === closings[opening] ? { isBracketed: true, end: skipSpaces(text, at + 1) } : {};
}

/** Past the point that is spelled there, or 0. */
function endOfSpelledPoint(text, at) {
  for (const word of pointWords) {
    const found = wrapped(text, at, word);
    if (found.isBracketed || found.isSpaced) return found.end;
  }
  const found = wrapped(text, at, ".");
  return found.isBracketed && "([{<".includes(text[at]) ? found.end : 0;
}

/** Past the sign that is spelled there, or 0. */
function endOfSpelledSign(text, at) {
  for (const word of plainSigns) {
    const { end } = wrapped(text, at, word);
    if (end) return end;
  }
  for (const word of signWords) {
    const found = wrapped(text, at, word);
    if (found.isBracketed || found.isSpaced) return found.end;
  }
  for (const word of shortSigns) {
    const found = wrapped(text, at, word);
    // "_a_" and "/åt/" are no signs.
    const opening = text[skipSpaces(text, at)];
    if (found.isBracketed && ((word === "at" && opening !== ".") || "([{<".includes(opening))) return found.end;
  }
  const found = wrapped(text, at, "@");
  return found.isBracketed ? found.end : 0;
}

/** " at " is a word of English and Norwegian. It stands for the sign where a spelled point follows the next word, before a
 *  provider of mail, behind what only an address looks like, and where the address ends the sentence. */
function isSpelledAt(text, at) {
  if (!text.startsWith(" at ", at) && !text.startsWith(" xt ", at)) return false;
  const domain = dottedWord(text.slice(at + 4));
  const after = text.slice(at + 4 + domain.length);
  if (domain !== "" && endOfSpelledPoint(after, 0) > 0) return true;
  const local = localPart(text, at);
  // "1177.se" is no provider of mail.
  if (local === "" || !beginsWithDomain(domain) || domain.startsWith("www.") || /^\d+\./.test(domain)) return false;
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
    const mayBegin = beginnings.includes(lower[at]);
    const sign = mayBegin ? endOfSpelledSign(lower, at) : 0;
    const point = mayBegin && sign === 0 ? endOfSpelledPoint(lower, at) : 0;
    if (isSpelledAt(lower, at)) {
      made += "@";
      at += 4;
    } else if (sign > 0 || point > 0) {
      made += sign > 0 ? "@" : ".";
      at = Math.max(sign, point);
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

/** "a n n a @ g m a i l . c o m": single characters with one sign between them, three or more, put together. */
function withLettersTogether(lower) {
  const parts = (c) => c === undefined || isSpace(c) || c === "-";
  const isSingle = (at) => at < lower.length && !parts(lower[at]) && parts(lower[at - 1]) && parts(lower[at + 1]);
  let made = "";
  for (let at = 0; at < lower.length;) {
    let end = at;
    while (isSingle(end) && (end === at || lower[end - 1] === lower[at + 1])) end += 2;
    if (end < at + 6) {
      made += lower[at++];
      continue;
    }
    for (; at < end; at += 2) made += lower[at];
    at = end - 1;
  }
  return made;
}

/** An address that is cut by the end of a line: anna@exam⏎ple.se, anna@example.⏎se. */
function withLinesTogether(lower) {
  let made = "";
  let isBehindSign = false;
  for (const c of lower) {
    if (c === "\n" && isBehindSign) continue;
    isBehindSign = (c === "@" && isWord(made.at(-1))) || (isBehindSign && !isSpace(c));
    made += c;
  }
  return made;
}

const abbreviations = ["t.ex", "bl.a", "m.fl", "m.m", "d.v.s", "f.eks", "o.l", "p.g.a", "f.d", "e.l", "o.s.v", "s.k"];
const products = ["iphone", "ipad", "windows", "win", "android", "galaxy", "samsung", "office", "macos", "ios"];

/** "anna.berg", "anna_berg", "annaberg52"; no "t.ex", "10.30", "1177.se", "iphone15". */
function looksLikeLocal(word) {
  if ([...word].filter(isLetter).length < 3 || !isWord(word[0]) || !isWord(word.at(-1)) || abbreviations.includes(word)) return false;
  if (word.includes("_")) return true;
  if (word.includes(".")) return !beginsWithAny(word.slice(word.lastIndexOf(".") + 1), ends);
  const [, name] = /^([a-z][^0-9]*)[0-9]{2,}$/.exec(word) ?? [];
  return name !== undefined && !products.includes(name);
}

/** "anna.berg gmail.com": the sign is missing. */
function holdsAddressWithoutSign(lower) {
  for (let at = lower.indexOf(" "); at >= 0; at = lower.indexOf(" ", at + 1)) {
    const host = lower.slice(skipSpaces(lower, at));
    if (!beginsWithAny(host, providers) || !beginsWithDomain(host)) continue;
    const local = localPart(lower, at);
    if (local !== "" && looksLikeLocal(local)) return true;
  }
  return false;
}

/** "annaatgmail.com", "annaatgmailpunktcom": all of it one word. */
function holdsGluedAddress(lower) {
  for (let at = lower.indexOf("at"); at >= 0; at = lower.indexOf("at", at + 1)) {
    if (at < 3 || ![...lower.slice(at - 3, at)].every(isWord)) continue;
    const name = mailNames.find((one) => lower.startsWith(one, at + 2));
    if (name === undefined) continue;
    const rest = lower.slice(at + 2 + name.length);
    if (rest[0] === "." && beginsWithAny(rest.slice(1), ends)) return true;
    if (lengthOfGluedPoint(rest) > 0 || endOfSpelledPoint(rest, 0) > 0) return true;
  }
  return false;
}

export function holdsEmail(plain) {
  const lower = withPlainSigns(plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
  if (holdsAddress(lower) || holdsGluedAddress(lower)) return true;
  const signs = withSigns(lower);
  if (holdsAddress(signs) || holdsAddressWithoutSign(signs) || holdsAddress(withLinesTogether(signs))) return true;
  const together = withLettersTogether(lower);
  return together !== lower && holdsAddress(withSigns(withPlainSigns(together)));
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

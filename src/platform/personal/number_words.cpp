#include "platform/personal/number_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "platform/personal/word_list.h"

namespace digilots::personal {

namespace {

constexpr std::size_t reach = said_within, words_before = 6, words_after = 3;

// Letters beside a-z are "x" in plain text: "ärende" → "xrende", "nås" → "nxs".
constexpr WordList phone_words{std::array<std::string_view, 54>{
    "ring", "ringa", "ringe", "ringje", "ringer", "ringde", "ringt", "tlf", "tel", "tfn", "mob", "sms", "smsa", "call",
    "calls", "called", "text", "texted", "phone", "whatsapp", "viber", "nxs", "nxr", "nxdd", "kontakt", "kontakta",
    "kontakte", "contact", "dial", "reach", "ringte", "oppringt", "skriv", "skrive", "nummeret", "tlfnr", "telnr", "vipps",
    "signal", "svarer", "svarar", "treffes", "treffast", "ringes", "ringast", "ringjast", "nxast", "uppringd", "uppringning",
    "oppringing", "tilbakeringing", "mms", "smsar", "smser"}};
constexpr WordList phone_stems{std::array<std::string_view, 5>{
    "telefon", "mobil", "phone", "telenr", "operatxr"}};
// By whom somebody may be reached: a number beside them that may be a phone is one.
constexpr WordList people{std::array<std::string_view, 123>{
    "son", "sonen", "sxn", "sxnn", "sxnnen", "dotter", "dottern", "dotra", "datter", "datteren", "dattera", "mamma", "mor",
    "moren", "mora", "mamman", "pappa", "far", "faren", "fadern", "pappan", "make", "maken", "maka", "makan", "fru",
    "frun", "hustru", "hustrun", "mannen", "kona", "kone", "konen", "ektefelle", "ektefellen", "sambo", "sambon",
    "samboer", "samboeren", "sambuar", "bror", "broren", "brodern", "broder", "syster", "systern", "systera", "sxster",
    "sxsteren", "sxstera", "granne", "grannen", "nabo", "naboen", "kompis", "kompisen", "venn", "vennen", "venninne",
    "venninna", "vxninna", "vxninnan", "vxnnen", "pxrxrende", "pxrxrande", "anhxrig", "anhxriga", "anhxrigs", "verge",
    "vergen", "verje", "verja", "fxrvaltare", "fxrvaltaren", "fullmektig", "barnbarn", "barnbarnet", "barnebarn",
    "barnebarnet", "svxrson", "svxrdotter", "svigersxnn", "svigerdatter", "svxrmor", "svigermor", "mormor", "morfar",
    "farmor", "farfar", "bestemor", "bestefar", "kusin", "kusinen", "fetter", "tante", "moster", "faster", "onkel",
    "daughter", "husband", "wife", "mother", "father", "brother", "sister", "neighbour", "neighbor", "friend", "hennes",
    "hennar", "hans", "brukeren", "brukaren", "besxkaren", "besxkende", "damen", "dama", "herren", "mannens", "sonens",
    "kundens", "her", "his"}};
constexpr WordList pronouns{std::array<std::string_view, 11>{
    "hun", "hon", "han", "ho", "hen", "she", "he", "him", "henne", "honom", "ham"}};
// "hans nummer", "bytte nummer"
constexpr WordList whose_number{std::array<std::string_view, 30>{
    "nytt", "nye", "ny", "bytte", "byta", "byt", "byttet", "hans", "hennes", "hennar", "sitt", "mitt", "ditt", "deras",
    "deres", "rxtt", "rett", "riktig", "privat", "privata", "eget", "egna", "samma", "samme", "gammalt", "gammelt", "new",
    "his", "her", "their"}};

constexpr WordList ordinary_words{std::array<std::string_view, 88>{
    "id", "ref", "sak", "saken", "dnr", "jnr", "org", "kid", "ocr", "sum", "kod", "kode", "code", "kr", "sek", "nok", "eur",
    "usd", "case", "kort", "pris", "vare", "dok", "imei", "nr", "buss", "bussen", "linje", "linjen", "side", "sida", "sider",
    "sidor", "sidorna", "rum", "rom", "sal", "puk", "bg", "pg", "mxl", "mxlnr", "ismn", "issn", "doi", "postnord", "dhl",
    "lot", "batch", "avi", "sn", "iccid", "sim", "skylt", "best", "budget", "budsjett", "budsjettet", "saldo", "passord",
    "lxsen", "lxsenord", "password", "pin", "error", "feil", "felmeddelande", "mxlet", "dom", "beslut", "kx", "kxlapp",
    "gnr", "bnr", "ups", "fedex", "gls", "bring", "schenker", "posten", "licens", "lisens", "key", "ean", "gtin", "vin",
    "zon", "sone"}};
constexpr WordList ordinary_stems{std::array<std::string_view, 97>{
    "xrende", "saks", "diarie", "referen", "order", "ordre", "bestxll", "bestill", "faktur", "invoice", "kund", "customer",
    "artikel", "artikkel", "varen", "serie", "serial", "kvitt", "receipt", "bokning", "booking", "journal", "ticket",
    "biljett", "billett", "lxnekort", "bibliotek", "modell", "model", "version", "versjon", "price", "kostar", "koster",
    "kostet", "belopp", "belxp", "summa", "konto", "account", "arkiv", "dokument", "vedtak", "avgxr", "avgang", "avgxng",
    "telefontid", "xppet", "xppnings", "xpnings", "xpent", "bankgiro", "plusgiro", "paket", "pakke", "kontrolln", "mxtar",
    "mxler", "elmxt", "strxmmxl", "vattenm", "vannm", "anlxgg", "anlegg", "produkt", "product", "aktivering", "xterstxll",
    "gjenopprett", "bitlocker", "kolli", "sxndning", "sending", "spxrning", "sporing", "tracking", "fxrsxnd", "forsend",
    "maskin", "chassi", "tillv", "inventar", "medlem", "avtal", "betalningsmott", "betalingsmott", "licensn", "poxng",
    "poeng", "utgxva", "isbn", "mxlepunkt", "autogiro", "anmxl", "ansxk", "sxknad", "fxrfrxgan"}};
// Of things that have numbers of ten figures and more.
constexpr WordList thing_words{std::array<std::string_view, 21>{
    "ocr", "kid", "imei", "iccid", "ean", "gtin", "sn", "batch", "lot", "avi", "vin", "dhl", "ups", "gls", "postnord",
    "bring", "schenker", "mxl", "best", "bg", "pg"}};
constexpr WordList thing_stems{std::array<std::string_view, 45>{
    "order", "ordre", "bestxll", "bestill", "serie", "serial", "artikel", "artikkel", "varen", "paket", "pakke", "kolli",
    "sxndning", "sending", "spxrning", "sporing", "tracking", "fxrsxnd", "forsend", "mxtar", "mxler", "elmxt", "strxmmxl",
    "vattenm", "vannm", "anlxgg", "anlegg", "produkt", "product", "maskin", "chassi", "tillv", "inventar", "faktur",
    "invoice", "biljett", "billett", "licens", "lisens", "aktivering", "isbn", "mxlepunkt", "bankgiro", "plusgiro",
    "autogiro"}};
// "mobilnr", "jobbnummer": no numbers of things, as "mätarnr" and "medlemsnummer" are.
constexpr WordList reached_stems{std::array<std::string_view, 30>{
    "tel", "tlf", "tfn", "mob", "hem", "hjem", "heim", "jobb", "arb", "privat", "swish", "vipps", "kontakt", "direkt",
    "ring", "sms", "fasttel", "fastnett", "reserv", "nxd", "anhxr", "pxrxr", "hus", "nytt", "nye", "mam", "pap",
    "pnr", "fnr", "pers"}};
// Nor are "kortnr" and "personnummer".
constexpr WordList person_stems{std::array<std::string_view, 16>{
    "kort", "bankkort", "visa", "konto", "bankkonto", "clearing", "iban", "personn", "persn", "fxd", "samord", "pass",
    "kund", "kunde", "customer", "client"}};
constexpr WordList office_stems{std::array<std::string_view, 30>{
    "kommun", "kontaktcenter", "kundcenter", "kundtjxnst", "kundservice", "kundeservice", "kundesenter", "servicecenter",
    "servicetorg", "medborgar", "medborger", "innbygger", "vxxel", "sentralbord", "reception", "resepsjon", "bibliotek",
    "bank", "myndighet", "etat", "vxrdcentral", "sjukhus", "sykehus", "legekontor", "legevakt",
    "tannlege", "fxrvaltning", "regionen", "helsestasjon", "skolan"}};
// Right before a number they tell whose it is, not what: "kund: 070-…".
constexpr WordList who_it_is{std::array<std::string_view, 6>{
    "kund", "kunden", "kunde", "kundens", "customer", "customers"}};
// Between such a word and its number.
constexpr WordList fillers{std::array<std::string_view, 12>{
    "nr", "nummer", "number", "no", "num", "er", "xr", "is", "pa", "px", "har", "has"}};
// "ring om du hinner" speaks of ringing; "ring om räkningen" of a bill.
constexpr WordList who_rings{std::array<std::string_view, 25>{
    "du", "han", "hon", "hun", "ho", "hen", "jag", "jeg", "eg", "vi", "ni", "de", "dei", "dere", "dykk", "det", "man",
    "nxgon", "noen", "nokon", "mxjligt", "mulig", "mogleg", "nxdvxndigt", "nxdvendig"}};

char small_letter_of(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_a_to_z(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// A short stretch of the text in small letters.
class Beside {
public:
    explicit Beside(std::string_view text) : length_(std::min(text.size(), reach)) {
        std::ranges::transform(text.substr(0, length_), text_.begin(), small_letter_of);
    }
    std::string_view text() const { return {text_.data(), length_}; }

private:
    std::array<char, reach> text_;
    std::size_t length_;
};

/// The word that ends `text`, or ends nearest before its end; what is before it stays in `text`. "" where there is none.
std::string_view take_last_word(std::string_view& text) {
    while (!text.empty() && !is_letter_of_word(text.back())) text.remove_suffix(1);
    std::size_t begin = text.size();
    while (begin > 0 && is_letter_of_word(text[begin - 1])) --begin;
    const auto word = text.substr(begin);
    text = text.substr(0, begin);
    return word;
}

std::string_view take_first_word(std::string_view& text) {
    while (!text.empty() && !is_letter_of_word(text.front())) text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && is_letter_of_word(text[end])) ++end;
    const auto word = text.substr(0, end);
    text = text.substr(end);
    return word;
}

bool ends_with_short_form(std::string_view lower) {
    constexpr std::array<std::string_view, 7> short_forms{"tlf", "tel", "tfn", "mob", "nr", "ref", "dnr"};
    return std::ranges::any_of(short_forms, [&](std::string_view one) { return lower.ends_with(one); });
}

/// After the last point, or the like, that has a space behind it, or line break: "tlf. 5…" is one sentence.
std::string_view last_sentence(std::string_view lower) {
    for (std::size_t at = lower.size(); at-- > 0;) {
        const bool stops = at + 1 < lower.size() && lower[at + 1] == ' ' && std::string_view(".!?;").contains(lower[at]);
        if (lower[at] == '\n' || (stops && !ends_with_short_form(lower.substr(0, at)))) return lower.substr(at + 1);
    }
    return lower;
}

bool is_phone_word(std::string_view word) { return phone_words.holds(word) || phone_stems.is_stem_of(word); }

bool ends_with_any(std::string_view word, std::span<const std::string_view> ends) {
    return std::ranges::any_of(ends, [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); });
}

/// "mätarnr", "medlemsnummer", "felkod": whatever has one, but what people are reached by.
bool is_numbered_word(std::string_view word) {
    constexpr std::array<std::string_view, 6> numbers{"nr", "nummer", "nummeret", "numret", "nummern", "number"};
    constexpr std::array<std::string_view, 6> codes{"kod", "koden", "kode", "koda", "code", "nyckel"};
    return ends_with_any(word, codes) || (ends_with_any(word, numbers) && !reached_stems.is_stem_of(word));
}

bool is_ordinary_word(std::string_view word) {
    return ordinary_words.holds(word) || ordinary_stems.is_stem_of(word) || is_numbered_word(word);
}

bool is_thing_word(std::string_view word) {
    const bool is_numbered = is_numbered_word(word) && !person_stems.is_stem_of(word);
    return thing_words.holds(word) || thing_stems.is_stem_of(word) || is_numbered;
}

bool is_bare_number(std::string_view word) {
    return word == "nummer" || word == "nr" || word == "numret" || word == "nummeret" || word == "number";
}

/// "kr", ":-", "%": a sum or a share. `lower`: what follows.
bool is_sum_after(std::string_view lower) {
    constexpr std::size_t longest = 4;
    std::array<char, longest> next;
    std::size_t length = 0;
    for (std::size_t i = 0; i < lower.size() && length < longest; ++i) {
        if (lower[i] != ' ') next[length++] = static_cast<char>(lower[i] | 0x20);
    }
    constexpr std::array<std::string_view, 8> units{"kr", "sek", "nok", "eur", ":-", "%", ",-", "usd"};
    const std::string_view found(next.data(), length);
    return std::ranges::any_of(units, [&](std::string_view unit) { return found.starts_with(unit); });
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

/// What stands before a number: `lower` in small letters, its end as in `written`.
struct Before {
    std::string_view lower, written;

    /// The word nearest before, taken away.
    std::string_view take() {
        const auto word = take_last_word(lower);
        written = written.substr(0, lower.size() + word.size());
        return word;
    }
    bool is_capitals() const { return std::ranges::all_of(written.substr(lower.size()), is_capital); }
};

/// "Dnr BUN", "mål nr T", "ISBN-10": a board, a kind or a length, between the word and its number.
bool is_mark(std::string_view word, bool is_capitals) {
    constexpr std::size_t longest_board = 5, longest_length = 3;
    if (word.empty()) return false;
    if (word == "id") return true;
    if (std::ranges::all_of(word, is_figure)) return word.size() <= longest_length;
    return is_capitals && word.size() <= longest_board && !is_phone_word(word);
}

/// The word that the number belongs to: "ärende nr 5…", "sak: 5…".
bool is_numbered_thing(Before before, bool (*is_named_so)(std::string_view)) {
    const auto end = before.lower.find_last_of("abcdefghijklmnopqrstuvwxyz0123456789");
    if (before.lower.substr(0, end + 1).ends_with("s/n")) return true;
    for (int back = 0; back < 4; ++back) {
        const auto word = before.take();
        const bool is_who = back == 0 && who_it_is.holds(word);
        if (is_named_so(word) && word != "nr" && !is_who) return true;
        if (!fillers.holds(word) && !is_mark(word, before.is_capitals())) return false;
    }
    return false;
}

/// "SE28759366", "watch?v=28759366": capitals that stand against it belong to it, and so does what an address calls it.
bool is_marked(Before before) {
    constexpr std::size_t longest = 3;
    if (before.written.empty()) return false;
    const char last = before.written.back();
    const auto word = before.take();
    if (last == '=') return std::ranges::any_of(word, is_a_to_z) && !is_phone_word(word);
    const bool is_mark = is_capital(last) && word.size() <= longest && before.is_capitals();
    return is_mark && !is_phone_word(word) && !fillers.holds(word) && word != "nr";
}

NumberIs said_of_people(std::string_view word) {
    if (people.holds(word)) return NumberIs::person;
    return pronouns.holds(word) ? NumberIs::somebody : NumberIs::unknown;
}

/// What the sentence before it says of a number.
NumberIs said_in(Before before) {
    std::string_view next, after_next;
    auto said = NumberIs::unknown;
    for (std::size_t back = 0; back < words_before; ++back) {
        const auto word = before.take();
        const bool is_about = next == "om" && !who_rings.holds(after_next);
        if (is_phone_word(word) && !is_about) return NumberIs::phone;
        if (is_bare_number(next) && whose_number.holds(word)) return NumberIs::phone;
        if ((next == "til" || next == "till") && (word == "melding" || word == "meddelande")) return NumberIs::phone;
        said = together(said, said_of_people(word));
        after_next = next;
        next = word;
    }
    return said;
}

/// The part of the sentence that stands before `begin`.
class BesideBefore {
public:
    BesideBefore(std::string_view plain, std::size_t begin)
        : written_(plain.substr(begin > reach ? begin - reach : 0, std::min(begin, reach))), lower_(written_) {}
    Before before() const {
        const auto sentence = last_sentence(lower_.text());
        return {sentence, written_.substr(written_.size() - sentence.size())};
    }

private:
    std::string_view written_;
    Beside lower_;
};

}  // namespace

bool is_money(std::string_view plain, std::size_t end) { return is_sum_after(Beside(plain.substr(end)).text()); }

bool names_goods(std::string_view plain, std::size_t begin) {
    const auto is_goods = [](std::string_view word) { return thing_words.holds(word) || thing_stems.is_stem_of(word); };
    return is_numbered_thing(BesideBefore(plain, begin).before(), is_goods);
}

bool names_thing(std::string_view plain, std::size_t begin) {
    const BesideBefore beside(plain, begin);
    const auto before = beside.before();
    // "annanr0701234567": where a word ends that runs into its number, nobody knows.
    const bool is_apart = before.lower.empty() || !is_letter_of_word(before.lower.back());
    return (is_apart && is_numbered_thing(before, is_thing_word)) || is_marked(before);
}

bool names_office(std::string_view plain, std::size_t begin) {
    constexpr int reached = 4;
    const BesideBefore beside(plain, begin);
    auto before = beside.before();
    for (int back = 0; back < reached; ++back)
        if (office_stems.is_stem_of(before.take())) return true;
    return false;
}

NumberIs said_before(std::string_view plain, std::size_t begin) {
    const BesideBefore beside(plain, begin);
    const auto before = beside.before();
    if (is_numbered_thing(before, is_ordinary_word) || is_marked(before)) return NumberIs::ordinary;
    return said_in(before);
}

NumberIs said_behind(std::string_view plain, std::size_t end) {
    const Beside beside(plain.substr(end));
    auto behind = beside.text();
    if (is_sum_after(behind)) return NumberIs::ordinary;
    behind = behind.substr(0, behind.find_first_of("\n.!?;"));
    auto said = NumberIs::unknown;
    for (std::size_t count = 0; count < words_after; ++count) {
        const auto word = take_first_word(behind);
        if (is_phone_word(word)) return NumberIs::phone;
        said = together(said, said_of_people(word));
    }
    return said;
}

NumberIs together(NumberIs before, NumberIs behind) {
    for (const auto kind : {NumberIs::ordinary, NumberIs::phone, NumberIs::person, NumberIs::somebody})
        if (before == kind || behind == kind) return kind;
    return NumberIs::unknown;
}

NumberIs kind_of_number(std::string_view plain, std::size_t begin, std::size_t end) {
    return together(said_before(plain, begin), said_behind(plain, end));
}

}  // namespace digilots::personal

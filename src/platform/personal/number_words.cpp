#include "platform/personal/number_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace digilots::personal {

namespace {

using Words = std::vector<std::string>;

constexpr std::size_t reach = 60, words_before = 6, words_after = 3;

// Letters beside a-z are "x" in plain text: "ärende" → "xrende", "nås" → "nxs".
constexpr std::array<std::string_view, 43> phone_words{
    "ring",  "ringa", "ringe", "ringje", "ringer",  "ringde",   "ringt",    "tlf",     "tel",   "tfn",
    "mob",   "sms",   "smsa",  "call",   "calls",   "called",   "text",     "texted",  "phone", "whatsapp",
    "viber", "nxs",   "nxr",   "nxdd",   "kontakt", "kontakta", "kontakte", "contact", "dial",  "reach",
    "ringte", "oppringt", "skriv", "skrive", "nummeret", "tlfnr",  "telnr",   "vipps",   "signal", "svarer",
    "svarar", "treffes", "treffast"};
constexpr std::array<std::string_view, 5> phone_stems{"telefon", "mobil", "phone", "hemnummer", "telenr"};

constexpr std::array<std::string_view, 50> ordinary_words{
    "id", "ref", "sak", "saken", "dnr", "jnr",  "org",  "kid",  "ocr",  "sum", "kod",  "kode", "code",
    "kr", "sek", "nok", "eur",   "usd", "case", "kort", "pris", "vare", "dok", "isbn", "imei", "nr",
    "buss", "bussen", "linje", "linjen", "side", "sida", "sider", "sidor", "sidorna", "rum", "rom", "sal", "puk", "bg", "pg",
    "mxl", "mxlnr", "ismn", "issn", "doi", "postnord", "dhl", "lot", "batch"};
constexpr std::array<std::string_view, 57> ordinary_stems{
    "xrende",  "saks",    "diarie",   "referen", "order",    "ordre",    "bestxll", "bestill",  "faktur",
    "invoice", "kund",    "customer", "artikel", "artikkel", "varen",    "serie",   "serial",   "kvitt",
    "receipt", "bokning", "booking",  "journal", "ticket",   "biljett",  "billett", "lxnekort", "bibliotek",
    "modell",  "model",   "version",  "versjon", "price",    "kostar",   "koster",  "kostet",   "belopp",
    "belxp",   "summa",   "konto",    "account", "arkiv",    "dokument", "vedtak",  "xrendenr",
    "avgxr",   "avgang",  "avgxng", "telefontid", "xppet",  "xppnings", "xpnings", "xpent",  "bankgiro", "plusgiro",
    "paket",   "pakke",    "kontrolln"};
// Right before a number they tell whose it is, not what: "kund: 070-…".
constexpr std::array<std::string_view, 6> who_it_is{"kund", "kunden", "kunde", "kundens", "customer", "customers"};
// Between such a word and its number.
constexpr std::array<std::string_view, 12> fillers{"nr", "nummer", "number", "no", "num", "er",
                                                   "xr", "is",     "pa",     "px", "har", "has"};

bool is_letter_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string lowered(std::string_view word) {
    std::string text(word);
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return text;
}

Words words_in(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter_of_word(text[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < text.size() && is_letter_of_word(text[at])) ++at;
        words.push_back(lowered(text.substr(begin, at - begin)));
    }
    return words;
}

bool ends_with_short_form(std::string_view text) {
    constexpr std::array<std::string_view, 7> short_forms{"tlf", "tel", "tfn", "mob", "nr", "ref", "dnr"};
    const auto lower = lowered(text.substr(text.size() > 3 ? text.size() - 3 : 0));
    return std::ranges::any_of(short_forms, [&](std::string_view one) { return lower.ends_with(one); });
}

/// After the last point, or the like, that has a space behind it, or line break: "tlf. 5…" is one sentence.
std::string_view last_sentence(std::string_view text) {
    for (std::size_t at = text.size(); at-- > 0;) {
        const bool stops =
            std::string_view(".!?;").contains(text[at]) && at + 1 < text.size() && text[at + 1] == ' ';
        if (text[at] == '\n' || (stops && !ends_with_short_form(text.substr(0, at))))
            return text.substr(at + 1);
    }
    return text;
}

template <std::size_t n, std::size_t m>
bool is_of(const std::string& word, const std::array<std::string_view, n>& words,
           const std::array<std::string_view, m>& stems) {
    return std::ranges::find(words, word) != words.end() ||
           std::ranges::any_of(stems, [&](std::string_view stem) { return word.starts_with(stem); });
}

bool is_phone_word(const std::string& word) {
    return is_of(word, phone_words, phone_stems);
}
bool is_ordinary_word(const std::string& word) {
    return is_of(word, ordinary_words, ordinary_stems);
}

/// "kr", ":-", "%": a sum or a share.
bool is_sum_after(std::string_view after) {
    std::string next;
    for (std::size_t i = 0; i < after.size() && next.size() < 4; ++i) {
        if (after[i] != ' ') next.push_back(static_cast<char>(after[i] | 0x20));
    }
    constexpr std::array<std::string_view, 8> units{"kr", "sek", "nok", "eur", ":-", "%", ",-", "usd"};
    return std::ranges::any_of(units, [&](std::string_view unit) { return next.starts_with(unit); });
}

/// The word that the number belongs to: "ärende nr 5…", "sak: 5…".
bool is_numbered_thing(const Words& before) {
    for (std::size_t back = 0; back < std::min<std::size_t>(before.size(), 3); ++back) {
        const auto& word = before[before.size() - 1 - back];
        const bool is_who = back == 0 && std::ranges::find(who_it_is, word) != who_it_is.end();
        if (is_ordinary_word(word) && word != "nr" && !is_who) return true;
        if (std::ranges::find(fillers, word) == fillers.end()) return false;
    }
    return false;
}

}  // namespace

bool is_money(std::string_view plain, std::size_t end) { return is_sum_after(plain.substr(end, reach)); }

NumberIs kind_of_number(std::string_view plain, std::size_t begin, std::size_t end) {
    const auto from = begin > reach ? begin - reach : 0;
    const auto after = plain.substr(end, reach);
    if (is_sum_after(after)) return NumberIs::ordinary;
    auto before = words_in(last_sentence(plain.substr(from, begin - from)));
    if (is_numbered_thing(before)) return NumberIs::ordinary;
    const auto near = before.size() > words_before ? before.size() - words_before : 0;
    if (std::any_of(before.begin() + static_cast<std::ptrdiff_t>(near), before.end(), is_phone_word))
        return NumberIs::phone;
    auto behind = words_in(after.substr(0, after.find_first_of("\n.!?;")));
    if (behind.size() > words_after) behind.resize(words_after);
    return std::ranges::any_of(behind, is_phone_word) ? NumberIs::phone : NumberIs::unknown;
}

}  // namespace digilots::personal

#include "platform/personal/named_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "platform/personal/personal_number.h"

namespace digilots::personal {

bool passes_modulus_11(std::string_view eleven) {
    constexpr std::string_view weights = "5432765432";
    int sum = eleven[10] - '0';
    for (std::size_t at = 0; at < weights.size(); ++at) sum += (weights[at] - '0') * (eleven[at] - '0');
    return sum % 11 == 0;
}

namespace {

/// Digits that stand together, with what may separate the digits of one number.
struct Run {
    std::span<const Digit> digits;
    std::size_t begin = 0, end = 0;     // in the plain text
};

/// How many digits stand together from there.
std::size_t together_from(std::span<const Digit> digits, std::size_t at) {
    auto end = at + 1;
    while (end < digits.size() && digits[end].gap.empty()) ++end;
    return end - at;
}

/// "8327-9, 123 456 789-0" is one number; a comma or a colon before one or two digits tells a list, a price or a time.
bool goes_on(std::span<const Digit> digits, std::size_t at) {
    constexpr std::array<std::string_view, 5> inside{" ", "-", ".", "/", "+"};
    constexpr std::array<std::string_view, 6> between_groups{",", ":", "_", "'", "*", "("};
    const auto gap = digits[at].gap;
    if (gap.empty()) return true;
    if (std::ranges::find(inside, gap) != inside.end()) return true;
    constexpr std::size_t shortest_group = 3;
    const bool may_be = gap == ")" || std::ranges::find(between_groups, gap) != between_groups.end();
    return may_be && together_from(digits, at) >= shortest_group;
}

std::vector<Run> runs_of(std::span<const Digit> digits) {
    std::vector<Run> runs;
    for (std::size_t from = 0; from < digits.size();) {
        auto to = from + 1;
        while (to < digits.size() && goes_on(digits, to)) ++to;
        runs.push_back({digits.subspan(from, to - from), digits[from].position, digits[to - 1].position + 1});
        from = to;
    }
    return runs;
}

using NameList = std::span<const std::string_view>;

// Letters beside a-z are "x" in plain text: "fødselsnr" → "fxdselsnr".
constexpr std::array<std::string_view, 34> personal_names{
    "pers nr", "pers nummer", "fxdsels nummer", "sam nr",
    "pnr", "persnr", "personnr", "personnummer", "personnummeret", "personnumret", "person nr",
    "person nummer", "fnr", "fxdselsnr", "fxdselsnummer", "fxdselsnummeret", "fxdselnummer",
    "fxdselsnummar", "fxdselsnummaret", "fxdsels nr", "fxdselenr", "fxdelsenummer", "fxdelsenr",
    "samordningsnummer", "samordningsnr", "ssn", "d nummer", "personal number", "personal no",
    "social security number", "identity number", "national id", "personal id", "birth number"};
constexpr std::array<std::string_view, 21> account_names{
    "kontonr", "konto nr", "kontonummer", "konto nummer", "kontonummeret", "kontonumret",
    "kontonummret", "kontonummar", "kontonummaret", "bankkonto", "bankkontot", "bankkontoen",
    "bankkontonr", "bankkontonummer", "clearing", "clearingnr", "clearingnummer", "account number",
    "account no", "bank account", "bank konto"};
constexpr std::array<std::string_view, 10> card_names{
    "kortnr", "kort nr", "kortnummer", "kortnummeret", "kortnumret", "bankkort", "bankkortnr",
    "card number", "card no", "bankkortnummer"};
// Their check digits fit a card's, often or always.
constexpr std::array<std::string_view, 28> other_names{
    "ean", "ean kod", "ean kode", "gtin", "isbn", "imei", "ocr", "kid", "streckkod", "streckkoden", "strekkode",
    "strekkoden", "barcode", "sscc", "kolli", "kollinr", "kollinummer", "kolli id", "sporing", "sporingsnr",
    "sporingsnummer", "tracking", "ocr nr", "kid nr", "serienummer", "serienr", "fakturanummer", "fakturanr"};
constexpr std::array<std::string_view, 22> small_words{
    "nr", "nummer", "number", "no", "num", "xr", "er", "is", "var", "was", "mitt", "sitt", "my",
    "his", "her", "hennes", "hans", "med", "pa", "the", "a", "som"};

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }

/// Small letters and single spaces; the nearest part of `text` that has neither digits nor line breaks.
std::string words_beside(std::string_view text) {
    std::string words;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
        if (is_lower_letter(c)) words += c;
        else if (!words.empty() && words.back() != ' ') words += ' ';
    }
    if (words.ends_with(' ')) words.pop_back();
    return words;
}

constexpr std::size_t looked_at = 40;

std::string words_ahead_of(std::string_view plain, std::size_t begin) {
    auto text = plain.substr(begin > looked_at ? begin - looked_at : 0, std::min(begin, looked_at));
    const auto last = text.find_last_of("0123456789\n");
    return words_beside(last == text.npos ? text : text.substr(last + 1));
}

std::string words_following(std::string_view plain, std::size_t end) {
    const auto text = plain.substr(end, looked_at);
    return words_beside(text.substr(0, text.find_first_of("0123456789\n.;,")));
}

bool is_small_word(std::string_view word) { return std::ranges::find(small_words, word) != small_words.end(); }

bool ends_with_name(std::string_view words, NameList names) {
    for (std::size_t skipped = 0; skipped < 4; ++skipped) {
        const bool named = std::ranges::any_of(names, [&](std::string_view name) {
            return words.ends_with(name) && (words.size() == name.size() ||
                words[words.size() - name.size() - 1] == ' ');
        });
        if (named) return true;
        const auto space = words.rfind(' ');
        const auto last = space == words.npos ? words : words.substr(space + 1);
        if (space == words.npos || !is_small_word(last)) return false;
        words = words.substr(0, space);
    }
    return false;
}

bool begins_with_name(std::string_view words, NameList names) {
    for (std::size_t skipped = 0; skipped < 4; ++skipped) {
        const bool named = std::ranges::any_of(names, [&](std::string_view name) {
            return words.starts_with(name) && (words.size() == name.size() || words[name.size()] == ' ');
        });
        if (named) return true;
        const auto space = words.find(' ');
        if (space == words.npos || !is_small_word(words.substr(0, space))) return false;
        words = words.substr(space + 1);
    }
    return false;
}

/// 2026-11-26
bool is_written_date(const Run& run) {
    const auto& digits = run.digits;
    if (digits.size() != 8 || digits[4].gap.empty() || digits[6].gap.empty()) return false;
    return (digits[0].value == '1' && digits[1].value == '9') ||
        (digits[0].value == '2' && digits[1].value == '0');
}

bool any_named(std::string_view plain, std::span<const Digit> digits, NameList names, std::size_t least,
    std::size_t most) {
    return std::ranges::any_of(runs_of(digits), [&](const Run& run) {
        if (run.digits.size() < least || run.digits.size() > most || is_written_date(run)) return false;
        return ends_with_name(words_ahead_of(plain, run.begin),
            names) || begins_with_name(words_following(plain, run.end), names);
    });
}

/// "8601 11 17947": as Norwegian accounts are written.
bool is_in_account_shape(const Run& run) {
    if (run.digits.size() != 11) return false;
    for (std::size_t at = 1; at < 11; ++at) {
        const bool border = at == 4 || at == 6;
        if (border == run.digits[at].gap.empty()) return false;
    }
    return run.digits[4].gap == run.digits[6].gap;
}

/// "86011117947"
bool is_unbroken_account(const Run& run) {
    if (run.digits.size() != 11 || together_from(run.digits, 0) != 11) return false;
    std::string number;
    for (const Digit& digit : run.digits) number += digit.value;
    return passes_modulus_11(number);
}

/// "8327-9,1234567890", "6789 123 456 789": a clearing number and the account, as Swedish accounts are written.
bool is_in_clearing_shape(const Run& run) {
    constexpr std::size_t clearing = 4, least = 11, most = 15;
    if (run.digits.size() < least || run.digits.size() > most) return false;
    if (together_from(run.digits, 0) != clearing) return false;
    const bool begins_with_date = together_from(run.digits, clearing) == 2 && !run.digits[clearing + 2].gap.empty();
    // "konto 3010 4010 5010": accounts of the books
    const bool is_row_of_fours = run.digits.size() == 12 && together_from(run.digits, clearing) == 4;
    return !begins_with_date && !is_row_of_fours;
}

/// "1234 5678 9012 3456": four groups of four, or all together.
bool is_in_card_shape(const Run& run) {
    if (run.digits.size() != 16) return false;
    const auto group = together_from(run.digits, 0);
    if (group == run.digits.size()) return true;
    for (std::size_t at = 0; at < run.digits.size(); at += 4) {
        if (together_from(run.digits, at) != 4) return false;
    }
    return true;
}

// ---- A date of birth as it is said ----

struct SpelledPart {
    std::string digits;
    std::string_view gap;       // before it
};

std::vector<SpelledPart> spelled_parts(std::span<const Digit> digits) {
    std::vector<SpelledPart> parts;
    for (const Digit& digit : digits) {
        if (parts.empty() || !digit.gap.empty()) parts.push_back({"", digit.gap});
        parts.back().digits += digit.value;
    }
    return parts;
}

std::string with_two_digits(const std::string& text) { return text.size() == 1 ? "0" + text : text; }

bool may_be_clock(const std::string& four) {
    return four.size() == 4 && std::stoi(four.substr(0, 2)) < 24 && std::stoi(four.substr(2)) < 60;
}

/// Notes speak of meetings in these years, and of births in all others.
bool is_year_of_meetings(const std::string& year) {
    const auto two = std::stoi(year.substr(year.size() - 2));
    return two >= 20 && two <= 39 && (year.size() == 2 || year.starts_with("20"));
}

bool is_spelled_birth(std::span<const SpelledPart> four) {
    const std::string &day = four[0].digits, &month = four[1].digits, &year = four[2].digits,
        &last = four[3].digits;
    if (day.size() > 2 || month.size() > 2 || (year.size() != 2 && year.size() != 4)) return false;
    if (last.size() != 4 && last.size() != 5) return false;
    const bool is_written_so = four[1].gap.size() == 1 && std::string_view("/.-").contains(four[1].gap);
    if (!is_written_so || four[2].gap == "|" || four[3].gap == "|" || four[3].gap == "\n") return false;
    if (may_be_clock(last) && is_year_of_meetings(year)) return false;
    const auto short_year = year.substr(year.size() - 2);
    const auto number = last.size() == 5 ? with_two_digits(day) + with_two_digits(month) + short_year + last
                                         : short_year + with_two_digits(month) + with_two_digits(day) + last;
    return holds_personal_number(digits_of(number));
}

}  // namespace

bool names_other_thing(std::string_view plain, std::size_t begin) {
    return ends_with_name(words_ahead_of(plain, begin), other_names);
}

bool names_personal_number(std::string_view plain, std::span<const Digit> digits) {
    return any_named(plain, digits, personal_names, 10, 12);
}

bool holds_spelled_birth_number(std::span<const Digit> digits) {
    const auto parts = spelled_parts(digits);
    for (std::size_t from = 0; from + 4 <= parts.size(); ++from) {
        if (is_spelled_birth(std::span(parts).subspan(from, 4))) return true;
    }
    return false;
}

bool names_account_number(std::string_view plain, std::span<const Digit> digits) {
    constexpr std::array<std::string_view, 4> general{"konto", "kontoen", "kontot", "account"};
    if (any_named(plain, digits, account_names, 7, 20)) return true;
    // "clearing 8327-9, konto 123 456 789-0"
    const bool tells_clearing = plain.contains("learing") || plain.contains("LEARING");
    constexpr std::size_t shortest_account = 7;
    return std::ranges::any_of(runs_of(digits), [&](const Run& run) {
        const bool is_one = is_in_account_shape(run) || is_unbroken_account(run) || is_in_clearing_shape(run) ||
                            (tells_clearing && run.digits.size() >= shortest_account);
        return is_one && ends_with_name(words_ahead_of(plain, run.begin), general);
    });
}

bool names_card_number(std::string_view plain, std::span<const Digit> digits) {
    // "Kort" alone is also a short one.
    constexpr std::array<std::string_view, 4> general{"kort", "kortet", "bankkortet", "card"};
    if (any_named(plain, digits, card_names, 14, 19)) return true;
    return std::ranges::any_of(runs_of(digits), [&](const Run& run) {
        return is_in_card_shape(run) && ends_with_name(words_ahead_of(plain, run.begin), general);
    });
}

}  // namespace digilots::personal

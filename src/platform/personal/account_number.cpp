#include "platform/personal/account_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "platform/personal/named_number.h"
#include "platform/personal/number_words.h"

namespace digilots::personal {

namespace {

struct CardShape {
    std::string_view groups;
    std::size_t length;
};
constexpr std::array<CardShape, 17> card_shapes{{{"4444", 16},
                                                 {"88", 16},
                                                 {"465", 15},
                                                 {"4443", 15},
                                                 {"A5", 15},
                                                 {"464", 14},
                                                 {"4442", 14},
                                                 {"44443", 19},
                                                 {"6D", 19},
                                                 {"4446", 18},
                                                 {"4445", 17},
                                                 {"4333", 13},
                                                 {"445", 13},
                                                 // However somebody groups them.
                                                 {"", 16},
                                                 {"", 15},
                                                 {"", 14},
                                                 {"", 19}}};

/// '4' → 4, 'A' → 10, 'D' → 13
std::size_t length_of_group(char group) {
    return static_cast<std::size_t>(group <= '9' ? group - '0' : group - 'A' + 10);
}

bool has_known_beginning(std::string_view card) {
    const int two = (card[0] - '0') * 10 + card[1] - '0';
    const int four = two * 100 + (card[2] - '0') * 10 + card[3] - '0';
    if (card.size() == 13) return card[0] == '4';
    if (card.size() == 15) return two == 34 || two == 37;
    if (card.size() == 14) return two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
    const bool is_sixteen = card.size() == 16;
    const bool is_mastercard = is_sixteen && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
    const bool is_of_country = (four >= 2200 && four <= 2204) || four == 8600 || four == 9792 || four == 9860 || two == 81;
    const bool is_other = is_sixteen && ((four >= 3528 && four <= 3589) || is_of_country);
    return card[0] == '4' || is_mastercard || is_other || two == 50 || (two >= 56 && two <= 58) || card[0] == '6';
}

/// All together, each digit apart, or a gap of one kind before every group but the first.
bool is_grouped(std::span<const Digit> card, std::string_view groups) {
    std::size_t next = length_of_group(groups[0]), group = 1;
    const bool together =
        std::ranges::all_of(card.subspan(1), [](const Digit& digit) { return digit.gap.empty(); });
    if (together) return true;
    const std::string_view gap = card[next].gap;
    const bool each_apart = std::ranges::all_of(card.subspan(1), [&](const Digit& digit) { return digit.gap == gap; });
    if (each_apart && gap != "|") return true;
    if (gap.size() != 1 || !std::string_view(" -./_,:*\n").contains(gap)) return false;
    for (std::size_t at = 1; at < card.size(); ++at) {
        if (card[at].gap != (at == next ? gap : std::string_view())) return false;
        if (at == next && group < groups.size()) next += length_of_group(groups[group++]);
    }
    return true;
}

/// "4242 4242 42424242": groups of two digits or more, three on an average, with one sign between them (spaces and hyphens
/// together where all groups are long), and no part of a row that began before.
bool is_grouped_otherwise(std::span<const Digit> card) {
    std::string_view gap;
    std::size_t groups = 1, begin = 0, shortest = card.size();
    bool is_one_sign = true, is_usual = true;
    for (std::size_t at = 1; at < card.size(); ++at) {
        const auto here = card[at].gap;
        if (here.empty()) continue;
        if (here.size() != 1 || !std::string_view(" -./_").contains(here)) return false;
        if (gap.empty()) gap = here;
        is_one_sign = is_one_sign && here == gap;
        is_usual = is_usual && (here == " " || here == "-");
        shortest = std::min(shortest, at - begin);
        begin = at;
        ++groups;
    }
    shortest = std::min(shortest, card.size() - begin);
    if (shortest < 2 || groups * 3 > card.size() || card[0].gap == gap) return false;
    return is_one_sign || (is_usual && shortest >= 4);
}

/// Sixteen digits of a bank that no list has, where nothing around them says that they are of something else; none that begin
/// with a year.
bool may_be_card(std::string_view plain, std::string_view card, std::span<const Digit> window) {
    if (card.size() != 16 || card[0] == '0' || card.starts_with("19") || card.starts_with("20")) return false;
    if (card.find_first_not_of(card[0]) == card.npos) return false;
    return kind_of_number(plain, window.front().position, window.back().position + 1) != NumberIs::ordinary;
}

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_card(std::string_view plain, std::span<const Digit> window, std::string_view card, const CardShape& shape) {
    const bool is_any_shape = shape.groups.empty();
    const auto begin = window[0].position;
    if (is_any_shape && begin > 0 && is_alphanumeric(plain[begin - 1])) return false;     // "DK56 …" is an IBAN
    if (is_any_shape ? !is_grouped_otherwise(window) : !is_grouped(window, shape.groups)) return false;
    const bool is_unbroken = window.back().position + 1 - begin == window.size();
    return !names_other_thing(plain, begin) && !(is_unbroken && names_thing(plain, begin)) &&
           (has_known_beginning(card) || (!is_any_shape && may_be_card(plain, card, window)));
}

/// Whether a card begins with the first of the digits.
bool begins_with_card(std::string_view plain, std::span<const Digit> digits) {
    constexpr std::size_t shortest = 13, longest = 19;
    std::array<char, longest> card;
    // Of all digits so far, with every other one doubled: those in odd places, and those in even ones.
    std::array<int, 2> sums{};
    for (std::size_t length = 1; length <= std::min(longest, digits.size()); ++length) {
        if (length > 1 && digits[length - 1].gap == "|") return false;
        const char digit = digits[length - 1].value;
        const int value = digit - '0';
        card[length - 1] = digit;
        sums[length % 2] += value;
        sums[(length + 1) % 2] += value > 4 ? 2 * value - 9 : 2 * value;
        const bool ends = length == digits.size() || !digits[length].gap.empty();
        if (length < shortest || !ends || sums[length % 2] % 10 != 0) continue;
        for (const CardShape& shape : card_shapes) {
            if (shape.length == length && is_card(plain, digits.first(length), {card.data(), length}, shape)) return true;
        }
    }
    return false;
}

struct Country {
    std::string_view code;
    std::size_t length;
};
constexpr std::array<Country, 37> countries{
    {{"SE", 24}, {"NO", 15}, {"DK", 18}, {"FI", 18}, {"IS", 26}, {"DE", 22}, {"GB", 22}, {"PL", 28},
     {"EE", 20}, {"LV", 21}, {"LT", 20}, {"NL", 18}, {"BE", 16}, {"FR", 27}, {"ES", 24}, {"PT", 25},
     {"IT", 27}, {"AT", 20}, {"CH", 21}, {"IE", 22}, {"LU", 20}, {"CZ", 24}, {"SK", 24}, {"HU", 28},
     {"RO", 24}, {"BG", 22}, {"HR", 21}, {"SI", 19}, {"GR", 27}, {"CY", 28}, {"MT", 31}, {"TR", 26},
     {"UA", 29}, {"BA", 20}, {"RS", 22}, {"MK", 19}, {"AL", 28}}};

bool passes_modulus_97(std::string_view iban) {
    int rest = 0;
    for (std::size_t at = 0; at < iban.size(); ++at) {
        const char c = iban[(at + 4) % iban.size()];
        rest = c <= '9' ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
    }
    return rest == 1;
}

/// The next letters and digits from `at`, single spaces, hyphens and the like between them left out, as capitals; "" where there
/// are not as many.
std::string letters_from(std::string_view plain, std::size_t at, std::size_t length) {
    std::string found;
    for (; at < plain.size() && found.size() < length; ++at) {
        const bool is_sign = std::string_view(" -./_\n").contains(plain[at]);
        if (!is_alphanumeric(plain[at]) && (!is_sign || !is_alphanumeric(plain[at - 1]))) return "";
        if (is_sign) continue;
        found += plain[at] >= 'a' ? static_cast<char>(plain[at] - 0x20) : plain[at];
    }
    return found.size() == length && (at == plain.size() || !is_alphanumeric(plain[at])) ? found : "";
}

}  // namespace

bool holds_card_number(std::string_view plain, std::span<const Digit> digits) {
    for (std::size_t from = 0; from < digits.size(); ++from)
        if (!digits[from].gap.empty() && begins_with_card(plain, digits.subspan(from))) return true;
    return false;
}

bool holds_norwegian_account(std::string_view plain, std::span<const Digit> digits) {
    constexpr std::size_t length = 11;
    for (std::size_t from = 0; from + length <= digits.size(); ++from) {
        const auto gap = digits[from + 4].gap;
        const auto end = from + length;
        const bool is_written_so = gap == "." || gap == " " || gap == "-";
        const bool goes_on = end < digits.size() && (digits[end].gap.empty() || digits[end].gap == gap);
        if (!is_written_so || digits[from].gap.empty() || digits[from].gap == gap || goes_on) continue;
        std::string number(1, digits[from].value);
        bool is_grouped_so = true;
        for (std::size_t at = 1; at < length; ++at) {
            const auto expected = at == 4 || at == 6 ? gap : std::string_view();
            is_grouped_so = is_grouped_so && digits[from + at].gap == expected;
            number += digits[from + at].value;
        }
        if (is_grouped_so && passes_modulus_11(number) && !names_other_thing(plain, digits[from].position)) return true;
    }
    return false;
}

bool holds_iban(std::string_view plain) {
    for (std::size_t at = 0; at + 15 <= plain.size(); ++at) {
        const bool begins = (at == 0 || !is_alphanumeric(plain[at - 1])) && plain[at + 2] >= '0' &&
                            plain[at + 2] <= '9' && is_alphanumeric(plain[at]) &&
                            is_alphanumeric(plain[at + 1]);
        if (!begins) continue;
        const std::string code{static_cast<char>(plain[at] & ~0x20),
                               static_cast<char>(plain[at + 1] & ~0x20)};
        const auto country = std::ranges::find(countries, code, &Country::code);
        if (country == countries.end()) continue;
        const auto iban = letters_from(plain, at, country->length);
        if (!iban.empty() && passes_modulus_97(iban)) return true;
    }
    return false;
}

}  // namespace digilots::personal

#include "platform/personal/phone_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "platform/personal/number_words.h"
#include "platform/personal/phone_groups.h"
#include "platform/personal/service_numbers.h"

namespace digilots::personal {

namespace {

/// 08.00-16.30, 0800-1630, 08-16 09-12, 09.30 10.15
bool begins_with_times(std::span<const Group> groups) {
    if (groups.size() >= 2 && groups[0].digits.size() == 4 && groups[1].digits.size() == 4) {
        const std::string_view from = groups[0].digits, to = groups[1].digits;
        return is_clock(from.substr(0, 2), from.substr(2)) && is_clock(to.substr(0, 2), to.substr(2));
    }
    if (groups.size() < 4) return false;
    for (std::size_t i = 0; i < 4; ++i) {
        if (groups[i].digits.size() != 2) return false;
    }
    const bool pairs = groups[1].gap == groups[3].gap && groups[1].gap != groups[2].gap;
    return pairs && is_between(groups[0].digits, 0, 24) && is_between(groups[2].digits, 0, 24);
}

bool is_swedish(std::string_view digits) {
    if (digits.size() < 8 || digits.size() > 10 || digits[0] != '0' || digits[1] == '0') return false;
    if (digits.size() > 8) return true;
    constexpr std::array<std::string_view, 25> three{"011", "013", "016", "018", "019", "021", "023", "026",
                                                     "031", "033", "035", "036", "040", "042", "044", "046", "054", "060",
                                                     "063", "070", "072", "073", "076", "079", "090"};
    const bool area = digits.starts_with("08") || std::ranges::find(three, digits.substr(0, 3)) != three.end();
    return area && !is_date(digits);
}

bool is_sum(const Group& first, const Group& last) { return kind_of(first, last) == NumberIs::ordinary; }

/// "00330-80000-00000-AA123", "C1B2-0701-2345": in parts with hyphens, one of which has capitals and figures.
bool is_in_key(std::string_view plain, std::span<const Group> groups) {
    const auto is_of_key = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-'; };
    constexpr std::size_t longest = 80, fewest_signs = 2;
    std::size_t begin = groups[0].begin, end = groups[0].end;
    while (begin > 0 && groups[0].begin - begin < longest && is_of_key(plain[begin - 1])) --begin;
    while (end < plain.size() && end - groups[0].end < longest && is_of_key(plain[end])) ++end;
    const auto key = plain.substr(begin, end - begin);
    if (std::ranges::count(key, '-') < static_cast<std::ptrdiff_t>(fewest_signs)) return false;
    for (std::size_t at = 0; at < key.size();) {
        const auto part = key.substr(at, key.find('-', at) - at);
        const auto is_letter = [](char c) { return c >= 'A' && c != 'O' && c != 'I'; };
        const auto letters = static_cast<std::size_t>(std::ranges::count_if(part, is_letter));
        if (letters > 0 && letters < part.size() && part.size() > 3) return true;
        at += part.size() + 1;
    }
    return false;
}

/// "004_37565649862e75e6": digits of a key or a file.
bool is_in_word(std::string_view plain, std::size_t end) {
    const char next = end < plain.size() ? static_cast<char>(plain[end] | 0x20) : ' ';
    return next >= 'a' && next <= 'z';
}

/// "55041-008-2345678-85012": a key.
bool is_inside_key(std::string_view plain, std::span<const Group> groups) {
    const auto begin = groups[0].begin;
    const bool is_tight = begin > 1 && plain[begin - 1] == '-' && plain[begin - 2] >= '0' && plain[begin - 2] <= '9';
    return is_tight && groups.size() > 1 && groups[1].gap == "-";
}

bool is_international(std::string_view plain, std::span<const Group> groups) {
    const bool plus = has_plus_before(plain, groups[0]);
    if (!plus && !groups[0].digits.starts_with("00")) return false;
    if (!plus && (is_inside_key(plain, groups) || is_in_key(plain, groups))) return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        if (!plus && is_in_word(plain, groups[last].end)) return false;
        if (!plus) digits.remove_prefix(2);
        const auto country = digits.substr(0, 2);
        if ((country == "46" || country == "47") && is_service_number(country, digits.substr(2))) return false;
        const bool fits = digits.size() >= 9 && digits.size() <= 15 && digits[0] != '0';
        // Behind a plus no word makes it a number of something else.
        const bool is_sum_of_money = plus ? is_money(plain, groups[last].end) : is_sum(groups[0], groups[last]);
        return fits && !is_sum_of_money;
    });
}

/// The number of a case that begins with its year: 2026-06051.
bool is_behind_year(std::span<const Group> all, std::size_t from) {
    return from > 0 && is_year(all[from - 1].digits) && (all[from].gap == "-" || all[from].gap == "/") &&
           all[from].digits.size() < 8;
}

/// 119.0.6045.159
bool is_inside_version(std::string_view plain, const Group& group) {
    return group.gap == "." && group.begin > 0 && plain[group.begin - 1] == '.';
}

/// "08301000": two times of day, of whole five minutes.
bool is_two_times(std::string_view eight) {
    if (eight.size() != 8 || eight.substr(0, 4) >= eight.substr(4)) return false;
    const auto is_time = [](std::string_view four) {
        return is_clock(four.substr(0, 2), four.substr(2)) && (four[3] == '0' || four[3] == '5');
    };
    return is_time(eight.substr(0, 4)) && is_time(eight.substr(4));
}

/// "040927-4276": as personal numbers are written, here with a wrong check digit.
bool is_day_and_four(std::span<const Group> groups) {
    const std::string_view day = groups[0].digits;
    if (day.size() != 6 || groups[1].digits.size() != 4 || !is_between(day.substr(2, 2), 1, 12)) return false;
    return is_between(day.substr(4), 1, 31) || is_between(day.substr(4), 61, 91);
}

/// "04082026 10.00": a day.
bool is_in_date(std::string_view digits) { return digits.size() == 8 && is_date(digits); }

/// "Kontaktcenter 060-19 10 00": a switchboard's. Without a word for the office it may be anybody's.
bool is_of_office(std::string_view plain, std::size_t begin, std::string_view digits) {
    return digits.ends_with("00") && names_office(plain, begin);
}

/// A case has such numbers too ("dnr 0123-4567/24"), a mobile phone none but its own.
bool is_national(std::string_view plain, std::span<const Group> groups) {
    if (groups[0].digits[0] != '0' || begins_with_times(groups) || is_inside_version(plain, groups[0])) return false;
    if (is_inside_key(plain, groups) || is_in_key(plain, groups) || is_in_date(groups[0].digits)) return false;
    const auto first_is = [&] { return kind_of(groups[0], groups[0]); };
    if (is_two_times(groups[0].digits) && first_is() != NumberIs::phone) return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        const bool is_mobile = digits.size() == 10 && digits.starts_with("07");
        const bool is_of_birth = last == 1 && is_day_and_four(groups) &&
                                 kind_of(groups[0], groups[1]) != NumberIs::phone;
        if (is_of_birth) return false;
        if (!is_swedish(digits) || is_service_number("46", digits)) return false;
        if (is_mobile) return last > 0 || !is_sum(groups[0], groups[0]) || !names_thing(plain, groups[0].begin);
        return !is_sum(groups[0], groups[last]) && !is_of_office(plain, groups[0].begin, digits);
    });
}

bool is_mobile_without_zero(std::string_view nine) {
    return nine.size() == 9 && nine[0] == '7' && std::string_view("02369").contains(nine[1]);
}

/// "20 30 40 50", "22 23 24 25": counting, nobody's number.
bool are_steps(std::span<const Group> pairs) {
    constexpr std::array steps{1, 2, 3, 4, 5, 10, 15, 20, 25};
    const auto value = [&](std::size_t at) { return value_of_few(pairs[at].digits); };
    const int step = value(1) - value(0);
    if (std::ranges::find(steps, step) == steps.end()) return false;
    return value(2) - value(1) == step && value(3) - value(2) == step;
}

bool is_in_sizes(std::span<const Group> groups, std::string_view sizes) {
    if (groups.size() != sizes.size()) return false;
    for (std::size_t at = 0; at < sizes.size(); ++at)
        if (groups[at].digits.size() != std::size_t(sizes[at] - '0')) return false;
    return true;
}

/// "tlf 47 22 33 44 55", "tel 46 63 12 34 56": a country's number without its plus, where a word says that it is a phone's; of
/// a Norwegian mobile phone in its own groups without one, too.
bool is_of_country(std::string_view digits, std::span<const Group> groups, NumberIs kind) {
    const auto country = digits.substr(0, 2), national = digits.substr(2);
    if (kind == NumberIs::ordinary || is_service_number(country, national)) return false;
    if (country == "46") {
        const bool is_named = kind == NumberIs::phone && is_swedish("0" + std::string(national));
        return is_mobile_without_zero(national) || (national[0] == '0' && is_mobile_without_zero(national.substr(1))) || is_named;
    }
    if (country != "47" || national.size() != 8 || national[0] < '2') return false;
    const bool is_mobile = national[0] == '4' || national[0] == '9';
    const bool is_grouped = is_in_sizes(groups, "2323") || (is_in_sizes(groups, "22222") && !are_steps(groups.first(4)));
    const bool is_said = kind == NumberIs::person || (kind == NumberIs::somebody && groups.size() > 1);
    return kind == NumberIs::phone || is_said || (is_mobile && is_grouped);
}

/// "70 123 45 67", "72-7172758": without the nought, in the groups that follow it.
bool is_grouped_without_zero(std::span<const Group> groups) {
    constexpr std::array<std::string_view, 5> ways{"2322", "27", "234", "2223", "243"};
    return std::ranges::any_of(ways, [&](std::string_view way) { return is_in_sizes(groups, way); });
}

/// "46 70 123 45 67", "mobil 701234567", "70 123 45 67": without the plus or the zero that belongs before it.
bool is_cut_short(std::string_view plain, std::span<const Group> groups) {
    if (groups[0].digits[0] != '4' && groups[0].digits[0] != '7') return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        const auto kind = kind_of(groups[0], groups[last]);
        if (kind == NumberIs::ordinary) return false;
        if (digits.size() > 2 && is_of_country(digits, groups.first(last + 1), kind)) return !is_in_key(plain, groups);
        if (!is_mobile_without_zero(digits) || is_service_number("46", digits)) return false;
        if (kind == NumberIs::phone || kind == NumberIs::person) return true;
        return is_grouped_without_zero(groups.first(last + 1)) && !is_in_key(plain, groups);
    });
}

/// "727172758", "4722334455" and nothing that says what it is.
bool may_be_cut_short(const Group& group) {
    const auto kind = kind_of(group, group);
    if (kind != NumberIs::unknown && kind != NumberIs::somebody) return false;
    return is_mobile_without_zero(group.digits) ||
           (group.digits.size() == 10 && group.digits.starts_with("47") && std::string_view("2345679").contains(group.digits[2]));
}

/// Eight digits in one of the ways in which people group them; how much the grouping itself says.
struct Shape {
    std::string_view groups, certain_first, maybe_first;
};
constexpr std::array<Shape, 10> shapes{{{"8", "", "2345679"},          // 55000052: what it is the words around it say
                                       {"2222", "23456789", ""},      // 55 00 00 52
                                       {"323", "4589", "2367"},       // 412 34 567
                                       {"44", "", "2345679"},         // 4123 4567
                                       {"422", "", "2345679"},        // 4123 45 67
                                       {"233", "", ""},               // 41 234 567, and sums
                                       {"332", "", ""},
                                       {"26", "", ""},
                                       {"224", "", ""},
                                       {"11111111", "", ""}}};        // 4 1 2 3 4 5 6 7

/// The digits of the groups where they fit the shape and stand alone, not a part of a longer row of numbers; else "".
std::string digits_in_shape(const Shape& shape, std::span<const Group> all, std::size_t from) {
    const std::size_t count = shape.groups.size();
    if (from + count > all.size()) return "";
    const auto groups = all.subspan(from, count);
    std::string digits;
    for (std::size_t i = 0; i < count; ++i) {
        const bool fits = !groups[i].is_of_other && groups[i].digits.size() == std::size_t(shape.groups[i] - '0') &&
                          (i == 0 || (groups[i].gap == groups[1].gap && goes_on(groups[i])));
        if (!fits) return "";
        digits += groups[i].digits;
    }
    const std::string_view inner = count > 1 ? groups[1].gap : std::string_view("-");
    const bool alone = groups[0].gap != inner && (from + count == all.size() || all[from + count].gap != inner);
    return alone ? digits : "";
}

PhoneSign norwegian_sign(std::string_view plain, std::span<const Group> all, std::size_t from) {
    PhoneSign strongest = PhoneSign::none;
    for (const Shape& shape : shapes) {
        if (all[from].digits.size() != std::size_t(shape.groups[0] - '0')) continue;
        const std::string digits = digits_in_shape(shape, all, from);
        if (digits.empty() || digits[0] < '2' || is_date(digits) || is_service_number("47", digits)) continue;
        if (shape.groups == "44" && (begins_with_times(all.subspan(from)) || is_year(all[from].digits))) continue;
        const auto kind = kind_of(all[from], all[from + shape.groups.size() - 1]);
        if (shape.groups == "2222" && kind != NumberIs::phone && are_steps(all.subspan(from, 4))) continue;
        if (kind == NumberIs::ordinary || (shape.groups.size() > 1 && is_in_key(plain, all.subspan(from)))) continue;
        if (kind == NumberIs::phone || shape.certain_first.contains(digits[0])) return PhoneSign::certain;
        // "20261187": no number of Norway's begins so, and those of cases do.
        if (digits.starts_with("20")) continue;
        const bool is_said = kind == NumberIs::person || (kind == NumberIs::somebody && shape.groups.size() > 1);
        const bool is_of_person = is_said && digits[0] != '8';
        if (is_of_person && !(shape.groups == "233" && digits.ends_with("000"))) return PhoneSign::certain;
        if (shape.maybe_first.contains(digits[0])) strongest = PhoneSign::maybe;
    }
    return strongest;
}

/// "22 33⏎44 55" may be two rows of a list; "tlf 22 33⏎44 55" is a number.
bool is_in_norwegian_lines(std::string_view plain, std::span<const Group> all, std::size_t from) {
    if (norwegian_sign(plain, all, from) != PhoneSign::certain) return false;
    const auto end = std::min(from + 4, all.size()) - 1;
    return kind_of(all[from], all[end]) == NumberIs::phone || all[from].digits.size() == 3;
}

}  // namespace

PhoneSign find_phone_number(std::string_view plain, std::span<const Digit> digits) {
    const std::vector<Group> groups = groups_of(plain, digits);
    PhoneSign strongest = PhoneSign::none;
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || is_cut_short(plain, rest) ||
            (!is_behind_year(groups, from) && is_national(plain, rest)))
            return PhoneSign::certain;
        strongest = std::max(strongest, norwegian_sign(plain, groups, from));
        if (strongest == PhoneSign::certain) return strongest;
        if (may_be_cut_short(groups[from])) strongest = PhoneSign::maybe;
    }
    return strongest;
}

bool is_spread_phone(std::string_view plain, std::span<const Digit> digits) {
    const std::vector<Group> groups = groups_of(plain, digits);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || (!is_behind_year(groups, from) && is_national(plain, rest))) return true;
    }
    return false;
}

bool is_phone_over_lines(std::string_view plain, std::span<const Digit> digits) {
    const std::vector<Group> groups = groups_of(plain, digits);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || is_cut_short(plain, rest) || is_in_norwegian_lines(plain, groups, from)) return true;
        if (!is_behind_year(groups, from) && is_national(plain, rest)) return true;
    }
    return false;
}

}  // namespace digilots::personal

#include "platform/personal/phone_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "platform/personal/number_words.h"

namespace digilots::personal {

namespace {

/// Digits written together, and what stands before them.
struct Group {
    std::string digits;
    std::string_view gap;
    std::size_t begin = 0, end = 0;     // in the plain text
    bool is_of_date = false;
};

std::vector<Group> groups_of(std::span<const Digit> digits) {
    std::vector<Group> groups;
    for (const Digit& digit : digits) {
        if (groups.empty() || !digit.gap.empty()) groups.push_back({"", digit.gap, digit.position, digit.position});
        groups.back().digits.push_back(digit.value);
        groups.back().end = digit.position + 1;
    }
    return groups;
}

/// "+" and "\n" never stand inside a phone number, a colon belongs to the clock, a comma to lists.
bool goes_on(const Group& group) {
    constexpr std::array<std::string_view, 14> inside{" ", "-", ".", "/", "(", ")", "(-", ")-", "-(", "/(", ")/", "*", "_", "'"};
    return std::ranges::find(inside, group.gap) != inside.end();
}

bool is_between(std::string_view digits, int least, int most) {
    const int value = std::stoi(std::string(digits));
    return value >= least && value <= most;
}

bool is_clock(std::string_view hours, std::string_view minutes) {
    return hours.size() == 2 && minutes.size() == 2 && is_between(hours, 0, 24) && is_between(minutes, 0, 59);
}

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

bool is_date(std::string_view eight) {
    const auto part = [&](std::size_t from, std::size_t length) { return eight.substr(from, length); };
    const bool year_first = is_between(part(0, 4), 1900, 2099) && is_between(part(4, 2), 1, 12) && is_between(part(6, 2), 1, 31);
    const bool day_first = is_between(part(0, 2), 1, 31) && is_between(part(2, 2), 1, 12) && is_between(part(4, 4), 1900, 2099);
    return year_first || day_first;
}

/// Of authorities and companies, never a person's own: 0771-567 567, 020-22 40 50, 010-123 45 67; 800 80 000.
bool is_of_a_service(std::string_view country, std::string_view national) {
    // The last: of Norway's authorities for work, health and tax.
    constexpr std::array<std::string_view, 3> swedish{"77", "20", "10"};
    constexpr std::array<std::string_view, 6> norwegian{"800", "810", "815", "55553333", "23327000", "22077000"};
    const auto begins = [&](std::string_view beginning) { return national.starts_with(beginning); };
    if (country == "47") return std::ranges::any_of(norwegian, begins);
    if (national.starts_with('0')) national.remove_prefix(1);
    return std::ranges::any_of(swedish, begins);
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

/// All prefixes of the groups that go on from `from`, at most 15 digits: the first that `accept` takes.
template <class F>
bool any_prefix(std::span<const Group> groups, F&& accept) {
    std::string digits;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].is_of_date || (i > 0 && !goes_on(groups[i]))) return false;
        digits += groups[i].digits;
        if (digits.size() > 17) return false;
        if (accept(digits, i)) return true;
    }
    return false;
}

bool is_sum(std::string_view plain, const Group& first, const Group& last) {
    return kind_of_number(plain, first.begin, last.end) == NumberIs::ordinary;
}

bool has_plus_before(std::string_view plain, const Group& group) {
    std::size_t at = group.begin;
    while (at > 0 && (plain[at - 1] == ' ' || plain[at - 1] == '(') && group.begin - at < 2) --at;
    return at > 0 && plain[at - 1] == '+';
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
    if (!plus && (!groups[0].digits.starts_with("00") || is_inside_key(plain, groups))) return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        if (!plus && is_in_word(plain, groups[last].end)) return false;
        if (!plus) digits.remove_prefix(2);
        const auto country = digits.substr(0, 2);
        if ((country == "46" || country == "47") && is_of_a_service(country, digits.substr(2))) return false;
        const bool fits = digits.size() >= 9 && digits.size() <= 15 && digits[0] != '0';
        // Behind a plus no word makes it a number of something else.
        const bool is_sum_of_money = plus ? is_money(plain, groups[last].end) : is_sum(plain, groups[0], groups[last]);
        return fits && !is_sum_of_money;
    });
}

bool is_year(std::string_view digits) { return digits.size() == 4 && is_between(digits, 1900, 2099); }

/// 2026-11-26, 26.11.2026, 26/11 2026
bool begins_with_date(std::span<const Group> groups) {
    if (groups.size() < 3) return false;
    const std::string_view first = groups[0].digits, second = groups[1].digits, third = groups[2].digits;
    const std::string_view gap = groups[1].gap, next = groups[2].gap;
    const bool is_written_so = (gap == next && (gap == "-" || gap == "." || gap == "/")) || (gap == "/" && next == " ");
    if (!is_written_so || first.size() > 4 || second.size() > 2 || third.size() > 4 || !is_between(second, 1, 12)) return false;
    if (first.size() == 4 && is_year(first)) return third.size() <= 2 && is_between(third, 1, 31);
    return third.size() == 4 && is_year(third) && first.size() <= 2 && is_between(first, 1, 31);
}

/// 08.30-16.00
bool begins_with_hours(std::span<const Group> groups) {
    if (groups.size() < 4 || groups[2].gap != "-" || groups[1].gap != groups[3].gap) return false;
    return (groups[1].gap == "." || groups[1].gap == ":") && is_clock(groups[0].digits, groups[1].digits) &&
           is_clock(groups[2].digits, groups[3].digits);
}

/// How many groups "4134 0891 4417 6369" has: three or more of four figures with one sign between them, as cards, keys and
/// meters have, whatever their check digit. 0 where none begins there.
std::size_t length_of_fours(std::string_view plain, std::span<const Group> groups) {
    std::size_t count = 0;
    while (count < groups.size() && groups[count].digits.size() == 4 &&
           (count == 0 || groups[count].gap == groups[1].gap))
        ++count;
    const bool is_row = count >= 3 && (groups[1].gap == " " || groups[1].gap == "-" || groups[1].gap == ".");
    if (!is_row || groups[0].digits[0] == '0' || has_plus_before(plain, groups[0])) return 0;
    return kind_of_number(plain, groups[0].begin, groups[count - 1].end) == NumberIs::phone ? 0 : count;
}

/// No phone number begins or ends inside a date, hours or a longer number: 2026-11-05 - 02.12.2026.
void mark_dates(std::string_view plain, std::vector<Group>& groups) {
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const auto rest = std::span(groups).subspan(from);
        const std::size_t length = begins_with_date(rest)    ? 3
                                   : begins_with_hours(rest) ? 4
                                                             : length_of_fours(plain, rest);
        for (std::size_t at = from; at < from + length; ++at) groups[at].is_of_date = true;
        if (length > 0) from += length - 1;
    }
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

/// A case has such numbers too ("dnr 0123-4567/24"), a mobile phone none but its own.
bool is_national(std::string_view plain, std::span<const Group> groups) {
    if (groups[0].digits[0] != '0' || begins_with_times(groups) || is_inside_version(plain, groups[0])) return false;
    if (is_inside_key(plain, groups)) return false;
    const auto first_is = [&] { return kind_of_number(plain, groups[0].begin, groups[0].end); };
    if (is_two_times(groups[0].digits) && first_is() != NumberIs::phone) return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        const bool is_mobile = digits.size() == 10 && digits.starts_with("07");
        const bool is_of_birth = last == 1 && is_day_and_four(groups) &&
                                 kind_of_number(plain, groups[0].begin, groups[1].end) != NumberIs::phone;
        if (is_of_birth) return false;
        return is_swedish(digits) && !is_of_a_service("46", digits) && (is_mobile || !is_sum(plain, groups[0], groups[last]));
    });
}

bool is_mobile_without_zero(std::string_view nine) {
    return nine.size() == 9 && nine[0] == '7' && std::string_view("02369").contains(nine[1]);
}

/// "tlf 47 22 33 44 55", "tel 46 63 12 34 56": a country's number without its plus, where a word says that it is a phone's; of
/// a Norwegian mobile phone in its own groups without one, too.
bool is_of_country(std::string_view digits, std::span<const Group> groups, NumberIs kind) {
    const auto country = digits.substr(0, 2), national = digits.substr(2);
    if (kind == NumberIs::ordinary || is_of_a_service(country, national)) return false;
    if (country == "46") {
        const bool is_named = kind == NumberIs::phone && is_swedish("0" + std::string(national));
        return is_mobile_without_zero(national) || is_named;
    }
    if (country != "47" || national.size() != 8 || national[0] < '2') return false;
    constexpr std::array<std::size_t, 4> sizes{2, 3, 2, 3};
    const bool is_mobile = national[0] == '4' || national[0] == '9';
    const auto size = [](const Group& group) { return group.digits.size(); };
    return kind == NumberIs::phone || (is_mobile && std::ranges::equal(groups, sizes, {}, size));
}

/// "46 70 123 45 67", "mobil 701234567", "70 123 45 67": without the plus or the zero that belongs before it.
bool is_cut_short(std::string_view plain, std::span<const Group> groups) {
    if (groups[0].digits[0] != '4' && groups[0].digits[0] != '7') return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        const auto kind = kind_of_number(plain, groups[0].begin, groups[last].end);
        if (digits.size() > 2 && is_of_country(digits, groups.first(last + 1), kind)) return true;
        constexpr std::array<std::size_t, 4> sizes{2, 3, 2, 2};
        const auto size = [](const Group& group) { return group.digits.size(); };
        const bool in_groups = last == 3 && std::ranges::equal(groups.first(4), sizes, {}, size);
        return is_mobile_without_zero(digits) && (kind == NumberIs::phone || (in_groups && kind == NumberIs::unknown));
    });
}

/// Eight digits in one of the ways in which people group them; how much the grouping itself says.
struct Shape {
    std::string_view groups, certain_first, maybe_first;
};
constexpr std::array<Shape, 7> shapes{{{"8", "", "2345679"},          // 55000052: what it is the words around it say
                                       {"2222", "23456789", ""},      // 55 00 00 52
                                       {"323", "4589", "2367"},       // 412 34 567
                                       {"44", "", "2345679"},         // 4123 4567
                                       {"422", "", "2345679"},        // 4123 45 67
                                       {"233", "", ""},               // 41 234 567, and sums
                                       {"11111111", "", ""}}};        // 4 1 2 3 4 5 6 7

/// The digits of the groups where they fit the shape and stand alone, not a part of a longer row of numbers; else "".
std::string digits_in_shape(const Shape& shape, std::span<const Group> all, std::size_t from) {
    const std::size_t count = shape.groups.size();
    if (from + count > all.size()) return "";
    const auto groups = all.subspan(from, count);
    std::string digits;
    for (std::size_t i = 0; i < count; ++i) {
        const bool fits = !groups[i].is_of_date && groups[i].digits.size() == std::size_t(shape.groups[i] - '0') &&
                          (i == 0 || (groups[i].gap == groups[1].gap && goes_on(groups[i])));
        if (!fits) return "";
        digits += groups[i].digits;
    }
    const std::string_view inner = count > 1 ? groups[1].gap : std::string_view("-");
    const bool alone = groups[0].gap != inner && (from + count == all.size() || all[from + count].gap != inner);
    return alone ? digits : "";
}

/// "20 30 40 50", "22 23 24 25": counting, nobody's number.
bool are_steps(std::span<const Group> pairs) {
    constexpr std::array steps{1, 2, 3, 4, 5, 10, 15, 20, 25};
    const auto value = [&](std::size_t at) { return std::stoi(pairs[at].digits); };
    const int step = value(1) - value(0);
    if (std::ranges::find(steps, step) == steps.end()) return false;
    return value(2) - value(1) == step && value(3) - value(2) == step;
}

PhoneSign norwegian_sign(std::string_view plain, std::span<const Group> all, std::size_t from) {
    PhoneSign strongest = PhoneSign::none;
    for (const Shape& shape : shapes) {
        const std::string digits = digits_in_shape(shape, all, from);
        if (digits.empty() || digits[0] < '2' || is_date(digits) || is_of_a_service("47", digits)) continue;
        if (shape.groups == "44" && (begins_with_times(all.subspan(from)) ||
                                     (is_year(all[from].digits) && is_year(all[from + 1].digits))))
            continue;
        const auto kind = kind_of_number(plain, all[from].begin, all[from + shape.groups.size() - 1].end);
        if (shape.groups == "2222" && kind != NumberIs::phone && are_steps(all.subspan(from, 4))) continue;
        if (kind == NumberIs::ordinary) continue;
        if (kind == NumberIs::phone || shape.certain_first.contains(digits[0])) return PhoneSign::certain;
        if (shape.maybe_first.contains(digits[0])) strongest = PhoneSign::maybe;
    }
    return strongest;
}

/// "22 33⏎44 55" may be two rows of a list; "tlf 22 33⏎44 55" is a number.
bool is_in_norwegian_lines(std::string_view plain, std::span<const Group> all, std::size_t from) {
    if (norwegian_sign(plain, all, from) != PhoneSign::certain) return false;
    const auto end = std::min(from + 4, all.size()) - 1;
    return kind_of_number(plain, all[from].begin, all[end].end) == NumberIs::phone || all[from].digits.size() == 3;
}

}  // namespace

PhoneSign find_phone_number(std::string_view plain, std::span<const Digit> digits) {
    std::vector<Group> groups = groups_of(digits);
    mark_dates(plain, groups);
    PhoneSign strongest = PhoneSign::none;
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || is_cut_short(plain, rest) ||
            (!is_behind_year(groups, from) && is_national(plain, rest)))
            return PhoneSign::certain;
        strongest = std::max(strongest, norwegian_sign(plain, groups, from));
        if (strongest == PhoneSign::certain) return strongest;
    }
    return strongest;
}

bool is_spread_phone(std::string_view plain, std::span<const Digit> digits) {
    std::vector<Group> groups = groups_of(digits);
    mark_dates(plain, groups);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || (!is_behind_year(groups, from) && is_national(plain, rest))) return true;
    }
    return false;
}

bool is_phone_over_lines(std::string_view plain, std::span<const Digit> digits) {
    std::vector<Group> groups = groups_of(digits);
    mark_dates(plain, groups);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || is_cut_short(plain, rest) || is_in_norwegian_lines(plain, groups, from)) return true;
        if (!is_behind_year(groups, from) && is_national(plain, rest)) return true;
    }
    return false;
}

}  // namespace digilots::personal

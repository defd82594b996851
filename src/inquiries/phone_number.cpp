#include "inquiries/phone_number.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace digilots::inquiries {

namespace {

/// Digits written together, and what stands before them.
struct Group {
    std::string digits;
    std::string_view gap;
    std::size_t begin = 0, end = 0;     // in the plain text
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

bool is_swedish(std::string_view digits) {
    if (digits.size() < 8 || digits.size() > 10 || digits[0] != '0' || digits[1] == '0') return false;
    if (digits.size() > 8) return true;
    constexpr std::array<std::string_view, 28> three{"010", "011", "013", "016", "018", "019", "020", "021", "023", "026",
                                                     "031", "033", "035", "036", "040", "042", "044", "046", "054", "060",
                                                     "063", "070", "072", "073", "076", "079", "090", "077"};
    const bool area = digits.starts_with("08") || std::ranges::find(three, digits.substr(0, 3)) != three.end();
    return area && !is_date(digits);
}

/// What stands before and after tells a sum of money from a number to call.
bool is_money(std::string_view plain, const Group& last) {
    std::string after;
    for (std::size_t i = last.end; i < plain.size() && after.size() < 4; ++i) {
        if (plain[i] != ' ') after.push_back(static_cast<char>(plain[i] | 0x20));
    }
    for (const std::string_view unit : {"kr", "sek", "nok", "eur", ":-", "%", ",-"}) {
        if (after.starts_with(unit)) return true;
    }
    return false;
}

/// All prefixes of the groups that go on from `from`, at most 15 digits: the first that `accept` takes.
template <class F>
bool any_prefix(std::span<const Group> groups, F&& accept) {
    std::string digits;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (i > 0 && !goes_on(groups[i])) return false;
        digits += groups[i].digits;
        if (digits.size() > 17) return false;
        if (accept(digits, i)) return true;
    }
    return false;
}

bool has_plus_before(std::string_view plain, const Group& group) {
    std::size_t at = group.begin;
    while (at > 0 && (plain[at - 1] == ' ' || plain[at - 1] == '(') && group.begin - at < 2) --at;
    return at > 0 && plain[at - 1] == '+';
}

bool is_international(std::string_view plain, std::span<const Group> groups) {
    const bool plus = has_plus_before(plain, groups[0]);
    if (!plus && !groups[0].digits.starts_with("00")) return false;
    return any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        if (!plus) digits.remove_prefix(2);
        const bool fits = digits.size() >= 9 && digits.size() <= 15 && digits[0] != '0';
        return fits && !is_money(plain, groups[last]);
    });
}

bool is_national(std::span<const Group> groups) {
    if (groups[0].digits[0] != '0' || begins_with_times(groups)) return false;
    return any_prefix(groups, [](std::string_view digits, std::size_t) { return is_swedish(digits); });
}

/// 41234567, 412 34 567, 22 12 34 56: standing alone, not a part of a longer row of numbers.
bool is_norwegian(std::string_view plain, std::span<const Group> all, std::size_t from) {
    constexpr std::array<std::string_view, 3> shapes{"8", "323", "2222"};
    for (const std::string_view shape : shapes) {
        if (from + shape.size() > all.size()) continue;
        const auto groups = all.subspan(from, shape.size());
        std::string digits;
        bool fits = true;
        for (std::size_t i = 0; i < shape.size(); ++i) {
            fits = fits && groups[i].digits.size() == std::size_t(shape[i] - '0') && (i == 0 || groups[i].gap == groups[1].gap);
            fits = fits && (i == 0 || goes_on(groups[i]));
            digits += groups[i].digits;
        }
        if (!fits) continue;
        const std::string_view inner = shape.size() > 1 ? groups[1].gap : std::string_view("-");
        const bool alone = groups[0].gap != inner &&
                           (from + shape.size() == all.size() || all[from + shape.size()].gap != inner);
        const std::string_view first = shape == "8" ? "49" : shape == "323" ? "4589" : "23456789";
        if (alone && first.contains(digits[0]) && !is_date(digits) && !is_money(plain, groups.back())) return true;
    }
    return false;
}

}  // namespace

bool holds_phone_number(std::string_view plain, std::span<const Digit> digits) {
    const std::vector<Group> groups = groups_of(digits);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const std::span<const Group> rest = std::span(groups).subspan(from);
        if (is_international(plain, rest) || is_national(rest) || is_norwegian(plain, groups, from)) return true;
    }
    return false;
}

}  // namespace digilots::inquiries

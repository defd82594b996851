#include "platform/personal/phone_groups.h"

#include <ranges>

#include "platform/personal/service_numbers.h"

namespace digilots::personal {

/// "+" and "\n" never stand inside a phone number, a colon belongs to the clock, a comma to lists.
bool goes_on(const Group& group) {
    constexpr std::array<std::string_view, 5> pairs{"(-", ")-", "-(", "/(", ")/"};
    if (group.gap.size() == 1) return std::string_view(" -./()*_'").contains(group.gap[0]);
    return std::ranges::find(pairs, group.gap) != pairs.end();
}

int value_of_few(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

bool is_between(std::string_view digits, int least, int most) {
    return value_of_few(digits) >= least && value_of_few(digits) <= most;
}

bool is_clock(std::string_view hours, std::string_view minutes) {
    return hours.size() == 2 && minutes.size() == 2 && is_between(hours, 0, 24) && is_between(minutes, 0, 59);
}

bool is_date(std::string_view eight) {
    const auto part = [&](std::size_t from, std::size_t length) { return eight.substr(from, length); };
    const bool year_first = is_between(part(0, 4), 1900, 2099) && is_between(part(4, 2), 1, 12) && is_between(part(6, 2), 1, 31);
    const bool day_first = is_between(part(0, 2), 1, 31) && is_between(part(2, 2), 1, 12) && is_between(part(4, 4), 1900, 2099);
    return year_first || day_first;
}

bool has_plus_before(std::string_view plain, const Group& group) {
    std::size_t at = group.begin;
    while (at > 0 && (plain[at - 1] == ' ' || plain[at - 1] == '(') && group.begin - at < 2) --at;
    return at > 0 && plain[at - 1] == '+';
}

bool is_year(std::string_view digits) { return digits.size() == 4 && is_between(digits, 1900, 2099); }

namespace {

/// What is said of each. Where no letter is near, nothing is: rows of digits are read fast.
void listen_around(std::string_view plain, std::vector<Group>& groups) {
    const auto is_letter = [&](std::size_t at) { return (plain[at] | 0x20) >= 'a' && (plain[at] | 0x20) <= 'z'; };
    std::size_t read = 0, last_letter = plain.npos;
    for (Group& group : groups) {
        for (; read < group.begin; ++read)
            if (is_letter(read)) last_letter = read;
        const bool is_near = last_letter != plain.npos && group.begin - last_letter <= said_within;
        if (is_near) group.said_before = said_before(plain, group.begin);
    }
    std::size_t next_letter = plain.npos;
    read = plain.size();
    for (Group& group : std::views::reverse(groups)) {
        for (; read > group.end; --read)
            if (is_letter(read - 1)) next_letter = read - 1;
        const bool is_near = next_letter != plain.npos && next_letter - group.end < said_within;
        const auto sign = std::min(plain.find_first_not_of(' ', group.end), plain.size());
        const bool may_count = sign < plain.size() && std::string_view(":%,").contains(plain[sign]);
        if (is_near || may_count) group.said_behind = said_behind(plain, group.end);
    }
}

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

/// How many groups of as many figures as it has, with one sign between them, begin at each of the groups. Linear.
std::vector<std::size_t> rows_of_equals(std::span<const Group> groups) {
    std::vector<std::size_t> rows(groups.size());
    for (std::size_t at = groups.size(); at-- > 0;) {
        const bool is_alike = at + 1 < groups.size() && groups[at + 1].digits.size() == groups[at].digits.size();
        const std::size_t next = is_alike ? rows[at + 1] : 0;
        const bool goes_on = next < 2 || groups[at + 2].gap == groups[at + 1].gap;
        rows[at] = 1 + (goes_on ? next : 1);
    }
    return rows;
}

/// How many of the `count` groups "4134 0891 4417 6369" and "05101-35898-11832" have: three or more, as cards, keys and meters
/// have, whatever their check digit. 0 where none begins there.
std::size_t length_of_row(std::string_view plain, std::span<const Group> groups, std::size_t count) {
    const auto size = groups[0].digits.size();
    if (count < 3 || size < 4 || size > 8) return 0;
    const bool is_row = groups[1].gap == "-" || (size == 4 && (groups[1].gap == " " || groups[1].gap == "."));
    if (!is_row || (size == 4 && groups[0].digits[0] == '0') || has_plus_before(plain, groups[0])) return 0;
    return kind_of(groups[0], groups[count - 1]) == NumberIs::phone ? 0 : count;
}

/// How many groups "08-508 00 000" has, "+46 8 508 00 000" behind the plus; 0 where no number of a service begins there.
std::size_t length_of_service(std::string_view plain, std::span<const Group> groups) {
    constexpr std::size_t shortest = 7, longest = 10;
    const bool plus = has_plus_before(plain, groups[0]);
    if (!plus && groups[0].digits[0] != '0') return 0;
    std::size_t length = 0;
    any_prefix(groups, [&](std::string_view digits, std::size_t last) {
        if (!plus && digits.starts_with("00")) digits.remove_prefix(2);
        if (digits.empty()) return false;
        const bool is_national = !plus && digits[0] == '0';
        const auto national = digits.substr(is_national || digits.size() < 2 ? 0 : 2);
        if (national.size() > longest) return true;
        const auto country = is_national ? "46" : digits.substr(0, 2);
        const bool is_service = (country == "46" || country == "47") && is_service_number(country, national);
        if (is_service && national.size() >= shortest) length = last + 1;
        return false;
    });
    return length;
}

/// "70-0204926": the end of somebody's number is no service's.
bool may_go_on(std::span<const Group> all, std::size_t from) {
    constexpr std::size_t shortest_of_other = 3;
    if (from == 0 || !goes_on(all[from])) return false;
    const auto before = all[from - 1].digits;
    return before.size() < shortest_of_other || std::string_view("047").contains(before[0]);
}

/// No phone number begins or ends inside a date, hours, a service's or a longer number: 2026-11-05 - 02.12.2026.
void mark_others(std::string_view plain, std::vector<Group>& groups) {
    const auto rows = rows_of_equals(groups);
    for (std::size_t from = 0; from < groups.size(); ++from) {
        const auto rest = std::span(groups).subspan(from);
        std::size_t length = begins_with_date(rest) ? 3 : begins_with_hours(rest) ? 4 : 0;
        if (length == 0 && !may_go_on(groups, from)) length = length_of_service(plain, rest);
        if (length == 0) length = length_of_row(plain, rest, rows[from]);
        for (std::size_t at = from; at < from + length; ++at) groups[at].is_of_other = true;
        if (length > 0) from += length - 1;
    }
}

}  // namespace

std::vector<Group> groups_of(std::string_view plain, std::span<const Digit> digits) {
    std::vector<Group> groups;
    for (const Digit& digit : digits) {
        if (groups.empty() || !digit.gap.empty())
            groups.push_back({.digits = {}, .gap = digit.gap, .begin = digit.position, .end = digit.position});
        groups.back().end = digit.position + 1;
    }
    for (Group& group : groups) group.digits = plain.substr(group.begin, group.end - group.begin);
    listen_around(plain, groups);
    mark_others(plain, groups);
    return groups;
}

}  // namespace digilots::personal

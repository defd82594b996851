#pragma once
// Digits written together and what stands between and around them, as phone numbers are read.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "platform/personal/digits.h"
#include "platform/personal/number_words.h"

namespace digilots::personal {

/// What stands before and around it.
struct Group {
    std::string_view digits, gap;
    std::size_t begin = 0, end = 0;     // in the plain text
    NumberIs said_before = NumberIs::unknown, said_behind = NumberIs::unknown;
    bool is_of_other = false;           // a date, hours, a service's number, a longer row: no phone number begins or ends there
};

/// `plain` is base::plain.
std::vector<Group> groups_of(std::string_view plain, std::span<const Digit> digits);

/// What is said of the number from the first group to the last.
inline NumberIs kind_of(const Group& first, const Group& last) { return together(first.said_before, last.said_behind); }
/// "+" and "\n" never stand inside a phone number, a colon belongs to the clock, a comma to lists.
bool goes_on(const Group& group);
bool has_plus_before(std::string_view plain, const Group& group);

// Of few digits.
int value_of_few(std::string_view digits);
bool is_between(std::string_view digits, int least, int most);
bool is_clock(std::string_view hours, std::string_view minutes);
bool is_date(std::string_view eight);
bool is_year(std::string_view digits);

/// All prefixes of the groups that go on, at most 17 digits: whether `accept` takes one.
template <class F>
bool any_prefix(std::span<const Group> groups, F&& accept) {
    constexpr std::size_t longest = 17;
    std::array<char, longest> digits;
    std::size_t length = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& group = groups[i];
        if (group.is_of_other || length + group.digits.size() > longest || (i > 0 && !goes_on(group))) return false;
        std::ranges::copy(group.digits, digits.begin() + length);
        length += group.digits.size();
        if (accept(std::string_view(digits.data(), length), i)) return true;
    }
    return false;
}

}  // namespace digilots::personal

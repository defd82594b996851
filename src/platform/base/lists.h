#pragma once
// Lists: texts joined and taken apart, what is in them.
#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace digilots::base {

/// "a, b, c"
std::string joined(const std::vector<std::string>& parts, std::string_view between);
/// The same back; empty ones are left out.
std::vector<std::string> separated(std::string_view text, char between);

template <class List, class Item>
bool holds(const List& list, const Item& item) {
    return std::ranges::find(list, item) != std::ranges::end(list);
}

template <class Item>
void add_once(std::vector<Item>& list, const std::type_identity_t<Item>& item) {
    if (!holds(list, item)) list.push_back(item);
}

/// The first whose member is `wanted`, nullptr where there is none: find_in(goals, key, &Goal::key).
template <class List, class Wanted, class Member>
auto* find_in(List& list, const Wanted& wanted, Member member) {
    const auto found = std::ranges::find(list, wanted, member);
    return found == std::ranges::end(list) ? nullptr : &*found;
}

}  // namespace digilots::base

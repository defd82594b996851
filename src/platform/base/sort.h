#pragma once
// Sorting by keys that take time to make, such as base::collation_key.
#include <algorithm>
#include <cstddef>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace digilots::base {

/// Sorts `items` by what `key_of` makes of each; those alike stay as they stood. Each key is made once: the sorts of the standard
/// library ask for it anew at every comparison, and one of a language's alphabet takes a thousand times as long as comparing two.
template <class Item, class KeyOf>
void sort_by_key(std::vector<Item>& items, KeyOf key_of) {
    std::vector<std::pair<std::decay_t<std::invoke_result_t<KeyOf, const Item&>>, std::size_t>> keys;
    keys.reserve(items.size());
    for (std::size_t at = 0; at < items.size(); ++at) keys.emplace_back(std::invoke(key_of, std::as_const(items[at])), at);
    std::ranges::sort(keys);
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const auto& [key, at] : keys) sorted.push_back(std::move(items[at]));
    items = std::move(sorted);
}

}  // namespace digilots::base

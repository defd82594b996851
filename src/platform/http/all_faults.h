#pragma once
// A refusal names every field that is wrong at once, and each once: what the reader of a body found, and what the slice finds in
// what could be read.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace digilots::http {

using Faults = std::vector<std::pair<std::string, std::string>>;

/// Adds to `found` what `more` says of fields that have no message yet.
inline void add_faults(Faults& found, const Faults& more) {
    for (const auto& fault : more)
        if (std::ranges::find(found, fault.first, &Faults::value_type::first) == found.end()) found.push_back(fault);
}

}  // namespace digilots::http

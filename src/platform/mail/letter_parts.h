#pragma once
// A letter taken apart before any library sees it: its headers, within bounds, and the parts of its body. For this folder.
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digilots::mail {

inline constexpr std::size_t most_headers = 500, longest_header = 16 * 1024, most_header_bytes = 256 * 1024;

/// Of the headers those that are used here; none is longer than `longest_header`, longer ones are left out.
struct Headers {
    std::vector<std::pair<std::string, std::string>> all;   // name in lower case, value on one line

    /// "" where there is none; the first of several.
    std::string_view find(std::string_view name) const;
};

struct Entity {
    Headers headers;
    std::string_view body;      // of the bytes it was read from
};
Entity entity_in(std::string_view bytes);

/// The bytes between the lines "--boundary", at most `most`; `is_cut` becomes true where there are more.
std::vector<std::string_view> parts_between(std::string_view body, std::string_view boundary, std::size_t most, bool& is_cut);

}  // namespace digilots::mail

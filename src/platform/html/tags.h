#pragma once
// Reads finished HTML of this program's templates: attributes in double quotes, every "<" and ">" of a person escaped.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace digilots::html {

/// As it stands in an attribute.
std::string escaped(std::string_view text);
/// The text of a piece of HTML: without tags, with its signs as they were typed.
std::string text_of(std::string_view html);
/// The next tag from `from` on, without its brackets; empty at the end.
std::string_view next_tag(std::string_view html, std::size_t from);
bool is(std::string_view tag, std::string_view name);
/// As it stands in the page: escaped. Without data where there is no such attribute.
std::string_view value_of(std::string_view tag, std::string_view attribute);
/// A word of its own, such as "checked".
bool has_word(std::string_view tag, std::string_view word);
/// Where it stands in the tag; npos where it does not.
std::size_t find_word(std::string_view tag, std::string_view word);

struct Part {
    std::size_t begin = 0, end = 0;
};
/// The inside of the first form that posts to `action` (as typed, not escaped).
std::optional<Part> find_form(std::string_view html, std::string_view action);

}  // namespace digilots::html

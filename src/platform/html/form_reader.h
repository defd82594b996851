#pragma once
// What stands in a form of finished HTML, field by field.
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/page.h"

namespace digilots::html {

/// A field of a form: what it is called, what would be sent, what the page says of it, where it stands.
struct ReadField {
    std::string name, label;
    std::vector<std::string> values, words;
    std::size_t place = 0;   // in the form: where its part of the page begins
    std::size_t controls = 0;
    bool is_checkbox = false;

    bool says_the_same(const ReadField& other) const { return values == other.values; }
};

/// Hidden fields, buttons, passwords and files are no fields of a person.
std::vector<ReadField> read_fields(std::string_view form, const Page& page);
/// A text as it is compared: without what a browser adds at line ends and the end.
std::string without_returns(std::string text);

}  // namespace digilots::html

#pragma once
// What every page of the product promises, checked on the bytes that go out.
#include <string>
#include <string_view>
#include <vector>

namespace digilots::testing {

/// Empty where all is well, else one line a broken promise: well-formed HTML, a language, one h1 with which the title
/// starts, no doubled ids, no reference to an id that is not there, a label for every field, a text for every image,
/// link and button, no inline script or style (the content security policy would block them).
std::vector<std::string> html_problems(std::string_view html);

struct Element {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;         // of the element and all inside, spaces folded

    /// "" where it is missing; has() tells the difference.
    std::string_view attribute(std::string_view wanted) const;
    bool has(std::string_view wanted) const;
};

/// All elements in document order, for tests that look for one.
std::vector<Element> html_elements(std::string_view html);

}  // namespace digilots::testing

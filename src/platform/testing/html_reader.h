#pragma once
// Reads the HTML that our templates write: strict where browsers forgive.
#include <string>
#include <string_view>
#include <vector>

#include "platform/testing/html_check.h"

namespace digilots::testing {

struct ReadElement {
    Element element;
    int parent = -1;          // index, -1 at the top
};

struct ReadPage {
    std::vector<ReadElement> elements;
    std::vector<std::string> problems;   // unbalanced tags, attributes without quotes …
    bool has_doctype = false;
};

ReadPage read_html(std::string_view html);

/// As html_problems(), of a page that is read already.
std::vector<std::string> problems_of(const ReadPage& page);

}  // namespace digilots::testing

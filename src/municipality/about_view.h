#pragma once
// What the pages about the service itself show.
#include <string>
#include <vector>

namespace digilots::municipality {

struct Provider {
    std::string name, url, phone;
    bool phone_is_example = false;
    std::string zone;
};

struct AboutView {
    std::vector<Provider> providers;  // the active municipalities
    std::string example;              // slug for addresses in examples
    std::string reviewed;             // "26 November 2026": when somebody last read the accessibility statement against the pages
};

}  // namespace digilots::municipality

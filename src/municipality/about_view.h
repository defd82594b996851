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
};

/// The accessibility statement of one municipality.
struct StatementView {
    Provider provider;
    bool is_norwegian = false;        // whose law and authority
    std::string reviewed;             // "26 November 2026"; "" where the municipality has not gone through it yet
};

}  // namespace digilots::municipality

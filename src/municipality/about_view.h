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

/// What is kept of people.
struct PrivacyView {
    struct Cookie {
        std::string name, text;
    };
    std::vector<std::string> of_those_who_ask, of_staff;
    std::vector<Cookie> cookies;
};

}  // namespace digilots::municipality

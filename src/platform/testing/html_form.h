#pragma once
// A form as it stands in a page, with the values a browser would send.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace digilots::testing {

struct Form {
    std::string action;
    bool is_post = false;
    std::vector<std::pair<std::string, std::string>> values;  // what is sent when nothing is changed
    std::map<std::string, std::vector<std::string>> choices;  // of select, radio and checkbox, by field
    std::vector<std::string> names;                           // all fields
    std::map<std::string, std::string> kinds;                 // "numeric", "date", "email": what a browser helps to type

    /// The values with those given in their place; a field given several times is sent several times.
    std::vector<std::pair<std::string, std::string>> filled(
        const std::vector<std::pair<std::string, std::string>>& given) const;
    /// Choices that are not offered.
    std::vector<std::string> problems(const std::vector<std::pair<std::string, std::string>>& given) const;
};

/// Every form of a page, in the order of the page.
std::vector<Form> all_forms(std::string_view html);

/// The first form with all these fields whose action holds `action`.
std::optional<Form> find_form(std::string_view html,
                              const std::vector<std::pair<std::string, std::string>>& fields,
                              std::string_view action);

/// a=1&b=2, percent-encoded.
std::string encode_form(const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace digilots::testing

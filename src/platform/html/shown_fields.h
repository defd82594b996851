#pragma once
// What a form showed when it was made: so that it is known who changed which field where two have saved.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/form_reader.h"

namespace digilots::html {

/// Short digests of a form's fields, as they stand in its hidden field "shown": "name:3fa94c2e phone:…".
std::string shown_of(const std::vector<ReadField>& fields);

class Shown {
public:
    /// What came back with a form; anything may stand in it.
    explicit Shown(std::string_view text);
    /// True where the field is as it was shown; false too where nothing is known of it.
    bool is(const ReadField& field) const;
    /// It was a field of that form.
    bool knows(std::string_view name) const { return digests_.contains(name); }

private:
    std::map<std::string, std::string, std::less<>> digests_;
};

/// The page with the hidden field "shown" of each form filled that is still empty (components::seen_mark).
std::string with_shown(std::string html, const Page& page);

}  // namespace digilots::html

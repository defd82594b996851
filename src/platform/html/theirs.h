#pragma once
// What somebody else has saved meanwhile, beside each field of a form in which somebody had typed something else.
#include <string>
#include <vector>

#include "platform/html/page.h"
#include "platform/http/typed_form.h"

namespace digilots::html {

/// A field that differs, for its template.
struct TheirField {
    std::string name, label, id;
    std::vector<std::string> values;  // as they would be sent
    std::vector<std::string> words;   // as the page says them
    bool is_mine = false;             // chosen before: stays as typed
};

struct PageWithTheirs {
    std::string html;
    std::size_t differ = 0;  // fields
    bool is_entry = false;   // the form shows nothing that is saved ("data-entry"): there is nothing to compare
};

/// `filled` is `now` (the page as it is saved now) with what was typed in its form. Before each field that differs stands
/// what is saved now and the choice between both; take_theirs() reads it.
PageWithTheirs with_theirs(std::string_view now, std::string filled, const http::TypedForm& typed, const Page& page);

}  // namespace digilots::html

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
};

struct PageWithTheirs {
    std::string html;
    std::vector<TheirField> questions = {};  // both have changed the field: in the order of the form
    std::size_t kept = 0;                    // fields that only the person has changed: as they typed them
    bool is_entry = false;   // the form shows nothing that is saved ("data-entry"): there is nothing to compare
};

/// `filled` is `now` (the page as it is saved now) with what was typed in its form. A field that the person did not touch
/// (it is as the form had shown it) gets what is saved now; one that nobody else touched stays as it was typed. Before each
/// that both have changed stands what is saved now and the choice between both; take_theirs() reads it.
PageWithTheirs with_theirs(std::string_view now, std::string filled, const http::TypedForm& typed, const Page& page);

}  // namespace digilots::html

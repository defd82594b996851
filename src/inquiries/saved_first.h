#pragma once
// The answer to an entry was lost, and then it was changed and sent again: whether the first had arrived decides what this is.
#include <optional>
#include <string>

#include "inquiries/inquiry_form.h"
#include "inquiries/pages.h"

namespace digilots::inquiries {

struct SavedFirstView {
    std::string said, url;      // what is saved, and its page
    std::string seen;           // the entry as it stands; "" where changing it asks for a reason, on its page
};

/// What a form has logged first, by its key and whoever sent it; nothing where nothing was, or it is gone.
std::optional<StoredInquiry> first_of_form(db::Connection& connection, std::string_view municipality_id, std::string_view actor,
                                           const http::Fields& form);

/// What the same form has logged with other words in it, where whoever sends it now had no answer to that. Nothing where nothing
/// had arrived, it was taken back since, or what is sent now is logged already.
std::optional<StoredInquiry> saved_first(const Service& service, const http::Request& request, const Inquiry& now);

/// Asked about once: the form's "saved_first" says "another", or holds the mark of the entry that it corrects.
bool is_another(const http::Request& request);
/// False where it is not to be corrected, or has been changed meanwhile.
bool correct_first(const Pages& pages, const http::Request& request, const StoredInquiry& first, Inquiry now);

SavedFirstView saved_first_view(const StoredInquiry& first, const Service& service, const html::Page& page);

}  // namespace digilots::inquiries

#pragma once
// Why an entry is changed or deleted: one line, asked for where the entry is of another day or another's.
#include "inquiries/inquiry_form.h"

namespace digilots::inquiries {

/// Empty where nobody is asked.
html::components::Field reason_field(const html::Page& page, const StoredInquiry& stored, const html::FormErrors& errors,
                                    std::string label);
/// What was typed; what is missing, too long or says who it is about is added to `errors`.
std::string read_reason(const http::Request& request, const StoredInquiry& stored, html::FormErrors& errors);

}  // namespace digilots::inquiries

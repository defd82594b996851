#pragma once
#include "platform/http/response.h"

namespace digilots::http {

/// The list of what is to be mended (html::components::error_summary), as `refused` has it, below the heading of the page that
/// tells of somebody else's save: who mends one of both need not be refused a second time for the other.
void tell_what_was_refused(Response& page, const Response& refused);

}  // namespace digilots::http

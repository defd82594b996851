#pragma once
// Back to where an entry was opened: the list as it was filtered, or the desk.
#include <string>
#include <string_view>

#include "platform/html/page.h"

namespace digilots::inquiries {

/// "from=2026-11-01&page=2": what the list shows, and nothing else of its address.
std::string list_query(const http::Fields& query);
/// "?log=1&from=2026-11-01", for the address of an entry that the list shows.
std::string from_list(const http::Fields& query);
/// The same of the page that this request is of or comes from; "" where the list did not open it.
std::string from_list(const http::Request& request);
/// `done`: what the page there says, "corrected" or "deleted".
std::string way_back(const html::Page& page, std::string_view done);

}  // namespace digilots::inquiries

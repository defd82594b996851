#pragma once
// Which entries a table holds: those that the list shows under the same address, on all its pages.
#include <functional>

#include "inquiries/implementation.h"
#include "platform/http/request.h"
#include "platform/register/record.h"

namespace digilots::inquiries {

/// Of records as tables know them (inquiry_table.h). What the address does not name limits nothing; a day that is none, or a
/// unit or place that is not here, has no entries.
std::function<bool(const register_::Record&)> entries_wanted(const Service& service, const http::Fields& query,
                                                             const register_::Surroundings& around);

}  // namespace digilots::inquiries

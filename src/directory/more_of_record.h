#pragma once
// What stands beside a record's form: where residents see it, what the import said, what uses it; and the other ends of links.
#include "directory/pages.h"
#include "platform/register/records.h"

namespace digilots::directory {

register_::More more_of_record(const Pages& pages, RecordKind kind, const register_::Record& record, const html::Page& page);
/// "directory.place", "directory.contact", and what is linked to beside.
register_::LinkSources link_sources(const Directory& directory, register_::LinkSources others);

/// The unit of the municipality that it belongs to, for a service that of its place where it says none; "" for none.
std::string unit_of_record(const Directory& directory, const register_::Record& record, std::string_view municipality_id);

}  // namespace digilots::directory

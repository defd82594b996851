#pragma once
// What stands beside a record's form: where residents see it, what the import said, what uses it; and the other ends of links.
#include "directory/pages.h"
#include "platform/register/records.h"

namespace digilots::directory {

register_::More more_of_record(const Pages& pages, RecordKind kind, const register_::Record& record, const html::Page& page);
/// "directory.place", "directory.contact".
register_::LinkSources link_sources(const Directory& directory);

}  // namespace digilots::directory

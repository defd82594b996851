#pragma once
// What was checked after the record as a whole was: a save checks what was changed and nothing else.
#include <string>

#include "directory/directory.h"
#include "platform/html/page.h"

namespace digilots::directory {

/// "Checked since then: Phone, Opening hours (23 November 2026)."; "" where nothing was.
std::string checked_since(const Snapshot& snapshot, RecordKind kind, const std::string& id, Audience audience,
                          const html::Page& page);

}  // namespace digilots::directory

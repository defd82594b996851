#pragma once
// What somebody may do in a municipality: asked by whoever passes them on (guard.h) and by pages that offer only what would
// be passed on. A role counts in its own municipality alone; an operator and a program have none in any.
#include <string_view>

#include "platform/http/access.h"
#include "platform/http/request.h"

namespace digilots::http {

/// At least this role, in this municipality.
bool may(const Identity& who, Role least, std::string_view municipality_id);
/// Whether they read the trail and how long things are kept: as administrators, or because they see to privacy there.
bool may_see_privacy(const Identity& who, std::string_view municipality_id);
/// In the municipality of the address; false where there is none, and for somebody who is not signed in.
bool may(const Request& request, Role least);
bool may_see_privacy(const Request& request);

}  // namespace digilots::http

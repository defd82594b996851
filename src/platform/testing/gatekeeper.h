#pragma once
// Who may come in, for tests of a slice's pages: whoever has a session of the name of a role has that role.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/route.h"

namespace digilots::testing {

/// "guide", "editor", "coordinator" or "administrator" of the municipality; any other name is a guide.
http::Identity person_named(std::string_view role, std::string_view municipality_id);

/// Forms are filled again as in the program; nobody has a token. `versions`: public pages are kept.
http::Gatekeeper gatekeeper_for(std::string_view municipality_id,
                                std::function<std::optional<http::Tenant>(std::string_view slug)> find_tenant,
                                const kept::Versions* versions = nullptr);

}  // namespace digilots::testing

#pragma once
// Static files (web/dist embedded) under /static/ with hashed names, precompressed, immutable.
#include <string>
#include <string_view>

namespace digilots::http {

/// "app.css" → "/static/app.3f9a1c.css". An unknown name is a Bug.
std::string asset_url(std::string_view name);

}  // namespace digilots::http

#pragma once
// JSON that people or other programs send, as it may be stored.
#include "platform/base/json.h"

namespace digilots::base {

/// As parse_json, with hidden controls left out of every text, as forms leave them out: also of those that were escaped
/// ("\u202E").
Result<Json, std::string> parse_typed_json(std::string_view text, JsonLimits limits = {});

}  // namespace digilots::base

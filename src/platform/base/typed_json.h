#pragma once
// JSON that people or other programs send, as it may be stored.
#include "platform/base/json.h"

namespace digilots::base {

/// As parse_json, with hidden controls left out of every text, as forms leave them out: also of those that were escaped
/// ("\u202E").
Result<Json, std::string> parse_typed_json(std::string_view text, JsonLimits limits = {});

/// The same of what a program sends to be kept. What turns text around (turns_direction) is no error of a program alone: it is
/// refused, so that whoever wrote it learns of it.
Result<Json, std::string> parse_sent_json(std::string_view text, JsonLimits limits = {});
/// In any text of it.
bool holds_turning(const Json& json);

}  // namespace digilots::base

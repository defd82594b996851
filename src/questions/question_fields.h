#pragma once
// Fields of a question that no form asks.
#include <functional>

#include "platform/register/read_only.h"
#include "platform/slice/wished_time.h"

namespace digilots::questions {

/// When somebody wants to be rung (platform/slice/wished_time.h), in words; nothing where it is as soon as possible. Column NAME.
register_::Field wished_call(std::string_view name, i18n::Text title,
                             std::function<OfficeHours(std::string_view municipality_id)> office);
/// Columns answered_at, answered_by.
register_::Field answered(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of);

}  // namespace digilots::questions

#pragma once
// Fields of a question that no form asks.
#include <functional>

#include "platform/register/read_only.h"

namespace digilots::questions {

/// Columns answered_at, answered_by.
register_::Field answered(std::string_view name, i18n::Text title, std::function<std::string(std::string_view)> name_of);

}  // namespace digilots::questions

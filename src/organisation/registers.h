#pragma once
// The two kinds of records of this slice, each said once.
#include "platform/register/register.h"

namespace digilots::organisation {

inline constexpr std::string_view kept_units = "units";

register_::Register unit_register();
register_::Register function_register();

}  // namespace digilots::organisation

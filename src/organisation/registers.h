#pragma once
// The two kinds of records of this slice, each said once.
#include "platform/register/register.h"

namespace digilots::organisation {

inline constexpr std::string_view kept_units = "units", kept_rhythms = "rhythm";

register_::Register unit_register();
register_::Register function_register();
register_::Register rhythm_register();

}  // namespace digilots::organisation

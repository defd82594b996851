#pragma once
// What a register writes into the trail, in words.
#include "platform/audit/words.h"
#include "platform/register/register.h"

namespace digilots::register_ {

audit::Words trail_of(const Register& declaration);

}  // namespace digilots::register_

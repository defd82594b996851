#pragma once
// What a register writes into the trail, in words.
#include "platform/audit/words.h"
#include "platform/register/records.h"

namespace digilots::register_ {

/// `records` stay where they are as long as the words are used: they are asked for names.
audit::Words trail_of(const Records& records);

}  // namespace digilots::register_

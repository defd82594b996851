#pragma once
// The answer to "is it open now, and until when?"
#include <optional>

#include "platform/base/clock.h"

namespace digilots::calendar {

enum class Openness { open, closed, unknown };

struct OpenState {
    Openness now = Openness::unknown;
    std::optional<base::Instant> next_change = {};  // closes or opens next; nothing where unknown or beyond two weeks
    bool open_this_evening = false;                 // open at some time after 17:00 today that has not passed
};

}  // namespace digilots::calendar

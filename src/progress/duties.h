#pragma once
// What progress asks for: the year's evaluation.
#include "platform/slice/duty.h"
#include "progress/progress.h"

namespace digilots::progress {

/// Of a municipality that has chosen its targets: the newest year with figures is evaluated, and what was begun is closed.
DutyKind yearly_evaluation(const Progress& progress);

}  // namespace digilots::progress

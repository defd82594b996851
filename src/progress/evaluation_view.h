#pragma once
#include "progress/subject.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

EvaluationView show(const Evaluation& evaluation, const Subject& subject, const html::Page& page);

}  // namespace digilots::progress

#pragma once
#include "platform/slice/slice.h"
#include "surveys/surveys.h"

namespace digilots::surveys {

/// A made-up survey with a round before and one after, answers, and an exit vote, in each complete town.
void load_demo(Surveys& surveys, const Demo& demo);

}  // namespace digilots::surveys

#pragma once
// What was counted before, during and after something that was done.
#include "platform/html/page.h"
#include "statistics/question.h"

namespace digilots::statistics {

/// What was so, with what was counted around it and the way to those weeks; "" where there is nothing to say.
struct Effect {
    std::string sentence, around = "", url = "";
};

/// Of each circumstance of the question, in their order: limited as the question is, a day in the four weeks before, on its days
/// and in the four weeks after, as far as they are over and were logged; of some weekdays the same ones. Days of which nothing
/// is known are in no mean. Of many efforts the first few alone are counted.
std::vector<Effect> effects_of(const Question& question, base::Date today, const html::Page& page);

}  // namespace digilots::statistics

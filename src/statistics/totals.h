#pragma once
// Every figure of a period at a glance, above the one that is looked at.
#include "platform/html/page.h"
#include "statistics/question.h"
#include "statistics/statistics_view.h"

namespace digilots::statistics {

/// "" where the value is known: nothing that nobody has counted is no zero.
std::string why_unknown(const Question& question, const measures::Value& value, const html::Page& page);

/// Each that is offered, limited as the question is where it can be; "–" with the reason where its value is not known.
std::vector<Total> totals_of(const Offered& offered, const Question& question, const html::Page& page);

}  // namespace digilots::statistics

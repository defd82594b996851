#pragma once
// What happened to the plan in a week and what comes next, in sentences.
#include <string>
#include <vector>

#include "plan/kinds.h"

namespace digilots::plan {

struct Week {
    base::Date from, to;  // both within it
};
/// Nothing in it: nothing was changed, is late, comes or waits for an answer.
struct WeekOfPlan {
    std::vector<std::string> changed = {}, late = {}, coming = {}, unanswered = {};
    bool is_empty() const { return changed.empty() && late.empty() && coming.empty() && unanswered.empty(); }
};
WeekOfPlan week_of_plan(const Kinds& kinds, const http::Tenant& tenant, const Week& week, base::Date today,
                        const i18n::Translator& words);

}  // namespace digilots::plan

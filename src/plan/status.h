#pragma once
// How far a part of the plan has come, worked out and never typed.
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/tree.h"
#include "platform/html/components.h"
#include "platform/slice/duty.h"

namespace digilots::plan {

enum class Standing { unknown, ahead, on_way, attention, late, done };
std::string_view word_of(Standing standing);

struct Status {
    Standing standing = Standing::unknown;
    std::vector<Sentence> reasons = {};  // what it was worked out from
};

/// What other slices say of a part and of what is below it: sentences, and what follows from them.
struct FromOthers {
    std::vector<Sentence> reasons = {};
    bool has_goal_behind = false, has_sessions_held = false, has_task_done = false, has_task_overdue = false;
};
using AskOthers = std::function<FromOthers(const Node& node)>;

/// By the first that holds: closed or done; its own time is over; of it or of what is below it something is late, a milestone or
/// the day of a task has passed, a goal is behind or what must be first is not over; something is begun; it begins later. Else it
/// is unknown.
Status status_of(const Plan& plan, const Node& node, base::Date today, const AskOthers& others);
/// Of these parts, each worked out once.
std::map<std::string, Status, std::less<>> statuses_of(const Plan& plan, const std::vector<Placed>& parts, base::Date today,
                                                       const AskOthers& others);
/// Of all parts.
std::map<std::string, Status, std::less<>> statuses_of(const Plan& plan, base::Date today, const AskOthers& others);

html::components::Mark mark_of(Standing standing, const i18n::Translator& words);
std::string words_of(const Sentence& sentence, const i18n::Translator& words);

}  // namespace digilots::plan

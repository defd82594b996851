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

/// What other slices say of a part: sentences, and whether one of its goals is behind.
struct FromOthers {
    std::vector<Sentence> reasons = {};
    bool has_goal_behind = false, has_sessions_held = false;
};
using AskOthers = std::function<FromOthers(const Node& node)>;

/// By the first that holds: closed or done; its own time is over; something below it is late, a milestone has passed, a goal is
/// behind or what must be first is not over; something is begun; it begins later. Else it is unknown.
Status status_of(const Plan& plan, const Node& node, base::Date today, const AskOthers& others);
/// Of these parts, each worked out once.
std::map<std::string, Status, std::less<>> statuses_of(const Plan& plan, const std::vector<Placed>& parts, base::Date today,
                                                       const AskOthers& others);
/// Of all parts.
std::map<std::string, Status, std::less<>> statuses_of(const Plan& plan, base::Date today, const AskOthers& others);

html::components::Mark mark_of(Standing standing, const i18n::Translator& words);
std::string words_of(const Sentence& sentence, const i18n::Translator& words);

}  // namespace digilots::plan

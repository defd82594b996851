#pragma once
// What the page of one target shows: everything behind its mark.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/figures.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

struct IndicatorView {
    std::string title, url, id, reason;
    bool leading = false;
    html::components::Mark mark;
    std::vector<html::components::SummaryItem> facts;
};

struct TargetView {
    std::string goal, goal_colour, goal_ink, why, wheel_url, method_url, source, made_up;
    int goal_number = 0;
    bool is_chosen = false, is_proposal = false, in_wheel = false;
    html::components::Mark mark;
    std::vector<IndicatorView> indicators;
    std::vector<RingView> rings;
    YearChoice years;
    html::components::SmallMultiples history;
    std::vector<std::string> contributing;  // parts of the plan, by name
    std::string plan_url;
};

}  // namespace digilots::progress

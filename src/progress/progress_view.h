#pragma once
// What the start page of progress shows, and the list of all wheels.
#include <string>
#include <vector>

#include "goals/goals.h"
#include "progress/progress.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

struct ProgressView {
    std::string lead, made_up, wheel_url, method_url, indicators_url, staff_url, plan_url;
    DrawnWheel wheel;
    bool is_empty = false;
    std::vector<RingView> rings;
    std::vector<EvaluationView> evaluations;
    std::vector<goals::PublicGoal> followed = {};
    std::vector<Progress::Money> money = {};
    std::vector<html::Link> summaries = {};   // the same as files; none where there is nothing of it
};

struct WheelsGroup {
    std::string country, county;   // country: only with its first county
    std::vector<html::Link> municipalities;
};

struct WheelsView {
    std::vector<WheelsGroup> groups;
    std::string query, problem;
    std::vector<html::Link> hits;
};

}  // namespace digilots::progress

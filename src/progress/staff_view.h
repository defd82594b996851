#pragma once
// What the staff pages show: choosing targets, own goals, evaluations.
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

struct TargetChoice {
    std::string title, url, leading;
    bool is_chosen = false;
};

struct GoalChoices {
    int number = 0, chosen = 0;
    std::string title, colour, ink;
    std::vector<TargetChoice> targets;
};

struct ChooseTargetsView {
    std::vector<GoalChoices> goals;
    bool is_proposal = false, may_edit = false;
    int chosen = 0;
    std::string done;
};

struct ChooseTargetView {
    std::string url, wheel_url, goal, suggestion, seen;
    std::string found;      // what a search among the indicators found
    bool is_chosen = false, may_edit = false;
    html::components::Field why, indicators, leading, more;
    html::FormErrors errors;
};

struct EvaluationsView {
    std::vector<html::components::SummaryItem> rows;
    html::components::Table table;
    std::vector<html::Link> new_years;
    bool may_edit = false;
};

struct EvaluationFormView {
    std::string url, year, wheel_url, seen;
    bool may_edit = false, is_closed = false;
    std::string done;
    html::components::Field task, due_on, conclusion, decision;
    EvaluationView closed;
    html::FormErrors errors;
};

/// True for those who may change the wheel.
bool may_edit(const http::Request& request);
/// A staff page with the wheel's trail.
html::Page staff_page(const http::Request& request, std::string title);

}  // namespace digilots::progress

#pragma once
// What the wheel's page shows: the picture and, fact by fact, the same as a table.
#include <memory>
#include <string>
#include <vector>

#include "platform/html/components.h"
#include "platform/html/page.h"
#include "progress/wheel_layout.h"

namespace digilots::progress {

/// A picture with its drawing, which points into it.
struct DrawnWheel {
    std::shared_ptr<const Picture> picture;
    WheelDrawing drawing;
};
DrawnWheel draw(Picture picture);

struct WheelRow {
    std::string target, title, url;
    html::components::Mark mark;
    std::string indicator, indicator_url, value, year, rank, change, gap, own_goals;
};

struct WheelGroup {
    int number = 0;
    std::string title, colour;
    std::vector<WheelRow> rows;
};

struct RingView {
    std::string key, title, colour, ink;
    int number = 0;
    std::vector<WheelRow> rows;  // those of its targets that the wheel has
};

struct ChangeView {
    std::string title, url, text;
    html::components::Mark before, now;
};

struct YearChoice {
    std::string url, history_url, compared;
    std::vector<html::Link> years;  // ascending
    html::Link previous, next;      // "" where there is none
};

struct ComparisonRow {
    std::string title, url, value, other_value;
    html::components::Mark mark, other_mark;
};

struct ComparisonView {
    std::string title;  // "" where nothing is compared
    std::string csv_url;
    DrawnWheel own, wheel;
    std::vector<ComparisonRow> rows;
};

struct EvaluationView {
    std::string year, task, due_on, closed_on, conclusion, decision, kept_url;
};

struct WheelView {
    std::string lead, year;
    DrawnWheel wheel;
    bool is_proposal = false, is_empty = false, is_kept = false;
    YearChoice years;
    std::vector<RingView> rings;
    std::vector<WheelGroup> groups;
    std::vector<ChangeView> better, worse;
    std::vector<html::Link> downloads;
    std::vector<html::Link> comparisons;
    html::components::Field compare_field;
    html::FormErrors errors;
    ComparisonView comparison;
    std::vector<EvaluationView> evaluations;
    std::string url, method_url, source, made_up, embed_url;
    html::Link example = {};            // where nothing is there: the wheel of a complete made-up municipality
    std::vector<html::components::Mark> legend;
};

}  // namespace digilots::progress

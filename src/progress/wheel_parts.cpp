#include "progress/wheel_parts.h"

#include <algorithm>
#include <set>

#include "progress/own_colour.h"
#include "progress/wheel_words.h"

namespace digilots::progress {

namespace {

std::string own_goals_of(const Wheel& wheel, const std::string& target) {
    std::string numbers;
    for (const auto& goal : wheel.own_goals) {
        if (std::ranges::find(goal.targets, target) == goal.targets.end()) continue;
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(goal.number);
    }
    return numbers;
}

std::string target_url(const Wheel& wheel, const WheelTarget& target, const Subject& subject,
                       const html::Page& page) {
    return page.url(subject.target_path(target.target->id) + "?year=" + std::to_string(wheel.year));
}

WheelRow row_of(const Wheel& wheel, const WheelTarget& target, const Subject& subject,
                const html::Page& page) {
    WheelRow row;
    row.target = target.target->id;
    row.title = target.target->title(page.translator());
    row.url = target_url(wheel, target, subject, page);
    row.mark = mark_of(target, page);
    row.own_goals = own_goals_of(wheel, target.target->id);
    if (target.indicators.empty()) return row;
    const auto& leading = target.indicators.front();
    row.indicator = leading.indicator.title(page.translator());
    row.indicator_url = page.url(subject.indicator_path(leading.indicator.id));
    row.value = value_of(leading, page);
    if (leading.standing.value) row.year = std::to_string(leading.standing.year);
    row.rank = rank_of(leading.standing, page);
    row.change = change_of(leading, page);
    row.gap = gap_of(leading, page);
    return row;
}

}  // namespace

DrawnWheel draw(Picture picture) {
    DrawnWheel drawn;
    drawn.picture = std::make_shared<const Picture>(std::move(picture));
    drawn.drawing = lay_out_wheel(*drawn.picture);
    return drawn;
}

std::vector<WheelGroup> groups_of(const Wheel& wheel, const Subject& subject, const html::Page& page) {
    std::vector<WheelGroup> groups;
    for (const auto& goal : wheel.goals) {
        if (goal.targets.empty()) continue;
        WheelGroup group{goal.goal->number, goal.goal->title(page.translator()), goal.goal->colour, {}};
        for (const auto& target : goal.targets) group.rows.push_back(row_of(wheel, target, subject, page));
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<RingView> rings_of(const Wheel& wheel, const std::vector<WheelGroup>& groups) {
    std::vector<RingView> rings;
    for (const auto& goal : wheel.own_goals) {
        RingView ring{goal.key, goal.title, goal.colour, ink_on(goal.colour), goal.number, {}};
        for (const auto& group : groups) {
            for (const auto& row : group.rows) {
                if (std::ranges::find(goal.targets, row.target) != goal.targets.end())
                    ring.rows.push_back(row);
            }
        }
        rings.push_back(std::move(ring));
    }
    return rings;
}

std::vector<ChangeView> changes_of(const Wheel& wheel, bool better, const Subject& subject,
                                   const html::Page& page) {
    std::vector<ChangeView> changes;
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) {
            if (target.indicators.empty() || !target.indicators.front().standing.previous) continue;
            const auto& leading = target.indicators.front();
            // Grey is neither better nor worse than a colour: only changes between colours are told.
            const int now = height_of(leading.standing.colour),
                      before = height_of(leading.standing.previous->colour);
            if (now == 0 || before == 0 || now == before || (now > before) != better) continue;
            changes.push_back({target.target->id + " " + target.target->title(page.translator()),
                               target_url(wheel, target, subject, page),
                               leading.indicator.title(page.translator()) + ": " + value_of(leading, page) +
                                   ", " + change_of(leading, page),
                               {mark_colour(leading.standing.previous->colour), "", ""},
                               {mark_colour(leading.standing.colour), "", ""}});
        }
    }
    return changes;
}

std::vector<html::components::Mark> legend_of(const html::Page& page) {
    using html::components::MarkColour;
    return {{MarkColour::green, "", page.t("among the best quarter")},
            {MarkColour::yellow, "", page.t("in the middle")},
            {MarkColour::red, "", page.t("among the worst quarter")},
            {MarkColour::unknown, "", page.t("no figure, no direction or too few to compare with")}};
}

namespace {

template <class F>
void each_shown(const Wheel& wheel, F&& take) {
    for (const auto& goal : wheel.goals) {
        for (const auto& target : goal.targets) {
            for (const auto& one : target.indicators) {
                if (one.standing.value) take(one.indicator);
            }
        }
    }
}

std::string source_name(std::string_view from, const html::Page& page) {
    if (from == "kostra") return page.t("Statistics Norway (KOSTRA)");
    if (from == "local") return page.t("the municipality’s own figures");
    return from == "made-up-test-figures" ? page.t("made-up test figures") : "Kolada";
}

}  // namespace

std::string made_up_text(const Wheel& wheel, const html::Page& page) {
    if (!shows_made_up(wheel)) return "";
    return page.t("Figures here are made up, to try the program. They say nothing about the municipality.");
}

std::string source_of(const Wheel& wheel, const html::Page& page) {
    std::set<std::string> sources;
    each_shown(wheel, [&](const indicators::Indicator& indicator) { sources.emplace(indicator.figures_from()); });
    std::string names;
    for (const auto& source : sources) names += (names.empty() ? "" : ", ") + source_name(source, page);
    return names.empty() ? "" : page.t("Source: {names}", {{"names", names}});
}

}  // namespace digilots::progress

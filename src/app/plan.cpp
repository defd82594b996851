#include "app/plan.h"

namespace digilots::app {

namespace {

std::vector<register_::Choice> goals_to_choose(const Application& app, const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& goal : app.goals.records().list(around, {}, register_::Records::most_counted, 0).records)
        choices.push_back({.key = goal.id, .label = goal.text("title")});
    return choices;
}

std::optional<plan::SessionsHeld> sessions_of_plan(const Application& app, std::string_view municipality,
                                                   std::string_view activity) {
    const auto programme = app.activities.programme(municipality);
    const auto* found = programme->with_id(activity);
    if (!found) return std::nullopt;
    plan::SessionsHeld held{.title = found->title};
    for (const auto& session : found->sessions) {
        if (session.status == activities::Status::held) ++held.held;
        if (session.status == activities::Status::planned) ++held.to_come;
    }
    return held;
}

}  // namespace

plan::Neighbours neighbours_of_plan(const Application& app, register_::Others others) {
    return {.municipalities = app.municipalities,
            .versions = app.versions,
            .others = std::move(others),
            .goals = [&app](const register_::Surroundings& around) { return goals_to_choose(app, around); },
            .goals_stand =
                [&app](const http::Tenant& tenant, const i18n::Translator& words) {
                    std::vector<plan::GoalStands> stand;
                    for (const auto& goal : app.goals.told(tenant, words, goals::Goals::Told::all))
                        stand.push_back({.id = goal.id, .title = goal.title, .number = goal.number, .mark = goal.mark});
                    return stand;
                },
            .sessions = [&app](std::string_view municipality,
                               std::string_view activity) { return sessions_of_plan(app, municipality, activity); }};
}

}  // namespace digilots::app

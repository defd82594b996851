#include "goals/implementation.h"
#include "goals/pages.h"

namespace digilots::goals {

namespace {

using http::Access, http::Method, http::MenuPlace, http::Role;

const http::Menu menu{
    {MenuPlace::staff, 490, TEXT("Goals that we follow up"), "/staff/goals", Role::guide},
};

const audit::Words trail{.actions = {TEXT("week explained"), TEXT("report begun"), TEXT("report saved"), TEXT("report sent"),
                                     {"goals imported", TEXT("goals imported from a mapping")}},
                         .records = {{"goal_report", TEXT("Report"), "/staff/goals/reports/"}},
                         .fields = {}};

const std::vector<PrivacyNotice> privacy{
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Colleagues see who explained a week of a goal and who sent a report. Goals and what stands beside them are "
                  "deleted {period} after they have ended."),
     .rule = "goals.goal",
     .preserved = TEXT("Colleagues see who explained a week of a goal and who sent a report.")},
    {.of = PrivacyNotice::Of::staff,
     .text = TEXT("Stories, deviations and reports of goals are deleted {period} after they were written."),
     .rule = "goals.told",
     .preserved = TEXT("Stories, deviations and reports of goals are kept for the time being.")}};

http::Routes routes_of_goals(Goals& goals) {
    const auto page = http::handlers_with(Pages{goals});
    constexpr auto counted_first = http::Effort::reading_then_drawing;
    const std::string base = "/{municipality}/staff/goals", api = "/api/v1/{municipality}/goals";
    return {{Method::get, base, Access::guide, page(goals_page)},
            {Method::get, base + "/weeks", Access::guide, page(weeks_page)},
            {Method::get, base + "/board", Access::guide, page(board_page)},
            {Method::get, base + "/board.pdf", Access::guide, page(board_pdf), {}, {}, counted_first},
            {Method::get, base + "/shared-quality", Access::guide, page(quality_page)},
            {Method::get, base + "/{id}", Access::guide, page(goal_page)},
            {Method::get, base + "/{id}/weeks", Access::guide, page(weeks_page)},
            {Method::get, base + "/{id}/weeks/{week}", Access::guide, page(week_page)},
            {Method::post, base + "/{id}/weeks/{week}", Access::editor, page(save_week)},
            {Method::get, base + "/reports", Access::guide, page(reports_page)},
            {Method::post, base + "/reports", Access::coordinator, page(begin_report)},
            {Method::get, base + "/reports/{report}", Access::guide, page(report_page)},
            {Method::post, base + "/reports/{report}", Access::coordinator, page(save_report)},
            {Method::get, base + "/reports/{report}/report.pdf", Access::guide, page(report_pdf), {}, {}, counted_first},
            {Method::get, base + "/reports/{report}/report.odt", Access::guide, page(report_odt), {}, {}, counted_first},
            {Method::get, base + "/reports/{report}/report.xlsx", Access::guide, page(report_xlsx), {}, {}, counted_first},
            {Method::get, api, Access::anyone_or(read_goals), page(get_goals)},
            {Method::get, api + "/{id}/values", Access::anyone_or(read_goals), page(get_goal_values), {"by"}}};
}

}  // namespace

Slice slice(Goals& goals) {
    auto& self = Inside::of(goals);
    return {
        .name = "goals",
        .routes = [&goals](const Slices&) { return routes_of_goals(goals); },
        .registers = self.registers(),
        .menu = menu,
        .scopes = {&read_goals},
        .trail = trail,
        .privacy = privacy,
        .retention = retention_rules(),
        .duties = duty_kinds(goals),
        .plan_mapping = [&goals](std::string_view json, const std::string& file) { return plan_mapping(goals, json, file); },
        .load_demo = [&goals](const Demo& demo) { load_demo(goals, demo); },
    };
}

}  // namespace digilots::goals

#include "app/plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

#include "app/linked.h"
#include "bodies/bodies.h"
#include "budget/budget.h"
#include "platform/base/lists.h"
#include "platform/calendar/icalendar.h"
#include "platform/register/pages.h"
#include "platform/register/titled_choices.h"

namespace digilots::app {

namespace {

std::vector<register_::Choice> goals_to_choose(const Application& app, const register_::Surroundings& around) {
    return register_::titled_choices(app.goals.records(), around);
}

const register_::Records* records_called(const Application& app, std::string_view key) {
    for (const auto* records : all_of(app.slices, &Slice::registers))
        if (records->declaration().key == key) return records;
    return nullptr;
}

/// Of groups that let partners have their days.
std::vector<calendar::Event> meetings_for_parts(const Application& app, const http::Tenant& tenant,
                                                const std::vector<std::string>& parts) {
    const auto *groups = records_called(app, "body_group"), *meetings = records_called(app, "body_meeting");
    std::map<std::string, std::string> names;
    std::vector<calendar::Event> events;
    if (!groups || !meetings) return events;
    constexpr auto most = register_::Records::most_counted;
    const auto all_groups = groups->list(groups->around(tenant.id), {}, most, 0);
    for (const auto& group : all_groups.records)
        if (group.flag("shares_days") && base::holds(parts, group.text("node"))) names[group.id] = group.text("title");
    if (names.empty()) return events;
    const auto all_meetings = meetings->list(meetings->around(tenant.id), {}, most, 0);
    for (const auto& meeting : all_meetings.records) {
        const auto group = names.find(meeting.text("body"));
        if (group != names.end() && meeting.date("day"))
            events.push_back(bodies::event_of_meeting(meeting, group->second, tenant.zone));
    }
    return events;
}

std::vector<register_::Choice> challenges_to_choose(const Application& app, const register_::Surroundings& around) {
    const auto* challenges = records_called(app, "challenge");
    return challenges ? register_::titled_choices(*challenges, around) : std::vector<register_::Choice>{};
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

std::map<std::string, plan::TasksOf, std::less<>> tasks_of_plan(const Application& app, std::string_view municipality) {
    std::map<std::string, plan::TasksOf, std::less<>> tasks;
    for (const auto& [part, about] : app.tasks.about_kind(municipality, "plan_node"))
        tasks[part] = {about.done, about.open, about.overdue};
    return tasks;
}

/// Each budget with what is planned, paid and foreseen of it.
void say_money(std::vector<plan::Beside>& all, const budget::Accounts& accounts, std::string_view part, const html::Page& page,
               base::Date today) {
    for (const auto& budget : accounts.of_part(page.request().tenant->id, part, today, page.translator()))
        for (auto& beside : all)
            for (auto& link : beside.links)
                if (link.url == page.tenant_url("/staff/budgets/" + budget.id)) link.title += ": " + budget.said;
}

/// What the population is like, beside the goals of a part that has any of its own.
void add_figures(std::vector<plan::Beside>& all, const Application& app, std::string_view part, const html::Page& page) {
    constexpr std::int64_t most_figures = 12;
    const auto *parts = records_called(app, "plan_node"), *figures = records_called(app, "demography_figure");
    if (!parts || !figures) return;
    const auto record = parts->find(page.request().tenant->id, part);
    if (!record || (record->list("municipal_goals").empty() && record->list("goals").empty())) return;
    plan::Beside beside{page.t(figures->declaration().names.many)};
    const auto found = figures->list(register_::around_of(*figures, page.request()), {}, most_figures, 0);
    for (const auto& one : found.records) {
        const auto whence = one.as_text("year") + ", " + one.text("source");
        const auto forecast = one.flag("is_forecast") ? ", " + page.t("It is a forecast") : std::string();
        beside.links.push_back({one.text("title") + ": " + one.text("figure") + " (" + whence + forecast + ")",
                                page.tenant_url("/staff/bodies/demography/" + one.id)});
    }
    if (!beside.links.empty()) all.push_back(std::move(beside));
}

/// Its tasks first, then what other slices have that names it.
std::vector<plan::Beside> beside_part(const Application& app, const budget::Accounts& accounts, std::string_view part,
                                      const html::Page& page) {
    std::vector<plan::Beside> all;
    plan::Beside tasks{page.t(app.tasks.records().declaration().names.many)};
    for (const auto& task : app.tasks.about(page.request().tenant->id, "plan_node:" + std::string(part)))
        tasks.links.push_back({task.title + (task.is_done ? " (" + page.t("Done") + ")" : ""),
                               page.tenant_url("/staff/tasks/" + task.id)});
    if (!tasks.links.empty()) all.push_back(std::move(tasks));
    std::ranges::move(records_beside(app, "plan.node", {"plan_"}, part, page), std::back_inserter(all));
    add_figures(all, app, part, page);
    say_money(all, accounts, part, page, register_::around_of(app.tasks.records(), page.request()).today);
    return all;
}

html::Link target_of_wheel(std::string_view number, const html::Page& page) {
    const auto* target = progress::find_target(number);
    if (!target) return {};
    return {target->id + " " + target->title(page.translator()), page.tenant_url("/progress/targets/" + target->id)};
}

plan::Letters letters_of_plan(const Application& app) {
    plan::Letters letters{.site = app.options.letters.site};
    if (!app.options.letters.are_sent) return letters;
    letters.readers = [&app](std::string_view municipality) {
        std::vector<plan::Letters::Reader> readers;
        for (const auto& account : app.accounts.accounts_of(municipality))
            if (!account.disabled) readers.push_back({account.id, account.email});
        return readers;
    };
    return letters;
}

}  // namespace

plan::Neighbours neighbours_of_plan(Application& app, register_::Others others) {
    const auto accounts = std::make_shared<const budget::Accounts>(
        app.database, app.clock, budget::Neighbours{app.municipalities, app.versions, {}}, std::vector<measures::Measure>{});
    return {.municipalities = app.municipalities,
            .versions = app.versions,
            .others = std::move(others),
            .goals = [&app](const register_::Surroundings& around) { return goals_to_choose(app, around); },
            .challenges = [&app](const register_::Surroundings& around) { return challenges_to_choose(app, around); },
            .goals_stand =
                [&app](const http::Tenant& tenant, const i18n::Translator& words) {
                    std::vector<plan::GoalStands> stand;
                    for (const auto& goal : app.goals.told(tenant, words, goals::Goals::Told::all))
                        stand.push_back({.id = goal.id, .title = goal.title, .number = goal.number, .mark = goal.mark});
                    return stand;
                },
            .sessions = [&app](std::string_view municipality,
                               std::string_view activity) { return sessions_of_plan(app, municipality, activity); },
            .tasks = [&app](std::string_view municipality) { return tasks_of_plan(app, municipality); },
            .beside = [&app, accounts](std::string_view part,
                                       const html::Page& page) { return beside_part(app, *accounts, part, page); },
            .named =
                [&app](db::Connection& connection, std::string_view municipality, std::string_view part) {
                    return number_naming(app, connection, municipality, "plan.node", {"plan_"}, part);
                },
            .handed_over = bodies::is_handed_over,
            .papers = [&app](const std::vector<std::string>& parts,
                             const html::Page& page) { return papers_of_parts(app, parts, page); },
            .target = target_of_wheel,
            .know_contributing = [&app](plan::ContributingTo of) { app.progress.know_contributing(std::move(of)); },
            .letters = letters_of_plan(app),
            .decisions = [&app](const html::Page& page) { return decisions_of_groups(app, page); },
            .held = organisation::named_as(app.organisation),
            .meetings = [&app](const http::Tenant& tenant,
                               const std::vector<std::string>& parts) { return meetings_for_parts(app, tenant, parts); }};
}

}  // namespace digilots::app

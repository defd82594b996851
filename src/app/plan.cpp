#include "app/plan.h"

#include <algorithm>
#include <iterator>
#include <memory>

#include "app/linked.h"
#include "bodies/bodies.h"
#include "budget/budget.h"
#include "platform/register/pages.h"

namespace digilots::app {

namespace {

std::vector<register_::Choice> goals_to_choose(const Application& app, const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& goal : app.goals.records().list(around, {}, register_::Records::most_counted, 0).records)
        choices.push_back({.key = goal.id, .label = goal.text("title")});
    return choices;
}

std::vector<register_::Choice> challenges_to_choose(const Application& app, const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto* records : all_of(app.slices, &Slice::registers)) {
        if (records->declaration().key != "challenge") continue;
        for (const auto& one : records->list(around, {}, register_::Records::most_counted, 0).records)
            choices.push_back({.key = one.id, .label = one.text("title")});
    }
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
                    return number_naming_part(app, connection, municipality, part);
                },
            .handed_over = bodies::is_handed_over,
            .papers = [&app](const std::vector<std::string>& parts,
                             const html::Page& page) { return papers_of_parts(app, parts, page); },
            .target = target_of_wheel,
            .know_contributing = [&app](plan::ContributingTo of) { app.progress.know_contributing(std::move(of)); },
            .letters = letters_of_plan(app),
            .decisions = [&app](const html::Page& page) { return decisions_of_groups(app, page); },
            .held = organisation::named_as(app.organisation)};
}

}  // namespace digilots::app

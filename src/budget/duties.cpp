// What is due of grants, estimates and decisions about what goes on: tasks of whoever sees to it.
#include "budget/kinds.h"
#include "budget/sql.h"
#include "platform/base/time.h"

namespace digilots::budget {

namespace {

constexpr int days_before = 30;

std::string until(const Kinds& kinds, std::string_view municipality_id) {
    return base::format_date(base::add_days(kinds.around(municipality_id).today, days_before));
}

std::string seen_to_by(const std::string& function, const char* kind) {
    return function.empty() ? kind : "function:" + function;
}

std::vector<Duty> due_of_grants(const Kinds& kinds, std::string_view municipality_id) {
    const auto day = until(kinds, municipality_id);
    std::vector<Duty> duties;
    kinds.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::due_grants, municipality_id, day)) {
            const auto id = row.text("id"), due = row.text("deadline");
            duties.push_back({.id = "apply:" + id + "/" + due,
                              .name = row.text("title"),
                              .why = {{TEXT("The application is to be in by {date}."), {{"date", due}}}},
                              .due = due,
                              .responsible = seen_to_by(row.text("responsible"), "grant"),
                              .record = "grant:" + id,
                              .path = "/staff/grants/" + id});
        }
        for (const auto row : connection.query(sql::due_grant_steps, municipality_id, day)) {
            const auto id = row.text("id"), due = row.text("due");
            const i18n::Text why = row.text("kind") == "payment" ? TEXT("The payment is due on {date}.")
                                                                 : TEXT("The report is to be in by {date}.");
            duties.push_back({.id = "step:" + id + "/" + due,
                              .name = row.text("title"),
                              .why = {{why, {{"date", due}}}},
                              .due = due,
                              .responsible = seen_to_by(row.text("responsible"), "grant"),
                              .record = "grant_step:" + id,
                              .path = "/staff/grant-steps/" + id});
        }
    });
    return duties;
}

std::vector<Duty> due_of_plans(const Kinds& kinds, std::string_view municipality_id) {
    const auto day = until(kinds, municipality_id);
    std::vector<Duty> duties;
    kinds.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::due_savings, municipality_id, day)) {
            const auto id = row.text("id"), due = row.text("check_on");
            duties.push_back(
                {.id = "saving:" + id + "/" + due,
                 .name = row.text("title"),
                 .why = {{TEXT("The estimate is to be held against what happened by {date}."), {{"date", due}}}},
                 .due = due,
                 .responsible = "saving_estimate",
                 .record = "saving_estimate:" + id,
                 .path = "/staff/saving-estimates/" + id});
        }
        for (const auto row : connection.query(sql::due_afters, municipality_id, day)) {
            const auto id = row.text("id"), due = row.text("decide_on");
            duties.push_back({.id = "after:" + id + "/" + due,
                              .name = row.text("title"),
                              .why = {{TEXT("Who pays after the project is to be decided by {date}."), {{"date", due}}}},
                              .due = due,
                              .responsible = seen_to_by(row.text("responsible"), "after_project"),
                              .record = "after_project:" + id,
                              .path = "/staff/after-projects/" + id});
        }
    });
    return duties;
}

}  // namespace

std::vector<DutyKind> duties(const Kinds& kinds) {
    return {{.key = "budget.grant",
             .title = TEXT("Something about a grant is due"),
             .task = TEXT("See to the grant: {name}"),
             .gone = TEXT("It is done, or has another day."),
             .of = {{"grant", TEXT("Grants")}},
             .now = [&kinds](std::string_view id) { return due_of_grants(kinds, id); },
             .from = {{kept_budgets}, {"municipality"}},
             .is_promise = true},
            {.key = "budget.plan",
             .title = TEXT("An estimate or a plan of a budget is to be looked at"),
             .task = TEXT("Look at it, and say what came of it: {name}"),
             .gone = TEXT("It is done, or has another day."),
             .of = {{"saving_estimate", TEXT("Estimates of savings")}, {"after_project", TEXT("After the project")}},
             .now = [&kinds](std::string_view id) { return due_of_plans(kinds, id); },
             .from = {{kept_budgets}, {"municipality"}},
             .is_promise = true}};
}

}  // namespace digilots::budget

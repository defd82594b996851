// Milestones whose day comes: tasks of whoever answers for the part. Comments: tasks of whoever holds the function they ask.
#include "plan/kinds.h"
#include "plan/sql.h"
#include "platform/base/time.h"

namespace digilots::plan {

namespace {

constexpr int days_ahead = 14;

std::vector<Duty> milestones_to_reach(const Kinds& kinds, std::string_view municipality_id) {
    const auto until = base::format_date(base::add_days(kinds.around(municipality_id).today, days_ahead));
    std::vector<Duty> due;
    kinds.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::due_milestones, municipality_id, until)) {
            const auto id = row.text("id"), day = row.text("deadline"), owner = row.text("owner");
            due.push_back({.id = id + "/" + day,
                           .name = row.text("title"),
                           .why = {{TEXT("Its deadline is {date}."), {{"date", day}}}},
                           .due = day,
                           .responsible = owner.empty() ? "plan_milestone" : "function:" + owner,
                           .record = "plan_milestone:" + id,
                           .path = "/staff/plan/milestones/" + id});
        }
    });
    return due;
}

std::vector<Duty> comments_to_answer(const Kinds& kinds, std::string_view municipality_id) {
    std::vector<Duty> due;
    kinds.database.read([&](db::Connection& connection) {
        for (const auto row : connection.query(sql::open_comments, municipality_id)) {
            const auto id = row.text("id");
            due.push_back({.id = id,
                           .name = row.text("title"),
                           .responsible = "function:" + row.text("function"),
                           .record = "plan_comment:" + id,
                           .path = "/staff/plan/comments/" + id});
        }
    });
    return due;
}

DutyKind comment_duty(const Kinds& kinds) {
    return {.key = "plan.comment",
            .title = TEXT("A comment on the plan is to be answered"),
            .task = TEXT("Answer the comment: {name}"),
            .gone = TEXT("It is answered, or was taken away."),
            .of = {{"plan_comment", TEXT("Comments on the plan")}},
            .now = [&kinds](std::string_view municipality_id) { return comments_to_answer(kinds, municipality_id); },
            .from = {{kept_plan}},
            .days = days_ahead};
}

}  // namespace

std::vector<DutyKind> duties(const Kinds& kinds) {
    return {{.key = "plan.milestone",
             .title = TEXT("A milestone is to be reached"),
             .task = TEXT("Reach the milestone, and say when: {name}"),
             .gone = TEXT("It is reached, or has another day."),
             .of = {{"plan_milestone", TEXT("Milestones")}},
             .now = [&kinds](std::string_view municipality_id) { return milestones_to_reach(kinds, municipality_id); },
             .from = {{kept_plan}}},
            comment_duty(kinds)};
}

}  // namespace digilots::plan

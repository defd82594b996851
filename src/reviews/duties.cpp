// Review meetings and improvements that are due or late: they become tasks of the function that sees to them.
#include "platform/base/time.h"
#include "reviews/rhythm.h"
#include "reviews/sql.h"

namespace digilots::reviews {

namespace {

constexpr int days_ahead = 7;

std::vector<Duty> that_are_due(const Reviews::Implementation& self, std::string_view municipality) {
    const auto around = self.around(municipality);
    const auto until = base::format_date(base::add_days(around.today, days_ahead));
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::due_improvements, municipality, until);
    });
    std::vector<Duty> duties;
    for (const auto row : rows) {
        const auto id = row.text("id"), function = row.text("function"), due = row.text("due");
        duties.push_back({.id = id + "/" + due,
                          .name = row.text("title"),
                          .why = {{TEXT("It was to be done by {date}."), {{"date", due}}}},
                          .due = due,
                          .responsible = function.empty() ? "improvement" : "function:" + function,
                          .unit = row.text("unit"),
                          .record = "improvement:" + id,
                          .path = "/staff/improvements/" + id});
    }
    return duties;
}

}  // namespace

namespace {

std::vector<Duty> reviews_that_are_due(const Reviews::Implementation& self, std::string_view municipality) {
    const auto around = self.around(municipality);
    const auto until = base::add_days(around.today, days_ahead);
    std::vector<Duty> duties;
    for (const auto& one : rhythms_of_units(self, around)) {
        if (one.next > until) continue;
        const auto day = base::format_date(one.next);
        duties.push_back({.id = one.unit + "/" + day,
                          .name = one.name,
                          .why = {{TEXT("Its review meeting is due on {date}."), {{"date", day}}}},
                          .due = day,
                          .responsible = "review",
                          .unit = one.unit,
                          .record = "unit:" + one.unit,
                          .path = "/staff/prepare-review?unit=" + one.unit});
    }
    return duties;
}

}  // namespace

DutyKind review_duty_kind(Reviews& reviews) {
    const auto& self = Inside::of(reviews);
    return {.key = "reviews.hold",
            .title = TEXT("A review meeting that is due"),
            .task = TEXT("Look at the log, and hold the review meeting: {name}"),
            .gone = TEXT("The meeting is written down, or has another day."),
            .of = {{"review", TEXT("Review meetings")}},
            .now = [&self](std::string_view id) { return reviews_that_are_due(self, id); },
            .from = {{"review"}, {"units"}, {"municipality"}},
            .days = 14,
            .rests = 14};
}

DutyKind duty_kind(Reviews& reviews) {
    const auto& self = Inside::of(reviews);
    return {.key = "reviews.improve",
            .title = TEXT("An improvement that is due"),
            .task = TEXT("Improve, and say what came of it: {name}"),
            .gone = TEXT("The improvement is done, dropped, or has another day."),
            .of = {{"improvement", TEXT("Improvements")}},
            .now = [&self](std::string_view id) { return that_are_due(self, id); },
            .from = {{"improvement"}, {"municipality"}},
            .days = 14,
            .is_promise = true,
            .rests = 14};
}

}  // namespace digilots::reviews

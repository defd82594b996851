// When and how goals are followed up, documents that cease to be valid, and what remains: as tasks.
#include "goals/implementation.h"
#include "goals/sql.h"
#include "platform/base/months.h"
#include "platform/base/time.h"

namespace digilots::goals {

namespace {

constexpr int days_to_follow_up = 14, months_before_end = 6, days_ahead = 7;

/// The period of the cadence that is over; nothing where none is said.
std::optional<periods::Period> last_period(const std::string& cadence, base::Date today) {
    if (cadence == "month") return periods::previous(periods::holding(periods::Kind::month, today));
    if (cadence == "quarter") return periods::previous(periods::holding(periods::Kind::quarter, today));
    if (cadence == "year") return periods::previous(periods::holding(periods::Kind::year, today));
    if (cadence != "half_year") return std::nullopt;
    const auto quarter = periods::previous(periods::holding(periods::Kind::quarter, today));
    const bool is_half = static_cast<unsigned>(quarter.to.month()) % 6 == 0;
    const auto last = is_half ? quarter : periods::previous(quarter);
    return periods::Period{periods::previous(last).from, last.to};
}

base::Date day_of_last_report(const Goals::Implementation& self, const register_::Surroundings& around) {
    const auto rows = self.database.read(
        [&](db::Connection& connection) { return connection.query(sql::last_sent, around.municipality_id); });
    const auto at = base::parse_utc(rows[0].text("sent_at"));
    return at ? base::to_civil(*at, around.zone).date : base::Date{};
}

std::string responsible_for(const std::string& function) {
    return function.empty() ? std::string(kept_goals) : "function:" + function;
}

std::vector<Duty> goals_to_follow_up(const Goals::Implementation& self, std::string_view municipality) {
    const auto around = self.around(municipality);
    const auto reported = day_of_last_report(self, around);
    std::vector<Duty> duties;
    for (const auto held = self.snapshot(municipality); const auto& goal : held->goals) {
        const auto over = last_period(goal.cadence, around.today);
        if (!over || (reported.ok() && reported > over->to)) continue;
        if (goal.period && (over->to < goal.period->from || goal.period->to < over->from)) continue;
        const auto due = base::format_date(base::add_days(over->to, days_to_follow_up));
        duties.push_back(
            {.id = goal.id + "/" + base::format_date(over->to),
             .name = goal.title,
             .why = {{TEXT("It is followed up once its period is over; that was on {date}. A report that is sent settles "
                           "it."),
                      {{"date", base::format_date(over->to)}}}},
             .due = due,
             .responsible = responsible_for(goal.function),
             .record = std::string(kept_goals) + ":" + goal.id,
             .path = "/staff/goals/" + goal.id});
    }
    return duties;
}

std::vector<Duty> documents_that_end(const Goals::Implementation& self, std::string_view municipality) {
    const auto around = self.around(municipality);
    std::vector<Duty> duties;
    for (const auto& one : self.documents.list(around, {}, register_::Records::most_counted, 0).records) {
        const auto ends = one.date("ends");
        if (!ends || *ends > base::add_months(around.today, months_before_end)) continue;
        duties.push_back({.id = one.id + "/" + base::format_date(*ends),
                          .name = one.text("title"),
                          .why = {{TEXT("It is valid until {date}."), {{"date", base::format_date(*ends)}}}},
                          .due = base::format_date(*ends),
                          .responsible = responsible_for(one.text("function")),
                          .record = "governing_document:" + one.id,
                          .path = "/staff/goals/documents/" + one.id});
    }
    return duties;
}

std::vector<Duty> what_remains(const Goals::Implementation& self, std::string_view municipality) {
    const auto around = self.around(municipality);
    std::vector<Duty> duties;
    for (const auto& one : self.checks.list(around, {}, register_::Records::most_counted, 0).records) {
        const auto due = one.date("due");
        if (one.text("state") == "done" || !due || *due > base::add_days(around.today, days_ahead)) continue;
        duties.push_back({.id = one.id + "/" + base::format_date(*due),
                          .name = one.text("title"),
                          .why = {{TEXT("It was to be done by {date}."), {{"date", base::format_date(*due)}}}},
                          .due = base::format_date(*due),
                          .responsible = responsible_for(one.text("function")),
                          .record = "project_check:" + one.id,
                          .path = "/staff/goals/checklist/" + one.id});
    }
    return duties;
}

std::vector<Duty> ambitions_to_follow_up(const Goals::Implementation& self, std::string_view municipality) {
    const auto around = self.around(municipality);
    std::vector<Duty> duties;
    for (const auto& one : self.ambitions.list(around, {}, register_::Records::most_counted, 0).records) {
        const auto due = one.date("follow_up_on");
        if (!due || *due > base::add_days(around.today, days_ahead)) continue;
        duties.push_back({.id = one.id + "/" + base::format_date(*due),
                          .name = one.text("title"),
                          .why = {{TEXT("It is to be followed up on {date}."), {{"date", base::format_date(*due)}}}},
                          .due = base::format_date(*due),
                          .responsible = responsible_for(one.text("function")),
                          .record = "ambition:" + one.id,
                          .path = "/staff/goals/ambitions/" + one.id});
    }
    return duties;
}

}  // namespace

std::vector<DutyKind> duty_kinds(Goals& goals) {
    const auto& self = Inside::of(goals);
    const kept::Dependences from{{kept_goals}, {"municipality"}};
    const std::vector<std::pair<std::string, i18n::Text>> of{{std::string(kept_goals), TEXT("Goals that we follow up")}};
    return {{.key = "goals.follow_up",
             .title = TEXT("A goal that is to be followed up"),
             .task = TEXT("See how it stands, and tell: {name}"),
             .gone = TEXT("A report was sent, or it is followed up at another time."),
             .of = of,
             .now = [&self](std::string_view id) { return goals_to_follow_up(self, id); },
             .from = from,
             .days = days_to_follow_up},
            {.key = "goals.document",
             .title = TEXT("A governing document that ceases to be valid"),
             .task = TEXT("Find what comes after it: {name}"),
             .gone = TEXT("The document has another day, or is used no more."),
             .of = of,
             .now = [&self](std::string_view id) { return documents_that_end(self, id); },
             .from = from},
            {.key = "goals.ambition",
             .title = TEXT("A level of ambition that is to be followed up"),
             .task = TEXT("Follow it up, and write what was found: {name}"),
             .gone = TEXT("It has another day to be followed up."),
             .of = of,
             .now = [&self](std::string_view id) { return ambitions_to_follow_up(self, id); },
             .from = from,
             .days = days_to_follow_up},
            {.key = "goals.checklist",
             .title = TEXT("A point of the checklist that is due"),
             .task = TEXT("Put it in place: {name}"),
             .gone = TEXT("It is finished, or has another day."),
             .of = of,
             .now = [&self](std::string_view id) { return what_remains(self, id); },
             .from = from,
             .days = days_to_follow_up}};
}

}  // namespace digilots::goals

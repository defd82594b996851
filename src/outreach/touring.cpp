// Visits to groups, trials and launches that are planned: in the plan of the year, whose time they take, and a task when nobody
// has said how they went.
#include "outreach/outreach.h"
#include "outreach/sql.h"
#include "platform/base/time.h"
#include "platform/calendar/wall_time.h"
#include "platform/calendar/weekly_hours.h"

namespace digilots::outreach {

std::vector<PlannedTour> tours_between(db::Database& database, std::string_view municipality_id, base::Date first,
                                       base::Date last) {
    const auto rows = database.read([&](db::Connection& connection) {
        return connection.query(sql::tours_between, municipality_id, base::format_date(first), base::format_date(last));
    });
    std::vector<PlannedTour> tours;
    for (const auto row : rows)
        tours.push_back({.id = row.text("id"),
                         .title = row.text("title"),
                         .hours = row.text("hours"),
                         .place = row.text("place"),
                         .locality = row.text("locality"),
                         .unit = row.text("unit"),
                         .day = base::parse_date(row.text("day")).value_or(base::Date{}),
                         .is_held = row.text("state") == "held",
                         .function = row.text("function"),
                         .people = static_cast<int>(row.integer("people"))});
    return tours;
}

namespace {

void add_time_taken(std::vector<TourTakesTime>& taken, const PlannedTour& tour, std::string_view zone) {
    const auto hours = calendar::read_ranges(tour.hours).value_or(calendar::TimeRanges{});
    for (const auto& range : hours)
        taken.push_back({.tour = tour.id,
                         .title = tour.title,
                         .function = tour.function,
                         .people = tour.people,
                         .begin = calendar::to_instant(calendar::wall_time(tour.day, range.from), zone),
                         .end = calendar::to_instant(calendar::wall_time(tour.day, range.to), zone)});
}

}  // namespace

std::vector<TourTakesTime> time_taken_by(const register_::Record& tour, const register_::Surroundings& around) {
    std::vector<TourTakesTime> taken;
    const auto day = tour.date("day");
    if (tour.text("state") != "planned" || tour.text("function").empty() || !day || *day < around.today) return taken;
    const PlannedTour planned{.id = tour.id,
                              .title = tour.text("title"),
                              .hours = tour.text("hours"),
                              .place = tour.text("place"),
                              .locality = tour.text("locality"),
                              .unit = tour.text("unit"),
                              .day = *day,
                              .is_held = false,
                              .function = tour.text("function"),
                              .people = static_cast<int>(tour.whole("people").value_or(1))};
    add_time_taken(taken, planned, around.zone);
    return taken;
}

std::vector<TourTakesTime> tours_that_take_time(db::Database& database, std::string_view municipality_id, std::string_view zone,
                                                base::Instant now) {
    constexpr int days_ahead = 366;
    const auto today = base::to_civil(now, zone).date;
    std::vector<TourTakesTime> taken;
    const auto first = base::add_days(today, -1), last = base::add_days(today, days_ahead);
    for (const auto& tour : tours_between(database, municipality_id, first, last))
        if (!tour.is_held && !tour.function.empty()) add_time_taken(taken, tour, zone);
    return taken;
}

std::vector<PlannedBeside> trials_and_launches_between(db::Database& database, std::string_view municipality_id, base::Date first,
                                                       base::Date last) {
    const auto from = base::format_date(first), to = base::format_date(last);
    const auto [trials, launches] = database.read([&](db::Connection& connection) {
        return std::pair(connection.query(sql::trials_between, municipality_id, from, to),
                         connection.query(sql::launches_between, municipality_id, from, to));
    });
    std::vector<PlannedBeside> planned;
    const auto add = [&](const db::Row& row, const char* day, std::string state, bool is_launch) {
        planned.push_back({.id = row.text("id"),
                           .title = row.text("title"),
                           .hours = row.text("hours"),
                           .place = row.text("place"),
                           .state = std::move(state),
                           .unit = row.text("unit"),
                           .day = base::parse_date(row.text(day)).value_or(base::Date{}),
                           .is_launch = is_launch});
    };
    for (const auto row : trials) add(row, "day", row.text("state"), false);
    for (const auto row : launches) add(row, "first_day", "", true);
    return planned;
}

namespace {

using RowsOf = db::Rows (*)(db::Connection& connection, std::string_view municipality_id, std::string_view today);

/// One for each that was planned for a day before today, until somebody says what came of it. `kind`: the key of its register.
std::vector<Duty> planned_before(db::Database& database, const base::Clock& clock, std::string_view municipality_id,
                                 const std::string& kind, RowsOf rows_of) {
    const auto today = base::format_utc(clock.now()).substr(0, 10);
    const auto rows =
        database.read([&](db::Connection& connection) { return rows_of(connection, municipality_id, today); });
    std::vector<Duty> duties;
    for (const auto row : rows)
        duties.push_back({.id = row.text("id"),
                          .name = row.text("title"),
                          .why = {{TEXT("It was planned for {day}."), {{"day", row.text("day")}}}},
                          .due = row.text("day"),
                          .responsible = kind,
                          .unit = row.text("unit"),
                          .record = kind + ":" + row.text("id"),
                          .path = "/staff/" + kind + "s/" + row.text("id")});
    return duties;
}

}  // namespace

DutyKind trial_duties(db::Database& database, const base::Clock& clock) {
    return {.key = "outreach.trial",
            .title = TEXT("A trial of which nobody has said what came of it"),
            .task = TEXT("Say how many tried it and what they said, or that it was cancelled: {name}"),
            .gone = TEXT("It is said what came of it, or it is planned for another day."),
            .of = {{"trial", TEXT("Trials of new services")}},
            .now =
                [&database, &clock](std::string_view id) {
                    return planned_before(database, clock, id, "trial", [](db::Connection& connection, auto where, auto today) {
                        return connection.query(sql::trials_to_write_down, where, today);
                    });
                },
            .from = {{"trial"}},
            .days = 1,
            .rests = 7};
}

DutyKind tour_duties(db::Database& database, const base::Clock& clock) {
    return {.key = "outreach.tour",
            .title = TEXT("A visit to a group of which nobody has said how it went"),
            .task = TEXT("Say how many came, or that it was cancelled: {name}"),
            .gone = TEXT("It is said how it went, or it is planned for another day."),
            .of = {{"tour", TEXT("Visits to groups")}},
            .now =
                [&database, &clock](std::string_view id) {
                    return planned_before(database, clock, id, "tour", [](db::Connection& connection, auto where, auto today) {
                        return connection.query(sql::tours_to_write_down, where, today);
                    });
                },
            .from = {{"tour"}},
            .days = 1,
            .rests = 7};
}

}  // namespace digilots::outreach

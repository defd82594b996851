// Visits to groups that are planned: in the plan of the year, and a task when nobody has said how they went.
#include "outreach/outreach.h"
#include "outreach/sql.h"
#include "platform/base/time.h"

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
                         .is_held = row.text("state") == "held"});
    return tours;
}

DutyKind tour_duties(db::Database& database, const base::Clock& clock) {
    return {.key = "outreach.tour",
            .title = TEXT("A visit to a group of which nobody has said how it went"),
            .task = TEXT("Say how many came, or that it was cancelled: {name}"),
            .gone = TEXT("It is said how it went, or it is planned for another day."),
            .of = {{"tour", TEXT("Visits to groups")}},
            .now =
                [&database, &clock](std::string_view id) {
                    const auto today = base::format_utc(clock.now()).substr(0, 10);
                    const auto rows = database.read(
                        [&](db::Connection& connection) { return connection.query(sql::tours_to_write_down, id, today); });
                    std::vector<Duty> duties;
                    for (const auto row : rows)
                        duties.push_back({.id = row.text("id"),
                                          .name = row.text("title"),
                                          .why = {{TEXT("It was planned for {day}."), {{"day", row.text("day")}}}},
                                          .due = row.text("day"),
                                          .responsible = "tour",
                                          .unit = row.text("unit"),
                                          .record = "tour:" + row.text("id"),
                                          .path = "/staff/tours/" + row.text("id")});
                    return duties;
                },
            .from = {{"tour"}},
            .days = 1,
            .rests = 7};
}

}  // namespace digilots::outreach

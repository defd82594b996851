// What there is to be done about bookings: it becomes tasks. And the rota of whoever leaves.
#include <algorithm>
#include <map>

#include "booking/holds_still.h"
#include "booking/implementation.h"
#include "booking/sql.h"
#include "platform/audit/audit.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"

namespace digilots::booking {

namespace {

constexpr int days_looked_at = 60, days_to_tell = 3, most_looked_at = 5000;

std::string days_before(const std::string& day) {
    return base::format_date(base::add_days(base::parse_date(day).value_or(base::Date{}), -days_to_tell));
}

Duty duty_about(const Bookings::Implementation& self, const register_::Surroundings& here,
                const Booking& booking, i18n::Text why, std::string path) {
    return {.id = booking.id,
            .name = self.title_of(here.municipality_id, booking.offer) + ", " +
                    here.words->date_time(booking.starts, here.zone),
            .why = {{why}},
            // Who comes first is told first.
            .due = std::max(base::format_date(here.today), days_before(booking.day)),
            .responsible = "booking",
            .record = "booking:" + booking.id,
            .path = std::move(path)};
}

std::vector<Duty> nobody_there(const Bookings& bookings, std::string_view municipality_id) {
    const auto& self = Inside::of(bookings);
    const auto here = self.around(municipality_id);
    const auto now = self.clock.now();
    std::vector<Duty> duties;
    for (const auto& booking : bookings.list(municipality_id, here.today,
                                             base::add_days(here.today, days_looked_at), {}, most_looked_at)) {
        const auto hitch = hitch_of(bookings, municipality_id, booking);
        if (booking.state != "booked" || booking.starts <= now) continue;
        else if (booking.two_people && booking.second_lane.empty())
            duties.push_back(duty_about(self, here, booking,
                                        TEXT("Two are to go there, and only one is free then. Move it, or let one go there."),
                                        "/staff/bookings/" + booking.id));
        else if (hitch == Hitch::place_closed)
            duties.push_back(duty_about(self, here, booking,
                                        TEXT("The place where it is to be has closed. Move it, or cancel it with a reason."),
                                        "/staff/bookings/" + booking.id));
        else if (hitch == Hitch::nobody_there)
            duties.push_back(duty_about(self, here, booking,
                                        TEXT("By the rota and the opening hours nobody is there then. Move it, or change them."),
                                        "/staff/bookings/" + booking.id));
    }
    return duties;
}

/// What would be offered to residents, were its function held.
std::vector<Duty> offers_without_holder(const Bookings& bookings, std::string_view municipality_id) {
    const auto& self = Inside::of(bookings);
    const auto here = self.around(municipality_id);
    std::vector<Duty> duties;
    for (const auto held = self.plan.of(municipality_id); const auto& offer : held->offers)
        if (offer.lacks_holder)
            duties.push_back({.id = "offer:" + offer.id,
                              .name = offer.title,
                              .why = {{TEXT("Nobody holds the function that gives it, so residents are not offered its times.")}},
                              .due = base::format_date(here.today),
                              .responsible = "booking",
                              .record = "booking_offer:" + offer.id,
                              .path = offer.function.empty() ? "/staff/booking/offers/" + offer.id
                                                             : "/staff/functions/" + offer.function});
    return duties;
}

http::Tenant tenant_of(std::string_view municipality_id, const register_::Surroundings& here) {
    http::Tenant tenant;
    tenant.id = municipality_id;
    tenant.zone = here.zone;
    return tenant;
}

/// One for each day: its list names the times.
std::vector<Duty> unsaid_days(const Bookings& bookings, std::string_view municipality_id) {
    const auto here = Inside::of(bookings).around(municipality_id);
    std::map<std::string, int> days;
    for (const auto& booking : bookings.unsaid(tenant_of(municipality_id, here))) ++days[booking.day];
    std::vector<Duty> duties;
    for (const auto& [day, number] : days) {
        const auto date = base::parse_date(day).value();
        duties.push_back({.id = "day:" + day,
                          .name = here.words->weekday(base::weekday_of(date)) + " " + here.words->date(date),
                          .why = {{TEXT("So many booked times of that day are over, and nobody has said how they went: {n}"),
                                   {{"n", std::to_string(number)}}}},
                          .responsible = "booking",
                          .path = "/staff/bookings?day=" + day});
    }
    return duties;
}

std::vector<Duty> people_to_tell(const Bookings& bookings, std::string_view municipality_id) {
    const auto& self = Inside::of(bookings);
    const auto here = self.around(municipality_id);
    std::vector<Duty> duties;
    for (const auto& booking : bookings.to_tell(tenant_of(municipality_id, here)))
        duties.push_back(duty_about(self, here, booking,
                                    TEXT("We cancelled it, and whoever booked it does not know."),
                                    "/staff/bookings/reminders"));
    return duties;
}

}  // namespace

std::vector<DutyKind> duty_kinds(const Bookings& bookings) {
    const kept::Dependences from{{kept_bookings}, {"booking_offer"}, {"rota"},        {"rota_exception"},
                                 {"resource"},    {"directory"},     {"municipality"}, {"function"}};
    const std::vector<std::pair<std::string, i18n::Text>> of{{"booking", TEXT("Bookings")}};
    DutyKind nobody{.key = "booking.nobody",
                    .title = TEXT("A booked time with nobody there"),
                    .task = TEXT("See to it that somebody is there: {name}"),
                    .gone = TEXT("Somebody is there by the rota, or it was moved or cancelled."),
                    .of = of,
                    .now = [&bookings](std::string_view id) { return nobody_there(bookings, id); },
                    .from = from,
                    .days = 1,
                    .rests = 1};
    DutyKind telling{.key = "booking.tell",
                     .title = TEXT("Somebody to be told that we cancelled"),
                     .task = TEXT("Tell whoever booked it that it is cancelled: {name}"),
                     .gone = TEXT("Somebody has told them, or it is over."),
                     .of = of,
                     .now = [&bookings](std::string_view id) { return people_to_tell(bookings, id); },
                     .from = from,
                     .days = 1,
                     .rests = 1};
    DutyKind unsaid{.key = "booking.unsaid",
                    .title = TEXT("Booked times that nobody has said anything of"),
                    .task = TEXT("Say how the booked times went: {name}"),
                    .gone = TEXT("Of each of them it is said how it went."),
                    .of = of,
                    .now = [&bookings](std::string_view id) { return unsaid_days(bookings, id); },
                    .from = from,
                    .days = 2,
                    .rests = 7};
    DutyKind unheld{.key = "booking.unheld",
                    .title = TEXT("Something to book whose function nobody holds"),
                    .task = TEXT("Say who gives it: {name}"),
                    .gone = TEXT("Somebody holds the function, or it is not offered any more."),
                    .of = of,
                    .now = [&bookings](std::string_view id) { return offers_without_holder(bookings, id); },
                    .from = {{"booking_offer"}, {"rota"}, {"function"}, {"municipality"}},
                    .days = 1,
                    .rests = 7};
    return {std::move(nobody), std::move(unsaid), std::move(unheld), std::move(telling)};
}

std::int64_t Bookings::number_booked_with(db::Connection& connection, std::string_view municipality_id,
                                          std::string_view person, base::Instant now) {
    const auto today = base::format_utc(now).substr(0, 10);
    return connection.query(sql::count_of_lane, municipality_id, "person:" + std::string(person), today)[0].integer("found");
}

void Bookings::end_rota_of(db::Connection& connection, std::string_view municipality_id,
                           std::string_view person, std::string_view actor, base::Instant now) {
    if (person.empty() || municipality_id.empty()) return;
    const auto at = base::format_utc(now), today = at.substr(0, 10);
    const auto rows = connection.query(sql::rota_of_person, municipality_id, person, today);
    for (const auto row : rows)
        audit::record(connection,
                      {std::string(municipality_id), std::string(actor), "rota changed",
                       "rota:" + row.text("id"), "last_day"},
                      now);
    connection.execute(sql::end_rota, municipality_id, person, today, at);
    connection.execute(sql::drop_rota, municipality_id, person, today, at);
    connection.execute(sql::drop_exceptions, municipality_id, person, today, at);
    kept::raise(connection, "rota", municipality_id);
    kept::raise(connection, "rota_exception", municipality_id);
}

}  // namespace digilots::booking

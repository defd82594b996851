// What was booked against the hours in which somebody was there, by place.
#include <map>

#include "booking/pages.h"
#include "booking/templates.h"
#include "platform/base/time.h"

namespace digilots::booking {

namespace {

using html::components::Cell, html::components::Table;

constexpr int weeks_of_demand = 4;

}  // namespace

http::Response demand_page(const Pages& pages, const http::Request& request) {
    const auto page = inner_page(request, html::Page(request).t("Demand and staffed hours"));
    const auto& tenant = *request.tenant;
    const auto snapshot = Inside::of(pages.bookings).neighbours.directory.snapshot(tenant.id);
    const auto today = base::to_civil(Inside::of(pages.bookings).clock.now(), tenant.zone).date;
    const auto from = base::add_days(today, -7 * weeks_of_demand);
    struct Sums {
        std::int64_t staffed = 0, booked = 0;
        std::int64_t bookings = 0, missed = 0, unsaid = 0;
    };
    std::map<std::string, Sums> places;
    const auto unit = unit_asked_for(pages, page);
    for (const auto& one : pages.bookings.staffed_time(tenant, from, base::add_days(today, -1)))
        places[one.place].staffed += one.minutes;
    for (const auto& part : pages.bookings.demand(tenant.id, from, base::add_days(today, -1))) {
        auto& sums = places[part.place];
        sums.bookings += part.number;
        if (part.state == "booked" || part.state == "arrived" || part.state == "seen")
            sums.booked += part.minutes;
        if (part.state == "did_not_come") sums.missed += part.number;
        if (part.state == "booked" || part.state == "arrived") sums.unsaid += part.number;
    }
    std::erase_if(places, [&](const auto& one) { return !unit.holds(one.first); });
    StaffDayView view{.filter = unit.form(page.tenant_url("/staff/bookings/demand"))};
    Table table{.caption = page.t("The last four weeks"),
                .columns = {{page.t("Place")}, {page.t("Staffed hours"), true}, {page.t("Booked hours"), true},
                            {page.t("Bookings"), true}, {page.t("Did not come"), true},
                            {page.t("Nobody has said how it went"), true}},
                .empty = page.t("Neither rota nor bookings in the last four weeks.")};
    const auto hours = [&](std::int64_t minutes) { return page.translator().number(static_cast<double>(minutes) / 60, 1); };
    for (const auto& [place, sums] : places) {
        const auto name = place_name(*snapshot, place);
        table.rows.push_back({Cell{.text = name.empty() ? place : name}, Cell{.text = hours(sums.staffed)},
                              Cell{.text = hours(sums.booked)}, Cell{.text = std::to_string(sums.bookings)},
                              Cell{.text = std::to_string(sums.missed)}, Cell{.text = std::to_string(sums.unsaid)}});
    }
    view.days.push_back(std::move(table));
    return html::render_page(page, templates::demand_page(view, page));
}

}  // namespace digilots::booking

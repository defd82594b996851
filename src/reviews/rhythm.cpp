#include "reviews/rhythm.h"

#include <algorithm>
#include <map>

#include "platform/base/months.h"
#include "platform/html/writer.h"
#include "platform/http/may.h"
#include "platform/register/pages.h"
#include "reviews/sql.h"
#include "reviews/templates.h"

namespace digilots::reviews {

namespace {

using html::components::Cell;

std::map<std::string, base::Date> days_of_last(const Reviews::Implementation& self, const register_::Surroundings& around) {
    std::map<std::string, base::Date> days;
    const auto rows = self.database.read([&](db::Connection& connection) {
        return connection.query(sql::last_reviews, around.municipality_id, base::format_date(around.today));
    });
    for (const auto row : rows)
        if (const auto day = base::parse_date(row.text("held_on"))) days.emplace(row.text("unit"), *day);
    return days;
}

base::Date day_of(const std::string& moment, const register_::Surroundings& around) {
    const auto at = base::parse_utc(moment);
    return at ? base::to_civil(*at, around.zone).date : around.today;
}

}  // namespace

std::vector<UnitRhythm> rhythms_of_units(const Reviews::Implementation& self, const register_::Surroundings& around) {
    const auto days = days_of_last(self, around);
    const auto& organisation = self.neighbours.organisation;
    const auto units = organisation.units(around.municipality_id);
    std::vector<UnitRhythm> rhythms;
    for (const auto& record : organisation.unit_records().all(around.municipality_id)) {
        const auto months = record.whole("review_months");
        if (!months) continue;
        UnitRhythm rhythm{record.id, organisation::full_name(*units, record.id), static_cast<int>(*months)};
        if (const auto last = days.find(record.id); last != days.end()) rhythm.last = last->second;
        rhythm.next = base::add_months(rhythm.last.value_or(day_of(record.created_at, around)), rhythm.months);
        rhythms.push_back(std::move(rhythm));
    }
    std::ranges::stable_sort(rhythms, {}, &UnitRhythm::next);
    return rhythms;
}

http::Response dates_page(const Pages& pages, const http::Request& request) {
    const auto& self = Inside::of(pages.reviews);
    html::Page page(request);
    page.title = page.t("When reviews are due");
    page.staff = true;
    page.indexable = false;
    page.breadcrumbs = {{page.t("Review meetings"), page.tenant_url("/staff/reviews")}, {page.title, "", true}};
    const auto around = register_::around_of(self.reviews, request);
    const auto& words = page.translator();
    DatesView view;
    view.table = {.caption = page.t("Review meetings of units, the first due in front"),
                  .columns = {{page.t("Unit")}, {page.t("Every so many months"), true}, {page.t("Held on")}, {page.t("Next")}},
                  .empty = page.t("No unit has said how often it looks at its log. That stands with each unit, in the "
                                  "settings.")};
    const bool may_hold = http::may(request, http::Role::editor);
    for (const auto& one : rhythms_of_units(self, around)) {
        const auto url = may_hold ? page.tenant_url("/staff/prepare-review?unit=" + html::url_encode(one.unit)) : "";
        const auto next = words.date(one.next);
        view.table.rows.push_back({Cell{.text = one.name, .url = url},
                                   Cell{.text = words.number(one.months)},
                                   one.last ? Cell{.text = words.date(*one.last)} : Cell{.text = page.t("Not yet")},
                                   Cell{.text = one.next < around.today ? page.t("Late: {date}", {{"date", next}}) : next}});
    }
    if (http::may(request, http::Role::administrator)) view.units_url = page.tenant_url("/staff/settings/units");
    return html::render_page(page, templates::dates_page(view, page));
}

}  // namespace digilots::reviews

// Made-up sheets, visitors and totals.
#include <algorithm>

#include "counts/implementation.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"

namespace digilots::counts {

namespace {

constexpr int days_of_visitors = 60, weeks_of_sheets = 3, places_counted = 2;

/// Strokes of a topic on a working day: more on Mondays, fewer of what stands later.
std::int64_t strokes_of(int topic, int weekday, int week) {
    return weekday >= 5 ? 0 : std::max(0, 9 - topic - weekday + (topic * 7 + week * 3 + weekday) % 4);
}

void load_sheets(Counts& counts, const register_::Surroundings& around, const std::string& place,
                 const std::string& account) {
    http::Tenant tenant;
    tenant.id = around.municipality_id;
    const auto topics = Inside::of(counts).neighbours.inquiries.desk_topics(tenant, place);
    auto week = periods::previous(periods::holding(periods::Kind::week, around.today));
    for (int back = 0; back < weeks_of_sheets; ++back) {
        Sheet sheet{.place = place, .week = week};
        for (std::size_t topic = 0; topic < std::min<std::size_t>(topics.size(), 6); ++topic) {
            sheet.lines.push_back({topics[topic]});
            for (int day = 0; day < 7; ++day)
                sheet.lines.back().days[static_cast<std::size_t>(day)] =
                    strokes_of(static_cast<int>(topic), day, back);
        }
        counts.save(around, sheet, account, base::Seen::anything());
        week = periods::previous(week);
    }
}

void load_numbers(Counts& counts, const register_::Surroundings& around,
                  const std::vector<std::string>& places, const std::string& account) {
    const auto put = [&](const Number& number) { ENSURE(counts.put(around, number, account).has_value()); };
    for (int back = 1; back <= days_of_visitors; ++back) {
        const auto day = base::add_days(around.today, -back);
        if (base::weekday_of(day) == 6) continue;
        for (std::size_t at = 0; at < places.size(); ++at)
            put({.source = "visitors",
                 .place = places[at],
                 .period = base::format_date(day),
                 .number = 60 + 40 * static_cast<int>(at) + (back * 37) % 50});
    }
    const auto last_year = periods::previous(periods::holding(periods::Kind::year, around.today));
    put({.source = "visitors",
         .place = places.front(),
         .period = periods::key_of(last_year),
         .number = 24'300,
         .note = ""});
    put({.source = "e_service_cases",
         .place = "",
         .period = periods::key_of(last_year),
         .number = 3'410,
         .note = ""});
    auto month = periods::previous(periods::holding(periods::Kind::month, around.today));
    for (int back = 0; back < 12; ++back) {
        const auto key = periods::key_of(month);
        put({.source = "calls_answered",
             .place = "",
             .period = key,
             .number = 1'050 + (back * 53) % 210,
             .note = ""});
        put({.source = "calls_lost",
             .place = "",
             .period = key,
             .number = 60 + (back * 17) % 40,
             .note = ""});
        put({.source = "web_visits",
             .place = "",
             .period = key,
             .number = 15'200 + (back * 911) % 2'400,
             .note = ""});
        month = periods::previous(month);
    }
}

}  // namespace

void load_demo(Counts& counts, const Demo& demo) {
    auto& self = Inside::of(counts);
    for (const auto& id : demo.complete) {
        const auto around = self.around(id);
        if (!self.neighbours.municipalities.is_active(id) || self.records.list(around, {}, 1, 0).found > 0)
            continue;
        const auto account = demo.account ? demo.account(id, http::Role::guide) : "";
        std::vector<std::string> places;
        for (const auto held = self.neighbours.directory.snapshot(id); const auto& place : held->places)
            if (place.listed() && places.size() < places_counted) places.push_back(place.id);
        if (places.empty()) continue;
        load_sheets(counts, around, places.back(), account);
        load_numbers(counts, around, places, account);
    }
}

}  // namespace digilots::counts

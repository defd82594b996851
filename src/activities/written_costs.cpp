#include "activities/written_costs.h"

#include "activities/implementation.h"
#include "activities/sql.h"
#include "platform/base/time.h"

namespace digilots::activities {

std::vector<WrittenCosts> written_costs(const Activities& activities, std::string_view municipality_id,
                                        const periods::Period& period) {
    return Inside::of(activities).database.read([&](db::Connection& connection) {
        std::vector<WrittenCosts> all;
        for (const auto row : connection.query(sql::written_costs, municipality_id, base::format_date(period.from),
                                               base::format_date(period.to))) {
            WrittenCosts one{.session = row.text("id"),
                             .activity = row.text("title"),
                             .day = base::parse_date(row.text("day")).value_or(base::Date{}),
                             .costs = {{{"fee", 0}, {"premises", 0}, {"material", 0}, {"travel", 0}}},
                             .written_by = row.text_or_empty("written_by")};
            for (auto& [cost, amount] : one.costs)
                amount = row.get<std::optional<std::int64_t>>(cost).value_or(0);
            all.push_back(std::move(one));
        }
        return all;
    });
}

i18n::Text title_of_cost(std::string_view cost) { return cost_title(cost); }

}  // namespace digilots::activities

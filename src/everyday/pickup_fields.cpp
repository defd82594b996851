#include "everyday/pickup_fields.h"

#include "platform/base/time.h"
#include "platform/calendar/working_time.h"
#include "platform/register/promised.h"
#include "platform/register/read_only.h"

namespace digilots::everyday {

namespace {

using namespace register_;

/// Of what has waited for longer it is said that it is so long.
constexpr int most_working_days = 1000;

class WaitingTime final : public ReadOnly {
public:
    /// Where it stands in line changes with its state.
    std::vector<Column> told(const Field&) const override { return {}; }
    void json(const Field&, const Record&, base::JsonWriter&) const override {}
    Shown show(const Field&, const Record& pickup, const Surroundings& around) const override {
        const auto since = pickup.date("since");
        if (pickup.text("state") != waiting || !since) return {};
        const auto days = working_days_between(*since, around.today, around.country, around.zone);
        return {{around.words->tn("{n} working day", "{n} working days", days)}};
    }
};

}  // namespace

Field waiting_time(std::string_view name, i18n::Text title) { return {name, title, std::make_shared<WaitingTime>()}; }

void put_in_line(Record& pickup, std::string_view zone) {
    const auto done = base::parse_date(pickup.text("done_on"));
    const auto ended = done ? base::from_civil(*done, 12, 0, zone) : base::Instant{};
    pickup.columns["line"] = place_in_line(pickup.text("state"), pickup.text("since"), ended);
}

int working_days_between(base::Date from, base::Date to, const std::string& country, const std::string& zone) {
    const calendar::WorkingWeek week{.country = country, .zone = zone};
    int days = 0;
    for (auto day = base::add_days(from, 1); day <= to && days < most_working_days; day = base::add_days(day, 1))
        days += calendar::working_hours_on(week, day) ? 1 : 0;
    return days;
}

}  // namespace digilots::everyday

// What a municipality counts itself: typed in by hand, or taken from a Measure once a year is over.
#include <algorithm>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/figure_store.h"
#include "indicators/figures/merge.h"
#include "indicators/meaning/decision_store.h"
#include "indicators/meaning/implementation.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"

namespace digilots::indicators {

namespace {

/// Reads, decides and writes the same row: run it as `deciding`.
void put_value(db::Connection& connection, const Indicator& indicator, std::string_view municipality, const OwnValue& value,
               base::Instant now) {
    const auto& places = Places::of(indicator.country);
    const auto position = places.position(municipality);
    ENSURE(position.has_value());
    const ColumnKey key{indicator.id, value.year, value.gender};
    const auto stored = store::column(connection, key);
    auto column = stored ? unpack(stored->packed, places) : Column(places.size());
    const Cell cell{value.value.value_or(0), static_cast<std::uint32_t>(*position),
                    value.value ? Missing::none : value.missing, false};
    if (!merge(column, std::span(&cell, 1), {}).differs) return;
    store::save_column(connection, key, pack(column, places), store::Origin::own, now);
}

std::optional<double> count_year(const base::Measure& measure, const std::string& municipality, int year) {
    using namespace std::chrono;
    base::MeasureQuery query;
    query.municipalities = {municipality};
    query.period = {base::Date{std::chrono::year(year), January, day(1)},
                    base::Date{std::chrono::year(year), December, day(31)}};
    std::int64_t sum = 0;
    const auto rows = measure.figures(query);
    for (const auto& row : rows) sum += row.value;
    return rows.empty() ? std::nullopt : std::optional(static_cast<double>(sum));
}

/// Nothing was counted before the first entry: those years have no figure, not zero.
std::vector<OwnValue> counted_years(const base::Measure& measure, const std::string& municipality, int from, int to) {
    std::vector<OwnValue> values;
    for (int year = from; year <= to; ++year) {
        const auto value = count_year(measure, municipality, year);
        if (values.empty() && value.value_or(0) == 0) continue;
        values.push_back({year, Gender::total, value, Missing::not_reported});
    }
    return values;
}

}  // namespace

std::string Indicators::add_local(std::string_view municipality, const LocalIndicator& wanted, std::string_view actor) {
    const auto owner = implementation_->municipalities.about(municipality);
    ENSURE(owner != nullptr);
    const auto now = implementation_->clock.now();
    auto indicator = wanted;
    if (indicator.id.empty()) indicator.id = "local:" + base::new_uuid(now);
    implementation_->change([&](db::Connection& connection) {
        if (!store::add_local(connection, municipality, owner->country, indicator, now)) return;
        store::raise(connection, store::Changed::figures_and_catalogue);
        audit::record(connection,
                      {std::string(municipality), std::string(actor),
                       "local indicator made", "indicator:" + indicator.id,
                       "title, unit, direction"},
                      now);
    }, db::Isolation::deciding);
    return indicator.id;
}

bool Indicators::save_values(std::string_view municipality, std::string_view id, const std::vector<OwnValue>& values,
                             std::string_view actor, const base::Seen& seen) {
    const auto indicator = find(id);
    ENSURE(indicator && indicator->municipality_id == municipality);
    const auto now = implementation_->clock.now();
    bool is_as_seen = false;
    implementation_->change(
        [&](db::Connection& connection) {
            is_as_seen = seen.is(store::mark(connection, municipality, id));
            if (!is_as_seen) return;
            for (const auto& value : values) put_value(connection, *indicator, municipality, value, now);
            audit::record(connection,
                          {std::string(municipality), std::string(actor), "figures entered",
                           "indicator:" + indicator->id, "values"},
                          now);
        },
        db::Isolation::deciding);
    return is_as_seen;
}

void Indicators::take_measures(const std::vector<base::Measure>& measures, int from_year) {
    auto& parts = *implementation_;
    const auto now = parts.clock.now();
    const int last_whole = static_cast<int>(base::to_civil(now, "Europe/Stockholm").date.year()) - 1;
    const auto counted = parts.database.read([](db::Connection& connection) { return store::measured(connection); });
    for (const auto& indicator : counted) {
        const auto measure = std::ranges::find(measures, indicator.measure, &base::Measure::key);
        if (measure == measures.end()) continue;
        const auto values = counted_years(*measure, indicator.municipality_id, from_year, last_whole);
        if (values.empty()) continue;
        parts.change(
            [&](db::Connection& connection) {
                for (const auto& value : values) put_value(connection, indicator, indicator.municipality_id, value, now);
            },
            db::Isolation::deciding);
    }
}

}  // namespace digilots::indicators

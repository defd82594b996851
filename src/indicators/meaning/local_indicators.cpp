// What a municipality counts itself: typed in by hand, or taken from a Measure once a year is over.
#include <algorithm>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/figure_store.h"
#include "indicators/figures/made_up.h"
#include "indicators/figures/merge.h"
#include "indicators/meaning/decision_store.h"
#include "indicators/meaning/implementation.h"
#include "platform/audit/audit.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"
#include "platform/base/time.h"
#include "platform/base/uuid.h"
#include "platform/measures/disclosure.h"

namespace digilots::indicators {

namespace {

/// Reads, decides and writes the same row: run it as `deciding`. False where it stood so already.
bool put_value(db::Connection& connection, const Indicator& indicator, std::string_view municipality, const OwnValue& value,
               base::Instant now) {
    const auto& places = Places::of(indicator);
    const auto position = places.position(municipality);
    ENSURE(position.has_value());
    const ColumnKey key{indicator.id, value.year, value.gender};
    const auto stored = store::column(connection, key);
    auto column = stored ? unpack(stored->packed, places) : Column(places.size());
    const Cell cell{value.value.value_or(0), static_cast<std::uint32_t>(*position),
                    value.value ? Missing::none : value.missing, false};
    if (!merge(column, std::span(&cell, 1), {}).differs) return false;
    store::save_column(connection, key, pack(column, places), store::Origin::own, now);
    return true;
}

/// Nothing where nothing was counted.
std::optional<measures::Value> count_year(const measures::Measure& measure, const std::string& municipality, int year) {
    measures::Query query;
    query.municipalities = {municipality};
    query.period = periods::of_year(year);
    const auto rows = measure.figures(query);
    const auto total = measures::total_of(measure, rows);
    return rows.empty() || total == measures::Value{} ? std::nullopt : std::optional(total);
}

/// Everybody sees it: of small groups it says no more than a network sees.
OwnValue as_own_value(measures::Kind kind, const std::optional<measures::Value>& counted, int year) {
    const bool is_hidden = counted && !measures::is_shown(kind, *counted);
    if (!counted || is_hidden) {
        return {year, Gender::total, std::nullopt, is_hidden ? Missing::secret : Missing::not_reported};
    }
    return {year, Gender::total, measures::number_of(kind, *counted), Missing::not_reported};
}

/// Nothing was counted before the first entry: those years have no figure, not zero.
std::vector<OwnValue> counted_years(const measures::Measure& measure, const std::string& municipality, int from, int to) {
    std::vector<OwnValue> values;
    for (int year = from; year <= to; ++year) {
        const auto counted = count_year(measure, municipality, year);
        if (!values.empty() || counted) values.push_back(as_own_value(measure.kind, counted, year));
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
    implementation_->change_own(municipality, [&](db::Connection& connection) {
        if (!store::add_local(connection, municipality, figures_country(*owner), indicator, now)) return false;
        audit::record(connection,
                      {std::string(municipality), std::string(actor),
                       "local indicator made", "indicator:" + indicator.id,
                       "title, unit, direction"},
                      now);
        return true;
    });
    return indicator.id;
}

bool Indicators::save_values(std::string_view municipality, std::string_view id, const std::vector<OwnValue>& values,
                             std::string_view actor, const base::Seen& seen) {
    const auto indicator = find(id);
    ENSURE(indicator && indicator->municipality_id == municipality);
    const auto now = implementation_->clock.now();
    bool is_as_seen = false;
    implementation_->change_own(municipality, [&](db::Connection& connection) {
        is_as_seen = seen.is(store::mark(connection, municipality, id));
        bool is_written = false;
        if (!is_as_seen) return is_written;
        for (const auto& value : values) is_written |= put_value(connection, *indicator, municipality, value, now);
        if (!is_written) return is_written;
        audit::record(connection,
                      {std::string(municipality), std::string(actor), "figures entered", "indicator:" + indicator->id, "values"},
                      now);
        return is_written;
    });
    return is_as_seen;
}

void Indicators::take_measures(const std::vector<measures::Measure>& measures, int from_year) {
    auto& parts = *implementation_;
    const auto now = parts.clock.now();
    const int last_whole = static_cast<int>(base::to_civil(now, "Europe/Stockholm").date.year()) - 1;
    const auto counted = parts.database.read([](db::Connection& connection) { return store::measured(connection); });
    for (const auto& indicator : counted) {
        const auto* measure = base::find_in(measures, indicator.measure, &measures::Measure::key);
        if (measure == nullptr) continue;
        const auto values = counted_years(*measure, indicator.municipality_id, from_year, last_whole);
        if (values.empty()) continue;
        parts.change_own(indicator.municipality_id, [&](db::Connection& connection) {
            bool is_written = false;
            for (const auto& value : values)
                is_written |= put_value(connection, indicator, indicator.municipality_id, value, now);
            return is_written;
        });
    }
}

}  // namespace digilots::indicators

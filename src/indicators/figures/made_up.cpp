#include "indicators/figures/made_up.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/figure_store.h"
#include "indicators/figures/shipped.h"
#include "indicators/sql.h"

namespace digilots::indicators {

namespace {

constexpr std::string_view prefix = "made-up:";
constexpr int last_year = 2025, most_years = 6;

/// Between 0 and 1, the same for the same words.
double chance(std::string_view one, std::string_view other, int number = 0) {
    std::uint64_t mixed = 14'695'981'039'346'656'037ULL + static_cast<std::uint64_t>(number);
    for (const auto text : {one, other})
        for (const char letter : text) mixed = (mixed ^ static_cast<unsigned char>(letter)) * 1'099'511'628'211ULL;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return static_cast<double>((mixed ^ (mixed >> 31)) >> 11) / 9'007'199'254'740'992.0;
}

/// Where a municipality stands among all, 0 to 1: it moves a little from year to year.
double share_of(std::string_view place, std::string_view indicator, int year, Gender gender) {
    const double from = chance(place, indicator), slope = (chance(indicator, place) - 0.45) * 0.09;
    const double of_year = (chance(place, indicator, year) - 0.5) * 0.06;
    const double of_gender = gender == Gender::total ? 0 : gender == Gender::women ? 0.04 : -0.04;
    return std::clamp(from + slope * (year - last_year + most_years) + of_year + of_gender, 0.0, 0.999999);
}

bool is_reported(std::string_view place, std::string_view indicator, int year) {
    constexpr double left_out = 0.02;
    const bool is_complete = place == "lotsby" || place == "losvik";
    return is_complete || chance(indicator, place, year) > left_out;
}

std::vector<double> values_in(const Column& column) {
    std::vector<double> values;
    for (std::size_t at = 0; at < column.values.size(); ++at)
        if (column.has(at)) values.push_back(column.values[at]);
    std::ranges::sort(values);
    return values;
}

struct MadeUpColumn {
    ColumnKey key;
    std::string packed;
};

/// Spread as the column is, each value to somebody else.
MadeUpColumn made_from(const std::string& indicator, int year, Gender gender, const Column& column, const Places& places) {
    const auto values = values_in(column);
    Column made(places.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto& place = places.ids()[at];
        if (values.empty() || !is_reported(place, indicator, year)) continue;
        const auto share = share_of(place, indicator, year, gender);
        made.set(at, values[static_cast<std::size_t>(share * static_cast<double>(values.size()))]);
    }
    return {{made_up_id(indicator), year, gender}, pack(made, places)};
}

/// The newest years of a table, moved to end with the last.
std::vector<MadeUpColumn> columns_like(Shipped table, std::string_view country) {
    const auto& places = Places::of("made-up " + std::string(country));
    int newest = 0;
    read_shipped_figures(table, [&](const std::string&, int year, Gender, const Column&) { newest = std::max(newest, year); });
    std::vector<MadeUpColumn> all;
    read_shipped_figures(table, [&](const std::string& indicator, int year, Gender gender, const Column& column) {
        if (year > newest - most_years) all.push_back(made_from(indicator, year + last_year - newest, gender, column, places));
    });
    return all;
}

void add_indicators(db::Connection& connection, base::Instant now) {
    for (auto indicator : shipped_indicators()) {
        indicator.id = made_up_id(indicator.id);
        indicator.source = made_up_source;
        indicator.country = "made-up " + indicator.country;
        indicator.municipality_id = made_up_source;
        store::add_indicator(connection, indicator, now);
    }
}

}  // namespace

std::string made_up_id(std::string_view official) { return std::string(prefix) + std::string(official); }

std::string_view official_id(std::string_view id) { return id.starts_with(prefix) ? id.substr(prefix.size()) : id; }

std::string figures_country(const municipality::Municipality& municipality) {
    return municipality.is_made_up ? "made-up " + municipality.country : municipality.country;
}

bool Indicator::is_shown_to(std::string_view municipality) const {
    if (source == made_up_source) return Places::of(country).position(municipality).has_value();
    if (!municipality_id.empty()) return municipality_id == municipality;
    return municipality::find_made_up(municipality) == nullptr;
}

bool load_figures_of_made_up(db::Database& database, const base::Clock& clock) {
    auto all = columns_like(Shipped::figures, "SE");
    for (auto& one : columns_like(Shipped::made_up, "NO")) all.push_back(std::move(one));
    return database.write(
        [&](db::Connection& connection) {
            if (all.empty() || store::column(connection, all.back().key)) return false;
            const auto now = clock.now();
            add_indicators(connection, now);
            for (const auto& [key, packed] : all) store::save_column(connection, key, packed, store::Origin::made_up, now);
            store::raise(connection, store::Changed::figures_and_catalogue);
            return true;
        },
        db::Isolation::deciding);
}

void remove_made_up_figures_of_real(db::Database& database) {
    database.write(
        [](db::Connection& connection) {
            if (connection.execute(sql::delete_made_up_of_real) > 0)
                store::raise(connection, store::Changed::figures_and_catalogue);
        },
        db::Isolation::deciding);
}

}  // namespace digilots::indicators

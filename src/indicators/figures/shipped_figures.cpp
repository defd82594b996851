#include "indicators/figures/shipped_figures.h"

#include <algorithm>
#include <span>

#include "indicators/figures/begin_run.h"
#include "indicators/figures/ingest.h"
#include "indicators/figures/shipped.h"

namespace digilots::indicators {

namespace {

using PackedColumns = std::vector<std::pair<ColumnKey, std::string>>;

PackedColumns packed_columns(Shipped table) {
    PackedColumns all;
    const auto& places = Places::of(shipped_table(table).country);
    read_shipped_figures(table, [&](const std::string& indicator, int year, Gender gender, const Column& column) {
        all.emplace_back(ColumnKey{indicator, year, gender}, pack(column, places));
    });
    return all;
}

/// Columns that came by a fetch or an import are better than shipped ones. Made-up ones stand beside nothing real.
bool may_take(db::Connection& connection, const ColumnKey& key, store::Origin origin) {
    if (origin == store::Origin::made_up) return store::is_all_made_up(connection, key.indicator);
    const auto stored = store::column(connection, key);
    return !stored || stored->origin == store::word_of(origin);
}

bool is_there(db::Connection& connection, const ColumnKey& key, store::Origin origin) {
    return store::column(connection, key) || !may_take(connection, key, origin);
}

void load_columns(db::Database& database, base::Instant now, std::span<const PackedColumns::value_type> part,
                  store::Origin origin) {
    database.write(
        [&](db::Connection& connection) {
            for (const auto& [key, packed] : part) {
                if (may_take(connection, key, origin)) store::save_column(connection, key, packed, origin, now);
            }
        },
        db::Isolation::deciding);
}

void add_shipped_indicators(db::Database& database, std::string_view source, base::Instant now) {
    database.write([&](db::Connection& connection) {
        for (const auto& indicator : shipped_indicators()) {
            if (indicator.source == source) store::add_indicator(connection, indicator, now);
        }
        store::raise(connection, store::Changed::figures_and_catalogue);
    });
}

bool load_table(db::Database& database, const base::Clock& clock, Shipped table, store::Origin origin) {
    const auto all = packed_columns(table);
    const bool all_there = database.read([&](db::Connection& connection) {
        return std::ranges::all_of(all, [&](const auto& one) { return is_there(connection, one.first, origin); });
    });
    if (all_there) return false;
    const std::string source = shipped_table(table).source;
    SourceLease lease(database, clock, source);
    const auto now = clock.now();
    add_shipped_indicators(database, source, now);
    constexpr std::size_t batch = 100;
    for (std::size_t from = 0; from < all.size(); from += batch) {
        load_columns(database, now, std::span(all).subspan(from, std::min(batch, all.size() - from)), origin);
    }
    const auto note = std::string("data/indicators/") + shipped_table(table).file;
    const auto run = begin_run(database, clock, source, std::string(store::word_of(origin)), note);
    end_run(database, clock, run, "done", note);
    return true;
}

}  // namespace

bool load_shipped_figures(db::Database& database, const base::Clock& clock) {
    return load_table(database, clock, Shipped::figures, store::Origin::shipped);
}

bool load_made_up_figures(db::Database& database, const base::Clock& clock) {
    return load_table(database, clock, Shipped::made_up, store::Origin::made_up);
}

}  // namespace digilots::indicators

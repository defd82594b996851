#include "indicators/meaning/pages_world.h"

#include <set>

#include "indicators/figures/catalogue_store.h"
#include "indicators/figures/figure_store.h"
#include "indicators/figures/shipped.h"
#include "platform/html/error_page.h"
#include "platform/testing/database.h"
#include "platform/testing/gatekeeper.h"

namespace digilots::indicators {
namespace {

struct ShippedColumn {
    ColumnKey key;
    std::string packed;
};

/// Only what the tests look at: each test fills a database of its own.
const std::vector<ShippedColumn>& shipped_columns() {
    static const auto all = [] {
        const std::set<std::string> wanted{"N00209", "N00563", "N00914", "N00927", "N07900", "U21347"};
        std::vector<ShippedColumn> columns;
        read_shipped_figures(Shipped::figures, [&](const std::string& indicator, int year, Gender gender, const Column& column) {
            if (wanted.contains(indicator)) columns.push_back({{indicator, year, gender}, pack(column, Places::of("SE"))});
        });
        return columns;
    }();
    return all;
}

std::unique_ptr<db::Database> database_with_figures(base::Instant now) {
    auto database = digilots::testing::fresh_database();
    database->write([&](db::Connection& connection) {
        for (const auto& column : shipped_columns()) {
            store::add_indicator(connection, *find_shipped(column.key.indicator), now);
            store::save_column(connection, column.key, column.packed, store::Origin::shipped, now);
        }
    });
    return database;
}

}  // namespace

PagesWorld::PagesWorld()
    : clock(digilots::testing::at("2026-11-23T09:00:00Z")),
      database(database_with_figures(clock.now())),
      versions(*database),
      municipalities(*database, versions, clock),
      indicators(*database, versions, municipalities, clock),
      server({}, routes(indicators, municipalities, clock),
             digilots::testing::gatekeeper_for(
                 "2281", [this](std::string_view slug) { return municipalities.find_tenant(slug); }, &versions),
             html::error_page, clock) {
    for (const char* id : {"2281", "2513", "5607"}) {
        const auto* municipality = municipality::Municipalities::find(id);
        if (municipality == nullptr) municipality = municipality::Municipalities::find("vadso");
        municipalities.activate(municipality->id, municipality::default_settings(*municipality));
    }
    municipalities.save_network({"small", "Tre i norr", {"2281", "2513", "2584"}});
    client.accept_language = "sv";
}

}  // namespace digilots::indicators

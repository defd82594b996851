// A list of N (100 000) records of one municipality, filtered and sorted, beside as many of another: what the
// database takes for a page of it and for counting it, with the indices that platform/register/register.h
// asks of a migration.
//   register_bench [N]
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "platform/db/embedded_migrations.h"
#include "platform/register/records.h"

namespace {

using namespace digilots;
using namespace digilots::register_;

constexpr const char* here = "2281";
constexpr double limit_ms = 10;

constexpr const char* schema[] = {
    "CREATE TABLE partner (municipality_id TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, "
    "created_at TEXT NOT NULL, "
    "changed_at TEXT NOT NULL, ended_at TEXT NOT NULL, search_text TEXT NOT NULL, name TEXT NOT NULL, "
    "name_order TEXT NOT NULL, "
    "kind TEXT NOT NULL, rate INTEGER, starts TEXT NOT NULL, stops TEXT NOT NULL, PRIMARY KEY "
    "(municipality_id, id)) STRICT",
    "CREATE INDEX partner_in_order ON partner (municipality_id, ended_at, name_order, id)",
    "CREATE INDEX partner_by_kind ON partner (municipality_id, ended_at, kind, name_order, id, starts, "
    "stops)",
    "CREATE INDEX partner_searched ON partner (municipality_id, ended_at, search_text, id)",
    "CREATE INDEX partner_by_rate ON partner (municipality_id, ended_at, rate, id)"};

Register partner_register() {
    return {.key = "partner",
            .table = "partner",
            .names = {i18n::Text{"Partners"}, i18n::Text{"Partner"}},
            .path = "/staff/partners",
            .fields = {text("name", i18n::Text{"Name"}).required().listed().searched().sorted(),
                       term("kind", i18n::Text{"Kind"},
                            fixed_terms({{"school", i18n::Text{"School"}},
                                         {"company", i18n::Text{"Company"}},
                                         {"rare", i18n::Text{"Rare"}}}))
                           .listed()
                           .filter(),
                       money("rate", i18n::Text{"Hourly rate"}).listed().sorted(),
                       period("starts", "stops", i18n::Text{"Agreement"}).filter()}};
}

void fill(db::Database& database, Records& records, int count) {
    constexpr int at_once = 1'000;
    for (int first = 0; first < count; first += at_once) {
        database.write([&](db::Connection& connection) {
            std::vector<std::vector<db::Value>> rows;
            for (int i = first; i < std::min(count, first + at_once); ++i) {
                const auto name = "Förening " + std::to_string(i * 7919LL % count) + " i Medelpad";
                const std::string id = std::to_string(10'000'000 + i), kind = i % 1000 == 0 ? "rare"
                                                                              : i % 2 == 0  ? "school"
                                                                                            : "company";
                for (const char* municipality : {here, "2280"})
                    rows.push_back({municipality, id, "2026-01-01T00:00:00.000Z", name, kind,
                                    std::int64_t{i * 31LL % 90'000}, "2026-01-01",
                                    i % 5 == 0 ? "2026-02-01" : "", order_of(name, "sv"),
                                    "forening " + std::to_string(i * 7919LL % count) + " i medelpad"});
            }
            connection.execute_many(records.statements().insert.statement(), rows);
        });
    }
}

double best_of_nine(const std::function<void()>& work) {
    double best = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 9; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(
            best,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const int count = argument_count > 1 ? std::atoi(arguments[1]) : 100'000;
    const auto folder =
        std::filesystem::temp_directory_path() / ("register-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    double worst = 0, searched = 0;
    {
        const auto database =
            db::open({.data_directory = folder.string(), .wait_limit = std::chrono::minutes(1)});
        database->migrate(db::embedded_migrations());
        for (const char* text : schema)
            database->write([&](db::Connection& connection) {
                connection.execute(db::Statement{"bench", text, text});
            });
        const base::SystemClock clock;
        Records records(partner_register(), *database, clock);
        fill(*database, records, count);
        struct Case {
            const char* title;
            ListQuery query;
            std::int64_t offset;
            bool judged;
        };
        const std::vector<Case> cases{
            {"in its order, first page", {}, 0, true},
            {"in its order, page 200", {}, 9'950, true},
            {"half of it (kind), sorted by name", {.filters = {{"kind", "school"}}}, 0, true},
            {"half of it, turned round, page 100",
             {.filters = {{"kind", "school"}}, .is_descending = true},
             4'950,
             true},
            {"a hundred of it (kind), sorted by name", {.filters = {{"kind", "rare"}}}, 0, true},
            {"sorted by rate", {.sort = "rate"}, 0, true},
            {"kind and agreement, sorted by name",
             {.filters = {{"kind", "company"}, {"starts", "now"}}},
             0,
             true},
            {"searched: many hits", {.search = "medelpad"}, 0, false},
            {"searched: one hit", {.search = "forening 4711"}, 0, false}};
        const auto around = records.around(here);
        for (const auto& one : cases) {
            std::size_t rows = 0;
            const double took =
                best_of_nine([&] { rows = records.list(around, one.query, 50, one.offset).records.size(); });
            (one.judged ? worst : searched) = std::max(one.judged ? worst : searched, took);
            std::printf("%-42s %7.2f ms, %zu rows\n", one.title, took, rows);
        }
    }
    std::filesystem::remove_all(folder);
    std::printf(
        "a list of %d records, filtered and sorted, at worst %.2f ms (at most %.0f); searched at worst %.2f "
        "ms\n",
        count, worst, limit_ms, searched);
    return worst <= limit_ms ? 0 : 1;
}

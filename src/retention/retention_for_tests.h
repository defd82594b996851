#pragma once
// Two municipalities that keep lines of the trail, and choose how long.
#include <memory>
#include <string>

#include "platform/audit/audit.h"
#include "platform/base/time.h"
#include "platform/testing/database.h"
#include "retention/retention.h"

namespace digilots::retention {

inline constexpr const char* here = "2281";
inline constexpr const char* elsewhere = "2280";

/// Over the trail of who did what: 24 months, 6 at least by law.
inline RetentionRule rule_of_lines(std::string key = "test.line") {
    return {.key = std::move(key),
            .title = i18n::Text{"Lines"},
            .about = i18n::Text{"Lines are deleted."},
            .period = {24, Period::Unit::months},
            .choice = PeriodChoice{3, 120},
            .laws = {{"SE", i18n::Text{"The law of lines says six."}, 6}},
            .number = [](const i18n::Translator& words, std::int64_t n) { return words.tn("{n} line", "{n} lines", n); },
            .held =
                [](db::Connection& connection, std::string_view municipality_id) {
                    return audit::number_before(connection, municipality_id, "9999");
                },
            .due =
                [](db::Connection& connection, const Due& due) {
                    return audit::number_before(connection, due.municipality_id, base::format_utc(due.before));
                },
            .remove =
                [](db::Connection& connection, const Due& due, int most) {
                    return audit::delete_before(connection, due.municipality_id, due.before, most);
                }};
}

/// The same for all.
inline RetentionRule rule_of_nothing() {
    auto rule = rule_of_lines("test.common");
    rule.title = i18n::Text{"Common lines"};
    rule.choice.reset();
    rule.held = [](db::Connection&, std::string_view) { return std::int64_t{0}; };
    rule.due = [](db::Connection&, const Due&) { return std::int64_t{0}; };
    rule.remove = [](db::Connection&, const Due&, int) { return std::int64_t{0}; };
    return rule;
}

/// One server of an installation.
struct Installation {
    explicit Installation(std::unique_ptr<db::Database> opened, RetentionRules rules = {rule_of_lines(), rule_of_nothing()})
        : database(std::move(opened)) {
        for (const auto* id : {here, elsewhere}) {
            if (municipalities.is_active(id)) continue;
            municipalities.activate(id, municipality::default_settings(*municipality::Municipalities::find(id)));
            database->write([&](db::Connection& connection) {  // the line that tells of it
                return audit::delete_before(connection, id, clock.now() + std::chrono::hours(24 * 36500), 1000);
            });
        }
        retention.know(std::move(rules), [](std::string_view account) { return std::string(account); });
    }

    void add_line(base::Instant at, const std::string& municipality_id = here) {
        database->write([&](db::Connection& connection) {
            audit::record(connection, {municipality_id, "anna", "place changed", "place:1", ""}, at);
        });
    }
    /// One each day (or each so many days), back from now.
    void add_lines(int days, const std::string& municipality_id = here, int apart = 1) {
        database->write([&](db::Connection& connection) {
            for (int day = 0; day < days; day += apart)
                audit::record(connection, {municipality_id, "anna", "place changed", "place:1", ""},
                              clock.now() - std::chrono::days(day));
        });
    }
    std::int64_t lines(std::string_view municipality_id = here) {
        return database->read(
            [&](db::Connection& connection) { return audit::number_before(connection, municipality_id, "9999"); });
    }
    const RetentionRule& rule() const { return *retention.find("test.line"); }
    std::int64_t counted(std::string_view municipality_id = here) const {
        std::int64_t number = 0;
        for (const auto& one : retention.deleted(municipality_id, rule(), 100)) number += one.number;
        return number;
    }
    Answer choose(std::optional<int> number, std::optional<std::int64_t> confirmed = std::nullopt,
                  const std::string& decided_by = "") {
        return retention.change(here, rule(), {number, decided_by}, "admin", base::Seen::anything(), confirmed);
    }

    base::TestClock clock{testing::at("2026-11-23T10:30:00Z")};
    std::unique_ptr<db::Database> database;
    kept::Versions versions{*database};
    municipality::Municipalities municipalities{*database, versions, clock};
    Retention retention{*database, versions, municipalities, clock};
};

}  // namespace digilots::retention

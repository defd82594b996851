// The dashboard of 30 goals of one municipality, made anew after an entry of the log and a session were
// written: over N inquiries and a fiftieth as many sessions.
//   goals_bench [N]     1 000 000 without N
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <sqlite3.h>
#include <unistd.h>

#include "app/application.h"
#include "app/slices.h"
#include "platform/i18n/translator.h"
#include "platform/base/time.h"
#include "platform/calendar/wall_time.h"
#include "platform/db/embedded_migrations.h"

#include "by_statements.h"

namespace {

using namespace digilots;
using std::chrono::steady_clock;

constexpr const char* here = "2281";
constexpr int goals_of_dashboard = 30, rounds = 21, days = 320;
constexpr double limit_ms = 50;

/// Rows as the log writes them, of this year, by SQLite itself.
constexpr const char* fill_text = R"(
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %ld),
made AS (SELECT i, date('%s', '+' || (i %% %d) || ' days') AS day, 8 + i %% 9 AS hour FROM n)
INSERT INTO inquiries_inquiry (municipality_id, id, at, local_date, local_hour, place, channel, outcome, support_given,
    body, language, barrier, age_band, gender, minutes, is_returning, note, referred_to, created_at, created_by)
SELECT '2281', printf('019%%033d', i), day || 'T09:00:00.000Z', day, hour, 'place-' || (i %% 7),
       CASE i %% 3 WHEN 0 THEN 'phone' ELSE 'visit' END, CASE i %% 4 WHEN 0 THEN 'referred' ELSE 'answered' END,
       '', '', '', '', '', CASE i %% 5 WHEN 0 THEN 'women' WHEN 1 THEN 'men' ELSE '' END, 1 + i %% 20, i %% 2, '', '',
       day || 'T09:00:00.000Z', 'bench'
FROM made)";
constexpr const char* topics_text = R"(
INSERT INTO inquiries_topic (municipality_id, inquiry_id, position, topic)
SELECT municipality_id, id, 0, CASE CAST(substr(id, -2) AS INTEGER) % 5
       WHEN 0 THEN 'print' WHEN 1 THEN 'e_id' WHEN 2 THEN 'bank' WHEN 3 THEN 'mobile' ELSE 'forms' END
FROM inquiries_inquiry)";
/// Of one that was arranged, so many that were held.
constexpr const char* sessions_text = R"(
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %ld)
INSERT INTO activities_session (municipality_id, id, activity_id, version, changed_at, day, starts, ends, starts_at, ends_at, place,
    address, remote, led_by, capacity, minimum, decide_on, status, reason, turn, taken, waiting, women, men, girls, boys, not_stated,
    did_not_come, counted_at, note, asked, needs)
SELECT s.municipality_id, printf('018%%033d', i), s.activity_id, 1, s.changed_at, date('%s', '+' || (i %% %d) || ' days'), s.starts,
       s.ends, date('%s', '+' || (i %% %d) || ' days') || 'T10:00:00.000Z', date('%s', '+' || (i %% %d) || ' days') || 'T11:00:00.000Z',
       s.place, '', '', '', NULL, NULL, '', 'held', '', 0, 0, 0, i %% 4, i %% 3, i %% 2, 0, 1, 0, s.changed_at, '', '', ''
FROM n, (SELECT * FROM activities_session LIMIT 1) s)";

using bench::run, bench::text_with;

void fill(const std::string& file, long inquiries, const std::string& first) {
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    run(handle, "PRAGMA synchronous = OFF");
    run(handle, text_with(fill_text, inquiries, first.c_str(), days));
    run(handle, topics_text);
    const auto* day = first.c_str();
    run(handle, text_with(sessions_text, inquiries / 50, day, days, day, days, day, days));
    sqlite3_close(handle);
}

void arrange_one(app::Application& application) {
    auto& records = application.activities.activities();
    const auto around = records.around(here);
    const auto activity = records.add(
        around,
        {{"title", {"Kafé"}}, {"kind", {"digital_cafe"}}, {"purpose", {"support"}}, {"is_published", {"1"}}},
        "bench");
    if (!activity) std::exit(1);
    activities::NewSession session;
    session.starts = calendar::wall_time(base::add_days(around.today, 1), 9 * 60);
    session.ends = session.starts + std::chrono::minutes(60);
    if (!application.activities.add_sessions(around, activity->id, {session}, "bench")) std::exit(1);
}

void add_goals(goals::Goals& goals, const periods::Period& year) {
    const std::vector<std::pair<const char*, const char*>> kinds{
        {"reach", "measure=inquiries"},
        {"reach", "measure=inquiries"},
        {"reach", "measure=inquiries"},
        {"reach", "measure=participants"},
        {"count", "measure=sessions_held"},
        {"weekly", "measure=sessions_held"},
        {"weekly", "measure=inquiries"},
        {"share", "measure=answered_at_first_contact&share=inquiries"},
        {"reach", "measure=inquiries"},
        {"reach", "measure=participants"}};
    auto& records = goals.records();
    for (int number = 0; number < goals_of_dashboard; ++number) {
        const auto& [kind, counted] = kinds[static_cast<std::size_t>(number) % kinds.size()];
        register_::Draft draft{{"title", {"Mål " + std::to_string(number + 1)}},
                               {"kind", {kind}},
                               {"starts", {base::format_date(year.from)}},
                               {"ends", {base::format_date(year.to)}},
                               {"counted_from", {counted}}};
        if (std::string(kind) == "share") draft["target_percent"] = {"70"};
        else draft["target"] = {std::string(kind) == "weekly" ? "5" : "400"};
        if (const auto added = records.add(records.around(here), draft, "bench"); !added) {
            std::fprintf(stderr, "a goal counted from %s was refused\n", counted);
            for (const auto& problem : added.error().problems)
                std::fprintf(stderr, "  %s: %s\n", problem.input.c_str(), problem.words(i18n::translator("en")).c_str());
            std::exit(1);
        }
    }
}

/// The dashboard's page, as its route makes it: nothing keeps its bytes.
double milliseconds_of_page(const http::Handler& handler, const http::Request& request) {
    const auto start = steady_clock::now();
    const auto page = handler(request);
    const double took = std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
    if (page.status != 200 || page.body.find("Mål 30") == std::string::npos) {
        std::fprintf(stderr, "no dashboard: %d\n", page.status);
        std::exit(1);
    }
    return took;
}

double median_after_writes(app::Application& application, const http::Handler& handler,
                           const http::Request& request) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        application.database.write([](db::Connection& connection) {
            for (const auto name :
                 {std::string_view("inquiries"), std::string_view("activity"), goals::kept_goals})
                kept::raise(connection, name, here);
        });
        application.versions.refresh();
        times.push_back(milliseconds_of_page(handler, request));
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

}  // namespace

int main(int argument_count, char** arguments) {
    const long inquiries = argument_count > 1 ? std::atol(arguments[1]) : 1'000'000;
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-goals-bench-" + std::to_string(::getpid())))
            .string();
    std::filesystem::create_directories(folder);
    double first = 0, later = 0;
    {
        const base::SystemClock clock;
        db::Options options;
        options.data_directory = folder;
        options.wait_limit = std::chrono::hours(1);
        const auto database = db::open(options);
        database->migrate(db::embedded_migrations());
        app::Application application(*database, "", clock);
        application.municipalities.activate(
            here, municipality::default_settings(*municipality::Municipalities::find(here)));
        arrange_one(application);
        const auto today = base::to_civil(clock.now(), "Europe/Stockholm").date;
        const auto from = base::add_days(today, -days);
        fill(folder + "/digilots.db", inquiries, base::format_date(from));
        application.inquiries.rebuild_counts();
        add_goals(application.goals, {from, base::add_days(today, 45)});
        application.versions.refresh();
        http::Request request;
        request.tenant = application.municipalities.find_tenant("sundsvall");
        request.language = "sv";
        http::Handler dashboard;
        for (auto& route : application.routes())
            if (route.path == "/{municipality}/staff/goals" && route.method == http::Method::get)
                dashboard = route.handler;
        first = milliseconds_of_page(dashboard, request);
        later = median_after_writes(application, dashboard, request);
    }
    std::filesystem::remove_all(folder);
    std::printf(
        "dashboard of %d goals over %ld inquiries and %ld sessions: after writes %.1f ms (at most %.0f), the "
        "first time %.0f ms\n",
        goals_of_dashboard, inquiries, inquiries / 50, later, limit_ms, first);
}

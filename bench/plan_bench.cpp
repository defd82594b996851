// The plan's tree and its timeline, made anew: 50 projects with 200 areas, 2 000 activities, 200 milestones.
//   plan_bench [N]     50 projects without N
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
#include "platform/base/time.h"
#include "platform/db/embedded_migrations.h"

#include "by_statements.h"

namespace {

using namespace digilots;
using std::chrono::steady_clock;

constexpr const char* here = "2281";
constexpr int usual_projects = 50, areas_of_project = 4, activities_of_area = 10, rounds = 41;
constexpr double limit_ms = 20;
constexpr std::size_t limit_bytes = 150'000;

/// `kind`, its ids' letter, that of what is above it, how many stand below one, and how many there are: rows as forms write them.
constexpr const char* fill_text = R"(
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %d)
INSERT INTO plan_node (municipality_id, id, version, created_at, changed_at, title, title_order, kind, code, parent, owner, starts,
    ends, goes_on, cycle, horizon, resources, begun_on, done_on, series, status_note, municipal_goals, goals, targets, processes,
    layer, tier, exclusions, is_published, phase, closed_on, source, wording, import_version, search_text)
SELECT '2281', printf('%s-%%05d', i), 1, '2026-01-01T09:00:00.000Z', '2026-01-01T09:00:00.000Z', 'Ett namn som är så långt som namn är ' || i,
       printf('%%05d', i), '%s', 'D' || (i %% 100), %s, '', date('2025-01-01', '+' || (i * 7 %% 700) || ' days'),
       date('2026-01-01', '+' || (i * 11 %% 1400) || ' days'), 0, '', '', '', CASE i %% 3 WHEN 0 THEN '2026-01-10' ELSE '' END,
       CASE i %% 9 WHEN 0 THEN '2026-03-10' ELSE '' END, '', '', '', '', CASE i %% 2 WHEN 0 THEN '4.4' ELSE '' END, '', '', '', '', 1,
       CAST(1 + i %% 4 AS TEXT), '', '', '', NULL, 'ett namn ' || i
FROM n)";
constexpr const char* milestones_text = R"(
INSERT INTO plan_milestone (municipality_id, id, version, created_at, changed_at, title, title_order, node, number, deadline,
    responsible, open_responsible, lead, deliverable_kind, deliverable, deliverable_url, done_on, note, wording, import_version,
    search_text)
SELECT municipality_id, 'm-' || id, 1, created_at, changed_at, 'Milstolpe för ' || title, title_order, id, 1, ends, 'Biblioteket', '', '',
       'memo', '', '', '', '', '', NULL, ''
FROM plan_node WHERE kind = 'area')";
constexpr const char* dependencies_text = R"(
INSERT INTO plan_dependency (municipality_id, id, version, created_at, changed_at, title, title_order, node, kind, other,
    import_version, search_text)
SELECT municipality_id, 'w-' || id, 1, created_at, changed_at, 'Budget först', '', id, 'first', 'p-00000', NULL, ''
FROM plan_node WHERE kind = 'project' AND id <> 'p-00000')";

using bench::run, bench::text_with;

std::string below(const char* letter, int each) {
    return text_with("printf('%s-%%05d', i / %d)", letter, each);
}

void fill(const std::string& file, int projects) {
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    run(handle, "PRAGMA synchronous = OFF");
    const auto add = [&](int number, const char* letter, const char* kind, const std::string& parent) {
        run(handle, text_with(fill_text, number, letter, kind, parent.c_str()));
    };
    add(1, "s", "strategy", "''");
    add(projects, "p", "project", "'s-00000'");
    add(projects * areas_of_project, "a", "area", below("p", areas_of_project));
    add(projects * areas_of_project * activities_of_area, "x", "activity", below("a", activities_of_area));
    run(handle, milestones_text);
    run(handle, dependencies_text);
    sqlite3_close(handle);
}

struct Timed {
    double again = 0, after_a_write = 0;
    std::size_t bytes = 0;
};

http::Handler handler_of(const app::Application& application, const char* path) {
    for (auto& route : application.routes())
        if (route.path == path && route.method == http::Method::get) return route.handler;
    std::fprintf(stderr, "no page %s\n", path);
    std::exit(1);
}

double milliseconds_of(const http::Handler& handler, const http::Request& request, std::size_t& bytes) {
    const auto start = steady_clock::now();
    const auto page = handler(request);
    const double took = std::chrono::duration<double, std::milli>(steady_clock::now() - start).count();
    bytes = page.body.size();
    if (page.status == 200 && page.body.find("Ett namn som är så långt") != std::string::npos) return took;
    std::fprintf(stderr, "no plan: %d\n", page.status);
    std::exit(1);
}

double median(std::vector<double> times) {
    std::ranges::sort(times);
    return times[times.size() / 2];
}

Timed timed(app::Application& application, const http::Handler& handler, const http::Request& request) {
    Timed told;
    std::vector<double> again, after;
    for (int round = 0; round < rounds; ++round) {
        application.database.write([](db::Connection& connection) { kept::raise(connection, "plan", here); });
        application.versions.refresh();
        after.push_back(milliseconds_of(handler, request, told.bytes));
        again.push_back(milliseconds_of(handler, request, told.bytes));
    }
    told.again = median(again);
    told.after_a_write = median(after);
    return told;
}

}  // namespace

int main(int argument_count, char** arguments) {
    const int projects = argument_count > 1 ? std::atoi(arguments[1]) : usual_projects;
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-plan-bench-" + std::to_string(::getpid()))).string();
    std::filesystem::create_directories(folder);
    bool is_small = true;
    {
        const base::SystemClock clock;
        db::Options options;
        options.data_directory = folder;
        const auto database = db::open(options);
        database->migrate(db::embedded_migrations());
        app::Application application(*database, "", clock);
        application.municipalities.activate(
            here, municipality::default_settings(*municipality::Municipalities::find(here)));
        fill(folder + "/digilots.db", projects);
        application.versions.refresh();
        http::Request request;
        request.tenant = application.municipalities.find_tenant("sundsvall");
        request.language = "sv";
        for (const char* path : {"/{municipality}/staff/plan", "/{municipality}/staff/plan/timeline"}) {
            const auto told = timed(application, handler_of(application, path), request);
            std::printf("%s of %d projects, %d activities: made anew %.1f ms (at most %.0f), after a write to the plan %.1f ms, "
                        "%zu kB (at most %zu)\n",
                        path, projects, projects * areas_of_project * activities_of_area, told.again, limit_ms,
                        told.after_a_write, told.bytes / 1000, limit_bytes / 1000);
            is_small = is_small && told.bytes <= limit_bytes;
        }
    }
    std::filesystem::remove_all(folder);
    return is_small ? 0 : 1;
}

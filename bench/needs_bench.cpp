// Coverage of a mapping in 290 municipalities, 24 questions and 5 rounds, as a program asks for it, and how far it is from 3 000
// settlements to help at N places. Nothing is kept.
//   needs_bench [N]     145 000 without N
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/application.h"
#include "by_statements.h"
#include "needs/reach.h"
#include "platform/base/time.h"
#include "platform/db/embedded_migrations.h"

namespace {

using namespace digilots;

constexpr int municipalities = 290, rounds_of_each = 5, settlements = 3'000, times = 9;
constexpr double coverage_limit_ms = 50, reach_limit_s = 2;

/// Each question is answered in one area, by turns.
constexpr const char* rounds_text = R"(
WITH RECURSIVE r(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM r WHERE i + 1 < %d)
INSERT INTO needs_round (municipality_id, id, version, created_at, changed_at, ended_at, title, title_order, mark, first_day,
    last_day, state, shared, scope, method, stated_sections, source, begins_with, unit, search_text)
SELECT m.id, printf('01930000-0000-7000-8000-%%012d', r.i), 1, '', '', '', 'Round', '', 'round-' || r.i, '', '', 'done',
       'all', '', '', '', '', 'template', '', ''
FROM bench_municipality m, r)";
constexpr const char* questions_text = R"(
WITH RECURSIVE q(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM q WHERE i + 1 < 24)
INSERT INTO needs_question (municipality_id, id, version, created_at, changed_at, ended_at, title, title_order, code, code_order, part,
    round, search_text)
SELECT r.municipality_id, r.id || '-' || q.i, 1, '', '', '', 'Question', '', 'N' || q.i, '', 'current', r.id, ''
FROM needs_round r, q)";
constexpr const char* answers_text = R"(
INSERT INTO needs_answer (municipality_id, id, version, created_at, changed_at, ended_at, title, title_order, round, area, question,
    kind, certainty, roles, way, informants, resident_asked, day, state, more, source, wording, unit, search_text)
SELECT municipality_id, id || '-a', 1, '', '', '', 'What was found, in a sentence that is as long as such sentences are.', '', round,
       CASE CAST(substr(code, 2) AS INTEGER) % 3 WHEN 0 THEN 'support' WHEN 1 THEN 'residents' ELSE 'internal' END, id, 'fact',
       'stated', '', 'form', 3, CAST(substr(code, 2) AS INTEGER) % 2, '', 'done', '', '', '', '', ''
FROM needs_question)";

double best_of(const std::function<void()>& work) {
    double best = 1e12;
    for (int round = 0; round < times; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

double milliseconds_of_coverage(app::Application& application) {
    http::Request request;
    request.language = "sv";
    request.parameters["network"] = "alla";
    request.query.pairs.emplace_back("round", "round-3");
    http::Handler coverage;
    for (auto& route : application.routes())
        if (route.path == "/api/v1/networks/{network}/coverage") coverage = route.handler;
    return best_of([&] {
        const auto answer = coverage(request);
        if (answer.status == 200 && answer.body.find("\"N23\"") != std::string::npos) return;
        std::fprintf(stderr, "no coverage: %d\n", answer.status);
        std::exit(1);
    });
}

double milliseconds_of_reach(int places) {
    directory::Snapshot snapshot;
    for (int number = 0; number < places; ++number) {
        directory::Place place;
        place.name = "Place " + std::to_string(number);
        place.latitude = 55.4 + (number * 7'919LL % 100'000) * 0.000136;
        place.longitude = 11.2 + (number * 104'729LL % 100'000) * 0.000126;
        place.hours.rule = "Mo-Fr 10:00-18:00";
        place.support = {{"advice", ""}, {"form_filling", ""}};
        snapshot.places.push_back(std::move(place));
    }
    std::vector<municipality::Settlement> all;
    for (int number = 0; number < settlements; ++number)
        all.push_back({"Settlement " + std::to_string(number), 55.4 + (number * 31LL % settlements) * 0.0045,
                       11.2 + (number * 97LL % settlements) * 0.0042});
    return best_of([&] {
        if (needs::reached(all, snapshot, 10).size() != settlements) std::exit(1);
    });
}

}  // namespace

int main(int argument_count, char** arguments) {
    const int places = argument_count > 1 ? std::atoi(arguments[1]) : 145'000;
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-needs-bench-" + std::to_string(::getpid()))).string();
    std::filesystem::create_directories(folder);
    double coverage = 0;
    {
        const base::SystemClock clock;
        db::Options options;
        options.data_directory = folder;
        const auto database = db::open(options);
        database->migrate(db::embedded_migrations());
        municipality::Network network{"alla", "Alla", {}};
        for (const auto& one : municipality::Municipalities::all())
            if (network.members.size() < municipalities) network.members.push_back(one.id);
        sqlite3* handle = nullptr;
        sqlite3_open((folder + "/digilots.db").c_str(), &handle);
        bench::run(handle, "PRAGMA synchronous = OFF");
        bench::run(handle, "CREATE TEMP TABLE bench_municipality (id TEXT)");
        for (const auto& id : network.members) bench::run(handle, "INSERT INTO bench_municipality VALUES ('" + id + "')");
        bench::run(handle, bench::text_with(rounds_text, rounds_of_each));
        bench::run(handle, questions_text);
        bench::run(handle, answers_text);
        sqlite3_close(handle);
        app::Application application(*database, "", clock);
        application.municipalities.save_network(network);
        coverage = milliseconds_of_coverage(application);
    }
    std::filesystem::remove_all(folder);
    std::printf("coverage of %d municipalities, 24 questions and %d rounds, as a program asks: %.1f ms (at most %.0f)\n",
                municipalities, rounds_of_each, coverage, coverage_limit_ms);
    std::printf("from %d settlements to %d places: %.2f s (at most %.0f)\n", settlements, places, milliseconds_of_reach(places) / 1000,
                reach_limit_s);
}

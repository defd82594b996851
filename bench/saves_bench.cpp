// 300 addresses a second that nobody has asked for before, while a place is saved every 100 ms: how late, how
// many old pages. And what a save costs, with the two pages that show it, among 290 active municipalities
// against nine. Through routing, access, handlers and the page cache, without sockets.
//   saves_bench [SECONDS]
#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "app/application.h"
#include "platform/base/embedded.h"
#include "platform/db/embedded_migrations.h"
#include "platform/html/error_page.h"
#include "platform/http/server.h"
#include "platform/register/records.h"

namespace {

using namespace digilots;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int visitors = 8, per_second = 300, saves_to_time = 60;
const std::string name = "Stadshuset Nummer";

db::Database& migrated(db::Database& database) {
    database.migrate(db::embedded_migrations());
    return database;
}

struct Site {
    Site(const std::string& folder, bool whole_nation)
        : database(db::open(options_in(folder))),
          application(migrated(*database), folder + "/search", clock) {
        const auto mapping = base::embedded_file("data/demo/mapping.json");
        const auto plan = directory::plan_import(*database, *mapping, "mapping.json");
        directory::apply_import(*database, application.municipalities, plan, clock.now());
        for (const auto& one : municipality::Municipalities::all()) {
            if (whole_nation && one.country == "SE")
                application.municipalities.activate(one.id, municipality::default_settings(one));
        }
        save(0);
        for (const auto& one : application.municipalities.active()) get("/" + one.slug + "/search?q=bankid");
    }

    static db::Options options_in(const std::string& folder) {
        std::filesystem::create_directories(folder);
        db::Options options;
        options.data_directory = folder;
        return options;
    }

    void save(int number) {
        auto& places = application.directory.records(directory::RecordKind::place);
        const register_::Step rename{"changed", {{"name", name + " " + std::to_string(number)}}};
        const bool saved_it = places.take_step(places.around("2281"), "sundsvall-kommunhuset", rename, "account-1");
        if (!saved_it) std::exit(1);
        saved = number;
    }

    std::string get(const std::string& address) {
        http::Request request;
        request.path = address;
        return server.handle(std::move(request)).body;
    }

    base::SystemClock clock;
    std::unique_ptr<db::Database> database;
    app::Application application;
    http::Server server{{}, application.routes(), application.gatekeeper(), html::error_page, clock};
    std::atomic<int> saved = 0;
};

int number_in(const std::string& page) {
    const auto at = page.find(name);
    int number = -1;
    if (at != std::string::npos)
        std::from_chars(page.data() + at + name.size() + 1, page.data() + page.size(), number);
    return number;
}

double at_share(std::vector<double>& times, double share) {
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(static_cast<double>(times.size() - 1) * share)];
}

struct Visits {
    std::vector<double> times;
    int old = 0;
};

/// One visitor's share of the addresses, each at its time: who is late makes the next wait, and that counts.
Visits visit(Site& site, int visitor, int all, Clock::time_point start) {
    Visits visits;
    for (int number = visitor; number < all; number += visitors) {
        const auto due = start + std::chrono::microseconds(1'000'000LL * number / per_second);
        std::this_thread::sleep_until(due);
        const int known = site.saved;
        const std::string api = number % 2 == 0 ? "/api/v1" : "";
        const auto page = site.get(api + "/sundsvall/search?q=stadshuset+" + std::to_string(number));
        visits.times.push_back(Milliseconds(Clock::now() - due).count());
        if (number_in(page) < known) ++visits.old;
    }
    return visits;
}

Visits visit_while_saving(Site& site, int seconds) {
    std::vector<Visits> each(visitors);
    const auto start = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int visitor = 0; visitor < visitors; ++visitor) {
            threads.emplace_back([&, visitor] {
                each[static_cast<std::size_t>(visitor)] = visit(site, visitor, seconds * per_second, start);
            });
        }
        for (int number = 1; number < seconds * 10; ++number) {
            std::this_thread::sleep_until(start + std::chrono::milliseconds(100) * number);
            site.save(number);
        }
    }
    Visits together;
    for (const auto& one : each) {
        together.times.insert(together.times.end(), one.times.begin(), one.times.end());
        together.old += one.old;
    }
    return together;
}

/// The median of saves with what follows from each.
double cost_of_a_save(Site& site) {
    std::vector<double> times;
    const int first = site.saved + 1;
    for (int number = first; number < first + saves_to_time; ++number) {
        const auto start = Clock::now();
        site.save(number);
        site.application.refresh();
        site.get("/sundsvall/places/kommunhuset");
        site.get("/sundsvall/search?q=stadshuset");
        times.push_back(Milliseconds(Clock::now() - start).count());
    }
    return at_share(times, 0.5);
}

}  // namespace

int main(int argument_count, char** arguments) {
    const int seconds = argument_count > 1 ? std::atoi(arguments[1]) : 10;
    const auto folder =
        std::filesystem::temp_directory_path() / ("digilots-saves-bench-" + std::to_string(::getpid()));
    Visits visits;
    double late = 0, among_nine = 0, among_all = 0;
    {
        Site nine((folder / "nine").string(), false);
        visits = visit_while_saving(nine, seconds);
        late = at_share(visits.times, 0.99);
        among_nine = cost_of_a_save(nine);
    }
    {
        Site nation((folder / "nation").string(), true);
        among_all = cost_of_a_save(nation);
    }
    std::filesystem::remove_all(folder);
    std::printf(
        "%d fresh addresses a second, a save every 100 ms: %d old pages, p99 %.2f ms (at most 20); a save "
        "and what follows "
        "among 290 active municipalities %.2f ms, among nine %.2f ms, ratio %.2f (at most 1.20)\n",
        per_second, visits.old, late, among_all, among_nine, among_all / among_nine);
    return visits.old == 0 ? 0 : 1;
}

// A nation's released tables: 290 municipalities with three places each, a year month by month.
//   releases_bench [MUNICIPALITIES] [MONTHS]     290 and 12 without
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

#include "platform/db/embedded_migrations.h"
#include "releases/store.h"

namespace {

using namespace digilots;

std::string id_of(int number) { return std::to_string(1000 + number); }

/// So many people of a month, more of them at some places and with some terms.
void log_month(releases::PlaceCounts& counts, int municipalities, std::mt19937& random) {
    const auto skewed = [&](const std::vector<std::string>& terms) {
        return terms[std::min(random() % terms.size(), random() % terms.size())];
    };
    const auto topics = releases::terms_of("topic"), bodies = releases::terms_of("body"), channels = releases::terms_of("channel"),
               outcomes = releases::terms_of("outcome"), languages = releases::terms_of("language"), barriers = releases::terms_of("barrier"),
               ages = releases::terms_of("age_band"), genders = releases::terms_of("gender"),
               help = releases::terms_of("support_given");
    for (int municipality = 0; municipality < municipalities; ++municipality) {
        const int size = 40 + municipality * 7 % 800;               // up to 800 a month
        std::vector<inquiries::CountedOnce> all;
        for (int person = 0; person < size; ++person) {
            const auto place = random() % 20;
            all.push_back({place == 0 ? "" : place < 11 ? "library" : place < 16 ? "desk" : "centre", skewed(topics), skewed(bodies),
                           skewed(channels), skewed(outcomes), skewed(languages), 1,
                           random() % 5 == 0 ? skewed(topics) : "", skewed(barriers), skewed(ages), skewed(genders), skewed(help)});
        }
        releases::add_counted(counts, id_of(municipality), all);
    }
}

}  // namespace

int main(int argument_count, char** arguments) {
    using std::chrono::steady_clock;
    const int municipalities = argument_count > 1 ? std::atoi(arguments[1]) : 290;
    const int months = argument_count > 2 ? std::atoi(arguments[2]) : releases::months_of_a_year;
    std::mt19937 random(1);
    releases::Year year{.year = 2026};
    std::vector<std::vector<std::string>> counties(21);
    std::vector<std::string> all;
    for (int number = 0; number < municipalities; ++number) {
        year.parts[id_of(number)] = {};
        counties[static_cast<std::size_t>(number % 21)].push_back(id_of(number));
        all.push_back(id_of(number));
    }
    for (std::size_t county = 0; county < counties.size(); ++county)
        if (!counties[county].empty()) year.sums.push_back({"county/SE-" + std::to_string(county), 1, counties[county], 5});
    year.sums.push_back({"all", 1, all, 5});
    double month_took = 0, whole_year = 0, written = 0;
    const auto folder = std::filesystem::temp_directory_path() / ("digilots-releases-bench-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const auto database = db::open({.data_directory = folder.string(), .wait_limit = std::chrono::minutes(1)});
    database->migrate(db::embedded_migrations());
    for (int month = 1; month <= months; ++month) {
        year.month = month;
        log_month(year.counted[month], municipalities, random);
        const auto begin = steady_clock::now();
        auto decided = releases::decide(year);
        const double took = std::chrono::duration<double>(steady_clock::now() - begin).count();
        std::printf("  month %2d: %6.1f s, %7lld published, %7lld hidden, %6lld withheld, %7zu rows\n", month, took,
                    static_cast<long long>(decided.number.published), static_cast<long long>(decided.number.hidden),
                    static_cast<long long>(decided.number.withheld), decided.rows.size());
        std::fflush(stdout);
        if (!decided.number.is_proved) return 1;
        const auto decided_at = steady_clock::now();
        database->write([&](db::Connection& connection) {
            releases::store::insert(connection, {.scope = "", .reason = "", .code_lists = "", .year = 2026, .month = month}, year, decided.rows, nullptr);
        }, db::Isolation::deciding);
        written = std::max(written, std::chrono::duration<double>(steady_clock::now() - decided_at).count());
        year.rows.merge(decided.rows);
        if (month % 3 != 0) month_took = std::max(month_took, took);
        whole_year += took;
    }
    std::printf("released tables of %d municipalities: a month %.1f s (at most 30), all of %d months %.0f s (at most 900), the "
                "longest write %.2f s (at most 3)\n",
                municipalities, month_took, months, whole_year, written);
    std::filesystem::remove_all(folder);
}

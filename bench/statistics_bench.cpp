// Monthly statistics of one municipality over N inquiries and over ten times as many; of those also other questions.
//   statistics_bench [N [LOCATION [nation]]]     1 000 000 without N
// LOCATION: "sqlite", or "postgresql://…" of an empty database.
// With "nation" the entries are of a nation's municipalities and five years, without it of nine and three: then each has many.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <libpq-fe.h>
#include <sqlite3.h>
#include <unistd.h>

#include "directory/directory.h"
#include "inquiries/inquiries.h"
#include "municipality/municipality.h"
#include "platform/base/time.h"
#include "platform/db/embedded_migrations.h"
#include "taxonomy/taxonomy.h"

namespace {

using namespace digilots;

/// Rows as the log writes them, spread over nine municipalities and three years, by the database itself.
constexpr const char* columns = R"(
INSERT INTO inquiries_inquiry (municipality_id, id, at, local_date, local_hour, place, channel, outcome, support_given,
    body, language, barrier, age_band, gender, minutes, is_returning, note, referred_to, created_at, created_by)
SELECT municipality, id, day || 'T09:00:00.000Z', day, 8 + i % 9, 'place-' || (i % 7),
       CASE i % 3 WHEN 0 THEN 'phone' ELSE 'visit' END, CASE i % 4 WHEN 0 THEN 'referred' ELSE 'answered' END,
       '', '', '', '', '', '', 1 + i % 20, i % 2, '', '', day || 'T09:00:00.000Z', 'bench'
FROM )";
constexpr const char* topics = R"(
INSERT INTO inquiries_topic (municipality_id, inquiry_id, position, topic)
SELECT municipality_id, id, 0, CASE CAST(substr(id, 35) AS INTEGER) % 5
       WHEN 0 THEN 'print' WHEN 1 THEN 'e_id' WHEN 2 THEN 'bank' WHEN 3 THEN 'mobile' ELSE 'forms' END
FROM inquiries_inquiry WHERE id BETWEEN )";

/// Whose entries they are, and of which days.
struct Spread {
    std::vector<std::string> municipalities = {"2280", "2281", "2282", "2283", "2284", "2132", "2260", "2262", "2513"};
    periods::Period days{std::chrono::year(2024) / 1 / 1, std::chrono::year(2026) / 9 / 26};

    /// All of Sweden but one: with 290 each place, topic or channel would be of some municipalities alone.
    static Spread nation() {
        constexpr std::size_t coprime_to_the_others = 289;
        Spread spread{{"2281"}, {std::chrono::year(2021) / 9 / 27, std::chrono::year(2026) / 9 / 26}};
        for (const auto& one : municipality::Municipalities::all())
            if (one.country == "SE" && one.id != "2281" && spread.municipalities.size() < coprime_to_the_others)
                spread.municipalities.push_back(one.id);
        return spread;
    }

    std::string number() const { return std::to_string(municipalities.size()); }
    /// Of entry number i.
    std::string municipality_of() const {
        std::string ids;
        for (const auto& id : municipalities) ids += id;
        return "substr('" + ids + "', 1 + (i % " + number() + ") * 4, 4)";
    }
    std::string first_day() const { return base::format_date(days.from); }
    std::string day_number() const {
        return "((i / " + number() + ") % " + std::to_string(base::days_between(days.from, days.to) + 1) + ")";
    }
};

std::string id_of(long number) {
    std::vector<char> text(40);
    std::snprintf(text.data(), text.size(), "'019%033ld'", number);
    return text.data();
}

/// One statement each for the rows and for their topics.
std::vector<std::string> statements(const Spread& spread, long from, long to, bool is_postgres) {
    const auto first = std::to_string(from), last = std::to_string(to - 1);
    const std::string made = is_postgres
        ? "(SELECT i, " + spread.municipality_of() + " AS municipality, '019' || lpad(i::text, 33, '0') AS id, to_char(date '" +
          spread.first_day() + "' + " + spread.day_number() + ", 'YYYY-MM-DD') AS day FROM generate_series(" + first + ", " +
          last + ") AS i) made"
        : "(WITH RECURSIVE n(i) AS (SELECT " + first + " UNION ALL SELECT i + 1 FROM n WHERE i < " + last + ") SELECT i, " +
          spread.municipality_of() + " AS municipality, printf('019%033d', i) AS id, date('" + spread.first_day() +
          "', '+' || " + spread.day_number() + " || ' days') AS day FROM n) made";
    return {columns + made, topics + id_of(from) + " AND " + id_of(to - 1)};
}

[[noreturn]] void fail(const char* reason) {
    std::fprintf(stderr, "%s\n", reason);
    std::exit(1);
}

void fill_sqlite(const std::string& file, const Spread& spread, long from, long to) {
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    sqlite3_exec(handle, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr);
    for (const auto& text : statements(spread, from, to, false))
        if (sqlite3_exec(handle, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sqlite3_errmsg(handle));
    sqlite3_close(handle);
}

void fill_postgres(const std::string& location, const Spread& spread, long from, long to) {
    PGconn* connection = PQconnectdb(location.c_str());
    auto all = statements(spread, from, to, true);
    all.emplace_back("ANALYZE");
    for (const auto& text : all) {
        PGresult* result = PQexec(connection, text.c_str());
        if (PQresultStatus(result) != PGRES_COMMAND_OK) fail(PQerrorMessage(connection));
        PQclear(result);
    }
    PQfinish(connection);
}

void fill(const db::Options& options, const Spread& spread, long from, long to) {
    if (options.location == "sqlite") fill_sqlite(options.data_directory + "/digilots.db", spread, from, to);
    else fill_postgres(options.location, spread, from, to);
}

/// Nothing where so much is not counted: the page asks for a shorter period.
std::optional<double> median_milliseconds(const inquiries::Inquiries& inquiries, const measures::Query& query,
                                          std::size_t at_least_rows, const std::function<void()>& before = nullptr) {
    using namespace std::chrono;
    const auto measures = inquiries.measures();
    const auto& measure = *std::ranges::find(measures, "inquiries", &measures::Measure::key);
    if (measure.can_answer && !measure.can_answer(query)) return std::nullopt;
    std::vector<double> times;
    std::size_t rows = 0;
    for (int round = 0; round < 51; ++round) {
        if (before) before();
        const auto start = steady_clock::now();
        rows = measure.figures(query).size();
        times.push_back(duration<double, std::milli>(steady_clock::now() - start).count());
    }
    if (rows < at_least_rows) {
        std::fprintf(stderr, "only %zu rows: the counts are not there\n", rows);
        std::exit(1);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

measures::Query by_topic_and_month(const Spread& spread) { return {{"2281"}, spread.days, {"topic", "month"}, {}}; }

void log_one(inquiries::Inquiries& inquiries, const http::Tenant& tenant, const std::string& key,
             std::optional<base::Date> day = std::nullopt) {
    inquiries::Inquiry entry;
    if (day) entry.at = base::from_civil(*day, 9, 0, tenant.zone);
    entry.topics = {"print"};
    entry.channel = "visit";
    entry.outcome = "answered";
    if (!inquiries.log(tenant, entry, "token:bench", key, std::string(64, 'a'))) std::exit(1);
}

/// Beside the one that is compared over ten times as many: a line each.
void further(inquiries::Inquiries& inquiries, const http::Tenant& tenant, const Spread& spread, long entries) {
    struct Further {
        const char* title;
        measures::Query query;
        double at_most;
        std::function<void()> before = nullptr;
    };
    int written = 0;
    const auto somebody_logs = [&] { log_one(inquiries, tenant, "between" + std::to_string(written++), spread.days.to); };
    const measures::Query of_all{spread.municipalities, spread.days, {"month", "topic"}, {}};
    const periods::Period quarter{std::chrono::year(2026) / 7 / 1, std::chrono::year(2026) / 9 / 26};
    const std::vector<Further> all{
        {"two dimensions and a filter", {{"2281"}, spread.days, {"topic", "channel"}, {{"place", "place-1"}}}, 100},
        {"all municipalities by month and topic", of_all, 50},
        {"the same, each time after somebody logged", of_all, 50, somebody_logs},
        {"several filters, from the rows of a quarter",
         {{"2281"}, quarter, {"topic"}, {{"channel", "visit"}, {"outcome", "answered"}, {"place", "place-1"}}}, 300}};
    for (const auto& [title, query, at_most, before] : all) {
        const auto took = median_milliseconds(inquiries, query, 1, before);
        if (took) std::printf("%s, of %ld inquiries: %.2f ms (at most %.0f)\n", title, entries, *took, at_most);
        else std::printf("%s, of %ld inquiries: a shorter period is asked for\n", title, entries);
    }
}

/// A durable write of one entry, with all of its counts.
double write_milliseconds(inquiries::Inquiries& inquiries, const http::Tenant& tenant, const std::string& named) {
    using namespace std::chrono;
    std::vector<double> times;
    for (int number = 0; number < 200; ++number) {
        const auto start = steady_clock::now();
        log_one(inquiries, tenant, named + std::to_string(number));
        times.push_back(duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

}  // namespace

int main(int argument_count, char** arguments) {
    const long few = argument_count > 1 ? std::atol(arguments[1]) : 1'000'000;
    const long many = few * 10;
    const bool is_nation = argument_count > 3 && std::string(arguments[3]) == "nation";
    const std::size_t fewest_rows = is_nation ? 20 : 100;
    const auto spread = is_nation ? Spread::nation() : Spread{};
    const auto folder =
        (std::filesystem::temp_directory_path() / ("digilots-statistics-bench-" + std::to_string(::getpid()))).string();
    std::filesystem::create_directories(folder);
    double time_few = 0, time_many = 0, write_few = 0, write_many = 0;
    {
        const base::SystemClock clock;
        db::Options options;
        options.data_directory = folder;
        options.wait_limit = std::chrono::hours(1);
        if (argument_count > 2) options.location = arguments[2];
        const auto database = db::open(options);
        database->migrate(db::embedded_migrations());
        kept::Versions versions(*database);
        municipality::Municipalities municipalities(*database, versions, clock);
        municipalities.activate("2281", municipality::default_settings(*municipality::Municipalities::find("2281")));
        organisation::Organisation organisation(*database, versions, clock);
        directory::Directory directory(*database, versions, municipalities, organisation, clock);
        const taxonomy::OwnTopics own_topics(*database, versions, clock);
        inquiries::Inquiries inquiries(*database, directory, municipalities, organisation, own_topics, clock);
        fill(options, spread, 0, few);
        inquiries.rebuild_counts();
        const auto tenant = *municipalities.find_tenant("sundsvall");
        time_few = median_milliseconds(inquiries, by_topic_and_month(spread), fewest_rows).value();
        write_few = write_milliseconds(inquiries, tenant, "few");
        fill(options, spread, few, many);
        const auto begun = std::chrono::steady_clock::now();
        inquiries.rebuild_counts();
        const std::chrono::duration<double> counted = std::chrono::steady_clock::now() - begun;
        std::printf("%ld inquiries of %s municipalities counted anew in %.0f s\n", many, spread.number().c_str(),
                    counted.count());
        time_many = median_milliseconds(inquiries, by_topic_and_month(spread), fewest_rows).value();
        write_many = write_milliseconds(inquiries, tenant, "many");
        further(inquiries, tenant, spread, many);
    }
    std::filesystem::remove_all(folder);
    std::printf("monthly statistics by topic over %ld inquiries: %.2f ms (at most 20), over %ld: %.2f ms, ratio %.2f (at most 1.20)\n",
                few, time_few, many, time_many, time_many / time_few);
    std::printf("a durable write among %ld inquiries: %.3f ms, among %ld: %.3f ms, ratio %.2f (at most 1.10)\n", few, write_few,
                many, write_many, write_many / write_few);
}

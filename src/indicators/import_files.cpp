#include <algorithm>
#include <fstream>
#include <iterator>

#include "indicators/ingest.h"
#include "indicators/lease.h"
#include "indicators/shipped.h"
#include "indicators/sync.h"
#include "platform/base/uuid.h"

namespace digilots::indicators {

namespace {

constexpr std::uintmax_t most_file_bytes = 256 * 1024 * 1024;

std::string content_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) throw SourceError(file + ": the file cannot be read. Correct the path.");
    const auto size = static_cast<std::uintmax_t>(in.tellg());
    if (size > most_file_bytes) throw SourceError(file + ": the file is larger than 256 MB. Split it.");
    std::string content(size, '\0');
    in.seekg(0);
    if (!in.read(content.data(), static_cast<std::streamsize>(size))) throw SourceError(file + ": the file cannot be read.");
    return content;
}

std::string name_of(const std::string& file) { return file.substr(file.rfind('/') + 1); }

std::string new_run(db::Database& database, const base::Clock& clock, const std::string& source, const std::string& kind,
                    const std::string& note) {
    Run run;
    run.started = clock.now();
    run.id = base::new_uuid(run.started);
    run.source = source;
    run.kind = kind;
    run.note = note;
    database.write([&](db::Connection& connection) { store::add_run(connection, run, kind); });
    return run.id;
}

Run finish_import(db::Database& database, const base::Clock& clock, const std::string& run, const std::string& outcome,
           const std::string& note) {
    return database.write([&](db::Connection& connection) {
        store::finish_run(connection, run, outcome, note, clock.now());
        store::bump_version(connection, store::Counted::anything);
        return *store::run(connection, run);
    });
}

FileReport take_file(const std::string& file, const Source& source, Ingest& ingest) {
    FileReport report;
    report.file = name_of(file);
    try {
        auto delivery = source.read(report.file, content_of(file));
        report.rows = delivery.rows;
        report.refused = delivery.refused;
        report.left_out = delivery.left_out;
        report.refusals = delivery.refusals;
        report.unknown_statuses = delivery.unknown_statuses;
        ingest.take(delivery, "");
    } catch (const SourceBusy&) {
        throw;
    } catch (const SourceError& error) {
        report.error = error.what();
    }
    return report;
}

/// A column that came by a fetch or an import is better than the shipped one.
void load_columns(db::Database& database, base::Instant now, const std::vector<std::pair<ColumnKey, std::string>>& part) {
    database.write(
        [&](db::Connection& connection) {
            for (const auto& [key, packed] : part) {
                const auto stored = store::column(connection, key);
                if (!stored || stored->origin == "shipped") {
                    store::save_column(connection, key, packed, store::Origin::shipped, now);
                }
            }
        },
        db::Isolation::deciding);
}

}  // namespace

ImportReport import_files(db::Database& database, const base::Clock& clock, const Source& source,
                          const std::vector<std::string>& files) {
    LeaseHold lease(database, clock, source.name());
    std::string names;
    for (const auto& file : files) names += (names.empty() ? "" : ", ") + name_of(file);
    ImportReport report;
    const auto run = new_run(database, clock, source.name(), "import", names);
    Ingest ingest(database, clock, source, run, store::Origin::imported);
    for (const auto& file : files) {
        lease.renew();
        report.files.push_back(take_file(file, source, ingest));
    }
    const bool all_taken = std::ranges::all_of(report.files, [](const FileReport& file) { return file.error.empty(); });
    report.run = finish_import(database, clock, run, all_taken ? "done" : "failed", names);
    return report;
}

bool load_shipped_figures(db::Database& database, const base::Clock& clock) {
    std::vector<std::pair<ColumnKey, std::string>> all;
    const auto& places = Places::of("SE");
    read_shipped_figures([&](const std::string& indicator, int year, Gender gender, const Column& column) {
        all.emplace_back(ColumnKey{indicator, year, gender}, pack(column, places));
    });
    const bool is_there = database.read([&](db::Connection& connection) {
        return std::ranges::all_of(all, [&](const auto& one) { return store::column(connection, one.first).has_value(); });
    });
    if (is_there) return false;
    LeaseHold lease(database, clock, "kolada");
    const auto now = clock.now();
    database.write([&](db::Connection& connection) {
        for (const auto& indicator : shipped_indicators()) store::add_indicator(connection, indicator, now);
        store::bump_version(connection, store::Counted::catalogue);
    });
    constexpr std::size_t batch = 100;
    for (std::size_t from = 0; from < all.size(); from += batch) {
        load_columns(database, now, {all.begin() + static_cast<std::ptrdiff_t>(from),
                                     all.begin() + static_cast<std::ptrdiff_t>(std::min(from + batch, all.size()))});
    }
    const auto run = new_run(database, clock, "kolada", "shipped", "data/indicators/figures.csv");
    finish_import(database, clock, run, "done", "data/indicators/figures.csv");
    return true;
}

}  // namespace digilots::indicators

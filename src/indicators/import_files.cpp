#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <span>

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
        store::raise(connection, store::Changed::figures);
        return *store::run(connection, run);
    });
}

bool is_catalogue(const std::string& file) {
    std::string begin(4096, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return begin.contains("\"is_divided_by_gender\"");
}

/// The catalogue may be named behind the figures that need it.
std::vector<std::size_t> catalogues_first(const std::vector<std::string>& files) {
    std::vector<std::size_t> order(files.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_partition(order, [&](std::size_t at) { return is_catalogue(files[at]); });
    return order;
}

/// Figures of indicators that neither the catalogue nor the shipped table nor the delivery itself describes.
void leave_out_unknown(db::Database& database, const Source& source, Delivery& delivery) {
    std::set<std::string> known, asked;
    for (const auto& entry : delivery.catalogue) known.insert(entry.id);
    for (const auto& [key, cells] : delivery.figures) asked.insert(key.indicator);
    const auto stored = database.read([&](db::Connection& connection) {
        return store::indicators(connection, {asked.begin(), asked.end()});
    });
    for (const auto& one : stored) known.insert(one.id);
    std::erase_if(delivery.figures, [&](const auto& column) {
        const auto& id = column.first.indicator;
        const auto* shipped = find_shipped(id);
        if (known.contains(id) || (shipped && shipped->source == source.name())) return false;
        delivery.unknown_indicators[id] += static_cast<std::int64_t>(column.second.size());
        return true;
    });
}

std::int64_t sum_of(const std::map<std::string, std::int64_t>& counts) {
    std::int64_t sum = 0;
    for (const auto& [name, count] : counts) sum += count;
    return sum;
}

FileReport take_file(const std::string& file, const Source& source, db::Database& database, Ingest& ingest) {
    FileReport report;
    report.file = name_of(file);
    try {
        auto delivery = source.read(report.file, content_of(file));
        leave_out_unknown(database, source, delivery);
        report.rows = delivery.rows;
        report.refused = delivery.refused;
        report.left_out = delivery.left_out;
        report.taken = delivery.rows - delivery.refused - delivery.left_out - sum_of(delivery.unknown_indicators);
        report.refusals = delivery.refusals;
        report.unknown_statuses = delivery.unknown_statuses;
        report.unknown_places = delivery.unknown_places;
        report.unknown_indicators = delivery.unknown_indicators;
        ingest.take(delivery, "");
    } catch (const SourceBusy&) {
        throw;
    } catch (const SourceError& error) {
        report.error = error.what();
    }
    return report;
}

using PackedColumns = std::vector<std::pair<ColumnKey, std::string>>;

PackedColumns packed_columns(Table table) {
    PackedColumns all;
    const auto& places = Places::of(shipped_table(table).country);
    read_shipped_figures(table, [&](const std::string& indicator, int year, Gender gender, const Column& column) {
        all.emplace_back(ColumnKey{indicator, year, gender}, pack(column, places));
    });
    return all;
}

/// Columns that came by a fetch or an import are better than shipped ones. Made-up ones stand beside nothing real.
bool may_take(db::Connection& connection, const ColumnKey& key, store::Origin origin) {
    if (origin == store::Origin::made_up) return store::is_all_made_up(connection, key.indicator);
    const auto stored = store::column(connection, key);
    return !stored || stored->origin == store::word_of(origin);
}

bool is_there(db::Connection& connection, const ColumnKey& key, store::Origin origin) {
    return store::column(connection, key) || !may_take(connection, key, origin);
}

void load_columns(db::Database& database, base::Instant now, std::span<const PackedColumns::value_type> part,
                  store::Origin origin) {
    database.write(
        [&](db::Connection& connection) {
            for (const auto& [key, packed] : part) {
                if (may_take(connection, key, origin)) store::save_column(connection, key, packed, origin, now);
            }
        },
        db::Isolation::deciding);
}

void add_shipped_indicators(db::Database& database, std::string_view source, base::Instant now) {
    database.write([&](db::Connection& connection) {
        for (const auto& indicator : shipped_indicators()) {
            if (indicator.source == source) store::add_indicator(connection, indicator, now);
        }
        store::raise(connection, store::Changed::figures_and_catalogue);
    });
}

bool load_table(db::Database& database, const base::Clock& clock, Table table, store::Origin origin) {
    const auto all = packed_columns(table);
    const bool all_there = database.read([&](db::Connection& connection) {
        return std::ranges::all_of(all, [&](const auto& one) { return is_there(connection, one.first, origin); });
    });
    if (all_there) return false;
    const std::string source = shipped_table(table).source;
    LeaseHold lease(database, clock, source);
    const auto now = clock.now();
    add_shipped_indicators(database, source, now);
    constexpr std::size_t batch = 100;
    for (std::size_t from = 0; from < all.size(); from += batch) {
        load_columns(database, now, std::span(all).subspan(from, std::min(batch, all.size() - from)), origin);
    }
    const auto note = std::string("data/indicators/") + shipped_table(table).file;
    const auto run = new_run(database, clock, source, std::string(store::word_of(origin)), note);
    finish_import(database, clock, run, "done", note);
    return true;
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
    report.files.resize(files.size());
    for (const auto at : catalogues_first(files)) {
        lease.renew();
        report.files[at] = take_file(files[at], source, database, ingest);
    }
    const bool all_taken = std::ranges::all_of(report.files, [](const FileReport& file) { return file.error.empty(); });
    report.run = finish_import(database, clock, run, all_taken ? "done" : "failed", names);
    return report;
}

bool load_shipped_figures(db::Database& database, const base::Clock& clock) {
    return load_table(database, clock, Table::figures, store::Origin::shipped);
}

bool load_made_up_figures(db::Database& database, const base::Clock& clock) {
    return load_table(database, clock, Table::made_up, store::Origin::made_up);
}

}  // namespace digilots::indicators

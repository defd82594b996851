#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "indicators/figures/begin_run.h"
#include "indicators/figures/ingest.h"
#include "indicators/figures/shipped.h"
#include "indicators/figures/sync.h"
#include "platform/base/lists.h"

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
    std::set<std::string> known, delivered;
    for (const auto& entry : delivery.catalogue) known.insert(entry.id);
    for (const auto& [key, cells] : delivery.figures) delivered.insert(key.indicator);
    const auto stored = database.read([&](db::Connection& connection) {
        return store::indicators(connection, {delivered.begin(), delivered.end()});
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

}  // namespace

ImportReport import_files(db::Database& database, const base::Clock& clock, const Source& source,
                          const std::vector<std::string>& files) {
    SourceLease lease(database, clock, source.name());
    std::vector<std::string> plain_names;
    for (const auto& file : files) plain_names.push_back(name_of(file));
    const auto names = base::joined(plain_names, ", ");
    ImportReport report;
    const auto run = begin_run(database, clock, source.name(), "import", names);
    Ingest ingest(database, clock, source, run, store::Origin::imported);
    report.files.resize(files.size());
    for (const auto at : catalogues_first(files)) {
        lease.renew();
        report.files[at] = take_file(files[at], source, database, ingest);
    }
    const bool all_taken = std::ranges::all_of(report.files, [](const FileReport& file) { return file.error.empty(); });
    report.run = end_run(database, clock, run, all_taken ? "done" : "failed", names);
    return report;
}

}  // namespace digilots::indicators

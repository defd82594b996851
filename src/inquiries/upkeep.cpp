// What keeps the log right over time: counts held against their rows.
#include "inquiries/figures.h"
#include "inquiries/sql.h"

namespace digilots::inquiries {

namespace {

struct Month {
    std::string municipality_id, month;
};

std::vector<Month> counted_months(db::Database& database) {
    return database.read([](db::Connection& connection) {
        std::vector<Month> months;
        for (const db::Row row : connection.query(sql::counted_months)) {
            months.push_back({row.text("municipality_id"), row.text("month")});
        }
        return months;
    });
}

/// A day at a time: a month of a big city would not fit into memory at once. Two days more at each end, because the
/// stored day is what counts, whatever the zone was then.
Cells count_again(db::Connection& connection, const Month& month) {
    using namespace std::chrono;
    const base::Date first = base::parse_date(month.month + "-01").value();
    const sys_days end = sys_days(first + months{1}) + days{2};
    Cells cells;
    for (sys_days day = sys_days(first) - days{2}; day < end; day += days{1}) {
        const auto rows = store::rows_of_days(connection, month.municipality_id, base::Instant(day), base::Instant(day + days{1}),
                                              month.month);
        for (const StoredInquiry& stored : rows) add_to_cells(cells, stored);
    }
    std::erase_if(cells, [](const auto& cell) { return cell.second == CellValue{}; });
    return cells;
}

std::size_t count_differences(const Cells& kept, const Cells& counted) {
    std::size_t different = 0;
    for (const auto& [key, value] : counted) {
        const auto found = kept.find(key);
        different += found == kept.end() || found->second != value;
    }
    for (const auto& [key, value] : kept) different += !counted.contains(key);
    return different;
}

}  // namespace

std::vector<std::string> Inquiries::check_counts() const {
    std::vector<std::string> findings;
    for (const Month& month : counted_months(implementation_->database)) {
        const std::size_t different = implementation_->database.read([&](db::Connection& connection) {
            return count_differences(store::counts_of_month(connection, month.municipality_id, month.month),
                                     count_again(connection, month));
        });
        if (different > 0) {
            findings.push_back(month.municipality_id + " " + month.month + ": " + std::to_string(different) + " counts differ");
        }
    }
    return findings;
}

bool Inquiries::rebuild_counts(const std::function<bool(const CountingAnew&)>& goes_on) {
    const auto months = counted_months(implementation_->database);
    for (std::size_t done = 0; const Month& month : months) {
        if (goes_on && !goes_on({done++, months.size(), month.municipality_id + " " + month.month})) return false;
        implementation_->database.write([&](db::Connection& connection) {
            connection.query(sql::lock_counts);
            const Cells counted = count_again(connection, month);
            store::delete_counts_of_month(connection, month.municipality_id, month.month);
            store::add_counts(connection, month.municipality_id, counted);
        });
    }
    return true;
}

}  // namespace digilots::inquiries

#pragma once
// Columns in memory, read when they are asked for, within a bound: what was used longest ago goes first. Never told of
// a change: whoever keeps one begins another then.
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indicators/figures/column.h"
#include "platform/base/mutex.h"
#include "platform/db/database.h"

namespace digilots::indicators {

class FigureCache {
public:
    static constexpr std::size_t usual_bytes = 8 * 1024 * 1024;
    explicit FigureCache(db::Database& database, std::size_t most_bytes = usual_bytes);

    /// nullptr where nobody has a figure or a reason. Stays whole while it is held.
    std::shared_ptr<const Column> column(const Indicator& indicator, int year, Gender gender);
    /// One place's, which is quicker.
    std::optional<double> value(const Indicator& indicator, int year, Gender gender, std::size_t position);
    /// Reads at once which years many indicators have.
    void fetch_years(const std::vector<std::string>& indicators);
    struct Wanted {
        Indicator indicator;
        std::vector<int> years;
    };
    /// Reads at once, for many indicators, what is not there yet of those years.
    void fetch(std::vector<Wanted> wanted);
    /// Ascending, with figures.
    std::vector<int> years(std::string_view indicator);
    /// The newest year up to `most` with figures of that indicator's source (an own one's: its municipality); 0 where none.
    int newest_year(const Indicator& indicator, int most);
    std::size_t bytes() const;

private:
    using Kept = std::shared_ptr<const PackedColumn>;
    using Year = std::vector<std::pair<Gender, Kept>>;
    using Columns = std::map<std::string, std::map<int, Year>>;      // by indicator
    struct Entry {
        bool knows_years = false;
        std::vector<int> years;
        std::map<int, Year> columns;
        std::size_t bytes = 0;
        std::uint64_t used = 0;
    };

    Kept find(const Indicator& indicator, int year, Gender gender);
    Columns load(const std::vector<Wanted>& wanted);
    void keep(Columns loaded);
    void keep_years(std::map<std::string, std::vector<int>> years);
    void make_room(std::uint64_t before) REQUIRES(mutex_);

    db::Database& database_;
    const std::size_t most_bytes_;
    mutable base::Mutex mutex_;
    std::unordered_map<std::string, Entry> entries_ GUARDED_BY(mutex_);
    std::map<std::string, int> newest_ GUARDED_BY(mutex_);
    std::size_t bytes_ GUARDED_BY(mutex_) = 0;
    std::uint64_t uses_ GUARDED_BY(mutex_) = 0;
};

}  // namespace digilots::indicators

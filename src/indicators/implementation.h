#pragma once
// What Indicators holds; for the files of this folder that carry parts of it.
#include <atomic>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indicators/catalogue_index.h"
#include "indicators/figure_shelf.h"
#include "indicators/indicators.h"
#include "indicators/standings.h"
#include "platform/base/mutex.h"

namespace digilots::indicators {

struct Indicators::Implementation {
    using Directions = std::map<std::string, Direction, std::less<>>;

    Implementation(db::Database& database, const municipality::Municipalities& municipalities, const base::Clock& clock,
                   Options options);

    std::optional<Indicator> find(std::string_view id);
    /// Those that are there of many, read at once.
    std::vector<Indicator> find_all(const std::vector<std::string>& ids);
    /// What standings as of a year are made of for nearly everyone, by one statement: the newest year and the one before it.
    void read_ahead(const std::vector<std::string>& ids, int as_of);
    Direction direction(const Indicator& indicator, std::string_view municipality);
    Peers peers(std::string_view municipality, const Group& group, const std::string& country);
    std::vector<std::string> members_of(std::string_view municipality, const Group& group);
    /// The members of "similar:ID"; nullopt where no source has made such a group. Only those that are there are kept in
    /// memory: what people ask for has no bound.
    std::optional<std::vector<std::string>> similar(std::string_view key);
    /// The years that a question without a year may be answered from, newest first.
    std::vector<int> eligible_years(const Indicator& indicator, const Question& question);
    /// What everything comes from again after a change.
    void forget();
    /// Runs a change, counts it, forgets.
    void change(const std::function<void(db::Connection&)>& work, db::Isolation isolation = db::Isolation::usual);

    db::Database& database;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
    const Options options;
    FigureShelf shelf;
    CatalogueIndex index;
    std::atomic<std::int64_t> version{0};

    base::Mutex mutex;
    std::unordered_map<std::string, std::optional<Indicator>> known GUARDED_BY(mutex);
    std::map<std::string, Directions, std::less<>> directions GUARDED_BY(mutex);   // by municipality
    std::map<std::string, std::vector<std::string>, std::less<>> groups GUARDED_BY(mutex);
};

}  // namespace digilots::indicators

#pragma once
// What Indicators holds; for the files of this folder that carry parts of it.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indicators/figures/figure_cache.h"
#include "indicators/indicators.h"
#include "indicators/meaning/catalogue_index.h"
#include "indicators/meaning/standings.h"
#include "platform/base/mutex.h"
#include "platform/kept/kept.h"

namespace digilots::indicators {

/// Filled as it is asked; begun anew when figures change, so that what was read before never stands among what is read
/// after.
struct Read {
    explicit Read(db::Database& database) : cache(database) {}
    mutable FigureCache cache;
    mutable base::Mutex mutex;
    mutable std::unordered_map<std::string, std::optional<Indicator>> known GUARDED_BY(mutex);
    mutable std::map<std::string, std::vector<std::string>, std::less<>> groups GUARDED_BY(mutex);
};

/// What one municipality counts itself, read at once: indicators by title, and their figures.
struct OwnRead {
    OwnRead(db::Database& database, std::string_view municipality);
    std::vector<Indicator> indicators;
    mutable FigureCache cache;
};

struct Indicators::Implementation {
    using Directions = std::map<std::string, Direction, std::less<>>;

    Implementation(db::Database& database, kept::Versions& versions, const municipality::Municipalities& municipalities,
                   const base::Clock& clock, Options options);

    std::optional<Indicator> find(std::string_view id);
    /// Those that are there of many, read at once.
    std::vector<Indicator> find_all(const std::vector<std::string>& ids);
    /// What standings as of a year are made of for nearly everyone, by one statement: the newest year and the one before it.
    void read_ahead(const std::vector<std::string>& ids, int as_of);
    Direction direction(const Indicator& indicator, std::string_view municipality);
    Peers peers(std::string_view municipality, const Group& group, const Indicator& indicator);
    std::vector<std::string> members_of(std::string_view municipality, const Group& group);
    /// The members of "similar:ID"; nullopt where no source has made such a group. Only those that are there are kept in
    /// memory: what people ask for has no bound.
    std::optional<std::vector<std::string>> similar(std::string_view key);
    /// The years that a question without a year may be answered from, newest first.
    std::vector<int> eligible_years(const Indicator& indicator, const Question& question);
    /// Runs a change of what a municipality counts itself, as `deciding`; `work` says whether anything was written.
    bool change_own(std::string_view municipality, const std::function<bool(db::Connection&)>& work);
    /// What has been read of all since official figures last changed. Whoever answers a question holds on to one.
    std::shared_ptr<const Read> read() const { return read_.of(""); }
    /// Where figures of this indicator are; of an official one in `kept`.
    std::shared_ptr<FigureCache> cache_of(const Indicator& indicator, const std::shared_ptr<const Read>& kept) const;
    std::shared_ptr<const OwnRead> own_of(std::string_view municipality) const { return own_.of(municipality); }

    db::Database& database;
    const municipality::Municipalities& municipalities;
    const base::Clock& clock;
    const Options options;
    CatalogueIndex index;

private:
    std::optional<Indicator> find_own(std::string_view id);

    kept::Kept<Read> read_;
    kept::Kept<OwnRead> own_;             // by municipality
    kept::Kept<Directions> directions_;   // by municipality
    base::Mutex mutex_;
    std::map<std::string, std::string, std::less<>> owners_ GUARDED_BY(mutex_);   // of own indicators: never another's
};

}  // namespace digilots::indicators

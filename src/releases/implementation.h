#pragma once
// What Releases holds; for the files of this folder.
#include "platform/kept/kept.h"
#include "releases/releases.h"
#include "releases/store.h"

namespace digilots::releases {

register_::Register choice_register();

/// All that was released but the cells: of each year the last revision.
struct Known {
    struct OfYear {
        store::Header last;                         // of the revision
        std::set<std::string> changed = {};         // by it: municipalities and sums of several
        Year year;                                  // parts and sums alone
    };
    std::map<std::pair<std::string, int>, OfYear> years;        // by scope and year
};

struct Releases::Implementation {
    db::Database& database;
    const base::Clock& clock;
    const Neighbours neighbours;
    register_::Records choices, shared;
    kept::Kept<Known> known;

    Implementation(db::Database& opened, const kept::Versions& versions, const base::Clock& time, Neighbours others);

    std::string scope_of(std::string_view municipality) const;
    /// With the year of the period as it was in that revision.
    std::shared_ptr<const Known> known_of(const Whose& whose, const periods::Period& period, int revision) const;
    int least_shown(std::string_view municipality) const;
    std::vector<periods::Period> released(const Whose& whose, std::string_view table) const;
};

}  // namespace digilots::releases

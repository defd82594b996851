#pragma once
// What keeps jobs going: schedules are planned, jobs of servers that died are taken over, times that a wrong clock set are
// put right. By one thread at a time; several servers may do it at once.
#include <functional>
#include <map>
#include <string>

#include "platform/jobs/attempt.h"
#include "platform/jobs/job_store.h"

namespace digilots::jobs {

using KindsByName = std::map<std::string, Kind, std::less<>>;

class Upkeep {
public:
    Upkeep(db::Database& database, const base::Clock& clock, const KindsByName& kinds, Steady steady,
           std::chrono::milliseconds lease_lasts);

    /// How many were added.
    int plan();
    /// `is_own`: runs here, by its holder. How many were taken over.
    int take_over(const std::function<bool(const std::string& holder)>& is_own);
    void put_times_right();

private:
    /// A lease as it was seen first.
    struct Seen {
        std::string holder;
        std::int64_t beat = 0;
        std::chrono::milliseconds since{};
    };
    bool has_died(const store::Running& one);
    bool put_back(const store::Running& one);

    db::Database& database_;
    const base::Clock& clock_;
    const KindsByName& kinds_;
    const Steady steady_;
    const std::chrono::milliseconds lease_lasts_;
    std::map<std::string, Seen> seen_;   // by job
};

}  // namespace digilots::jobs

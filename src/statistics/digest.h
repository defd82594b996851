#pragma once
// A letter with the figures of the month before, for who asked for it, on a day of the month that they chose.
#include "platform/jobs/jobs.h"
#include "statistics/statistics.h"

namespace digilots::statistics {

inline constexpr int last_day_of_digest = 28;

class Digests {
public:
    Digests(db::Database& database, const municipality::Municipalities& municipalities, const taxonomy::OwnTopics& own_topics,
            const base::Clock& clock, Letters letters);

    bool are_sent() const { return letters_.readers != nullptr; }
    /// 0: none is wanted.
    int day_of(std::string_view municipality, std::string_view account) const;
    /// The first comes the next time that this day of the month is reached.
    void set_day(std::string_view municipality, std::string_view account, int day);
    /// Of one job run: how many letters were put in.
    std::int64_t send(jobs::Run& run, const Around& around, const register_::Records& targets) const;

private:
    bool send_to(const municipality::Municipality& municipality, const Letters::Reader& reader,
                 const std::vector<measures::Measure>& measures, const Around& around,
                 const register_::Records& targets) const;

    db::Database& database_;
    const municipality::Municipalities& municipalities_;
    const taxonomy::OwnTopics& own_topics_;
    const base::Clock& clock_;
    Letters letters_;
};

}  // namespace digilots::statistics

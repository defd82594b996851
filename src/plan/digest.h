#pragma once
// A letter with the plan's week, for who asked for it, on a day of the week that they chose.
#include <cstdint>
#include <string>
#include <string_view>

#include "plan/kinds.h"
#include "platform/jobs/jobs.h"

namespace digilots::plan {

inline constexpr int last_day_of_digest = 5;  // Friday

class Digests {
public:
    explicit Digests(const Kinds& kinds) : kinds_(kinds) {}

    bool are_sent() const { return kinds_.neighbours.letters.readers != nullptr; }
    /// 1 is Monday; 0: none is wanted.
    int day_of(std::string_view municipality, std::string_view account) const;
    /// Where that day of this week has passed, or is today, the first comes next week.
    void set_day(std::string_view municipality, std::string_view account, int day) const;
    /// Of one job run: how many letters were put in. One a week, on the day chosen or on the first day after it that a server
    /// runs.
    std::int64_t send(jobs::Run& run) const;

private:
    bool send_to(const municipality::Municipality& municipality, const Letters::Reader& reader) const;

    const Kinds& kinds_;
};

}  // namespace digilots::plan

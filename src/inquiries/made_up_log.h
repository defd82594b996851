#pragma once
// A log made up from a seed: seasons, weekdays, hours of the day, topics, what stood in the way. Pure.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "inquiries/inquiries.h"
#include "platform/base/time.h"

namespace digilots::inquiries {

/// The same numbers for the same seed, everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// 0 … sides - 1; sides is at least 1.
    std::uint64_t below(std::uint64_t sides) { return next() % sides; }
    bool percent(int chance) { return below(100) < static_cast<std::uint64_t>(chance); }

private:
    std::uint64_t state_;
};

/// What a made-up town asks about, and where.
struct MadeUpTown {
    struct Desk {
        std::string id, kind;                // public id and kind of a place
        std::vector<std::string> topics;     // what one asks there; none: anything
    };
    std::vector<Desk> desks;
    std::vector<std::string> own_topics;
    std::string country = "SE", zone = "Europe/Stockholm";
    /// Whether somebody is at the desk then.
    std::function<bool(const Desk& desk, base::Date date, int hour)> is_open;
    /// Where questions about a topic are sent on, "contact:…"; none: nowhere. Not the desk itself.
    std::function<std::vector<std::string>(std::string_view topic, const Desk& desk)> helpers;
};

/// Everything about one day but ids, in the order of time. `a_year`: how many in a year, about.
std::vector<Inquiry> made_up_day(const MadeUpTown& town, base::Date date, std::int64_t a_year, std::uint64_t seed);

}  // namespace digilots::inquiries

#pragma once
// What a municipality aims at: a share of a year, of everything, or of one way in or topic.
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/measures/value.h"
#include "platform/register/records.h"

namespace digilots::statistics {

struct Target {
    std::string part;                 // key of the measure that is a part: share_of_part()
    int year = 0;
    std::string channel = {}, topic = {};       // "" any
    std::int64_t tenths = 0;          // of a percent
    bool is_most = false;             // not more than; else not less

    double percent() const { return static_cast<double>(tenths) / 10; }
    /// Nothing where there is nothing to be a share of.
    std::optional<bool> is_reached(const measures::Value& share) const;
};

register_::Register target_register();
std::vector<Target> targets_of(const register_::Records& records, std::string_view municipality_id);

/// The one that says most of what the figure is of: its topic before its way in, and either before all. nullptr for none.
const Target* target_for(std::span<const Target> targets, std::string_view part, int year,
                         const std::map<std::string, std::string>& dimensions);

/// "At least 90 %"
std::string target_text(const Target& target, const i18n::Translator& translator);

}  // namespace digilots::statistics

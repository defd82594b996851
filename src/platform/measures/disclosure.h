#pragma once
// What may be seen of small groups by those who are not the municipality's own staff: the one place where this is decided.
//
// A figure about fewer than five is never shown (is_shown). Nor can it be worked out from a network's figures (disclose):
// - only whole months and whole years can be asked for, so no two periods differ by a few days;
// - a year minus its months gives nothing away: as many of a year's smallest months are hidden as leave every hidden one
//   uncertain by three at least beside what the threshold tells; where all of them are too few, the year itself is hidden;
// - several years minus the others give nothing away: they are shown together only where each of them is;
// - the sum of all members is shown only when every member's figure is; where one member is hidden, so is the next smallest.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/measures/value.h"
#include "platform/periods/period.h"

namespace digilots::measures {

constexpr std::int64_t least_shown = 5;
constexpr std::int64_t narrowest = 3;       // between the least and the most that a hidden figure may be

/// How many the figure is about: the count itself and what stands; of a sum the cases where they are told, else the sum;
/// of money the cases (nobody where they are not told); of a mean n; of a share the part or the rest, whichever is smaller.
std::int64_t size_of(Kind kind, const Value& value);
bool is_shown(Kind kind, const Value& value);

/// The month or the whole years that hold this period.
periods::Period widen(const periods::Period& period);
bool is_one_month(const periods::Period& widened);

struct MemberFigure {
    std::string municipality;               // id
    std::optional<Value> value;             // nothing: hidden
};

struct NetworkFigures {
    periods::Period period;                 // widened
    std::vector<MemberFigure> rows;
    std::optional<Value> total;             // nothing where a member is hidden
};

/// months: municipality → month ("2026-11") → value, over the whole years of the period.
using MonthValues = std::map<std::string, std::map<std::string, Value>>;
NetworkFigures disclose(Kind kind, const periods::Period& period, const std::vector<std::string>& members,
                        const MonthValues& months);

}  // namespace digilots::measures

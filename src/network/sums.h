#pragma once
// What members say of a period by topic and by way in, added up: what is told, and of how many it is not known.
#include <string>
#include <string_view>
#include <vector>

#include "network/aggregates.h"
#include "platform/html/components.h"
#include "platform/html/page.h"

namespace digilots::network {

/// Of one term, of what each member said last. Nobody who is hidden or silent is a zero.
struct TermSum {
    std::string term;                           // "" not stated
    std::int64_t told = 0, members = 0;         // their sum; how many tell a number
    std::int64_t hidden = 0, silent = 0;
    bool operator==(const TermSum&) const = default;
};
/// Of a table as it is released ("topic"): all terms that anybody names, most told first. Empty: nobody tells the table.
std::vector<TermSum> sums_of(const PeriodState& state, const std::vector<std::string>& members, std::string_view table);

/// By topic and by way in, without terms of which nobody tells or hides more than zero.
std::vector<html::components::Table> tables_of_sums(const PeriodState& state, const std::vector<std::string>& members,
                                                    const html::Page& page);

}  // namespace digilots::network

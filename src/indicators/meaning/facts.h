#pragma once
// What is the same on the national and on a municipality's page of an indicator.
#include <vector>

#include "indicators/meaning/nation_view.h"
#include "indicators/meaning/standing_words.h"

namespace digilots::indicators {

RuleView rule_of(const Pages& pages, const Indicator& indicator, const Distribution& distribution,
                 const municipality::Municipality* municipality, const html::Page& page);
/// Why, in the page's language where it is the shipped table's.
std::string reason_of(const DirectionChange& change, const Indicator& indicator, const html::Page& page);
/// Unit, direction with its reason, years, area, group, source.
std::vector<html::components::SummaryItem> facts_of(const Pages& pages, const Indicator& indicator, const RuleView& rule,
                                                    const html::Page& page);
/// Made-up figures, a retired indicator, and what is special about the colours.
std::vector<html::components::Notice> notices_of(const Indicator& indicator, const Distribution& distribution,
                                                 const html::Page& page);

/// Where it is to be had while it has not been fetched; "" where there is one, or never will be.
std::string no_definition_text(const Indicator& indicator, std::string_view definition, const html::Page& page);

}  // namespace digilots::indicators

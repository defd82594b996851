#pragma once
// An indicator's distribution and history as the pages' charts and tables.
#include <string>
#include <vector>

#include "indicators/meaning/standing_words.h"

namespace digilots::indicators {

/// What a chart is about.
struct Subject {
    const Pages& pages;
    const html::Page& page;
    const Indicator& indicator;
    const Distribution& distribution;
    std::vector<std::string> marked;     // ids of municipalities pointed out by name
};

html::components::StripPlot strip_of(const Subject& subject);
html::components::NationMap map_of(const Subject& subject);
/// All municipalities; `sort` is name, county, value or rank, with "-" before it backwards; `path` and `kept` make its links.
html::components::Table table_of(const Subject& subject, std::string_view sort, const std::string& path,
                                 const std::vector<std::pair<std::string, std::string>>& kept);
/// Those without a figure, each with its reason.
html::components::Table missing_of(const Subject& subject);

/// One municipality's years, beside those of another ("" none).
html::components::History history_of(const Pages& pages, const Indicator& indicator, const Question& question,
                                     std::string_view municipality, std::string_view other, const html::Page& page);

}  // namespace digilots::indicators

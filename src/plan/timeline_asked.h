#pragma once
// Which part of the plan and which time a timeline was asked for.
#include <optional>
#include <string>
#include <vector>

#include "plan/timeline.h"
#include "platform/html/page.h"
#include "platform/http/request.h"

namespace digilots::plan {

/// A year or quarter, one part with all below it; of everything, or of what everyone may see.
struct AskedTime {
    std::optional<Window> window = {};
    std::string name_of_window = {};
    const Node* part = nullptr;
    bool is_for_everyone = false;
};
AskedTime asked_time(const Plan& plan, const http::Request& request, bool is_for_everyone);
/// Drawn. Of the whole time: down to areas; of a part, a year or quarter: activities too.
std::vector<Placed> parts_in_time(const Plan& plan, const AskedTime& asked);
/// Told in the table beside: activities below their area too, where all of them have room on a page; else what is drawn.
std::vector<Placed> table_in_time(const Plan& plan, const AskedTime& asked, const std::vector<Placed>& drawn);
std::vector<const Node*> nodes_of(const std::vector<Placed>& parts, std::size_t most);

/// "?part=…&time=…"; "" where nothing was asked for.
std::string address_of_time(const AskedTime& asked, std::string_view time);
/// All of it, each year, and the quarters of the year that is shown; `path`: "/staff/plan/timeline".
std::vector<html::Link> zooms_of(const Window& all, const AskedTime& asked, const std::string& path, const html::Page& page);
std::vector<LegendItem> legend_of(const html::Page& page);

}  // namespace digilots::plan

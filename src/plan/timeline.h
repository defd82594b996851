#pragma once
// Where parts of the plan lie in time, for the page and for paper.
#include <set>
#include <string>
#include <vector>

#include "plan/status.h"
#include "plan/tree.h"
#include "plan/views.h"

namespace digilots::plan {

struct Window {
    base::Date from, to;  // both within it
};
/// From the first to the last day that anything of it has, in whole years; this year where nothing has any.
Window window_of(const Plan& plan, const std::vector<const Node*>& parts, base::Date today);
/// "2026", "2026-Q2"; nothing for what is neither.
std::optional<Window> window_called(std::string_view text);

inline constexpr double timeline_width = 1000, timeline_bars = 300, timeline_row = 30, timeline_head = 50;
/// Left of `timeline_bars` stand codes and names; right of it days. A bar ends in a point where its day is not known or it
/// goes on. `url`: what a part's address begins with, "": none.
TimelineDrawing lay_out(const Plan& plan, const std::vector<const Node*>& parts, const Window& window, base::Date today,
                        const std::string& url, const i18n::Translator& words);
/// The colour of a phase's bar; its number stands in the table beside.
std::string_view colour_of_phase(std::string_view phase);

}  // namespace digilots::plan

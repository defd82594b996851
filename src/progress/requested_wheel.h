#pragma once
// The wheel that a request asks for: whose, which year, today's or the one kept with an evaluation.
#include <optional>
#include <vector>

#include "progress/subject.h"
#include "progress/wheel_view.h"

namespace digilots::progress {

struct RequestedWheel {
    Subject subject;
    Wheel wheel;
    std::vector<int> years;
    bool is_kept = false;
    std::string group = {};  // key of the chosen group of municipalities, "" for the usual one
};

/// Nothing where there is no such municipality. A year without figures gives the nearest earlier one that has
/// some.
std::optional<RequestedWheel> requested_wheel(const Pages& pages, const http::Request& request);
/// A picture is drawn for one spelling of what is asked; any other ("year=3000", an unknown group) leads to that. Nothing
/// where the request says it so already.
std::optional<http::Response> to_one_spelling(const RequestedWheel& requested, const http::Request& request);
/// The same targets of two wheels side by side.
std::vector<ComparisonRow> comparison_rows(const Wheel& wheel, const Wheel& other, const Subject& subject,
                                           const html::Page& page);

}  // namespace digilots::progress

#pragma once
// What a body approved of a budget: kept as it stood, and held against what stands now. No SQL, no HTTP.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "budget/sheet.h"

namespace digilots::budget {

/// All amounts as they stand.
Approved as_it_stands(const Budget& budget);
std::string to_text(const Approved& approved);
/// Nothing where it is none.
std::optional<Approved> approved_of(std::string_view text);

/// A line or a source of which an amount differs: nothing before where it was added since, nothing now where it was taken away.
struct ChangedRow {
    std::string title;
    std::optional<Amounts> before = {}, now = {};
};
struct ChangedSince {
    std::vector<ChangedRow> lines = {}, sources = {};
    bool is_any() const { return !lines.empty() || !sources.empty(); }
};
/// Names and notes are no amounts: whoever changes these changes nothing that was approved.
ChangedSince changed_since(const Approved& approved, const Budget& budget);

}  // namespace digilots::budget

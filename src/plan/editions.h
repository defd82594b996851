#pragma once
// The plan as it was when an edition was made, and what has changed since.
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/tree.h"

namespace digilots::plan {

/// What an edition keeps of a part.
struct KeptMilestone {
    std::string id = {}, title = {}, deadline = {};
    bool operator==(const KeptMilestone&) const = default;
};
struct KeptPart {
    std::string id = {}, name = {}, kind = {}, starts = {}, ends = {}, phase = {};
    /// Editions from before these were kept have none of them.
    bool is_whole = false;
    std::string owner = {}, resources = {}, goals = {}, targets = {}, exclusions = {};  // the owner as it was called then
    std::vector<KeptMilestone> milestones = {};
    bool operator==(const KeptPart&) const = default;
};

/// `owners`: what functions are called, by their keys.
std::vector<KeptPart> parts_to_keep(const Plan& plan, const std::map<std::string, std::string, std::less<>>& owners);
std::string as_json(const std::vector<KeptPart>& parts);
std::vector<KeptPart> parts_of_json(std::string_view json);

struct EditionChange {
    enum class What {
        added, removed, renamed, other_days, other_phase, other_owner, other_resources, other_goals, other_targets,
        other_exclusions, milestone_added, milestone_removed, milestone_renamed, milestone_moved
    } what;
    /// Days: "2026-11-30/2027-01-31", either may be missing. Of a milestone `name` is its own, `of` the part's.
    std::string name, before = {}, after = {}, of = {};
};
/// In the order of the later one; what is gone comes last.
std::vector<EditionChange> changes_between(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after);

}  // namespace digilots::plan

#pragma once
// The plan as it was when an edition was made, and what has changed since.
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/tree.h"

namespace digilots::plan {

struct KeptMilestone {
    std::string id = {}, title = {}, deadline = {}, responsible = {};
    bool operator==(const KeptMilestone&) const = default;
};

/// What an edition keeps of a part.
struct KeptPart {
    std::string id = {}, name = {}, kind = {}, starts = {}, ends = {}, phase = {};
    /// What else it says, in words: "owner", "resources", "goals", "targets" …; only what it says.
    std::map<std::string, std::string, std::less<>> said = {};
    std::vector<KeptMilestone> milestones = {};
    bool is_public = false;
    /// False in editions from before all of it was kept: what they do not say is not known.
    bool is_whole = false;
    bool operator==(const KeptPart&) const = default;

    std::string text(std::string_view key) const;
};

/// Names of what other slices hold, as they are at the time; without them nothing is kept of it.
struct NamesThen {
    std::function<std::string(const Node& node)> owner = nullptr, goals = nullptr;
};

std::vector<KeptPart> parts_to_keep(const Plan& plan, const NamesThen& names = {});
std::string as_json(const std::vector<KeptPart>& parts);
std::vector<KeptPart> parts_of_json(std::string_view json);

struct EditionChange {
    enum class What {
        added,
        removed,
        renamed,
        other_days,
        other_phase,
        other_text,
        milestone_added,
        milestone_removed,
        milestone_renamed,
        milestone_moved
    } what;
    std::string name, before = {}, after = {};
    std::string about = {};  // the key of a text, the title of a milestone
    const KeptPart* was = nullptr;
    const KeptPart* is = nullptr;  // both stand as long as what was compared
};
/// In the order of the later one; what is gone comes last.
std::vector<EditionChange> changes_between(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after);

}  // namespace digilots::plan

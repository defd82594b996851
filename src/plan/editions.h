#pragma once
// The plan as it was when an edition was made, and what has changed since.
#include <string>
#include <string_view>
#include <vector>

#include "plan/tree.h"

namespace digilots::plan {

/// What an edition keeps of a part.
struct KeptPart {
    std::string id = {}, name = {}, kind = {}, starts = {}, ends = {}, phase = {};
    bool operator==(const KeptPart&) const = default;
};

std::vector<KeptPart> parts_to_keep(const Plan& plan);
std::string as_json(const std::vector<KeptPart>& parts);
std::vector<KeptPart> parts_of_json(std::string_view json);

struct EditionChange {
    enum class What { added, removed, renamed, other_days, other_phase } what;
    std::string name, before = {}, after = {};
};
/// In the order of the later one; what is gone comes last.
std::vector<EditionChange> changes_between(const std::vector<KeptPart>& before, const std::vector<KeptPart>& after);

}  // namespace digilots::plan

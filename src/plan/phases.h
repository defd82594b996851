#pragma once
// The four phases, and the documents that each asks for.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "plan/tree.h"
#include "platform/i18n/translator.h"

namespace digilots::plan {

inline constexpr std::array<std::string_view, 4> phases{"1", "2", "3", "4"};
/// "Planning", "Deployment", "Operation", "Evaluation"
i18n::Text title_of_phase(std::string_view phase);

struct DocumentKind {
    std::string_view key;
    i18n::Text title;
    std::string_view phase;               // that asks for it
    std::vector<i18n::Text> headings;     // numbered from 1, at most six
    bool is_of_source = false;            // its headings are those of the source, not ours
};
const std::vector<DocumentKind>& document_kinds();
/// nullptr where there is none of the key.
const DocumentKind* find_document_kind(std::string_view key);

/// What a part in this phase should have finished: that of the phases before it. Empty: nothing is missing.
std::vector<const DocumentKind*> missing_for(const Plan& plan, const Node& node, std::string_view phase);

}  // namespace digilots::plan

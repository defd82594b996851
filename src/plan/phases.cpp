#include "plan/phases.h"

#include <algorithm>

namespace digilots::plan {

i18n::Text title_of_phase(std::string_view phase) {
    if (phase == "1") return TEXT("Planning");
    if (phase == "2") return TEXT("Deployment");
    if (phase == "3") return TEXT("Operation");
    if (phase == "4") return TEXT("Evaluation");
    return TEXT("In no phase yet");
}

const std::vector<DocumentKind>& document_kinds() {
    static const std::vector<DocumentKind> kinds{
        {"pre_study",
         TEXT("Pre-study (need and benefit)"),
         "1",
         {TEXT("Short description of how it is now and of what is needed"), TEXT("Possibilities and benefit to the work"),
          TEXT("Technical conditions"), TEXT("Aspects of economy and sustainability"),
          TEXT("What others do, and good examples"), TEXT("Conclusions and recommendations")},
         true},
        {"inventory",
         TEXT("Inventory (technology and function)"),
         "1",
         {TEXT("Aim and purpose of the inventory"), TEXT("Inventory of technology and functions"), TEXT("Ease of use"),
          TEXT("Standards, and what lasts"), TEXT("Ways to integrate with systems around it"),
          TEXT("Conclusions and recommendations")},
         true},
        {"definition",
         TEXT("Project definition (carrying it out)"),
         "2",
         {TEXT("Extent and purpose of the project"), TEXT("Members, organisation and who answers for what"),
          TEXT("Risks, and what may affect it"), TEXT("Activities, time plan and points of decision"),
          TEXT("Economy and follow-up")},
         true},
        {"training",
         TEXT("Training and information"),
         "2",
         {TEXT("Who learns what, and when"), TEXT("Who is told what, and how")}},
        {"operation",
         TEXT("Conditions for operation"),
         "3",
         {TEXT("Who runs it, supports it and answers for it"), TEXT("What it costs a year, and who pays")}},
        {"evaluation",
         TEXT("Evaluation and improvement"),
         "4",
         {TEXT("What it led to"), TEXT("What is improved next"), TEXT("Who follows it up after the project")}}};
    return kinds;
}

const DocumentKind* find_document_kind(std::string_view key) {
    const auto& kinds = document_kinds();
    const auto found = std::ranges::find(kinds, key, &DocumentKind::key);
    return found == kinds.end() ? nullptr : &*found;
}

std::vector<const DocumentKind*> missing_for(const Plan& plan, const Node& node, std::string_view phase) {
    std::vector<const DocumentKind*> missing;
    const auto documents = plan.documents_of(node.id);
    for (const auto& kind : document_kinds()) {
        const bool is_there = std::ranges::any_of(
            documents, [&](const Document* one) { return one->kind == kind.key && one->finished.has_value(); });
        const auto said = plan.asked_in().find(kind.key);
        const auto asking = said == plan.asked_in().end() ? kind.phase : std::string_view(said->second);
        if (asking != asked_by_none && asking < phase && !is_there) missing.push_back(&kind);
    }
    return missing;
}

}  // namespace digilots::plan

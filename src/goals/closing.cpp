// What a final report holds beside goals: the service and what it means, quality goals, what is shared, agreements, roll-out.
// (Who goes on with it: the checklist of what remains.)
#include <algorithm>

#include "goals/sections.h"
#include "platform/base/ensure.h"
#include "platform/base/lists.h"

namespace digilots::goals {

namespace {

struct ClosingContent {
    std::string_view key;
    i18n::Text title;
    std::string_view from;               // the register, of whichever slice
    std::vector<std::string_view> fields;
    std::vector<std::string> kinds = {};
};

const std::vector<ClosingContent>& closing_contents() {
    static const std::vector<ClosingContent> all{
        {"consequences",
         TEXT("The guidance service, and what it means for money and work"),
         "consequence",
         {"title", "economic", "administrative", "yearly"}},
        {"quality", TEXT("Shared quality goals"), "quality_goal", {"title", "adopted_on", "decided_by"}},
        {"shared", TEXT("Resources that are shared"), "network_note", {"title", "kind", "day"}, {"resource", "template", "file"}},
        {"agreements",
         TEXT("Agreements on working together"),
         "network_mandate",
         {"title", "decided_by", "day", "last_day"},
         {"agreement", "letter_of_intent"}},
        {"rollout", TEXT("How it is rolled out"), "rollout", {"title", "region", "state", "day"}}};
    return all;
}

}  // namespace

Section closing_section(const SectionsAsked& asked, std::string_view key) {
    const auto* content = base::find_in(closing_contents(), key, &ClosingContent::key);
    ENSURE(content != nullptr);
    const auto records = std::ranges::find(asked.self.registers_of_all, content->from,
                                           [](const auto* one) -> std::string_view { return one->declaration().key; });
    if (records == asked.self.registers_of_all.end())
        return {.key = std::string(key), .title = asked.words.t(content->title), .is_missing = true};
    // What was agreed or shared before the time of the report still holds; what came later is told by a later one.
    auto ever = asked;
    ever.is_since_ever = true;
    return section_of_register(ever, std::string(key), content->title, **records, content->fields, content->kinds);
}

}  // namespace digilots::goals

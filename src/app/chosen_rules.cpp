#include "app/chosen_rules.h"

#include "platform/i18n/translator.h"

namespace digilots::app {

std::vector<std::pair<std::string, const RetentionRule*>> chosen_rules(const Application& application,
                                                                       const Arguments& arguments) {
    std::vector<std::string> owners;
    if (const auto wanted = arguments.text("municipality"); !wanted.empty()) {
        const auto one = application.municipalities.about(wanted);
        const auto* made_up = municipality::find_made_up(wanted);
        const auto id = one ? one->id : made_up ? made_up->id : "";
        if (!application.municipalities.is_active(id))
            throw CommandError("No municipality is active here as \"" + wanted +
                               "\". See: digilots municipality list");
        owners.push_back(id);
    } else {
        owners.emplace_back();
        for (const auto& one : application.municipalities.active()) owners.push_back(one.id);
    }
    std::vector<std::pair<std::string, const RetentionRule*>> chosen;
    for (const auto& owner : owners)
        for (const auto& rule : application.retention.rules())
            if (rule.choice || owner.empty()) chosen.emplace_back(owner, &rule);
    return chosen;
}

std::string period_in_words(const RetentionRule& rule, const std::optional<int>& number) {
    return number ? words_of({*number, rule.period.unit}, i18n::translator("en")) : "nothing is deleted";
}

}  // namespace digilots::app

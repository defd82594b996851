#include <algorithm>

#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {

std::vector<register_::Choice> grouped_topics(const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    const auto all = terms(List::topic);
    for (const auto& topic : all) {
        const auto belongs = [&](const Term& other) { return other.parent == topic.key; };
        const bool is_group = topic.parent.empty() && std::ranges::any_of(all, belongs);
        const auto* group = is_group ? &topic : find(List::topic, topic.parent);
        choices.push_back({.key = topic.key, .label = around.t(topic.label), .group = group ? around.t(group->label) : ""});
    }
    return choices;
}

std::vector<register_::Choice> topic_choices(const register_::Surroundings& around) {
    auto choices = grouped_topics(around);
    const auto in_order = [&](const std::string& text) { return base::collation_key(text, around.words->language().code); };
    // The groups by the alphabet, what belongs to none last; in a group the whole of it first.
    base::sort_by_key(choices, [&](const register_::Choice& choice) {
        return std::tuple(choice.group.empty(), in_order(choice.group), choice.label != choice.group, in_order(choice.label));
    });
    return choices;
}

register_::Choices choices_of(List list) {
    return [list](const register_::Surroundings& around) {
        std::vector<register_::Choice> choices;
        for (const auto& term : terms(list)) choices.push_back({.key = term.key, .label = around.t(term.label)});
        return choices;
    };
}

register_::Choices steps_of_the_stair() {
    return register_::fixed_terms({{"motivation", TEXT("1. Wants to")},
                                   {"access", TEXT("2. Has what it takes: device, network, e-ID")},
                                   {"skills", TEXT("3. Knows how")},
                                   {"use", TEXT("4. Uses it")}});
}

std::vector<register_::Choice> language_choices(const register_::Surroundings& around) {
    return choices_of(List::language)(around);
}

}  // namespace digilots::taxonomy

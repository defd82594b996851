#include "platform/base/sort.h"
#include "platform/base/text.h"
#include "platform/register/types.h"
#include "taxonomy/taxonomy.h"

namespace digilots::taxonomy {

std::vector<register_::Choice> topic_choices(const register_::Surroundings& around) {
    std::vector<register_::Choice> choices;
    for (const auto& topic : terms(List::topic)) choices.push_back({.key = topic.key, .label = around.t(topic.label)});
    base::sort_by_key(choices, [&](const register_::Choice& choice) {
        return base::collation_key(choice.label, around.words->language().code);
    });
    return choices;
}

}  // namespace digilots::taxonomy

#include "platform/register/titled_choices.h"

#include <utility>

namespace digilots::register_ {

std::vector<Choice> titled_choices(const Records& records, const Surroundings& around) {
    std::vector<Choice> choices;
    for (const auto& one : records.list(around, {.with_ended = true}, Records::most_counted, 0).records)
        choices.push_back({.key = one.id, .label = one.text("title"), .is_offered = !one.has_ended()});
    return choices;
}

LinkSource titled_source(const Records& records, std::string path) {
    return {.choices = [&records](const Surroundings& around) { return titled_choices(records, around); },
            .path = std::move(path)};
}

}  // namespace digilots::register_

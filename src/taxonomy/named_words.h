#pragma once
// Names that people say for a topic: authorities, brands, errands (data/names_in_questions.csv).
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace digilots::taxonomy {

struct NamedWords {
    std::string_view topic, countries, source;      // "SE NO"
    std::vector<std::string> words;
};
std::span<const NamedWords> named_words();

}  // namespace digilots::taxonomy

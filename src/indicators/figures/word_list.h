#pragma once
// Words in one text, with a separator between.
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/text.h"

namespace digilots::indicators {

inline std::string joined(const std::vector<std::string>& words, char separator) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : std::string(1, separator)) + word;
    return text;
}

/// Empty ones left out.
inline std::vector<std::string> separated(std::string_view text, char separator) {
    std::vector<std::string> words;
    for (const auto word : base::split(text, separator)) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

}  // namespace digilots::indicators

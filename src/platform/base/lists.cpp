#include "platform/base/lists.h"

#include "platform/base/text.h"

namespace digilots::base {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text += between;
        text += part;
    }
    return text;
}

std::vector<std::string> separated(std::string_view text, char between) {
    std::vector<std::string> parts;
    for (const auto part : split(text, between)) {
        if (!part.empty()) parts.emplace_back(part);
    }
    return parts;
}

}  // namespace digilots::base

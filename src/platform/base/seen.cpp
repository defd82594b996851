#include "platform/base/seen.h"

#include "platform/base/uuid.h"

namespace digilots::base {

std::string mark_of(const std::vector<std::string>& parts) {
    constexpr std::size_t signs = 32;
    std::string text;
    for (const auto& part : parts) text += std::to_string(part.size()) + ":" + part;
    return sha256_hex(text).substr(0, signs);
}

}  // namespace digilots::base

// Any bytes: refused with a place, or read so that writing and reading again gives the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/base/json.h"

using namespace digilots::base;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto json = parse_json(std::string_view(reinterpret_cast<const char*>(bytes), size));
    if (!json) {
        if (json.error().find(" at line ") == std::string::npos) std::abort();
        return 0;
    }
    const std::string text = to_text(*json);
    const auto again = parse_json(text);
    if (!again || to_text(*again) != text) std::abort();
    return 0;
}

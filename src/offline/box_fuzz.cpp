// Any bytes as a box: no crash, no sanitizer report, and nothing is opened that was not sealed to the key.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "offline/box.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots::offline;
    static const ServerKey key = new_server_key();
    const std::string_view box(reinterpret_cast<const char*>(data), size);
    if (open_box(key, {"2281", "1"}, box)) std::abort();
    if (open_for("secret", {"2281", "1"}, box)) std::abort();
    return 0;
}

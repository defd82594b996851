#include <cstddef>
#include <cstdint>

#include "directory/mapping_records.h"

// Any bytes as a mapping: a plan or messages with their paths, never both and never a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace digilots;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto plan = directory::read_mapping(text, "fuzz");
    if (!plan.errors.empty() && !plan.municipalities.empty()) __builtin_trap();
    static_cast<void>(directory::describe(plan));
    return 0;
}
